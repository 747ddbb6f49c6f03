"""Toasts stay ten seconds, wait while they are looked at, and are kept for later."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from ui.widgets.buttons import Button
from ui.widgets.toast import STAY_MS, Toasts


@pytest.fixture
def host(qtbot):
    host = QMainWindow()
    host.setCentralWidget(QLineEdit())
    host.resize(600, 300)
    qtbot.addWidget(host)
    with qtbot.waitExposed(host):
        host.show()
    return host


@pytest.fixture
def toasts(theme, host):
    toasts = Toasts(theme, host)
    yield toasts
    toasts.dismiss()


def undo_button(toasts: Toasts) -> Button:
    return next(b for b in toasts.widget.findChildren(Button) if b.text() == "Undo")


def remaining(toasts: Toasts) -> int:
    return toasts._timer.remainingTime()


def test_a_toast_is_seen_inside_the_window_and_stays_ten_seconds(toasts, host):
    toasts.say("Moved to Tue 22 Sep, 08:00.", "Undo", lambda: None)
    assert toasts.widget.isVisible()
    assert host.rect().contains(toasts.widget.geometry())
    assert STAY_MS == 10_000
    # Qt lets a timer of this length run up to five per cent over.
    assert 9_000 < remaining(toasts) <= STAY_MS * 1.05


def test_undo_is_done_once_and_ends_the_toast(toasts, qtbot):
    done: list[int] = []
    toasts.say("Deleted.", "Undo", lambda: done.append(1))
    qtbot.mouseClick(undo_button(toasts), Qt.MouseButton.LeftButton)
    assert done == [1]
    assert not toasts.widget.isVisible()


def test_it_waits_while_the_pointer_is_on_it(toasts):
    toasts.say("Copied for Instagram.")
    inside = QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5))
    QApplication.sendEvent(toasts.widget, inside)
    assert remaining(toasts) == -1
    QApplication.sendEvent(toasts.widget, QEvent(QEvent.Type.Leave))
    assert remaining(toasts) > 9_000


def test_it_waits_while_it_has_the_focus_and_gives_it_back(toasts, host, qtbot):
    field = host.centralWidget()
    field.setFocus()
    toasts.say("Moved.", "Undo", lambda: None)
    undo_button(toasts).setFocus()
    assert remaining(toasts) == -1
    qtbot.keyClick(undo_button(toasts), Qt.Key.Key_Escape)
    assert not toasts.widget.isVisible()
    assert field.hasFocus()


def test_the_latest_messages_are_kept_newest_first(toasts):
    for number in range(25):
        toasts.say(f"Message {number}.")
    said = [message.words for message in toasts.recent]
    assert said[0] == "Message 24."
    assert len(said) == 20


def test_nothing_is_said_about_nothing(toasts, qtbot):
    with qtbot.assertNotEmitted(toasts.shown):
        toasts.say("")
    assert not toasts.widget.isVisible()


def test_it_follows_the_window(toasts, host):
    toasts.say("Moved.")
    host.resize(400, 220)
    QApplication.processEvents()
    assert host.rect().contains(toasts.widget.geometry())


def test_a_toast_outlives_the_field_that_had_the_keyboard(toasts, host, qtbot):
    field = host.centralWidget()
    field.setFocus()
    toasts.say("Deleted.", "Undo", lambda: None)
    undo_button(toasts).setFocus()
    host.setCentralWidget(QLineEdit())
    shiboken6.delete(field) if shiboken6.isValid(field) else None
    toasts.dismiss()
    assert not toasts.widget.isVisible()
