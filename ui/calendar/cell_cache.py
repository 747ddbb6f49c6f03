"""Pictures of painted days, so that a day that did not change is not painted again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from app.calendar.month import Day

MOST_BYTES = 16 * 1024 * 1024


class _Kept(NamedTuple):
    day: Day
    minute: datetime
    pixmap: QPixmap


class CellCache:
    """Keeps the pictures of the days last painted, up to ``MOST_BYTES``.

    A picture is used again while the day, its size and the minute are the same:
    what is overdue changes with the minute and nothing else.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[date, bool, int, int, float], _Kept] = OrderedDict()
        self._bytes = 0

    def clear(self) -> None:
        """Forget every picture: another theme or text size."""
        self._kept.clear()
        self._bytes = 0

    def picture(
        self,
        day: Day,
        size: QSize,
        now: datetime,
        ratio: float,
        paint: Callable[[QPainter], None],
    ) -> QPixmap:
        """The picture of a day; painted by ``paint`` when there is none that still holds."""
        key = (day.date, day.in_month, size.width(), size.height(), ratio)
        minute = now.replace(second=0, microsecond=0)
        known = self._kept.get(key)
        if known is not None and known.minute == minute and known.day == day:
            self._kept.move_to_end(key)
            return known.pixmap
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        paint(painter)
        painter.end()
        if known is None:
            self._bytes += _bytes(pixmap)
        self._kept[key] = _Kept(day, minute, pixmap)
        self._kept.move_to_end(key)
        self._make_room()
        return pixmap

    def _make_room(self) -> None:
        while self._bytes > MOST_BYTES and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= _bytes(oldest.pixmap)


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
