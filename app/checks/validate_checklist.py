"""What the checklist's items, rows and questions must look like, and that they know each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from app.checks.inflect import word_set
from app.checks.rulefile import Place, RuleFile
from app.model.finding import Kind

_ITEM = word_set(
    "id section question applies_when only_if jurisdictions severity overrides answer row finds "
    "ask ask_if clause locked set_aside register evidence authorities sure help"
)
_OVERRIDE = frozenset(("severity", "jurisdictions", "when"))
_ROW = word_set("title clear not_needed always fold core items_only also")
_QUESTION = word_set("statement about when if unless instead covers")
_KINDS = frozenset(Kind)


def check_checklist(file: RuleFile) -> None:
    """Raise RuleError for the first key, fact, row or question that nothing stands behind."""
    content = file.content
    facts = _names(content, "facts")
    rows, questions = _names(content, "rows"), _names(content, "questions")
    for name in rows:
        known_keys(file, ("rows", name), content["rows"][name], _ROW, "row")
        _kinds(file, ("rows", name, "also"), content["rows"][name].get("also"))
    for name in questions:
        place: Place = ("questions", name)
        question = content["questions"][name]
        known_keys(file, place, question, _QUESTION, "question")
        for key in ("statement", "about"):
            if not question.get(key):
                raise file.error(place, f"“{key}” is missing")
        for key in ("when", "if", "unless"):
            _each(file, (*place, key), question.get(key), facts, "fact")
        for fact, other in (question.get("instead") or {}).items():
            _each(file, (*place, "instead"), [fact], facts, "fact")
            _each(file, (*place, "instead"), [other], questions, "question")
    for index, item in enumerate(content.get("items") or ()):
        _item(file, ("items", index), item, facts, rows, questions)


def known_keys(
    file: RuleFile, place: Place, entry: Mapping[str, Any], allowed: Iterable[str], what: str
) -> None:
    """Raise RuleError for a key that nothing reads, most often one that is misspelt."""
    for key in entry:
        if key not in allowed:
            close = get_close_matches(str(key), list(allowed), 1)
            hint = f"; did you mean “{close[0]}”?" if close else ""
            raise file.error((*place, key), f"“{key}” is no key of a {what}{hint}")


def _item(
    file: RuleFile,
    place: Place,
    item: Mapping[str, Any],
    facts: frozenset[str],
    rows: frozenset[str],
    questions: frozenset[str],
) -> None:
    known_keys(file, place, item, _ITEM, "checklist item")
    # A checklist that declares no facts or rows is a fragment, as tests and drafts have them.
    for key in ("applies_when", "only_if", "ask_if"):
        _each(file, (*place, key), item.get(key), facts, "fact")
    _each(file, (*place, "row"), _maybe(item.get("row")), rows, "row")
    _each(file, (*place, "ask"), _maybe(item.get("ask")), questions, "question")
    _kinds(file, (*place, "finds"), item.get("finds"))
    for number, override in enumerate(item.get("overrides") or ()):
        at = (*place, "overrides", number)
        known_keys(file, at, override, _OVERRIDE, "raised strength")
        _each(file, (*at, "when"), override.get("when"), facts, "fact")


def _names(content: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(content.get(key) or ())


def _maybe(name: str | None) -> list[str]:
    return [name] if name else []


def _each(
    file: RuleFile, place: Place, names: Iterable[str] | None, known: frozenset[str], what: str
) -> None:
    for name in names or ():
        if known and name not in known:
            raise file.error(place, f"no {what} is called “{name}”")


def _kinds(file: RuleFile, place: Place, finds: Iterable[str] | None) -> None:
    for name in finds or ():
        if name.partition("/")[0] not in _KINDS:
            raise file.error(place, f"no kind of finding is called “{name.partition('/')[0]}”")
