"""State pills and count badges: a word on a soft fill, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.state import State
from ui.theme.theme import Theme
from ui.widgets.looks import LOOKS, Look


class StatePill(QWidget):
    """Icon and word of a state, as in the head of the details pane."""

    def __init__(
        self, theme: Theme, look: Look = LOOKS[State.IDEA], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_look(look)
        theme.changed.connect(self._on_theme)

    def set_look(self, look: Look) -> None:
        """Show another state."""
        self._look = look
        self.setAccessibleName(look.words)
        self._on_theme()

    def sizeHint(self) -> QSize:
        px = self._theme.px
        words = QFontMetrics(self._theme.font("small_strong")).horizontalAdvance(self._look.words)
        return QSize(px(8) + px(14) + px(5) + words + px(10), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, look, px = self._theme, self._look, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if look.outline:
            pen = painter.pen()
            pen.setColor(theme.token(look.outline))
            pen.setStyle(Qt.PenStyle.DashLine if look.dashed else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.token(look.fill or "sunken"))
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        icon = theme.pixmap(look.icon, look.ink, 14, self.devicePixelRatioF())
        painter.drawPixmap(px(8), (self.height() - px(14)) // 2, icon)
        painter.setPen(theme.token(look.ink))
        painter.setFont(theme.font("small_strong"))
        words = self.rect().adjusted(px(8) + px(14) + px(5), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, look.words)
        painter.end()

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()


def paint_badge(
    painter: QPainter, theme: Theme, centre_x: float, centre_y: float, count: int, tone: str
) -> None:
    """Draw a round count. ``tone`` is ``fix`` (soft red), ``solid`` (red) or ``quiet`` (grey)."""
    fill, ink = {
        "fix": ("blockSoft", "block"),
        "solid": ("block", "surface"),
        "quiet": ("pressed", "text2"),
    }[tone]
    font = theme.font("caption", tabular=True)
    words = str(count) if count < 100 else "99+"
    side = theme.px(18)
    width = max(side, QFontMetrics(font).horizontalAdvance(words) + theme.px(9))
    spot = QRectF(centre_x - width / 2, centre_y - side / 2, width, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.token(fill))
    painter.drawRoundedRect(spot, side / 2, side / 2)
    painter.setPen(theme.token(ink))
    painter.setFont(font)
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
