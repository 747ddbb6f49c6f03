from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.model.assessment import Tally
from app.model.post import Post, SentBack, State
from app.model.walltime import WallTime
from app.store import posts, rows
from app.store.store import Store

from .conftest import NOW


def at(text: str, zone: str = "Europe/London") -> WallTime:
    return WallTime(datetime.fromisoformat(text), zone)


def ids(found: tuple[object, ...]) -> list[int]:
    return [row.id for row in found]  # type: ignore[attr-defined]


def test_days_are_local_and_both_ends_count(store: Store, put: Callable[..., Post]) -> None:
    late = put(when=at("2026-09-30T23:59"))
    far = put(when=at("2026-09-01T00:00", "Pacific/Kiritimati"))
    put(when=at("2026-10-01T00:00"))
    put(when=at("2026-08-31T23:59"))
    put()
    put(when=at("2026-09-10T08:00"), binned_at=NOW)
    found = rows.rows_between(store, date(2026, 9, 1), date(2026, 9, 30))
    assert ids(found) == [far.id, late.id]
    assert ids(rows.rows_between(store, date(2026, 9, 30), date(2026, 9, 30))) == [late.id]
    assert rows.rows_between(store, date(2026, 9, 2), date(2026, 9, 1)) == ()
    everything = rows.rows_between(store, date.min, date.max)
    assert len(everything) == 4


def test_rows_say_what_was_stored(store: Store, put: Callable[..., Post]) -> None:
    post = put(
        "# Statins\n\nBody",
        when=at("2026-09-10T08:00"),
        networks=("x", "linkedin"),
        state=State.REVIEW,
        sent_back=SentBack(NOW, "edited"),
        tally=Tally(1, 2, 3, 4),
        sample=True,
    )
    (row,) = rows.rows_between(store, date(2026, 9, 10), date(2026, 9, 10))
    assert (row.id, row.title, row.state) == (post.id, "Statins", State.REVIEW)
    assert (row.when, row.networks) == (post.when, ("x", "linkedin"))
    assert (row.tally, row.sent_back, row.sample) == (Tally(1, 2, 3, 4), True, True)
    assert (row.changed_at, row.binned_at) == (NOW, None)


def test_a_row_follows_every_write(store: Store, put: Callable[..., Post]) -> None:
    post = put("# One", when=at("2026-09-10T08:00"))
    day = date(2026, 9, 10)
    assert rows.rows_between(store, day, day)[0].title == "One"
    with store.transaction() as tx:
        posts.put_post(tx, replace(post, body="# Two"))
        assert rows.rows_between(store, day, day)[0].title == "Two"
    assert rows.rows_between(store, day, day)[0].title == "Two"
    with suppress(KeyError), store.transaction() as tx:
        posts.put_post(tx, replace(post, body="# Three"))
        assert rows.row(store, post.id).title == "Three"  # type: ignore[union-attr]
        raise KeyError
    assert rows.row(store, post.id).title == "Two"  # type: ignore[union-attr]
    with store.transaction() as tx:
        posts.remove_post(tx, post.id)
    assert rows.rows_between(store, day, day) == ()


def test_the_tray_holds_what_is_still_to_be_planned(store: Store, put: Callable[..., Post]) -> None:
    older = put(changed_at=NOW)
    newer = put(changed_at=NOW + timedelta(minutes=1))
    put(when=at("2026-09-10T08:00"))
    put(binned_at=NOW)
    put(state=State.POSTED)
    put(state=State.ARCHIVED)
    assert ids(rows.unscheduled_rows(store)) == [newer.id, older.id]


def test_order_within_a_day_is_by_time(store: Store, put: Callable[..., Post]) -> None:
    evening = put(when=at("2026-09-10T18:00"))
    morning = put(when=at("2026-09-10T08:00"))
    also_morning = put(when=at("2026-09-10T08:00"))
    day = date(2026, 9, 10)
    assert ids(rows.rows_between(store, day, day)) == [morning.id, also_morning.id, evening.id]


def test_kept_rows_are_bounded(
    store: Store, put: Callable[..., Post], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "_MOST_KEPT", 3)
    made = [put(when=at(f"2026-09-{day:02}T08:00")) for day in range(1, 7)]
    for _ in range(2):
        first = rows.rows_of(store, [post.id for post in made[:3]])
        second = rows.rows_of(store, [post.id for post in made[2:4]])
        assert ids(first + second) == [1, 2, 3, 3, 4]
        assert len(store.row_cache) <= len(made)
        whole = rows.rows_between(store, date(2026, 9, 1), date(2026, 9, 30))
        assert ids(whole) == [post.id for post in made]
