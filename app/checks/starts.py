"""Where the words of a text begin, by their first letters.

Most patterns over a whole text can hold only where certain words begin. Trying them there, and
nowhere else, finds the same in a fraction of the time that a search of every place takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from app.text.document import Document

DIGIT = "0"
"""Stands for every word that begins with a digit."""
CAPITAL = "A"
"""Stands for every word that begins with a capital."""
APOSTROPHE = "'"
"""Stands for every apostrophe."""
COMMA = ","
"""Stands for every comma before a number."""
_LETTERS = 3
_START = re.compile(r"(\w\w?\w?)\w*")
_SIGNS = ((APOSTROPHE, re.compile("['’]")), (COMMA, re.compile(r",(?=\s\d)")))


def openings(words: str) -> frozenset[str]:
    """The openings of words, for ``Starts``: their first three letters, in lower case."""
    return frozenset(word if word == CAPITAL else word[:_LETTERS].lower() for word in words.split())


class Starts:
    """The places of a text where words begin, by their openings.

    A pattern may be looked for here if it can hold only at the beginning of a word with one of
    the openings given: the first three letters in lower case, or all letters of a shorter word,
    or one of the signs above.
    """

    __slots__ = ("_places", "_plain")

    def __init__(self, document: Document) -> None:
        """Read the words of a text."""
        plain = document.plain
        places: dict[str, list[int]] = {}
        capitals: list[int] = []
        for text, lower, start, end, _ in document.tokens:
            if text.isalpha():
                places.setdefault(lower[:_LETTERS], []).append(start)
                if text[0].isupper():
                    capitals.append(start)
                continue
            for match in _START.finditer(plain, start, end):  # "heart's", "#AHA24", "12th"
                word, at = match[1], match.start()
                if word[0].isdigit():
                    places.setdefault(DIGIT, []).append(at)
                    continue
                places.setdefault(word.lower(), []).append(at)
                if word[0].isupper():
                    capitals.append(at)
        for sign, pattern in _SIGNS:
            if found := [match.start() for match in pattern.finditer(plain)]:
                places[sign] = found
        if capitals:
            places[CAPITAL] = capitals
        self._plain = plain
        self._places = places

    def has(self, wanted: frozenset[str]) -> bool:
        """Whether any word has one of these openings."""
        return not wanted.isdisjoint(self._places)

    def places(self, wanted: Iterable[str]) -> list[int]:
        """Where words with these openings begin, in text order."""
        known = self._places
        return sorted([place for each in wanted if each in known for place in known[each]])

    def find(self, pattern: re.Pattern[str], wanted: Iterable[str]) -> Iterator[re.Match[str]]:
        """What ``pattern.finditer`` finds in the text."""
        plain, end = self._plain, 0
        for place in self.places(wanted):
            if place >= end and (match := pattern.match(plain, place)):
                end = match.end()
                yield match

    def first(self, pattern: re.Pattern[str], wanted: Iterable[str]) -> re.Match[str] | None:
        """What ``pattern.search`` finds in the text."""
        return next(self.find(pattern, wanted), None)


@lru_cache(maxsize=16)
def starts(document: Document) -> Starts:
    """Where the words of a document begin; the last few are remembered."""
    return Starts(document)
