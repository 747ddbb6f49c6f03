"""Counting: precision, recall and F1 by kind and by sub, and how quiet clean texts stay.

Whether a word is jargon hangs on the reader, so jargon is judged only where the audience is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.accuracy.corpus import Label, Labelled
from tests.accuracy.match import Hit, match

_STOPS = frozenset({"block", "forbid"})


@dataclass(slots=True)
class Score:
    """Counts for one kind or sub. A note is not shown as a problem, so it counts neither way;
    ``noted`` says how many missed labels a note did mark."""

    found: int = 0
    missed: int = 0
    false: int = 0
    repeats: int = 0
    noted: int = 0
    as_strong: int = 0

    @property
    def labels(self) -> int:
        return self.found + self.missed

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.false) if self.found + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.labels if self.labels else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Outcome:
    """Everything one tool did on one file.

    Attributes:
        kinds: by kind; any sub of the kind answers a label.
        subs: by kind and sub; recall by any finding of the kind.
        typed: by kind and sub; only a finding of the same sub answers.
        clean: how many clean texts; of them ``stopped`` have a finding that must be fixed,
            ``nagged`` more than two to consider, ``marked`` any at all.
    """

    kinds: dict[str, Score] = field(default_factory=dict)
    subs: dict[tuple[str, str], Score] = field(default_factory=dict)
    typed: dict[tuple[str, str], Score] = field(default_factory=dict)
    clean: int = 0
    stopped: int = 0
    nagged: int = 0
    marked: int = 0
    misses: list[tuple[Labelled, Label]] = field(default_factory=list)
    alarms: list[tuple[Labelled, Hit]] = field(default_factory=list)


def score(
    entries: Sequence[Labelled], found: Mapping[str, Sequence[Hit]], *, notes_count: bool = False
) -> Outcome:
    """Match every text's findings with its labels and count; with ``notes_count`` notes too."""
    outcome = Outcome()
    for entry in entries:
        everything = found.get(entry.id, ())
        notes = [hit for hit in everything if hit.strength == "note" and not notes_count]
        shown = [hit for hit in everything if hit not in notes]
        judged = [hit for hit in shown if hit.kind != "jargon" or entry.audience]
        _count(outcome, entry, judged, notes)
        _count_typed(outcome, entry, judged)
        if entry.clean:
            _count_clean(outcome, shown)
    return outcome


def _count(outcome: Outcome, entry: Labelled, shown: list[Hit], notes: list[Hit]) -> None:
    matched = match(entry.text, entry.labels, shown)
    for label, hit in matched.pairs:
        for row in _rows(outcome, label.kind, label.sub):
            row.found += 1
            row.as_strong += (label.strength == "block") == (hit.strength in _STOPS)
    noted = {id(label) for label, _ in match(entry.text, matched.missed, notes).pairs}
    for label in matched.missed:
        outcome.misses.append((entry, label))
        for row in _rows(outcome, label.kind, label.sub):
            row.missed += 1
            row.noted += id(label) in noted
    for hit in matched.false:
        outcome.alarms.append((entry, hit))
        for row in _rows(outcome, hit.kind, hit.sub):
            row.false += 1
    for hit in matched.repeats:
        for row in _rows(outcome, hit.kind, hit.sub):
            row.repeats += 1


def _rows(outcome: Outcome, kind: str, sub: str) -> tuple[Score, Score]:
    return (
        outcome.kinds.setdefault(kind, Score()),
        outcome.subs.setdefault((kind, sub), Score()),
    )


def _count_typed(outcome: Outcome, entry: Labelled, shown: list[Hit]) -> None:
    matched = match(entry.text, entry.labels, shown, same_sub=True)
    tally = Counter[tuple[str, str, str]]()
    tally.update((label.kind, label.sub, "found") for label, _ in matched.pairs)
    tally.update((label.kind, label.sub, "missed") for label in matched.missed)
    tally.update((hit.kind, hit.sub, "false") for hit in matched.false)
    for (kind, sub, what), count in tally.items():
        row = outcome.typed.setdefault((kind, sub), Score())
        setattr(row, what, getattr(row, what) + count)


def _count_clean(outcome: Outcome, shown: list[Hit]) -> None:
    outcome.clean += 1
    outcome.stopped += any(hit.strength in _STOPS for hit in shown)
    outcome.nagged += sum(hit.strength == "warn" for hit in shown) > 2
    outcome.marked += bool(shown)
