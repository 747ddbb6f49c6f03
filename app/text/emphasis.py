"""Which stars, underscores and tildes belong together (the delimiter rules of CommonMark)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Pair(NamedTuple):
    """An opening and a closing sign that belong together."""

    open_start: int
    open_end: int
    close_start: int
    close_end: int


@dataclass(slots=True)
class Delimiter:
    """A run of one sign; ``at`` and ``count`` shrink as its signs find partners."""

    sign: str
    at: int
    count: int
    opens: bool
    closes: bool
    first_count: int = 0

    def __post_init__(self) -> None:
        self.first_count = self.count


def _fits(opener: Delimiter, closer: Delimiter) -> bool:
    if opener.sign != closer.sign:
        return False
    if opener.sign == "~":
        return True
    # CommonMark's rule of three: in "a**b*c" the runs must not be torn apart.
    both = opener.closes or closer.opens
    total = opener.first_count + closer.first_count
    return not (both and total % 3 == 0 and (opener.first_count % 3 or closer.first_count % 3))


def match_delimiters(delimiters: Sequence[Delimiter], found: Callable[[Pair], None]) -> None:
    """Report each pair among ``delimiters``; linear, since no hopeless search is repeated."""
    stack: list[Delimiter] = []
    hopeless: dict[tuple[str, bool, int], int] = {}
    for delimiter in delimiters:
        key = (delimiter.sign, delimiter.opens, delimiter.first_count % 3)
        while delimiter.closes and delimiter.count:
            floor = hopeless.get(key, 0)
            place = len(stack) - 1
            while place >= floor and not _fits(stack[place], delimiter):
                place -= 1
            if place < floor:
                hopeless[key] = len(stack)
                break
            opener = stack[place]
            use = 2 if opener.count > 1 and delimiter.count > 1 else 1
            open_end = opener.at + opener.count
            found(Pair(open_end - use, open_end, delimiter.at, delimiter.at + use))
            opener.count -= use
            delimiter.at += use
            delimiter.count -= use
            del stack[place + (1 if opener.count else 0) :]
            for other, height in hopeless.items():
                hopeless[other] = min(height, len(stack))
        if delimiter.opens and delimiter.count:
            stack.append(delimiter)
