"""Where the list gets its posts: ids in order, and rows a screenful at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Protocol, runtime_checkable

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


@runtime_checkable
class IdLists(Protocol):
    """Lists of a planner that can sort without reading every row."""

    def ids(self, wanted: PostFilter, order: str, *, descending: bool) -> Sequence[int]:
        """The posts that fulfil a filter, sorted by ``date``, ``changed`` or ``title``."""

    def rows_of(self, ids: Sequence[int]) -> Sequence[PostRow]:
        """The rows of these posts in this order; unknown ids are left out."""


def source_of(planner: Planner) -> RowSource:
    """The best source that a planner offers."""
    eager = PlannerRows(planner)
    lists: object = planner.lists
    return LazyRows(lists, eager) if isinstance(lists, IdLists) else eager


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


class LazyRows:
    """Sorts ids in the planner and reads rows when they are looked at.

    A search and "needs me" read their rows anyway (what was found, what is overdue),
    and hold few posts; ``eager`` serves them.
    """

    def __init__(self, lists: IdLists, eager: RowSource) -> None:
        self._lists = lists
        self._eager = eager
        self._is_eager = False

    def ids(self, wanted: Wanted) -> Sequence[int]:
        """The posts in order."""
        self._is_eager = bool(wanted.filter.text.strip()) or wanted.filter.needs_me
        if self._is_eager:
            return self._eager.ids(wanted)
        order = wanted.order if wanted.order is not Order.BEST else Order.DATE
        return self._lists.ids(wanted.filter, order.value, descending=wanted.descending)

    def rows(self, ids: Sequence[int]) -> Sequence[PostRow]:
        """The rows of these posts."""
        return self._eager.rows(ids) if self._is_eager else self._lists.rows_of(ids)


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
