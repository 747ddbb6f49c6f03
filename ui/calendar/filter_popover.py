"""The choices of what the month shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.model.state import State
from app.networks.catalogue import networks
from ui.calendar.filtering import MonthFilter
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.looks import LOOKS
from ui.widgets.popover import Popover
from ui.widgets.properties import Words

STATES = (State.IDEA, State.DRAFT, State.REVIEW, State.READY, State.POSTED, State.ARCHIVED)


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
