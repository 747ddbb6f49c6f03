"""A group of the checks panel: its title, and rows that are changed in place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.assessment import Check
from ui.theme.theme import Theme
from ui.widgets.properties import rule
from ui.widgets.section import SectionHeader
from ui.write.check_row import CheckRow


class CheckGroup(QWidget):
    """Rows under a title that opens and closes.

    ``added`` gives each new row, so that the panel can listen to it.
    """

    added = Signal(CheckRow)

    def __init__(
        self, theme: Theme, title: str, tone: str, *, opened: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, CheckRow] = {}
        self._touched = False
        self._line = rule(self)
        self._header = SectionHeader(theme, title, tone=tone, opened=opened, parent=self)
        self._body = QWidget(self)
        self._list = QVBoxLayout(self._body)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (self._line, self._header, self._body):
            box.addWidget(part)
        self._body.setVisible(opened)
        self._header.toggled.connect(self._body.setVisible)
        self._header.clicked.connect(self._on_click)
        self.hide()

    def rows(self) -> list[CheckRow]:
        """The rows from top to bottom."""
        found = (self._list.itemAt(n) for n in range(self._list.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, CheckRow)]

    def is_open(self) -> bool:
        """Whether the rows are shown."""
        return self._header.isChecked()

    def set_open(self, opened: bool, *, unless_touched: bool = False) -> None:
        """Open or close; with ``unless_touched`` only if she has not done so herself."""
        if not (unless_touched and self._touched):
            self._header.setChecked(opened)

    def set_title(self, title: str, tone: str, count: int | None = None) -> None:
        """Change the title, the ink of the count and (None: all rows) the count."""
        if self._header.text() != title:
            self._header.setText(title)
        self._header.set_count(len(self._rows) if count is None else count, tone)

    def set_edge(self, edge: int) -> None:
        """Leave ``edge`` px at 100 % text right of the title's chevron."""
        self._header.set_edge(edge)

    def set_first(self, first: bool) -> None:
        """The first group has no line above it."""
        self._line.setVisible(not first)

    def set_checks(self, checks: Sequence[Check], zone: str, today: date) -> None:
        """Show these checks in this order, keeping the rows that stay."""
        wanted = {check.id for check in checks}
        for gone in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, check in enumerate(checks):
            row = self._rows.get(check.id) or self._add(check)
            row.set_check(check, zone, today)
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)
                row.show()
        self.setVisible(bool(checks))

    def _add(self, check: Check) -> CheckRow:
        row = CheckRow(self._theme, check, self._body)
        self._rows[check.id] = row
        self.added.emit(row)
        return row

    def _on_click(self) -> None:
        self._touched = True
