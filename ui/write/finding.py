"""Finding and replacing words in a text. Places are code points."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from app.model.assessment import Check


def find_all(text: str, words: str, *, match_case: bool = False) -> tuple[tuple[int, int], ...]:
    """Every place of ``words`` in ``text``, from the start; straight quotes find curly ones."""
    if not words:
        return ()
    pattern = re.escape(words).replace("'", "['’‘]").replace('"', '["“”]')
    flags = 0 if match_case else re.IGNORECASE
    return tuple(match.span() for match in re.finditer(pattern, text, flags))


def nearest(spans: Sequence[tuple[int, int]], place: int, by: int) -> int:
    """Which span is next (1) after or previous (-1) before ``place``, around the end; -1: none."""
    if not spans:
        return -1
    starts = [start for start, _ in spans]
    if by > 0:
        return bisect_left(starts, place) % len(spans)
    return (bisect_left(starts, place) - 1) % len(spans)


def replaced(text: str, spans: Sequence[tuple[int, int]], words: str) -> str:
    """``text`` with every span replaced by ``words``."""
    for start, end in reversed(spans):
        text = text[:start] + words + text[end:]
    return text


def place_of(check: Check, text: str, network: str) -> tuple[int, int] | None:
    """Where the words of a check stand: as found, else where the text has what it quotes.

    ``text`` is the own text of ``network``, or (empty) the common one.
    """
    first = next(iter(check.in_text(network)), None)
    if first is not None and text[first.start : first.end] == first.quote:
        return first.start, first.end
    at = text.find(check.quote) if check.quote and not check.findings else -1
    return (at, at + len(check.quote)) if at >= 0 else None
