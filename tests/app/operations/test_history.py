from __future__ import annotations

from app.operations.history import LIMIT, History, Image, Step


def step(name: str, before: str, after: str, run: str = "") -> Step:
    return Step(name, (Image("setting:zone", before, after),), run)


def test_steps_of_one_run_become_one_and_keep_the_first_before() -> None:
    history = History()
    history.add(step("type", "", "a", "run"))
    history.add(step("type", "a", "ab", "run"))
    last = history.last_done()
    assert last is not None
    assert last.images == (Image("setting:zone", "", "ab"),)
    history.mark_undone()
    assert history.undo_name == ""
    assert history.redo_name == "type"


def test_a_new_step_forgets_what_was_undone() -> None:
    history = History()
    history.add(step("one", "", "1"))
    history.mark_undone()
    history.add(step("two", "", "2"))
    assert history.redo_name == ""


def test_history_is_bounded() -> None:
    history = History()
    for number in range(LIMIT + 20):
        history.add(step(str(number), "", str(number)))
    steps = 0
    while history.undo_name:
        history.mark_undone()
        steps += 1
    assert steps == LIMIT


def test_turning_twice_gives_the_same_step() -> None:
    one = Step("a", (Image("setting:zone", "1", "2"), Image("setting:theme", "x", "y")))
    assert one.turned().turned() == one
