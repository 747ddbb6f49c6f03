"""Sizes of the month grid in device-independent pixels, all following the text size."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Metrics(NamedTuple):
    """Every distance the day cell and its tiles use, already multiplied by the text size."""

    head: int = 28
    side: int = 5
    gap: int = 2
    bottom: int = 2
    air: int = 2
    title_pads: int = 15
    ribbon: int = 18
    compact: int = 24
    tile_top: int = 20
    tile_bottom: int = 4
    line: int = 15
    inset: int = 7
    icon: int = 13
    title_left: int = 24
    badge: int = 15
    disc: int = 22
    date_left: int = 12
    roomy: int = 150
    radius: int = 5
    weekday_header: int = 29

    def for_height(self, height: int) -> Metrics:
        """These metrics, or tighter ones when not even one post would fit in ``height``."""
        if self.head + self.compact + self.bottom <= height:
            return self
        head, compact = self.head * 24 // 28, self.compact * 20 // 24
        return self._replace(head=head, compact=compact)

    def tile_height(self, lines: int) -> int:
        """Height of a tile whose title takes ``lines`` lines; 0 is the one-line form."""
        if lines == 0:
            return self.compact
        return self.tile_top + lines * self.line + self.tile_bottom


def scaled_metrics(px: Callable[[int], int]) -> Metrics:
    """The metrics at the text size that ``px`` stands for."""
    plain = Metrics()
    values = {name: px(getattr(plain, name)) for name in Metrics._fields}
    return Metrics(**values)
