"""A group title that opens and closes what stands below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.focus import keyboard_focus, paint_ring


class SectionHeader(QAbstractButton):
    """Title, count and chevron; checked means open. Connect ``toggled`` to the body's visibility.

    ``tone`` is the token of the count's ink: block, review, text2 or ready.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        count: int | None = None,
        tone: str = "text2",
        opened: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._count = count
        self._edge = 16
        self.setText(title)
        self.setCheckable(True)
        self.setChecked(opened)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._name)
        self._name()
        theme.changed.connect(self.updateGeometry)

    def set_count(self, count: int | None, tone: str = "") -> None:
        """Show another count, in another tone if given."""
        self._count = count
        self._tone = tone or self._tone
        self._name()
        self.update()

    def set_edge(self, edge: int) -> None:
        """Leave ``edge`` px at 100 % text right of the chevron."""
        if edge != self._edge:
            self._edge = edge
            self.update()

    def sizeHint(self) -> QSize:
        px = self._theme.px
        words = QFontMetrics(self._theme.font("small_strong")).horizontalAdvance(self.text())
        return QSize(words + px(72), px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.token("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), px(6), px(6))
        font = theme.font("small_strong", tabular=True)
        painter.setFont(font)
        painter.setPen(theme.token("text2"))
        room = self.rect().adjusted(px(16), 0, -px(40), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count is not None:
            painter.setPen(theme.token(self._tone))
            room.setLeft(room.left() + QFontMetrics(font).horizontalAdvance(self.text()) + px(8))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(self._count))
        chevron = "chevron-up" if self.isChecked() else "chevron-down"
        pixmap = theme.pixmap(chevron, "text2", 14, self.devicePixelRatioF())
        painter.drawPixmap(
            self.width() - px(self._edge) - px(14), (self.height() - px(14)) // 2, pixmap
        )
        if keyboard_focus(self):
            paint_ring(painter, theme, QRectF(self.rect()), px(6))
        painter.end()

    def _name(self) -> None:
        count = "" if self._count is None else f", {self._count}"
        self.setAccessibleName(f"{self.text()}{count}, {'open' if self.isChecked() else 'closed'}")
