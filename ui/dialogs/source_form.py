"""The fields of a source. Pasting an identifier fills in its kind; only the form is checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.model.records import Evidence, Source, SourceKind
from app.planner import Planner
from ui.dialogs.fields import Choice, DayField
from ui.theme.theme import Theme
from ui.widgets.form import FormRow
from ui.widgets.properties import Words

EVIDENCE_WORDS = {
    Evidence.GUIDELINE: "Guideline or review of trials",
    Evidence.TRIAL: "Randomised trial",
    Evidence.OBSERVATIONAL: "Observational study",
    Evidence.OPINION: "Expert opinion or web page",
    Evidence.UNKNOWN: "Not sure yet",
}
KIND_WORDS = {
    SourceKind.DOI: "DOI",
    SourceKind.PMID: "PubMed number",
    SourceKind.PMCID: "PubMed Central number",
    SourceKind.NCT: "Trial registration",
    SourceKind.GUIDELINE: "Guideline",
    SourceKind.URL: "Web page",
}


class SourceForm(QWidget):
    """Fill in, then read ``value``. ``today`` is the day of looking, in the planner's zone."""

    def __init__(self, theme: Theme, planner: Planner, source: Source, today: date) -> None:
        super().__init__()
        self._planner = planner
        self._source = source
        self._kind = source.kind
        self.identifier = QLineEdit(source.identifier)
        self.identifier.setPlaceholderText("Paste a DOI, PubMed number, NCT number or link")
        self._said = Words(theme, "", "small", "text2", wrap=True)
        self._short = QLineEdit(source.short_name)
        self._title = QLineEdit(source.title)
        self._year = QLineEdit(str(source.year or ""))
        self._evidence = Choice(list(EVIDENCE_WORDS.items()), source.evidence)
        self._seen = DayField(source.accessed_on or today, "Looked at on")
        self._read = QCheckBox("I read the whole of it, not only the abstract")
        self._read.setChecked(source.read_full)
        self._short_is_own = bool(source.short_name)
        self.identifier.textChanged.connect(self._on_identifier)
        self._title.textChanged.connect(self._suggest_short)
        self._year.textChanged.connect(self._suggest_short)
        self._short.textEdited.connect(self._own_short)
        self._lay_out(theme)
        self._on_identifier()

    def value(self) -> Source:
        """The source as filled in."""
        year = self._year.text().strip()
        read = self._planner.records.read_identifier(self.identifier.text())
        evidence = self._evidence.value()
        return replace(
            self._source,
            short_name=self._short.text().strip() or self._suggested(),
            kind=read.kind,
            identifier=read.identifier,
            title=self._title.text().strip(),
            year=int(year) if year.isdigit() and len(year) == 4 else None,
            evidence=Evidence(evidence),
            accessed_on=self._seen.day(),
            read_full=self._read.isChecked(),
        )

    def problem(self) -> tuple[str, Callable[[], None]] | None:
        """What is missing, and what moves to it; None if the form can be saved."""
        if not self.identifier.text().strip():
            return "Paste a DOI, a PubMed number or a link.", self.identifier.setFocus
        read = self._planner.records.read_identifier(self.identifier.text())
        if not read.ok:
            return read.words, self.identifier.setFocus
        year = self._year.text().strip()
        if year and not (year.isdigit() and len(year) == 4):
            return "Write the year with four digits.", self._year.setFocus
        return None

    def _on_identifier(self) -> None:
        text = self.identifier.text().strip()
        if not text:
            self._said.setText("Only the form is checked: this computer never goes online.")
            return
        read = self._planner.records.read_identifier(text)
        self._kind = read.kind
        self._said.setText(read.words)
        self._suggest_short()

    def _own_short(self) -> None:
        self._short_is_own = bool(self._short.text().strip())

    def _suggest_short(self) -> None:
        if not self._short_is_own:
            self._short.setText(self._suggested())

    def _suggested(self) -> str:
        """A short name from the title's first words and the year."""
        words = re.findall(r"[a-z0-9]+", self._title.text().lower())
        words = [word for word in words if word not in _SMALL_WORDS][:3]
        year = self._year.text().strip()
        parts = [word for word in words if word != year]
        return "-".join([*parts, *([year] if year else [])]) or f"source-{self._number()}"

    def _number(self) -> int:
        return len(self._planner.records.sources()) + 1

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(FormRow(theme, "DOI, PubMed number or link", self.identifier))
        column.addWidget(self._said)
        column.addWidget(FormRow(theme, "Title", self._title))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(12))
        rows = (
            FormRow(theme, "Year", self._year),
            FormRow(theme, "Short name for the text", self._short),
            FormRow(theme, "Kind of evidence", self._evidence),
            FormRow(theme, "Looked at on", self._seen),
        )
        for place, row in enumerate(rows):
            grid.addWidget(row, place // 2, place % 2)
        column.addLayout(grid)
        column.addWidget(self._read)


_SMALL_WORDS = frozenset(("the", "a", "an", "of", "on", "in", "for", "and", "to", "with", "by"))
