"""The fields of an affiliation or interest, with the line that discloses it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.model.records import Interest, Tie
from ui.dialogs.fields import Choice, Note
from ui.theme.theme import Theme
from ui.widgets.form import FormRow

TIE_WORDS = {
    Tie.EMPLOYER: "Employer or institution",
    Tie.CONSULTING: "Consulting fees",
    Tie.SPEAKER: "Speaker fees",
    Tie.RESEARCH: "Research funding",
    Tie.SHARES: "Shares",
    Tie.GIFT: "Gift, travel or meal",
    Tie.BOARD: "Board or committee seat",
    Tie.FAMILY: "A tie in the family",
    Tie.OTHER: "Another tie",
}
_LINES = {
    Tie.EMPLOYER: "I work at {name}. Views are my own.",
    Tie.CONSULTING: "Disclosure: I receive consulting fees from {name}.",
    Tie.SPEAKER: "Disclosure: I receive speaker fees from {name}.",
    Tie.RESEARCH: "Disclosure: {name} funds my research.",
    Tie.SHARES: "Disclosure: I own shares in {name}.",
    Tie.GIFT: "Disclosure: {name} gave me this.",
    Tie.BOARD: "Disclosure: I sit on a board of {name}.",
    Tie.FAMILY: "Disclosure: a member of my family works for {name}.",
    Tie.OTHER: "Disclosure: I have a tie to {name}.",
}


class InterestForm(QWidget):
    """Fill in, then read ``value``. The line follows the tie until it is edited."""

    def __init__(self, theme: Theme, interest: Interest) -> None:
        super().__init__()
        self._interest = interest
        self.organisation = QLineEdit(interest.organisation)
        self._tie = Choice(list(TIE_WORDS.items()), interest.tie)
        self._line = Note(theme, interest.line)
        self._names = QLineEdit(", ".join(interest.names))
        self._products = QLineEdit(", ".join(interest.products))
        self._value = QLineEdit(interest.value)
        self._line_is_own = bool(interest.line)
        self.organisation.textChanged.connect(self._suggest)
        self._tie.currentIndexChanged.connect(self._suggest)
        self._line.textChanged.connect(self._on_line)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.addWidget(FormRow(theme, "Company or institution", self.organisation), 0, 0)
        grid.addWidget(FormRow(theme, "Kind of tie", self._tie), 0, 1)
        column.addLayout(grid)
        for row in (
            FormRow(theme, "Line for the post", self._line, "Put it first in the post."),
            FormRow(theme, "Other names it is known by", self._names, "Separate with commas."),
            FormRow(theme, "Its products that you write about", self._products),
            FormRow(theme, "Value, for your own notes", self._value),
        ):
            column.addWidget(row)
        self._suggest()

    def value(self) -> Interest:
        """The interest as filled in."""
        tie = self._tie.value()
        return replace(
            self._interest,
            organisation=self.organisation.text().strip(),
            tie=Tie(tie),
            line=self._line.text(),
            names=_parts(self._names.text()),
            products=_parts(self._products.text()),
            value=self._value.text().strip(),
        )

    def _suggested(self) -> str:
        name = self.organisation.text().strip()
        return _LINES[Tie(self._tie.value())].format(name=name) if name else ""

    def _suggest(self) -> None:
        if not self._line_is_own:
            self._line.blockSignals(True)
            self._line.setPlainText(self._suggested())
            self._line.blockSignals(False)

    def _on_line(self) -> None:
        self._line_is_own = self._line.text() not in ("", self._suggested())


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
