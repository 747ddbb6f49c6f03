"""The pairs of signs in a source (``**`` and ``**``, ``[`` and ``](...)``), ready for asking."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from app.text.emphasis import Pair


class Pairs:
    """Answers in time that does not grow with the number of pairs elsewhere."""

    __slots__ = ("_by_close", "_by_open", "_signs", "_starts")

    def __init__(self, pairs: Iterable[Pair]) -> None:
        found = tuple(pairs)
        self._by_open = {pair.open_end: pair for pair in found}
        self._by_close = {pair.close_start: pair for pair in found}
        self._signs = sorted(
            [(pair.open_start, pair.open_end, pair) for pair in found]
            + [(pair.close_start, pair.close_end, pair) for pair in found]
        )
        self._starts = [start for start, _, _ in self._signs]

    def balanced(self, low: int, high: int) -> tuple[int, int]:
        """The stretch with every sign that touches it and whose partner is inside."""
        while True:
            pair = self._by_close.get(high)
            if pair is not None and low <= pair.open_start:
                high = pair.close_end
                continue
            pair = self._by_open.get(low)
            if pair is not None and low < pair.close_end <= high:
                low = pair.open_start
                continue
            return low, high

    def cut(self, start: int, end: int) -> bool:
        """Whether the stretch holds a sign, or part of one, but not its partner."""
        at = bisect_left(self._starts, start)
        while at > 0 and self._signs[at - 1][1] > start:
            at -= 1
        while at < len(self._signs) and self._starts[at] < end:
            pair = self._signs[at][2]
            opens = pair.open_start < end and pair.open_end > start
            closes = pair.close_start < end and pair.close_end > start
            if opens != closes:
                return True
            at += 1
        return False
