"""The saved filters over the list, each with its count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.model.post import State
from app.model.rows import PostFilter
from ui.posts.source import Order
from ui.theme.theme import Theme

OPEN_STATES = frozenset(set(State) - {State.POSTED, State.ARCHIVED})


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved filter.

    Attributes:
        key: its name in ``lists.counts()``.
        empty: what is said when it holds nothing.
    """

    key: str
    words: str
    filter: PostFilter
    order: Order
    descending: bool
    empty: str


SAVED = (
    Saved(
        "needs_me",
        "Needs me",
        PostFilter(needs_me=True),
        Order.DATE,
        descending=False,
        empty="Nothing needs you now.",
    ),
    Saved(
        "sent_back",
        "Sent back",
        PostFilter(sent_back=True),
        Order.DATE,
        descending=False,
        empty="No post was sent back.",
    ),
    Saved(
        "no_date",
        "No date",
        PostFilter(unscheduled=True, states=OPEN_STATES),
        Order.CHANGED,
        descending=True,
        empty="Every post has a date.",
    ),
    Saved(
        "posted",
        "Posted",
        PostFilter(states=frozenset({State.POSTED})),
        Order.DATE,
        descending=True,
        empty="Nothing is posted yet.",
    ),
    Saved(
        "all",
        "All",
        PostFilter(),
        Order.CHANGED,
        descending=True,
        empty="No posts yet. Start with an idea; you can give it a date later.",
    ),
    Saved(
        "bin",
        "Bin",
        PostFilter(binned=True),
        Order.CHANGED,
        descending=True,
        empty="The bin is empty.",
    ),
)
BY_KEY: Mapping[str, Saved] = {saved.key: saved for saved in SAVED}


class FilterBar(QFrame):
    """One of the saved filters is on. ``chosen`` carries its key."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "segmented")
        self.setAccessibleName("Saved filters")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._counts: Mapping[str, int] = {}
        self._brief = False
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for saved in SAVED:
            button = QPushButton(saved.words, self)
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._bind(button, saved.key)
            row.addWidget(button)
        theme.changed.connect(self.updateGeometry)

    @property
    def key(self) -> str:
        """The filter that is on."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "all")

    def choose(self, key: str) -> None:
        """Turn a filter on without telling."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> QPushButton:
        """The button of a filter."""
        return self._buttons[key]

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many posts each filter holds."""
        self._counts = counts
        self._name()

    def set_brief(self, brief: bool) -> None:
        """Leave the counts to the tooltips where there is little room."""
        self._brief = brief
        self._name()

    def _name(self) -> None:
        for saved in SAVED:
            count = self._counts.get(saved.key, 0)
            button = self._buttons[saved.key]
            numbered = count and not self._brief
            button.setText(f"{saved.words}  {count}" if numbered else saved.words)
            posts = "1 post" if count == 1 else f"{count} posts"
            button.setAccessibleName(f"{saved.words}, {posts}")
            button.setToolTip(posts if self._brief else "")
        self.adjustSize()

    def _bind(self, button: QPushButton, key: str) -> None:
        self._group.addButton(button)
        self._buttons[key] = button
        button.clicked.connect(lambda: self.chosen.emit(key))
