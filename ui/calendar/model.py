"""The month as a table: one row a week, one column a weekday, one day a cell."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.calendar.month import Day, MonthGrid
from app.calendar.words import DAYS
from ui.calendar.naming import day_name

DAY_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class MonthModel(QAbstractTableModel):
    """Days of the weeks that show one month.

    ``DAY_ROLE`` gives the ``Day``; the text for screen readers names the day, its
    posts and its awareness days.
    """

    def __init__(self, grid: MonthGrid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid = grid

    @property
    def grid(self) -> MonthGrid:
        """The month shown."""
        return self._grid

    def show_grid(self, grid: MonthGrid) -> tuple[date, ...]:
        """Show another month, or the same one after changes; only days that differ are repainted.

        Returns:
            The days whose cells changed.
        """
        old = self._grid
        if len(old.weeks) != len(grid.weeks):
            self.beginResetModel()
            self._grid = grid
            self.endResetModel()
            return tuple(day.date for week in grid.weeks for day in week)
        self._grid = grid
        if (old.year, old.month) != (grid.year, grid.month):
            self.dataChanged.emit(self.index(0, 0), self.index(len(grid.weeks) - 1, 6), [])
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 6)
            return tuple(day.date for week in grid.weeks for day in week)
        return self._tell_changed_days(old)

    def _tell_changed_days(self, old: MonthGrid) -> tuple[date, ...]:
        changed = []
        for row, (before, after) in enumerate(zip(old.weeks, self._grid.weeks, strict=True)):
            for column, (was, now) in enumerate(zip(before, after, strict=True)):
                if was != now:
                    cell = self.index(row, column)
                    self.dataChanged.emit(cell, cell, [])
                    changed.append(now.date)
        return tuple(changed)

    def day(self, index: Index) -> Day:
        """The day of a valid index."""
        return self._grid.weeks[index.row()][index.column()]

    def index_of(self, wanted: date) -> QModelIndex:
        """Where a day is; an invalid index when the month does not show it."""
        place = self._grid.place(wanted)
        return QModelIndex() if place is None else self.index(*place)

    def day_of_post(self, post_id: int) -> Day | None:
        """The day on which a post is, when the month shows it."""
        for day in self._grid.days:
            if any(row.id == post_id for row in day.rows):
                return day
        return None

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._grid.weeks)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 7

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        day = self.day(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.date.day)
        if role == DAY_ROLE:
            return day
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return day_name(day)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < 7:
            return None
        name = DAYS[self._grid.weeks[0][section].date.weekday()]
        if role == Qt.ItemDataRole.DisplayRole:
            return name[:3]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return name
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
        )


def day_of(index: Index) -> Day:
    """The day of a valid index of a ``MonthModel``, without the way through ``data``."""
    model = index.model()
    if not isinstance(model, MonthModel):
        raise TypeError("the index is of another model")
    return model.day(index)
