"""The small language in which rules describe what a sentence does, and its matcher.

A pattern is a row of pieces, separated by spaces:

``word``          that word, whatever its case; ``game-changer`` is two words
``a|b|side_effect``   one of these; ``_`` joins the words of one alternative
``cure~``         the word in any of its forms
``{disease}``     any member of a word class; ``{drug|device}|pill`` of either, or that word
``piece?``        may be missing
``..3``           up to three words, no sign between; ``...3`` may run over commas, dashes and brackets
``#``             a number; ``#k`` one from a thousand on that is no year
``Aa``            a word written with a capital that is not the first of its sentence
``Xx``            a word with a capital inside, as brands are written ("BeatWell")
``@``             a handle
``^`` and ``$``   the beginning and the end of the sentence
``<`` and ``>``   around the words that a finding quotes, if not all of them

A pattern never runs over the end of a sentence. Each pattern is tried only where the
rarest of its pieces occurs, and from there to both sides with sets of places, so the
time grows with the text alone, however many rules there are and whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from app.checks.brands import is_brand
from app.checks.inflect import forms
from app.checks.weights import weight
from app.text.spans import Token
from app.text.tokens import words_of

_GAP = re.compile(r"(\.{2,3})(\d+)")
_PART = re.compile(r"\{[^{}]*\}|[^|]+")
_MARKS = frozenset("^$<>")
_SOFT = frozenset(",()/:;–—")
_INSIDE = frozenset("%£$€&#@'’=+")
_ENDS = frozenset(".!?…")
NUMBER = "#"
CAPITAL = "Aa"
BRAND = "Xx"
HANDLE = "@"
BIG = "#k"
_THOUSANDS = re.compile(r"\d{4,}|\d{1,3}(?:[.,]\d{3})+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_NAMES = frozenset(("i", "i'm", "i've", "i'd", "i'll"))
_SIGNS = frozenset((NUMBER, BIG, CAPITAL, BRAND, HANDLE))


class BadPattern(ValueError):
    """A pattern that cannot be read; the message says which piece."""


class Match(NamedTuple):
    """Where a pattern holds: tokens ``first`` to before ``last``; quoted ``low`` to ``high``."""

    first: int
    last: int
    low: int
    high: int


class Piece(NamedTuple):
    """One piece of a pattern: ``keys`` to read, or a gap of ``gap`` words, or a mark."""

    keys: frozenset[str]
    optional: bool
    gap: int
    crosses: bool
    mark: str


class WordClasses:
    """Named sets of words and phrases; a member ``{other}`` takes in another class."""

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        self._raw = {name: tuple(members) for name, members in classes.items()}
        self.members: dict[str, frozenset[tuple[str, ...]]] = {}
        for name in self._raw:
            self._resolve(name, ())

    def _resolve(self, name: str, above: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
        if name in self.members:
            return self.members[name]
        if name in above or name not in self._raw:
            raise BadPattern(f"unknown or circular word class: {name}")
        found: set[tuple[str, ...]] = set()
        for member in self._raw[name]:
            if member.startswith("{"):
                found |= self._resolve(member.strip("{}"), (*above, name))
            else:
                found.update(_said(member))
        self.members[name] = frozenset(found)
        return self.members[name]


def _said(words: str) -> Iterator[tuple[str, ...]]:
    """The rows of words that an alternative stands for: each form of its ``word~``."""
    before, tilde, after = words.partition("~")
    if not tilde:
        yield words_of(words)
        return
    *head, last = words_of(before)
    tail = words_of(after)
    for form in forms(last):
        yield (*head, form, *tail)


def _alternatives(piece: str) -> Iterator[tuple[str, ...] | str]:
    """What a piece can be read as: the key of a class or sign, or a row of words."""
    for part in _PART.findall(piece):
        if part.startswith("{"):
            yield from ("{" + name for name in part[1:-1].split("|"))
        elif part in _SIGNS:
            yield part
        else:
            rows = list(_said(part.replace("_", " ")))
            if not all(rows):
                raise BadPattern(f"nothing to match in: {piece}")
            yield from rows


def read_piece(text: str) -> Piece:
    """One piece of a pattern."""
    if text in _MARKS:
        return Piece(frozenset(), False, 0, False, text)
    gap = _GAP.fullmatch(text)
    if gap:
        return Piece(frozenset(), False, int(gap[2]), gap[1] == "...", "")
    optional = len(text) > 1 and text.endswith("?")
    keys = frozenset(
        part if isinstance(part, str) else " ".join(part)
        for part in _alternatives(text[:-1] if optional else text)
    )
    return Piece(keys, optional, 0, False, "")


class Pattern:
    """One pattern of a rule, read when it is first tried."""

    __slots__ = ("_left", "_right", "anchor", "marked", "rule", "text")

    def __init__(self, rule: str, text: str, anchor: int) -> None:
        self.rule = rule
        self.text = text
        self.anchor = anchor
        self.marked = "<" in text
        self._left: tuple[Piece, ...] | None = None
        self._right: tuple[Piece, ...] = ()

    def sides(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """The pieces before the anchor, nearest first, and those from it on."""
        if self._left is None:
            pieces = [read_piece(text) for text in self.text.split()]
            self._right = tuple(pieces[self.anchor :])
            self._left = tuple(reversed(pieces[: self.anchor]))
        return self._left, self._right


_Anchors = dict[str, tuple[Pattern, ...]]


class Reading:
    """What can be read at each token of a text, forwards and backwards."""

    __slots__ = ("back", "barrier", "bounds", "moves", "tokens")

    def __init__(self, tokens: Sequence[Token], moves: list[list[tuple[str, int]]]) -> None:
        self.tokens = tokens
        self.moves = moves
        self.back: list[list[tuple[str, int]]] = [[] for _ in range(len(tokens) + 1)]
        for at, found in enumerate(moves):
            for key, after in found:
                self.back[after].append((key, at))
        # 0 a word, 1 a sign that long gaps cross, 2 a sign that ends every gap
        self.barrier = [
            0 if (sign := token.text[0]).isalnum() or sign in _INSIDE else 1 if sign in _SOFT else 2
            for token in tokens
        ]
        self.bounds: list[tuple[int, int]] = []
        low = 0
        for at, token in enumerate(tokens):
            if token.sentence != tokens[low].sentence:
                self.bounds.extend([(low, at)] * (at - low))
                low = at
        self.bounds.extend([(low, len(tokens))] * (len(tokens) - low))


class Grammar:
    """Every pattern of every rule, ready to be held against texts.

    What it finds never changes; it only keeps what it made of its tables.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take the tables that ``build`` made, which may have been stored as JSON."""
        self._words: Mapping[str, Sequence[str]] = data["words"]
        self._phrases: Mapping[str, Any] = data["phrases"]
        self._rows: Sequence[tuple[str, str, int]] = data["patterns"]
        self._anchors: Mapping[str, Sequence[int]] = data["anchors"]
        self._chosen: dict[frozenset[str], _Anchors] = {}

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
            self._chosen[rules] = anchors
        return anchors

    def find(self, reading: Reading, rules: frozenset[str]) -> dict[str, list[Match]]:
        """Every place where a pattern of ``rules`` holds, the longest for each start."""
        found: dict[str, dict[int, Match]] = {}
        anchors = self._for(rules)
        for at, moves in enumerate(reading.moves):
            tried: set[Pattern] | None = None
            for key, _ in moves:
                patterns = anchors.get(key)
                if patterns is None:
                    continue
                if tried is None:
                    tried = set()
                for pattern in patterns:
                    if pattern in tried:
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
    left, right = pattern.sides()
    low, high = reading.bounds[at]
    ends = _forward(right, at, high, reading)
    if not ends:
        return None
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
    rows: list[tuple[str, str, int]] = []
    anchors: dict[str, list[int]] = {}
    used: set[str] = set()
    for rule, text in patterns:
        best, lightest, anchor_keys = -1, 0.0, frozenset[str]()
        for index, piece_text in enumerate(text.split()):
            piece = read_piece(piece_text)
            for part in _alternatives(piece_text.removesuffix("?")) if piece.keys else ():
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
                if best < 0 or heavy < lightest:
                    best, lightest, anchor_keys = index, heavy, piece.keys
        if best < 0:
            raise BadPattern(f"a pattern that holds everywhere: {text}")
        for key in sorted(anchor_keys):
            anchors.setdefault(key, []).append(len(rows))
        rows.append((rule, text, best))
    for name, members in classes.members.items():
        for row in sorted(members):
            if row:
                vocabulary(row, "{" + name)
    return {"words": words, "phrases": phrases, "patterns": rows, "anchors": anchors}
