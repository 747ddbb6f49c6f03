"""Which finding answers which label.

A finding answers a label of the same kind when they share at least half of the shorter one, in
characters or in words. For identifiers more is asked: at least half of the finding lies in the
label (a whole marked sentence is no answer to a date), and a name, e-mail address, phone number
or link must be marked by half. Identifiers told by a phrase (an occupation, a relative, a
combination, a rare event) follow the rule of the other kinds.

One finding answers one label. A finding left over is a repeat, counted neither way, when its
label is answered already; it is free when it touches an optional label; else a false alarm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.accuracy.corpus import Label

_WORD = re.compile(r"\w+")
_PHRASES = frozenset({"occupation", "relative", "combination", "rare_event"})
_WHOLE = frozenset({"name", "email", "phone", "url", "handle"})
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding reduced to what the measure needs; of a check or of another tool."""

    kind: str
    sub: str
    strength: str
    start: int
    end: int


@dataclass(slots=True)
class Matched:
    """The outcome for one text."""

    pairs: list[tuple[Label, Hit]] = field(default_factory=list)
    missed: list[Label] = field(default_factory=list)
    false: list[Hit] = field(default_factory=list)
    repeats: list[Hit] = field(default_factory=list)


def answers(text: str, label: Label, hit: Hit) -> bool:
    """Whether the finding marks what the label marks."""
    if label.kind != hit.kind:
        return False
    of_label, of_hit = _shares(text, label, hit)
    if label.kind == "identifier" and label.sub not in _PHRASES and hit.sub not in _PHRASES:
        if label.sub in _WHOLE and of_label < _ENOUGH:
            return False
        return of_hit >= _ENOUGH
    return max(of_label, of_hit) >= _ENOUGH


def _shares(text: str, label: Label, hit: Hit) -> tuple[float, float]:
    """How much of the label and of the finding is common, by characters or words, the larger."""
    start, end = max(label.start, hit.start), min(label.end, hit.end)
    if start >= end:
        return 0.0, 0.0
    common_words = len(_WORD.findall(text[start:end]))

    def share(of_start: int, of_end: int) -> float:
        words = len(_WORD.findall(text[of_start:of_end]))
        by_words = common_words / words if words else 0.0
        return max((end - start) / (of_end - of_start), min(by_words, 1.0))

    return share(label.start, label.end), share(hit.start, hit.end)


def match(
    text: str, labels: Sequence[Label], hits: Sequence[Hit], *, same_sub: bool = False
) -> Matched:
    """Give each label at most one finding: same sub first, then the larger common part.

    With ``same_sub`` a finding answers only a label of its own sub.
    """
    counted = [label for label in labels if not label.optional]
    options = sorted(
        (
            (label.sub != hit.sub, -_common(label, hit), index, number)
            for index, label in enumerate(counted)
            for number, hit in enumerate(hits)
            if (not same_sub or label.sub == hit.sub) and answers(text, label, hit)
        ),
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, _, index, number in options:
        if index not in taken and number not in used:
            taken[index] = number
            used.add(number)
    outcome = Matched()
    for index, label in enumerate(counted):
        if index in taken:
            outcome.pairs.append((label, hits[taken[index]]))
        else:
            outcome.missed.append(label)
    found = {id(label) for label, _ in outcome.pairs}
    for number, hit in enumerate(hits):
        if number in used:
            continue
        if _repeats(text, hit, [label for label in counted if id(label) in found]):
            outcome.repeats.append(hit)
        elif not any(label.kind == hit.kind and _common(label, hit) for label in _free(labels)):
            outcome.false.append(hit)
    return outcome


def _free(labels: Sequence[Label]) -> list[Label]:
    return [label for label in labels if label.optional]


def _common(label: Label, hit: Hit) -> int:
    return max(0, min(label.end, hit.end) - max(label.start, hit.start))


def _repeats(text: str, hit: Hit, found: Sequence[Label]) -> bool:
    """A second mark on what is found already; one story is one label however many sentences."""
    if hit.kind == "case_narrative" and any(label.kind == hit.kind for label in found):
        return True
    return any(answers(text, label, hit) for label in found)
