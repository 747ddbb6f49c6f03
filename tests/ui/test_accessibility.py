"""Every page: a spoken name for all that takes the focus, and room for every word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ui.page_list import PAGES


def spoken(widget: QWidget) -> str:
    known = QAccessible.queryAccessibleInterface(widget)
    name = known.text(QAccessible.Text.Name) if known is not None else ""
    return (widget.accessibleName() or name or "").strip()


def unnamed(root: QWidget) -> list[str]:
    """What takes the focus and says nothing; Qt's inner parts speak through their owners."""
    return [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisibleTo(root)
        and not widget.objectName().startswith("qt_")
        and widget.focusProxy() is None
        and not spoken(widget)
    ]


def cramped(root: QWidget) -> list[str]:
    """Buttons whose words do not fit."""
    return [
        f"{button.text()!r}: {button.width()} px"
        for button in root.findChildren(QPushButton)
        if button.isVisibleTo(root)
        and button.text()
        and button.fontMetrics().horizontalAdvance(button.text().replace("&", "")) > button.width()
    ]


def open_page(window, planner, name: str) -> None:
    post = planner.posts.new("# Your watch says AFib\n\nSee a doctor. It cures AFib in 9 of 10.")
    planner.posts.set_networks(post.created, ("linkedin", "x"))
    window.go(name, post.created if name == "write" else 0)
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("name", PAGES)
def test_everything_that_takes_focus_has_a_name(window, planner, name):
    open_page(window, planner, name)
    assert unnamed(window) == []


@pytest.mark.parametrize("size", [100, 130, 150])
@pytest.mark.parametrize("name", PAGES)
def test_no_button_is_narrower_than_its_words(window, planner, theme, name, size):
    planner.set_setting("text_size", size)
    open_page(window, planner, name)
    assert cramped(window) == []


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("name", PAGES)
def test_targets_are_large_enough_to_hit(window, planner, name, size):
    planner.set_setting("text_size", size)
    open_page(window, planner, name)
    small = [
        f"{spoken(button)}: {button.width()} x {button.height()}"
        for button in window.findChildren(QPushButton)
        if button.isVisibleTo(window) and min(button.width(), button.height()) < 24
    ]
    assert small == []


@pytest.mark.parametrize("name", PAGES)
def test_the_window_fits_the_smallest_size_at_every_text_size(window, planner, name):
    open_page(window, planner, name)
    for size in (90, 130, 150):
        planner.set_setting("text_size", size)
        for _ in range(5):
            QApplication.processEvents()
        assert window.minimumSizeHint().width() <= 1280, (name, size)


def test_labels_of_buddies_move_the_focus_where_they_say(window, planner):
    open_page(window, planner, "settings")
    buddies = [label.buddy() for label in window.findChildren(QLabel) if label.buddy()]
    assert buddies
    assert all(spoken(buddy) for buddy in buddies)
