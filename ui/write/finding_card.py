"""The card over marked words: what is wrong, and the finished ways out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.model.assessment import Check, Remedy
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.properties import Words
from ui.write.act import Act, Choice, choices_of
from ui.write.marks import Mark, Shape

_LINGER_MS = 400


class FindingCard(QFrame):
    """Opens over the page without taking the keyboard, unless it was asked for by key.

    ``acted`` carries an ``Act``; ``ask_reason`` the check whose row should ask for the reason;
    ``closed`` that the keyboard goes back to the text.
    """

    acted = Signal(Act)
    ask_reason = Signal(Check)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark: Mark | None = None
        self.setProperty("role", "popover")
        self._title = Words(theme, "", "strong", wrap=True)
        self._why = Words(theme, "", "small", "text2", wrap=True)
        self._buttons = QWidget(self)
        self._flow = Flow(self._buttons, gap=4)
        self._box = QVBoxLayout(self)
        for part in (self._title, self._why, self._buttons):
            self._box.addWidget(part)
        self._linger = QTimer(self, singleShot=True, interval=_LINGER_MS)
        self._linger.timeout.connect(self._maybe_hide)
        self.hide()

    @property
    def mark(self) -> Mark | None:
        """The words the card is about."""
        return self._mark

    def open_over(self, mark: Mark, words: QRect, *, take_focus: bool) -> None:
        """Open below ``words`` (in the parent's coordinates), above them if there is no room."""
        self._mark = mark
        self._fill(mark)
        px = self._theme.px
        self._box.setContentsMargins(px(12), px(10), px(12), px(10))
        self._box.setSpacing(px(5))
        width = px(320)
        self.setFixedWidth(width)
        self.resize(width, self._box.totalHeightForWidth(width))
        parent = self.parentWidget()
        room = parent.rect() if parent is not None else self.rect()
        at = QPoint(words.left(), words.bottom() + px(6))
        if at.y() + self.height() > room.bottom():
            at.setY(words.top() - px(6) - self.height())
        at.setX(max(px(8), min(at.x(), room.right() - width - px(8))))
        self.move(at)
        self.show()
        self.raise_()
        if take_focus:
            first = self._flow.itemAt(0)
            widget = first.widget() if first is not None else None
            if widget is not None:
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._linger.start()

    def dismiss(self) -> None:
        """Close; the keyboard goes back to the text if it was here."""
        if self.isVisible():
            had_focus = self.isAncestorOf(self.window().focusWidget())
            self.hide()
            if had_focus:
                self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._linger.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._linger.start()

    def let_go(self) -> None:
        """The pointer left the words: close soon unless it comes to the card."""
        if self.isVisible():
            self._linger.start()

    def _maybe_hide(self) -> None:
        focused = self.isAncestorOf(self.window().focusWidget())
        if not self.underMouse() and not focused and self._mark is not None:
            self.hide()

    def _fill(self, mark: Mark) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        check = mark.check
        ink = {Shape.FIX: "fix", Shape.CONSIDER: "consider", Shape.CHANGED: "accent"}[mark.shape]
        self._title.setText(check.title if check else "Changed since it was Ready")
        self._title.set_ink(ink)
        self._why.setText(check.why if check else "These words were not there when you confirmed.")
        self.setAccessibleName(f"{mark.words}. {self._why.text()}")
        for choice in choices_of(check) if check else ():
            if choice.remedy is not Remedy.SHOW:
                self._flow.addWidget(self._button(check, choice))
        self._buttons.setVisible(self._flow.count() > 0)

    def _button(self, check: Check | None, choice: Choice) -> Button:
        kind = "accent" if choice.remedy is Remedy.REPLACE else "link"
        words = "Not a problem here" if choice.remedy is Remedy.SET_ASIDE else choice.words
        button = Button(self._theme, words, kind, choice.icon, compact=True, parent=self._buttons)
        button.clicked.connect(lambda: self._do(check, choice))
        button.show()
        return button

    def _do(self, check: Check | None, choice: Choice) -> None:
        if check is None:
            return
        self.dismiss()
        needs = choice.remedy is Remedy.CORRECT_FACT or (
            choice.remedy is Remedy.SET_ASIDE and check.reason_needed
        )
        if needs:
            self.ask_reason.emit(check)
        else:
            self.acted.emit(Act(check, choice.remedy, choice.replacement))
