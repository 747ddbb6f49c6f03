"""The two small dialogs that ask: one of a few answers, or a line of text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.form import FormRow
from ui.widgets.properties import Words


class _Asking(QDialog):
    """Headline, detail, room for a field, and a row of buttons with the main one last."""

    answered = Signal(str)

    def __init__(self, theme: Theme, headline: str, detail: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Primum")
        self.setAccessibleName(headline)
        self.setAccessibleDescription(detail)
        px = theme.px
        self.setMinimumWidth(px(380))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(24), px(20), px(24), px(20))
        self.body.setSpacing(px(10))
        self.body.addWidget(Words(theme, headline, "title", wrap=True))
        if detail:
            self.body.addWidget(Words(theme, detail, "body", "text2", wrap=True))
        self.row = QHBoxLayout()
        self.row.setContentsMargins(0, px(8), 0, 0)
        self.row.setSpacing(px(8))
        self.row.addStretch(1)

    def add_button(self, words: str, kind: str = "plain") -> Button:
        button = Button(self._theme, words, kind)
        button.setAutoDefault(kind == "primary")
        button.setDefault(kind == "primary")
        self.row.addWidget(button)
        return button


class ChoiceDialog(_Asking):
    """Asks for one of ``answers`` (pairs of key and words); the first is the default."""

    def __init__(
        self,
        theme: Theme,
        headline: str,
        detail: str,
        answers: Sequence[tuple[str, str]],
        cancel: str,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, headline, detail, parent)
        self.body.addLayout(self.row)
        self.add_button(cancel).clicked.connect(self.reject)
        for place, (key, words) in reversed(list(enumerate(answers))):
            button = self.add_button(words, "primary" if place == 0 else "plain")
            button.clicked.connect(lambda _=False, key=key: self._answer(key))

    def _answer(self, key: str) -> None:
        self.accept()
        self.answered.emit(key)


class TextDialog(_Asking):
    """Asks for a line of text; ``secret`` hides it."""

    def __init__(
        self,
        theme: Theme,
        headline: str,
        detail: str,
        label: str,
        confirm: str,
        parent: QWidget,
        *,
        secret: bool = False,
    ) -> None:
        super().__init__(theme, headline, detail, parent)
        self.field = QLineEdit()
        if secret:
            self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.body.addWidget(FormRow(theme, label, self.field))
        self.body.addLayout(self.row)
        self.add_button("Cancel").clicked.connect(self.reject)
        self.add_button(confirm, "primary").clicked.connect(self._answer)
        self.field.setFocus()

    def _answer(self) -> None:
        self.accept()
        self.answered.emit(self.field.text())
