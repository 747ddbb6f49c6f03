"""A sentence with an icon in front: what was done, left out, or is worth a look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.theme.theme import Theme
from ui.widgets.properties import Words


class NoteLine(QWidget):
    """The icon says the kind by its shape; the words say it too."""

    def __init__(
        self, theme: Theme, icon: str, ink: str, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._ink = ink
        self._mark = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(theme, words, "small", wrap=True), 1)
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def _on_theme(self) -> None:
        self._mark.setPixmap(self._theme.pixmap(self._icon, self._ink, 16))
