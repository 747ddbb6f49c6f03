from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.checklist import assess as gate
from app.model.post import State
from app.planner import Planner
from ui.caretaker import Caretaker
from ui.weigher import Weigher
from ui.window import MainWindow
from ui.write.page import WritePage

from .ready import make_ready

CLEAN = """# Walking

Walking is a good first exercise for many people. Start gently and add a little each week.

General information, not medical advice.
"""
PROBLEM = CLEAN + "\nAblation cures AFib and is guaranteed to work."


class SlowGate:
    """The gate, which on the worker waits until it may answer, and never runs elsewhere."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may_answer = threading.Event()
        self.asked = threading.Event()
        self.elsewhere = 0
        real = gate.assess

        def assess(*args: object) -> object:
            self.asked.set()
            if threading.current_thread() is threading.main_thread():
                self.elsewhere += 1
            else:
                self.may_answer.wait(10)
            return real(*args)  # type: ignore[arg-type]

        monkeypatch.setattr(gate, "assess", assess)


@pytest.fixture
def write(window: MainWindow, qtbot: QtBot) -> Callable[[int], WritePage]:
    def open_post(post_id: int) -> WritePage:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.open_post(post_id)
        page = window.page
        assert isinstance(page, WritePage)
        qtbot.waitUntil(lambda: not window.context.tasks.busy)
        page.editor.setFocus()
        end = len(page.editor.text())
        page.editor.select(end, end)
        return page

    return open_post


def idle(window: MainWindow, planner: Planner) -> Callable[[], bool]:
    return lambda: not window.context.tasks.busy and not planner.gate.unweighed()


def test_words_are_saved_while_the_gate_still_looks(
    write: Callable[[int], WritePage],
    window: MainWindow,
    planner: Planner,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    post_id = planner.posts.new(CLEAN, networks=("linkedin",)).created
    page = write(post_id)
    before = planner.lists.row(post_id).tally
    slow = SlowGate(monkeypatch)
    QTest.keyClicks(page.editor, "Ablation cures AFib and is guaranteed to work.")
    qtbot.waitUntil(lambda: planner.posts.get(post_id).body.endswith("work."), timeout=3000)
    assert page.editor.text().endswith("work.")
    assert planner.lists.row(post_id).tally == before
    qtbot.waitUntil(slow.asked.is_set, timeout=3000)
    QTest.keyClicks(page.editor, " And")  # she types on, and nothing holds her up
    page.session.flush()
    slow.may_answer.set()
    qtbot.waitUntil(idle(window, planner), timeout=5000)
    assert planner.lists.row(post_id).tally == planner.gate.assess(post_id).tally != before
    assert page.checks.assessment is not None
    assert page.checks.assessment.tally == planner.lists.row(post_id).tally
    assert slow.elsewhere == 0


def test_a_ready_post_leaves_ready_with_the_save_and_the_rest_follows(
    write: Callable[[int], WritePage],
    window: MainWindow,
    planner: Planner,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    post_id = make_ready(planner, CLEAN, date(2026, 9, 24))
    page = write(post_id)
    slow = SlowGate(monkeypatch)
    QTest.keyClicks(page.editor, " Ablation cures AFib and is guaranteed to work.")
    page.session.flush()
    assert planner.posts.get(post_id).state is State.REVIEW
    assert page.checks.banner.isVisible()
    assert "The checks look at it now." in page.checks.banner.accessibleName()
    slow.may_answer.set()
    qtbot.waitUntil(idle(window, planner), timeout=5000)
    sent = planner.posts.get(post_id).sent_back
    assert sent is not None
    assert sent.reopened
    assert slow.elsewhere == 0


def test_leaving_does_not_wait_and_the_calendar_hears_of_it(
    write: Callable[[int], WritePage],
    window: MainWindow,
    planner: Planner,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    post_id = planner.posts.new(CLEAN, networks=("linkedin",)).created
    page = write(post_id)
    slow = SlowGate(monkeypatch)
    QTest.keyClicks(page.editor, " Ablation cures AFib and is guaranteed to work.")
    started = time.monotonic()
    window.go("posts")
    assert time.monotonic() - started < 2
    assert planner.posts.get(post_id).body.endswith("work.")
    assert slow.elsewhere == 0
    slow.may_answer.set()
    qtbot.waitUntil(idle(window, planner), timeout=5000)
    assert planner.lists.row(post_id).tally.to_fix


def test_what_was_left_is_weighed_when_the_planner_opens(
    window: MainWindow, planner: Planner, qtbot: QtBot
) -> None:
    post_id = planner.posts.new(CLEAN, networks=("linkedin",)).created
    window.context.weigher.stop()  # as if the window had been closed upon it
    planner.posts.edit_text(post_id, PROBLEM, weigh=False)
    context = window.context
    again = context._replace(weigher=Weigher(planner, context.bridge, context.tasks, window))
    caretaker = Caretaker(again, window)
    caretaker.begin(0)
    qtbot.waitUntil(idle(window, planner), timeout=5000)
    caretaker.stop()
    again.weigher.stop()
    assert planner.lists.row(post_id).tally.to_fix
