"""Work off the interface's thread: order, replacement, errors, a clean end."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread

from ui.tasks import Tasks


@pytest.fixture
def tasks():
    tasks = Tasks()
    yield tasks
    tasks.close()


def test_work_is_done_elsewhere_and_heard_of_here(tasks, qtbot):
    here = threading.get_ident()
    seen: list[tuple[int, bool]] = []
    tasks.run(
        threading.get_ident,
        lambda worker: seen.append((worker, threading.get_ident() == here)),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != here
    assert seen[0][1]
    assert not tasks.busy


def test_jobs_come_back_in_order(tasks, qtbot):
    seen: list[int] = []
    for number in range(20):
        tasks.run(lambda number=number: number, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert seen == list(range(20))


def test_a_newer_job_of_the_same_name_replaces_the_older(tasks, qtbot):
    gate = threading.Event()
    ran: list[int] = []
    seen: list[int] = []

    def work(number: int) -> int:
        ran.append(number)
        return number

    tasks.run(gate.wait, lambda _: None)
    for number in range(5):
        tasks.run(lambda number=number: work(number), seen.append, key="checks")
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert ran == [4]
    assert seen == [4]


def test_the_result_of_a_replaced_job_is_dropped(tasks, qtbot):
    began, gate = threading.Event(), threading.Event()
    seen: list[str] = []

    def slow() -> str:
        began.set()
        gate.wait()
        return "old"

    tasks.run(slow, seen.append, key="checks")
    began.wait()
    tasks.run(lambda: "new", seen.append, key="checks")
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert seen == ["new"]


def test_what_fails_is_told(tasks, qtbot):
    seen: list[Exception] = []
    tasks.run(lambda: 1 // 0, lambda _: None, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], ZeroDivisionError)


def test_what_fails_untold_reaches_the_error_report(tasks, qtbot):
    with qtbot.captureExceptions() as caught:
        tasks.run(lambda: 1 // 0, lambda _: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_nothing_is_left_after_closing(qtbot):
    tasks = Tasks()
    gate = threading.Event()
    seen: list[object] = []
    tasks.run(gate.wait, seen.append)
    tasks.run(lambda: "late", seen.append)
    gate.set()
    tasks.close()
    tasks.run(lambda: "after", seen.append)
    QThread.msleep(20)
    qtbot.waitUntil(lambda: True)
    assert seen == []
    assert not [thread for thread in threading.enumerate() if thread.name == "primum-tasks"]
