"""Paints the lines of the posts list."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.model.rows import PostRow
from ui.posts.model import ROW_ROLE, Column, PostsModel
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.fitting import TitleFitter
from ui.widgets.looks import look_of
from ui.widgets.row_words import network_letters

PAD = 12
TITLE_PAD = 20
"""Room before the words of a column, in px at 100 % text."""


class PostDelegate(QStyledItemDelegate):
    """One post a line: title with what was found, state, networks, date, open checks, changed."""

    def __init__(self, theme: Theme, model: PostsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.hover = -1
        self.focused = False
        self.current = -1
        self.restyle(theme)

    def restyle(self, theme: Theme) -> None:
        """Take new colours, fonts and sizes."""
        self._theme = theme
        medium = theme.font(Role.BODY)
        medium.setWeight(QFont.Weight.Medium)
        self._titles = TitleFitter(medium)
        self._smalls = TitleFitter(theme.font(Role.SMALL, tabular=True))
        self._strongs = TitleFitter(theme.font(Role.SMALL_STRONG, tabular=True))
        self._letters = TitleFitter(theme.font(Role.CAPTION))

    def line_height(self, *, with_snippet: bool) -> int:
        """Height of a line; a search shows the words that were found under the title."""
        return self._theme.px(56 if with_snippet else 40)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._theme.px(90), self.line_height(with_snippet=False))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: PostRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, index, chosen=chosen)
        column = Column(index.column())
        if column is Column.TITLE:
            self._paint_title(painter, rect, row)
        elif column is Column.STATE:
            self._paint_state(painter, rect, row)
        elif column is Column.WHERE:
            words = " ".join(network_letters(row))
            self._paint_words(painter, rect, words, self._letters, "text2")
        else:
            self._paint_text(painter, rect, row, column, index)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        *,
        chosen: bool,
    ) -> None:
        theme = self._theme
        ground = "accentSoft" if chosen else "hover" if index.row() == self.hover else "surface"
        painter.fillRect(rect, theme.token(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.token("line"))
        if not (self.focused and index.row() == self.current):
            return
        first, last = index.column() == 0, index.column() == self._last_shown()
        ring = QRectF(rect).adjusted(1 if first else -4, 1, -1 if last else 4, -2)
        painter.setPen(QPen(theme.token("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setClipRect(rect)
        painter.drawRoundedRect(ring, 4, 4)

    def _last_shown(self) -> int:
        view = self.parent()
        hidden = getattr(view, "isColumnHidden", None)
        columns = [c for c in Column if hidden is None or not hidden(c)]
        return max(columns)

    def _paint_title(self, painter: QPainter, rect: QRect, row: PostRow) -> None:
        px = self._theme.px
        room = rect.adjusted(px(TITLE_PAD), 0, -px(PAD), 0)
        quiet = look_of(row, self._model.now).title
        title = self._titles.elided(row.title or "Untitled", room.width())
        painter.setPen(self._theme.token(quiet))
        painter.setFont(self._titles.font)
        if not row.snippet:
            _draw(painter, room, title)
            return
        top = QRect(room.left(), room.top() + px(8), room.width(), px(20))
        _draw(painter, top, title)
        painter.setFont(self._smalls.font)
        painter.setPen(self._theme.token("text2"))
        below = top.translated(0, px(20))
        found = row.snippet.removeprefix(row.title).lstrip(" .")
        _draw(painter, below, self._smalls.elided(found, room.width()))

    def _paint_state(self, painter: QPainter, rect: QRect, row: PostRow) -> None:
        theme, px = self._theme, self._theme.px
        look = look_of(row, self._model.now)
        width = px(8) + px(14) + px(5) + round(self._strongs.width(look.words)) + px(10)
        pill = QRectF(rect.left() + px(PAD), rect.center().y() - px(12) + 0.5, width, px(24) - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        if look.outline:
            pen = QPen(theme.token(look.outline), 1)
            if look.dashed:
                pen.setDashPattern([3.0, 3.0])
            painter.setPen(pen)
        fill = look.fill or ("sunken" if not look.outline else "surface")
        painter.setBrush(theme.token(fill))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        icon = theme.pixmap(look.icon, look.ink, 14, painter.device().devicePixelRatio())
        left = round(pill.left()) + px(8)
        painter.drawPixmap(left, rect.center().y() - px(14) // 2 + 1, icon)
        painter.setFont(self._strongs.font)
        painter.setPen(theme.token(look.ink))
        _draw(painter, rect.adjusted(left + px(19) - rect.left(), 0, 0, 0), look.words)

    def _paint_text(
        self,
        painter: QPainter,
        rect: QRect,
        row: PostRow,
        column: Column,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        late = column is Column.DATE and row.overdue(self._model.now)
        to_fix = column is Column.CHECKS and row.tally.to_fix > 0
        dated = column is Column.DATE and row.when is not None
        ink = "block" if late or to_fix else "text" if dated else "text2"
        self._paint_words(painter, rect, str(index.data()), self._smalls, ink)

    def _paint_words(
        self, painter: QPainter, rect: QRect, words: str, fitter: TitleFitter, ink: str
    ) -> None:
        pad = self._theme.px(PAD)
        room = rect.adjusted(pad, 0, -pad // 2, 0)
        painter.setFont(fitter.font)
        painter.setPen(self._theme.token(ink))
        _draw(painter, room, fitter.elided(words, room.width()))


def _draw(painter: QPainter, room: QRect, words: str) -> None:
    metrics: QFontMetrics = painter.fontMetrics()
    base = room.top() + (room.height() + metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(room.left(), round(base)), words)
