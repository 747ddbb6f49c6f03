"""A handful of boxes of which any number may be ticked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.theme.theme import Theme
from ui.widgets.flow import Flow


class Ticks(QWidget):
    """``options`` are pairs of id and words. ``changed`` fires when the user ticks or unticks."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """``name`` says what is chosen here; it is spoken with each box."""
        super().__init__(parent)
        self.setAccessibleName(name)
        row = Flow(self, gap=theme.px(16), row_gap=theme.px(4))
        self._boxes: dict[str, QCheckBox] = {}
        for key, words in options:
            box = QCheckBox(words, self)
            box.setAccessibleDescription(name)
            box.clicked.connect(self.changed)
            row.addWidget(box)
            self._boxes[key] = box

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids that are ticked, in the order of the options."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def choose(self, keys: Iterable[str]) -> None:
        """Tick ``keys`` and nothing else, without telling anyone."""
        wanted = set(keys)
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)

    def first(self) -> QCheckBox:
        """The first box, where the focus goes."""
        return next(iter(self._boxes.values()))
