"""What a post was: earlier texts, and the record of each time it was marked Ready."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime

from app.model.past import Snapshot, Version
from app.model.post import Post
from app.store.codec import as_json, instant, instant_back, text
from app.store.store import Row, Store, Tx

READY = "ready"
DAY = "day"


def add_version(
    tx: Tx,
    post_id: int,
    at: datetime,
    reason: str,
    body: str,
    own_texts: Mapping[str, str],
) -> int:
    """Keep a text of a post; ``reason`` is ``ready`` or another short word. Returns its id."""
    cursor = tx.execute(
        "INSERT INTO version (post_id, at, reason, body, own_texts) VALUES (?, ?, ?, ?, ?)",
        (post_id, instant(at), reason, text(body), as_json(dict(own_texts))),
    )
    return int(cursor.lastrowid)


def keep_version_of_day(tx: Tx, before: Post, day: date) -> None:
    """Keep what a post was before its first change on ``day`` (local to the planner).

    Called with every autosave; only the first of a day stores anything, and a post
    without text nothing. ``before`` is the post as it is stored; its time is when
    that text was last changed.
    """
    if not before.body.strip():
        return
    tx.execute(
        "INSERT INTO version (post_id, at, reason, day, body, own_texts) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (post_id, day) WHERE day IS NOT NULL DO NOTHING",
        (
            before.id,
            instant(before.changed_at),
            DAY,
            day.isoformat(),
            text(before.body),
            as_json(dict(before.own_texts)),
        ),
    )


def versions(store: Store, post_id: int) -> tuple[Version, ...]:
    """Earlier texts of a post, newest first."""
    rows = store.select(
        "SELECT id, post_id, at, reason, body, own_texts FROM version "
        "WHERE post_id = ? ORDER BY at DESC, id DESC",
        (post_id,),
    )
    return tuple(
        Version(number, post, instant_back(at), reason, body, json.loads(own))
        for number, post, at, reason, body, own in rows
    )


def put_snapshot(tx: Tx, snapshot: Snapshot) -> None:
    """Keep the record of a post marked Ready; earlier ones stay."""
    tx.execute(
        "INSERT INTO snapshot "
        "(post_id, at, who, pack_version, body, texts, pictures, records, checks) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            snapshot.post_id,
            instant(snapshot.at),
            text(snapshot.who),
            snapshot.pack_version,
            text(snapshot.body),
            as_json(snapshot.texts),
            as_json([list(picture) for picture in snapshot.pictures]),
            text(snapshot.records),
            as_json(list(snapshot.checks)),
        ),
    )


_SNAPSHOT = (
    "SELECT post_id, at, who, pack_version, body, texts, pictures, records, checks "
    "FROM snapshot WHERE post_id = ? ORDER BY id DESC"
)


def last_snapshot(store: Store, post_id: int) -> Snapshot | None:
    """What the post was when it was last marked Ready, or None."""
    row = store.first(_SNAPSHOT + " LIMIT 1", (post_id,))
    return None if row is None else _snapshot(row)


def snapshots(store: Store, post_id: int) -> tuple[Snapshot, ...]:
    """Every time the post was marked Ready, newest first."""
    return tuple(_snapshot(row) for row in store.select(_SNAPSHOT, (post_id,)))


def _snapshot(row: Row) -> Snapshot:
    post_id, at, who, pack_version, body, texts, pictures, records, checks = row
    return Snapshot(
        post_id=post_id,
        at=instant_back(at),
        who=who,
        pack_version=pack_version,
        body=body,
        texts=json.loads(texts),
        pictures=tuple((sha, alt) for sha, alt in json.loads(pictures)),
        records=records,
        checks=tuple(json.loads(checks)),
    )
