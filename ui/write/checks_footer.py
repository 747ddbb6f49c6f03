"""The foot of the checks panel: why the post is not ready yet, and the next step."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.assessment import Assessment
from app.model.post import Post, State
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labelled import announce
from ui.widgets.properties import Words, rule
from ui.write.check_words import ready_reason


@dataclass(frozen=True, slots=True)
class Step:
    """What the right button does in a state: its words, its icon, and what it asks for."""

    words: str
    icon: str
    wants: str


_STEPS = {
    State.IDEA: Step("Start review", "eye", "advance"),
    State.DRAFT: Step("Start review", "eye", "advance"),
    State.REVIEW: Step("Mark ready", "check-circle", "advance"),
    State.READY: Step("Mark posted", "double-check", "mark_posted"),
    State.POSTED: Step("Archive", "archive", "archive"),
    State.ARCHIVED: Step("Restore", "refresh", "restore"),
}


class ChecksFooter(QWidget):
    """Always visible. A locked button still takes the focus: it leads to the first open check.

    ``wanted`` names what to do: next_check, advance, back_to_draft, mark_posted, archive, restore.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step = _STEPS[State.DRAFT]
        self._left = "next_check"
        self._locked = True
        self._reason = Words(theme, "", "small_medium", "text2", wrap=True)
        self._other = Button(theme, "Next check")
        self._next = Button(theme, "Mark ready", "locked", "lock")
        self._other.clicked.connect(lambda: self.wanted.emit(self._left))
        self._next.clicked.connect(self._on_next)
        self._box = QVBoxLayout()
        self._row = QHBoxLayout()
        self._row.addWidget(self._other, 1)
        self._row.addWidget(self._next, 1)
        self._box.addWidget(self._reason)
        self._box.addLayout(self._row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(rule(self))
        outer.addLayout(self._box)
        self._on_theme()
        theme.changed.connect(self._on_theme)

    @property
    def reason(self) -> str:
        """Why the next step cannot be taken yet, or that it can."""
        return self._reason.text()

    @property
    def locked(self) -> bool:
        """Whether something stops the next step."""
        return self._locked

    def take_focus(self) -> None:
        """Bring the next step to the keyboard."""
        self._next.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_state(self, post: Post, assessment: Assessment | None) -> None:
        """Show the next step of ``post``."""
        self._step = _STEPS[post.state]
        if assessment is None:
            return
        open_rows = assessment.tally.blocks
        early = post.state in (State.IDEA, State.DRAFT)
        missing = _missing(post) if early else ""
        self._locked = bool(missing) or (post.state is State.REVIEW and open_rows > 0)
        total = _total(assessment)
        reason = missing or ready_reason(post, assessment.reason if not early else "", total)
        if early and not missing and open_rows:
            reason = f"Open in the review: {assessment.tally.words()}."
        self._say(reason, "ready" if self._all_clear(post) else "text2")
        self._show_buttons(post, bool(open_rows or assessment.tally.to_consider))

    def _all_clear(self, post: Post) -> bool:
        return post.state is State.READY or (post.state is State.REVIEW and not self._locked)

    def _show_buttons(self, post: Post, something_open: bool) -> None:
        step = self._step
        filled = not self._locked and post.state in (State.DRAFT, State.REVIEW, State.IDEA)
        self._next.set_kind("primary" if filled else "locked" if self._locked else "plain")
        self._next.set_icon("lock" if self._locked else step.icon)
        self._next.setText(step.words)
        self._next.setAccessibleDescription(self.reason)
        back = post.state is State.READY or (post.state is State.REVIEW and not self._locked)
        self._left = "back_to_draft" if back else "next_check"
        self._other.setText("Back to draft" if back else "Next check")
        self._other.setVisible(back or something_open)

    def _say(self, reason: str, ink: str) -> None:
        if self._reason.text() != reason:
            self._reason.setText(reason)
        self._reason.set_ink(ink)

    def _on_next(self) -> None:
        if self._locked:
            announce(self._next, self.reason)
            self.wanted.emit("next_check" if self._other.isVisible() else "advance")
        else:
            self.wanted.emit(self._step.wants)

    def _on_theme(self) -> None:
        px = self._theme.px
        self._box.setContentsMargins(px(16), px(10), px(16), px(12))
        self._box.setSpacing(px(8))
        self._row.setSpacing(px(8))


def _missing(post: Post) -> str:
    """Why a draft cannot go into review (pause point 1), or nothing."""
    if not post.has_text:
        return "Not in review yet: write the text first."
    if not post.networks:
        return "Not in review yet: choose a network."
    return ""


def _total(assessment: Assessment) -> int:
    tally = assessment.tally
    return tally.to_fix + tally.to_consider + tally.to_confirm + tally.clear
