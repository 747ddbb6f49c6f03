"""What the keys do while the month grid has the focus."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.calendar.stops import Stop, StopKind, first_stop, next_stop
from ui.widgets.labelled import announce

if TYPE_CHECKING:
    from ui.calendar.view import MonthView


class Command(Enum):
    """What a key asks for."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    WEEK_START = "week_start"
    WEEK_END = "week_end"
    ENTER = "enter"
    LEAVE = "leave"
    NEW = "new"
    TODAY = "today"
    EARLIER_MONTH = "earlier_month"
    LATER_MONTH = "later_month"
    DAY_EARLIER = "day_earlier"
    DAY_LATER = "day_later"
    WEEK_EARLIER = "week_earlier"
    WEEK_LATER = "week_later"
    BIN = "bin"
    PEEK = "peek"


STEPS: Mapping[Command, int] = {
    Command.LEFT: -1,
    Command.RIGHT: 1,
    Command.UP: -7,
    Command.DOWN: 7,
}
"""Days that an arrow goes."""

SHIFTS: Mapping[Command, int] = {
    Command.DAY_EARLIER: -1,
    Command.DAY_LATER: 1,
    Command.WEEK_EARLIER: -7,
    Command.WEEK_LATER: 7,
}
"""Days that a post moves."""

_PLAIN: Mapping[int, Command] = {
    Qt.Key.Key_Left: Command.LEFT,
    Qt.Key.Key_Right: Command.RIGHT,
    Qt.Key.Key_Up: Command.UP,
    Qt.Key.Key_Down: Command.DOWN,
    Qt.Key.Key_Home: Command.WEEK_START,
    Qt.Key.Key_End: Command.WEEK_END,
    Qt.Key.Key_Return: Command.ENTER,
    Qt.Key.Key_Enter: Command.ENTER,
    Qt.Key.Key_Escape: Command.LEAVE,
    Qt.Key.Key_PageUp: Command.EARLIER_MONTH,
    Qt.Key.Key_PageDown: Command.LATER_MONTH,
    Qt.Key.Key_Delete: Command.BIN,
    Qt.Key.Key_Space: Command.PEEK,
}

_SHIFTED: Mapping[int, Command] = {
    Qt.Key.Key_Left: Command.DAY_EARLIER,
    Qt.Key.Key_Right: Command.DAY_LATER,
    Qt.Key.Key_Up: Command.WEEK_EARLIER,
    Qt.Key.Key_Down: Command.WEEK_LATER,
}

# By the character, not the place of the key, so that other keyboards work too.
_LETTERS: Mapping[str, Command] = {"n": Command.NEW, "t": Command.TODAY}


def command_of(event: QKeyEvent) -> Command | None:
    """What a key press asks the grid for; None when it is not for the grid."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.NoModifier:
        return _PLAIN.get(event.key()) or _LETTERS.get(event.text().lower())
    if held == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier:
        return _SHIFTED.get(event.key())
    return None


def obey(view: MonthView, command: Command) -> bool:
    """Do what a key asked for; False when there is nothing to do."""
    stop = view.stop
    if stop is None:
        return False
    if command in (Command.EARLIER_MONTH, Command.LATER_MONTH):
        view.month_turned.emit(-1 if command is Command.EARLIER_MONTH else 1)
    elif command is Command.TODAY:
        view.today_sought.emit()
    elif command is Command.NEW:
        view.created.emit(stop.day)
    elif stop.kind is StopKind.DAY:
        return _obey_on_day(view, stop, command)
    else:
        return _obey_inside(view, stop, command)
    return True


def _obey_on_day(view: MonthView, stop: Stop, command: Command) -> bool:
    if command in STEPS:
        _go_to(view, stop.day + timedelta(days=STEPS[command]))
    elif command in (Command.WEEK_START, Command.WEEK_END):
        column = view.days.index_of(stop.day).column()
        target = 0 if command is Command.WEEK_START else 6
        _go_to(view, stop.day + timedelta(days=target - column))
    elif command is Command.ENTER:
        layout = view.layout_of(stop.day)
        first = first_stop(stop.day, layout) if layout is not None else None
        if first is None:
            announce(view, "No posts on this day. Press N for a new one.")
        else:
            view.set_stop(first)
    else:
        return False
    return True


def _obey_inside(view: MonthView, stop: Stop, command: Command) -> bool:
    if command in STEPS:
        layout = view.layout_of(stop.day)
        if layout is not None:
            view.set_stop(next_stop(stop, layout, 1 if STEPS[command] > 0 else -1))
    elif command is Command.LEAVE:
        view.set_stop(Stop(stop.day))
    elif command is Command.ENTER:
        _open(view, stop)
    elif stop.kind is not StopKind.TILE:
        return False
    elif command in SHIFTS:
        view.shifted.emit(stop.post_id, SHIFTS[command])
    elif command is Command.BIN:
        view.binned.emit(stop.post_id)
    elif command is Command.PEEK:
        view.peeked.emit(stop.post_id)
    else:
        return False
    return True


def _open(view: MonthView, stop: Stop) -> None:
    if stop.kind is StopKind.TILE:
        view.opened.emit(stop.post_id)
    elif stop.kind is StopKind.MORE:
        view.more_opened.emit(stop.day)
    else:
        view.ribbon_opened.emit(stop.day, stop.awareness_id)


def _go_to(view: MonthView, day: date) -> None:
    if view.days.index_of(day).isValid():
        view.select_day(day)
    else:
        view.day_sought.emit(day)
