"""A field for a time zone: type any part of its name, or choose."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QStyledItemDelegate, QWidget

from app.calendar.zones import zone_names
from ui.theme.theme import Theme
from ui.widgets.fields import tame


class ZoneBox(QComboBox):
    """Holds the name of a zone that exists. ``chosen`` carries it when the user picks one."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(list(zone_names()))
        self.setMinimumContentsLength(24)
        self.setAccessibleName("Time zone")
        completer = self.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            popup = completer.popup()
            if popup is not None:
                popup.setFont(theme.font())
                popup.setProperty("role", "completions")
                popup.setItemDelegate(QStyledItemDelegate(popup))
        self._zone = ""
        self.activated.connect(self._on_pick)
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._on_typed)
        tame(self, theme)

    @property
    def zone(self) -> str:
        """The zone in the field."""
        return self._zone

    def set_zone(self, zone: str) -> None:
        """Show ``zone`` without telling anyone."""
        if self.findText(zone) < 0:
            self.addItem(zone)
        self._zone = zone
        self.setCurrentText(zone)

    def _on_pick(self, _index: int) -> None:
        self._on_typed()

    def _on_typed(self) -> None:
        words = self.currentText().strip()
        at = self.findText(words, Qt.MatchFlag.MatchFixedString)
        if at < 0:
            self.setCurrentText(self._zone)
            return
        name = self.itemText(at)
        self.setCurrentText(name)
        if name != self._zone:
            self._zone = name
            self.chosen.emit(name)
