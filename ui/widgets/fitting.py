"""Titles broken into lines and elided, measured once for each text, width and font."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

_MOST_KEPT = 20_000


class TitleFitter:
    """Breaks titles for one font and keeps what it measured.

    Measuring text is the dearest part of painting a month; the same title at the
    same width always breaks in the same places.
    """

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._middle = (self._metrics.ascent() - self._metrics.descent()) / 2
        self._broken: dict[tuple[str, int, int], tuple[str, ...]] = {}
        self._elided: dict[tuple[str, int], str] = {}
        self._widths: dict[str, float] = {}

    def draw(self, painter: QPainter, left: float, band: QRect, words: str) -> None:
        """Draw centred in the height of ``band``, cheaper than aligned ``drawText``."""
        painter.setFont(self.font)
        painter.drawText(QPointF(left, round(band.top() + band.height() / 2 + self._middle)), words)

    def width(self, text: str) -> float:
        """Width of ``text`` on one line in pixels."""
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) > _MOST_KEPT:
                self._widths.clear()
            known = self._widths[text] = self._metrics.horizontalAdvance(text)
        return known

    def elided(self, text: str, width: int) -> str:
        """``text`` cut with an ellipsis to at most ``width`` pixels."""
        key = (text, width)
        known = self._elided.get(key)
        if known is None:
            if len(self._elided) > _MOST_KEPT:
                self._elided.clear()
            known = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._elided[key] = known
        return known

    def lines(self, text: str, width: int, most: int) -> tuple[str, ...]:
        """``text`` on 1 to ``most`` lines of ``width`` pixels, the last one elided."""
        key = (text, width, most)
        known = self._broken.get(key)
        if known is None:
            if len(self._broken) > _MOST_KEPT:
                self._broken.clear()
            known = self._broken[key] = self._break(text, width, most)
        return known

    def _break(self, text: str, width: int, most: int) -> tuple[str, ...]:
        words = text.split()
        lines: list[str] = []
        while words and len(lines) < most - 1:
            line = words[0]
            taken = 1
            while taken < len(words):
                longer = f"{line} {words[taken]}"
                if self._metrics.horizontalAdvance(longer) > width:
                    break
                line = longer
                taken += 1
            if self._metrics.horizontalAdvance(line) > width:
                break
            lines.append(line)
            words = words[taken:]
        if words:
            lines.append(self.elided(" ".join(words), width))
        return tuple(lines) or ("",)
