"""The practice's own questions, and how much items weigh there, beside the pack's checklist."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from app.checklist.inputs import Inputs
from app.checklist.items import Item, Question, Row, Rules, next_item, places, rules_of
from app.checks.own import origin
from app.checks.own_entry import LONGEST_WHY
from app.checks.pack import Pack
from app.errors import BadInput, Refused
from app.model.finding import Strength
from app.model.practice import (
    LEVEL_STRENGTHS,
    QUESTION_FACTS,
    QUESTION_STRENGTHS,
    OwnLevel,
    OwnQuestion,
    PracticeRules,
)

ROW = "own"
"""The row of the panel in which the practice's own words stand."""

LONGEST_STATEMENT = 140
_LEVELS = {Strength.BLOCK: "required", Strength.WARN: "recommended", Strength.NOTE: "off"}
_WEIGHT = (Strength.NOTE, Strength.WARN, Strength.BLOCK)


def version_of(pack: Pack, practice: PracticeRules) -> str:
    """The version of the rules in force: the pack's, and a mark of what the practice added."""
    if practice.empty:
        return pack.version
    mark = hashlib.sha256(repr(tuple(practice)).encode()).hexdigest()[:8]
    return f"{pack.version}+own.{mark}"


@lru_cache(maxsize=4)
def _with_questions(pack: Pack, practice: PracticeRules) -> Rules:
    rules = rules_of(pack)
    items = (_item(question) for question in practice.questions)
    questions = {own.key: _question(own) for own in practice.questions}
    return Rules(
        items=(*rules.items, *items),
        rows=MappingProxyType({**rules.rows, ROW: Row(ROW, title="Your practice's own rule")}),
        questions=MappingProxyType({**rules.questions, **questions}),
        facts=rules.facts,
    )


def rules_with(pack: Pack, practice: PracticeRules) -> Rules:
    """The checklist in force; the pack's very own when the practice added nothing."""
    return rules_of(pack) if practice.empty else _with_questions(pack, practice)


def levels_of(inputs: Inputs) -> Mapping[str, str]:
    """Item id to its level, as the practice chose; an own question may be a recommendation."""
    practice = inputs.practice
    if practice.empty:
        return inputs.levels
    own = {level.item: _LEVELS[level.strength] for level in practice.levels}
    asked = {question.key: _LEVELS[question.strength] for question in practice.questions}
    return {**inputs.levels, **own, **asked}


def _item(own: OwnQuestion) -> Item:
    return Item(
        id=own.key,
        section=ROW,
        question=own.statement,
        strength=Strength.BLOCK,
        when=frozenset({own.when}),
        ask=own.key,
        clause=". ".join(filter(None, (own.why.rstrip("."), origin("question", own.added)))),
    )


def _question(own: OwnQuestion) -> Question:
    return Question(id=own.key, statement=own.statement, about=("words", "pictures"))


def choices(item: Item, jurisdictions: tuple[str, ...]) -> tuple[Strength, ...]:
    """What a practice in these places may make an item weigh, strictest first."""
    # Who has not said where she practises may be bound by any of these laws.
    here = places(jurisdictions) or _named(item)
    if not item.adjustable(here):
        return ()
    least = _least(item, here)
    return tuple(s for s in LEVEL_STRENGTHS if _WEIGHT.index(s) >= _WEIGHT.index(least))


def check_level(level: OwnLevel, pack: Pack, jurisdictions: tuple[str, ...]) -> None:
    """Raise BadInput or Refused when an item cannot be made to weigh that."""
    try:
        item = next_item(rules_of(pack).items, level.item)
    except KeyError as error:
        raise BadInput(
            f"There is no check {level.item}.", "The page of all checks in the help names them."
        ) from error
    if level.strength not in LEVEL_STRENGTHS:
        raise BadInput(
            f"A check cannot weigh “{level.strength}”.",
            "Choose block (always to fix), warn (only to consider) or note (not counted).",
        )
    if len(level.why) > LONGEST_WHY:
        raise BadInput("The reason is too long.", f"Keep it under {LONGEST_WHY} characters.")
    allowed = choices(item, jurisdictions)
    if not allowed:
        raise Refused(f"{item.id} always counts in full.", "Nothing was changed.")
    if level.strength not in allowed:
        raise Refused(
            f"Where you practise, the rules ask for more than this of {item.id}.",
            f"Nothing was changed. Choose {' or '.join(allowed)}.",
        )
    if _WEIGHT.index(level.strength) < _WEIGHT.index(item.strength) and not level.why.strip():
        raise BadInput("Say why it should weigh less.", "The reason is kept with it.")


def check_question(own: OwnQuestion) -> None:
    """Raise BadInput when an own question cannot be asked."""
    statement = own.statement.strip()
    if not statement:
        raise BadInput("Say what is to be confirmed.", "For example: A colleague has read this.")
    if len(statement) > LONGEST_STATEMENT or "\n" in statement:
        raise BadInput(
            "The statement is too long.", f"Keep it under {LONGEST_STATEMENT} characters, one line."
        )
    if statement.endswith("?"):
        raise BadInput(
            "Write it as a statement to confirm.", "For example: A colleague has read this."
        )
    if len(own.why) > LONGEST_WHY:
        raise BadInput("The reason is too long.", f"Keep it under {LONGEST_WHY} characters.")
    if own.strength not in QUESTION_STRENGTHS:
        raise BadInput(f"A question cannot weigh “{own.strength}”.", "Choose block or warn.")
    if own.when not in QUESTION_FACTS:
        raise BadInput(
            f"“{own.when}” is not a moment to ask.", f"Choose one of {', '.join(QUESTION_FACTS)}."
        )


def _named(item: Item) -> frozenset[str]:
    """Every place that an item or one of its raised strengths names."""
    return item.places.union(*(override.places for override in item.overrides))


def _least(item: Item, here: frozenset[str]) -> Strength:
    """What the law of these places may ask of an item, whatever the post is about."""
    facts = frozenset(fact for override in item.overrides for fact in override.facts)
    return item.demanded(facts, here)
