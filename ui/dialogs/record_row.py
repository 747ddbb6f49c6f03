"""One record to choose in a picker: a title, a line below, and why it does not fit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.focus import keyboard_focus, paint_ring


class RecordRow(QAbstractButton):
    """Checkable. ``trouble`` says why the record would not clear the check; it stays choosable."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        detail: str,
        trouble: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._detail = detail
        self._trouble = trouble
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(part for part in (detail, trouble) if part))
        self.setToolTip(trouble)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        lines = 2 + bool(self._trouble)
        return QSize(self._theme.px(300), self._theme.px(14 + 19 * lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = "accentSoft" if self.isChecked() else "hover" if self.underMouse() else "raised"
        painter.setBrush(theme.token(ground))
        painter.setPen(QPen(theme.token("accentText" if self.isChecked() else "line"), 1))
        painter.drawRoundedRect(box, px(8), px(8))
        self._paint_radio(painter)
        left = px(38)
        lines = [(self.text(), "strong", "text"), (self._detail, "small", "text2")]
        if self._trouble:
            lines.append((self._trouble, "small", "block"))
        top = px(8)
        for words, role, ink in lines:
            font = theme.font(role, tabular=True)
            painter.setFont(font)
            painter.setPen(theme.token(ink))
            room = QRectF(left, top, self.width() - left - px(12), px(19))
            mode = Qt.TextElideMode.ElideRight
            shown = QFontMetrics(font).elidedText(words, mode, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            top += px(19)
        if keyboard_focus(self):
            paint_ring(painter, theme, QRectF(self.rect()), px(8))
        painter.end()

    def _paint_radio(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        ring = QRectF(px(12), (self.height() - px(16)) / 2, px(16), px(16))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.token("accentText" if self.isChecked() else "line2"), 1.5))
        painter.drawEllipse(ring)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.token("accentText"))
            inset = px(4)
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
