"""What a practice adds to the rules by itself. It lives in the planner and outlasts any pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TypeAlias
from zlib import crc32

from app.model.finding import IdentifierSub, Kind, Strength

WORD_KINDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.CLAIM: "Overstates",
        Kind.TONE: "Sharp tone",
        Kind.PERSON_FIRST: "Labels a person",
        Kind.JARGON: "Hard word",
        Kind.PRODUCT: "Names a product",
        Kind.ADVICE: "Advice to one person",
        Kind.IDENTIFIER: "Could point to a patient",
    }
)
"""What an own word can be about, in words; an exception can be made for the same kinds."""

EXCEPTED_SUBS = frozenset({IdentifierSub.NAME.value, IdentifierSub.PLACE.value})
"""The identifiers that the name of a practice may be mistaken for; no other is ever left alone."""

WORD_STRENGTHS: Mapping[Strength, str] = MappingProxyType(
    {Strength.WARN: "Consider", Strength.BLOCK: "To fix"}
)
LEVEL_STRENGTHS: Mapping[Strength, str] = MappingProxyType(
    {
        Strength.BLOCK: "Always to fix",
        Strength.WARN: "Only to consider",
        Strength.NOTE: "Not counted",
    }
)
QUESTION_STRENGTHS: Mapping[Strength, str] = MappingProxyType(
    {Strength.BLOCK: "Must be confirmed", Strength.WARN: "Only to consider"}
)
QUESTION_FACTS: Mapping[str, str] = MappingProxyType(
    {
        "always": "Every post",
        "mentions_patient": "A patient is mentioned",
        "makes_claim": "It states a health fact",
        "names_product": "A drug or device is named",
        "has_media": "A picture is attached",
        "is_reply": "It is a reply",
    }
)
"""When an own question is asked."""

_NEVER = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class OwnWord:
    """Words that are always shown, with the practice's own reason.

    ``phrase`` is written as in a lexicon of the pack: choices in brackets, ``*`` for any word.
    ``instead`` may stand in their place; empty for none. ``added`` is a local day.
    """

    id: int
    phrase: str
    kind: Kind
    why: str
    strength: Strength = Strength.WARN
    instead: str = ""
    added: date = _NEVER


@dataclass(frozen=True, slots=True)
class OwnException:
    """Words in which nothing of one kind is ever shown, for example the practice's own name."""

    id: int
    phrase: str
    kind: Kind
    why: str = ""
    added: date = _NEVER


@dataclass(frozen=True, slots=True)
class OwnLevel:
    """How much an item of the checklist weighs in this practice.

    ``block`` makes it stop Ready, ``warn`` a recommendation, ``note`` lets it count for nothing.
    """

    id: int
    item: str
    strength: Strength
    why: str = ""
    added: date = _NEVER


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A statement of the practice's own that the author confirms while the fact ``when`` holds."""

    id: int
    statement: str
    why: str = ""
    strength: Strength = Strength.BLOCK
    when: str = "always"
    added: date = _NEVER

    @property
    def key(self) -> str:
        """The id of its item and question in the checklist.

        Made of the words too: what was confirmed for one statement never stands for another.
        """
        return f"own-{self.id}-{crc32(self.statement.encode()):08x}"


PracticeRule: TypeAlias = OwnWord | OwnException | OwnLevel | OwnQuestion


@dataclass(frozen=True, slots=True)
class PracticeRules:
    """Everything that one practice added, oldest first in each list.

    ``last_id`` is the highest id that was ever given, so that an id means one rule for ever.
    """

    words: tuple[OwnWord, ...] = ()
    exceptions: tuple[OwnException, ...] = ()
    levels: tuple[OwnLevel, ...] = ()
    questions: tuple[OwnQuestion, ...] = ()
    last_id: int = field(default=0, compare=False)

    def __iter__(self) -> Iterator[PracticeRule]:
        yield from self.words
        yield from self.exceptions
        yield from self.levels
        yield from self.questions

    @property
    def empty(self) -> bool:
        """Whether the rules of the pack hold alone."""
        return not (self.words or self.exceptions or self.levels or self.questions)

    def rule(self, rule_id: int) -> PracticeRule | None:
        """One of the rules, or None."""
        return next((rule for rule in self if rule.id == rule_id), None)

    def like(self, rule: PracticeRule) -> PracticeRule | None:
        """The rule that already says something about the same words, item or question."""
        wanted = _subject(rule)
        return next((known for known in self if _subject(known) == wanted), None)

    def with_rule(self, rule: PracticeRule) -> PracticeRules:
        """With a rule more (id 0: it gets one), or with one changed."""
        if not rule.id:
            new = replace(rule, id=self.last_id + 1)
            return _sorted((*self, new), self.last_id + 1)
        return _sorted((*(rule if known.id == rule.id else known for known in self),), self.last_id)

    def without(self, rule_id: int) -> PracticeRules:
        """Without one of the rules."""
        return _sorted(tuple(rule for rule in self if rule.id != rule_id), self.last_id)


def practice_rules(rules: tuple[PracticeRule, ...], last_id: int) -> PracticeRules:
    """The rules sorted into their lists."""
    return _sorted(rules, max([last_id, *(rule.id for rule in rules)]))


def _sorted(rules: tuple[PracticeRule, ...], last_id: int) -> PracticeRules:
    return PracticeRules(
        tuple(rule for rule in rules if isinstance(rule, OwnWord)),
        tuple(rule for rule in rules if isinstance(rule, OwnException)),
        tuple(rule for rule in rules if isinstance(rule, OwnLevel)),
        tuple(rule for rule in rules if isinstance(rule, OwnQuestion)),
        last_id,
    )


def _subject(rule: PracticeRule) -> tuple[str, ...]:
    if isinstance(rule, OwnLevel):
        return "item", rule.item
    if isinstance(rule, OwnQuestion):
        return "question", " ".join(rule.statement.lower().split())
    # One phrase cannot be both always shown and never shown as the same kind.
    return "words", rule.kind.value, " ".join(rule.phrase.lower().split())
