"""The buttons of a row: the two most useful ones; the rest are in its menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.model.assessment import Check, Remedy
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.write.act import Choice

SHOWN = 2


class ChoiceStrip(QWidget):
    """Emits ``chosen`` with a ``Choice``, or ``why_wanted``."""

    chosen = Signal(Choice)
    why_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices: tuple[Choice, ...] = ()
        self._buttons: list[Button] = []
        self._flow = Flow(self, gap=2)
        self._explained = False

    def show_choices(self, choices: Sequence[Choice], check: Check) -> None:
        """Show the first two choices as buttons; buttons that stay are not made again."""
        choices = tuple(choices)
        if choices == self._choices and self._buttons:
            return
        self._choices = choices
        self._explained = bool(check.findings or check.authorities or check.items)
        self._clear()
        for choice in self._first():
            kind = "accent" if choice.remedy is Remedy.REPLACE else "link"
            button = Button(self._theme, choice.words, kind, choice.icon, compact=kind == "accent")
            button.setProperty("room", "row")
            button.setToolTip(choice.replacement)
            button.setAccessibleName(f"{choice.words}: {check.title}")
            button.clicked.connect(lambda _=False, c=choice: self.chosen.emit(c))
            self._flow.addWidget(button)
            button.show()
            self._buttons.append(button)
        self.setVisible(bool(choices))
        self.updateGeometry()

    def has_menu(self) -> bool:
        """Whether there is more than the buttons show."""
        return self._explained or len(self._choices) > len(self._buttons)

    def menu_of_all(self, parent: QWidget) -> QMenu:
        """A menu of everything that can be done."""
        menu = QMenu(parent)
        for choice in self._choices:
            action = menu.addAction(self._theme.icon(choice.icon, "text2"), choice.words)
            action.triggered.connect(lambda _=False, c=choice: self.chosen.emit(c))
        if self._explained:
            menu.addSeparator()
            why = menu.addAction(self._theme.icon("help", "text2"), "Why?")
            why.triggered.connect(lambda _=False: self.why_wanted.emit())
        return menu

    def _first(self) -> tuple[Choice, ...]:
        """One finished replacement at most, so that the other remedies are seen."""
        kept: list[Choice] = []
        for choice in self._choices:
            if choice.remedy is Remedy.REPLACE and kept:
                continue
            kept.append(choice)
        return tuple(kept[:SHOWN])

    def _clear(self) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
