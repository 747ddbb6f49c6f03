"""Weak cues that say little alone and much together: found by the sentence, quoted as one.

A combination names word classes; all of ``all`` must stand in one sentence and none of
``none``. Order does not matter, so it holds where no pattern could foresee the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import lru_cache
from typing import Any, NamedTuple

from app.checks.context import Context
from app.checks.grammar import Match
from app.checks.judge import Judged, place
from app.checks.matches import TextRead, read_text
from app.checks.pack import Pack
from app.checks.rulebook import COMBINATIONS, Rule, groups_of, read_rule
from app.checks.scope import Scope, read_scope
from app.model.finding import Kind
from app.text.document import Document


class Combination(NamedTuple):
    """A rule that holds where word classes meet in one sentence."""

    rule: Rule
    wanted: tuple[frozenset[str], ...]
    barred: frozenset[str]


@lru_cache(maxsize=2)
def combinations(pack: Pack) -> Mapping[str, tuple[Combination, ...]]:
    """The combinations of a pack by the kind of finding that they make."""
    by_kind: dict[str, list[Combination]] = {}
    for file, content in pack.data.items():
        for key, data in (content.get(COMBINATIONS) or {}).items():
            by_kind.setdefault(str(data["kind"]), []).append(_read(f"{file}.{key}", data))
    return {kind: tuple(found) for kind, found in by_kind.items()}


def _read(name: str, data: Mapping[str, Any]) -> Combination:
    barred = groups_of(data.get("none"))
    return Combination(
        read_rule(name, data),
        groups_of(data["all"]),
        frozenset().union(*barred) if barred else frozenset(),
    )


def together(document: Document, context: Context, pack: Pack, kind: str) -> Iterator[Judged]:
    """Where the cues of a kind meet, once a sentence, the first combination speaking."""
    read = read_text(document, pack, context.kind)
    # Most have a word class that the whole text lacks.
    spoken = [
        combination
        for combination in combinations(pack).get(kind, ())
        if combination.rule.speaks(context.kind)
        and not any(group.isdisjoint(read.said) for group in combination.wanted)
    ]
    if not spoken:
        return
    scope: Scope | None = None
    for sentence, classes in enumerate(read.classes):
        for combination in spoken:
            if not _holds(combination, classes):
                continue
            match = _span(document, read, sentence, combination)
            if match is None:
                continue
            scope = scope or read_scope(document, pack, context.kind)
            if scope.softened(match):
                continue
            yield Judged(combination.rule, match, combination.rule.strength)
            break


def _holds(combination: Combination, classes: Set[str]) -> bool:
    for group in combination.wanted:
        if group.isdisjoint(classes):
            return False
    return combination.barred.isdisjoint(classes)


def _span(
    document: Document, read: TextRead, sentence: int, combination: Combination
) -> Match | None:
    """From the first cue to the last; None when one word alone plays all the parts."""
    start = document.token_at(document.sentences[sentence].start)
    low, high = read.reading.bounds[start]
    first, last = high, low
    places: set[int] = set()
    for group in combination.wanted:
        at = next(
            (at for at in range(low, high) for key in read.reading.keys_at(at) if key in group),
            None,
        )
        if at is None:
            return None
        places.add(at)
        end = max(after for key, after in read.reading.moves(at) if key in group)
        first, last = min(first, at), max(last, end)
    if len(places) < min(2, len(combination.wanted)):
        return None
    return Match(first, last, first, last)


def more(
    document: Document, context: Context, pack: Pack, kind: Kind, found: list[Judged]
) -> list[Judged]:
    """Combinations in the sentences about which no pattern has spoken."""
    rows = together(document, context, pack, kind.value)
    return [row for row in rows if not covers(document, found, row)]


def covers(document: Document, found: list[Judged], row: Judged) -> bool:
    """Whether a pattern has already spoken about the sentence of a combination."""
    sentence = document.tokens[row.match.low].sentence
    start, end = place(document, row.match)
    return end <= start or any(
        document.tokens[other.match.low].sentence == sentence for other in found
    )
