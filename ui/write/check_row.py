"""One check in the panel: what it says, the words it is about, and what can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.model.assessment import Check, Group, Remedy
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.focus import keyboard_focus, paint_ring
from ui.widgets.properties import Words
from ui.widgets.which_text import where
from ui.write.act import Act, Choice, choices_of
from ui.write.check_words import REASONS_ASIDE, REASONS_FACT, quoted, spoken, stamp
from ui.write.choice_strip import ChoiceStrip
from ui.write.reason_form import ReasonForm

_ICONS = {
    Group.FIX: ("alert-circle", "block"),
    Group.CONSIDER: ("alert-triangle", "review"),
    Group.CLEAR: ("check", "ready"),
}
_QUOTE_INK = {Group.FIX: "fix", Group.CONSIDER: "consider"}
_EDGE, _ICON, _GAP = 16, 18, 10


class CheckRow(QFrame):
    """A row; the keyboard reaches it, Space confirms, Enter does the most useful thing.

    Signals:
        acted: an ``Act``.
        why_wanted: the check whose rule she wants to read about.
        entered: the keyboard came to this row.
        stepped: the arrow keys ask for the next (1) or previous (-1) row.
    """

    acted = Signal(Act)
    why_wanted = Signal(Check)
    entered = Signal(QWidget)
    stepped = Signal(int)

    def __init__(self, theme: Theme, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._form: ReasonForm | None = None
        self.check = check
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icon = QLabel(self)
        self._tick = QCheckBox(self)
        self._tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tick.clicked.connect(self._on_tick)
        self._title = Words(theme, "", "button", wrap=True)
        self._quote = Words(theme, "", "small_medium", "text2", wrap=True)
        self._where = Words(theme, "", "small", "text2", wrap=True)
        self._why = Words(theme, "", "small", "text2", wrap=True)
        self._stamp = Words(theme, "", "fine", "text2", wrap=True)
        self._strip = ChoiceStrip(theme, self)
        self._strip.chosen.connect(self._choose)
        self._strip.why_wanted.connect(lambda: self.why_wanted.emit(self.check))
        self._more = IconButton(theme, "more", "More about this check", size=14, parent=self)
        self._more.clicked.connect(self._open_menu)
        self._more.hide()
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        for part in (self._title, self._quote, self._where, self._why, self._stamp, self._strip):
            self._words.addWidget(part)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        theme.changed.connect(self._on_theme)
        self._zone, self._today = "UTC", date.min
        self._show()

    def set_check(self, check: Check, zone: str, today: date) -> None:
        """Show ``check`` in place; nothing flickers and the keyboard stays where it is."""
        if (check, zone, today) == (self.check, self._zone, self._today):
            return
        self.check, self._zone, self._today = check, zone, today
        self._show()

    def is_open(self) -> bool:
        """Whether this row still wants something."""
        waits = self.check.group is Group.CONFIRM and not self._confirmed()
        return waits or self.check.group in (Group.FIX, Group.CONSIDER)

    def quick_fix(self) -> None:
        """Do the most useful thing: the finished words if there are some, else the first remedy."""
        if self.check.group is Group.CONFIRM:
            self.toggle()
            return
        choices = choices_of(self.check)
        if choices:
            self._choose(choices[0])

    def ask_first_reason(self) -> None:
        """Open the form for the remedy that takes a reason."""
        reasoned = (Remedy.CORRECT_FACT, Remedy.SET_ASIDE)
        choice = next((c for c in choices_of(self.check) if c.remedy in reasoned), None)
        if choice is not None:
            self._choose(choice)

    def toggle(self) -> None:
        """Confirm, or take the confirmation back."""
        if Remedy.CONFIRM in self.check.remedies or self.check.group is Group.CONFIRM:
            self.acted.emit(Act(self.check, Remedy.CONFIRM, on=not self._confirmed()))

    def _confirmed(self) -> bool:
        return self.check.confirmed_at is not None and not self.check.reopened

    def _show(self) -> None:
        check = self.check
        asks = check.group is Group.CONFIRM
        self._icon.setVisible(not asks)
        self._tick.setVisible(asks)
        self._tick.setChecked(self._confirmed())
        self._tick.setAccessibleName(check.title)
        _fill(self._title, check.title)
        _fill(self._quote, quoted(check.quote))
        self._quote.set_ink(_QUOTE_INK.get(check.group, "text2"))
        _fill(self._where, where(check))
        stamped = stamp(check, self._zone, self._today)
        why = "" if asks and self._confirmed() else check.why
        _fill(self._why, why or (stamped if check.reopened else ""))
        _fill(self._stamp, "" if check.reopened else stamped)
        self._strip.show_choices(() if check.group is Group.CLEAR else choices_of(check), check)
        self._more.set_name(f"More about: {check.title}")
        self.setAccessibleName(spoken(check))
        self.setAccessibleDescription(" ".join(filter(None, (check.why, stamped))))
        self._on_theme()

    def _on_theme(self) -> None:
        px = self._theme.px
        name, token = _ICONS.get(self.check.group, ("check", "ready"))
        self._icon.setPixmap(self._theme.pixmap(name, token, _ICON))
        self._icon.setFixedSize(px(_ICON), px(_ICON))
        self._tick.setFixedSize(px(_ICON), px(_ICON))
        clear = self.check.group is Group.CLEAR
        top, bottom = (px(10), px(10)) if clear else (px(7), px(10))
        self._row.setContentsMargins(px(_EDGE), top, 0, bottom)
        for label in (self._title, self._quote, self._where, self._why, self._stamp):
            label.setContentsMargins(0, 0, px(2), 0)
        self._row.setSpacing(px(_GAP))
        self._words.setSpacing(px(4))

    def _choose(self, choice: Choice) -> None:
        asks = choice.remedy is Remedy.CORRECT_FACT or (
            choice.remedy is Remedy.SET_ASIDE and self.check.reason_needed
        )
        if asks:
            self._ask(choice)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.acted.emit(Act(self.check, choice.remedy, choice.replacement))

    def _ask(self, choice: Choice) -> None:
        if self._form is not None:
            self._form.begin()
            return
        fact = choice.remedy is Remedy.CORRECT_FACT
        question = f"{choice.words}. Why?"
        reasons = REASONS_FACT if fact else (*self.check.reasons, *REASONS_ASIDE)
        form = ReasonForm(self._theme, question, reasons, "Keep this reason", self)
        form.given.connect(lambda reason: self._give(choice, reason))
        form.left.connect(self._leave_form)
        self._form = form
        self._words.addWidget(form)
        form.begin()

    def _give(self, choice: Choice, reason: str) -> None:
        self._leave_form()
        self.acted.emit(Act(self.check, choice.remedy, choice.replacement, reason))

    def _leave_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            form.hide()
            form.deleteLater()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, at: QPoint | None = None) -> None:
        menu = self._strip.menu_of_all(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        below = self._more.mapToGlobal(QPoint(0, self._more.height()))
        menu.popup(at if isinstance(at, QPoint) else below)

    def _place_more(self) -> None:
        size = self._more.sizeHint()
        right = self.width() - self._theme.px(8) - size.width()
        self._more.setGeometry(right, self._theme.px(2), size.width(), size.height())

    def _on_tick(self) -> None:
        # The gate decides whether it stands; until then the box shows what it was.
        self._tick.setChecked(self._confirmed())
        self.toggle()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space:
            self.toggle()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.quick_fix()
        elif key == Qt.Key.Key_Down:
            self.stepped.emit(1)
        elif key == Qt.Key.Key_Up:
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            if self.check.group is Group.CONFIRM:
                self.toggle()
            elif self.check.findings or self.check.network:
                self.acted.emit(Act(self.check, Remedy.SHOW))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._more.setVisible(self._strip.has_menu())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._more.setVisible(self.hasFocus() and self._strip.has_menu())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_more()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._more.setVisible(self._strip.has_menu())
        self.entered.emit(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._more.setVisible(self.underMouse() and self._strip.has_menu())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if keyboard_focus(self):
            painter = QPainter(self)
            inset = self._theme.px(4)
            ring = QRectF(self.rect()).adjusted(inset, 1, -inset, -1)
            paint_ring(painter, self._theme, ring, self._theme.px(6))
            painter.end()


def _fill(label: Words, words: str) -> None:
    if label.text() != words:
        label.setText(words)
    label.setVisible(bool(words))
