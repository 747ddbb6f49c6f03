"""The open checks of a post in short: what, which words, and the nearest way to solve it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.model.assessment import Assessment, Check, Group, Remedy
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.completing import words_for
from ui.widgets.flow import Flow
from ui.widgets.properties import Words
from ui.widgets.which_text import where

_MARKS = {Group.FIX: ("alert-circle", "block"), Group.CONSIDER: ("alert-triangle", "review")}
_INKS = {Group.FIX: "fix", Group.CONSIDER: "consider"}

REMEDIES: Mapping[Remedy, tuple[str, str]] = {
    Remedy.SHOW: ("Show in text", "target"),
    Remedy.LINK_CONSENT: ("Link consent", "consent"),
    Remedy.ADD_SOURCE: ("Add a source", "book"),
    Remedy.DISCLOSE: ("Disclose a tie", "handshake"),
    Remedy.ADD_ALT_TEXT: ("Add alt text", "image"),
    Remedy.CHECK_PICTURE: ("Check the picture", "image"),
    Remedy.ADD_PICTURE: ("Add a picture", "image"),
    Remedy.CHOOSE_NETWORKS: ("Choose networks", "pencil"),
    Remedy.CHOOSE_AUDIENCE: ("Choose who it is for", "user"),
    Remedy.SET_DATE: ("Set the date", "calendar-move"),
    Remedy.OPEN_ACCOUNT: ("Open your profile", "user"),
}
"""Words and icon of what the short form offers; the rest is done while writing."""

_MOST_OFFERED = 2


class CheckRow(QWidget):
    """A check to fix or consider."""

    remedy_wanted = Signal(str, str)  # check id, remedy

    def __init__(self, theme: Theme, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = check
        px = theme.px
        icon, ink = _MARKS[check.group]
        mark = QLabel(self)
        mark.setPixmap(theme.pixmap(icon, ink, 18))
        mark.setFixedWidth(px(28))
        mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(Words(theme, check.title, "button", wrap=True))
        if check.quote:
            quote = Words(theme, f"“{check.quote}”", "small", _INKS[check.group], wrap=True)
            words.addWidget(quote)
        elif check.why:
            words.addWidget(Words(theme, check.why, "small", "text2", wrap=True))
        if where(check):
            words.addWidget(Words(theme, where(check), "small", "text2", wrap=True))
        words.addLayout(self._offers(theme, check))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, px(18))
        row.setSpacing(0)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _offers(self, theme: Theme, check: Check) -> Flow:
        flow = Flow(gap=theme.px(4))
        flow.setContentsMargins(0, theme.px(2), 0, 0)
        for remedy in offered(check):
            words, icon = REMEDIES[remedy]
            words = words_for(check, remedy, words)
            button = Button(theme, words, "link", icon)
            button.setAccessibleName(f"{words}: {check.title}")
            self._bind(button, remedy)
            flow.addWidget(button)
        return flow

    def _bind(self, button: Button, remedy: Remedy) -> None:
        button.clicked.connect(lambda: self.remedy_wanted.emit(self.check.id, remedy.value))


class ConfirmRow(QWidget):
    """A question that only the author can answer; the tick is her answer."""

    answered = Signal(str, bool)  # check id, confirmed

    def __init__(self, theme: Theme, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = check
        px = theme.px
        self.box = QCheckBox(self)
        self.box.setAccessibleName(f"Only you can confirm: {check.title}. {check.quote}".strip())
        self.box.setFixedWidth(px(28))
        self.box.setChecked(check.confirmed_at is not None and not check.reopened)
        self.box.toggled.connect(lambda on: self.answered.emit(check.id, on))
        title = _ClickableWords(theme, check.title)
        title.pressed.connect(self.box.click)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, px(10))
        row.setSpacing(0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(title, 1)


class _ClickableWords(Words):
    """A wrapped label of a tick box; a tick box cannot wrap its own words."""

    pressed = Signal()

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, "button", wrap=True)
        self.setMinimumHeight(theme.px(24))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


def offered(check: Check) -> tuple[Remedy, ...]:
    """What the short form offers for a check: its place in the text first, then what links."""
    known = [remedy for remedy in check.remedies if remedy in REMEDIES]
    if check.findings and Remedy.SHOW not in known:
        known.append(Remedy.SHOW)
    known.sort(key=lambda remedy: remedy is not Remedy.SHOW)
    return tuple(known[:_MOST_OFFERED])


def open_checks(assessment: Assessment) -> tuple[Check, ...]:
    """What the short form lists, in panel order: to fix, to consider, questions (ticked or not)."""
    still = [
        check
        for group in (Group.FIX, Group.CONSIDER, Group.CONFIRM)
        for check in assessment.group(group)
    ]
    return tuple(still)
