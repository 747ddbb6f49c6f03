"""From one text to another by the fewest edits, so that cursor and undo survive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Splice:
    """Replace ``[start, end)`` of the old text (code points) by ``words``."""

    start: int
    end: int
    words: str


def splices(old: str, new: str) -> tuple[Splice, ...]:
    """The edits that turn ``old`` into ``new``, last place first: apply them in turn."""
    if old == new:
        return ()
    return tuple(reversed([_trimmed(old, piece) for piece, _ in _line_changes(old, new)]))


def apply(text: str, edits: Iterable[Splice]) -> str:
    """``text`` after ``edits``, which come last place first."""
    for edit in edits:
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def changed_spans(was: str, now: str, bridge: int = 2) -> tuple[tuple[int, int], ...]:
    """Where ``now`` has words that ``was`` had not, as code points of ``now``.

    Changes at most ``bridge`` unchanged words apart in one line count as one. Words
    that were only taken out leave no span.
    """
    spans: list[tuple[int, int]] = []
    for piece, at in _line_changes(was, now):
        old = was[piece.start : piece.end]
        spans += [(at + a, at + b) for a, b in _word_spans(old, piece.words, bridge)]
    return tuple(spans)


def _line_changes(old: str, new: str) -> list[tuple[Splice, int]]:
    """Changed runs of lines, each with the place in ``new`` where its words stand."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts, places = _starts(before), _starts(after)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        (Splice(starts[a], starts[b], "".join(after[c:d])), places[c])
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]


def _starts(pieces: Sequence[str]) -> list[int]:
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    return places


def _trimmed(old: str, piece: Splice) -> Splice:
    """The same edit without what stays the same at its two ends."""
    was = old[piece.start : piece.end]
    now = piece.words
    limit = min(len(was), len(now))
    head = 0
    while head < limit and was[head] == now[head]:
        head += 1
    tail = 0
    while tail < limit - head and was[-1 - tail] == now[-1 - tail]:
        tail += 1
    return Splice(piece.start + head, piece.end - tail, now[head : len(now) - tail])


def _word_spans(was: str, now: str, bridge: int) -> list[tuple[int, int]]:
    before, after = _WORDS.findall(was), _WORDS.findall(now)
    starts = _starts(after)
    spans: list[tuple[int, int]] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, _, _, c, d in matcher.get_opcodes():
        if tag in ("equal", "delete"):
            continue
        start, end = starts[c], starts[d]
        if spans and _bridged(now[spans[-1][1] : start], bridge):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [span for span in (_without_space(now, *span) for span in spans) if span[0] < span[1]]


def _bridged(between: str, bridge: int) -> bool:
    return "\n" not in between and len(between.split()) <= bridge


def _without_space(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
