"""The registers of a practice: kept, undone, noted in the audit trail, and felt by posts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.errors import BadInput, Refused
from app.model.changes import Changes
from app.model.post import State
from app.model.registers import Register, RegisterRecord, Shows
from app.planner import Planner
from app.store.audit import events
from tests.app.operations.test_posts import make_ready

POLICY = RegisterRecord(
    0,
    Register.POLICY,
    "Policy, version 2",
    date(2026, 1, 1),
    date(2027, 1, 1),
    frozenset({Shows.ACKNOWLEDGED}),
)


def audit(planner: Planner) -> list[tuple[str, str]]:
    return [(one.what, one.detail) for one in events(planner._session.store)]


def test_a_record_is_kept_changed_and_removed_and_each_is_one_undo(planner: Planner) -> None:
    seen: list[Changes] = []
    planner.subscribe(seen.append)
    number = planner.registers.save(POLICY).created
    kept = replace(POLICY, id=number)
    assert planner.registers.all() == (kept,)
    assert planner.registers.all(Register.CPD) == ()
    assert seen[-1].registers == {number}

    longer = replace(kept, until=date(2027, 6, 1))
    planner.registers.save(longer)
    assert planner.undo_name == "change record"
    planner.registers.remove(number)
    assert planner.registers.all() == ()
    planner.undo()
    assert planner.registers.all() == (longer,)
    planner.undo()
    assert planner.registers.all() == (kept,)
    planner.undo()
    assert planner.registers.all() == ()
    planner.redo()
    assert planner.registers.all() == (kept,)


def test_the_audit_trail_says_what_was_done_to_which_record(planner: Planner) -> None:
    number = planner.registers.save(POLICY).created
    planner.registers.save(replace(POLICY, id=number, note="Printed"))
    planner.registers.save(replace(POLICY, id=number, note="Printed"))  # nothing new
    planner.registers.remove(number)
    planner.undo()
    about = "policy: Policy, version 2"
    assert audit(planner)[-4:] == [
        ("add record", about),
        ("change record", about),
        ("remove record", about),
        ("undo", "remove record"),
    ]


def test_a_record_without_title_or_that_ends_before_it_begins_is_refused(planner: Planner) -> None:
    for bad in (replace(POLICY, title=" "), replace(POLICY, until=date(2025, 1, 1))):
        with pytest.raises(BadInput):
            planner.registers.save(bad)
    with pytest.raises(Refused):
        planner.registers.remove(7)
    assert planner.registers.all() == ()


def test_a_lapsed_policy_sends_a_ready_post_back_and_the_new_one_lets_it_through(
    planner: Planner,
) -> None:
    post_id = make_ready(planner)
    number = planner.registers.save(POLICY).created
    assert planner.posts.get(post_id).state is State.READY
    planner.registers.save(replace(POLICY, id=number, dated=date(2026, 12, 1)))
    sent = planner.posts.get(post_id)
    assert sent.state is State.REVIEW
    assert sent.sent_back is not None
    assert "policy" in planner.gate.assess(post_id).reason
    planner.registers.save(replace(POLICY, id=number))
    assert planner.gate.assess(post_id).clear
