"""Reading the labelled texts, and where each label stands in its text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "corpus"
WORK = FOLDER / "work.jsonl"
HELD_BACK = FOLDER / "held_back.jsonl"
FRESH = FOLDER / "fresh.jsonl"
"""Written by somebody who had seen neither rules nor examples, after both; only measured."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a careful editor would mark.

    Attributes:
        kind, sub: as in ``app.model.finding``; sub is empty for kinds without finer kinds.
        start, end: code points into the text.
        strength: ``block`` where she would insist, ``warn`` where she would raise an eyebrow.
        optional: may be reported or not, and counts neither way.
    """

    kind: str
    sub: str
    quote: str
    start: int
    end: int
    strength: str = "block"
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text of the corpus with its labels; ``clean`` when no label counts."""

    id: str
    kind: str
    network: str
    country: str
    audience: str
    text: str
    facts: Mapping[str, bool]
    labels: tuple[Label, ...]
    clean: bool


def place(text: str, quote: str, nth: int = 1) -> int:
    """Where the nth occurrence of the quote begins; -1 when there is none."""
    at = -1
    for _ in range(nth):
        at = text.find(quote, at + 1)
        if at < 0:
            return -1
    return at


def read_labelled(path: Path) -> tuple[Labelled, ...]:
    """All texts of one file, in its order."""
    with path.open(encoding="utf-8") as lines:
        return tuple(_labelled(json.loads(line)) for line in lines if line.strip())


def _labelled(record: Mapping[str, object]) -> Labelled:
    text = str(record["text"])
    raw = record["labels"]
    assert isinstance(raw, list)
    facts = record.get("facts") or {}
    assert isinstance(facts, dict)
    return Labelled(
        id=str(record["id"]),
        kind=str(record["kind"]),
        network=str(record["network"]),
        country=str(record["country"]),
        audience=str(record.get("audience", "")),
        text=text,
        facts=facts,
        labels=tuple(_label(text, entry) for entry in raw),
        clean=bool(record["clean"]),
    )


def _label(text: str, entry: Mapping[str, object]) -> Label:
    quote = str(entry["quote"])
    start = place(text, quote, int(str(entry.get("nth", 1))))
    if start < 0:
        raise ValueError("a label quotes words that its text does not hold")
    return Label(
        kind=str(entry["kind"]),
        sub=str(entry.get("sub", "")),
        quote=quote,
        start=start,
        end=start + len(quote),
        strength=str(entry.get("strength", "block")),
        optional=bool(entry.get("optional", False)),
    )
