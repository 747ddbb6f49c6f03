"""How much room there is, counted in text: window width divided by text size."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme

_MEDIUM_FROM = 1120
_WIDE_FROM = 1600


class Room(IntEnum):
    """Narrow: icons for a rail. Medium: three panes. Wide: everything at once."""

    NARROW = 0
    MEDIUM = 1
    WIDE = 2


def effective_width(width: int, text_size: int) -> float:
    """``width`` in device-independent pixels as if text were at 100 per cent."""
    return width * 100 / text_size


def room_of(widget: QWidget, theme: Theme) -> Room:
    """The room in ``widget``'s window."""
    width = effective_width(widget.window().width(), theme.text_size)
    if width < _MEDIUM_FROM:
        return Room.NARROW
    return Room.MEDIUM if width < _WIDE_FROM else Room.WIDE
