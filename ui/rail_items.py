"""The parts of the rail, painted: a page with its count, and the box that opens search."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.focus import keyboard_focus, paint_ring
from ui.widgets.pill import paint_badge

_ROW = 34


class _RailButton(QAbstractButton):
    """What both parts share: size by slimness, focus by Tab, activation by Enter too."""

    def __init__(self, theme: Theme, words: str, shortcut: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shortcut = shortcut
        self._slim = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({shortcut})" if shortcut else words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_slim(self, slim: bool) -> None:
        """Show the icon only, or icon and words; also picks up a new text size."""
        self._slim = slim
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(56), self._theme.px(_ROW))

    def _body(self) -> QRectF:
        px = self._theme.px
        return QRectF(px(8), px(1), self.width() - px(16), self.height() - px(2))

    def _paint_icon(self, painter: QPainter, name: str, token: str) -> None:
        px = self._theme.px
        icon = self._theme.pixmap(name, token, 18, self.devicePixelRatioF())
        left = (self.width() - px(18)) // 2 if self._slim else px(18)
        painter.drawPixmap(left, (self.height() - px(18)) // 2, icon)


class RailItem(_RailButton):
    """A page of the rail; checked when it is in front."""

    def __init__(self, theme: Theme, icon: str, words: str, shortcut: str, parent: QWidget) -> None:
        super().__init__(theme, words, shortcut, parent)
        self._icon = icon
        self._count = 0
        self.setCheckable(True)

    def set_count(self, count: int, meaning: str) -> None:
        """Show ``count`` (0: nothing); ``meaning`` is added to the spoken name."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {meaning}" if count else self.text())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.token("accentSoft" if on else "pressed"))
            painter.drawRoundedRect(self._body(), px(6), px(6))
        self._paint_icon(painter, self._icon, "accentText" if on else "text2")
        if self._slim:
            self._paint_dot(painter)
        else:
            painter.setPen(theme.token("accentText" if on else "text"))
            painter.setFont(theme.font("strong" if on else "button"))
            room = self.rect().adjusted(px(46), 0, -px(44), 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
            if self._count:
                at = self.width() - px(25)
                paint_badge(painter, theme, at, self.height() / 2, self._count, "fix")
        if keyboard_focus(self):
            paint_ring(painter, theme, self._body(), px(6))
        painter.end()

    def _paint_dot(self, painter: QPainter) -> None:
        if not self._count:
            return
        px = self._theme.px
        painter.setPen(QPen(self._theme.token("bg"), 2))
        painter.setBrush(self._theme.token("block"))
        side = px(9)
        painter.drawEllipse(
            QRectF(self.width() / 2 + px(4), self.height() / 2 - px(13), side, side)
        )


class SearchBox(_RailButton):
    """Looks like a search field and opens the one on the Posts page."""

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(56), self._theme.px(_ROW if self._slim else 52))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = self._body()
        if self._slim:
            if self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.token("pressed"))
                painter.drawRoundedRect(body, px(6), px(6))
            self._paint_icon(painter, "search", "text2")
        else:
            body = QRectF(px(10) + 0.5, px(8) + 0.5, self.width() - px(20) - 1, px(34) - 1)
            painter.setPen(QPen(theme.token("line2"), 1))
            painter.setBrush(theme.token("hover" if self.underMouse() else "surface"))
            painter.drawRoundedRect(body, px(6), px(6))
            self._paint_words(painter, body)
        if keyboard_focus(self):
            paint_ring(painter, theme, body, px(6))
        painter.end()

    def _paint_words(self, painter: QPainter, body: QRectF) -> None:
        theme, px = self._theme, self._theme.px
        icon = theme.pixmap("search", "text2", 16, self.devicePixelRatioF())
        painter.drawPixmap(round(body.left()) + px(9), round(body.center().y()) - px(8), icon)
        painter.setPen(theme.token("text2"))
        painter.setFont(theme.font("body"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(body.adjusted(px(32), 0, 0, 0), middle, self.text())
        painter.setFont(theme.font("fine"))
        hint = QFontMetrics(painter.font()).horizontalAdvance(self._shortcut)
        if hint < body.width() - px(90):
            right = middle | Qt.AlignmentFlag.AlignRight
            painter.drawText(body.adjusted(0, 0, -px(9), 0), right, self._shortcut)
