"""The fields of the practice's own rules: words, exception, weight of a check, question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.model.finding import Kind, Strength
from app.model.practice import (
    LEVEL_STRENGTHS,
    QUESTION_FACTS,
    QUESTION_STRENGTHS,
    WORD_KINDS,
    WORD_STRENGTHS,
    OwnException,
    OwnLevel,
    OwnQuestion,
    OwnWord,
    PracticeRule,
)
from ui.dialogs.fields import Choice
from ui.theme.theme import Theme
from ui.widgets.fields import give_rows_room
from ui.widgets.form import FormRow
from ui.widgets.properties import Words

if TYPE_CHECKING:
    from app.planner import ItemChoice

Member = TypeVar("Member", bound=StrEnum)
_SHOWN = 62
_USUAL = {Strength.BLOCK: "to fix", Strength.WARN: "to consider", Strength.NOTE: "not counted"}
_WHY = "One sentence. It is shown with what is found."


class RuleForm(Protocol):
    """Fill in, then read ``value``; ``first`` is where typing starts."""

    first: QWidget

    def value(self) -> PracticeRule: ...


class WordForm(QWidget):
    """Words that are always shown."""

    def __init__(self, theme: Theme, rule: OwnWord) -> None:
        super().__init__()
        self._rule = rule
        self._phrase = self.first = QLineEdit(rule.phrase)
        self._kind = _choice(WORD_KINDS, rule.kind)
        self._strength = _choice(WORD_STRENGTHS, rule.strength)
        self._why = QLineEdit(rule.why)
        self._instead = QLineEdit(rule.instead)
        _lay_out(
            self,
            theme,
            FormRow(
                theme,
                "Words",
                self._phrase,
                "As they stand in a text. (gold|silver) stands for either, * for any word.",
            ),
            (
                FormRow(theme, "Shown as", self._kind),
                FormRow(theme, "How much it weighs", self._strength),
            ),
            FormRow(theme, "Why", self._why, _WHY),
            FormRow(theme, "Better words", self._instead, "Offered in their place. Can be empty."),
        )

    def value(self) -> OwnWord:
        """The words as filled in."""
        return replace(
            self._rule,
            phrase=self._phrase.text(),
            kind=Kind(self._kind.value()),
            strength=Strength(self._strength.value()),
            why=self._why.text(),
            instead=self._instead.text(),
        )


class ExceptionForm(QWidget):
    """Words that are never shown as one kind."""

    def __init__(self, theme: Theme, rule: OwnException) -> None:
        super().__init__()
        self._rule = rule
        self._phrase = self.first = QLineEdit(rule.phrase)
        self._kind = _choice(WORD_KINDS, rule.kind)
        self._why = QLineEdit(rule.why)
        _lay_out(
            self,
            theme,
            FormRow(theme, "Words", self._phrase, "For example the name of your practice."),
            FormRow(
                theme,
                "Never shown as",
                self._kind,
                "Numbers, addresses and what the law forbids are shown all the same.",
            ),
            FormRow(theme, "Why", self._why, "One sentence, for your own record."),
        )

    def value(self) -> OwnException:
        """The exception as filled in."""
        kind = Kind(self._kind.value())
        return replace(self._rule, phrase=self._phrase.text(), kind=kind, why=self._why.text())


class LevelForm(QWidget):
    """How much one check of the list weighs here, as far as the law allows."""

    def __init__(self, theme: Theme, rule: OwnLevel, items: Sequence[ItemChoice]) -> None:
        super().__init__()
        self._rule = rule
        self._items = items
        self._item = self.first = _drop_down([_short(item) for item in items])
        self._about = Words(theme, "", "small", wrap=True)
        self._strength = _drop_down([])
        self._why = QLineEdit(rule.why)
        at = next((n for n, item in enumerate(items) if item.id == rule.item), 0)
        self._item.setCurrentIndex(at)
        self._item.setEnabled(not rule.id)
        if rule.id:
            self.first = self._strength
        self._item.currentIndexChanged.connect(self._offer)
        self._offer()
        self._strength.setCurrentText(LEVEL_STRENGTHS[rule.strength])
        _lay_out(
            self,
            theme,
            FormRow(theme, "Check", self._item, "Those that always count are not among them."),
            self._about,
            FormRow(
                theme,
                "How much it weighs",
                self._strength,
                "Less than the law where you practise demands is not offered.",
            ),
            FormRow(theme, "Why", self._why, "For your own record. Needed when it weighs less."),
        )

    def value(self) -> OwnLevel:
        """The level as filled in."""
        item = self._items[self._item.currentIndex()]
        strength = item.choices[self._strength.currentIndex()]
        return replace(self._rule, item=item.id, strength=strength, why=self._why.text())

    def _offer(self) -> None:
        item, kept = self._items[self._item.currentIndex()], self._strength.currentText()
        self._about.setText(f"{item.question} Usually {_USUAL[item.strength]}.")
        self._item.setAccessibleDescription(self._about.text())
        self._strength.clear()
        for strength in item.choices:
            self._strength.addItem(LEVEL_STRENGTHS[strength])
        self._strength.setCurrentText(kept)


class QuestionForm(QWidget):
    """A statement that the author confirms."""

    def __init__(self, theme: Theme, rule: OwnQuestion) -> None:
        super().__init__()
        self._rule = rule
        self._statement = self.first = QLineEdit(rule.statement)
        self._statement.setPlaceholderText("A colleague has read this")
        self._facts = tuple(QUESTION_FACTS)
        self._when = _drop_down(list(QUESTION_FACTS.values()))
        self._when.setCurrentIndex(self._facts.index(rule.when))
        self._strength = _choice(QUESTION_STRENGTHS, rule.strength)
        self._why = QLineEdit(rule.why)
        _lay_out(
            self,
            theme,
            FormRow(theme, "Statement to confirm", self._statement, "As the author would say it."),
            (
                FormRow(theme, "Asked when", self._when),
                FormRow(theme, "How much it weighs", self._strength),
            ),
            FormRow(theme, "Why", self._why, "Shown under the statement. Can be empty."),
        )

    def value(self) -> OwnQuestion:
        """The question as filled in."""
        return replace(
            self._rule,
            statement=self._statement.text(),
            when=self._facts[self._when.currentIndex()],
            strength=Strength(self._strength.value()),
            why=self._why.text(),
        )


def _short(item: ItemChoice) -> str:
    words = f"{item.id}  {item.question}"
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]}…"


def _choice(options: Mapping[Member, str], chosen: Member) -> Choice:
    return Choice(list(options.items()), chosen)


def _drop_down(words: Sequence[str]) -> QComboBox:
    """A list that is no wider than its place, however long its rows are."""
    box = QComboBox()
    box.addItems(list(words))
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    give_rows_room(box)
    return box


def _lay_out(form: QWidget, theme: Theme, *rows: QWidget | tuple[FormRow, FormRow]) -> None:
    column = QVBoxLayout(form)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(12))
    for row in rows:
        if isinstance(row, QWidget):
            column.addWidget(row)
            continue
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        for place, part in enumerate(row):
            grid.addWidget(part, 0, place)
            grid.setColumnStretch(place, 1)
        column.addLayout(grid)
