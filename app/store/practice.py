"""The practice's own rules as the text of one setting, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from typing import Any

from app.model.finding import Kind, Strength
from app.model.practice import (
    OwnException,
    OwnLevel,
    OwnQuestion,
    OwnWord,
    PracticeRule,
    PracticeRules,
    practice_rules,
)
from app.store.codec import as_json

KEY = "practice_rules"
_LISTS: dict[str, type[PracticeRule]] = {
    "words": OwnWord,
    "exceptions": OwnException,
    "levels": OwnLevel,
    "questions": OwnQuestion,
}
_BACK = {"kind": Kind, "strength": Strength, "added": date.fromisoformat}


def practice_text(rules: PracticeRules) -> str:
    """The rules as they are stored; empty when there are none and never were."""
    if rules.empty and not rules.last_id:
        return ""
    lists = {name: [_out(rule) for rule in getattr(rules, name)] for name in _LISTS}
    return as_json({"last_id": rules.last_id, **lists})


@lru_cache(maxsize=4)
def practice_of(text: str) -> PracticeRules:
    """The rules from their text; the same text gives the same object, so work on it is kept.

    Raises:
        ValueError: this is not what ``practice_text`` wrote. It is never taken for "no rules".
    """
    if not text:
        return PracticeRules()
    try:
        stored = json.loads(text)
        rules = tuple(
            kind(**{key: _value(key, value) for key, value in entry.items()})
            for name, kind in _LISTS.items()
            for entry in stored[name]
        )
        return practice_rules(rules, int(stored["last_id"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("the practice's own rules cannot be read") from error


def _out(rule: PracticeRule) -> dict[str, Any]:
    return {**asdict(rule), "added": rule.added.isoformat()}


def _value(key: str, value: Any) -> Any:
    return _BACK[key](value) if key in _BACK else value
