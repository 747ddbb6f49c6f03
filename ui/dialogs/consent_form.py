"""The fields of a valid consent record, by code and initials."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.model.records import Consent, Covers, Signer
from app.networks.catalogue import networks
from ui.dialogs.fields import Choice, DayField, Note, OptionalDay, Ticks
from ui.theme.theme import Theme
from ui.widgets.form import FormRow
from ui.widgets.properties import Words

COVERS_WORDS = {
    Covers.STORY: "Story",
    Covers.IMAGE: "Picture",
    Covers.VIDEO: "Video",
    Covers.VOICE: "Voice",
}
SIGNER_WORDS = {
    Signer.PATIENT: "The patient",
    Signer.PARENT: "A parent or guardian",
    Signer.REPRESENTATIVE: "A legal representative",
    Signer.NEXT_OF_KIN: "Next of kin, after a death",
    Signer.STAFF: "A colleague or visitor, for themselves",
}
_SAID = (
    ("freely_given", "Given freely, when well and without pressure"),
    ("not_condition_of_care", "Told that care does not depend on it"),
    ("right_to_revoke_told", "Told how to take it back"),
    ("redisclosure_told", "Told that others may copy a public post"),
    ("saw_final_version", "Saw the final words and pictures"),
    ("identifiable_agreed", "Agreed that people may recognise them"),
)


class ConsentForm(QWidget):
    """Fill in, then read ``value``. ``today`` is the day in the planner's zone."""

    def __init__(self, theme: Theme, consent: Consent, today: date) -> None:
        super().__init__()
        self._consent = consent
        self.code = QLineEdit(consent.code)
        self._initials = QLineEdit(consent.initials)
        self._covers = Ticks(
            "Covers",
            [(member.value, words) for member, words in COVERS_WORDS.items()],
            [member.value for member in consent.covers],
        )
        self._networks = Ticks(
            "Where",
            [(network.id, network.name) for network in networks().values()],
            consent.networks,
        )
        self._given = DayField(consent.given_on, "Given on")
        self._ends = OptionalDay("Ends on", consent.ends_on, _next_year(consent.given_on))
        self._withdrawn = OptionalDay("Withdrawn on", consent.withdrawn_on, today)
        self._signer = Choice(list(SIGNER_WORDS.items()), consent.signer)
        self._authority = QLineEdit(consent.signer_authority)
        self._description = Note(theme, consent.description)
        self._purpose = QLineEdit(consent.purpose)
        self._disclosed_by = QLineEdit(consent.disclosed_by)
        self._recipients = QLineEdit(consent.recipients)
        self._takedown = QLineEdit(consent.takedown_plan)
        self._kept_at = QLineEdit(consent.form_kept_at)
        self._said = {name: QCheckBox(words) for name, words in _SAID}
        for name, box in self._said.items():
            box.setChecked(bool(getattr(consent, name)))
        self._lay_out(theme)

    def value(self) -> Consent:
        """The record as filled in."""
        signer = self._signer.value()
        said: dict[str, Any] = {name: box.isChecked() for name, box in self._said.items()}
        return replace(
            self._consent,
            code=self.code.text().strip(),
            initials=self._initials.text().strip(),
            covers=frozenset(Covers(value) for value in self._covers.chosen()),
            networks=self._networks.chosen(),
            given_on=self._given.day(),
            ends_on=self._ends.day(),
            withdrawn_on=self._withdrawn.day(),
            signer=Signer(signer),
            signer_authority=self._authority.text().strip(),
            description=self._description.text(),
            purpose=self._purpose.text().strip(),
            disclosed_by=self._disclosed_by.text().strip(),
            recipients=self._recipients.text().strip(),
            takedown_plan=self._takedown.text().strip(),
            form_kept_at=self._kept_at.text().strip(),
            **said,
        )

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(12))
        pairs = (
            FormRow(theme, "Code", self.code),
            FormRow(theme, "Initials, never a name", self._initials),
            FormRow(theme, "Given on", self._given),
            FormRow(theme, "Signed by", self._signer),
        )
        for place, row in enumerate(pairs):
            grid.addWidget(row, place // 2, place % 2)
        column.addLayout(grid)
        for row in (
            FormRow(theme, "Covers", self._covers),
            FormRow(theme, "Where", self._networks, "None ticked means every network."),
            FormRow(theme, "What will be shown", self._description),
            FormRow(theme, "What for", self._purpose, "For example: education of the public."),
        ):
            column.addWidget(row)
        column.addWidget(self._ends)
        column.addWidget(self._withdrawn)
        column.addWidget(Words(theme, "On the signed form", "small_strong", "text2"))
        for box in self._said.values():
            column.addWidget(box)
        for row in (
            FormRow(theme, "Who shows it", self._disclosed_by),
            FormRow(theme, "Who will see it", self._recipients),
            FormRow(theme, "Why a representative may sign", self._authority),
            FormRow(theme, "If it is taken back", self._takedown, "Who removes which copies."),
            FormRow(theme, "Form kept at", self._kept_at, "Where the signed form lies."),
        ):
            column.addWidget(row)


def _next_year(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28))
