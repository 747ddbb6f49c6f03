"""Network chips: the letters of a network, filled when the post goes there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.focus import keyboard_focus, paint_ring


class NetworkChip(QAbstractButton):
    """A network as letters with its whole name spoken. Checkable unless ``fixed``.

    Attributes:
        network: the network's id.
    """

    def __init__(
        self,
        theme: Theme,
        network: str,
        letters: str,
        name: str,
        *,
        checked: bool = False,
        fixed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.network = network
        self.setText(letters)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCheckable(True)
        self.setChecked(checked)
        self._fixed = fixed
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if fixed else Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, fixed)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        px = self._theme.px
        letters = QFontMetrics(self._theme.font("caption")).horizontalAdvance(self.text())
        return QSize(max(px(28), letters + px(14)), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(theme.token("text2"), 1))
            painter.setBrush(theme.token("text2"))
        else:
            painter.setPen(QPen(theme.token("line2"), 1))
            hovered = self.underMouse() and not self._fixed
            painter.setBrush(theme.token("hover" if hovered else "surface"))
        painter.drawRoundedRect(body, theme.px(5), theme.px(5))
        painter.setPen(theme.token("surface" if self.isChecked() else "text"))
        painter.setFont(theme.font("caption"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if keyboard_focus(self):
            paint_ring(painter, theme, QRectF(self.rect()), theme.px(5))
        painter.end()
