"""A post without a date as a chip that can be dragged onto a day."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from app.model.rows import PostRow
from ui.calendar.dragging import StartDrag, carry, drag_picture, run_drag
from ui.theme.theme import Theme
from ui.widgets.focus import keyboard_focus, paint_ring
from ui.widgets.looks import look_of
from ui.widgets.row_words import tile_name, tile_tooltip


class TrayChip(QAbstractButton):
    """One post without a date. A click selects, a double-click or Enter opens, a drag plans it."""

    opened = Signal(int)
    binned = Signal(int)
    stepped = Signal(int)

    def __init__(self, theme: Theme, row: PostRow, now: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.row = row
        self._look = look_of(row, now)
        self._selected = False
        self._pressed_at = QPoint()
        self.start_drag: StartDrag = run_drag
        self.setFont(chip_font(theme))
        self.setText(row.title or "Untitled")
        self.setAccessibleName(tile_name(row, now))
        self.setToolTip(tile_tooltip(row, now))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_selected(self, selected: bool) -> None:
        """Draw the ring around it, or not."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def sizeHint(self) -> QSize:
        px = self._theme.px
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(px(38) + words + px(9), px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter)
        if keyboard_focus(self) or self._selected:
            paint_ring(painter, self._theme, QRectF(self.rect()), self._theme.px(6))
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw the chip at the painter's origin; also the picture under the pointer in a drag."""
        theme, look, px = self._theme, self._look, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.token(look.outline or "line2"), 1)
        if look.dashed:
            pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen if look.outline else Qt.PenStyle.NoPen)
        hovered = self.underMouse() and not look.fill
        painter.setBrush(theme.token("hover" if hovered else look.fill or "surface"))
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(body, px(6), px(6))
        ratio = self.devicePixelRatioF()
        middle = (self.height() - px(14)) // 2
        painter.drawPixmap(px(6), middle, theme.pixmap("grip", "text2", 14, ratio))
        painter.drawPixmap(px(20), middle, theme.pixmap(look.icon, look.ink, 14, ratio))
        painter.setFont(self.font())
        painter.setPen(theme.token(look.title))
        room = self.rect().adjusted(px(38), 0, -px(7), 0)
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed_at).manhattanLength()
        pressed = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if pressed and far >= QApplication.startDragDistance():
            self.setDown(False)
            self._drag()
            return
        super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.row.id)
        elif key == Qt.Key.Key_Delete:
            self.binned.emit(self.row.id)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(-1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def _drag(self) -> None:
        drag = QDrag(self)
        drag.setMimeData(carry(self.row.id))
        drag.setPixmap(drag_picture(self.size(), self.devicePixelRatioF(), self.draw))
        drag.setHotSpot(self._pressed_at)
        self.start_drag(drag)


def chip_font(theme: Theme) -> QFont:
    """The font of chips and of titles in tiles."""
    font = theme.font("small", tabular=True)
    font.setWeight(QFont.Weight.Medium)
    return font
