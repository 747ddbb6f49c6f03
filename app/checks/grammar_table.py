"""The tables of a grammar, small and flat, as the compiled pack holds them.

``words`` and ``phrases`` (by their first word) give the numbers of the classes that a word
belongs to, ``=`` for the word itself; ``patterns`` gives each rule its patterns, each after
the places of its rarest piece and of the next; ``anchors`` gives the numbers of the patterns
that are tried at a word or class.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.checks.pattern import BadPattern, Piece, WordClasses, alternatives, read_piece
from app.checks.reading import ITSELF
from app.checks.weights import weight

_Row = tuple[str, ...]


def build(classes: WordClasses, patterns: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The tables of a grammar from ``patterns``, pairs of a rule's name and one pattern.

    Raises:
        BadPattern: a pattern that cannot be read.
    """
    codes: dict[_Row, dict[str, None]] = {}
    weights: dict[str, float] = {}
    for name, members in classes.members.items():
        weights["{" + name] = sum(map(weight, sorted(members)))
    rows: list[list[str]] = []
    anchors: dict[str, list[str]] = {}
    for count, (rule, text) in enumerate(patterns):
        weighed: list[tuple[float, int, frozenset[str]]] = []
        for index, piece_text in enumerate(text.split()):
            piece = read_piece(piece_text)
            for row in _literals(piece_text, piece, classes):
                codes.setdefault(row, {})[ITSELF] = None
                weights.setdefault(" ".join(row), weight(row))
            if piece.keys and not piece.optional:
                heavy = sum(weights.get(key, weight((key,))) for key in sorted(piece.keys))
                weighed.append((heavy, index, piece.keys))
        if not weighed:
            raise BadPattern(f"a pattern that holds everywhere: {text}")
        weighed.sort(key=lambda one: one[:2])
        for key in sorted(weighed[0][2]):
            anchors.setdefault(key, []).append(str(count))
        if not rows or rows[-1][0] != rule:
            rows.append([rule])
        partner = weighed[1][1] if len(weighed) > 1 else -1
        rows[-1].append(f"{weighed[0][1]} {partner} {text}")
    for number, members in enumerate(classes.members.values()):
        for row in sorted(members):
            if row:
                codes.setdefault(row, {})[str(number)] = None
    return {
        "classes": list(classes.members),
        "words": {row[0]: " ".join(found) for row, found in codes.items() if len(row) == 1},
        "phrases": _phrases(codes),
        "patterns": rows,
        "anchors": {key: " ".join(numbers) for key, numbers in anchors.items()},
    }


def _literals(text: str, piece: Piece, classes: WordClasses) -> Iterable[_Row]:
    """The words that a piece is written with; the classes in it must be known."""
    for part in alternatives(text.removesuffix("?")) if piece.keys else ():
        if not isinstance(part, str):
            yield part
        elif part.startswith("{") and part[1:] not in classes.members:
            raise BadPattern(f"unknown word class: {part[1:]}")


def _phrases(codes: Mapping[_Row, Iterable[str]]) -> dict[str, str]:
    """By first word a line for each phrase: what follows that word, a tab, and the classes."""
    lines: dict[str, list[str]] = {}
    for row, found in codes.items():
        if len(row) > 1:
            rest = "".join(f" {word}" for word in row[1:])
            lines.setdefault(row[0], []).append(f"{rest}\t{' '.join(found)}")
    return {first: "\n".join(rests) for first, rests in lines.items()}
