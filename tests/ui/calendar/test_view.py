"""The grid under real key, mouse and drop events."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication

from app.model.post import State
from tests.ui.samples import NOW, SAFETY, make_row, september
from ui.calendar.dragging import EDGE_HOLD_MS, carried_post, carry
from ui.calendar.stops import Stop, StopKind
from ui.calendar.view import MonthView

THU_24 = date(2026, 9, 24)
THU_17 = date(2026, 9, 17)
BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


@pytest.fixture
def rows():
    crowd = [make_row(n, f"Crowd {n}", day=THU_17, clock=(7 + n, 0)) for n in range(1, 7)]
    return [
        *crowd,
        make_row(20, "Your watch says AFib", state=State.REVIEW, day=THU_24, to_fix=2),
        make_row(21, "Second post", day=THU_24, clock=(12, 30)),
    ]


@pytest.fixture
def view(qtbot, theme, rows):
    view = MonthView(theme, september(rows), NOW)
    view.resize(740, 640)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    return view


def press(qtbot, view, *keys):
    for key in keys:
        qtbot.keyClick(view, key)


def centre(view, day) -> QPoint:
    return view.cell_rect(day).center()


def empty_spot(view, day) -> QPoint:
    return view.cell_rect(day).bottomLeft() + QPoint(30, -6)


def drop(view, kind, point, post_id, modifiers=Qt.KeyboardModifier.NoModifier):
    data = carry(post_id)
    buttons = Qt.MouseButton.LeftButton
    if kind is QDropEvent:
        event = QDropEvent(QPointF(point), BOTH, data, buttons, modifiers)
    else:
        event = kind(point, BOTH, data, buttons, modifiers)
    QApplication.sendEvent(view.viewport(), event)
    return event


def test_arrows_move_between_days_and_the_start_is_today(qtbot, view):
    assert view.stop == Stop(date(2026, 9, 10))
    press(qtbot, view, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert view.stop == Stop(date(2026, 9, 18))
    press(qtbot, view, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert view.stop == Stop(date(2026, 9, 10))
    press(qtbot, view, Qt.Key.Key_Home)
    assert view.stop == Stop(date(2026, 9, 7))
    press(qtbot, view, Qt.Key.Key_End)
    assert view.stop == Stop(date(2026, 9, 13))
    assert view.currentIndex() == view.days.index_of(date(2026, 9, 13))


def test_arrows_go_on_over_the_end_of_a_week_and_ask_for_days_outside(qtbot, view):
    view.select_day(date(2026, 9, 13))
    press(qtbot, view, Qt.Key.Key_Right)
    assert view.stop == Stop(date(2026, 9, 14))
    view.select_day(date(2026, 10, 4))
    with qtbot.waitSignal(view.day_sought) as sought:
        press(qtbot, view, Qt.Key.Key_Right)
    assert sought.args == [date(2026, 10, 5)]


def test_enter_goes_into_the_day_and_then_opens_and_esc_leaves(qtbot, view):
    view.select_day(THU_24)
    press(qtbot, view, Qt.Key.Key_Return)
    assert view.stop == Stop(THU_24, StopKind.TILE, post_id=20)
    press(qtbot, view, Qt.Key.Key_Down)
    assert view.stop is not None
    assert view.stop.post_id == 21
    with qtbot.waitSignal(view.opened) as opened:
        press(qtbot, view, Qt.Key.Key_Return)
    assert opened.args == [21]
    press(qtbot, view, Qt.Key.Key_Escape)
    assert view.stop == Stop(THU_24)


def test_more_is_a_stop_and_enter_opens_the_list(qtbot, view):
    view.select_day(THU_17)
    press(qtbot, view, Qt.Key.Key_Return)
    press(qtbot, view, *[Qt.Key.Key_Down] * 9)
    assert view.stop is not None
    assert view.stop.kind is StopKind.MORE
    with qtbot.waitSignal(view.more_opened) as opened:
        press(qtbot, view, Qt.Key.Key_Return)
    assert opened.args == [THU_17]


def test_the_ribbon_is_a_stop_above_the_posts(qtbot, view):
    view.select_day(THU_17)
    press(qtbot, view, Qt.Key.Key_Return, Qt.Key.Key_Up)
    assert view.stop == Stop(THU_17, StopKind.RIBBON, awareness_id="psd")
    with qtbot.waitSignal(view.ribbon_opened) as opened:
        press(qtbot, view, Qt.Key.Key_Return)
    assert opened.args == [THU_17, "psd"]


def test_enter_on_an_empty_day_stays(qtbot, view):
    view.select_day(date(2026, 9, 3))
    press(qtbot, view, Qt.Key.Key_Return)
    assert view.stop == Stop(date(2026, 9, 3))


@pytest.mark.parametrize(
    ("key", "signal", "args"),
    [
        (Qt.Key.Key_N, "created", [date(2026, 9, 10)]),
        (Qt.Key.Key_T, "today_sought", []),
        (Qt.Key.Key_PageUp, "month_turned", [-1]),
        (Qt.Key.Key_PageDown, "month_turned", [1]),
    ],
)
def test_single_keys_of_the_grid(qtbot, view, key, signal, args):
    with qtbot.waitSignal(getattr(view, signal)) as told:
        press(qtbot, view, key)
    assert told.args == args


@pytest.mark.parametrize(
    ("key", "days"),
    [
        (Qt.Key.Key_Left, -1),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Up, -7),
        (Qt.Key.Key_Down, 7),
    ],
)
def test_ctrl_shift_arrows_move_the_post(qtbot, view, key, days):
    view.select_post(20)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(view.shifted) as shifted:
        qtbot.keyClick(view, key, held)
    assert shifted.args == [20, days]


def test_delete_bins_the_post_but_never_a_day(qtbot, view):
    view.select_day(THU_24)
    with qtbot.assertNotEmitted(view.binned):
        press(qtbot, view, Qt.Key.Key_Delete)
    view.select_post(21)
    with qtbot.waitSignal(view.binned) as binned:
        press(qtbot, view, Qt.Key.Key_Delete)
    assert binned.args == [21]


def test_tab_leaves_the_grid(view):
    assert not view.tabKeyNavigation()


def test_a_click_selects_and_asks_for_details(qtbot, view):
    place = view.tile_rect(20).center()
    with qtbot.waitSignal(view.peeked) as peeked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert peeked.args == [20]
    assert view.stop == Stop(THU_24, StopKind.TILE, post_id=20)


def test_a_double_click_opens_a_tile_and_creates_on_empty_ground(qtbot, view):
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseDClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.tile_rect(21).center()
        )
    assert opened.args == [21]
    with qtbot.waitSignal(view.created) as created:
        qtbot.mouseDClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=empty_spot(view, date(2026, 9, 22))
        )
    assert created.args == [date(2026, 9, 22)]


def test_a_click_on_more_opens_the_list_and_the_grid_keeps_its_height(qtbot, view):
    heights = [view.rowHeight(row) for row in range(5)]
    layout = view.layout_of(THU_17)
    assert layout is not None
    place = view.cell_rect(THU_17).topLeft() + layout.more.center()
    with qtbot.waitSignal(view.more_opened) as opened:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [THU_17]
    assert [view.rowHeight(row) for row in range(5)] == heights


def test_the_hover_plus_creates(qtbot, view):
    day = date(2026, 9, 22)
    qtbot.mouseMove(view.viewport(), centre(view, day))
    layout = view.layout_of(day)
    assert layout is not None
    place = view.delegate.plus_rect(view.cell_rect(day), layout).center()
    assert view.plus_at(place) == day
    with qtbot.waitSignal(view.created) as created:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert created.args == [day]


def drag_out(qtbot, view, post_id) -> list:
    started: list = []

    def start(drag):
        started.append(drag)
        return Qt.DropAction.IgnoreAction

    view.pointer.start_drag = start
    place = view.tile_rect(post_id).center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    away = place + QPoint(QApplication.startDragDistance() + 2, 0)
    move = QEvent.Type.MouseMove
    event = QMouseEvent(
        move,
        QPointF(away),
        QPointF(view.viewport().mapToGlobal(away)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=away)
    return started


def test_pressing_and_pulling_a_tile_drags_its_post(qtbot, view):
    started = drag_out(qtbot, view, 20)
    assert [carried_post(drag.mimeData()) for drag in started] == [20]
    assert not started[0].pixmap().isNull()


def test_a_small_tremble_is_still_a_click(qtbot, view):
    view.pointer.start_drag = lambda drag: pytest.fail("dragged")
    place = view.tile_rect(20).center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(view.viewport(), place + QPoint(1, 1))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(1, 1))
    assert view.stop is not None
    assert view.stop.post_id == 20


def test_a_drop_moves_and_the_target_is_marked_meanwhile(qtbot, view):
    target = date(2026, 9, 22)
    point = centre(view, target)
    drop(view, QDragEnterEvent, point, 20)
    event = drop(view, QDragMoveEvent, point, 20)
    assert event.isAccepted()
    assert view.delegate.marks.drop == target
    assert view.delegate.marks.drop_words == "Move"
    with qtbot.waitSignal(view.moved) as moved:
        drop(view, QDropEvent, point, 20)
    assert moved.args == [20, target]
    assert view.delegate.marks.drop is None


def test_ctrl_copies(qtbot, view):
    point = centre(view, date(2026, 9, 22))
    ctrl = Qt.KeyboardModifier.ControlModifier
    drop(view, QDragEnterEvent, point, 20, ctrl)
    drop(view, QDragMoveEvent, point, 20, ctrl)
    assert view.delegate.marks.drop_words == "Copy"
    with qtbot.waitSignal(view.copied) as copied, qtbot.assertNotEmitted(view.moved):
        drop(view, QDropEvent, point, 20, ctrl)
    assert copied.args == [20, date(2026, 9, 22)]


def test_a_drop_where_it_was_does_nothing(qtbot, view):
    drop(view, QDragEnterEvent, centre(view, THU_24), 20)
    with qtbot.assertNotEmitted(view.moved), qtbot.assertNotEmitted(view.copied):
        drop(view, QDropEvent, centre(view, THU_24), 20)


def test_leaving_takes_the_mark_away(view):
    drop(view, QDragEnterEvent, centre(view, THU_24), 20)
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())
    assert view.delegate.marks.drop is None


def test_what_other_programs_drag_is_not_taken(view):
    data = QMimeData()
    data.setText("hello")
    place = centre(view, THU_24)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, BOTH, data, left, none)
    QApplication.sendEvent(view.viewport(), enter)
    assert not enter.isAccepted()
    event = QDropEvent(QPointF(place), BOTH, data, left, none)
    QApplication.sendEvent(view.viewport(), event)
    assert not event.isAccepted()


def test_holding_a_drag_at_the_edge_turns_the_month(qtbot, view):
    edge = QPoint(view.viewport().width() - 3, 200)
    drop(view, QDragEnterEvent, edge, 20)
    with qtbot.waitSignal(view.month_turned, timeout=EDGE_HOLD_MS * 3) as turned:
        drop(view, QDragMoveEvent, edge, 20)
    assert turned.args == [1]
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())
    with qtbot.assertNotEmitted(view.month_turned, wait=EDGE_HOLD_MS + 100):
        pass


def test_the_current_post_is_followed_to_its_new_day(view, rows):
    view.select_post(20)
    moved = [row for row in rows if row.id != 20]
    moved.append(make_row(20, state=State.REVIEW, day=date(2026, 9, 29)))
    view.show_grid(september(moved), NOW)
    assert view.stop == Stop(date(2026, 9, 29), StopKind.TILE, post_id=20)
    gone = [row for row in moved if row.id != 20]
    view.show_grid(september(gone), NOW)
    assert view.stop == Stop(date(2026, 9, 29))


def test_rows_fill_the_height_and_weekends_are_narrow(view):
    heights = [view.rowHeight(row) for row in range(5)]
    assert sum(heights) == view.viewport().height()
    assert max(heights) - min(heights) <= 1
    widths = [view.columnWidth(column) for column in range(7)]
    assert sum(widths) == view.viewport().width()
    assert widths[5] < 0.65 * widths[0]
    view.set_narrow_weekends(False)
    assert max(widths := [view.columnWidth(c) for c in range(7)]) - min(widths) <= 1


def test_a_screen_reader_gets_a_table_of_named_days(view):
    table = QAccessible.queryAccessibleInterface(view)
    assert table.role() == QAccessible.Role.Table
    names = {
        table.child(at).text(QAccessible.Text.Name)
        for at in range(table.childCount())
        if table.child(at) is not None
    }
    assert "Thursday 24 September, 2 posts" in names
    assert view.accessibleName() == "Calendar, September 2026"


def test_tiles_are_announced_when_the_keyboard_reaches_them(qtbot, view, monkeypatch):
    said = []
    monkeypatch.setattr("ui.calendar.view.announce", lambda widget, words: said.append(words))
    view.select_day(THU_24)
    press(qtbot, view, Qt.Key.Key_Return)
    assert said == ["Your watch says AFib, LinkedIn, Thu 24 Sep 08:00, In review, 2 to fix"]


def test_tooltips_say_the_whole_tile(view):
    words = view._tooltip_at(view.tile_rect(20).center())
    assert words.splitlines()[0] == "Your watch says AFib"
    assert "In review, 2 to fix" in words
    assert view._tooltip_at(centre(view, THU_17 - timedelta(days=1))) == ""
    layout = view.layout_of(THU_17)
    assert layout is not None
    ribbon = view.cell_rect(THU_17).topLeft() + layout.ribbons[0].rect.center()
    assert view._tooltip_at(ribbon) == SAFETY.name


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize("size", [100, 130])
def test_the_grid_is_painted_in_both_looks_and_sizes(view, theme, choice, size):
    theme.choose(choice, size)
    view.restyle(theme)
    picture = view.grab().toImage()
    today = view.cell_rect(date(2026, 9, 10)).topLeft() + QPoint(theme.px(12), theme.px(7))
    place = view.viewport().mapTo(view, today) * picture.devicePixelRatio()
    assert picture.pixelColor(place) == theme.token("today")
    tile = view.tile_rect(20)
    inside = view.viewport().mapTo(view, QPoint(tile.center().x(), tile.bottom() - 4))
    assert picture.pixelColor(inside * picture.devicePixelRatio()) == theme.token("reviewSoft")
