"""Beside the text: an icon for each marked line, and margins that take clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.theme.theme import Theme
from ui.write.marks import Mark, Shape

if TYPE_CHECKING:
    from ui.write.editor import MarkdownEditor

_ICONS = {
    Shape.FIX: ("alert-circle", "block"),
    Shape.CONSIDER: ("alert-triangle", "review"),
    Shape.CHANGED: ("undo", "accentText"),
}
_ICON, _GAP = 14, 10


class Margin(QWidget):
    """Empty room beside the column: a click puts the cursor on that line."""

    def __init__(self, editor: MarkdownEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        editor = self._editor
        at = editor.viewport().mapFrom(editor, self.mapToParent(event.position().toPoint()))
        editor.setTextCursor(editor.cursorForPosition(at))
        editor.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()


class Gutter(Margin):
    """Icons for marked lines; clicking one chooses its check."""

    chosen = Signal(Mark)

    def __init__(self, theme: Theme, editor: MarkdownEditor) -> None:
        super().__init__(editor)
        self._theme = theme
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName("Marks beside the text")

    def icons(self) -> list[tuple[QRect, Mark]]:
        """Where each icon is, the most pressing mark of each line first."""
        editor = self._editor
        side = self._theme.px(_ICON)
        left = self.width() - self._theme.px(_GAP) - side
        top = editor.viewport().y()
        taken: dict[int, tuple[QRect, Mark]] = {}
        for mark in editor.layer.marks():
            line = editor.layer.rect(mark)
            y = top + line.center().y() - side // 2
            if y + side < 0 or y > self.height():
                continue
            other = taken.get(line.top())
            if other is None or (mark.shape is Shape.FIX and other[1].shape is not Shape.FIX):
                taken[line.top()] = (QRect(left, y, side, side), mark)
        return list(taken.values())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for rect, mark in self.icons():
            name, token = _ICONS[mark.shape]
            painter.drawPixmap(rect.topLeft(), self._theme.pixmap(name, token, _ICON))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position().toPoint())
        if mark is None:
            super().mousePressEvent(event)
        else:
            self.chosen.emit(mark)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            mark = self._mark_at(event.pos())
            QToolTip.showText(event.globalPos(), mark.words if mark else "", self)
            return True
        return super().event(event)

    def _mark_at(self, point: QPoint) -> Mark | None:
        reach = self._theme.px(6)
        for rect, mark in self.icons():
            if rect.adjusted(-reach, -reach, reach, reach).contains(point):
                return mark
        return None
