"""The headings over the posts list."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.posts.delegate import PAD, TITLE_PAD
from ui.posts.model import Column
from ui.posts.source import Order
from ui.theme.fonts import Role
from ui.theme.theme import Theme

SORTABLE = {Column.TITLE: Order.TITLE, Column.DATE: Order.DATE, Column.CHANGED: Order.CHANGED}
"""Headings that sort when they are clicked."""


class PostsHeader(QHeaderView):
    """Painted headings that stand over their words; an arrow shows the order."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._order = Order.DATE
        self._descending = False
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_order(self, order: Order, *, descending: bool) -> None:
        """Put the arrow where the list is sorted."""
        self._order, self._descending = order, descending
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(33))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, px = self._theme, self._theme.px
        painter.fillRect(rect, theme.token("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.token("line"))
        column = Column(logicalIndex)
        left = rect.left() + px(TITLE_PAD if column is Column.TITLE else PAD)
        painter.setFont(theme.font(Role.SMALL_STRONG))
        painter.setPen(theme.token("text2"))
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        band = QRect(left, rect.top(), rect.right() - left, rect.height() - 1)
        painter.drawText(band, Qt.AlignmentFlag.AlignVCenter, words)
        if SORTABLE.get(column) is not self._order:
            return
        name = "chevron-down" if self._descending else "chevron-up"
        arrow = theme.pixmap(name, "text2", 12, self.devicePixelRatioF())
        after = left + painter.fontMetrics().horizontalAdvance(words) + px(4)
        painter.drawPixmap(after, rect.top() + (rect.height() - px(12)) // 2, arrow)
