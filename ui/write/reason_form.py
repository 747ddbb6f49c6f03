"""Asking for a reason inside a row: a list of common ones, and room for her own words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import tame
from ui.widgets.labelled import labelled
from ui.widgets.properties import Words

SHORTEST = 20


class ReasonForm(QFrame):
    """Emits ``given`` with the reason, or ``left`` when she changes her mind."""

    given = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        question: str,
        reasons: Sequence[str],
        verb: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self._field = labelled(QComboBox(self), question)
        self._field.setEditable(True)
        self._field.addItems(list(reasons))
        self._field.setCurrentIndex(-1)
        self._field.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._field.setMinimumContentsLength(12)
        tame(self._field, theme)
        # The reasons are whole sentences: the list is as wide as they are, not as the field.
        reasons_list = self._field.view()
        reasons_list.setMinimumWidth(reasons_list.sizeHintForColumn(0) + theme.px(12))
        edit = self._field.lineEdit()
        if edit is not None:
            edit.setPlaceholderText("Choose one or write your own")
            edit.setAccessibleName(question)
        self._hint = Words(theme, "", "small", "text2", wrap=True)
        self._keep = Button(theme, verb, "accent", compact=True)
        cancel = Button(theme, "Cancel", "link")
        self._field.editTextChanged.connect(self._weigh)
        self._keep.clicked.connect(self._give)
        cancel.clicked.connect(self.left)
        px = theme.px
        box = QVBoxLayout(self)
        box.setContentsMargins(px(10), px(8), px(10), px(8))
        box.setSpacing(px(6))
        box.addWidget(Words(theme, question, "small_strong", "text", wrap=True))
        box.addWidget(self._field)
        box.addWidget(self._hint)
        row = QHBoxLayout()
        row.addWidget(self._keep)
        row.addWidget(cancel)
        row.addStretch(1)
        box.addLayout(row)
        self._weigh()
        self._field.installEventFilter(self)

    def begin(self) -> None:
        """Put the keyboard into the field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter gives the reason, Escape leaves."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._give()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return False

    def _reason(self) -> str:
        return self._field.currentText().strip()

    def _weigh(self) -> None:
        missing = SHORTEST - len(self._reason())
        self._hint.setText(
            f"A few more words, please: at least {missing} more characters."
            if missing > 0
            else "The reason is kept with the post."
        )
        self._keep.set_kind("locked" if missing > 0 else "accent")

    def _give(self) -> None:
        if len(self._reason()) >= SHORTEST:
            self.given.emit(self._reason())
        else:
            self.begin()
