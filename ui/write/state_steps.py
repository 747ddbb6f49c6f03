"""Where the post is in its life: Idea, Draft, In review, Ready, Posted, drawn as steps."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.post import State
from ui.theme.theme import Theme
from ui.widgets.looks import LOOKS

_LIFE = (State.IDEA, State.DRAFT, State.REVIEW, State.READY, State.POSTED)
_ICON, _AFTER_ICON, _ARROW, _AROUND = 14, 5, 12, 4


class StateSteps(QWidget):
    """All steps with the present one in its own ink; only that one when there is little room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = State.IDEA
        self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_state(self, state: State) -> None:
        """Show where the post is."""
        self._state = state
        words = LOOKS[state].words
        self.setAccessibleName(f"State: {words}")
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def set_short(self, short: bool) -> None:
        """Show only the present step."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def full_width(self) -> int:
        """The width of all steps."""
        return self._width(self._life())

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._steps()), self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        steps = self._steps()
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        x = 0
        passed = True
        for place, state in enumerate(steps):
            if place:
                arrow = theme.pixmap("chevron-right", "text3", _ARROW, ratio)
                painter.drawPixmap(x + px(_AROUND), (self.height() - px(_ARROW)) // 2, arrow)
                x += px(_ARROW) + 2 * px(_AROUND)
            now = state is self._state
            passed = passed and not now
            ink = LOOKS[state].ink if now else "text2" if passed else "text3"
            icon = theme.pixmap(LOOKS[state].icon, ink, _ICON, ratio)
            painter.drawPixmap(x, (self.height() - px(_ICON)) // 2, icon)
            x += px(_ICON) + px(_AFTER_ICON)
            font = theme.font("small_strong" if now else "small")
            painter.setFont(font)
            painter.setPen(theme.token(ink))
            words = LOOKS[state].words
            width = QFontMetrics(font).horizontalAdvance(words)
            painter.drawText(
                QRect(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, words
            )
            x += width
        painter.end()

    def _steps(self) -> tuple[State, ...]:
        return (self._state,) if self._short else self._life()

    def _life(self) -> tuple[State, ...]:
        return (*_LIFE, State.ARCHIVED) if self._state is State.ARCHIVED else _LIFE

    def _width(self, steps: tuple[State, ...]) -> int:
        px = self._theme.px
        total = (len(steps) - 1) * (px(_ARROW) + 2 * px(_AROUND))
        for state in steps:
            font = self._theme.font("small_strong" if state is self._state else "small")
            words = QFontMetrics(font).horizontalAdvance(LOOKS[state].words)
            total += px(_ICON) + px(_AFTER_ICON) + words
        return total + 2
