"""A one-line label that gives way: it ends in an ellipsis instead of pushing its pane wider."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.properties import Words


class ElidedLabel(Words):
    """Shows as much of its text as fits; the whole text is its tooltip and spoken name."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        ink: str = "text",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, role, ink, parent=parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self._name_what_is_hidden()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(24), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_what_is_hidden()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        room = self.contentsRect()
        words = painter.fontMetrics().elidedText(self.text(), self._mode, room.width())
        painter.drawText(room, self.alignment(), words)
        painter.end()

    def _name_what_is_hidden(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        self.setToolTip("" if fits else self.text())
