"""The author's own profile: what belongs to her is never taken for a patient's."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.model.records import Account
from ui.settings.rows import Group
from ui.theme.theme import Theme

_FIELDS = (
    ("name", "Your name", "As it stands on your posts.", ""),
    ("degrees", "Degrees", "", "MD, FACC"),
    ("role", "Role", "Shown under your name in the preview.", "Consultant cardiologist"),
    ("employer", "Employer", "Naming it in a post asks for a disclosure.", ""),
)
_LISTS = (
    ("phones", "Your own phone numbers", "Separated by commas. Never marked as an identifier."),
    ("links", "Your own links", "Separated by commas. Never marked as an identifier."),
    ("handles", "Your own handles", "Separated by commas, for example @dr.maya.heart."),
)
_FIELD_WIDTH = 260


class Profile(Group):
    """Writes down each field when it is left. ``saved`` carries the whole account."""

    saved = Signal(Account)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "You", parent)
        self._account = Account()
        self._lines: dict[str, QLineEdit] = {}
        for key, label, hint, example in _FIELDS:
            self._add_line(theme, key, label, hint, example)
        for key, label, hint in _LISTS:
            self._add_line(theme, key, label, hint, "")
        self._personal = QCheckBox()
        self._personal.clicked.connect(self._save)
        self.add(
            "This is a personal account",
            self._personal,
            "Not your hospital's. A line that says so may then be asked for.",
        )

    def show_account(self, account: Account) -> None:
        """Fill the fields in, except one that is being typed into."""
        self._account = account
        for key, line in self._lines.items():
            if not line.hasFocus():
                value = getattr(account, key)
                line.setText(value if isinstance(value, str) else ", ".join(value))
        self._personal.setChecked(account.personal)

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self._lines["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_line(self, theme: Theme, key: str, label: str, hint: str, example: str) -> None:
        line = QLineEdit()
        line.setPlaceholderText(example)
        line.setMinimumWidth(theme.px(_FIELD_WIDTH))
        line.editingFinished.connect(self._save)
        self._lines[key] = line
        self.add(label, line, hint)

    def _save(self) -> None:
        words = {key: line.text().strip() for key, line in self._lines.items()}
        account = replace(
            self._account,
            name=words["name"],
            degrees=words["degrees"],
            role=words["role"],
            employer=words["employer"],
            phones=_split(words["phones"]),
            links=_split(words["links"]),
            handles=_split(words["handles"]),
            personal=self._personal.isChecked(),
        )
        if account != self._account:
            self._account = account
            self.saved.emit(account)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
