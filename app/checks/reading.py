"""What can be read at each token of a text: words, word classes, signs and phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.checks.brands import is_brand
from app.checks.pattern import BIG, BRAND, CAPITAL, HANDLE, NUMBER
from app.text.spans import Token

Keys = tuple[str, ...]

_SOFT = frozenset(",()/:;–—")
_INSIDE = frozenset("%£$€&#@'’=+")
_THOUSANDS = re.compile(r"\d{4,}|\d{1,3}(?:[.,]\d{3})+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_NAMES = frozenset(("i", "i'm", "i've", "i'd", "i'll"))
ITSELF = "="


class Reading:
    """What can be read at each token of a text.

    Attributes:
        words: for each token what it alone can be read as.
        numbers: for each token a number that stands for what it alone can be read as.
        longer: where phrases of several words begin: each with the token after it.
        bounds: for each token the tokens of its sentence.
        keys: for each sentence all that can be read in it.
    """

    __slots__ = (
        "_barrier", "_ended", "bounds", "keys", "longer", "numbers", "sentences", "tokens", "words",
    )  # fmt: skip

    def __init__(
        self,
        tokens: Sequence[Token],
        words: Sequence[Keys],
        numbers: Sequence[int],
        longer: Mapping[int, Sequence[tuple[str, int]]],
        sentences: Sequence[int],
        known: dict[int, set[str]] | None = None,
    ) -> None:
        """Take what was read; ``sentences`` has the sentence of each token, ``known`` its keys."""
        self.tokens = tokens
        self.words = words
        self.numbers = numbers
        self.longer = longer
        self.sentences = sentences
        self._ended: dict[int, list[tuple[str, int]]] | None = None
        self._barrier: list[int] | None = None
        self.bounds: list[tuple[int, int]] = []
        self.keys: dict[int, set[str]] = {}
        low, count = 0, len(tokens)
        while low < count:
            sentence = sentences[low]
            high = low + 1
            while high < count and sentences[high] == sentence:
                high += 1
            self.bounds += [(low, high)] * (high - low)
            if known is None:
                self.keys[sentence] = set().union(*words[low:high])
            low = high
        if known is not None:
            self.keys = known
            return
        for at, phrases in longer.items():
            self.keys[sentences[at]].update([key for key, _ in phrases])

    def joined(self, sentences: Sequence[int]) -> Reading:
        """The same words in other sentences: ``sentences`` has that of each token."""
        keys: dict[int, set[str]] = {}
        at = 0
        while at < len(sentences):
            group, own = sentences[at], self.keys[self.sentences[at]]
            keys[group] = keys[group] | own if group in keys else own
            at = self.bounds[at][1]
        other = Reading(self.tokens, self.words, self.numbers, self.longer, sentences, keys)
        other._ended, other._barrier = self._ended, self._barrier
        return other

    def keys_at(self, at: int) -> Iterator[str]:
        """All that can be read from a token on."""
        yield from self.words[at]
        for key, _ in self.longer.get(at, ()):
            yield key

    def moves(self, at: int) -> Iterator[tuple[str, int]]:
        """All that can be read from a token on, and the token after it."""
        for key in self.words[at]:
            yield key, at + 1
        yield from self.longer.get(at, ())

    @property
    def ended(self) -> Mapping[int, Sequence[tuple[str, int]]]:
        """For the token after each phrase of several words the phrase and where it began."""
        if self._ended is None:
            self._ended = {}
            for at, phrases in self.longer.items():
                for key, after in phrases:
                    self._ended.setdefault(after, []).append((key, at))
        return self._ended

    @property
    def barrier(self) -> list[int]:
        """For each token 0 for a word, 1 for a sign that long gaps cross, 2 for any other."""
        if self._barrier is None:
            self._barrier = [
                0 if (sign := token.text[0]).isalnum() or sign in _INSIDE else 2 - (sign in _SOFT)
                for token in self.tokens
            ]
        return self._barrier


class Words:
    """The words and phrases of a grammar with what they can be read as.

    The tables stay as they were stored; a word is taken out of them when a text first has it.
    Words of the same classes share what they can be read as, and the number that stands for it.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._classes: Sequence[str] = ["{" + name for name in data["classes"]]
        self._words: Mapping[str, str] = data["words"]
        self._phrases: Mapping[str, str] = data["phrases"]
        self._numbers: dict[Keys, int] = {}
        self._numbered: list[Keys] = []
        # By the word as it is written, at the beginning of a sentence and inside; only words of
        # the tables are kept, so no text can make these grow without end.
        self._met: tuple[dict[str, int], dict[str, int]] = ({}, {})
        self._begun: dict[str, dict[str, Keys]] = {}
        self._shared: dict[str, Keys] = {}

    def of_class(self, key: str) -> frozenset[str]:
        """The single words of a class."""
        number = str(self._classes.index(key)) if key in self._classes else ""
        return frozenset(word for word, code in self._words.items() if number in code.split())

    def read(self, tokens: Sequence[Token]) -> Reading:
        """What can be read at each token."""
        opening, inside = self._met
        phrases, numbered = self._phrases, self._numbered
        count = len(tokens)
        numbers: list[int] = []
        longer: dict[int, list[tuple[str, int]]] = {}
        sentence = -1
        for at, (text, word, _, _, here) in enumerate(tokens):
            if sentence == here:
                number = inside.get(text)
                numbers.append(self._read(text, word, opens=False) if number is None else number)
            else:
                number = opening.get(text)
                numbers.append(self._read(text, word, opens=True) if number is None else number)
                if text[0].isalnum():
                    sentence = here
            if word in phrases and at + 1 < count:
                begun = self._begun.get(word) or self._phrases_from(word)
                if tokens[at + 1].lower in begun:
                    found = _ended(begun, tokens, at)
                    if found:
                        longer[at] = found
        words = [numbered[number] for number in numbers]
        return Reading(tokens, words, numbers, longer, [token.sentence for token in tokens])

    def number_of(self, keys: Keys) -> int:
        """The number that stands for ``keys``."""
        number = self._numbers.get(keys)
        if number is None:
            number = self._numbers[keys] = len(self._numbered)
            self._numbered.append(keys)
        return number

    def keys_of(self, number: int) -> Keys:
        """What a number stands for."""
        return self._numbered[number]

    def _read(self, text: str, word: str, *, opens: bool) -> int:
        """The number of what a token can be read as."""
        first = text[0]
        known = word in self._words
        if not known and word.endswith("'s") and first.isupper():
            keys = self._keys(word[:-2])
        else:
            keys = self._keys(word)
        if not first.islower():
            keys += _sign(text, word, opens=opens)
        if text != word and text[1:] != word[1:] and is_brand(text, word):
            keys += (BRAND,)
        number = self.number_of(keys)
        if known:
            self._met[not opens][text] = number
        return number

    def _keys(self, word: str) -> Keys:
        """What a word can be read as; nothing when the grammar does not have it."""
        code = self._words.get(word)
        return () if code is None else self._decoded(code, word)

    def _phrases_from(self, word: str) -> Mapping[str, Keys]:
        """What follows a first word, and for the beginnings of that nothing."""
        begun = self._begun[word] = {}
        for line in self._phrases[word].split("\n"):
            rest, _, code = line.partition("\t")
            rest = rest[1:]
            begun[rest] = self._decoded(code, f"{word} {rest}")
            while " " in rest:
                rest = rest[: rest.rindex(" ")]
                if rest in begun:
                    break
                begun[rest] = ()
        return begun

    def _decoded(self, code: str, itself: str) -> Keys:
        """What a code stands for; words that are only members of classes share it."""
        keys = self._shared.get(code)
        if keys is None:
            classes, numbers = self._classes, code.split()
            keys = tuple([itself if each == ITSELF else classes[int(each)] for each in numbers])
            if ITSELF not in numbers:
                self._shared[code] = keys
        return keys


def _ended(begun: Mapping[str, Keys], tokens: Sequence[Token], at: int) -> list[tuple[str, int]]:
    """The phrases that follow the word at ``at``, shorter ones first, each with its end."""
    sentence, count = tokens[at].sentence, len(tokens)
    found: list[tuple[str, int]] = []
    rest = ""
    at += 1
    while at < count and tokens[at].sentence == sentence:
        rest = f"{rest} {tokens[at].lower}" if rest else tokens[at].lower
        keys = begun.get(rest)
        if keys is None:
            break
        at += 1
        if keys:  # most beginnings of phrases are none themselves
            found += [(key, at) for key in keys]
    return found


def _sign(text: str, word: str, *, opens: bool) -> Keys:
    """What kind of sign a token is that begins with no small letter."""
    first = text[0]
    if first.isdigit():
        big = _THOUSANDS.fullmatch(word) and not _YEAR.fullmatch(word)
        return (NUMBER, BIG) if big else (NUMBER,)
    if first.isupper() and not opens and word not in _NO_NAMES:
        return (CAPITAL,)
    return (HANDLE,) if first == "@" and len(word) > 1 else ()
