"""The month grid: a table of days that painting, keyboard, pointer and drag share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from app.calendar.month import Day, MonthGrid
from app.calendar.words import month_title
from app.model.rows import PostRow
from ui.calendar.delegate import DayDelegate
from ui.calendar.geometry import column_widths, row_heights
from ui.calendar.keyboard import command_of, obey
from ui.calendar.model import MonthModel
from ui.calendar.naming import day_name
from ui.calendar.pointer import PointerDriver
from ui.calendar.stops import Stop, StopKind
from ui.calendar.tiles import DayLayout
from ui.calendar.weekdays import WeekdayHeader
from ui.theme.theme import Theme
from ui.widgets.labelled import announce
from ui.widgets.row_words import tile_name, tile_tooltip


def _own_viewport() -> QWidget:
    """A viewport that Python made, like the one Qt makes.

    To hand out Qt's, PySide6 would make the classes of all of QtWidgets to find out
    which of them it is, 10 ms of the start.
    """
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    return viewport


class MonthView(QTableView):
    """Shows one month and says what the user wants done; it changes nothing itself.

    Exactly one place is current: a day, or a post, ribbon or "+3 more" inside it
    (``stop``). Arrow keys and clicks move it; focus is selection.
    """

    stop_changed = Signal()
    opened = Signal(int)  # post id
    created = Signal(date)
    moved = Signal(int, date)  # post id, day
    copied = Signal(int, date)  # post id, day
    shifted = Signal(int, int)  # post id, days
    binned = Signal(int)  # post id
    peeked = Signal(int)  # post id: show its details
    day_sought = Signal(date)  # a day outside the grid
    month_turned = Signal(int)  # -1 or +1
    today_sought = Signal()
    more_opened = Signal(date)
    ribbon_opened = Signal(date, str)  # day, awareness id
    menu_wanted = Signal(int, QPoint)  # post id or 0, global place

    def __init__(
        self, theme: Theme, grid: MonthGrid, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setViewport(_own_viewport())
        self._model = MonthModel(grid, self)
        self._delegate = DayDelegate(theme, self)
        self._delegate.now = now
        self._narrow = True
        self._stop: Stop | None = None
        self._header = WeekdayHeader(self._delegate.painter, self)
        self.pointer = PointerDriver(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._header)
        self._make_still()
        self._name_grid()

    def _make_still(self) -> None:
        """Take away what a table does and a calendar must not."""
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What is shown

    @property
    def days(self) -> MonthModel:
        """The days shown."""
        return self._model

    @property
    def delegate(self) -> DayDelegate:
        """What paints the days and knows where tiles are."""
        return self._delegate

    @property
    def now(self) -> datetime:
        """The moment that decides what is overdue, aware UTC."""
        return self._delegate.now

    def show_grid(self, grid: MonthGrid, now: datetime) -> None:
        """Show a month; days that did not change are not painted again."""
        old = self._model.grid
        time_moved = now != self._delegate.now
        self._delegate.now = now
        self._model.show_grid(grid)
        if len(old.weeks) != len(grid.weeks) or old.weeks[0][0].date != grid.weeks[0][0].date:
            self._share_out()
        if time_moved:
            self.viewport().update()
        self._name_grid()
        self._keep_stop()

    def set_narrow_weekends(self, narrow: bool) -> None:
        """Whether Saturday and Sunday take less room."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._share_out()

    def restyle(self, theme: Theme) -> None:
        """Take new colours, fonts and sizes."""
        self._delegate.restyle(theme)
        self._header.restyle(self._delegate.painter)
        self._share_out()
        self.viewport().update()

    def _name_grid(self) -> None:
        grid = self._model.grid
        self.setAccessibleName(f"Calendar, {month_title(grid.year, grid.month)}")

    def prepare(self, grid: MonthGrid) -> Iterator[None]:
        """Paint another month for when it is shown, a day a step."""
        widths, heights = self._shares(grid)
        ratio = self.viewport().devicePixelRatio()
        for week, height in zip(grid.weeks, heights, strict=True):
            for day, width in zip(week, widths, strict=True):
                self._delegate.prepare(day, QSize(width, height), ratio)
                yield

    def _shares(self, grid: MonthGrid) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Widths of the columns and heights of the rows that fill the viewport."""
        size = self.viewport().size()
        weekend = [day.weekend for day in grid.weeks[0]]
        widths = column_widths(size.width(), weekend, narrow=self._narrow)
        return widths, row_heights(size.height(), len(grid.weeks))

    def _share_out(self) -> None:
        widths, heights = self._shares(self._model.grid)
        for column, width in enumerate(widths):
            self._header.resizeSection(column, width)
        vertical = self.verticalHeader()
        for row, height in enumerate(heights):
            vertical.resizeSection(row, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    # Where things are

    def cell_rect(self, day: date) -> QRect:
        """The cell of a day in viewport coordinates; empty when it is not shown."""
        index = self._model.index_of(day)
        return self.visualRect(index) if index.isValid() else QRect()

    def layout_of(self, day: date) -> DayLayout | None:
        """What the cell of a day shows, relative to the cell."""
        index = self._model.index_of(day)
        if not index.isValid():
            return None
        return self._delegate.layout_of(self._model.day(index), self.visualRect(index).size())

    def day_at(self, point: QPoint) -> Day | None:
        """The day under a point of the viewport."""
        index = self.indexAt(point)
        return self._model.day(index) if index.isValid() else None

    def stop_at(self, point: QPoint) -> Stop | None:
        """What is under a point of the viewport; None outside the grid."""
        day = self.day_at(point)
        if day is None:
            return None
        layout = self.layout_of(day.date)
        inside = point - self.cell_rect(day.date).topLeft()
        if layout is not None:
            tile = layout.tile_at(inside)
            if tile is not None:
                return Stop(day.date, StopKind.TILE, post_id=tile.row.id)
            ribbon = layout.ribbon_at(inside)
            if ribbon is not None:
                return Stop(day.date, StopKind.RIBBON, awareness_id=ribbon.awareness.id)
            if layout.more.contains(inside):
                return Stop(day.date, StopKind.MORE)
        return Stop(day.date)

    def plus_at(self, point: QPoint) -> date | None:
        """The day whose hover "+" is under a point."""
        day = self.day_at(point)
        layout = self.layout_of(day.date) if day is not None else None
        if day is None or layout is None:
            return None
        place = self._delegate.plus_rect(self.cell_rect(day.date), layout)
        return day.date if place.contains(point) else None

    def tile_rect(self, post_id: int) -> QRect:
        """The tile of a post in viewport coordinates; empty when it is not shown."""
        day = self._model.day_of_post(post_id)
        layout = self.layout_of(day.date) if day is not None else None
        tile = layout.tile_of(post_id) if layout is not None else None
        if day is None or tile is None:
            return QRect()
        return tile.rect.translated(self.cell_rect(day.date).topLeft())

    def row_of(self, post_id: int) -> PostRow | None:
        """The row of a post that the month holds, shown or hidden."""
        day = self._model.day_of_post(post_id)
        rows = day.rows if day is not None else ()
        return next((row for row in rows if row.id == post_id), None)

    # What is current

    @property
    def stop(self) -> Stop | None:
        """Where the user is."""
        return self._stop

    def select_day(self, day: date) -> None:
        """Make a shown day current."""
        self.set_stop(Stop(day))

    def select_post(self, post_id: int) -> bool:
        """Make a shown post current; False when the month does not hold it."""
        day = self._model.day_of_post(post_id)
        if day is None:
            return False
        self.set_stop(Stop(day.date, StopKind.TILE, post_id=post_id))
        return True

    def set_stop(self, stop: Stop | None) -> None:
        """Move to a place and say so to whoever listens, screen readers included."""
        if stop == self._stop:
            return
        before = self._stop
        self._stop = self._delegate.marks.stop = stop
        for place in (before, stop):
            if place is not None:
                self._repaint_day(place.day)
        if stop is not None:
            index = self._model.index_of(stop.day)
            model = self.selectionModel()
            model.setCurrentIndex(index, model.SelectionFlag.ClearAndSelect)
            self._announce(stop)
        self.stop_changed.emit()

    def _announce(self, stop: Stop) -> None:
        """Say what a table cannot: the place inside the day. Days are said by the table itself."""
        if stop.kind is StopKind.TILE:
            row = self.row_of(stop.post_id)
            if row is not None:
                announce(self, tile_name(row, self.now))
        elif stop.kind is StopKind.MORE:
            layout = self.layout_of(stop.day)
            announce(self, f"{len(layout.hidden) if layout else 0} more posts")
        elif stop.kind is StopKind.RIBBON:
            day = self._model.day(self._model.index_of(stop.day))
            names = [item.name for item in day.awareness if item.id == stop.awareness_id]
            announce(self, ", ".join(names))

    def _keep_stop(self) -> None:
        """After a change: follow the current post to its new day, else stay on the day."""
        stop = self._stop
        if stop is None:
            return
        if stop.kind is StopKind.TILE:
            day = self._model.day_of_post(stop.post_id)
            if day is not None:
                self.set_stop(Stop(day.date, StopKind.TILE, post_id=stop.post_id))
                return
        shown = self._model.index_of(stop.day).isValid()
        self.set_stop(Stop(stop.day) if shown else None)

    def _repaint_day(self, day: date) -> None:
        index = self._model.index_of(day)
        if index.isValid():
            self.update(index)

    def repaint_days(self, *days: date | None) -> None:
        """Paint these days again: pointer or drag came or went."""
        for day in days:
            if day is not None:
                self._repaint_day(day)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if command is not None and obey(self, command):
            event.accept()
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        # Single letters and the moves are the grid's own while it has the focus.
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and command_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._delegate.marks.focused = True
        if self._stop is None:
            self.set_stop(Stop(self._first_day()))
        self.repaint_days(self._stop.day if self._stop else None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._delegate.marks.focused = False
        self.repaint_days(self._stop.day if self._stop else None)

    def _first_day(self) -> date:
        """Where the keyboard starts: today if shown, else the first of the month."""
        grid = self._model.grid
        days = [day for week in grid.weeks for day in week if day.in_month]
        return next((day.date for day in days if day.today), days[0].date)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._tooltip_at(event.pos())
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        if self.pointer.handles(event):
            return True
        return super().viewportEvent(event)

    def _tooltip_at(self, point: QPoint) -> str:
        if self.plus_at(point) is not None:
            return "New post on this day"
        stop = self.stop_at(point)
        if stop is None or stop.kind is StopKind.DAY:
            return ""
        if stop.kind is StopKind.TILE:
            row = self.row_of(stop.post_id)
            return tile_tooltip(row, self.now) if row is not None else ""
        day = self._model.day(self._model.index_of(stop.day))
        if stop.kind is StopKind.MORE:
            return day_name(day)
        return "\n".join(item.name for item in day.awareness)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            stop = self._stop
            place = self.tile_rect(stop.post_id).center() if stop else self.rect().center()
        else:
            stop = self.stop_at(event.pos())
            self.set_stop(stop)
            place = event.pos()
        self.menu_wanted.emit(stop.post_id if stop else 0, self.viewport().mapToGlobal(place))

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        return self.currentIndex()

    def keyboardSearch(self, search: str) -> None:
        return

    def sizeHint(self) -> QSize:
        metrics = self._delegate.painter.metrics
        return QSize(metrics.roomy * 5, metrics.compact * 20)
