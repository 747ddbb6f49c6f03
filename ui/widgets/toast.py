"""Toasts: what was just done, with Undo, for ten seconds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labelled import announce
from ui.widgets.properties import Words

STAY_MS = 10_000
KEPT = 20
# Clear of the status line, whose words and link stay in reach.
_FOOT = 28 + 12


class Said(NamedTuple):
    """A message that was shown; ``at`` is the computer's local time."""

    words: str
    at: datetime


class Toasts(QObject):
    """The toast at the foot of one window, and what it said lately.

    ``shown`` fires with the words of each toast. A toast waits while the pointer or
    the focus is on it; a new one takes the place of the old.
    """

    shown = Signal(str)

    def __init__(
        self, theme: Theme, host: QWidget, clock: Callable[[], datetime] | None = None
    ) -> None:
        """Toasts appear inside ``host``, above its lower edge; ``clock`` gives local time."""
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._clock = clock or (lambda: datetime.now().astimezone())
        self._recent: list[Said] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAY_MS)
        self._timer.timeout.connect(self.dismiss)
        host.installEventFilter(self)
        theme.changed.connect(self._on_theme)

    @cached_property
    def _toast(self) -> _Toast:
        """Made for the first message."""
        toast = _Toast(self._theme, self._host)
        toast.hide()
        toast.held.connect(self._hold)
        toast.closed.connect(self.dismiss)
        return toast

    @property
    def widget(self) -> QWidget:
        """The toast, as a stop for F6."""
        return self._toast

    @property
    def recent(self) -> tuple[Said, ...]:
        """The last messages, newest first."""
        return tuple(reversed(self._recent))

    def say(self, words: str, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Show ``words``; with ``action`` a button that does ``run`` and ends the toast."""
        if not words:
            return
        self._recent = [*self._recent[-KEPT + 1 :], Said(words, self._clock())]
        self._toast.fill(words, action, run)
        self._place()
        self._toast.show()
        self._toast.raise_()
        self._timer.start()
        announce(self._toast, words)
        self.shown.emit(words)

    def dismiss(self) -> None:
        """Take the toast away now; the focus goes back where it was."""
        self._timer.stop()
        self._toast.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._recent:
            self._place()
        return False

    def _on_theme(self) -> None:
        if self._recent:
            self._place()

    def _hold(self, held: bool) -> None:
        if held:
            self._timer.stop()
        elif self._toast.isVisible():
            self._timer.start()

    def _place(self) -> None:
        room = self._host.rect()
        side = self._toast
        width = min(side.sizeHint().width(), room.width() - 32)
        height = side.sizeHint().height()
        left = (room.width() - width) // 2
        foot = self._theme.px(_FOOT)
        side.setGeometry(left, room.height() - foot - height, width, height)


class _Toast(QFrame):
    held = Signal(bool)
    closed = Signal()

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._run: Callable[[], None] | None = None
        self._came_from: QWidget | None = None
        self.setProperty("role", "toast")
        self._words = Words(theme, "", "button")
        self._action = Button(theme, "", "link")
        self._close = IconButton(theme, "close", "Dismiss this message", size=14)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.closed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        row = QHBoxLayout(self)
        row.addWidget(self._words)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def fill(self, words: str, action: str, run: Callable[[], None] | None) -> None:
        self._run = run
        self._words.setText(words)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(words)

    def leave(self) -> None:
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        came_from, self._came_from = self._came_from, None
        self.hide()
        if inside and came_from is not None and _alive(came_from):
            came_from.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.held.emit(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.held.emit(False)
        super().leaveEvent(event)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        was_inside = old is not None and self.isAncestorOf(old)
        is_inside = new is not None and self.isAncestorOf(new)
        if is_inside and not was_inside:
            self._came_from = old
        if was_inside != is_inside:
            self.held.emit(is_inside)

    def _act(self) -> None:
        run = self._run
        self.closed.emit()
        if run is not None:
            run()

    def _on_theme(self) -> None:
        px = self._theme.px
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(px(16), px(8), px(8), px(8))
            layout.setSpacing(px(8))


def _alive(widget: QWidget) -> bool:
    """Whether ``widget`` is still there to be seen; Qt may have deleted it meanwhile."""
    return bool(isValid(widget)) and widget.isVisible()  # type: ignore[no-untyped-call]
