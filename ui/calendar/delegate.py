"""Paints the days of the month and says where their tiles are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.calendar.month import Day
from app.calendar.overflow import shown_and_hidden
from app.calendar.steady import steady_until
from app.calendar.words import cell_day
from app.model.rows import PostRow
from ui.calendar.cell_cache import CellCache
from ui.calendar.model import day_of
from ui.calendar.painting import TilePainter
from ui.calendar.stops import Stop, StopKind
from ui.calendar.tiles import DayLayout, lay_out_day
from ui.theme.theme import Theme
from ui.widgets.filling import fill


class Marks:
    """What the view wants marked while it paints: where the keyboard, pointer and drag are."""

    __slots__ = ("drop", "drop_words", "focused", "hover", "hover_plus", "stop")

    def __init__(self) -> None:
        self.stop: Stop | None = None
        self.focused = False
        self.hover: date | None = None
        self.hover_plus = False
        self.drop: date | None = None
        self.drop_words = ""


class _KeptLayout(NamedTuple):
    """A layout and what it holds for: the day, and while the same posts are overdue."""

    day: Day
    since: datetime
    until: datetime
    layout: DayLayout


_MOST_LAYOUTS = 500


class DayDelegate(QStyledItemDelegate):
    """Paints one day a cell; layouts and pictures are kept while the day stays as it is."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.painter = TilePainter(theme)
        self.marks = Marks()
        self.now = datetime(1970, 1, 1, tzinfo=UTC)
        self._layouts: dict[tuple[date, bool, int, int], _KeptLayout] = {}
        self._cells = CellCache()

    def restyle(self, theme: Theme) -> None:
        """Take new colours, fonts and sizes."""
        self.painter = TilePainter(theme)
        self._layouts.clear()
        self._cells.clear()

    def layout_of(self, day: Day, size: QSize) -> DayLayout:
        """Where everything in a cell of ``size`` is, relative to the cell."""
        key = (day.date, day.in_month, size.width(), size.height())
        known = self._layouts.get(key)
        if known is not None and known.since <= self.now <= known.until and known.day == day:
            return known.layout
        layout = lay_out_day(
            day.rows,
            day.awareness,
            size.width() - 1,
            size.height() - 1,
            self.painter.metrics,
            self._count_lines,
            self._choose,
        )
        if len(self._layouts) > _MOST_LAYOUTS:
            self._layouts.clear()
        self._layouts[key] = _KeptLayout(day, self.now, steady_until(day, self.now), layout)
        return layout

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
        day = day_of(index)
        rect: QRect = option.rect
        layout = self.layout_of(day, rect.size())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if day.date == self.marks.drop:
            self._paint_day(painter, day, layout, rect, "accentSoft")
        else:
            ratio = painter.device().devicePixelRatio()
            painter.drawPixmap(rect.topLeft(), self._picture(ratio, day, layout, rect.size()))
        self._paint_chosen(painter, day, layout, rect.topLeft())
        self._paint_marks(painter, day, layout, rect)
        painter.restore()

    def prepare(self, day: Day, size: QSize, ratio: float) -> None:
        """Paint a day that is not shown yet, for when it will be."""
        self._picture(ratio, day, self.layout_of(day, size), size)

    def _picture(self, ratio: float, day: Day, layout: DayLayout, size: QSize) -> QPixmap:
        """The day without marks, painted now or earlier."""
        ground = "weekend" if day.weekend else "surface"
        if not day.in_month:
            ground = "outside"
        whole = QRect(QPoint(0, 0), size)

        def paint(onto: QPainter) -> None:
            self._paint_day(onto, day, layout, whole, ground)

        return self._cells.picture(day, size, self.now, ratio, paint)

    def _paint_day(
        self, painter: QPainter, day: Day, layout: DayLayout, rect: QRect, ground: str
    ) -> None:
        tile = self.painter
        fill(painter, rect, tile.color(ground))
        line = tile.color("line")
        fill(painter, QRect(rect.right(), rect.top(), 1, rect.height()), line)
        fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), line)
        self._paint_date(painter, day, rect)
        self._paint_content(painter, layout, rect)

    def _paint_chosen(self, painter: QPainter, day: Day, layout: DayLayout, origin: QPoint) -> None:
        """Paint the ring of the chosen post over its tile."""
        stop = self.marks.stop
        if stop is None or stop.day != day.date or not stop.post_id:
            return
        placed = layout.tile_of(stop.post_id)
        if placed is not None:
            rect = placed.rect.translated(origin)
            self.painter.paint_tile(
                painter, placed.row, rect, placed.lines, self.now, selected=True
            )

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

    def _paint_date(self, painter: QPainter, day: Day, rect: QRect) -> None:
        tile = self.painter
        metrics = tile.metrics
        top = rect.top() + metrics.tile_bottom
        if not day.today:
            band = QRect(rect.left(), top, rect.width(), metrics.disc)
            painter.setPen(tile.color("text2" if day.in_month else "text3"))
            tile.dates.draw(painter, rect.left() + metrics.date_left, band, cell_day(day.date))
            return
        disc = QRectF(rect.left() + metrics.side, top, metrics.disc, metrics.disc)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tile.color("today"))
        painter.drawEllipse(disc)
        painter.setFont(tile.bold_font)
        painter.setPen(tile.color("onToday"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(day.date.day))

    def _paint_content(self, painter: QPainter, layout: DayLayout, rect: QRect) -> None:
        tile = self.painter
        origin = rect.topLeft()
        for ribbon in layout.ribbons:
            item = ribbon.awareness
            tile.paint_ribbon(painter, ribbon.rect.translated(origin), item.name, item.short_name)
        for placed in layout.tiles:
            place = placed.rect.translated(origin)
            tile.paint_tile(painter, placed.row, place, placed.lines, self.now)
        if layout.hidden:
            short = rect.width() < tile.metrics.roomy * 2 // 3
            words = f"+{len(layout.hidden)}" if short else f"+{len(layout.hidden)} more"
            self._paint_corner(painter, words, rect)

    def _paint_corner(self, painter: QPainter, words: str, rect: QRect) -> None:
        """Words at the right of the day's number."""
        tile = self.painter
        metrics = tile.metrics
        band = QRect(rect.left(), rect.top() + metrics.tile_bottom, rect.width(), metrics.disc)
        left = rect.right() - metrics.inset - 2 - tile.dates.width(words)
        painter.setPen(tile.color("accentText"))
        tile.dates.draw(painter, left, band, words)

    def _paint_marks(self, painter: QPainter, day: Day, layout: DayLayout, rect: QRect) -> None:
        marks = self.marks
        if day.date == marks.drop:
            self._paint_ring(painter, rect.adjusted(0, 0, -1, -1), self.painter.metrics.radius)
            if not layout.hidden:
                self._paint_corner(painter, self.marks.drop_words, rect)
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
