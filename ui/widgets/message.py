"""A message inside the page, next to what it is about: headline, detail and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import KnownError
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import Flow
from ui.widgets.labelled import announce
from ui.widgets.properties import Words, restyle

REMEDY_WORDS: Mapping[str, str] = {
    "try_again": "Try again",
    "save_again": "Save again",
    "save_copy": "Save a copy elsewhere",
    "look_again": "Look again",
    "choose_folder": "Choose folder",
    "choose_file": "Choose another file",
    "choose_copy": "Choose another copy",
    "choose_another": "Choose another",
    "move_planner": "Move planner",
    "read_only": "Read only",
    "reopen": "Open it again",
    "save_as": "Save as",
    "keep_mine": "Keep mine",
    "keep_other": "Keep the other",
    "keep_both": "Keep both",
    "change_dates": "Change dates",
    "copy_details": "Copy details",
}

_ICONS = {"fix": "alert-circle", "consider": "alert-triangle", "ready": "check-circle", "": "info"}
_INKS = {"fix": "block", "consider": "review", "ready": "ready", "": "text2"}


class Offer(NamedTuple):
    """One button of a message: its words and what it does."""

    words: str
    run: Callable[[], None]


class Message(QFrame):
    """A message in tone ``fix``, ``consider``, ``ready`` or none. Hidden until it has words."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, closable: bool = True
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = ""
        self.setProperty("role", "note")
        self._closable = closable
        self._made = False
        self.hide()

    def _make(self) -> None:
        """Make the parts, for the first words."""
        self._made = True
        self._mark = QLabel(self)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._headline = Words(self._theme, "", "strong", wrap=True)
        self._detail = Words(self._theme, "", "small", wrap=True)
        self._offers = QWidget(self)
        Flow(self._offers, gap=6)
        self._close = IconButton(self._theme, "close", "Dismiss this message", size=14, parent=self)
        self._close.setVisible(self._closable)
        self._close.clicked.connect(self.hide)
        words = QVBoxLayout()
        words.setSpacing(4)
        for part in (self._headline, self._detail, self._offers):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._theme.changed.connect(self._on_theme)

    def say(
        self, headline: str, detail: str = "", *, tone: str = "", offers: Sequence[Offer] = ()
    ) -> None:
        """Show ``headline``, ``detail`` and a button for each offer, and have it spoken."""
        if not self._made:
            self._make()
        self._tone = tone
        restyle(self, "tone", tone)
        self._headline.setText(headline)
        self._headline.set_ink(tone or "text")
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._set_offers(offers)
        self.setAccessibleName(f"{headline} {detail}".strip())
        self._on_theme()
        self.show()
        announce(self, self.accessibleName(), urgent=tone == "fix")

    def say_error(
        self, error: KnownError, remedies: Mapping[str, Callable[[], None]] | None = None
    ) -> None:
        """Show a known error with a button for each of its remedies that ``remedies`` can do."""
        able = remedies or {}
        offers = [
            Offer(REMEDY_WORDS.get(name, name.replace("_", " ").capitalize()), able[name])
            for name in error.remedies
            if name in able
        ]
        self.say(error.headline, error.detail, tone="fix", offers=offers)

    def clear(self) -> None:
        """Take the message away."""
        if self._made:
            self._set_offers(())
        self.hide()

    def _set_offers(self, offers: Sequence[Offer]) -> None:
        layout = self._offers.layout()
        while layout is not None and layout.count():
            item = layout.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for offer in offers:
            button = Button(self._theme, offer.words, "accent", compact=True, parent=self._offers)
            button.clicked.connect(offer.run)
            if layout is not None:
                layout.addWidget(button)
                button.show()
        self._offers.setVisible(bool(offers))

    def _on_theme(self) -> None:
        self._mark.setPixmap(self._theme.pixmap(_ICONS[self._tone], _INKS[self._tone], 16))
        edge = self._theme.px(12)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(edge, self._theme.px(10), self._theme.px(8), edge)
            layout.setSpacing(self._theme.px(8))
