"""Weights learned from labelled examples: what a feature says for or against each label.

A sentence gets a score for every label: the sum of the weights of its features. The weights are
data (``weights.json``, made by ``make weights``); they stay as they were stored, in small piles
by a checksum of the feature, and are taken out when a text first has it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple
from zlib import crc32

from app.checks.sentence_features import strength_of_one

FORMAT = 2
WEIGHTS = "weights.json"
KINDS_OF_CLAIMS = "claim."
"""Labels that only name what was heard; they come after all others."""
_LABELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_PLACE = {ord(sign): at for at, sign in enumerate(_LABELS)}
_ZERO, _STEPS = 80, 44  # signs from "$" to "|" stand for weights, "P" for none
LANE = 32
"""Bits for the sum of one label, see ``Classifier.row``."""
_WEIGHT = [step * abs(step) for step in range(-_ZERO, _STEPS + 1)]  # by the sign of a step
_PILE = 16  # features


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


def piles(codes: Mapping[str, str]) -> list[str]:
    """The features of a table with their weights as ``Classifier`` looks for them."""
    count = 1 << (len(codes) // _PILE).bit_length()
    rows: list[list[str]] = [["\n"] for _ in range(count)]
    for name, code in sorted(codes.items()):
        if "\t" in name or "\n" in name:
            raise ValueError(f"no feature has a tab or a line feed: {name!r}")
        rows[crc32(name.encode()) & (count - 1)].append(f"{name}\t{code}\n")
    return ["".join(row) for row in rows]


class Classifier:
    """The learned weights.

    Attributes:
        labels: all of them, the kinds of claims last.
        numbers: the place of each label by its name.
        first: how many labels come before the kinds of claims.
        examples: from which examples the weights were learned.
    """

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
        self.first = sum(not label.name.startswith(KINDS_OF_CLAIMS) for label in self.labels)
        self._lanes = {ord(_LABELS[number]): LANE * number for number in range(self.first)}
        self.examples = str(content["examples"])
        self._step = float(content["largest"]) / _STEPS**2
        # Bytes: one picture among the names would make a whole pile of text four times as large.
        self._tables: Mapping[str, Sequence[bytes]] = {
            name: [pile.encode() for pile in rows] for name, rows in content["tables"].items()
        }

    def scores(self, features: Mapping[str, Sequence[str]]) -> list[float]:
        """The score of every label for a sentence with these features, by table."""
        sums = [0] * len(self.labels)
        for table, names in features.items():
            for name in names:
                code = self._code(table, name)
                for label, sign in zip(code[::2], code[1::2], strict=True):
                    sums[_PLACE[label]] += _WEIGHT[sign]
        return self.weighed(sums, sum(map(len, features.values())))

    def weighed(self, sums: Iterable[int], count: int) -> list[float]:
        """The scores of labels from the sums of their weights over ``count`` features."""
        one = strength_of_one(count) * self._step
        return [label.bias + one * total for label, total in zip(self.labels, sums, strict=False)]

    def row(self, table: str, name: str) -> int:
        """The weights of a feature for the ``first`` labels, side by side in one number.

        Such numbers can be added up as long as every sum stays within 31 bits; all weights of
        the file together do. ``unpacked`` is the way back.
        """
        code = self._code(table, name)
        total = 0
        for label, sign in zip(code[::2], code[1::2], strict=True):
            lane = self._lanes.get(label)
            if lane is None:
                break
            total += _WEIGHT[sign] << lane
        return total

    def _code(self, table: str, name: str) -> bytes:
        """What ``encode`` made of the weights of a feature."""
        rows = self._tables.get(table)
        if rows is None:
            return b""
        key = name.encode(errors="surrogatepass")
        pile = rows[crc32(key) & (len(rows) - 1)]
        at = pile.find(b"\n%b\t" % key)
        if at < 0:
            return b""
        at += len(key) + 2
        return pile[at : pile.index(b"\n", at)]


@cache
def load_classifier() -> Classifier:
    """The weights that come with the program; read once, when they are first needed."""
    from importlib.resources import files

    return Classifier((files("resources") / "rules" / WEIGHTS).read_text(encoding="utf-8"))
