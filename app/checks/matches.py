"""Where the pattern rules hold in a text: one pass, shared by all families, remembered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from app.checks.context import Context
from app.checks.grammar import UNLESS, Match
from app.checks.pack import Pack
from app.checks.reading import Reading
from app.checks.rulebook import rulebook
from app.model.post import PostKind
from app.text.document import Document

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class TextRead:
    """What the rules found in a text.

    Attributes:
        reading: word classes at each token.
        matches: by rule, in text order, without those that an exception of the rule covers.
        classes: for each sentence all that can be read in it, word classes and words.
        said: the same for the whole text.
    """

    reading: Reading
    matches: Mapping[str, tuple[Match, ...]]
    classes: tuple[Set[str], ...]
    said: frozenset[str]

    def of(self, rule: str) -> tuple[Match, ...]:
        """The matches of one rule, overlapping ones joined to the widest."""
        return self.matches.get(rule, ())


@lru_cache(maxsize=6)
def _wanted(pack: Pack, kind: PostKind) -> frozenset[str]:
    """The rules, and their exceptions, that speak about a kind of text."""
    names = [rule.name for rule in rulebook(pack).rules.values() if rule.speaks(kind)]
    return frozenset(names) | frozenset(name + UNLESS for name in names)


@lru_cache(maxsize=16)
def read_text(document: Document, pack: Pack, kind: PostKind = PostKind.POST) -> TextRead:
    """Hold the pattern rules of the pack that are about a kind of text against it."""
    grammar = rulebook(pack).grammar
    reading = grammar.read(document.tokens)
    found = grammar.find(reading, _wanted(pack, kind))
    matches = {
        rule: tuple(_joined(_kept(places, found.get(rule + UNLESS, ()))))
        for rule, places in found.items()
        if not rule.endswith(UNLESS)
    }
    return TextRead(
        reading,
        {rule: places for rule, places in matches.items() if places},
        tuple([reading.keys.get(index, _NONE) for index in range(len(document.sentences))]),
        _NONE.union(*reading.keys.values()),
    )


def _kept(places: list[Match], exceptions: tuple[Match, ...] | list[Match]) -> Iterator[Match]:
    """The matches that share no word with an exception."""
    for place in places:
        if not any(other.first < place.high and place.low < other.last for other in exceptions):
            yield place


def _joined(places: Iterator[Match]) -> Iterator[Match]:
    """Overlapping matches of one rule as one, as wide as both together."""
    current: Match | None = None
    for place in places:
        if current is None:
            current = place
        elif place.low < current.high:
            current = Match(
                current.first,
                max(current.last, place.last),
                min(current.low, place.low),
                max(current.high, place.high),
            )
        else:
            yield current
            current = place
    if current is not None:
        yield current


def calls_for_help(document: Document, context: Context, pack: Pack) -> bool:
    """Whether the text teaches whom to call: then haste is the message, not pressure."""
    said = read_text(document, pack, context.kind).said
    return "{emergency_call" in said
