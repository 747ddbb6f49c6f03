"""The card that every dialog is: it lies over the window, keeps the keyboard, closes with Esc.

It is a widget of the window rather than a window of its own, so it looks and sits the
same on every system. Nothing blocks: results come through ``finished``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labelled import announce
from ui.widgets.message import Message
from ui.widgets.properties import Words, rule, set_ground

_SCRIM = QColor(0, 0, 0, 105)
_SHADOW = 24


class Sheet(QWidget):
    """Fill ``body`` and add footer buttons, then ``open``. The primary button answers Enter.

    ``finished`` tells whether the main button closed it. The focus goes back to
    where it was. ``width`` is in px at 100 % text. A ``steady`` card keeps its upper edge
    when it grows.
    """

    finished = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        title: str,
        *,
        width: int = 560,
        scrolls: bool = True,
        steady: bool = False,
    ) -> None:
        super().__init__(window)
        self.theme = theme
        self._width = width
        self._steady = steady
        self._anchor = (QSize(), 0, 0)
        self._came_from: QWidget | None = None
        self._shadow: QPixmap | None = None
        self._main: Button | None = None
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card = QFrame(self)
        self.card.setProperty("role", "sheet")
        self._title = Words(theme, title, "panel")
        self._close = IconButton(theme, "close", "Close")
        self._close.clicked.connect(self.reject)
        self.message = Message(theme, self.card)
        self.body_frame = QWidget(self.card)
        self.body = QVBoxLayout(self.body_frame)
        self._footer_note = Words(theme, "", "small", "text2", wrap=True)
        self._buttons = QHBoxLayout()
        self._lay_out(scrolls=scrolls)
        window.installEventFilter(self)
        self.body_frame.installEventFilter(self)
        theme.changed.connect(self._place)
        self.hide()

    def add_button(self, text: str, kind: str = "plain", icon: str = "") -> Button:
        """A footer button; the last one added stands right-most."""
        button = Button(self.theme, text, kind, icon, parent=self.card)
        self._buttons.addWidget(button)
        if kind == "primary":
            self._main = button
        return button

    def retitle(self, title: str) -> None:
        """Call it otherwise, before it is opened."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_note(self, words: str) -> None:
        """The quiet sentence at the left of the footer."""
        self._footer_note.setText(words)

    def open(self, first: QWidget | None = None) -> None:
        """Show the card with the focus in ``first`` (or the first field)."""
        self._came_from = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        # Once shown, the style sheet has given every field its true height.
        self._place()
        announce(self, self._title.text())
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._step(self.card, forward=True)

    def accept(self) -> None:
        """Close as done."""
        self._end(done=True)

    def reject(self) -> None:
        """Close without doing anything."""
        self._end(done=False)

    def show_top(self) -> None:
        """Scroll to where messages are."""
        if self._area is not None:
            self._area.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        current = QApplication.focusWidget()
        self._step(current if current is not None else self.card, forward=forward)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, and what the body needs as it changes."""
        kind = event.type()
        resized = watched is self.parent() and kind == QEvent.Type.Resize
        grown = watched is self.body_frame and kind == QEvent.Type.LayoutRequest
        if (resized or grown) and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _SCRIM)
        painter.drawPixmap(self.card.x() - _SHADOW, self.card.y() - _SHADOW, self._shadow_pixmap())
        painter.end()

    def _lay_out(self, *, scrolls: bool) -> None:
        px = self.theme.px
        column = QVBoxLayout(self.card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = self._head = QHBoxLayout()
        head.setContentsMargins(px(20), px(14), px(14), px(10))
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column.addLayout(head)
        self.body.setContentsMargins(px(20), px(4), px(20), px(16))
        self.body.setSpacing(px(12))
        self.body.addWidget(self.message)
        if scrolls:
            area = QScrollArea(self.card)
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(self.body_frame)
            set_ground(area.viewport(), "raised")
            set_ground(self.body_frame, "raised")
            column.addWidget(area, 1)
            self._area: QScrollArea | None = area
        else:
            column.addWidget(self.body_frame, 1)
            self._area = None
        column.addWidget(rule())
        foot = self._foot = QHBoxLayout()
        foot.setContentsMargins(px(20), px(12), px(20), px(14))
        foot.setSpacing(px(8))
        foot.addWidget(self._footer_note, 1)
        self._buttons.setSpacing(px(8))
        foot.addLayout(self._buttons)
        column.addLayout(foot)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        px = self.theme.px
        self.setGeometry(window.rect())
        width = min(px(self._width), window.width() - px(32))
        self.body_frame.setMinimumWidth(0)
        around = self._head.sizeHint().height() + self._foot.sizeHint().height() + 1
        wanted = around + _height_at(self.body_frame, width) + px(6)
        height = min(wanted, window.height() - px(48))
        left = (window.width() - width) // 2
        top = max(px(24), (window.height() - height) // 2 - px(16))
        if self._steady:
            top = self._kept_top(window, top, height)
        place = QRect(left, top, width, height)
        if place != self.card.geometry():
            self.card.setGeometry(place)
            self._shadow = None
            self.update()

    def _kept_top(self, window: QWidget, top: int, height: int) -> int:
        """Where the card began before it grew or shrank, while it fits there."""
        size, text, kept = self._anchor
        if self.isVisible() and (size, text) == (window.size(), self.theme.text_size):
            return min(kept, max(self.theme.px(24), window.height() - height - self.theme.px(24)))
        self._anchor = (window.size(), self.theme.text_size, top)
        return top

    def _shadow_pixmap(self) -> QPixmap:
        """The shadow under the card, painted once for its size."""
        if self._shadow is None:
            ratio = self.devicePixelRatioF()
            size = self.card.size()
            pixmap = QPixmap(
                int((size.width() + 2 * _SHADOW) * ratio),
                int((size.height() + 2 * _SHADOW) * ratio),
            )
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for ring in range(_SHADOW, 0, -2):
                painter.setBrush(QColor(0, 0, 0, 5))
                spread = QRectF(
                    _SHADOW - ring,
                    _SHADOW - ring + 4,
                    size.width() + 2 * ring,
                    size.height() + 2 * ring - 4,
                )
                painter.drawRoundedRect(spread, 12 + ring, 12 + ring)
            painter.end()
            self._shadow = pixmap
        return self._shadow

    def _on_enter(self) -> None:
        """Enter presses the button it is on, or makes the choice it is on.

        Anywhere else, also on the choice that is made, it does what the dialog is for.
        """
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            chosen = focus.isCheckable() and (focus.isChecked() or focus.group() is None)
            if not chosen:
                focus.click()
                return
        if self._main is not None and self._main.isEnabled():
            self._main.click()

    def _step(self, start: QWidget, *, forward: bool) -> None:
        """Move the focus to the next control inside the card, round and round."""
        widget = start
        for _ in range(2000):
            step = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
            if step is None or step is start:
                return
            widget = step
            # What hands its focus on, as the line inside a date field does, is no stop.
            takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            takes = takes and widget.focusProxy() is None
            if takes and self.isAncestorOf(widget) and widget.isEnabled() and widget.isVisible():
                reason = Qt.FocusReason.TabFocusReason
                widget.setFocus(reason if forward else Qt.FocusReason.BacktabFocusReason)
                if self._area is not None and self.body_frame.isAncestorOf(widget):
                    self._area.ensureWidgetVisible(widget)
                return

    def _end(self, *, done: bool) -> None:
        if not self.isVisible():
            return
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        self.hide()
        came_from = self._came_from
        if came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finished.emit(done)
        self.deleteLater()


def _height_at(widget: QWidget, width: int) -> int:
    """The height that a widget's content needs at a width."""
    layout = widget.layout()
    if layout is None:
        return widget.sizeHint().height()
    layout.activate()
    if layout.hasHeightForWidth():
        return max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
    return layout.totalSizeHint().height()
