"""What whole sentences are like, by weights learned from labelled examples.

A sentence gets a score for every label: the sum of the weights of its features. The weights are
data (``weights.json``, made by ``make weights``); this module only reads and adds them up.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.sentence_features import named, strength_of_one
from app.model.post import PostKind
from app.text.document import Document

FORMAT = 1
WEIGHTS = "weights.json"
_LABELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_ZERO, _STEPS = 80, 44  # signs from "$" to "|" stand for weights, "P" for none
_VALUES = {
    chr(_ZERO + step): (step / _STEPS) ** 2 * (1 if step > 0 else -1)
    for step in range(-_STEPS, _STEPS + 1)
}
_Row = tuple[tuple[int, float], ...]


class Label(NamedTuple):
    """A label and from which scores it is spoken of; None is never.

    Attributes:
        name: as in the examples.
        bias: its score before any feature.
        speaks: from here on it is more likely true than not, as the weights' maker measured.
    """

    name: str
    bias: float
    speaks: float | None


def encode(weights: Iterable[tuple[int, float]]) -> str:
    """Weights from -1 to 1 by the number of their label, two signs each; fine near nothing."""
    code = []
    for label, weight in weights:
        step = round(abs(weight) ** 0.5 * _STEPS)
        if step:
            code.append(_LABELS[label] + chr(_ZERO + (step if weight > 0 else -step)))
    return "".join(code)


class Classifier:
    """The learned weights; those of a feature are read when a text first has it."""

    def __init__(self, text: str) -> None:
        """Take the text of ``weights.json``.

        Raises:
            ValueError: it is not JSON, or was made for another version of the program.
        """
        content = json.loads(text)
        if not isinstance(content, dict) or content.get("format") != FORMAT:
            raise ValueError("the weights were made for another version of the program")
        self.labels = tuple(
            Label(row["name"], row["bias"], row["speaks"]) for row in content["labels"]
        )
        self.numbers: Mapping[str, int] = {
            label.name: number for number, label in enumerate(self.labels)
        }
        self.examples = str(content["examples"])
        self._largest = float(content["largest"])
        self._tables: Mapping[str, Mapping[str, str]] = content["tables"]
        self._met: dict[str, dict[str, _Row]] = {name: {} for name in self._tables}
        self._place = {sign: at for at, sign in enumerate(_LABELS)}

    def scores(self, features: Mapping[str, Sequence[str]]) -> list[float]:
        """The score of every label for a sentence with these features, by table."""
        sums = [0.0] * len(self.labels)
        for table, names in features.items():
            for row in self._rows(table, names):
                for label, weight in row:
                    sums[label] += weight
        one = strength_of_one(sum(map(len, features.values())))
        return [label.bias + one * total for label, total in zip(self.labels, sums, strict=True)]

    def _rows(self, table: str, names: Iterable[str]) -> Iterator[_Row]:
        codes = self._tables.get(table)
        if codes is None:
            return
        met = self._met[table]
        for name in names:
            row = met.get(name)
            if row is None:
                code = codes.get(name)
                if code is None:
                    continue
                row = met[name] = self._decoded(code)
            yield row

    def _decoded(self, code: str) -> _Row:
        return tuple(
            (self._place[code[at]], _VALUES[code[at + 1]] * self._largest)
            for at in range(0, len(code), 2)
        )


@cache
def load_classifier() -> Classifier:
    """The weights that come with the program; read once, when they are first needed."""
    from importlib.resources import files

    return Classifier((files("resources") / "rules" / WEIGHTS).read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """The scores of every sentence of a text, by the number of the label."""

    classifier: Classifier
    sentences: Sequence[Sequence[float]]

    def of(self, sentence: int, label: str) -> float:
        """The score of a label in a sentence; far below any other when it was not learned."""
        number = self.classifier.numbers.get(label)
        return float("-inf") if number is None else self.sentences[sentence][number]

    def like(self, sentence: int, label: str) -> bool:
        """Whether a sentence is like the examples of a label."""
        number = self.classifier.numbers.get(label)
        if number is None:
            return False
        speaks = self.classifier.labels[number].speaks
        return speaks is not None and self.sentences[sentence][number] >= speaks


@lru_cache(maxsize=16)
def read_scores(document: Document, pack: Pack, kind: PostKind) -> Scored:
    """What every sentence of a text is like."""
    classifier = load_classifier()
    reading = read_text(document, pack, kind).reading
    return Scored(
        classifier, [classifier.scores(found) for found in named(document, reading, kind)]
    )
