"""List rows and calendar tiles: what a post shows without its text, fast.

Rows are read from the small ``post`` table and kept by id until the post is
written again, so a month that is shown a second time costs one index look-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache

from app.model.assessment import Tally
from app.model.post import State
from app.model.rows import PostRow
from app.model.walltime import WallTime
from app.store.codec import as_json, maybe_instant_back
from app.store.store import Row, Store

_COLUMNS = (
    "id, title, state, local, zone, fold, networks, to_fix, to_consider, to_confirm, clear, "
    "sent_back, changed_at, binned_at, sample"
)
_MOST_KEPT = 20_000
_STATES = {str(state): state for state in State}


def rows_between(store: Store, first: date, last: date) -> tuple[PostRow, ...]:
    """Posts planned for the local days ``first`` to ``last``, both included, by time.

    A post's day is the day where it is planned for, whatever its zone. Not the bin.
    """
    ids = store.select(
        "SELECT id FROM post WHERE binned_at IS NULL AND local >= ? AND local < ? "
        "ORDER BY local, id",
        (first.isoformat(), last.isoformat() + "U"),  # "U" follows the "T" of any time
    )
    return rows_of(store, [row[0] for row in ids])


def unscheduled_rows(store: Store) -> tuple[PostRow, ...]:
    """Posts without a date and not in the bin, last changed first."""
    ids = store.select("SELECT id FROM post WHERE binned_at IS NULL AND local IS NULL")
    found = rows_of(store, [row[0] for row in ids])
    return tuple(sorted(found, key=lambda row: (row.changed_at, row.id), reverse=True))


def row(store: Store, post_id: int) -> PostRow | None:
    """One row, or None when there is no such post."""
    found = rows_of(store, [post_id])
    return found[0] if found else None


def rows_of(store: Store, ids: Sequence[int]) -> tuple[PostRow, ...]:
    """The rows of these posts in this order; unknown ids are left out."""
    cache = store.row_cache
    absent = [post_id for post_id in ids if post_id not in cache]
    if absent:
        if len(cache) + len(absent) > _MOST_KEPT:
            cache.clear()
            absent = list(ids)
        cache.update((found.id, found) for found in _read(store, absent))
    return tuple(cache[post_id] for post_id in ids if post_id in cache)


def _read(store: Store, ids: Iterable[int]) -> Iterable[PostRow]:
    stored = store.select(
        f"SELECT {_COLUMNS} FROM post WHERE id IN (SELECT value FROM json_each(?))",
        (as_json(list(ids)),),
    )
    return map(_row, stored)


def _row(stored: Row) -> PostRow:
    post_id, title, state, local, zone, fold, networks, *numbers, sent, changed, binned, sample = (
        stored
    )
    return PostRow(
        post_id,
        title,
        _STATES[state],
        None if local is None else _when(local, zone, fold),
        _networks(networks),
        _tally(*numbers),
        bool(sent),
        datetime.fromisoformat(changed),
        maybe_instant_back(binned),
        bool(sample),
    )


# Many posts share these, and making a frozen object costs more than finding one.
@lru_cache(maxsize=4096)
def _when(local: str, zone: str, fold: int) -> WallTime:
    return WallTime(datetime.fromisoformat(local), zone, fold)


@lru_cache(maxsize=256)
def _networks(stored: str) -> tuple[str, ...]:
    return tuple(stored.split(",")) if stored else ()


@lru_cache(maxsize=1024)
def _tally(to_fix: int, to_consider: int, to_confirm: int, clear: int) -> Tally:
    return Tally(to_fix, to_consider, to_confirm, clear)
