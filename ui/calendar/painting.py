"""Painting of tiles and ribbons; shared by the grid, the drag picture and the lists."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from app.calendar.words import clock_words
from app.model.rows import PostRow
from ui.calendar.look import badge_count
from ui.calendar.metrics import Metrics, scaled_metrics
from ui.calendar.stamps import ShortWords, Stamps
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.fitting import TitleFitter
from ui.widgets.looks import Look, look_of
from ui.widgets.row_words import network_letters


class TilePainter:
    """Draws tiles in the colours, fonts and icons of a theme.

    Make a new one when the theme or the text size changes.
    """

    def __init__(self, theme: Theme) -> None:
        self.metrics: Metrics = scaled_metrics(theme.px)
        self.title_font = theme.font(Role.SMALL, tabular=True)
        self.title_font.setWeight(QFont.Weight.Medium)
        self.bold_font = theme.font(Role.SMALL_STRONG, tabular=True)
        tag_font = theme.font(Role.CAPTION, tabular=True)
        time_font = QFont(tag_font)
        time_font.setWeight(QFont.Weight.Medium)
        badge_font = QFont(tag_font)
        badge_font.setWeight(QFont.Weight.Bold)
        self.titles = TitleFitter(self.title_font)
        self.dates = ShortWords(self.title_font)
        self._names = TitleFitter(tag_font)
        self._tags = ShortWords(tag_font)
        self._times = ShortWords(time_font)
        self._stamps = Stamps(theme, self.metrics, badge_font)
        self._time_room = self._times.width("00:00")

    def color(self, token: str) -> QColor:
        """The colour of a token."""
        return self._stamps.color(token)

    def icon(self, name: str, token: str, ratio: float) -> QPixmap:
        """An icon in the size of tiles."""
        return self._stamps.icon(name, token, ratio)

    def paint_tile(
        self,
        painter: QPainter,
        row: PostRow,
        rect: QRect,
        lines: int,
        now: datetime,
        *,
        selected: bool = False,
    ) -> None:
        """Draw one tile; ``lines`` 0 is the one-line form."""
        look = look_of(row, now)
        ratio = painter.device().devicePixelRatio()
        ground = self._stamps.ground(
            look, rect.size(), selected=selected, rich=lines > 0, ratio=ratio
        )
        painter.drawPixmap(rect.topLeft(), ground)
        if lines == 0:
            self._paint_compact(painter, row, rect, look)
        else:
            self._paint_rich(painter, row, rect, lines, look)

    def paint_ribbon(self, painter: QPainter, rect: QRect, name: str, short_name: str) -> None:
        """Draw an awareness day: its full name when it fits, else its short one."""
        metrics = self.metrics
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.color("awareSoft"))
        painter.drawRoundedRect(QRectF(rect), metrics.radius - 1, metrics.radius - 1)
        painter.setPen(self.color("aware"))
        room = rect.width() - metrics.title_left - metrics.inset + 4
        if self._names.width(short_name) > room:
            # A narrow weekend: the words say more than the icon.
            pad = metrics.gap + 1
            words = self._names.elided(short_name, rect.width() - 2 * pad)
            self._names.draw(painter, rect.left() + pad, rect, words)
            return
        icon = self.icon("ribbon", "aware", painter.device().devicePixelRatio())
        top = rect.top() + (rect.height() - metrics.icon + 1) // 2
        painter.drawPixmap(rect.left() + metrics.inset, top, icon)
        words = name if self._names.width(name) <= room else short_name
        self._names.draw(painter, rect.left() + metrics.title_left - 1, rect, words)

    def _paint_rich(
        self, painter: QPainter, row: PostRow, rect: QRect, lines: int, look: Look
    ) -> None:
        metrics = self.metrics
        head = QRect(rect.left(), rect.top() + metrics.tile_bottom, rect.width(), metrics.line)
        left = rect.left() + metrics.title_left
        right = self._paint_tags(painter, row, head, left, rect.right() + 1 - metrics.inset)
        self._paint_time(painter, row, head, left, right)
        painter.setPen(self.color(look.title))
        width = rect.width() - metrics.title_pads
        line = QRect(rect.left(), rect.top() + metrics.tile_top, rect.width(), metrics.line)
        for words in self.titles.lines(row.title or "Untitled", width, lines):
            self.titles.draw(painter, rect.left() + metrics.inset, line, words)
            line.translate(0, metrics.line)

    def _paint_compact(self, painter: QPainter, row: PostRow, rect: QRect, look: Look) -> None:
        metrics = self.metrics
        left = rect.left() + metrics.title_left
        right = rect.right() + 1 - metrics.inset
        if rect.width() >= metrics.roomy:
            right = self._paint_tags(painter, row, rect, left, right)
            left = self._paint_time(painter, row, rect, left, right)
        elif badge_count(row):
            right = self._paint_badge(painter, badge_count(row), rect, right)
        painter.setPen(self.color(look.title))
        words = self.titles.elided(row.title or "Untitled", right - left)
        self.titles.draw(painter, left, rect, words)

    def _paint_time(
        self, painter: QPainter, row: PostRow, band: QRect, left: int, right: int
    ) -> int:
        """Draw the time of day when there is room; where the title may start after it."""
        if row.when is None or left + self._time_room > right:
            return left
        painter.setPen(self.color("text2"))
        words = clock_words(row.when.clock)
        self._times.draw(painter, left, band, words)
        return left + round(self._times.width(words)) + self.metrics.inset - 1

    def _paint_tags(
        self, painter: QPainter, row: PostRow, band: QRect, left: int, right: int
    ) -> int:
        """Draw network letters and the red count from the right; where they begin.

        The time goes first: letters that would push it out are left to the tooltip.
        """
        gap = 2 * self.metrics.gap + 1
        free = float(right - left)
        if row.when is not None:
            free -= self._time_room + gap
        count = badge_count(row)
        if count:
            free -= self.metrics.badge + gap
        letters = self._fitting_letters(row, free)
        if letters:
            painter.setPen(self.color("text2"))
            right -= round(self._tags.width(letters))
            self._tags.draw(painter, right, band, letters)
            right -= gap
        if count:
            right = self._paint_badge(painter, count, band, right)
        return right

    def _fitting_letters(self, row: PostRow, room: float) -> str:
        letters = network_letters(row)
        while letters:
            words = " ".join(letters)
            if self._tags.width(words) <= room:
                return words
            letters.pop()
        return ""

    def _paint_badge(self, painter: QPainter, count: int, band: QRect, right: int) -> int:
        side = self.metrics.badge
        badge = self._stamps.badge(count, painter.device().devicePixelRatio())
        top = band.top() + (band.height() - side + 1) // 2
        painter.drawPixmap(right - side, top, badge)
        return right - side - 2 * self.metrics.gap
