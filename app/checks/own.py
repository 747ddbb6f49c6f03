"""The practice's own words, always shown, and its own exceptions, over what the pack finds.

The pack itself stays as it is: without additions nothing is done here, and with some the
matcher of their phrases is made once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from app.checks.inflect import like
from app.checks.merge import order
from app.checks.say import finding
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind
from app.model.practice import EXCEPTED_SUBS, WORD_KINDS, OwnException, OwnWord, PracticeRules
from app.text.document import Document
from app.text.phrases import PhraseMatcher

_PREFIX = "own."
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ORDER = (Strength.NOTE, Strength.WARN, Strength.BLOCK, Strength.FORBID)


class _Place(NamedTuple):
    """Where a phrase stands: in the plain text, and in the source."""

    rule: OwnWord | OwnException
    start: int
    end: int
    low: int
    high: int


def is_own(found: Finding) -> bool:
    """Whether a finding is of the practice's own rules."""
    return found.rule.startswith(_PREFIX)


def origin(what: str, added: date) -> str:
    """Where a rule or a question comes from, for "Why?"."""
    return f"Your practice's own {what}, added {added.day} {_MONTHS[added.month - 1]} {added.year}"


def with_own(
    found: Iterable[Finding], document: Document, kind: PostKind, practice: PracticeRules
) -> tuple[Finding, ...]:
    """The findings of a text with the practice's own rules applied, in text order.

    What is forbidden always shows, and so does any identifier but a name or a place.
    """
    places = list(_places(document, (*practice.words, *practice.exceptions)))
    # A comment of someone else is never the practice's own wording.
    own = [] if kind is PostKind.INBOUND else _own(document, places)
    excepted = [place for place in places if isinstance(place.rule, OwnException)]
    kept = [one for one in found if not any(_doubled(one, mine) for mine in own)]
    said = (one for one in (*kept, *own) if not any(_covers(place, one) for place in excepted))
    return tuple(sorted(said, key=order))


@lru_cache(maxsize=4)
def _matcher(rules: tuple[OwnWord | OwnException, ...]) -> PhraseMatcher[OwnWord | OwnException]:
    phrases = [(rule.phrase, rule) for rule in rules]
    phrases += [(f"{rule.phrase}'s", rule) for rule in rules if isinstance(rule, OwnException)]
    return PhraseMatcher(phrases)


def _places(document: Document, rules: tuple[OwnWord | OwnException, ...]) -> Iterator[_Place]:
    if not rules:
        return
    matcher, tokens = _matcher(rules), document.tokens
    for number, first, last in matcher.find(tokens):
        start, end = tokens[first].start, tokens[last].end
        yield _Place(matcher.payloads[number], start, end, *document.to_source(start, end))


def _own(document: Document, places: list[_Place]) -> list[Finding]:
    """One finding for each place of an own word; of two of a kind the longer one speaks."""
    rows = [(place, place.rule) for place in places if isinstance(place.rule, OwnWord)]
    rows.sort(key=lambda row: (row[0].start, -row[0].end))
    until: dict[Kind, int] = {}
    own: list[Finding] = []
    for place, word in rows:
        if place.start >= until.get(word.kind, 0):
            until[word.kind] = place.end
            own.append(_said(document, place, word))
    return own


def _said(document: Document, place: _Place, word: OwnWord) -> Finding:
    new = like(document.plain[place.start : place.end], word.instead)
    whole = not document.cuts_markup(place.low, place.high)
    why = word.why if word.why.endswith((".", "!", "?")) else f"{word.why}."
    return finding(
        document,
        place.start,
        place.end,
        kind=word.kind,
        sub="own",
        rule=f"{_PREFIX}{word.id}",
        strength=word.strength,
        title=WORD_KINDS[word.kind],
        why=f"{why} {origin('rule', word.added)}.",
        suggestions=(new,) if new and whole else (),
    )


def _covers(place: _Place, found: Finding) -> bool:
    """Whether an exception lets a finding go: all of it stands in the excepted words."""
    if found.kind is not place.rule.kind or found.strength is Strength.FORBID:
        return False
    if found.kind is Kind.IDENTIFIER and not is_own(found) and found.sub not in EXCEPTED_SUBS:
        return False
    return place.low <= found.start and found.end <= place.high


def _doubled(found: Finding, mine: Finding) -> bool:
    """Whether an own word says the same of the same words, no less strictly."""
    return (
        found.kind is mine.kind
        and found.kind is not Kind.IDENTIFIER
        and mine.start <= found.start
        and found.end <= mine.end
        and _ORDER.index(found.strength) <= _ORDER.index(mine.strength)
    )
