"""The labelled examples from which the weights of the sentence classifier are learned.

A file of ``resources/examples`` holds texts, one sentence a line, apart by empty lines::

    == post IE
    Two weeks of it and you can bin the pills. | claim.anti_treatment
    It may lower blood pressure a little in some people.

The first line names the kind of text and the country; after a bar stand the labels.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.model.post import PostKind

EXAMPLES = Path(__file__).parents[2] / "resources" / "examples"
_HEAD = "== "
_BAR = " | "
_HALF = 0.5
# Labels of the corpus whose name here says what a sentence does, not what the text lacks.
_RENAMED = {
    "disclosure_missing": "tie",
    "number_without_source": "number",
    "identifier.occupation": "indirect.occupation",
    "identifier.place": "indirect.place",
    "identifier.relative": "indirect.relative",
    "identifier.rare_event": "indirect.rare",
    "identifier.combination": "indirect.combination",
}
CLAIM = "claim"


class ExampleError(ValueError):
    """A line of an example file that cannot be read; the text names file and line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled stretch of a text; ``free`` when it counts neither way."""

    label: str
    start: int
    end: int
    free: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its labels."""

    id: str
    kind: PostKind
    text: str
    marks: tuple[Mark, ...]

    def of(self, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
        """The labels of the sentence at a stretch, and those that count neither way in it."""
        found: tuple[set[str], set[str]] = (set(), set())
        for mark in self.marks:
            common = min(end, mark.end) - max(start, mark.start)
            if common > 0 and common >= _HALF * min(end - start, mark.end - mark.start):
                found[mark.free].add(mark.label)
                if mark.label.startswith(f"{CLAIM}."):
                    found[mark.free].add(CLAIM)
        return frozenset(found[False]), frozenset(found[True])


def read_examples(folder: Path) -> Iterator[Example]:
    """Every example of a folder, in the order of its files.

    Raises:
        ExampleError: a line stands outside a text, or a text begins wrongly.
    """
    for path in sorted(folder.glob("*.txt")):
        yield from _read(path)


def _read(path: Path) -> Iterator[Example]:
    head: tuple[int, PostKind] | None = None
    lines: list[str] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        if line.startswith(_HEAD):
            try:
                head = number, PostKind(line.split()[1])
            except (ValueError, IndexError) as error:
                raise ExampleError(f"{path.name}, line {number}: no kind of text") from error
        elif line.strip() and head is None:
            raise ExampleError(f"{path.name}, line {number}: a sentence outside a text")
        elif line.strip():
            lines.append(line)
        elif head is not None:
            yield _example(f"{path.stem}:{head[0]}", head[1], lines)
            head, lines = None, []


def _example(name: str, kind: PostKind, lines: Iterable[str]) -> Example:
    text, marks = "", []
    for line in lines:
        sentence, _, labels = line.partition(_BAR)
        start = len(text)
        text += sentence.strip()
        names = (label.strip() for label in labels.split(","))
        marks += [Mark(name, start, len(text)) for name in names if name]
        text += "\n\n"  # a paragraph of its own, so that it stays one sentence
    return Example(name, kind, text.rstrip("\n"), tuple(marks))


def from_labels(
    name: str, kind: str, text: str, labels: Iterable[tuple[str, str, int, int, bool]]
) -> Example:
    """An example from labels of kinds and subs, as the corpus of the measure has them."""
    marks = []
    for label, sub, start, end, free in labels:
        full = f"{label}.{sub}" if sub else label
        new = _RENAMED.get(full) or _RENAMED.get(label) or (full if label == CLAIM else label)
        if label != "identifier" or full in _RENAMED:
            marks.append(Mark(new, start, end, free))
    return Example(name, PostKind(kind), text, tuple(marks))


def fingerprint(folder: Path) -> str:
    """A short mark of all example files, which changes when one of them does."""
    mark = hashlib.sha256()
    for path in sorted(folder.glob("*.txt")):
        mark.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return mark.hexdigest()[:16]
