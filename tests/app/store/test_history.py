from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.model.past import Snapshot
from app.model.post import Post
from app.store import audit, faults, history, posts
from app.store.store import Store

from .conftest import NOW


def test_one_version_a_day_holds_the_text_of_before(store: Store, put: Callable[..., Post]) -> None:
    post = put("first", own_texts={"x": "short\ud83d"}, changed_at=NOW)
    for number, day in enumerate((date(2026, 9, 2), date(2026, 9, 2), date(2026, 9, 3))):
        with store.transaction() as tx:
            history.keep_version_of_day(tx, post, day)
            changed = replace(post, body=f"edit {number}", changed_at=NOW + timedelta(hours=number))
            post = posts.put_post(tx, changed)
    kept = history.versions(store, post.id)
    assert [(version.body, version.reason, version.at) for version in kept] == [
        ("edit 1", "day", NOW + timedelta(hours=1)),
        ("first", "day", NOW),
    ]
    assert kept[1].own_texts == {"x": "short\ufffd"}


def test_a_post_without_text_has_no_version(store: Store, put: Callable[..., Post]) -> None:
    post = put(" \n")
    with store.transaction() as tx:
        history.keep_version_of_day(tx, post, date(2026, 9, 2))
    assert history.versions(store, post.id) == ()


def test_ready_versions_are_all_kept(store: Store, put: Callable[..., Post]) -> None:
    post = put()
    with store.transaction() as tx:
        first = history.add_version(tx, post.id, NOW, history.READY, "a", {})
        second = history.add_version(tx, post.id, NOW, history.READY, "b", {"x": "own"})
    kept = history.versions(store, post.id)
    assert [version.id for version in kept] == [second, first]
    assert (kept[0].post_id, kept[0].own_texts) == (post.id, {"x": "own"})


def test_snapshots(store: Store, put: Callable[..., Post]) -> None:
    post = put()
    assert history.last_snapshot(store, post.id) is None
    made = [
        Snapshot(
            post_id=post.id,
            at=NOW + timedelta(days=days),
            who="Dr A",
            pack_version="2026.1",
            body="# é",
            texts={"x": "flat é", "linkedin": "flat\n\nlong"},
            pictures=(("ab" * 32, "An ECG strip"),),
            records='{"sources": []}',
            checks=("core.consent", "core.sources"),
        )
        for days in range(2)
    ]
    with store.transaction() as tx:
        for snapshot in made:
            history.put_snapshot(tx, snapshot)
    assert history.last_snapshot(store, post.id) == made[1]
    assert history.snapshots(store, post.id) == (made[1], made[0])


def test_events_in_order(store: Store, put: Callable[..., Post]) -> None:
    post = put()
    with store.transaction() as tx:
        audit.add_event(tx, "ready", post.id, "détail", at=NOW)
        audit.add_event(tx, "planner", None, at=NOW + timedelta(minutes=1))
        audit.add_event(tx, "posted", post.id)
    ready, posted = audit.events(store, post.id)
    assert (ready.what, ready.detail, ready.at, ready.post_id) == ("ready", "détail", NOW, post.id)
    assert posted.at > NOW.replace(year=2020)
    assert [event.what for event in audit.events(store)] == ["ready", "planner", "posted"]


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE audit SET detail = ''",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit (id, at, what, detail) VALUES (1, '', '', '')",
        "INSERT INTO audit VALUES (1, '', '', 1, '') ON CONFLICT (id) DO UPDATE SET detail = ''",
    ],
)
def test_the_trail_cannot_be_rewritten(store: Store, attack: str) -> None:
    with store.transaction() as tx:
        audit.add_event(tx, "ready", 1, "kept", at=NOW)
    with pytest.raises(faults.DatabaseError, match="audit trail"), store.transaction() as tx:
        tx.execute(attack)
    assert [event.detail for event in audit.events(store)] == ["kept"]
