"""The question after a post was dropped on a past day, asked inside the page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.calendar.words import short_day
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labelled import announce, labelled
from ui.widgets.properties import Words

NOT_READY = "It was not Ready. Why was it posted? The reason stays on the post."


class PastDayQuestion(QFrame):
    """Asks whether a post that was put on a past day went out already.

    ``posted`` carries the post, the day and, for a post that was not Ready, the
    reason she gives in one line. Esc and Cancel change nothing.
    """

    posted = Signal(int, date, str)  # post id, day, reason
    moved = Signal(int, date)  # post id, day

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._post_id = 0
        self._day = date.min
        self._needs_reason = False
        self._came_from: QWidget | None = None
        self.setProperty("role", "note")
        self.setProperty("tone", "consider")
        self._words = Words(theme, "", "button", wrap=True)
        self.reason = labelled(QLineEdit(self), "Why was it posted before it was Ready?")
        self.reason.setPlaceholderText("In one line: why was it posted before it was Ready?")
        self.posted_button = Button(theme, "Mark posted", compact=True)
        self.move_button = Button(theme, "Move anyway", compact=True)
        self.cancel_button = Button(theme, "Cancel", "quiet", compact=True)
        self.posted_button.clicked.connect(self._mark_posted)
        self.move_button.clicked.connect(self._move)
        self.cancel_button.clicked.connect(self.dismiss)
        self.reason.returnPressed.connect(self._mark_posted)
        self._line = QHBoxLayout()
        self._line.addWidget(self._words, 1)
        for button in (self.posted_button, self.move_button, self.cancel_button):
            self._line.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._line)
        self._column.addWidget(self.reason)
        self._on_theme()
        theme.changed.connect(self._on_theme)
        self.hide()

    @property
    def post_id(self) -> int:
        """The post it asks about; 0 when nothing is asked."""
        return self._post_id

    def ask(self, post_id: int, day: date, *, needs_reason: bool) -> None:
        """Show the question and put the focus on its first answer."""
        self._post_id, self._day, self._needs_reason = post_id, day, needs_reason
        self._words.setText(f"{short_day(day)} is in the past. Was this already posted?")
        self.setAccessibleName(self._words.text())
        self.reason.clear()
        self.reason.hide()
        self.move_button.show()
        self._came_from = QApplication.focusWidget()
        self.show()
        self.posted_button.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, self._words.text())

    def dismiss(self) -> None:
        """Take the question away; the focus goes back where it was."""
        self._post_id = 0
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if inside and self._came_from is not None:
            self._came_from.setFocus()
        self._came_from = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def _mark_posted(self) -> None:
        reason = self.reason.text().strip()
        if self._needs_reason and not reason:
            self._words.setText(NOT_READY)
            self.move_button.hide()
            self.reason.show()
            self.reason.setFocus()
            announce(self, self._words.text())
            return
        post_id, day = self._post_id, self._day
        self.dismiss()
        self.posted.emit(post_id, day, reason)

    def _move(self) -> None:
        post_id, day = self._post_id, self._day
        self.dismiss()
        self.moved.emit(post_id, day)

    def _on_theme(self) -> None:
        px = self._theme.px
        self._line.setSpacing(px(8))
        self._column.setSpacing(px(8))
        self._column.setContentsMargins(px(12), px(10), px(12), px(10))
