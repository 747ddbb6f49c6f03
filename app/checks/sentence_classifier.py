"""Weights learned from labelled examples: what a feature says for or against each label.

A sentence gets a score for every label: the sum of the weights of its features. The weights are
data (``weights.json``, made by ``make weights``); they stay as they were stored, in small piles
by a checksum of the feature, and are taken out when a text first has it.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate
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


class _Table:
    """The piles of a table, one after the other.

    In bytes: one picture among the names would make a text of them four times as large.
    """

    def __init__(self, rows: Sequence[str], first: int) -> None:
        stored = [row.encode() for row in rows]
        self._text = b"".join(stored)
        self._ends = array("L", accumulate(map(len, stored), initial=0))
        self._last = len(rows) - 1
        self._lanes = {ord(_LABELS[number]): LANE * number for number in range(first)}

    def code(self, name: str) -> bytes:
        """What ``encode`` made of the weights of a feature; nothing when it has none."""
        at = self._place(name)
        return self._text[at : self._text.index(b"\n", at)] if at else b""

    def row(self, name: str) -> int:
        """See ``Classifier.row``."""
        at = self._place(name)
        if not at:
            return 0
        text, lanes = self._text, self._lanes
        total = 0
        # A line feed has no lane, and nor have the kinds of claims, which come last.
        while (lane := lanes.get(text[at])) is not None:
            total += _WEIGHT[text[at + 1]] << lane
            at += 2
        return total

    def _place(self, name: str) -> int:
        key = name.encode("utf-8", "surrogatepass")
        pile = crc32(key) & self._last
        at = self._text.find(b"\n" + key + b"\t", self._ends[pile], self._ends[pile + 1])
        return at + len(key) + 2 if at >= 0 else 0


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
        self.examples = str(content["examples"])
        self._step = float(content["largest"]) / _STEPS**2
        self._tables = {name: _Table(rows, self.first) for name, rows in content["tables"].items()}

    def scores(self, features: Mapping[str, Sequence[str]]) -> list[float]:
        """The score of every label for a sentence with these features, by table."""
        sums = [0] * len(self.labels)
        for table, names in features.items():
            if table not in self._tables:
                continue
            for code in map(self._tables[table].code, names):
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
        return self._tables[table].row(name) if table in self._tables else 0


@cache
def load_classifier() -> Classifier:
    """The weights that come with the program; read once, when they are first needed."""
    from importlib.resources import files

    return Classifier((files("resources") / "rules" / WEIGHTS).read_text(encoding="utf-8"))
