"""The bar above the text: formatting, source, picture, and how much room is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.properties import Words, rule, set_ground

# Action id, icon and name, in the order of the bar.
_TOOLS = (
    ("text.heading", "heading", "Heading"),
    ("text.bold", "bold", "Bold"),
    ("text.italic", "italic", "Italic"),
    ("text.bulleted", "list", "Bulleted list"),
    ("text.numbered", "numbered-list", "Numbered list"),
    ("text.quote", "quote", "Quote"),
    ("text.link", "link", "Link"),
)
_FIRST_TO_GO = ("text.numbered", "text.quote")


@dataclass(frozen=True, slots=True)
class Room:
    """How much of the strictest network's limit is used."""

    network: str
    used: int
    limit: int

    @property
    def over(self) -> bool:
        """Whether the text is too long."""
        return self.used > self.limit

    def words(self) -> str:
        """The count as shown; the network is named when the text is too long for it."""
        count = f"{self.used:,} of {self.limit:,}"
        return f"{self.network}: {count}" if self.over else count

    def spoken(self) -> str:
        """The count for a screen reader."""
        if self.over:
            return f"{self.used - self.limit} characters too long for {self.network}"
        return f"{self.used} of {self.limit} characters, counted for {self.network}"


class FormattingBar(QWidget):
    """``wanted`` carries the id of the action that was clicked, for example ``text.bold``."""

    wanted = Signal(str)

    def __init__(
        self, theme: Theme, shortcuts: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """``shortcuts`` gives the keys of an action for its tooltip."""
        super().__init__(parent)
        self._theme = theme
        set_ground(self, "surface")
        self.setAccessibleName("Formatting")
        self._row = QHBoxLayout()
        self._yielding: list[QWidget] = []
        for key, icon, name in _TOOLS:
            button = IconButton(theme, icon, name, ink="text2")
            button.set_name(name, shortcuts.get(key, ""))
            button.clicked.connect(lambda _=False, k=key: self.wanted.emit(k))
            self._row.addWidget(button)
            if key in _FIRST_TO_GO:
                self._yielding.append(button)
        self._gap_before = QWidget(self)
        self._line = rule(self, upright=True)
        self._row.addWidget(self._gap_before)
        self._row.addWidget(self._line)
        self._gap_after = QWidget(self)
        self._row.addWidget(self._gap_after)
        self.source = self._big("Source", "book", "text.source", shortcuts)
        self.image = self._big("Image", "image", "text.image", shortcuts)
        self._row.addStretch(1)
        self._count = Words(theme, "", "small", "text2")
        self._count.setAccessibleName("")
        self._row.addWidget(self._count)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._row, 1)
        box.addWidget(rule(self))
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def show_room(self, room: Room | None) -> None:
        """Show the count, red when the text is too long; None when no network is chosen."""
        words = room.words() if room else ""
        if self._count.text() != words:
            wide = self._count.sizeHint().width()
            self._count.setText(words)
            self._count.setAccessibleName(room.spoken() if room else "")
            self._count.setToolTip(room.spoken() if room else "")
            if self._count.sizeHint().width() != wide:
                self._fit()
        self._count.set_ink("fix" if room and room.over else "text2")

    def set_editable(self, editable: bool) -> None:
        """Disable the tools for a post that cannot be changed."""
        for n in range(self._row.count()):
            item = self._row.itemAt(n)
            widget = item.widget() if item is not None else None
            if isinstance(widget, (Button, IconButton)):
                widget.setEnabled(editable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what would be cut: words first, then what the menu has as well."""
        self._name_tools(words=True)
        ways = (self._gap_before, self._line, self._gap_after, *self._yielding)
        for part in ways:
            part.setVisible(True)
        if self._too_wide():
            self._name_tools(words=False)
        for part in ways:
            part.setVisible(not self._too_wide())

    def _too_wide(self) -> bool:
        self._row.invalidate()
        return self._row.minimumSize().width() > self.width()

    def _name_tools(self, *, words: bool) -> None:
        for button, name in ((self.source, "Source"), (self.image, "Image")):
            if button.text() != (name if words else ""):
                button.setText(name if words else "")
                button.setAccessibleName(name)

    def _big(self, words: str, icon: str, key: str, shortcuts: Mapping[str, str]) -> Button:
        button = Button(self._theme, words, "quiet", icon)
        button.setProperty("room", "tool")
        button.setToolTip(f"{words} ({shortcuts[key]})" if shortcuts.get(key) else words)
        button.clicked.connect(lambda: self.wanted.emit(key))
        self._row.addWidget(button)
        return button

    def _on_theme(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), 0, px(13), 0)
        self.setFixedHeight(px(44) + 1)
        self._row.setSpacing(px(2))
        self._gap_before.setFixedWidth(px(7))
        self._gap_after.setFixedWidth(px(5))
        self._line.setFixedHeight(px(18))
        self._fit()
