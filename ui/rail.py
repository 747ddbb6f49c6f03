"""The left rail: New post, search, the pages, settings. Words when there is room, icons if not."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import ActionRegistry
from ui.rail_items import RailItem, SearchBox
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.filling import fill
from ui.widgets.properties import restyle, set_ground

_WIDE = 208
_SLIM = 56

# Page name, icon, words, action that goes there.
PAGES = (
    ("calendar", "calendar", "Calendar", "go.calendar"),
    ("posts", "posts", "Posts", "go.posts"),
)
SETTINGS = ("settings", "settings", "Settings", "settings.open")


class Rail(QWidget):
    """One F6 stop. ``go`` carries the name of the page that is wanted."""

    go = Signal(str)

    def __init__(
        self, theme: Theme, actions: ActionRegistry, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self._slim = False
        self.setAccessibleName("Pages")
        set_ground(self, "bg")
        self.new_post = Button(theme, "New post", "tonal", "plus", parent=self)
        self.new_post.clicked.connect(lambda: actions.trigger("post.new"))
        hint = actions.shortcut_words("search.posts")
        self.search = SearchBox(theme, "Search", hint, self)
        self.search.clicked.connect(lambda: actions.trigger("search.posts"))
        self._group = QButtonGroup(self)
        self._items: dict[str, RailItem] = {}
        self._column = QVBoxLayout(self)
        self._top = QHBoxLayout()
        self._top.addWidget(self.new_post)
        self._column.addLayout(self._top)
        self._column.addWidget(self.search)
        for page in PAGES:
            self._column.addWidget(self._add(*page))
        self._column.addStretch(1)
        self._column.addWidget(self._add(*SETTINGS))
        self._on_theme()
        theme.changed.connect(self._on_theme)

    @property
    def slim(self) -> bool:
        """Whether only icons are shown."""
        return self._slim

    def set_slim(self, slim: bool) -> None:
        """Show icons only, or icons and words."""
        if slim != self._slim:
            self._slim = slim
            self._on_theme()

    def mark(self, page: str) -> None:
        """Show ``page`` as the one in front."""
        item = self._items.get(page)
        if item is not None:
            item.setChecked(True)

    def set_count(self, page: str, count: int, meaning: str) -> None:
        """Show how many things on ``page`` need the user; ``meaning`` is how it is spoken."""
        self._items[page].set_count(count, meaning)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        fill(painter, QRect(self.width() - 1, 0, 1, self.height()), self._theme.token("line"))
        painter.end()

    def _add(self, page: str, icon: str, words: str, action: str) -> RailItem:
        item = RailItem(self._theme, icon, words, self._actions.shortcut_words(action), self)
        item.clicked.connect(lambda _=False, page=page: self.go.emit(page))
        self._group.addButton(item)
        self._items[page] = item
        return item

    def _on_theme(self) -> None:
        px, slim = self._theme.px, self._slim
        self.setFixedWidth(px(_SLIM if slim else _WIDE))
        self._column.setContentsMargins(0, px(10 if slim else 12), 0, px(8))
        self._column.setSpacing(0)
        self._top.setContentsMargins(px(10), 0, px(10), px(6 if slim else 0))
        self.new_post.setText("" if slim else "New post")
        self.new_post.setAccessibleName("New post")
        self.new_post.setToolTip(f"New post ({self._actions.shortcut_words('post.new')})")
        restyle(self.new_post, "square", "true" if slim else "false")
        for item in self._items.values():
            item.set_slim(slim)
        self.search.set_slim(slim)
