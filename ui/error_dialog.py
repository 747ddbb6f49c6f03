"""What the user sees when Primum itself is at fault."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labelled import labelled
from ui.widgets.properties import Words


class ErrorDialog(QDialog):
    """Says that Primum made a mistake, that the work is safe, and lets the report be copied."""

    def __init__(self, theme: Theme, text: str, path: Path | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Primum")
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(10))
        column.addWidget(Words(theme, "Something went wrong in Primum.", "title"))
        words = (
            "What was saved is safe; your last words are written down every two seconds. "
            "The report below says where it happened. It holds nothing of what you wrote."
        )
        column.addWidget(Words(theme, words, "body", "text2", wrap=True))
        details = labelled(QPlainTextEdit(text), "Error report")
        details.setReadOnly(True)
        column.addWidget(details, 1)
        if path is not None:
            column.addWidget(Words(theme, f"Kept in {path}", "small", "text3", wrap=True))
        foot = QHBoxLayout()
        foot.addStretch(1)
        copy = Button(theme, "Copy details", "plain", "copy")
        copy.clicked.connect(self._copy)
        close = Button(theme, "Go on", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot.addWidget(copy)
        foot.addWidget(close)
        column.addLayout(foot)
        self.resize(px(560), px(420))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
