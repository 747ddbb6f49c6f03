"""Start empty: three questions with answers filled in, and a choice about a password."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.calendar.zones import computer_zone
from ui.first_run.answers import Start
from ui.places import JURISDICTIONS, likely_jurisdiction, network_options
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.elided import ElidedLabel
from ui.widgets.form import FormRow
from ui.widgets.labelled import labelled
from ui.widgets.message import Message
from ui.widgets.properties import Words, card, set_ground
from ui.widgets.ticks import Ticks
from ui.widgets.zone_box import ZoneBox

SHORTEST = 8
_WIDTH = 560


class SetupPage(QWidget):
    """One page, all with defaults. ``start_wanted`` carries a ``Start``."""

    start_wanted = Signal(Start)
    back_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, theme: Theme, path: Path, parent: QWidget | None = None) -> None:
        """``path`` is where the planner will be unless the user says otherwise."""
        super().__init__(parent)
        self._theme = theme
        self._path = path
        set_ground(self, "bg")
        self.zone = ZoneBox(theme)
        self.zone.set_zone(computer_zone())
        self.networks = Ticks(theme, "Where do you post?", network_options())
        self.networks.choose(("linkedin",))
        self.rules = Ticks(theme, "Which rules apply to you?", JURISDICTIONS)
        self._guess = (likely_jurisdiction(self.zone.zone),)
        self.rules.choose(self._guess)
        self.zone.chosen.connect(self._guess_rules)
        self.with_password = QRadioButton("Protect it with a &password")
        self.without = QRadioButton("&No password on this computer")
        self.password = _secret("Password")
        self.again = _secret("Password again")
        self._where = ElidedLabel(theme, str(path), "small", "text2")
        self.message = Message(theme)
        self._column = self._scrolled()
        self._build()
        self._on_choice()

    def set_path(self, path: Path) -> None:
        """Keep the planner at ``path``."""
        self._path = path
        self._where.setText(str(path))

    def begin(self) -> None:
        """Put the focus on the first question."""
        self.zone.setFocus()

    def _scrolled(self) -> QVBoxLayout:
        inner = QWidget()
        set_ground(inner, "bg")
        scroll = labelled(QScrollArea(self), "Start my planner")
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        middle = QHBoxLayout(inner)
        self._body = QWidget()
        self._on_theme()
        self._theme.changed.connect(self._on_theme)
        middle.addStretch(1)
        middle.addWidget(self._body, 100)
        middle.addStretch(1)
        return QVBoxLayout(self._body)

    def _on_theme(self) -> None:
        self._body.setMaximumWidth(self._theme.px(_WIDTH))

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        column = self._column
        column.setSpacing(px(14))
        column.addStretch(1)
        column.addWidget(Words(theme, "Start my planner", "screen"))
        panel = card()
        rows = QVBoxLayout(panel)
        rows.setContentsMargins(px(20), px(18), px(20), px(18))
        rows.setSpacing(px(16))
        rows.addWidget(
            FormRow(theme, "Your time &zone", self.zone, "Posts keep this clock when you travel.")
        )
        rows.addWidget(FormRow(theme, "Where do you post?", self.networks))
        rows.addWidget(
            FormRow(
                theme,
                "Which rules apply to you?",
                self.rules,
                "With more than one, the stricter rule counts.",
            )
        )
        column.addWidget(panel)
        column.addWidget(self._protection())
        column.addLayout(self._place())
        column.addWidget(self.message)
        column.addLayout(self._foot())
        column.addStretch(1)

    def _protection(self) -> QWidget:
        theme, px = self._theme, self._theme.px
        panel = card()
        rows = QVBoxLayout(panel)
        rows.setContentsMargins(px(20), px(18), px(20), px(18))
        rows.setSpacing(px(8))
        rows.addWidget(Words(theme, "Who can open it?", "strong"))
        group = QButtonGroup(self)
        for button in (self.with_password, self.without):
            group.addButton(button)
            button.toggled.connect(self._on_choice)
        self.with_password.setChecked(True)
        fields = QHBoxLayout()
        fields.setSpacing(px(12))
        self._password_row = FormRow(theme, "Pass&word", self.password)
        self._again_row = FormRow(theme, "Password a&gain", self.again)
        for row in (self._password_row, self._again_row):
            fields.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        self._warning = Words(theme, "", "small", "text2", wrap=True)
        rows.addWidget(self.with_password)
        rows.addLayout(fields)
        rows.addWidget(self.without)
        rows.addWidget(self._warning)
        return panel

    def _place(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(6))
        row.addWidget(Words(self._theme, "Kept in", "small", "text2"))
        row.addWidget(self._where, 1)
        change = Button(self._theme, "Choose folder…", "link", "folder")
        change.clicked.connect(self.folder_wanted)
        row.addWidget(change)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        back = Button(self._theme, "Back", "quiet", "arrow-left")
        back.clicked.connect(self.back_wanted)
        self.create_button = Button(self._theme, "Make my planner", "primary")
        self.create_button.clicked.connect(self._start)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.create_button)
        return row

    def _on_choice(self) -> None:
        if not hasattr(self, "_warning"):
            return
        protected = self.with_password.isChecked()
        self._password_row.setVisible(protected)
        self._again_row.setVisible(protected)
        self._warning.set_ink("text2" if protected else "consider")
        self._warning.setText(
            "The whole file is encrypted. Nobody can open it without the password, "
            "also not by asking us, so keep it in a safe place."
            if protected
            else "The file is then not protected: whoever can use this computer, or copies its "
            "files, can read your drafts and consent records."
        )

    def _guess_rules(self, zone: str) -> None:
        """Follow the clock as long as she left the guess as it was."""
        if self.rules.chosen == self._guess:
            self._guess = (likely_jurisdiction(zone),)
            self.rules.choose(self._guess)

    def _start(self) -> None:
        passphrase = self._passphrase()
        if passphrase == "":
            return
        self.message.clear()
        self.start_wanted.emit(
            Start(
                path=self._path,
                zone=self.zone.zone,
                networks=self.networks.chosen,
                jurisdictions=self.rules.chosen,
                passphrase=passphrase,
            )
        )

    def _passphrase(self) -> str | None:
        """What was typed; None for no password; empty (and said why) when it will not do."""
        if self.without.isChecked():
            return None
        typed, again = self.password.text(), self.again.text()
        short = len(typed) < SHORTEST
        differs = not short and typed != again
        self._password_row.set_problem(f"Use at least {SHORTEST} characters." if short else "")
        self._again_row.set_problem("This is not the same password." if differs else "")
        if short:
            self.password.setFocus()
        elif differs:
            self.again.setFocus()
        return "" if short or differs else typed


def _secret(name: str) -> QLineEdit:
    field = labelled(QLineEdit(), name)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
