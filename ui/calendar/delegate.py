"""Paints the days of the month and says where their tiles are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.calendar.month import Day
from app.calendar.overflow import shown_and_hidden
from app.calendar.words import cell_day
from app.model.rows import PostRow
from ui.calendar.model import DAY_ROLE
from ui.calendar.painting import TilePainter
from ui.calendar.stops import Stop, StopKind
from ui.calendar.tiles import DayLayout, lay_out_day
from ui.theme.theme import Theme


@dataclass(slots=True)
class Marks:
    """What the view wants marked while it paints: where the keyboard, pointer and drag are."""

    stop: Stop | None = None
    focused: bool = False
    hover: date | None = None
    hover_plus: bool = False
    drop: date | None = None
    drop_words: str = ""


class DayDelegate(QStyledItemDelegate):
    """Paints one day a cell; layouts are kept until the day, its size or the theme changes."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.painter = TilePainter(theme)
        self.marks = Marks()
        self.now = datetime(1970, 1, 1, tzinfo=UTC)
        self._layouts: dict[tuple[date, int, int], DayLayout] = {}

    def restyle(self, theme: Theme) -> None:
        """Take new colours, fonts and sizes."""
        self.painter = TilePainter(theme)
        self._layouts.clear()

    def forget(self, days: Iterable[date]) -> None:
        """Drop the layouts of days whose posts changed."""
        gone = set(days)
        self._layouts = {key: kept for key, kept in self._layouts.items() if key[0] not in gone}

    def forget_all(self) -> None:
        """Drop every layout: another month, or time moved on."""
        self._layouts.clear()

    def layout_of(self, day: Day, size: QSize) -> DayLayout:
        """Where everything in a cell of ``size`` is, relative to the cell."""
        key = (day.date, size.width(), size.height())
        known = self._layouts.get(key)
        if known is None:
            known = self._layouts[key] = lay_out_day(
                day.rows,
                day.awareness,
                size.width() - 1,
                size.height() - 1,
                self.painter.metrics,
                self._count_lines,
                self._choose,
            )
        return known

    def plus_rect(self, cell: QRect, layout: DayLayout) -> QRect:
        """Where the hover "+" of a cell is; empty when "+3 more" stands there."""
        if layout.hidden:
            return QRect()
        metrics = self.painter.metrics
        side = max(metrics.compact, 24)
        return QRect(cell.right() - metrics.side - side, cell.top() + 2, side, side)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        day: Day = index.data(DAY_ROLE)
        rect: QRect = option.rect
        layout = self.layout_of(day, rect.size())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, day, rect)
        self._paint_date(painter, day, rect)
        self._paint_content(painter, day, layout, rect)
        self._paint_marks(painter, day, layout, rect)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = self.painter.metrics
        return QSize(metrics.compact * 2, metrics.head + metrics.compact)

    def _count_lines(self, row: PostRow, width: int, most: int) -> int:
        return len(self.painter.titles.lines(row.title or "Untitled", width, most))

    def _choose(
        self, rows: Sequence[PostRow], capacity: int
    ) -> tuple[Sequence[PostRow], Sequence[PostRow]]:
        return shown_and_hidden(rows, capacity, self.now)

    def _paint_ground(self, painter: QPainter, day: Day, rect: QRect) -> None:
        tile = self.painter
        ground = "weekend" if day.weekend else "surface"
        if not day.in_month:
            ground = "outside"
        if day.date == self.marks.drop:
            ground = "accentSoft"
        painter.fillRect(rect, tile.color("line"))
        painter.fillRect(rect.adjusted(0, 0, -1, -1), tile.color(ground))

    def _paint_date(self, painter: QPainter, day: Day, rect: QRect) -> None:
        tile = self.painter
        metrics = tile.metrics
        top = rect.top() + metrics.tile_bottom
        band = QRect(rect.left() + metrics.date_left, top, rect.width(), metrics.disc)
        if day.today:
            disc = QRectF(rect.left() + metrics.side, top, metrics.disc, metrics.disc)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tile.color("today"))
            painter.drawEllipse(disc)
            painter.setFont(tile.bold_font)
            painter.setPen(tile.color("onToday"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(day.date.day))
            return
        painter.setFont(tile.title_font)
        painter.setPen(tile.color("text2" if day.in_month else "text3"))
        painter.drawText(band, Qt.AlignmentFlag.AlignVCenter, cell_day(day.date))

    def _paint_content(self, painter: QPainter, day: Day, layout: DayLayout, rect: QRect) -> None:
        tile = self.painter
        origin = rect.topLeft()
        for ribbon in layout.ribbons:
            item = ribbon.awareness
            tile.paint_ribbon(painter, ribbon.rect.translated(origin), item.name, item.short_name)
        stop = self.marks.stop
        chosen = stop.post_id if stop is not None and stop.day == day.date else 0
        for placed in layout.tiles:
            tile.paint_tile(
                painter,
                placed.row,
                placed.rect.translated(origin),
                placed.lines,
                self.now,
                selected=placed.row.id == chosen,
            )
        if layout.hidden:
            self._paint_more(painter, layout, rect)

    def _paint_more(self, painter: QPainter, layout: DayLayout, rect: QRect) -> None:
        tile = self.painter
        metrics = tile.metrics
        band = QRect(rect.left(), rect.top() + metrics.tile_bottom, rect.width(), metrics.disc)
        band.setRight(rect.right() - metrics.inset - 3)
        words = f"+{len(layout.hidden)} more"
        if rect.width() < metrics.roomy * 2 // 3:
            words = f"+{len(layout.hidden)}"
        painter.setFont(tile.title_font)
        painter.setPen(tile.color("accentText"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(band, right, words)

    def _paint_marks(self, painter: QPainter, day: Day, layout: DayLayout, rect: QRect) -> None:
        marks = self.marks
        if day.date == marks.drop:
            self._paint_ring(painter, rect.adjusted(0, 0, -1, -1), self.painter.metrics.radius)
            self._paint_drop_words(painter, rect)
        elif day.date == marks.hover and marks.drop is None:
            self._paint_plus(painter, layout, rect)
        stop = marks.stop
        if stop is None or stop.day != day.date or not marks.focused:
            return
        inner = self._stop_rect(stop, layout, rect)
        if inner is not None:
            self._paint_ring(painter, inner, self.painter.metrics.radius)

    def _stop_rect(self, stop: Stop, layout: DayLayout, rect: QRect) -> QRect | None:
        """Where the keyboard ring goes; tiles draw their own."""
        if stop.kind is StopKind.DAY:
            return rect.adjusted(0, 0, -1, -1)
        if stop.kind is StopKind.MORE:
            return layout.more.translated(rect.topLeft()).adjusted(0, 2, -3, -2)
        for ribbon in layout.ribbons:
            if stop.kind is StopKind.RIBBON and ribbon.awareness.id == stop.awareness_id:
                return ribbon.rect.translated(rect.topLeft())
        return None

    def _paint_ring(self, painter: QPainter, rect: QRect, radius: int) -> None:
        painter.setPen(QPen(self.painter.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius - 1, radius - 1)

    def _paint_drop_words(self, painter: QPainter, rect: QRect) -> None:
        tile = self.painter
        metrics = tile.metrics
        band = QRect(rect.left(), rect.top() + metrics.tile_bottom, rect.width(), metrics.disc)
        band.setRight(rect.right() - metrics.inset - 3)
        painter.setFont(tile.title_font)
        painter.setPen(tile.color("accentText"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(band, right, self.marks.drop_words)

    def _paint_plus(self, painter: QPainter, layout: DayLayout, rect: QRect) -> None:
        place = self.plus_rect(rect, layout)
        if place.isEmpty():
            return
        tile = self.painter
        if self.marks.hover_plus:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tile.color("hover"))
            painter.drawRoundedRect(QRectF(place), tile.metrics.radius, tile.metrics.radius)
        size = tile.metrics.icon
        ratio = painter.device().devicePixelRatio()
        left = place.left() + (place.width() - size) // 2
        top = place.top() + (place.height() - size) // 2
        painter.drawPixmap(left, top, tile.icon("plus", "text2", ratio))
