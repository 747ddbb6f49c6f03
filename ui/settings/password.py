"""The row that says whether the file is protected, and changes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.form import FormRow
from ui.widgets.properties import Words

SHORTEST = 8


class PasswordPart(QWidget):
    """State in words, and a form that opens below it. ``wanted`` carries old and new password.

    An empty string means none: no old one, or no longer protected.
    """

    wanted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._protected = False
        self._state = Words(theme, "", "small", "text2", wrap=True)
        self.change = Button(theme, "Set a password…")
        self.change.clicked.connect(self._open)
        self.remove = Button(theme, "Remove it…", "quiet")
        self.remove.clicked.connect(self._open_removal)
        self.old, self.new, self.again = (QLineEdit() for _ in range(3))
        for field in (self.old, self.new, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.returnPressed.connect(self._confirm)
        self._form = QWidget()
        self._removing = False
        self._build()
        self.show_protected(False)

    def show_protected(self, protected: bool) -> None:
        """Say whether the file has a password, and close the form."""
        self._protected = protected
        self._state.set_ink("text2" if protected else "consider")
        self._state.setText(
            "The whole file is encrypted and opens only with your password."
            if protected
            else "This planner has no password. Whoever can use this computer, or copies its "
            "files, can read it."
        )
        self.change.setText("Change password…" if protected else "Set a password…")
        self.remove.setVisible(protected)
        self._form.hide()
        for field in (self.old, self.new, self.again):
            field.clear()

    def say_problem(self, words: str) -> None:
        """Say next to the old password why it was not accepted."""
        self._old_row.set_problem(words)
        self.old.setFocus()

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self._state, 1)
        top.addWidget(self.remove)
        top.addWidget(self.change)
        self._old_row = FormRow(theme, "Present password", self.old)
        self._new_row = FormRow(theme, "New password", self.new)
        self._again_row = FormRow(theme, "New password again", self.again)
        self._ok = Button(theme, "Set password", "primary")
        self._ok.clicked.connect(self._confirm)
        cancel = Button(theme, "Cancel")
        cancel.clicked.connect(lambda: self.show_protected(self._protected))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self._ok)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, px(8), 0, 0)
        form.setSpacing(px(8))
        for row in (self._old_row, self._new_row, self._again_row):
            form.addWidget(row)
        form.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self._form)

    def _open(self) -> None:
        self._show_form(removing=False)

    def _open_removal(self) -> None:
        self._show_form(removing=True)

    def _show_form(self, *, removing: bool) -> None:
        self._removing = removing
        for row in (self._old_row, self._new_row, self._again_row):
            row.set_problem("")
        self._old_row.setVisible(self._protected)
        self._new_row.setVisible(not removing)
        self._again_row.setVisible(not removing)
        self._ok.setText("Remove password" if removing else "Set password")
        self._form.show()
        (self.old if self._protected else self.new).setFocus()

    def _confirm(self) -> None:
        if self._removing:
            self.wanted.emit(self.old.text(), "")
            return
        new = self.new.text()
        short = len(new) < SHORTEST
        differs = not short and new != self.again.text()
        self._new_row.set_problem(f"Use at least {SHORTEST} characters." if short else "")
        self._again_row.set_problem("This is not the same password." if differs else "")
        if not (short or differs):
            self.wanted.emit(self.old.text() if self._protected else "", new)
