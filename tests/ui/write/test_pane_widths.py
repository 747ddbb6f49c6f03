"""Widths that she chose by dragging are there again in the next window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.planner import Planner
from ui.theme.theme import Theme
from ui.window import MainWindow
from ui.write.page import WritePage

LEFT = Qt.MouseButton.LeftButton


def opened(qtbot: QtBot, planner: Planner, theme: Theme, asker, post_id: int) -> WritePage:
    window = MainWindow(planner, theme, asker)
    window.resize(1400, 800)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.open_post(post_id)
    QTest.qWait(20)
    page = window.page
    assert isinstance(page, WritePage)
    return page


def test_widths_are_remembered_on_this_computer(
    qtbot: QtBot, planner: Planner, theme: Theme, asker
) -> None:
    post_id = planner.posts.new("# One\n\nTwo.").created
    page = opened(qtbot, planner, theme, asker, post_id)
    before = page.split.right.width()
    grip = page.split.handle(2)
    at = grip.rect().center()
    QTest.mousePress(grip, LEFT, pos=at)
    QTest.mouseMove(grip, at - QPoint(60, 0))
    QTest.mouseRelease(grip, LEFT, pos=at - QPoint(60, 0))
    widths = (page.preview.width(), page.split.right.width())
    assert widths[1] > before
    page.window().close()
    again = opened(qtbot, planner, theme, asker, post_id)
    assert (again.preview.width(), again.split.right.width()) == widths
    again.window().close()
