"""The parts of the settings page: a titled group, and a row of words with its control."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.properties import Words, card, rule


class Group(QWidget):
    """A small title over a card of rows parted by hairlines."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Words(theme, title, "small_strong", "text2"))
        panel = card()
        self._rows = QVBoxLayout(panel)
        self._rows.setContentsMargins(px(16), px(4), px(16), px(4))
        self._rows.setSpacing(0)
        column.addWidget(panel)

    def add(self, label: str, control: QWidget, hint: str = "", *, under: bool = False) -> None:
        """Add a row; ``under`` puts a wide control below its words instead of beside them."""
        if self._rows.count():
            self._rows.addWidget(rule())
        self._rows.addWidget(_Row(self._theme, label, control, hint, under=under))

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is a row of its own, such as a message."""
        self._rows.addWidget(widget)


class _Row(QWidget):
    def __init__(
        self, theme: Theme, label: str, control: QWidget, hint: str, *, under: bool
    ) -> None:
        super().__init__()
        px = theme.px
        title = Words(theme, label, "button")
        title.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(label.replace("&", ""))
        if hint:
            control.setAccessibleDescription(hint)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(title)
        if hint:
            words.addWidget(Words(theme, hint, "small", "text2", wrap=True))
        if under:
            column = QVBoxLayout(self)
            column.setSpacing(px(8))
            column.addLayout(words)
            column.addWidget(control)
        else:
            row = QHBoxLayout(self)
            row.setSpacing(px(16))
            row.addLayout(words, 1)
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, px(10), 0, px(10))
