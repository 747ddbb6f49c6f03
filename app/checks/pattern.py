"""The small language in which rules describe what a sentence does, and its matcher.

A pattern is a row of pieces, separated by spaces:

``word``          that word, whatever its case; ``game-changer`` is two words
``a|b|side_effect``   one of these; ``_`` joins the words of one alternative
``cure~``         the word in any of its forms
``{disease}``     any member of a word class; ``{drug|device}|pill`` of either, or that word
``piece?``        may be missing
``..3``           up to three words, no sign between; ``...3`` runs over commas and brackets
``#``             a number; ``#k`` one from a thousand on that is no year
``Aa``            a word written with a capital that is not the first of its sentence
``Xx``            a word with a capital inside, as brands are written ("BeatWell")
``@``             a handle
``^`` and ``$``   the beginning and the end of the sentence
``<`` and ``>``   around the words that a finding quotes, if not all of them

A pattern never runs over the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from app.checks.inflect import forms
from app.text.tokens import words_of

_GAP = re.compile(r"(\.{2,3})(\d+)")
_PART = re.compile(r"\{[^{}]*\}|[^|]+")
_MARKS = frozenset("^$<>")
NUMBER = "#"
CAPITAL = "Aa"
BRAND = "Xx"
HANDLE = "@"
BIG = "#k"
_SIGNS = frozenset((NUMBER, BIG, CAPITAL, BRAND, HANDLE))


class BadPattern(ValueError):
    """A pattern that cannot be read; the message says which piece."""


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


def alternatives(piece: str) -> Iterator[tuple[str, ...] | str]:
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
    keys = {
        part if isinstance(part, str) else " ".join(part)
        for part in alternatives(text[:-1] if optional else text)
    }
    # A frozen copy has just the room that it needs; there are thousands.
    return Piece(frozenset(keys), optional, 0, False, "")


class Pattern:
    """One pattern of a rule.

    Attributes:
        needs: the pieces besides the anchor without which it cannot hold, the rarest first.
        left, right: the pieces before the anchor, nearest first, and those from it on.
    """

    __slots__ = ("left", "marked", "needs", "right", "rule")

    def __init__(self, rule: str, row: str, pieces: dict[str, Piece]) -> None:
        """Take a row of the table: the places of the rarest piece and of the next, and the text.

        ``pieces`` keeps what was read, as many patterns share their pieces.
        """
        first, second, text = row.split(" ", 2)
        anchor, partner = int(first), int(second)
        read: list[Piece] = []
        for part in text.split():
            if part not in pieces:
                pieces[part] = read_piece(part)
            read.append(pieces[part])
        self.rule = rule
        self.marked = "<" in text
        self.right = tuple(read[anchor:])
        self.left = tuple(reversed(read[:anchor]))
        others = [place for place in range(len(read)) if place not in (anchor, partner)]
        self.needs = tuple(
            read[place].keys
            for place in (partner, *others)
            if place >= 0 and read[place].keys and not read[place].optional
        )
