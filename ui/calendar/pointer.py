"""What the pointer does in the month grid: click, double-click, hover, drag and drop."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication

from ui.calendar.dragging import (
    EdgeTurner,
    StartDrag,
    carried_post,
    carry,
    drag_picture,
    run_drag,
)
from ui.calendar.stops import Stop, StopKind

if TYPE_CHECKING:
    from ui.calendar.view import MonthView

# The key that every drag on this system copies with.
_COPY_KEY = (
    Qt.KeyboardModifier.AltModifier
    if sys.platform == "darwin"
    else Qt.KeyboardModifier.ControlModifier
)


class PointerDriver(QObject):
    """Turns mouse and drag events of the grid's viewport into what the view says.

    Attributes:
        start_drag: runs the drag; another one may be given where there is no pointer.
    """

    def __init__(self, view: MonthView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: Stop | None = None
        self._pressed_plus: date | None = None
        self._pressed_at = QPoint()
        self.start_drag: StartDrag = run_drag
        self.edge = EdgeTurner(self)
        self.edge.turn.connect(view.month_turned)

    def handles(self, event: QEvent) -> bool:
        """Take a viewport event if it is the pointer's; True when nothing else may see it."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            return self._handle_mouse(kind, event)
        if isinstance(event, QDragLeaveEvent):
            self._end_drop()
            return True
        if isinstance(event, QDropEvent):
            return self._handle_drop(kind, event)
        if kind == QEvent.Type.Leave:
            self._hover(None, plus=False)
        return False

    def _handle_mouse(self, kind: QEvent.Type, event: QMouseEvent) -> bool:
        if kind == QEvent.Type.MouseMove:
            self._move(event)
        elif event.button() != Qt.MouseButton.LeftButton:
            return False
        elif kind == QEvent.Type.MouseButtonPress:
            self._press(event.position().toPoint())
        elif kind == QEvent.Type.MouseButtonRelease:
            self._release(event.position().toPoint())
        elif kind == QEvent.Type.MouseButtonDblClick:
            self._double_click(event.position().toPoint())
        return True

    def _press(self, point: QPoint) -> None:
        view = self._view
        self._pressed = view.stop_at(point)
        self._pressed_plus = view.plus_at(point)
        self._pressed_at = point
        if self._pressed is None:
            return
        view.set_stop(self._pressed)
        if self._pressed.kind is StopKind.TILE:
            view.peeked.emit(self._pressed.post_id)

    def _move(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            day = self._view.day_at(point)
            plus = self._view.plus_at(point) is not None
            self._hover(day.date if day is not None else None, plus=plus)
            return
        far = (point - self._pressed_at).manhattanLength()
        pressed = self._pressed
        if pressed is None or pressed.kind is not StopKind.TILE:
            return
        if far >= QApplication.startDragDistance():
            self._pressed = None
            self._drag(pressed.post_id)

    def _release(self, point: QPoint) -> None:
        view = self._view
        stop, self._pressed = self._pressed, None
        if stop is None:
            return
        if self._pressed_plus is not None and view.plus_at(point) == self._pressed_plus:
            view.created.emit(self._pressed_plus)
        elif view.stop_at(point) != stop:
            return
        elif stop.kind is StopKind.MORE:
            view.more_opened.emit(stop.day)
        elif stop.kind is StopKind.RIBBON:
            view.ribbon_opened.emit(stop.day, stop.awareness_id)

    def _double_click(self, point: QPoint) -> None:
        view = self._view
        stop = view.stop_at(point)
        if stop is None or view.plus_at(point) is not None:
            return
        if stop.kind is StopKind.TILE:
            view.opened.emit(stop.post_id)
        elif stop.kind is StopKind.DAY:
            view.created.emit(stop.day)

    def _hover(self, day: date | None, *, plus: bool) -> None:
        marks = self._view.delegate.marks
        if (marks.hover, marks.hover_plus) != (day, plus):
            before, marks.hover, marks.hover_plus = marks.hover, day, plus
            self._view.repaint_days(before, day)

    def _drag(self, post_id: int) -> None:
        view = self._view
        row = view.row_of(post_id)
        place = view.tile_rect(post_id)
        if row is None or place.isEmpty():
            return
        tile = view.delegate.painter
        lines = 1 if place.height() > tile.metrics.compact else 0
        size = place.size()
        size.setHeight(tile.metrics.tile_height(lines))
        whole = QRect(QPoint(0, 0), size)

        def paint(painter: QPainter) -> None:
            painter.fillRect(whole, tile.color("surface"))
            tile.paint_tile(painter, row, whole, lines, view.now, selected=True)

        drag = QDrag(view)
        drag.setMimeData(carry(post_id))
        drag.setPixmap(drag_picture(size, view.devicePixelRatio(), paint))
        drag.setHotSpot(self._pressed_at - place.topLeft())
        self.start_drag(drag)
        self._end_drop()

    def _handle_drop(self, kind: QEvent.Type, event: QDropEvent) -> bool:
        post_id = carried_post(event.mimeData())
        if not post_id:
            event.ignore()
            return True
        point = event.position().toPoint()
        if kind == QEvent.Type.Drop:
            self._drop(post_id, point, event)
        else:
            self._hold(point, event)
        return True

    def _hold(self, point: QPoint, event: QDropEvent) -> None:
        view = self._view
        margin = view.delegate.painter.metrics.disc
        if isinstance(event, QDragMoveEvent):
            self.edge.hold(point, view.viewport().size(), margin)
        day = view.day_at(point)
        if day is None:
            self._mark_drop(None, "")
            event.ignore()
            return
        self._mark_drop(day.date, "Copy" if _copies(event) else "Move")
        event.setDropAction(_action(event))
        event.accept()

    def _drop(self, post_id: int, point: QPoint, event: QDropEvent) -> None:
        view = self._view
        copies = _copies(event)
        day = view.day_at(point)
        self._end_drop()
        if day is None:
            event.ignore()
            return
        event.setDropAction(_action(event))
        event.accept()
        row = view.row_of(post_id)
        if copies:
            view.copied.emit(post_id, day.date)
        elif row is None or row.when is None or row.when.day != day.date:
            view.moved.emit(post_id, day.date)

    def _mark_drop(self, day: date | None, words: str) -> None:
        marks = self._view.delegate.marks
        if (marks.drop, marks.drop_words) != (day, words):
            before, marks.drop, marks.drop_words = marks.drop, day, words
            self._view.repaint_days(before, day)

    def _end_drop(self) -> None:
        self.edge.release()
        self._mark_drop(None, "")


def _copies(event: QDropEvent) -> bool:
    return bool(event.modifiers() & _COPY_KEY)


def _action(event: QDropEvent) -> Qt.DropAction:
    return Qt.DropAction.CopyAction if _copies(event) else Qt.DropAction.MoveAction
