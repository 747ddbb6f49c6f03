"""The matcher of the rules: every pattern held against a text, in time linear in the text.

Each pattern is tried only where the rarest of its pieces occurs, and from there to both
sides with sets of places, so the time does not grow with the number of rules, and no
text can make it blow up. The language of the patterns is told in ``pattern.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from app.checks.brands import is_brand
from app.checks.pattern import (
    BIG,
    BRAND,
    CAPITAL,
    HANDLE,
    NUMBER,
    BadPattern,
    Pattern,
    Piece,
    WordClasses,
    alternatives,
    read_piece,
)
from app.checks.weights import weight
from app.text.spans import Token

_SOFT = frozenset(",()/:;–—")
_INSIDE = frozenset("%£$€&#@'’=+")
_ENDS = frozenset(".!?…")
_THOUSANDS = re.compile(r"\d{4,}|\d{1,3}(?:[.,]\d{3})+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_NAMES = frozenset(("i", "i'm", "i've", "i'd", "i'll"))


class Match(NamedTuple):
    """Where a pattern holds: tokens ``first`` to before ``last``; quoted ``low`` to ``high``."""

    first: int
    last: int
    low: int
    high: int


_Anchors = dict[str, tuple[Pattern, ...]]


class Reading:
    """What can be read at each token of a text, forwards and backwards.

    Attributes:
        moves: for each token what can be read from it, and up to which token.
        bounds: for each token the tokens of its sentence.
        keys: for each sentence all that can be read in it.
    """

    __slots__ = ("_back", "_barrier", "bounds", "keys", "moves", "tokens")

    def __init__(self, tokens: Sequence[Token], moves: list[list[tuple[str, int]]]) -> None:
        self.tokens = tokens
        self.moves = moves
        self._back: list[list[tuple[str, int]]] | None = None
        self._barrier: list[int] | None = None
        self.bounds: list[tuple[int, int]] = []
        self.keys: dict[int, set[str]] = {}
        low, count = 0, len(tokens)
        while low < count:
            sentence = tokens[low].sentence
            high = low + 1
            while high < count and tokens[high].sentence == sentence:
                high += 1
            self.bounds.extend([(low, high)] * (high - low))
            self.keys[sentence] = {key for at in range(low, high) for key, _ in moves[at]}
            low = high

    @property
    def back(self) -> list[list[tuple[str, int]]]:
        """For each place what can be read up to it, and from which token."""
        if self._back is None:
            self._back = [[] for _ in range(len(self.tokens) + 1)]
            for at, found in enumerate(self.moves):
                for key, after in found:
                    self._back[after].append((key, at))
        return self._back

    @property
    def barrier(self) -> list[int]:
        """For each token 0 for a word, 1 for a sign that long gaps cross, 2 for any other."""
        if self._barrier is None:
            self._barrier = [
                0 if (sign := token.text[0]).isalnum() or sign in _INSIDE else 2 - (sign in _SOFT)
                for token in self.tokens
            ]
        return self._barrier


class Grammar:
    """Every pattern of every rule, ready to be held against texts.

    What it finds never changes; it only keeps what it made of its tables.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take the tables that ``build`` made, which may have been stored as JSON."""
        self._words: Mapping[str, Sequence[str]] = data["words"]
        self._phrases: Mapping[str, Any] = data["phrases"]
        self._rows: Sequence[tuple[str, str, int, int]] = data["patterns"]
        self._anchors: Mapping[str, Sequence[int]] = data["anchors"]
        self._chosen: dict[frozenset[str], _Anchors] = {}
        self._ready: set[str] = set()

    def words_in(self, key: str) -> frozenset[str]:
        """The single words of a class."""
        return frozenset(word for word, keys in self._words.items() if key in keys)

    def read(self, tokens: Sequence[Token]) -> Reading:
        """For each token what can be read from there: (word, class or sign, next token)."""
        words, phrases = self._words, self._phrases
        count = len(tokens)
        moves: list[list[tuple[str, int]]] = []
        sentence = -1
        for at, token in enumerate(tokens):
            word = token.lower
            after = at + 1
            keys = words.get(word)
            if keys is None and word.endswith("'s") and token.text[0].isupper():
                keys = words.get(word[:-2])
            found = [(key, after) for key in keys] if keys else []
            first = token.text[0]
            if first.isdigit():
                found.append((NUMBER, after))
                if _THOUSANDS.fullmatch(word) and not _YEAR.fullmatch(word):
                    found.append((BIG, after))
            elif first.isupper() and sentence == token.sentence and word not in _NO_NAMES:
                found.append((CAPITAL, after))
            elif first == "@" and len(word) > 1:
                found.append((HANDLE, after))
            if token.text[1:] != word[1:] and is_brand(token.text, word):
                found.append((BRAND, after))
            node = phrases.get(word)
            if node is not None:
                place = after
                while True:
                    ended = node.get("")
                    if ended:
                        found.extend((key, place) for key in ended)
                    if place >= count or tokens[place].sentence != token.sentence:
                        break
                    node = node.get(tokens[place].lower)
                    if node is None:
                        break
                    place += 1
            moves.append(found)
            if first.isalnum():
                sentence = token.sentence
        return Reading(tokens, moves)

    def _for(self, rules: frozenset[str]) -> _Anchors:
        """The patterns of some rules by what they are tried at; made once, then the same."""
        anchors = self._chosen.get(rules)
        if anchors is None:
            patterns = {
                number: Pattern(*row) for number, row in enumerate(self._rows) if row[0] in rules
            }
            anchors = {}
            for key, numbers in self._anchors.items():
                wanted = tuple(patterns[number] for number in numbers if number in patterns)
                if wanted:
                    anchors[key] = wanted
            for key in self._ready & anchors.keys():
                for pattern in anchors[key]:
                    pattern.read()
            self._chosen[rules] = anchors
        return anchors

    def _make_ready(self, key: str, anchors: _Anchors) -> None:
        """Read the patterns of an anchor when it is first met, in whatever set of rules."""
        for chosen in (anchors, *self._chosen.values()):
            for pattern in chosen.get(key, ()):
                pattern.read()
        self._ready.add(key)

    def find(self, reading: Reading, rules: frozenset[str]) -> dict[str, list[Match]]:
        """Every place where a pattern of ``rules`` holds, the longest for each start."""
        found: dict[str, dict[int, Match]] = {}
        anchors = self._for(rules)
        tokens, said = reading.tokens, reading.keys
        for at, moves in enumerate(reading.moves):
            tried: set[Pattern] = set()
            for key, _ in moves:
                patterns = anchors.get(key)
                if patterns is None:
                    continue
                if key not in self._ready:
                    self._make_ready(key, anchors)
                keys = said[tokens[at].sentence]
                for pattern in patterns:
                    needs = pattern.needs
                    if (needs and needs.isdisjoint(keys)) or pattern in tried:
                        continue
                    tried.add(pattern)
                    match = hold(pattern, at, reading)
                    if match is not None:
                        places = found.setdefault(pattern.rule, {})
                        before = places.get(match.first)
                        if before is None or before.last < match.last:
                            places[match.first] = match
        return {rule: [places[first] for first in sorted(places)] for rule, places in found.items()}


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
    moves, barrier = reading.moves, reading.barrier
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
                    for key, end in moves[place]:
                        if key in keys:
                            after.setdefault(end, caught)
        if not after:
            return after
        places = after
    return places


def _backward(pieces: Sequence[Piece], at: int, low: int, reading: Reading) -> _Places:
    places: _Places = {at: (-1, -1)}
    back, barrier = reading.back, reading.barrier
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
                    for key, start in back[place]:
                        if key in keys and start >= low:
                            after.setdefault(start, caught)
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


def build(classes: WordClasses, patterns: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The tables of a grammar from ``patterns``, pairs of a rule's name and one pattern.

    Raises:
        BadPattern: a pattern that cannot be read.
    """
    words: dict[str, list[str]] = {}
    phrases: dict[str, Any] = {}

    def vocabulary(row: Sequence[str], key: str) -> None:
        if len(row) == 1:
            keys = words.setdefault(row[0], [])
        else:
            node = phrases
            for word in row:
                node = node.setdefault(word, {})
            keys = node.setdefault("", [])
        if key not in keys:
            keys.append(key)

    weights: dict[str, float] = {}
    for name, members in classes.members.items():
        weights["{" + name] = sum(map(weight, sorted(members)))
    rows: list[tuple[str, str, int, int]] = []
    anchors: dict[str, list[int]] = {}
    used: set[str] = set()
    for rule, text in patterns:
        weighed: list[tuple[float, int, frozenset[str]]] = []
        for index, piece_text in enumerate(text.split()):
            piece = read_piece(piece_text)
            for part in alternatives(piece_text.removesuffix("?")) if piece.keys else ():
                if isinstance(part, str):
                    if part.startswith("{") and part[1:] not in classes.members:
                        raise BadPattern(f"unknown word class: {part[1:]}")
                    used.add(part)
                else:
                    key = " ".join(part)
                    vocabulary(part, key)
                    weights.setdefault(key, weight(part))
            if piece.keys and not piece.optional:
                heavy = sum(weights.get(key, weight((key,))) for key in sorted(piece.keys))
                weighed.append((heavy, index, piece.keys))
        if not weighed:
            raise BadPattern(f"a pattern that holds everywhere: {text}")
        weighed.sort(key=lambda one: one[:2])
        for key in sorted(weighed[0][2]):
            anchors.setdefault(key, []).append(len(rows))
        partner = weighed[1][1] if len(weighed) > 1 else -1
        rows.append((rule, text, weighed[0][1], partner))
    for name, members in classes.members.items():
        for row in sorted(members):
            if row:
                vocabulary(row, "{" + name)
    return {"words": words, "phrases": phrases, "patterns": rows, "anchors": anchors}
