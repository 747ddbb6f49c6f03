"""Words that are saved before the gate has looked at them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.checklist import assess as gate
from app.errors import Refused
from app.model.post import State
from app.planner import Planner
from app.workflow import published_print

from .test_posts import CLEAN, make_ready

PROBLEM = CLEAN.replace(
    "Start gently", "Ablation cures AFib and is guaranteed to work. Start gently"
)


@pytest.fixture
def no_gate(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Call it to make every run of the gate an error."""

    def forbid() -> None:
        def refuse(*_: object) -> None:
            raise AssertionError("the gate ran")

        monkeypatch.setattr(gate, "assess", refuse)

    return forbid


def exported(planner: Planner) -> int:
    plan = planner.exports.preview("plain", date(2026, 9, 1), date(2026, 9, 30))
    return plan.written


def test_words_are_saved_without_the_gate(planner: Planner, no_gate: Callable[[], None]) -> None:
    post_id = planner.posts.new(CLEAN).created
    no_gate()
    planner.posts.edit_text(post_id, PROBLEM, weigh=False)
    assert planner.posts.get(post_id).body == PROBLEM
    assert planner.gate.unweighed() == (post_id,)
    assert not planner.gate.knows(post_id)


def test_weighing_later_brings_state_and_counts_up_to_date(planner: Planner) -> None:
    at_once, later = planner.posts.new(CLEAN).created, planner.posts.new(CLEAN).created
    planner.posts.edit_text(at_once, PROBLEM)
    planner.posts.edit_text(later, PROBLEM, weigh=False)
    assert planner.lists.row(later).tally != planner.lists.row(at_once).tally
    assert planner.gate.weigh(later).posts == {later}
    assert planner.lists.row(later).tally == planner.lists.row(at_once).tally
    assert planner.gate.unweighed() == ()
    assert not planner.gate.weigh(later).posts


def test_a_ready_post_is_sent_back_with_its_first_unweighed_word(planner: Planner) -> None:
    post_id = make_ready(planner)
    assert exported(planner) == 1
    snapshot = planner.posts.snapshot(post_id)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gate, "assess", None)
        planner.posts.edit_text(post_id, PROBLEM, weigh=False)
    post = planner.posts.get(post_id)
    assert post.state is State.REVIEW
    assert post.sent_back is not None
    assert post.sent_back.cause == "You edited 1 sentence"
    assert exported(planner) == 0
    with pytest.raises(Refused, match="Not ready yet"):
        planner.posts.mark_ready(post_id)
    with pytest.raises(Refused):
        planner.posts.mark_posted(post_id)
    assert planner.posts.snapshot(post_id) == snapshot
    planner.gate.weigh(post_id)
    sent = planner.posts.get(post_id).sent_back
    assert sent is not None
    assert sent.reopened


def test_the_words_that_were_ready_make_it_ready_again_when_they_are_weighed(
    planner: Planner,
) -> None:
    post_id = make_ready(planner)
    planner.posts.edit_text(post_id, PROBLEM, weigh=False)
    planner.posts.edit_text(post_id, CLEAN, weigh=False)
    assert planner.posts.get(post_id).state is State.REVIEW
    assert exported(planner) == 0
    planner.gate.weigh(post_id)
    assert planner.posts.get(post_id).state is State.READY
    assert exported(planner) == 1


def test_spacing_alone_leaves_a_post_ready_and_its_snapshot_waits_for_the_gate(
    planner: Planner,
) -> None:
    post_id = make_ready(planner)
    spaced = CLEAN + "\n\n"
    planner.posts.edit_text(post_id, spaced, weigh=False)
    assert planner.posts.get(post_id).state is State.READY
    assert planner.posts.snapshot(post_id).body == CLEAN
    planner.gate.weigh(post_id)
    assert planner.posts.snapshot(post_id).body == spaced


def test_undo_and_redo_see_the_weighed_post(planner: Planner) -> None:
    post_id = make_ready(planner)
    planner.posts.edit_text(post_id, PROBLEM, weigh=False)
    planner.gate.weigh(post_id)
    weighed = planner.posts.get(post_id)
    planner.undo()
    assert planner.posts.get(post_id).state is State.READY
    planner.redo()
    assert planner.posts.get(post_id) == weighed
    assert planner.undo_name == "edit text"


def test_typing_on_after_weighing_is_still_one_undo_step(planner: Planner) -> None:
    post_id = planner.posts.new("# A\n\none").created
    planner.posts.edit_text(post_id, "# A\n\none two", weigh=False)
    planner.gate.weigh(post_id)
    planner.posts.edit_text(post_id, "# A\n\none two three", weigh=False)
    planner.gate.weigh(post_id)
    planner.undo()
    assert planner.posts.get(post_id).body == "# A\n\none"


def test_what_waits_for_the_gate_is_known_when_the_planner_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "again.primum"
    planner = Planner.create(path)
    post_id = planner.posts.new(CLEAN).created
    planner.posts.edit_text(post_id, PROBLEM, weigh=False)
    planner.close()
    planner = Planner.open(path)
    assert planner.gate.unweighed() == (post_id,)
    planner.gate.task(planner.posts.get(post_id))()
    assert planner.gate.knows(post_id)
    planner.gate.weigh(post_id)
    assert planner.gate.unweighed() == ()
    planner.close()


def test_removed_posts_wait_for_nothing(planner: Planner) -> None:
    post_id = planner.posts.new(CLEAN).created
    planner.posts.edit_text(post_id, PROBLEM, weigh=False)
    planner.undo()
    planner.undo()
    assert planner.gate.unweighed() == ()


def test_the_gate_is_not_asked_twice_for_the_same_words(
    planner: Planner, no_gate: Callable[[], None]
) -> None:
    post_id = planner.posts.new(CLEAN).created
    planner.posts.edit_text(post_id, PROBLEM, weigh=False)
    answer = planner.gate.task(planner.posts.get(post_id))()
    no_gate()
    assert planner.gate.task(planner.posts.get(post_id))() == answer
    planner.gate.weigh(post_id)


def test_published_print_is_that_of_the_words(planner: Planner) -> None:
    post_id = make_ready(planner)
    before = planner.posts.get(post_id)
    planner.posts.edit_text(post_id, PROBLEM, weigh=False)
    sent = planner.posts.get(post_id).sent_back
    assert sent is not None
    assert sent.ready_print == published_print(before)
