"""What follows for posts when something they rest on changes: a record, the rules, the date."""

from __future__ import annotations

from app import workflow
from app.model.changes import Changes
from app.model.post import State
from app.model.rows import PostFilter
from app.operations.history import Image, Step
from app.operations.session import Event, Session

SENT_BACK = "Changed after it was Ready. Some checks opened again."
OPEN_STATES = frozenset({State.REVIEW, State.READY})


def follow(session: Session, post_id: int, step_name: str = "", run: str = "") -> Changes:
    """Look at one post again; a Ready post that the gate no longer lets through is sent back.

    With ``run`` this becomes part of the undo step of the same run, so that one Undo
    takes back the record's change and what followed from it.
    """
    before = session.post(post_id)
    answer = session.assess(before)
    after = before
    events: tuple[Event, ...] = ()
    if before.state is State.READY and not answer.clear:
        after = workflow.send_back(before, answer, session.now())
        events = (("ready to review", post_id, answer.reason),)
    step = Step(step_name, (Image(f"post:{post_id}", before, after),), run)
    return session.write(step, Changes(), events, remember=bool(run))


def weigh(session: Session, post_id: int) -> Changes:
    """Let the gate and the workflow catch up with words that were saved before they looked.

    No step of its own: Undo takes the words back, and with them what followed.
    """
    if session.store.read_only or post_id not in session.unweighed():
        return Changes()
    key, before = f"post:{post_id}", session.post(post_id)
    answer = session.assess(before)
    after = workflow.weighed(before, answer, session.now())
    events: tuple[Event, ...] = ()
    done = ""
    if after.state is not before.state:
        events = ((f"{before.state} to {after.state}", post_id, answer.reason),)
        done = SENT_BACK if before.state is State.READY else ""
    step = Step("", (Image(key, before, after),))
    changes = session.write(step, Changes(done=done), events, remember=False)
    session.history.amend(key, before, after)
    return changes


def follow_records(session: Session, posts: tuple[int, ...], name: str, run: str) -> Changes:
    """Look again at every post that rests on a record that just changed."""
    changes = Changes()
    for post_id in posts:
        changes |= follow(session, post_id, name, run)
    session.history.close_run()
    return changes


def sweep(session: Session, states: frozenset[State] = frozenset({State.READY})) -> Changes:
    """Look again at all posts in some states: time and rules move without an edit."""
    changes = Changes()
    if session.store.read_only:
        return changes
    for row in session.rows(PostFilter(states=states)):
        answer = session.assess(session.post(row.id))
        if answer.tally != row.tally or (row.state is State.READY and not answer.clear):
            changes |= follow(session, row.id)
    return changes
