"""Fields that the record forms are made of, each with its own reading and writing of a value."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from ui.theme.theme import Theme
from ui.widgets.fields import give_rows_room
from ui.widgets.flow import Flow


class DayField(QDateEdit):
    """A calendar day."""

    def __init__(self, day: date, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy")
        self.setAccessibleName(name)
        self.set_day(day)

    def set_day(self, day: date) -> None:
        """Show ``day``."""
        self.setDate(QDate(day.year, day.month, day.day))

    def day(self) -> date:
        """The day shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())


class OptionalDay(QWidget):
    """A tick and a day: no tick, no day."""

    def __init__(self, words: str, day: date | None, fallback: date) -> None:
        super().__init__()
        self._tick = QCheckBox(words)
        self._tick.setChecked(day is not None)
        self._day = DayField(day or fallback, words)
        self._day.setEnabled(day is not None)
        self._tick.toggled.connect(self._day.setEnabled)
        self.setFocusProxy(self._tick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._tick)
        row.addWidget(self._day)
        row.addStretch(1)

    def day(self) -> date | None:
        """The day, or None without the tick."""
        return self._day.day() if self._tick.isChecked() else None


class Choice(QComboBox):
    """One of an enumeration's members, in words."""

    def __init__(self, options: Sequence[tuple[StrEnum, str]], chosen: StrEnum) -> None:
        super().__init__()
        self._values = [value for value, _ in options]
        for _, words in options:
            self.addItem(words)
        self.setCurrentIndex(self._values.index(chosen))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        give_rows_room(self)

    def value(self) -> StrEnum:
        """The member chosen."""
        return self._values[self.currentIndex()]


class Ticks(QWidget):
    """Any number of options, each with a tick, wrapping over lines."""

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], chosen: Sequence[str]
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._boxes: dict[str, QCheckBox] = {}
        flow = Flow(self, gap=12)
        for value, words in options:
            box = QCheckBox(words)
            box.setAccessibleName(f"{name}: {words}")
            box.setChecked(value in chosen)
            self._boxes[value] = box
            flow.addWidget(box)
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def chosen(self) -> tuple[str, ...]:
        """The values ticked, in the order offered."""
        return tuple(value for value, box in self._boxes.items() if box.isChecked())


class Note(QPlainTextEdit):
    """A few lines of text; Tab leaves it."""

    def __init__(self, theme: Theme, text: str = "", lines: int = 2) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(18 + 18 * lines))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def text(self) -> str:
        """The text without outer space."""
        return self.toPlainText().strip()
