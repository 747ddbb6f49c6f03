"""What every sentence of a text is like: its scores, added up fast and remembered.

The same sums as ``Classifier.scores`` over ``sentence_features.named``, which defines them. All
labels are added at once: the weights of a feature stand side by side in one large number.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from struct import Struct
from typing import TypeVar

from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.reading import Reading
from app.checks.sentence_classifier import LANE, Classifier, load_classifier
from app.checks.sentence_features import (
    FIRST_OF_ALL,
    LAST_OF_ALL,
    manner_features,
    manner_of,
    named_in,
    pairs,
    read_word,
    sentence_bounds,
)
from app.model.post import PostKind
from app.text.document import Document

_ROWS, _MANNERS = 1024, 256  # kept at most, twice
_ROOM = 1 << (LANE - 4)  # more than the classes of a sentence can take away from a sum
_Key = TypeVar("_Key", bound=Hashable)


class _Kept(dict[_Key, int]):
    """Rows of weights by feature, looked up when first met.

    Too many, and those are forgotten that were not asked for since there were last too many.
    """

    def __init__(self, look_up: Callable[[_Key], int], most: int) -> None:
        super().__init__()
        self._look_up = look_up
        self._most = most
        self._older: dict[_Key, int] = {}

    def __missing__(self, key: _Key) -> int:
        if len(self) >= self._most:
            self._older = dict(self)
            self.clear()
        row = self._older.get(key)
        self[key] = row = self._look_up(key) if row is None else row
        return row


class Scorer:
    """Adds up the weights of sentences."""

    def __init__(self, classifier: Classifier) -> None:
        """Take the weights."""
        self.classifier = classifier
        row, count = classifier.row, classifier.first
        self._words = _Kept[str](lambda name: row("word", name), _ROWS)
        self._pairs = _Kept[tuple[str, str]](lambda pair: row("pair", " ".join(pair)), _ROWS)
        self._classes = _Kept[str](self._three, _ROWS)
        self._ways = _Kept[tuple[str, str]](lambda way: row(*way), _ROWS)
        self._manners = _Kept[tuple[int, PostKind]](self._manner, _MANNERS)
        self._width = LANE * count
        ones = sum(1 << LANE * lane for lane in range(count))
        self._mask = (1 << self._width) - 1
        self._room = ones * _ROOM
        self._rooms = sum(self._room << self._width * place for place in range(3))
        self._half = ones << (LANE - 1)
        self._left = self._half - 3 * self._room
        self._lanes = Struct(f"<{count}i")

    def scores(self, document: Document, reading: Reading, kind: PostKind) -> Iterator[list[float]]:
        """The scores of each sentence, those of the kinds of claims left out."""
        tokens = document.tokens
        bounds = sentence_bounds(document)
        held = [
            [key for key in reading.keys.get(index, ()) if key[0] == "{"]
            for index in range(len(bounds))
        ]
        sizes = [1, *map(len, held), 1]
        classes = self._classes
        said = [sum([classes[key] for key in keys]) + self._rooms for keys in held]
        before = [
            self.classifier.row("before", FIRST_OF_ALL) + self._room,
            *[total >> self._width & self._mask for total in said],
        ]
        after = [
            *[total >> 2 * self._width for total in said],
            self.classifier.row("after", LAST_OF_ALL) + self._room,
        ]
        for index, (low, high) in enumerate(bounds):
            words = [read_word(token[0]) for token in tokens[low:high]]
            names = [word.name for word in words]
            known, next_to = set(names), pairs(names)
            manner = manner_of(document, words, index)
            total = (
                sum(map(self._words.__getitem__, known))
                + sum(map(self._pairs.__getitem__, next_to))
                + self._manners[manner, kind]
                + (said[index] & self._mask)
                + before[index]
                + after[index + 1]
                + self._left
            )
            # Every lane now holds its sum and half of what it can hold: that is two's complement
            # but for the first bit.
            lanes = (total ^ self._half).to_bytes(self._lanes.size, "little")
            around = sizes[index] + sizes[index + 1] + sizes[index + 2]
            count = len(known) + len(next_to) + around + _size(manner)
            yield self.classifier.weighed(self._lanes.unpack(lanes), count)

    def _three(self, key: str) -> int:
        """The weights of a class in the sentence itself, before it and after it."""
        row, name, width = self.classifier.row, key[1:], self._width
        return (
            row("class", name) + (row("before", name) << width) + (row("after", name) << 2 * width)
        )

    def _manner(self, key: tuple[int, PostKind]) -> int:
        return sum(
            self._ways[table, name]
            for table, names in manner_features(*key).items()
            for name in names
        )


@lru_cache(maxsize=_MANNERS)
def _size(manner: int) -> int:
    """How many features follow from a manner, whatever the kind of text."""
    return sum(map(len, manner_features(manner, PostKind.POST).values()))


@cache
def _scorer() -> Scorer:
    return Scorer(load_classifier())


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """The scores of every sentence of a text, by the number of the label."""

    classifier: Classifier
    sentences: Sequence[Sequence[float]]
    _text: tuple[Document, Reading, PostKind]

    def of(self, sentence: int, label: str) -> float:
        """The score of a label in a sentence; far below any other when it was not learned."""
        number = self._number(label)
        return float("-inf") if number is None else self.sentences[sentence][number]

    def like(self, label: str) -> list[int]:
        """The sentences that are like the examples of a label."""
        number = self._number(label)
        speaks = None if number is None else self.classifier.labels[number].speaks
        if number is None or speaks is None:
            return []
        return [at for at, scores in enumerate(self.sentences) if scores[number] >= speaks]

    def every(self, sentence: int) -> dict[str, float]:
        """The scores of all labels in a sentence, those of the kinds of claims among them."""
        scores = self.classifier.scores(named_in(*self._text, sentence))
        return dict(zip(self.classifier.numbers, scores, strict=True))

    def _number(self, label: str) -> int | None:
        number = self.classifier.numbers.get(label)
        return None if number is None or number >= self.classifier.first else number


@lru_cache(maxsize=16)
def read_scores(document: Document, pack: Pack, kind: PostKind) -> Scored:
    """What every sentence of a text is like."""
    scorer = _scorer()
    reading = read_text(document, pack, kind).reading
    sentences = tuple(scorer.scores(document, reading, kind))
    return Scored(scorer.classifier, sentences, (document, reading, kind))
