"""Where the list gets its posts: ids in order, and rows a screenful at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from app.model.rows import PostFilter, PostRow

if TYPE_CHECKING:
    from app.planner import Planner


class Order(Enum):
    """What a list is sorted by. ``BEST`` is how well a search fits."""

    DATE = "date"
    CHANGED = "changed"
    TITLE = "title"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which posts, and in what order."""

    filter: PostFilter
    order: Order = Order.DATE
    descending: bool = False


class RowSource(Protocol):
    """Gives a list its posts."""

    def ids(self, wanted: Wanted) -> Sequence[int]:
        """The posts in order."""

    def rows(self, ids: Sequence[int]) -> Sequence[PostRow]:
        """The rows of these posts in this order; posts that went away are left out."""


class PlannerRows:
    """Posts of a planner. What one query read serves the rows until the next."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner
        self._read: dict[int, PostRow] = {}

    def ids(self, wanted: Wanted) -> Sequence[int]:
        """The posts in order; unscheduled ones last, whatever the direction."""
        found = self._planner.lists.rows(wanted.filter)
        self._read = {row.id: row for row in found}
        return [row.id for row in ordered(found, wanted.order, descending=wanted.descending)]

    def rows(self, ids: Sequence[int]) -> Sequence[PostRow]:
        """The rows as of the last query."""
        return [self._read[post_id] for post_id in ids if post_id in self._read]


def ordered(rows: Sequence[PostRow], order: Order, *, descending: bool) -> Sequence[PostRow]:
    """Rows in an order; equal ones stay as they are, and those without a date come last."""
    if order is Order.BEST:
        return rows
    if order is Order.DATE:
        dated = [row for row in rows if row.when is not None]
        undated = [row for row in rows if row.when is None]
        return [*sorted(dated, key=_day, reverse=descending), *undated]
    key: Callable[[PostRow], str | datetime] = _title if order is Order.TITLE else _changed
    return sorted(rows, key=key, reverse=descending)


def _day(row: PostRow) -> datetime:
    return row.when.local if row.when is not None else datetime.max  # noqa: DTZ901 - wall time


def _title(row: PostRow) -> str:
    return row.title.casefold()


def _changed(row: PostRow) -> datetime:
    return row.changed_at
