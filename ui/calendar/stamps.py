"""Parts of tiles drawn once and used again: grounds with their icon, badges, short words.

Round outlines and text shaping are what make a month dear to paint. A month has few
different grounds, times and network letters, so each is made once a look and size.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QStaticText,
    QTransform,
)

from ui.calendar.metrics import Metrics
from ui.theme.theme import Theme
from ui.widgets.looks import Look

ICON = 13
"""Size of the icons in tiles at 100 % text."""

_MOST_KEPT = 2_000


class Stamps:
    """Makes and keeps the parts for one theme and text size."""

    def __init__(self, theme: Theme, metrics: Metrics, badge_font: QFont) -> None:
        self._theme = theme
        self._metrics = metrics
        self._badge_font = badge_font
        self._colors: dict[str, QColor] = {}
        self._grounds: dict[tuple[Look, int, int, bool, float], QPixmap] = {}
        self._badges: dict[tuple[int, float], QPixmap] = {}

    def color(self, token: str) -> QColor:
        """The colour of a token."""
        known = self._colors.get(token)
        if known is None:
            known = self._colors[token] = self._theme.token(token)
        return known

    def icon(self, name: str, token: str, ratio: float) -> QPixmap:
        """A tile's icon for a screen of ``ratio`` device pixels a pixel."""
        return self._theme.pixmap(name, token, ICON, ratio)

    def ground(
        self, look: Look, size: QSize, *, selected: bool, rich: bool, ratio: float
    ) -> QPixmap:
        """Fill, outline or ring, and icon of a tile; ``rich`` has its icon in the first line."""
        key = (look, size.width(), size.height(), selected, ratio)
        known = self._grounds.get(key)
        if known is None:
            if len(self._grounds) > _MOST_KEPT:
                self._grounds.clear()
            known = self._grounds[key] = self._make_ground(look, size, selected, rich, ratio)
        return known

    def badge(self, count: int, ratio: float) -> QPixmap:
        """A red disc with a number."""
        key = (min(count, 10), ratio)
        known = self._badges.get(key)
        if known is None:
            known = self._badges[key] = self._make_badge(count, ratio)
        return known

    def _make_ground(
        self, look: Look, size: QSize, selected: bool, rich: bool, ratio: float
    ) -> QPixmap:
        pixmap = _blank(size, ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_edge(painter, look, QRectF(QRect(0, 0, size.width(), size.height())), selected)
        metrics = self._metrics
        band = QRect(0, metrics.tile_bottom, size.width(), metrics.line)
        if not rich:
            band = QRect(0, 0, size.width(), size.height())
        top = band.top() + (band.height() - metrics.icon + 1) // 2
        painter.drawPixmap(metrics.inset, top, self.icon(look.icon, look.ink, ratio))
        painter.end()
        return pixmap

    def _draw_edge(self, painter: QPainter, look: Look, rect: QRectF, selected: bool) -> None:
        edge = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        radius = self._metrics.radius
        fill = look.fill or ("surface" if selected else "")
        painter.setBrush(self.color(fill) if fill else Qt.BrushStyle.NoBrush)
        if selected:
            edge.adjust(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(self.color("focus"), 2))
        elif look.outline:
            pen = QPen(self.color(look.outline), 1)
            if look.dashed:
                pen.setDashPattern([3.0, 3.0])
            painter.setPen(pen)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(edge, radius, radius)

    def _make_badge(self, count: int, ratio: float) -> QPixmap:
        side = self._metrics.badge
        pixmap = _blank(QSize(side, side), ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(0, 0, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.color("block"))
        painter.drawEllipse(disc)
        painter.setFont(self._badge_font)
        painter.setPen(self.color("surface"))
        words = str(count) if count < 10 else "9+"
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return pixmap


class ShortWords:
    """Short words of one font that come again and again, shaped once: times, letters."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        metrics = QFontMetricsF(font)
        self._metrics = metrics
        self._height = metrics.ascent() + metrics.descent()
        self._texts: dict[str, tuple[QStaticText, float]] = {}

    def width(self, words: str) -> float:
        """Width in pixels."""
        return self._shaped(words)[1]

    def draw(self, painter: QPainter, left: float, band: QRect, words: str) -> None:
        """Draw centred in the height of ``band``; the painter's pen gives the colour."""
        painter.setFont(self.font)
        top = band.top() + round((band.height() - self._height) / 2)
        painter.drawStaticText(QPointF(left, top), self._shaped(words)[0])

    def _shaped(self, words: str) -> tuple[QStaticText, float]:
        known = self._texts.get(words)
        if known is None:
            if len(self._texts) > _MOST_KEPT:
                self._texts.clear()
            text = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(QTransform(), self.font)
            known = self._texts[words] = (text, self._metrics.horizontalAdvance(words))
        return known


def _blank(size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
