"""The matcher of the rules: every pattern held against a text, in time linear in the text.

Each pattern is tried only where the rarest of its pieces occurs and the others stand in the
same sentence, and from there to both sides with sets of places, so the time does not grow
with the number of rules, and no text can make it blow up. The language of the patterns is
told in ``pattern.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from app.checks.pattern import Pattern, Piece
from app.checks.reading import Reading, Words
from app.text.spans import Token

UNLESS = "!"
"""Ends the name under which the patterns of a rule's exceptions stand."""
_ENDS = frozenset(".!?…")


class Match(NamedTuple):
    """Where a pattern holds: tokens ``first`` to before ``last``; quoted ``low`` to ``high``."""

    first: int
    last: int
    low: int
    high: int


_Tried = tuple[tuple[Pattern, ...], tuple[Pattern, ...]]  # of rules, and of their exceptions


class Grammar:
    """Every pattern of every rule, ready to be held against texts.

    What it finds never changes; it only keeps what it made of its tables.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take the tables that ``grammar_table.build`` made, which may have been stored as JSON."""
        self._words = Words(data)
        self._rules: list[str] = []
        self._rows: list[str] = []
        for rule, *rows in data["patterns"]:
            self._rules += [rule] * len(rows)
            self._rows += rows
        self._anchors: Mapping[str, str] = data["anchors"]
        self._patterns: dict[int, Pattern] = {}
        self._pieces: dict[str, Piece] = {}
        self._tried: dict[frozenset[str], dict[int, _Tried]] = {}

    def words_in(self, key: str) -> frozenset[str]:
        """The single words of a class."""
        return self._words.of_class(key)

    def read(self, tokens: Sequence[Token]) -> Reading:
        """What can be read at each token."""
        return self._words.read(tokens)

    def find(self, reading: Reading, rules: frozenset[str]) -> dict[str, list[Match]]:
        """Every place where a pattern of ``rules`` holds, the longest for each start.

        Exceptions are looked for only of rules that hold somewhere; most never do.
        """
        found: dict[str, dict[int, Match]] = {}
        later: list[tuple[int, tuple[Pattern, ...]]] = []
        longer = reading.longer
        tried = self._tried.setdefault(rules, {})
        for at, number in enumerate(reading.numbers):
            patterns, exceptions = tried.get(number) or self._tried_at(number, rules)
            if patterns:
                _hold_all(patterns, at, reading, found)
            if exceptions:
                later.append((at, exceptions))
            if at in longer:
                number = self._words.number_of(tuple([key for key, _ in longer[at]]))
                patterns, exceptions = tried.get(number) or self._tried_at(number, rules)
                if patterns:
                    _hold_all(patterns, at, reading, found)
                if exceptions:
                    later.append((at, exceptions))
        barred = frozenset([rule + UNLESS for rule in found])
        for at, exceptions in later if barred else ():
            told = [pattern for pattern in exceptions if pattern.rule in barred]
            if told:
                _hold_all(told, at, reading, found)
        return {rule: [places[first] for first in sorted(places)] for rule, places in found.items()}

    def _tried_at(self, number: int, rules: frozenset[str]) -> _Tried:
        """The patterns of ``rules`` that are tried where what the number stands for can be read."""
        keys = self._words.keys_of(number)
        anchored = " ".join([self._anchors.get(key, "") for key in keys])
        places = dict.fromkeys(map(int, anchored.split()))
        patterns = [self._pattern(place) for place in places if self._rules[place] in rules]
        tried = self._tried[rules][number] = (
            tuple(pattern for pattern in patterns if not pattern.rule.endswith(UNLESS)),
            tuple(pattern for pattern in patterns if pattern.rule.endswith(UNLESS)),
        )
        return tried

    def _pattern(self, number: int) -> Pattern:
        """A pattern, taken out of the tables when it is first tried."""
        pattern = self._patterns.get(number)
        if pattern is None:
            pattern = Pattern(self._rules[number], self._rows[number], self._pieces)
            self._patterns[number] = pattern
        return pattern


def _hold_all(
    patterns: Sequence[Pattern], at: int, reading: Reading, found: dict[str, dict[int, Match]]
) -> None:
    """Note where patterns hold with their anchors at token ``at``."""
    said = reading.keys[reading.sentences[at]]
    for pattern in patterns:
        for keys in pattern.needs:
            if keys.isdisjoint(said):
                break
        else:
            match = hold(pattern, at, reading)
            if match is None:
                continue
            places = found.setdefault(pattern.rule, {})
            before = places.get(match.first)
            if before is None or before.last < match.last:
                places[match.first] = match


def hold(pattern: Pattern, at: int, reading: Reading) -> Match | None:
    """Where the pattern holds with its anchor at token ``at``: the widest place, or None."""
    low, high = reading.bounds[at]
    ends = _forward(pattern.right, at, high, reading)
    if not ends:
        return None
    left = pattern.left
    starts = _backward(left, at, low, reading) if left else {at: (-1, -1)}
    if not starts:
        return None
    first, last = min(starts), max(ends)
    if not pattern.marked:
        return Match(first, last, first, last)
    before, after = starts[first], ends[last]
    opened = before[0] if before[0] >= 0 else after[0]
    closed = after[1] if after[1] >= 0 else before[1]
    return Match(first, last, first if opened < 0 else opened, last if closed < 0 else closed)


_Places = dict[int, tuple[int, int]]


def _forward(pieces: Sequence[Piece], at: int, high: int, reading: Reading) -> _Places:
    places: _Places = {at: (-1, -1)}
    words, longer, barrier = reading.words, reading.longer, reading.barrier
    for keys, optional, gap, crosses, mark in pieces:
        after: _Places = dict(places) if optional or gap else {}
        if gap:
            stop = 2 if crosses else 1
            for place, caught in places.items():
                until = min(high, place + gap)
                while place < until and barrier[place] < stop:
                    place += 1
                    after.setdefault(place, caught)
        elif mark:
            after = _marked(places, mark, high, reading)
        else:
            for place, caught in places.items():
                if place < high:
                    if not keys.isdisjoint(words[place]):
                        after.setdefault(place + 1, caught)
                    for key, end in longer.get(place, ()):
                        if key in keys:
                            after.setdefault(end, caught)
        if not after:
            return after
        places = after
    return places


def _backward(pieces: Sequence[Piece], at: int, low: int, reading: Reading) -> _Places:
    places: _Places = {at: (-1, -1)}
    words, ended, barrier = reading.words, reading.ended, reading.barrier
    for keys, optional, gap, crosses, mark in pieces:
        after: _Places = dict(places) if optional or gap else {}
        if gap:
            stop = 2 if crosses else 1
            for place, caught in places.items():
                until = max(low, place - gap)
                while place > until and barrier[place - 1] < stop:
                    place -= 1
                    after.setdefault(place, caught)
        elif mark:
            after = _marked(places, mark, -1 if mark != "^" else low, reading)
        else:
            for place, caught in places.items():
                if place > low:
                    for key, start in ended.get(place, ()):
                        if key in keys and start >= low:
                            after.setdefault(start, caught)
                    if not keys.isdisjoint(words[place - 1]):
                        after.setdefault(place - 1, caught)
        if not after:
            return after
        places = after
    return places


def _marked(places: _Places, mark: str, bound: int, reading: Reading) -> _Places:
    """The places that a mark leaves: a caught border, or the beginning or end of a sentence."""
    if mark == "<":
        return {place: (place, caught[1]) for place, caught in places.items()}
    if mark == ">":
        return {place: (caught[0], place) for place, caught in places.items()}
    if mark == "^":
        return {
            place: caught
            for place, caught in places.items()
            if all(reading.barrier[before] for before in range(bound, place))
        }
    tokens = reading.tokens
    return {
        place: caught
        for place, caught in places.items()
        if place >= bound or tokens[place].lower in _ENDS
    }
