"""Painting of tiles and ribbons; shared by the grid, the drag picture and the lists."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from app.calendar.words import clock_words
from app.model.rows import PostRow
from ui.calendar.look import badge_count
from ui.calendar.metrics import Metrics, scaled_metrics
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.fitting import TitleFitter
from ui.widgets.looks import Look, look_of
from ui.widgets.row_words import network_letters

ICON = 13
"""Size of the icons in tiles at 100 % text."""


class TilePainter:
    """Draws tiles in the colours, fonts and icons of a theme.

    Fonts, pens and pixmaps are made once; make a new painter when the theme or
    the text size changes.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.metrics: Metrics = scaled_metrics(theme.px)
        self.title_font = theme.font(Role.SMALL, tabular=True)
        self.title_font.setWeight(QFont.Weight.Medium)
        self.bold_font = theme.font(Role.SMALL_STRONG, tabular=True)
        self.tag_font = theme.font(Role.CAPTION, tabular=True)
        self.time_font = QFont(self.tag_font)
        self.time_font.setWeight(QFont.Weight.Medium)
        self.badge_font = QFont(self.tag_font)
        self.badge_font.setWeight(QFont.Weight.Bold)
        self.titles = TitleFitter(self.title_font)
        self.tags = TitleFitter(self.tag_font)
        self.times = TitleFitter(self.time_font)
        self._colors: dict[str, QColor] = {}
        self._pens: dict[tuple[str, bool], QPen] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def color(self, token: str) -> QColor:
        """The colour of a token."""
        known = self._colors.get(token)
        if known is None:
            known = self._colors[token] = self.theme.token(token)
        return known

    def icon(self, name: str, token: str, ratio: float, size: int = ICON) -> QPixmap:
        """An icon of ``size`` px at 100 % text, for a screen of ``ratio`` device pixels a pixel."""
        key = (name, token, size, ratio)
        known = self._pixmaps.get(key)
        if known is None:
            known = self._pixmaps[key] = self.theme.pixmap(name, token, size, ratio)
        return known

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
        self._paint_ground(painter, rect, look, selected=selected)
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
        icon = self.icon("ribbon", "aware", _ratio(painter), ICON)
        painter.drawPixmap(rect.left() + metrics.inset, _middle(rect, metrics.icon), icon)
        room = rect.width() - metrics.title_left - metrics.inset + 4
        words = name if self.tags.width(name) <= room else short_name
        painter.setFont(self.tag_font)
        painter.setPen(self.color("aware"))
        left = rect.left() + metrics.title_left - 1
        self._text(painter, left, rect, self.tags.elided(words, room))

    def _paint_ground(self, painter: QPainter, rect: QRect, look: Look, *, selected: bool) -> None:
        edge = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = self.metrics.radius
        painter.setBrush(self.color(look.fill) if look.fill else Qt.BrushStyle.NoBrush)
        if selected:
            if not look.fill:
                painter.setBrush(self.color("surface"))
            edge.adjust(0.5, 0.5, -0.5, -0.5)
            painter.setPen(self._pen("focus", dashed=False, width=2))
        elif look.outline:
            painter.setPen(self._pen(look.outline, dashed=look.dashed))
        elif look.fill:
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            return
        painter.drawRoundedRect(edge, radius, radius)

    def _paint_rich(
        self, painter: QPainter, row: PostRow, rect: QRect, lines: int, look: Look
    ) -> None:
        metrics = self.metrics
        head = QRect(rect.left(), rect.top() + metrics.tile_bottom, rect.width(), metrics.line)
        self._paint_icon(painter, head, look)
        right = rect.right() + 1 - metrics.inset
        left = rect.left() + metrics.title_left
        right = self._paint_tags(painter, row, head, left, right)
        self._paint_time(painter, row, head, left, right)
        painter.setFont(self.title_font)
        painter.setPen(self.color(look.title))
        width = rect.width() - metrics.title_pads
        line_rect = QRect(rect.left(), rect.top() + metrics.tile_top, rect.width(), metrics.line)
        for words in self.titles.lines(row.title or "Untitled", width, lines):
            self._text(painter, rect.left() + metrics.inset, line_rect, words)
            line_rect.translate(0, metrics.line)

    def _paint_compact(self, painter: QPainter, row: PostRow, rect: QRect, look: Look) -> None:
        metrics = self.metrics
        self._paint_icon(painter, rect, look)
        left = rect.left() + metrics.title_left
        right = rect.right() + 1 - metrics.inset
        if rect.width() >= metrics.roomy:
            right = self._paint_tags(painter, row, rect, left, right)
            left = self._paint_time(painter, row, rect, left, right)
        elif badge_count(row):
            right = self._paint_badge(painter, badge_count(row), rect, right)
        painter.setFont(self.title_font)
        painter.setPen(self.color(look.title))
        self._text(painter, left, rect, self.titles.elided(row.title or "Untitled", right - left))

    def _paint_icon(self, painter: QPainter, band: QRect, look: Look) -> None:
        size = self.metrics.icon
        pixmap = self.icon(look.icon, look.ink, _ratio(painter))
        painter.drawPixmap(band.left() + self.metrics.inset, _middle(band, size), pixmap)

    def _paint_time(
        self, painter: QPainter, row: PostRow, band: QRect, left: int, right: int
    ) -> int:
        """Draw the time of day when there is room; where the title may start after it."""
        if row.when is None:
            return left
        words = clock_words(row.when.clock)
        width = self.times.width(words)
        if left + width > right:
            return left
        painter.setFont(self.time_font)
        painter.setPen(self.color("text2"))
        self._text(painter, left, band, words)
        return left + round(width) + self.metrics.inset - 1

    def _paint_tags(
        self, painter: QPainter, row: PostRow, band: QRect, left: int, right: int
    ) -> int:
        """Draw network letters and the red count from the right; where they begin.

        The time goes first: letters that would push it out are left to the tooltip.
        """
        gap = 2 * self.metrics.gap + 1
        free = right - left
        if row.when is not None:
            free -= round(self.times.width("00:00")) + gap
        count = badge_count(row)
        if count:
            free -= self.metrics.badge + gap
        letters = self._fitting_letters(row, free)
        if letters:
            painter.setFont(self.tag_font)
            painter.setPen(self.color("text2"))
            right -= round(self.tags.width(letters))
            self._text(painter, right, band, letters)
            right -= gap
        if count:
            right = self._paint_badge(painter, count, band, right)
        return right

    def _fitting_letters(self, row: PostRow, room: float) -> str:
        letters = network_letters(row)
        while letters:
            words = " ".join(letters)
            if self.tags.width(words) <= room:
                return words
            letters.pop()
        return ""

    def _paint_badge(self, painter: QPainter, count: int, band: QRect, right: int) -> int:
        size = self.metrics.badge
        words = str(count) if count < 10 else "9+"
        disc = QRectF(right - size, band.center().y() - size / 2 + 0.5, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.color("block"))
        painter.drawEllipse(disc)
        painter.setFont(self.badge_font)
        painter.setPen(self.color("surface"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, words)
        return right - size - 2 * self.metrics.gap

    def _text(self, painter: QPainter, left: float, band: QRect, words: str) -> None:
        """Draw ``words`` with its capitals centred in ``band`` (cheaper than aligned drawText)."""
        metrics = painter.fontMetrics()
        baseline = band.top() + (band.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, round(baseline)), words)

    def _pen(self, token: str, *, dashed: bool, width: int = 1) -> QPen:
        key = (f"{token}{width}", dashed)
        known = self._pens.get(key)
        if known is None:
            known = QPen(self.color(token), width)
            if dashed:
                known.setDashPattern([3.0, 3.0])
            self._pens[key] = known
        return known


def _middle(band: QRect, size: int) -> int:
    return band.top() + (band.height() - size + 1) // 2


def _ratio(painter: QPainter) -> float:
    device = painter.device()
    return device.devicePixelRatio()
