"""Edits of a post: its text, networks, date, and where it stands in its life.

Every edit runs through ``revise``: the change is made, the gate looks at both
sides, the workflow decides whether a Ready post is sent back, one step is written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from uuid import uuid4

from app import workflow
from app.calendar.words import short_when
from app.errors import Refused
from app.model.changes import Changes
from app.model.past import AuditEvent, Snapshot, Version
from app.model.post import Audience, Post, Purpose, State
from app.model.walltime import WallTime
from app.operations.consequences import SENT_BACK, weigh
from app.operations.history import Image, Step
from app.operations.reading import usual_time
from app.operations.session import Event, Session
from app.store.audit import events
from app.store.history import add_version, last_snapshot, versions
from app.store.posts import post_by_uid

Edit = Callable[[Post], Post]


def revise(
    session: Session,
    post_id: int,
    name: str,
    edit: Edit,
    *,
    done: str = "",
    run: str = "",
    weigh: bool = True,
) -> Changes:
    """Change one post and let the gate and the workflow draw the consequences.

    Args:
        session: the open planner.
        post_id: which post.
        name: completes "Undo ...".
        edit: the change itself, pure.
        done: the toast; empty for quiet changes.
        run: consecutive revisions of the same run are one undo step.
        weigh: whether the gate looks at once; else the post waits for ``GateDesk.weigh``.
    """
    before = session.post(post_id)
    edited = edit(before)
    if edited == before:
        return Changes()
    now = session.now()
    answer = session.assess(edited) if weigh else None
    after = workflow.after_edit(before, edited, answer, now)
    happened: tuple[Event, ...] = ()
    if after.state is not before.state:
        happened = ((f"{before.state} to {after.state}", post_id, name),)
        if after.state is State.REVIEW and before.state is State.READY:
            done = f"{done}. No longer Ready: {_cause(after)}." if done else SENT_BACK
    after = replace(after, changed_at=now)
    step = Step(name, (Image(f"post:{post_id}", before, after),), run)
    return session.write(step, Changes(done=done), happened, weigh=weigh)


def _cause(post: Post) -> str:
    cause = post.sent_back.cause if post.sent_back is not None else ""
    return cause[:1].lower() + cause[1:] if cause else "checks opened again"


class PostDesk:
    """What can be done with posts. Every writing method returns what changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, post_id: int) -> Post:
        """The post as stored."""
        return self._session.post(post_id)

    def by_uid(self, uid: str) -> Post | None:
        """The post whose uid starts with ``uid``, if there is exactly one."""
        return post_by_uid(self._session.store, uid)

    def new(
        self,
        body: str = "",
        when: WallTime | None = None,
        networks: Sequence[str] | None = None,
        *,
        sample: bool = False,
        uid: str = "",
    ) -> Changes:
        """A new post: an Idea, or a Draft if it has text already. ``created`` is its id."""
        session = self._session
        now = session.now()
        chosen = session.account.networks if networks is None else tuple(networks)
        post = Post(
            id=0,
            uid=uid or uuid4().hex,
            body=body,
            created_at=now,
            changed_at=now,
            when=when,
            networks=tuple(chosen),
            sample=sample,
        )
        if post.has_text:
            post = replace(post, state=State.DRAFT)
        step = Step("new post", (Image("post:0", None, post),))
        return session.write(step, Changes(done=""), (("created", None, ""),))

    def drop_blank(self, post_id: int) -> Changes:
        """Remove a post in which nothing was written or set; any other stays. No undo step."""
        session = self._session
        post = self.get(post_id)
        blank = Post(
            id=post.id,
            uid=post.uid,
            body="",
            created_at=post.created_at,
            changed_at=post.changed_at,
            networks=session.account.networks,
        )
        if session.store.read_only or post.body.strip("# \n\t") or replace(post, body="") != blank:
            return Changes()
        key = f"post:{post_id}"
        session.history.forget(key)
        step = Step("", (Image(key, post, None),))
        return session.write(step, Changes(), (("dropped blank", post_id, ""),), remember=False)

    def new_idea(self, title: str, when: WallTime | None = None) -> Changes:
        """A new idea: only a title, and perhaps a date."""
        return self.new(f"# {title.strip()}\n\n", when)

    def edit_text(
        self, post_id: int, body: str, network: str | None = None, *, weigh: bool = True
    ) -> Changes:
        """Replace the text (of one network's own version if ``network`` is given); quiet.

        Without ``weigh`` the words are saved at once and the gate looks at them later.
        """

        def edit(post: Post) -> Post:
            if network is None:
                return replace(post, body=body)
            own = {**post.own_texts, network: body}
            return replace(post, own_texts=MappingProxyType(own))

        run = f"text:{post_id}:{network}"
        return revise(self._session, post_id, "edit text", edit, run=run, weigh=weigh)

    def drop_own_text(self, post_id: int, network: str) -> Changes:
        """Let a network use the common text again."""

        def edit(post: Post) -> Post:
            own = {key: text for key, text in post.own_texts.items() if key != network}
            return replace(post, own_texts=MappingProxyType(own))

        return revise(self._session, post_id, "use the common text", edit)

    def close_step(self) -> None:
        """End a run of typing, so that the next edit is an undo step of its own."""
        self._session.history.close_run()

    def keep_version(self, post_id: int, reason: str) -> None:
        """Keep the present text as a version."""
        session = self._session
        post = self.get(post_id)
        with session.store.transaction() as tx:
            add_version(tx, post_id, session.now(), reason, post.body, post.own_texts)

    def set_networks(self, post_id: int, networks: Sequence[str]) -> Changes:
        """Choose where the post goes."""

        def edit(post: Post) -> Post:
            return replace(post, networks=tuple(dict.fromkeys(networks)))

        return revise(self._session, post_id, "change networks", edit)

    def schedule(self, post_id: int, when: WallTime | None) -> Changes:
        """Give the post a date and time, or take them away."""
        words = short_when(when, self._session.today()) if when else "no date"
        done = f"Moved to {words}" if when else "Date removed"
        return revise(
            self._session, post_id, f"move to {words}", lambda p: replace(p, when=when), done=done
        )

    def move_to_day(self, post_id: int, day: date) -> Changes:
        """Move to another day at the same time of day; an unscheduled post gets the usual time."""
        when = self.get(post_id).when
        target = when.on_day(day) if when else usual_time(self._session, day)
        return self.schedule(post_id, target)

    def shift(self, post_id: int, days: int) -> Changes:
        """Move by whole days, keeping the time of day."""
        when = self.get(post_id).when
        if when is None:
            raise Refused("This post has no date yet.", "Give it one with Set date and time.")
        return self.schedule(post_id, when.shifted(days))

    def set_audience(self, post_id: int, audience: Audience | None) -> Changes:
        """Say who the post is for."""
        return revise(
            self._session, post_id, "change audience", lambda p: replace(p, audience=audience)
        )

    def set_purpose(self, post_id: int, purpose: Purpose | None) -> Changes:
        """Say what the post is for."""
        return revise(
            self._session, post_id, "change purpose", lambda p: replace(p, purpose=purpose)
        )

    def set_note(self, post_id: int, note: str) -> Changes:
        """Change the internal note, which is never published and reopens nothing."""
        return revise(
            self._session,
            post_id,
            "edit note",
            lambda p: replace(p, note=note),
            run=f"note:{post_id}",
        )

    def duplicate(self, post_id: int, when: WallTime | None = None) -> Changes:
        """Copy text, networks, pictures and records; answers and history stay behind."""
        post = self.get(post_id)
        now = self._session.now()
        copy = replace(
            post,
            id=0,
            uid=uuid4().hex,
            state=State.DRAFT if post.has_text else State.IDEA,
            when=when,
            confirmations=(),
            set_aside=(),
            postings=(),
            sent_back=None,
            posted_reason="",
            created_at=now,
            changed_at=now,
            binned_at=None,
        )
        step = Step("duplicate", (Image("post:0", None, copy),))
        event = ("duplicated", None, f"from {post_id}")
        return self._session.write(step, Changes(done="Copied"), (event,))

    def versions(self, post_id: int) -> tuple[Version, ...]:
        """Earlier texts, newest first."""
        return versions(self._session.store, post_id)

    def events(self, post_id: int) -> tuple[AuditEvent, ...]:
        """What happened to the post, oldest first."""
        return events(self._session.store, post_id)

    def snapshot(self, post_id: int) -> Snapshot | None:
        """The post as it was when it was last marked Ready."""
        return last_snapshot(self._session.store, post_id)

    def advance(self, post_id: int) -> Changes:
        """The next step of its life; raises Refused with the reason if something is open."""
        return self._move(
            post_id, lambda p: workflow.advance(p, self._session.assess(p), self._session.now())
        )

    def to_review(self, post_id: int) -> Changes:
        """From Draft to In review."""
        return self._move(
            post_id, lambda p: workflow.to_review(p, self._session.assess(p), self._session.now())
        )

    def mark_ready(self, post_id: int) -> Changes:
        """From In review to Ready, with a snapshot of everything that was checked."""
        return self._move(
            post_id, lambda p: workflow.to_ready(p, self._session.assess(p), self._session.now())
        )

    def back_to_draft(self, post_id: int) -> Changes:
        """Back to Draft; confirmations are kept while their words stand."""
        return self._move(post_id, lambda p: workflow.back_to_draft(p, self._session.now()))

    def back_to_idea(self, post_id: int) -> Changes:
        """Back to Idea; the text is kept."""
        return self._move(post_id, lambda p: workflow.back_to_idea(p, self._session.now()))

    def mark_posted(self, post_id: int, network: str | None = None, link: str = "") -> Changes:
        """It went out, on one network or (None) on all of them."""

        def edit(post: Post) -> Post:
            now = self._session.now()
            for name in post.networks if network is None else (network,):
                post = workflow.mark_posted(post, name, now, link)
            return post

        return self._move(post_id, edit)

    def already_posted(self, post_id: int, reason: str) -> Changes:
        """It went out without being Ready; the reason stays on the post for good."""
        return self._move(
            post_id, lambda p: workflow.already_posted(p, reason, self._session.now())
        )

    def archive(self, post_id: int) -> Changes:
        """Put a posted post away."""
        return self._move(post_id, lambda p: workflow.archive(p, self._session.now()))

    def restore(self, post_id: int) -> Changes:
        """Bring an archived post back."""
        return self._move(post_id, lambda p: workflow.restore(p, self._session.now()))

    def bin(self, post_id: int) -> Changes:
        """Move to the bin, where it stays for 30 days."""
        return self._move(post_id, lambda p: workflow.to_bin(p, self._session.now()), "Deleted")

    def unbin(self, post_id: int) -> Changes:
        """Take out of the bin, to the state it had."""
        return self._move(post_id, lambda p: workflow.from_bin(p, self._session.now()), "Restored")

    def _move(self, post_id: int, edit: Edit, done: str = "") -> Changes:
        session = self._session
        weigh(session, post_id)  # no move rests on words that the gate has not seen
        before = self.get(post_id)
        moved = edit(before)
        if moved == before:
            return Changes()
        after = replace(moved, changed_at=session.now())
        done = done or _MOVED[after.state]
        step = Step(done[0].lower() + done[1:], (Image(f"post:{post_id}", before, after),))
        event: Event = (f"{before.state} to {after.state}", post_id, done)
        return session.write(step, Changes(done=done), (event,))


_MOVED = {
    State.IDEA: "Back to idea",
    State.DRAFT: "Back to draft",
    State.REVIEW: "In review",
    State.READY: "Marked ready",
    State.POSTED: "Marked posted",
    State.ARCHIVED: "Archived",
}
