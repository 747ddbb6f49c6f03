"""Names of people and places, read from the lists when the first text needs them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from app.text.sorted_words import SortedWords

_SPECIAL = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "þ": "th", "ð": "d", "ı": "i", "’": "'"}
)


@lru_cache(maxsize=2048)
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

    given: tuple[SortedWords, ...]
    family: tuple[SortedWords, ...]

    def is_given(self, word: str) -> bool:
        """Whether ``word`` or each part of a double name is a known given name."""
        return self._known(word, self.given)

    def is_family(self, word: str) -> bool:
        """Whether ``word`` or one part of a double name is a known family name."""
        return self._known(word, self.family)

    @staticmethod
    @lru_cache(maxsize=2048)
    def _known(word: str, names: tuple[SortedWords, ...]) -> bool:
        plain = plain_letters(word)
        ways = [plain]
        if "'" in plain:
            ways += (plain.replace("'", ""), plain.partition("'")[2])
        elif plain.startswith(("mc", "mac")) and len(plain) > 5:
            ways.append(plain.removeprefix("mac").removeprefix("mc"))
        return any(way in some for way in ways for some in names)


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
    """The names; read at first use. Each line of the file is in order already."""
    given, family, both = map(SortedWords, _lines("names.txt"))
    return Names((given, both), (family, both))


@cache
def places() -> Places:
    """The places; read at first use."""
    regions, towns, doubtful = (frozenset(line.split("|")) for line in _lines("places.txt"))
    return Places(regions, towns, doubtful)
