"""List rows and calendar tiles: what a post shows without its text, fast.

Rows are read from the small ``post`` table and kept by id until the post is
written again, so a month that is shown a second time costs one index look-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache

from app.model.rows import PostRow
from app.model.state import State
from app.model.tally import Tally
from app.model.walltime import WallTime
from app.store.codec import as_json, maybe_instant_back
from app.store.store import Row, Store

_COLUMNS = (
    "id, title, state, local, zone, fold, networks, to_fix, to_consider, to_confirm, clear, "
    "sent_back, changed_at, binned_at, sample"
)
_BETWEEN = (
    "FROM post WHERE binned_at IS NULL AND local IS NOT NULL "
    "AND local >= ? AND local < ? ORDER BY local, id"
)
_MOST_KEPT = 20_000
_STATES = {str(state): state for state in State}


def rows_between(store: Store, first: date, last: date) -> tuple[PostRow, ...]:
    """Posts planned for the local days ``first`` to ``last``, both included, by time.

    A post's day is the day where it is planned for, whatever its zone. Not the bin.
    """
    days = (first.isoformat(), last.isoformat() + "U")  # "U" follows the "T" of any time
    ids = [found[0] for found in store.select(f"SELECT id {_BETWEEN}", days)]
    cache = store.row_cache
    if any(post_id not in cache for post_id in ids):
        _make_room(cache, len(ids))
        for stored in store.select(f"SELECT {_COLUMNS} {_BETWEEN}", days):
            if stored[0] not in cache:
                cache[stored[0]] = _row(stored)
    return tuple([cache[post_id] for post_id in ids])


def unscheduled_rows(store: Store) -> tuple[PostRow, ...]:
    """Posts still to be planned, last changed first: no date, not posted, not archived, no bin."""
    ids = store.select(
        "SELECT id FROM post WHERE binned_at IS NULL AND local IS NULL "
        "AND state NOT IN ('posted', 'archived') ORDER BY changed_at DESC, id DESC"
    )
    return rows_of(store, [found[0] for found in ids])


def row(store: Store, post_id: int) -> PostRow | None:
    """One row, or None when there is no such post."""
    found = rows_of(store, [post_id])
    return found[0] if found else None


def rows_of(store: Store, ids: Sequence[int]) -> tuple[PostRow, ...]:
    """The rows of these posts in this order; unknown ids are left out."""
    cache = store.row_cache
    absent = [post_id for post_id in ids if post_id not in cache]
    if absent:
        if _make_room(cache, len(absent)):
            absent = list(ids)
        cache.update((found.id, found) for found in _read(store, absent))
    return tuple([cache[post_id] for post_id in ids if post_id in cache])


def _make_room(cache: dict[int, PostRow], count: int) -> bool:
    """Forget all rows when ``count`` more would be too many; says whether it did."""
    if len(cache) + count <= _MOST_KEPT:
        return False
    cache.clear()
    return True


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
