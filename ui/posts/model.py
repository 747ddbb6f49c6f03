"""The list of posts as a table: ids, and a cache of the rows that were looked at."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.calendar.words import moment_words, short_when
from app.model.post import State
from app.model.rows import PostRow
from ui.posts.source import RowSource, Wanted
from ui.widgets.looks import look_of
from ui.widgets.row_words import network_names, tile_name

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
CHUNK = 128
MOST_KEPT = 4096

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class Column(IntEnum):
    """Columns from left to right."""

    TITLE = 0
    STATE = 1
    WHERE = 2
    DATE = 3
    CHECKS = 4
    CHANGED = 5


HEADINGS = ("Title", "State", "Where", "Date", "Open checks", "Changed")


class PostsModel(QAbstractTableModel):
    """Shows any number of posts; rows are read in chunks when they come into view."""

    def __init__(self, source: RowSource, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._now = now
        self._zone = "UTC"
        self._ids: Sequence[int] = ()
        self._rows: dict[int, PostRow] = {}

    @property
    def now(self) -> datetime:
        """The moment that decides what is overdue, aware UTC."""
        return self._now

    def load(self, wanted: Wanted, now: datetime, zone: str) -> None:
        """Show these posts. When the same ones come in the same order, only rows are repainted."""
        ids = self._source.ids(wanted)
        self._now, self._zone = now, zone
        if list(ids) == list(self._ids):
            self._rows.clear()
            if ids:
                last = self.index(len(ids) - 1, len(HEADINGS) - 1)
                self.dataChanged.emit(self.index(0, 0), last, [])
            return
        self.beginResetModel()
        self._ids = ids
        self._rows.clear()
        self.endResetModel()

    def drop(self, ids: Collection[int]) -> None:
        """Forget the rows of these posts, so that they are read again."""
        for post_id in ids:
            self._rows.pop(post_id, None)

    def post_id(self, line: int) -> int:
        """The post on a line; 0 outside the list."""
        return self._ids[line] if 0 <= line < len(self._ids) else 0

    def line_of(self, post_id: int) -> int:
        """The line of a post; -1 when it is not in the list."""
        try:
            return list(self._ids).index(post_id)
        except ValueError:
            return -1

    def row(self, line: int) -> PostRow | None:
        """The row on a line; its neighbours are read with it."""
        post_id = self.post_id(line)
        found = self._rows.get(post_id)
        if found is None and post_id:
            self._read_around(line)
            found = self._rows.get(post_id)
        return found

    def _read_around(self, line: int) -> None:
        if len(self._rows) > MOST_KEPT:
            self._rows.clear()
        first = line - line % CHUNK
        chunk = self._ids[first : first + CHUNK]
        self._rows.update((row.id, row) for row in self._source.rows(chunk))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if index.column() == Column.TITLE:
                return tile_name(row, self._now)
            words = self._words(row, Column(index.column()))
            return f"{HEADINGS[index.column()]}: {words or 'none'}"
        return None

    def _words(self, row: PostRow, column: Column) -> str:
        if column is Column.TITLE:
            return row.title or "Untitled"
        if column is Column.STATE:
            return look_of(row, self._now).words
        if column is Column.WHERE:
            return ", ".join(network_names(row))
        if column is Column.DATE:
            return short_when(row.when, self._now.date()) if row.when else "No date"
        if column is Column.CHECKS:
            return checks_words(row)
        at = row.binned_at or row.changed_at
        return moment_words(at, self._zone, self._now)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return HEADINGS[section] if 0 <= section < len(HEADINGS) else None


def checks_words(row: PostRow) -> str:
    """What is open, in words; empty for ideas and for what is out already."""
    if row.state in (State.IDEA, State.POSTED, State.ARCHIVED):
        return ""
    if row.state is State.DRAFT and row.tally.blocks + row.tally.to_consider == 0:
        return ""
    return row.tally.words()
