"""A new post in which nothing was written or set is not kept when she leaves it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.planner import Planner
from ui.window import MainWindow
from ui.write.page import WritePage

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def start(window: MainWindow, qtbot: QtBot, account) -> Callable[[], WritePage]:
    def press() -> WritePage:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keyClick(window, Qt.Key.Key_N, CTRL)
        page = window.page
        assert isinstance(page, WritePage)
        return page

    return press


def titles(planner: Planner) -> list[str]:
    return [row.title for row in planner.lists.rows()]


def test_leaving_a_blank_post_leaves_nothing(
    start: Callable[[], WritePage], window: MainWindow, planner: Planner, qtbot: QtBot
) -> None:
    window.go("posts")
    before = planner.undo_name
    page = start()
    assert len(titles(planner)) == 1
    said = len(window.context.toasts.recent)
    QTest.keyClick(page.editor, Qt.Key.Key_Left, ALT)
    assert window.page_name == "posts"
    assert titles(planner) == []
    assert len(window.context.toasts.recent) == said
    assert planner.undo_name == before
    assert not window.trail.can_go_forward
    window.step(False)
    assert window.page_name == "calendar"


def test_two_new_posts_in_a_row_leave_one(
    start: Callable[[], WritePage], window: MainWindow, planner: Planner
) -> None:
    start()
    page = start()
    assert len(titles(planner)) == 1
    QTest.keyClicks(page.editor, "Coffee and the heart")
    window.go("calendar")
    assert titles(planner) == ["Coffee and the heart"]


def test_words_a_date_or_other_networks_keep_it(
    start: Callable[[], WritePage], window: MainWindow, planner: Planner
) -> None:
    page = start()
    QTest.keyClicks(page.editor, "# Salt")
    window.go("calendar")
    page = start()
    post = page.session.post
    assert post is not None
    planner.posts.set_networks(post.id, ("x",))
    window.go("calendar")
    window.new_post(date(2026, 9, 24))
    window.go("calendar")
    assert len(titles(planner)) == 3


def test_words_taken_out_again_count_as_never_written(
    start: Callable[[], WritePage], window: MainWindow, planner: Planner
) -> None:
    page = start()
    QTest.keyClicks(page.editor, "# S")
    for _ in range(3):
        QTest.keyClick(page.editor, Qt.Key.Key_Backspace)
    window.go("calendar")
    assert titles(planner) == []


def test_closing_the_window_upon_a_blank_post_leaves_nothing(
    start: Callable[[], WritePage], window: MainWindow, planner: Planner
) -> None:
    start()
    window.close()
    assert titles(planner) == []


def test_saving_and_undoing_do_not_drop_it(
    start: Callable[[], WritePage], window: MainWindow, planner: Planner
) -> None:
    page = start()
    QTest.keyClick(page.editor, Qt.Key.Key_S, CTRL)
    assert len(titles(planner)) == 1
    assert page.session.post is not None
