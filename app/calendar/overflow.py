"""Which posts of a crowded day are shown, and which wait behind "+3 more"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.model.rows import PostRow
from app.model.state import State

_HIDDEN_FIRST = (
    State.ARCHIVED,
    State.POSTED,
    State.IDEA,
    State.DRAFT,
    State.READY,
    State.REVIEW,
)


def shown_and_hidden(
    rows: Sequence[PostRow], capacity: int, now: datetime
) -> tuple[tuple[PostRow, ...], tuple[PostRow, ...]]:
    """Split the posts of one day into those with a tile and those behind "+n more".

    Both parts keep the order given. Posted ones are hidden first, then ideas; of
    equals the later one. Overdue and sent-back posts are hidden only when they
    alone are more than ``capacity``.

    Args:
        rows: the day's posts in the order in which they are drawn.
        capacity: how many tiles fit.
        now: aware UTC.
    """
    if len(rows) <= capacity:
        return tuple(rows), ()
    by_weight = sorted(range(len(rows)), key=lambda at: (_weight(rows[at], now), -at))
    hidden = frozenset(by_weight[: len(rows) - max(capacity, 0)])
    return (
        tuple(row for at, row in enumerate(rows) if at not in hidden),
        tuple(row for at, row in enumerate(rows) if at in hidden),
    )


def urgent(row: PostRow, now: datetime) -> bool:
    """Whether a post is overdue or was sent back, and so must be seen. ``now`` is aware UTC."""
    return row.sent_back or row.overdue(now)


def _weight(row: PostRow, now: datetime) -> int:
    return len(_HIDDEN_FIRST) if urgent(row, now) else _HIDDEN_FIRST.index(row.state)
