"""What holds for every dialog: keyboard, focus, one at a time, room for every word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from tests.ui.dialogs.conftest import FIRST, OPENERS, open_dialog
from tests.ui.hands import find, focus, name_of, on_screen
from ui.dialogs.record_row import RecordRow
from ui.dialogs.sheet import Sheet
from ui.widgets.elided import ElidedLabel

pytestmark = pytest.mark.usefixtures("home")
ALL = pytest.mark.parametrize("name", OPENERS)
LOOKS = (
    ((1280, 800), 100, "light"),
    ((960, 640), 100, "dark"),
    ((1280, 800), 130, "dark"),
    ((960, 640), 130, "light"),
    ((960, 640), 150, "dark"),
)
RECORDS = pytest.mark.parametrize("name", ["consent", "source", "interest"])


def spoken(widget: QWidget) -> str:
    known = QAccessible.queryAccessibleInterface(widget)
    name = known.text(QAccessible.Text.Name) if known is not None else ""
    return (widget.accessibleName() or name or "").strip()


def stops(sheet: Sheet) -> list[QWidget]:
    """What Tab must come to: shown, usable, and not a part of something else."""
    return [
        widget
        for widget in sheet.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]


def cut(sheet: Sheet) -> list[str]:
    """Words that have less room than they need."""
    found = []
    for button in sheet.findChildren(QPushButton):
        if button.isVisible() and button.text():
            need = button.minimumSizeHint()
            if button.width() < need.width() or button.height() < need.height():
                found.append(f"button {button.text()}: {button.size()} needs {need}")
    for label in sheet.findChildren(QLabel):
        if not label.isVisible() or not label.text() or isinstance(label, ElidedLabel):
            continue
        need_high = label.heightForWidth(label.width()) if label.wordWrap() else 0
        need_high = max(need_high, 0 if label.wordWrap() else label.sizeHint().height())
        if label.height() < need_high:
            found.append(f"label {label.text()}: {label.height()} high needs {need_high}")
        if not label.wordWrap() and label.width() < label.sizeHint().width():
            found.append(f"label {label.text()}: {label.width()} needs {label.sizeHint().width()}")
    for area in sheet.findChildren(QScrollArea):
        inside = area.widget()
        if inside is not None and inside.width() > area.viewport().width():
            found.append(f"{inside.width()} wide inside {area.viewport().width()}")
    return found


def outside(sheet: Sheet) -> list[str]:
    """Footer buttons, and the card itself, that are not wholly in sight."""
    window = sheet.parentWidget()
    assert window is not None
    room = QRect(QPoint(0, 0), window.size())
    card = QRect(sheet.card.mapTo(window, QPoint(0, 0)), sheet.card.size())
    found = [] if room.contains(card) else [f"card {card} in {room}"]
    for button in sheet.card.findChildren(QPushButton):
        at = QRect(button.mapTo(window, QPoint(0, 0)), button.size())
        if button.parent() is sheet.card and button.isVisible() and not card.contains(at):
            found.append(f"{name_of(button)} {at} in {card}")
    return found


@ALL
def test_the_keyboard_starts_in_the_right_field(home, post_id, name):
    sheet = open_dialog(home, name, post_id)
    assert name_of(focus()) == FIRST[name]
    assert sheet.isAncestorOf(focus())


@ALL
def test_tab_goes_round_inside_and_comes_to_everything(home, post_id, keys, name):
    sheet = open_dialog(home, name, post_id)
    for key in ("Tab", "Shift+Tab"):
        seen = set()
        # Once round, and a little more: in a date Tab stops at day, month and year.
        for _ in range(len(stops(sheet)) + 12):
            keys.press(key)
            assert sheet.isAncestorOf(focus()), f"{key} left the dialog for {focus()}"
            assert on_screen(focus()), f"{name_of(focus())} is out of sight"
            seen.add(focus())
        assert [name_of(stop) for stop in stops(sheet) if stop not in seen] == []


@ALL
def test_esc_closes_and_the_keyboard_goes_back(home, post_id, keys, name):
    open_dialog(home, name, post_id)
    keys.press("Esc")
    assert home.context.dialogs.current is None
    assert not home.window.findChildren(Sheet)
    assert focus() is home.text
    assert home.text.toPlainText() == "Words that stay."


@ALL
@pytest.mark.parametrize("button", ["Cancel", "Close"])
def test_the_buttons_that_leave(home, post_id, hand, name, button):
    sheet = open_dialog(home, name, post_id)
    hand.click(find(sheet, button, QAbstractButton))
    assert home.context.dialogs.current is None
    assert focus() is home.text


@ALL
def test_enter_on_cancel_cancels(home, post_id, keys, name):
    open_dialog(home, name, post_id)
    keys.tab_to("Cancel")
    keys.press("Return")
    assert home.context.dialogs.current is None


@ALL
def test_a_click_beside_the_card_does_nothing(home, post_id, hand, name):
    sheet = open_dialog(home, name, post_id)
    before = focus()
    hand.click(sheet, QPoint(8, 8))
    assert home.context.dialogs.current is sheet
    assert focus() is before


@ALL
def test_the_windows_actions_rest_and_wake(home, post_id, keys, name):
    actions = home.context.actions
    assert actions.action("post.new").isEnabled()
    open_dialog(home, name, post_id)
    assert not actions.action("post.new").isEnabled()
    assert actions.action("app.quit").isEnabled()
    keys.press("Ctrl+N")
    assert home.made == 0
    keys.press("Esc")
    assert actions.action("post.new").isEnabled()
    keys.press("Ctrl+N")
    assert home.made == 1


@ALL
@pytest.mark.parametrize("second", ["export", "date"])
def test_two_dialogs_are_never_open_at_once(home, post_id, name, second):
    sheet = open_dialog(home, name, post_id)
    before = focus()
    OPENERS[second](home.context.dialogs, post_id)
    QApplication.processEvents()
    assert home.context.dialogs.current is sheet
    assert [other for other in home.window.findChildren(Sheet) if other.isVisible()] == [sheet]
    assert focus() is before


@ALL
def test_everything_that_takes_the_focus_has_a_name(home, post_id, name):
    sheet = open_dialog(home, name, post_id)
    assert [type(stop).__name__ for stop in stops(sheet) if not spoken(stop)] == []


@ALL
def test_nothing_is_cut(home, post_id, theme, keys, name):
    for size, text, look in LOOKS:
        theme.choose(look, text)
        home.window.resize(*size)
        QApplication.processEvents()
        sheet = open_dialog(home, name, post_id)
        assert (cut(sheet), outside(sheet)) == ([], []), (size, text, look)
        keys.press("Esc")


@RECORDS
@pytest.mark.usefixtures("records")
def test_nothing_is_cut_in_the_lists(home, post_id, theme, keys, name):
    for size, text, look in LOOKS:
        theme.choose(look, text)
        home.window.resize(*size)
        sheet = open_dialog(home, name, post_id)
        assert isinstance(focus(), RecordRow)
        assert (cut(sheet), outside(sheet)) == ([], []), (size, text, look)
        keys.press("Esc")


@ALL
def test_the_card_follows_the_window(home, post_id, name):
    sheet = open_dialog(home, name, post_id)
    before = focus()
    for size in ((960, 640), (1600, 900), (1280, 800)):
        home.window.resize(*size)
        QApplication.processEvents()
        assert sheet.size() == home.window.size()
        middle = sheet.card.geometry().center().x()
        assert abs(middle - home.window.width() // 2) <= 1
        assert outside(sheet) == []
        assert focus() is before


@ALL
def test_the_look_can_change_while_it_is_open(home, post_id, theme, qtbot, name):
    sheet = open_dialog(home, name, post_id)
    theme.choose("dark", 130)
    # Fonts, heights and the card follow each other over a few turns of the event loop.
    qtbot.waitUntil(lambda: (cut(sheet), outside(sheet)) == ([], []), timeout=1000)
    theme.choose("light", 100)
    qtbot.waitUntil(lambda: (cut(sheet), outside(sheet)) == ([], []), timeout=1000)
