"""Names of people and places, read from the lists when the first text needs them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from app.text.sorted_words import SortedWords

_SPECIAL = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "þ": "th", "ð": "d", "ı": "i", "’": "'"}
)


@lru_cache(maxsize=4096)
def plain_letters(word: str) -> str:
    """Lower case without accents: the form in which the lists hold their names."""
    lower = word.lower()
    if lower.isascii():
        return lower
    parts = unicodedata.normalize("NFKD", lower.translate(_SPECIAL))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


@dataclass(frozen=True, slots=True)
class Names:
    """Given and family names of many countries."""

    given: SortedWords
    family: SortedWords

    def is_given(self, word: str) -> bool:
        """Whether ``word`` or each part of a double name is a known given name."""
        return self._known(word, self.given)

    def is_family(self, word: str) -> bool:
        """Whether ``word`` or one part of a double name is a known family name."""
        return self._known(word, self.family)

    @staticmethod
    def _known(word: str, names: SortedWords) -> bool:
        plain = plain_letters(word)
        if plain in names:
            return True
        if "'" in plain:
            return plain.replace("'", "") in names or plain.partition("'")[2] in names
        if plain.startswith(("mc", "mac")) and len(plain) > 5:
            return plain.removeprefix("mac").removeprefix("mc") in names
        return False


@dataclass(frozen=True, slots=True)
class Places:
    """Places by size.

    Attributes:
        regions: countries, states, continents: too large to point to one person.
        towns: towns, districts and counties.
        doubtful: towns whose name is a word or a person's name too.
    """

    regions: frozenset[str]
    towns: frozenset[str]
    doubtful: frozenset[str]


def _lines(name: str) -> list[str]:
    from importlib.resources import files

    text = (files("resources") / "names" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@cache
def names() -> Names:
    """The names; read at first use (about 10 ms)."""
    given, family, both = (line.split() for line in _lines("names.txt"))
    return Names(SortedWords(given + both), SortedWords(family + both))


@cache
def places() -> Places:
    """The places; read at first use."""
    regions, towns, doubtful = (frozenset(line.split("|")) for line in _lines("places.txt"))
    return Places(regions, towns, doubtful)
