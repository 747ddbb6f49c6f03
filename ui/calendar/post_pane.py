"""One post in short, with what is open and the two ways on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.assessment import Assessment
from app.model.state import State
from ui.calendar.check_rows import CheckRow, ConfirmRow, open_checks
from ui.calendar.facts import PostFacts, Subject
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labelled import announce
from ui.widgets.looks import look_of
from ui.widgets.meter import Meter
from ui.widgets.pill import StatePill
from ui.widgets.properties import Words, rule, set_ground

_STEPS: Mapping[State, str] = {
    State.IDEA: "Send to review",
    State.DRAFT: "Send to review",
    State.REVIEW: "Mark ready",
    State.READY: "Mark posted",
}


class PostPane(QWidget):
    """Shows one post; says what the user wants done with it.

    Locked steps keep the focus and say why: activating one moves to the first open
    check.
    """

    closed = Signal()
    menu_wanted = Signal(QPoint)
    opened = Signal(int)
    stepped = Signal(int, str)  # post id, state it is in
    remedy_wanted = Signal(int, str, str)  # post id, check id, remedy
    answered = Signal(int, str, bool)  # post id, check id, confirmed
    networks_chosen = Signal(int, tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._subject: Subject | None = None
        self._assessment: Assessment | None = None
        self._shown_checks: tuple[object, ...] = ()
        self._build()
        self._on_theme()
        theme.changed.connect(self._on_theme)

    @property
    def post_id(self) -> int:
        """The post that is shown; 0 for none."""
        return self._subject.post.id if self._subject is not None else 0

    def _build(self) -> None:
        theme = self._theme
        self._pill = StatePill(theme)
        self.more_button = IconButton(theme, "more", "More for this post")
        self.more_button.clicked.connect(self._ask_menu)
        self.close_button = IconButton(theme, "close", "Close details")
        self.close_button.clicked.connect(self.closed)
        self._head = QHBoxLayout()
        self._head.addWidget(self._pill)
        self._head.addStretch(1)
        self._head.addWidget(self.more_button)
        self._head.addWidget(self.close_button)
        self._facts = PostFacts(theme)
        self._facts.networks_chosen.connect(
            lambda names: self.networks_chosen.emit(self.post_id, names)
        )
        self._top = QVBoxLayout()
        self._top.addLayout(self._head)
        self._top.addWidget(self._facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(rule())
        column.addLayout(self._build_checks())
        column.addWidget(self._build_rows(), 1)
        column.addWidget(rule())
        column.addLayout(self._build_footer())

    def _build_checks(self) -> QVBoxLayout:
        self._sum = Words(self._theme, "", "small", "text2")
        self._meter = Meter(self._theme)
        line = QHBoxLayout()
        line.addWidget(Words(self._theme, "Checks", "strong"))
        line.addStretch(1)
        line.addWidget(self._sum)
        self._checks = QVBoxLayout()
        self._checks.addLayout(line)
        self._checks.addWidget(self._meter)
        return self._checks

    def _build_rows(self) -> QScrollArea:
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return self._scroll

    def _build_footer(self) -> QVBoxLayout:
        self._reason = Words(self._theme, "", "small", "fix", wrap=True)
        self._reason.hide()
        self.step_button = Button(self._theme, "Mark ready", "locked", "lock")
        self.open_button = Button(self._theme, "Open to edit", "plain", "pencil")
        self.step_button.clicked.connect(self._step)
        self.open_button.clicked.connect(lambda: self.opened.emit(self.post_id))
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.step_button, 1)
        self._buttons.addWidget(self.open_button, 1)
        self._footer = QVBoxLayout()
        self._footer.addWidget(self._reason)
        self._footer.addLayout(self._buttons)
        return self._footer

    def forget(self) -> None:
        """No post is shown any more."""
        self._subject = self._assessment = None

    def show_subject(self, subject: Subject, now: datetime) -> None:
        """Show a post; its checks stay as they were until ``show_assessment``."""
        if subject.post.id != self.post_id:
            self._assessment = None
            self._show_rows(None)
            self._reason.hide()
        self._subject = subject
        self._pill.set_look(look_of(subject.row, now))
        self._facts.show_subject(subject)
        if self._assessment is None:
            self._sum.setText(subject.row.tally.words())
            self._meter.set_tally(subject.row.tally)
        self._show_step()

    def show_assessment(self, post_id: int, assessment: Assessment) -> None:
        """Show what the gate says, if that post is still the one shown."""
        if post_id != self.post_id:
            return
        self._assessment = assessment
        self._sum.setText(assessment.tally.words())
        self._meter.set_tally(assessment.tally)
        self._show_rows(assessment)
        if assessment.clear:
            self._reason.hide()
        self._show_step()

    def _show_rows(self, assessment: Assessment | None) -> None:
        checks = open_checks(assessment) if assessment is not None else ()
        shown = (self._theme.dark, self._theme.text_size, *checks)
        if shown == self._shown_checks and assessment is not None:
            return
        self._shown_checks = shown
        body = QWidget()
        set_ground(body, "surface")
        column = QVBoxLayout(body)
        px = self._theme.px
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(0)
        for check in checks:
            if check.group.value == "confirm":
                question = ConfirmRow(self._theme, check)
                question.answered.connect(lambda key, on: self.answered.emit(self.post_id, key, on))
                column.addWidget(question)
            else:
                row = CheckRow(self._theme, check)
                row.remedy_wanted.connect(
                    lambda key, name: self.remedy_wanted.emit(self.post_id, key, name)
                )
                column.addWidget(row)
        column.addStretch(1)
        self._scroll.setWidget(body)

    def _show_step(self) -> None:
        """The button for the next step: filled when it can be done, locked while it cannot."""
        subject = self._subject
        if subject is None:
            return
        state = subject.post.state
        words = _STEPS.get(state, "")
        self.step_button.setVisible(bool(words) and subject.may_write)
        self.open_button.setText("Open to edit" if subject.may_write else "Open to read")
        if not words:
            return
        self.step_button.setText(words)
        if state is State.REVIEW and self._blocked():
            self.step_button.set_kind("locked")
            self.step_button.set_icon("lock")
            self.step_button.setAccessibleDescription(self._why())
        else:
            self.step_button.set_kind("primary" if state is State.REVIEW else "plain")
            self.step_button.set_icon("double-check" if state is State.READY else "check")
            self.step_button.setAccessibleDescription("")

    def _blocked(self) -> bool:
        if self._assessment is not None:
            return not self._assessment.clear
        return self._subject is not None and self._subject.row.tally.blocks > 0

    def _why(self) -> str:
        if self._assessment is not None and self._assessment.reason:
            return self._assessment.reason
        tally = self._subject.row.tally.words() if self._subject is not None else ""
        return f"Not ready yet: {tally}."

    def _step(self) -> None:
        subject = self._subject
        if subject is None:
            return
        if self.step_button.kind == "locked":
            self._reason.setText(self._why())
            self._reason.show()
            announce(self, self._why())
            self._focus_first_check()
            return
        self.stepped.emit(subject.post.id, subject.post.state.value)

    def _focus_first_check(self) -> None:
        body = self._scroll.widget()
        stop = body.nextInFocusChain() if body is not None else None
        while stop is not None and body is not None and body.isAncestorOf(stop):
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
                stop.setFocus(Qt.FocusReason.TabFocusReason)
                self._scroll.ensureWidgetVisible(stop)
                return
            stop = stop.nextInFocusChain()

    def _ask_menu(self) -> None:
        place = self.more_button.rect().bottomLeft()
        self.menu_wanted.emit(self.more_button.mapToGlobal(place))

    def _on_theme(self) -> None:
        px = self._theme.px
        self._top.setContentsMargins(px(16), px(14), px(12), px(12))
        self._top.setSpacing(px(9))
        self._facts.setContentsMargins(0, 0, px(4), 0)
        self._head.setSpacing(px(4))
        self._checks.setContentsMargins(px(16), px(12), px(16), 0)
        self._checks.setSpacing(px(8))
        self._footer.setContentsMargins(px(16), px(12), px(16), px(12))
        self._footer.setSpacing(px(8))
        self._buttons.setSpacing(px(8))
        if self._assessment is not None:
            self._show_rows(self._assessment)
