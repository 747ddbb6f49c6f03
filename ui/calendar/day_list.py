"""Lists of posts in a popover: all posts of a crowded day, or all without a date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.model.rows import PostRow
from ui.calendar.painting import TilePainter
from ui.theme.theme import Theme
from ui.widgets.popover import Popover
from ui.widgets.properties import Words, set_ground
from ui.widgets.row_words import tile_name, tile_tooltip

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_MOST_SHOWN = 10

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class RowsModel(QAbstractListModel):
    """Some posts, one a line, each with its full spoken name."""

    def __init__(
        self, rows: Sequence[PostRow], now: datetime, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)
        self._now = now

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tile_name(row, self._now)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tile_tooltip(row, self._now)
        return None


class TileDelegate(QStyledItemDelegate):
    """Paints each post as a one-line tile with its time and networks."""

    def __init__(self, theme: Theme, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tile = TilePainter(theme)
        self._now = now

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PostRow = index.data(ROW_ROLE)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_HasFocus)
        rect = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._tile.paint_tile(painter, row, rect, 0, self._now, selected=chosen)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = self._tile.metrics
        return QSize(metrics.roomy * 2, max(metrics.compact + 4, 26))


class _List(QListView):
    opened = Signal(int)
    binned = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(index.data(ROW_ROLE).id)
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.binned.emit(index.data(ROW_ROLE).id)
        else:
            super().keyPressEvent(event)


class PostsPopover(Popover):
    """All posts of a day in a list of tiles: click chooses, double-click or Enter opens."""

    chosen = Signal(int)
    opened = Signal(int)
    binned = Signal(int)

    def __init__(
        self,
        theme: Theme,
        title: str,
        rows: Sequence[PostRow],
        now: datetime,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body.addWidget(Words(theme, title, "strong"))
        self.list = _List(self)
        set_ground(self.list, "raised")
        self.list.setAccessibleName(title)
        self.list.setModel(RowsModel(rows, now, self.list))
        self.list.setItemDelegate(TileDelegate(theme, now, self.list))
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.list)
        line = self.list.sizeHintForRow(0)
        self.list.setFixedSize(theme.px(300), line * min(len(rows), _MOST_SHOWN) + 2)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.clicked.connect(lambda index: self.chosen.emit(index.data(ROW_ROLE).id))
        self.list.doubleClicked.connect(lambda index: self._open(index.data(ROW_ROLE).id))
        self.list.opened.connect(self._open)
        self.list.binned.connect(self._bin)

    def _open(self, post_id: int) -> None:
        self.close()
        self.opened.emit(post_id)

    def _bin(self, post_id: int) -> None:
        self.close()
        self.binned.emit(post_id)
