"""A small panel that opens beside what was clicked and closes by Esc or a click elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.theme.theme import Theme


class Popover(QFrame):
    """Fill ``body``, then ``open_at``. The focus returns to where it was when it closes."""

    closed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        """``name`` is what a screen reader calls the panel."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._came_from: QWidget | None = None
        self._anchor: QWidget | None = None
        self.setProperty("role", "popover")
        self.setAccessibleName(name)
        self.setWindowTitle(name)
        self.body = QVBoxLayout(self)
        edge = theme.px(12)
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(theme.px(8))

    def open_at(self, anchor: QWidget, spot: QRect | None = None) -> None:
        """Open below ``spot`` of ``anchor`` (None: all of it), or above if there is no room."""
        self._came_from = QApplication.focusWidget()
        self._anchor = anchor
        near = spot or anchor.rect()
        self.adjustSize()
        screen = anchor.screen().availableGeometry()
        below = anchor.mapToGlobal(near.bottomLeft() + QPoint(0, self._theme.px(4)))
        if below.y() + self.height() > screen.bottom():
            above = anchor.mapToGlobal(near.topLeft())
            below.setY(max(screen.top(), above.y() - self.height() - self._theme.px(4)))
        below.setX(max(screen.left(), min(below.x(), screen.right() - self.width())))
        self.move(below)
        self.show()
        self.focusNextChild()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._give_back()
        self.closed.emit()

    def _give_back(self) -> None:
        """Focus where it was; what was chosen here may have made that anew, so else beside it."""
        came_from, self._came_from = self._came_from, None
        if came_from is None:
            return
        if _alive(came_from) and came_from.isVisible():
            came_from.setFocus()
        elif self._anchor is not None and _alive(self._anchor):
            stops = (w for w in self._anchor.findChildren(QWidget) if _takes_tab(w))
            stop = next(stops, None)
            if stop is not None:
                stop.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible()


def _alive(widget: QWidget) -> bool:
    return bool(isValid(widget))  # type: ignore[no-untyped-call]
