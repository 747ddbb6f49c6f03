"""The meter on top of the checks: one segment a check, and its sum in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.assessment import Tally
from ui.theme.theme import Theme


class Meter(QWidget):
    """Red for to fix, amber for consider, grey for to confirm, green for clear."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tally = Tally()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_tally(Tally())
        theme.changed.connect(self.updateGeometry)

    def set_tally(self, tally: Tally) -> None:
        """Show ``tally``; its words are the spoken name and the tooltip."""
        self._tally = tally
        words = _words(tally)
        self.setAccessibleName(f"Checks: {words}")
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, tally = self._theme, self._tally
        parts = (
            ["block"] * tally.to_fix
            + ["review"] * tally.to_consider
            + ["line2"] * tally.to_confirm
            + ["ready"] * tally.clear
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        count = max(1, len(parts))
        gap = min(theme.px(3), self.width() / count / 3)
        width = (self.width() - gap * (count - 1)) / count
        radius = min(self.height() / 2, width / 2)
        for place, token in enumerate(parts or ["line"]):
            painter.setBrush(theme.token(token))
            segment = QRectF(place * (width + gap), 0, width, self.height())
            painter.drawRoundedRect(segment, radius, radius)
        painter.end()


def _words(tally: Tally) -> str:
    open_words = tally.words()
    if not tally.clear:
        return open_words
    clear = f"{tally.clear} clear"
    return f"{open_words}, {clear}" if tally.blocks or tally.to_consider else clear
