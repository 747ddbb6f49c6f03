"""One of the practice's own rules in two lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.calendar.words import short_day
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


class RuleWords(NamedTuple):
    """What a rule is about, and below it what it does."""

    title: str
    detail: str


def rule_words(rule: PracticeRule, questions: Mapping[str, str]) -> RuleWords:
    """A rule in words; ``questions`` are those of the checks by id."""
    title, does = _says(rule, questions)
    why = f"{rule.why.rstrip('.')}." if rule.why else ""
    day = short_day(rule.added).partition(" ")[2]
    added = f"Added {day} {rule.added.year}."
    return RuleWords(title, " ".join(filter(None, (does, why, added))))


def _says(rule: PracticeRule, questions: Mapping[str, str]) -> tuple[str, str]:
    if isinstance(rule, OwnWord):
        instead = f" Better: {rule.instead}." if rule.instead else ""
        strength = WORD_STRENGTHS[rule.strength]
        return f"“{rule.phrase}”", f"Always shown: {WORD_KINDS[rule.kind]}. {strength}.{instead}"
    if isinstance(rule, OwnException):
        return f"“{rule.phrase}”", f"Never shown as: {WORD_KINDS[rule.kind]}."
    if isinstance(rule, OwnLevel):
        # A newer pack, or another law, may know no choice for it; its id says which one it was.
        question = questions.get(rule.item, "A check that can no longer be changed")
        return question, f"{rule.item}. {LEVEL_STRENGTHS[rule.strength]}."
    assert isinstance(rule, OwnQuestion)
    return rule.statement, f"{QUESTION_FACTS[rule.when]}. {QUESTION_STRENGTHS[rule.strength]}."
