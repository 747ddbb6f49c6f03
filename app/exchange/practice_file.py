"""The practice's own rules as a YAML file, to hand on or to edit by hand.

A mistake in it is told as for a file of the pack: by file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from app.checks.rulefile import Place, RuleError, RuleFile, read_rule_file
from app.errors import BadInput, KnownError
from app.exchange.writing import write_file
from app.model.finding import Kind, Strength
from app.model.practice import (
    OwnException,
    OwnLevel,
    OwnQuestion,
    OwnWord,
    PracticeRule,
    PracticeRules,
)

SCHEMA = 1
LARGEST = 1_000_000
_LISTS: Mapping[str, type[PracticeRule]] = {
    "words": OwnWord,
    "exceptions": OwnException,
    "items": OwnLevel,
    "questions": OwnQuestion,
}
_ATTRIBUTES = {"items": "levels"}
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "words": ("phrase", "kind", "why"),
    "exceptions": ("phrase", "kind", "why"),
    "items": ("item", "strength"),
    "questions": ("statement",),
}
_HEAD = """\
# Your practice's own words and questions. Import the file into a planner:
#   words       always shown; strength warn (consider) or block (to fix)
#   exceptions  words in which nothing of one kind is shown
#   items       what a check of the list weighs: block, warn or note (not counted)
#   questions   what the author confirms
"""


def write_practice(practice: PracticeRules, path: Path) -> None:
    """Write the rules to a file. Raises NotSaved when the folder does not allow it."""
    import yaml

    content: dict[str, Any] = {"schema": SCHEMA}
    for name in _LISTS:
        rules = getattr(practice, _ATTRIBUTES.get(name, name))
        if rules:
            content[name] = [_entry(rule) for rule in rules]
    body = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=96)
    write_file(path, (_HEAD + body).encode())


def read_practice(
    path: Path, today: date, check: Callable[[PracticeRule], None]
) -> tuple[PracticeRule, ...]:
    """The rules of a file, all with id 0; ``today`` is when those without a day are added.

    Args:
        path: the file.
        today: a local day.
        check: raises KnownError when a rule cannot be used here.

    Raises:
        BadInput: the first mistake, with its file and line.
    """
    try:
        file = _read(path)
        return tuple(_rules(file, today, check))
    except RuleError as error:
        raise BadInput(f"{error}.", "Nothing was imported. Put it right and try again.") from error


def _read(path: Path) -> RuleFile:
    import yaml

    unchanged = "Nothing was imported."
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(f"{path.name} is too large.", unchanged)
        text = path.read_text(encoding="utf-8-sig")
        # A few nested references could stand for more entries than any memory holds.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.SafeLoader)):
            raise BadInput(f"{path.name} uses references (*).", f"{unchanged} Write them out.")
        return read_rule_file(path)
    except yaml.MarkedYAMLError:
        return read_rule_file(path)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be read.", unchanged) from error
    except RecursionError as error:
        raise BadInput(f"{path.name} is nested too deeply.", unchanged) from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadInput(f"{path.name} is not UTF-8 text.", unchanged) from error


def _rules(
    file: RuleFile, today: date, check: Callable[[PracticeRule], None]
) -> Iterator[PracticeRule]:
    known = ("schema", *_LISTS)
    for name in file.content:
        if name not in known:
            raise file.error((name,), f"“{name}” is not one of {', '.join(known)}")
    if file.content.get("schema", SCHEMA) != SCHEMA:
        raise file.error(("schema",), "this file was made by another version of the app")
    for name in _LISTS:
        entries = file.content.get(name) or []
        if not isinstance(entries, list):
            raise file.error((name,), f"“{name}” is a list, one entry after each -")
        for index, entry in enumerate(entries):
            place = (name, index)
            rule = _rule(file, place, name, entry, today)
            try:
                check(rule)
            except KnownError as error:
                raise file.error(place, str(error).rstrip(".")) from error
            yield rule


def _rule(file: RuleFile, place: Place, name: str, entry: Any, today: date) -> PracticeRule:
    if not isinstance(entry, dict):
        raise file.error(place, "an entry has keys and values")
    kind = _LISTS[name]
    allowed = tuple(field.name for field in fields(kind) if field.name != "id")
    for key in entry:
        if key not in allowed:
            raise file.error((*place, key), f"“{key}” is not one of {', '.join(allowed)}")
    for key in _NEEDED[name]:
        if entry.get(key) in (None, ""):
            raise file.error(place, f"“{key}” is missing")
    values = {key: _value(file, (*place, key), value) for key, value in entry.items()}
    return kind(id=0, **{"added": today, **values})


def _value(file: RuleFile, place: Place, value: Any) -> Any:
    key = place[-1]
    if key == "added":
        if type(value) is not date:
            raise file.error(place, "“added” is a day such as 2026-11-22")
        return value
    if not isinstance(value, str):
        raise file.error(place, f"“{key}” is text; put quotes around it")
    choices = {"kind": Kind, "strength": Strength}.get(str(key))
    if choices is None:
        return " ".join(value.split())
    try:
        return choices(value)
    except ValueError as error:
        raise file.error(place, f"“{key}” cannot be “{value}”") from error


def _entry(rule: PracticeRule) -> dict[str, Any]:
    """Without the id, which means something in one planner only, and without what is empty."""
    found: dict[str, Any] = {}
    for field in fields(rule):
        value = getattr(rule, field.name)
        if field.name != "id" and value != "":
            found[field.name] = str(value) if isinstance(value, Kind | Strength) else value
    return found
