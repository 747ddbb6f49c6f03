"""Widths of the days and heights of the weeks, so that the grid fills its place exactly."""

from __future__ import annotations

from collections.abc import Sequence

WEEKEND_SHARE = 0.6
"""How wide a narrow weekend day is beside a weekday."""


def column_widths(total: int, weekend: Sequence[bool], *, narrow: bool) -> tuple[int, ...]:
    """Widths that add up to ``total``; weekend days are narrower when wanted."""
    shares = [WEEKEND_SHARE if narrow and is_weekend else 1.0 for is_weekend in weekend]
    return _shared_out(total, shares)


def row_heights(total: int, rows: int) -> tuple[int, ...]:
    """Heights that add up to ``total``, as equal as whole pixels allow."""
    return _shared_out(total, [1.0] * rows)


def _shared_out(total: int, shares: Sequence[float]) -> tuple[int, ...]:
    whole = sum(shares)
    sizes = []
    given = 0
    reached = 0.0
    for share in shares:
        reached += share
        edge = round(total * reached / whole)
        sizes.append(max(edge - given, 1))
        given = edge
    return tuple(sizes)
