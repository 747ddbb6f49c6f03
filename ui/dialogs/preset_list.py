"""The forms an export can take, one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from app.planner import Preset
from ui.theme.theme import Theme
from ui.widgets.focus import keyboard_focus, paint_ring


class PresetList(QWidget):
    """Arrow keys move between the forms."""

    chosen = Signal()

    def __init__(self, theme: Theme, presets: Sequence[Preset]) -> None:
        super().__init__()
        self._presets = presets
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        for place, preset in enumerate(presets):
            card = _PresetCard(theme, preset, self)
            self._group.addButton(card, place)
            column.addWidget(card)
        self._group.buttons()[0].setChecked(True)
        self.setFocusProxy(self._group.buttons()[0])
        self._group.idClicked.connect(self._on_clicked)

    def value(self) -> Preset:
        """The form chosen."""
        return self._presets[self._group.checkedId()]

    def choose(self, preset_id: str) -> None:
        """Choose a form by id."""
        place = [preset.id for preset in self._presets].index(preset_id)
        self._group.buttons()[place].click()

    def _on_clicked(self) -> None:
        self.setFocusProxy(self._group.buttons()[self._group.checkedId()])
        self.chosen.emit()


class _PresetCard(QAbstractButton):
    def __init__(self, theme: Theme, preset: Preset, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._about = preset.about
        self.setText(preset.name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(preset.name)
        self.setAccessibleDescription(preset.about)
        note = preset.note or preset.about
        self.setToolTip(f"{note} Checked on {preset.checked_on:%d %b %Y}.")

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(50))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.token("accentSoft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), px(6), px(6))
        ink = "accentText" if self.isChecked() else "text2"
        pixmap = theme.pixmap("download", ink, 16, self.devicePixelRatioF())
        painter.drawPixmap(px(12), (self.height() - px(16)) // 2, pixmap)
        room = self.rect().adjusted(px(38), px(6), -px(8), 0)
        for words, role, token in (
            (self.text(), "strong", "text"),
            (self._about, "small", "text2"),
        ):
            font = theme.font(role)
            painter.setFont(font)
            painter.setPen(theme.token(token))
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)
            room.adjust(0, px(19), 0, 0)
        if keyboard_focus(self):
            paint_ring(painter, theme, QRectF(self.rect()), px(6))
        painter.end()
