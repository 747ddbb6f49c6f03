"""The practice's own rules in the terminal: list, add, change, remove, hand on, take in."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from app.cli.outcome import Outcome
from app.errors import BadInput
from app.model.finding import Kind, Strength
from app.model.practice import (
    QUESTION_FACTS,
    WORD_KINDS,
    OwnException,
    OwnLevel,
    OwnQuestion,
    OwnWord,
    PracticeRule,
)
from app.planner import Planner

TYPES = ("word", "exception", "item", "question")
_NAMES = {OwnWord: "word", OwnException: "exception", OwnLevel: "item", OwnQuestion: "question"}


def add_arguments(many: argparse.ArgumentParser, one: argparse.ArgumentParser) -> None:
    """The words of ``rules`` (all of them) and of ``rule`` (add or change one)."""
    what = many.add_mutually_exclusive_group()
    what.add_argument("--remove", type=int, metavar="N", help="the number of a rule to take away")
    what.add_argument("--export", type=Path, metavar="FILE", help="write all to a YAML file")
    what.add_argument("--import", dest="source", type=Path, metavar="FILE", help="add those of one")
    what.add_argument("--items", action="store_true", help="list checks whose weight can change")
    one.add_argument("type", choices=TYPES)
    one.add_argument("about", metavar="WORDS", help="the words, the statement or the check's id")
    one.add_argument("--kind", choices=[kind.value for kind in WORD_KINDS])
    one.add_argument("--strength", choices=["block", "warn", "note"])
    one.add_argument("--why", metavar="WORDS", help="one sentence, shown with what is found")
    one.add_argument("--instead", metavar="WORDS", help="what may stand in place of the words")
    one.add_argument("--when", choices=list(QUESTION_FACTS), help="when a question is asked")
    one.add_argument("--change", type=int, metavar="N", help="change the rule of this number")


def reads_only(chosen: argparse.Namespace) -> bool:
    """Whether ``rules`` was asked for something that changes nothing."""
    return chosen.remove is None and chosen.source is None


def listing(planner: Planner, chosen: argparse.Namespace) -> Outcome:
    """List the rules, or remove, hand on or take in."""
    desk = planner.practice
    if chosen.remove is not None:
        gone = desk.rule(chosen.remove)
        desk.remove(gone.id)
        return Outcome({"removed": gone.id}, (f"Removed {_line(gone).strip()}.",))
    if chosen.source is not None:
        result = desk.import_file(chosen.source)
        data = {"added": result.added, "changed": result.changed, "same": result.same}
        return Outcome(data, (result.words(),))
    rules = tuple(desk.rules())
    if chosen.export is not None:
        desk.export_file(chosen.export)
        written = {"file": str(chosen.export), "rules": len(rules)}
        return Outcome(written, (f"{len(rules)} rules written to {chosen.export}.",))
    if chosen.items:
        return _items(planner)
    return Outcome([_data(rule) for rule in rules], tuple(map(_line, rules)) or ("No own rules.",))


def edit(planner: Planner, chosen: argparse.Namespace) -> Outcome:
    """Add a rule, or change the one of a number."""
    before = planner.practice.rule(chosen.change) if chosen.change is not None else None
    if before is not None and _NAMES[type(before)] != chosen.type:
        raise BadInput(f"Rule {before.id} is a rule of another type.", "Nothing was changed.")
    rule = _changed(before, chosen) if before is not None else _new(chosen)
    changes = planner.practice.save(rule)
    kept = planner.practice.rule(changes.created or rule.id)
    return Outcome(_data(kept), (_line(kept),))


def _new(chosen: argparse.Namespace) -> PracticeRule:
    if chosen.type in ("word", "exception") and not chosen.kind:
        raise BadInput("Say of which --kind the words are.", f"One of {', '.join(WORD_KINDS)}.")
    if chosen.type == "item" and not chosen.strength:
        raise BadInput("Say what it weighs: --strength block, warn or note.")
    about = chosen.about
    blank: dict[str, PracticeRule] = {
        "word": OwnWord(0, about, Kind.CLAIM, ""),
        "exception": OwnException(0, about, Kind.CLAIM),
        "item": OwnLevel(0, about, Strength.WARN),
        "question": OwnQuestion(0, about),
    }
    return _changed(blank[chosen.type], chosen)


def _changed(rule: PracticeRule, chosen: argparse.Namespace) -> PracticeRule:
    """The rule with what was said; what does not belong to its type is refused."""
    field = {OwnLevel: "item", OwnQuestion: "statement"}.get(type(rule), "phrase")
    said: dict[str, Any] = {
        field: chosen.about,
        "kind": Kind(chosen.kind) if chosen.kind else None,
        "strength": Strength(chosen.strength) if chosen.strength else None,
        "why": chosen.why,
        "instead": chosen.instead,
        "when": chosen.when,
    }
    given = {name: value for name, value in said.items() if value is not None}
    for name in given:
        if not hasattr(rule, name):
            raise BadInput(f"--{name} says nothing of a rule of this type.", "Nothing was changed.")
    return replace(rule, **given)


def _items(planner: Planner) -> Outcome:
    items = planner.practice.items()
    lines = (
        f"{i.id:<9} {i.strength:<6} can be {', '.join(i.choices)}: {i.question}" for i in items
    )
    return Outcome(
        [
            {"item": i.id, "question": i.question, "strength": i.strength, "choices": i.choices}
            for i in items
        ],
        tuple(lines),
    )


def _data(rule: PracticeRule) -> dict[str, Any]:
    return {"type": _NAMES[type(rule)], **asdict(rule), "added": rule.added.isoformat()}


def _line(rule: PracticeRule) -> str:
    if isinstance(rule, OwnLevel):
        words = f"{rule.item}  {rule.strength}"
    elif isinstance(rule, OwnQuestion):
        words = f"{rule.statement}  ({rule.strength}, {QUESTION_FACTS[rule.when].lower()})"
    elif isinstance(rule, OwnWord):
        instead = f" → {rule.instead}" if rule.instead else ""
        words = f"“{rule.phrase}”{instead}  ({rule.kind}, {rule.strength})"
    else:
        words = f"“{rule.phrase}”  ({rule.kind})"
    why = f"  {rule.why}" if rule.why else ""
    return f"{rule.id:>5}  {_NAMES[type(rule)]:<9}  {rule.added}  {words}{why}"
