"""Rows of a form: label, field, hint and a problem said next to the field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.properties import Words, restyle


class FormRow(QWidget):
    """A field under its label. The label is the field's spoken name and carries the access key."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        field: QWidget,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._label = Words(theme, label, "small_strong", "text2", parent=self)
        self._label.setBuddy(field)
        plain = label.replace("&", "")
        if not field.accessibleName():
            field.setAccessibleName(plain)
        # With a parent from the start: shown without one it would be a window for a moment.
        self._hint = Words(theme, hint, "small", "text3", wrap=True, parent=self)
        self._hint.setVisible(bool(hint))
        if hint and not field.accessibleDescription():
            field.setAccessibleDescription(hint)
        self._problem = Words(theme, "", "small", "fix", wrap=True, parent=self)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for part in (self._label, field, self._hint, self._problem):
            column.addWidget(part)

    def set_problem(self, words: str) -> None:
        """Say what is wrong with the field, next to it; empty takes it away."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        restyle(self.field, "problem", "true" if words else "false")
        self.field.setAccessibleDescription(words or self._hint.text())


def mnemonic_label(theme: Theme, text: str, buddy: QWidget) -> QLabel:
    """A small label whose access key (``&``) moves to ``buddy``, and which names it."""
    label = Words(theme, text, "small", "text2")
    label.setTextFormat(Qt.TextFormat.AutoText)
    label.setBuddy(buddy)
    if not buddy.accessibleName():
        buddy.setAccessibleName(text.replace("&", ""))
    return label
