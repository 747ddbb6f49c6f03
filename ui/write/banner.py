"""The banner of a post that changed after it was Ready."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.properties import Words


class SentBackBanner(QFrame):
    """Says what opened again; ``see`` shows the change, ``undo`` takes it back."""

    see = Signal()
    undo = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "note")
        self.setProperty("tone", "consider")
        self._mark = QLabel(self)
        self._title = Words(theme, "Changed after it was Ready", "strong", "consider")
        self._words = Words(theme, "", "small", wrap=True)
        self._see = Button(theme, "See the change", "accent", compact=True)
        self._undo = Button(theme, "Undo the change", "link", "undo")
        self._see.clicked.connect(self.see)
        self._undo.clicked.connect(self.undo)
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(self._mark)
        top.addWidget(self._title, 1)
        buttons = QWidget(self)
        flow = Flow(buttons, gap=theme.px(6))
        flow.addWidget(self._see)
        flow.addWidget(self._undo)
        self._box = QVBoxLayout(self)
        self._box.addLayout(top)
        self._box.addWidget(self._words)
        self._box.addWidget(buttons)
        self._on_theme()
        theme.changed.connect(self._on_theme)
        self.hide()

    def say(self, words: str, *, text_changed: bool) -> None:
        """Show what happened; without a change of text there is nothing to see or undo here."""
        if self._words.text() != words:
            self._words.setText(words)
        self.setAccessibleName(f"{self._title.text()}. {words}")
        self._see.setVisible(text_changed)
        self._undo.setVisible(text_changed)
        self.show()

    def _on_theme(self) -> None:
        px = self._theme.px
        self._mark.setPixmap(self._theme.pixmap("undo", "review", 16))
        self._box.setContentsMargins(px(12), px(10), px(12), px(10))
        self._box.setSpacing(px(5))
