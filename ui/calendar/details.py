"""The right pane: the chosen post in short, or what can be done with an empty day."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.calendar.words import long_day
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.properties import Words, set_ground

if TYPE_CHECKING:
    from app.model.assessment import Assessment
    from ui.calendar.facts import Subject
    from ui.calendar.post_pane import PostPane


class Details(QWidget):
    """Shows one post, or a day; says what the user wants done with it.

    The pane of the post is made when the first post is chosen: at start none is.
    """

    closed = Signal()
    menu_wanted = Signal(QPoint)
    opened = Signal(int)
    stepped = Signal(int, str)  # post id, state it is in
    remedy_wanted = Signal(int, str, str)  # post id, check id, remedy
    answered = Signal(int, str, bool)  # post id, check id, confirmed
    networks_chosen = Signal(int, tuple)
    new_wanted = Signal(date)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._post_shown = False
        self._day: date | None = None
        self.setAccessibleName("Details")
        set_ground(self, "surface")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._build_hint())
        self._on_theme()
        theme.changed.connect(self._on_theme)

    @property
    def post_id(self) -> int:
        """The post that is shown; 0 for none."""
        return self.post_pane.post_id if self._post_shown else 0

    @cached_property
    def post_pane(self) -> PostPane:
        """Where a post is shown."""
        from ui.calendar.post_pane import PostPane

        pane = PostPane(self._theme)
        pane.closed.connect(self.closed)
        pane.menu_wanted.connect(self.menu_wanted)
        pane.opened.connect(self.opened)
        pane.stepped.connect(self.stepped)
        pane.remedy_wanted.connect(self.remedy_wanted)
        pane.answered.connect(self.answered)
        pane.networks_chosen.connect(self.networks_chosen)
        self._stack.addWidget(pane)
        return pane

    def _build_hint(self) -> QWidget:
        page = QWidget()
        self._hint_day = Words(self._theme, "", "title", wrap=True)
        self._hint = Words(self._theme, "Select a post to see it here.", "body", "text2", wrap=True)
        self._hint_new = Button(self._theme, "New post on this day", icon="plus")
        self._hint_new.clicked.connect(self._ask_new)
        close = IconButton(self._theme, "close", "Close details")
        close.clicked.connect(self.closed)
        self._hint_head = QHBoxLayout()
        self._hint_head.addWidget(self._hint_day, 1)
        self._hint_head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._hint_column = QVBoxLayout(page)
        self._hint_column.addLayout(self._hint_head)
        self._hint_column.addWidget(self._hint)
        self._hint_column.addWidget(self._hint_new, 0, Qt.AlignmentFlag.AlignLeft)
        self._hint_column.addStretch(1)
        return page

    def show_nothing(self, day: date | None, *, may_write: bool) -> None:
        """No post is chosen; offer a new one on ``day``."""
        if self._post_shown:
            self.post_pane.forget()
        self._post_shown = False
        self._day = day
        self._hint_day.setText(long_day(day) if day is not None else "No post selected")
        self._hint_new.setVisible(day is not None and may_write)
        self._stack.setCurrentIndex(0)

    def show_subject(self, subject: Subject, now: datetime) -> None:
        """Show a post; its checks stay as they were until ``show_assessment``."""
        self.post_pane.show_subject(subject, now)
        self._post_shown = True
        self._stack.setCurrentWidget(self.post_pane)

    def show_assessment(self, post_id: int, assessment: Assessment) -> None:
        """Show what the gate says, if that post is still the one shown."""
        if self._post_shown:
            self.post_pane.show_assessment(post_id, assessment)

    def _ask_new(self) -> None:
        if self._day is not None:
            self.new_wanted.emit(self._day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _on_theme(self) -> None:
        px = self._theme.px
        self._hint_column.setContentsMargins(px(16), px(14), px(12), px(16))
        self._hint_column.setSpacing(px(12))
