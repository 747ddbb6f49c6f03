"""Which posts the month shows: by network and by state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.calendar.month import MonthGrid
from app.model.rows import PostRow
from app.model.state import State
from app.networks.catalogue import networks
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.looks import LOOKS
from ui.widgets.popover import Popover
from ui.widgets.properties import Words

STATES = (State.IDEA, State.DRAFT, State.REVIEW, State.READY, State.POSTED, State.ARCHIVED)


@dataclass(frozen=True, slots=True)
class MonthFilter:
    """What is left out. Nothing is, by default; a post shows while one of its networks does."""

    hidden_states: frozenset[State] = frozenset()
    hidden_networks: frozenset[str] = frozenset()

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        return bool(self.hidden_states or self.hidden_networks)

    def keeps(self, row: PostRow) -> bool:
        """Whether the post is shown; one without a network always is."""
        if row.state in self.hidden_states:
            return False
        return not row.networks or not self.hidden_networks.issuperset(row.networks)

    def rows(self, rows: Sequence[PostRow]) -> tuple[PostRow, ...]:
        """The rows that are shown."""
        return tuple(row for row in rows if self.keeps(row))

    def grid(self, grid: MonthGrid) -> MonthGrid:
        """The month with the posts that are shown."""
        if not self.active:
            return grid
        weeks = tuple(
            tuple(replace(day, rows=self.rows(day.rows)) for day in week) for week in grid.weeks
        )
        return replace(grid, weeks=weeks)


class FilterPopover(Popover):
    """Ticks for each state and each of the doctor's networks; changes show at once."""

    changed = Signal(MonthFilter)

    def __init__(
        self, theme: Theme, current: MonthFilter, network_ids: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(theme, "Filter posts", parent)
        self._states: dict[State, QCheckBox] = {}
        self._networks: dict[str, QCheckBox] = {}
        self.body.addWidget(Words(theme, "State", "small_strong", "text2"))
        for state in STATES:
            self._states[state] = self._box(LOOKS[state].words, state not in current.hidden_states)
        self.body.addWidget(Words(theme, "Network", "small_strong", "text2"))
        known = networks()
        for name in network_ids:
            words = known[name].name if name in known else name
            self._networks[name] = self._box(words, name not in current.hidden_networks)
        everything = Button(theme, "Show all posts", "link")
        everything.clicked.connect(self._show_all)
        self.body.addWidget(everything)

    def open_below(self, button: QWidget) -> None:
        """Open with its right edge under that of a button."""
        self.adjustSize()
        spot = QRect(button.width() - self.width(), 0, self.width(), button.height())
        self.open_at(button, spot)

    def _box(self, words: str, checked: bool) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setAccessibleName(f"Show {words}")
        box.setChecked(checked)
        box.toggled.connect(self._tell)
        self.body.addWidget(box)
        return box

    def _show_all(self) -> None:
        for box in (*self._states.values(), *self._networks.values()):
            box.setChecked(True)
        self.close()

    def _tell(self) -> None:
        states = frozenset(key for key, box in self._states.items() if not box.isChecked())
        hidden = frozenset(key for key, box in self._networks.items() if not box.isChecked())
        self.changed.emit(MonthFilter(states, hidden))
