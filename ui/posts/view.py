"""The list of posts: one line a post, opened with Enter, binned with Del."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.posts.delegate import PostDelegate
from ui.posts.heading import PostsHeader
from ui.posts.model import Column, Index, PostsModel
from ui.theme.theme import Theme

WIDTHS = {
    Column.STATE: 132,
    Column.WHERE: 96,
    Column.DATE: 148,
    Column.CHECKS: 230,
    Column.CHANGED: 132,
}
"""Widths at 100 % text; the title takes what is left."""

_LEAST_NEEDED_FIRST = (Column.CHANGED, Column.CHECKS, Column.WHERE, Column.DATE)
_LEAST_TITLE = 220


class PostsView(QTableView):
    """Lines are chosen whole; the keyboard stands on one line."""

    opened = Signal(int)
    binned = Signal(int)
    line_changed = Signal()
    sort_wanted = Signal(int)  # column

    def __init__(self, theme: Theme, model: PostsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self.delegate = PostDelegate(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName("Posts")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header = PostsHeader(theme, self)
        self.setHorizontalHeader(self.header)
        self.header.sectionClicked.connect(self.sort_wanted)
        self.restyle(theme)

    @property
    def post_id(self) -> int:
        """The post on the current line; 0 for none."""
        return self._model.post_id(self.currentIndex().row())

    def restyle(self, theme: Theme) -> None:
        """Take new colours, fonts and sizes."""
        self.delegate.restyle(theme)
        self.show_snippets(with_snippet=False)
        self._share_out()

    def show_snippets(self, *, with_snippet: bool) -> None:
        """Make room under the titles for the words that a search found."""
        height = self.delegate.line_height(with_snippet=with_snippet)
        self.verticalHeader().setDefaultSectionSize(height)

    def choose(self, post_id: int, fallback: int = 0) -> None:
        """Make the line of a post current, else the line ``fallback`` or the nearest one."""
        line = self._model.line_of(post_id) if post_id else -1
        if line < 0:
            line = min(fallback, self._model.rowCount() - 1)
        if line >= 0:
            self.setCurrentIndex(self._model.index(line, Column.TITLE))

    def _share_out(self) -> None:
        px = self._theme.px
        left = self.viewport().width()
        # The least needed go first, until the title has room.
        hidden: list[Column] = []
        for column in _LEAST_NEEDED_FIRST:
            needed = sum(px(width) for key, width in WIDTHS.items() if key not in hidden)
            if left - needed >= px(_LEAST_TITLE):
                break
            hidden.append(column)
        for column, width in WIDTHS.items():
            self.setColumnHidden(column, column in hidden)
            if column not in hidden:
                self.setColumnWidth(column, px(width))
                left -= px(width)
        self.setColumnWidth(Column.TITLE, max(left, px(120)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.post_id:
            self.opened.emit(self.post_id)
        elif event.key() == Qt.Key.Key_Delete and self.post_id:
            self.binned.emit(self.post_id)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._model.post_id(index.row()))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.delegate.current = current.row()
        self.viewport().update()
        self.line_changed.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.delegate.focused = event.reason() != Qt.FocusReason.MouseFocusReason
        if not self.currentIndex().isValid():
            self.choose(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.delegate.focused = False
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._hover(self.indexAt(event.position().toPoint()).row())
        elif event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _hover(self, line: int) -> None:
        if line != self.delegate.hover:
            self.delegate.hover = line
            self.viewport().update()
