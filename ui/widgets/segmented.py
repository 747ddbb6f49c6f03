"""A choice of a few, side by side, of which exactly one is on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ui.theme.theme import Theme


class Segmented(QFrame):
    """One Tab stop; the arrow keys move the choice. ``chosen`` carries the option's id."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """``name`` says what is chosen; ``options`` are pairs of id and words."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "segmented")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setSpacing(0)
        for key, words in options:
            row.addWidget(self._segment(key, words, name))
        self._group.buttonToggled.connect(self._on_toggle)
        self._on_theme()
        theme.changed.connect(self._on_theme)

    @property
    def choice(self) -> str:
        """The id of the option that is on; empty before one was set."""
        button = self._group.checkedButton()
        return "" if button is None else str(button.property("option"))

    def choose(self, key: str) -> None:
        """Turn ``key`` on without telling anyone."""
        button = self._buttons.get(key)
        if button is not None:
            self._group.blockSignals(True)
            button.setChecked(True)
            self._group.blockSignals(False)

    def _segment(self, key: str, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("kind", "segment")
        button.setProperty("option", key)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(f"{name}: {words}")
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.addButton(button)
        self._buttons[key] = button
        return button

    def _on_toggle(self, button: QAbstractButton, on: bool) -> None:
        if on:
            self.chosen.emit(str(button.property("option")))

    def _on_theme(self) -> None:
        edge = self._theme.px(2)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(edge, edge, edge, edge)
