"""The search field: icon in front, shortcut hint behind, clears with Esc."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.theme import Theme

PAUSE_MS = 150


class SearchField(QLineEdit):
    """Emits ``searched`` with the words once typing pauses, and at once on Enter or clearing."""

    searched = Signal(str)

    def __init__(
        self, theme: Theme, placeholder: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hint = hint
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder.rstrip("."))
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction("Clear the search", self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self._told = ""
        self.textChanged.connect(self._on_text)
        self.returnPressed.connect(self._tell)
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._hint or self.text():
            return
        painter = QPainter(self)
        painter.setPen(self._theme.token("text3"))
        font = self._theme.font("caption")
        painter.setFont(font)
        room = self.rect().adjusted(0, 0, -self._theme.px(9), 0)
        if room.width() > QFontMetrics(font).horizontalAdvance(self._hint) + self._theme.px(90):
            where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(room, where, self._hint)
        painter.end()

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if text:
            self._pause.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.searched.emit(self._told)

    def _on_theme(self) -> None:
        self._glass.setIcon(self._theme.icon("search", "text2", 16))
        self._clear.setIcon(self._theme.icon("close", "text2", 14))
