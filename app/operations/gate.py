"""Answers to the gate: confirming, setting aside, correcting a fact, and how a text will look."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.checklist import answers
from app.errors import Refused
from app.model.assessment import Assessment, Check
from app.model.changes import Changes
from app.model.post import Post, State
from app.model.rows import PostFilter
from app.networks.count import Count, count
from app.networks.fold import fold
from app.networks.render import Rendered, render
from app.operations.consequences import follow, weigh
from app.operations.posts import revise
from app.operations.session import Session

if TYPE_CHECKING:
    from app.checks.pack import Pack


class GateDesk:
    """What the gate says of a post, and the author's answers to it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def pack(self) -> Pack:
        """The rules in force, for "Why?"."""
        return self._session.pack

    def assess(self, post_id: int) -> Assessment:
        """The assessment of a stored post."""
        return self._session.assess(self._session.post(post_id))

    def task(self, post: Post) -> Callable[[], Assessment]:
        """What computes the assessment of ``post`` (saved or not) on any thread."""
        inputs = self._session.inputs(post)
        session, pack = self._session, self._session.pack

        def work() -> Assessment:
            from app.checklist.assess import assess

            # What was weighed while typing need not be weighed again when it is saved.
            answer = session.known(inputs)
            if answer is None:
                answer = assess(inputs, pack)
                session.remember(inputs, answer)
            return answer

        return work

    def confirm(self, post_id: int, check_id: str) -> Changes:
        """Answer a question that only the author can answer, for the words as they are now."""
        check = self._check(post_id, check_id)
        now = self._session.now()
        return revise(
            self._session,
            post_id,
            f"confirm “{check.title}”",
            lambda post: answers.confirm(post, check, now),
        )

    def unconfirm(self, post_id: int, check_id: str) -> Changes:
        """Take a confirmation back."""
        check = self._check(post_id, check_id)
        return revise(
            self._session,
            post_id,
            f"unconfirm “{check.title}”",
            lambda post: answers.unconfirm(post, check),
        )

    def set_aside(self, post_id: int, check_id: str, reason: str = "") -> Changes:
        """Judge a finding not relevant here; blocks take a reason of 20 characters."""
        check = self._check(post_id, check_id)
        now = self._session.now()
        return revise(
            self._session,
            post_id,
            f"set aside “{check.title}”",
            lambda post: answers.set_aside(post, check, reason, now),
        )

    def bring_back(self, post_id: int, key: str) -> Changes:
        """Let a finding that was set aside count again."""
        return revise(
            self._session, post_id, "bring back a check", lambda p: answers.bring_back(p, key)
        )

    def correct_fact(self, post_id: int, fact: str, value: bool, reason: str) -> Changes:
        """Correct what the gate believes about the post; the reason is kept."""
        now = self._session.now()
        return revise(
            self._session,
            post_id,
            "correct a fact",
            lambda post: answers.correct_fact(post, fact, value, reason, now),
        )

    def unweighed(self) -> tuple[int, ...]:
        """Ids of the posts whose words were saved before the gate looked at them."""
        return self._session.unweighed()

    def knows(self, post_id: int) -> bool:
        """Whether the gate has looked at the stored words, so that ``weigh`` takes no time."""
        inputs = self._session.inputs(self._session.post(post_id))
        return self._session.known(inputs) is not None

    def weigh(self, post_id: int) -> Changes:
        """Draw the consequences of words that were saved before the gate looked at them."""
        return weigh(self._session, post_id)

    def ready_posts(self) -> tuple[int, ...]:
        """Ids of the Ready posts, which time, law and records may reopen."""
        wanted = PostFilter(states=frozenset({State.READY}))
        return tuple(row.id for row in self._session.rows(wanted))

    def look_again(self, post_id: int) -> Changes:
        """Look at one Ready post again; sent back if a check opened since. Quiet otherwise."""
        session = self._session
        post = session.post(post_id)
        if session.store.read_only or post.state is not State.READY or session.assess(post).clear:
            return Changes()
        return follow(session, post_id)

    def network_text(self, post: Post, network: str) -> Rendered:
        """The text as ``network`` will show it."""
        return render(post.text_for(network), network, self._session.linked_sources(post))

    def count(self, post: Post, network: str) -> Count:
        """How much of the network's limit the text uses."""
        return count(self.network_text(post, network).text, network)

    def fold(self, post: Post, network: str) -> tuple[str, str]:
        """What the network shows before "...more", and the rest."""
        return fold(self.network_text(post, network).text, network)

    def _check(self, post_id: int, check_id: str) -> Check:
        for check in self.assess(post_id).checks:
            if check.id == check_id:
                return check
        raise Refused("This check is no longer open.", "The text changed meanwhile.")
