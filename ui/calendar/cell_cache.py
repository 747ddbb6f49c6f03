"""Pictures of painted days, so that a day that did not change is not painted again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from app.calendar.month import Day
from app.calendar.steady import steady_until

MOST_KEPT = 3 * 42
"""The month shown and the two beside it, whatever the size of the window."""


class _Kept(NamedTuple):
    day: Day
    since: datetime
    until: datetime
    pixmap: QPixmap

    def holds(self, day: Day, now: datetime) -> bool:
        return self.since <= now <= self.until and self.day == day


class CellCache:
    """Keeps the pictures of the days last painted, at most ``MOST_KEPT``.

    A picture is used again while the day and its size are the same and no other of
    its posts is overdue: nothing else changes with the time.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[date, bool, int, int, float], _Kept] = OrderedDict()

    def clear(self) -> None:
        """Forget every picture: another theme or text size."""
        self._kept.clear()

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
        known = self._kept.get(key)
        if known is not None and known.holds(day, now):
            self._kept.move_to_end(key)
            return known.pixmap
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        paint(painter)
        painter.end()
        self._kept[key] = _Kept(day, now, steady_until(day, now), pixmap)
        self._kept.move_to_end(key)
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return pixmap
