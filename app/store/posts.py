"""Posts whole: written with their links and pictures, read back as they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.model.assessment import Tally
from app.model.post import AttachedPicture, Audience, Post, PostKind, Purpose, State
from app.model.walltime import WallTime
from app.store import post_json
from app.store.codec import (
    instant,
    instant_back,
    maybe_instant,
    maybe_instant_back,
    text,
)
from app.store.store import Row, Store, Tx

_ROW = (
    *("uid", "kind", "state", "title", "local", "zone", "fold", "networks", "audience", "purpose"),
    *("sent_back", "sample", "created_at", "changed_at", "binned_at"),
)
_TALLY = ("to_fix", "to_consider", "to_confirm", "clear")
_TEXT = (
    *("title", "body", "own", "own_parts", "note", "posted_reason"),
    *("fact_overrides", "confirmations", "set_aside", "postings", "sent_back"),
)


def _upsert(table: str, key: str, columns: tuple[str, ...]) -> str:
    names = ", ".join((key, *columns))
    marks = ", ".join("?" * (len(columns) + 1))
    changes = ", ".join(f"{column} = excluded.{column}" for column in columns)
    return (
        f"INSERT INTO {table} ({names}) VALUES ({marks}) "
        f"ON CONFLICT ({key}) DO UPDATE SET {changes}"
    )


_PUT_ROW = _upsert("post", "id", _ROW)
_PUT_ROW_AND_TALLY = _upsert("post", "id", _ROW + _TALLY)
_PUT_TEXT = _upsert("post_text", "post_id", _TEXT)
_GET = (
    "SELECT p.id, p.uid, t.body, p.created_at, p.changed_at, p.kind, p.state, "
    "t.own, t.own_parts, p.local, p.zone, p.fold, p.networks, p.audience, p.purpose, "
    "t.fact_overrides, t.confirmations, t.set_aside, t.postings, t.sent_back, "
    "t.posted_reason, t.note, p.sample, p.binned_at "
    "FROM post p JOIN post_text t ON t.post_id = p.id "
)
_WEIGHED = "DELETE FROM unweighed WHERE post_id = ?"
_LINKS = ("source", "consent", "interest")


def get_post(store: Store, post_id: int) -> Post | None:
    """The post with this id, in the bin or not, or None."""
    row = store.first(_GET + "WHERE p.id = ?", (post_id,))
    return None if row is None else _post(store, row)


def post_by_uid(store: Store, uid: str) -> Post | None:
    """The post with this stable name, or None."""
    row = store.first(_GET + "WHERE p.uid = ?", (uid,))
    return None if row is None else _post(store, row)


def posts(store: Store, ids: Iterable[int] | None = None) -> tuple[Post, ...]:
    """These posts, or all that are not in the bin, in order of id; unknown ids are left out."""
    if ids is None:
        rows = store.select(_GET + "WHERE p.binned_at IS NULL ORDER BY p.id")
        return tuple(_post(store, row) for row in rows)
    found = (get_post(store, post_id) for post_id in sorted(set(ids)))
    return tuple(post for post in found if post is not None)


def put_post(tx: Tx, post: Post, tally: Tally | None = None) -> Post:
    """Store a post and what its checks came to; returns it as stored, with its id.

    Id 0 is a new post. An id that is not there (a removal undone) comes back with
    that id. A None ``tally`` leaves the stored one; with one, the post no longer waits
    for its checks. Linked records and attached
    pictures must be stored before.
    """
    post = _storable(post)
    values: list[object] = [post.id or None, *_row(post)]
    if tally is None:
        cursor = tx.execute(_PUT_ROW, values)
    else:
        values += (tally.to_fix, tally.to_consider, tally.to_confirm, tally.clear)
        cursor = tx.execute(_PUT_ROW_AND_TALLY, values)
    if post.id == 0:
        post = replace(post, id=cursor.lastrowid)
    own, own_parts = post_json.own_texts(post.own_texts)
    tx.execute(_PUT_TEXT, (post.id, *_text(post, own, own_parts)))
    _put_links(tx, post)
    _put_pictures(tx, post)
    if tally is not None:
        tx.execute(_WEIGHED, (post.id,))
    tx.store.row_cache.pop(post.id, None)
    return post


def put_unweighed(tx: Tx, post_id: int) -> None:
    """Note that the stored words are newer than what the checks came to."""
    tx.execute("INSERT OR IGNORE INTO unweighed (post_id) VALUES (?)", (post_id,))


def unweighed(store: Store) -> tuple[int, ...]:
    """Ids of the posts whose words are newer than what their checks came to."""
    return tuple(row[0] for row in store.select("SELECT post_id FROM unweighed ORDER BY post_id"))


def put_tally(tx: Tx, post_id: int, tally: Tally) -> None:
    """Store only what a post's checks came to (after a rule pack or a record changed)."""
    tx.execute(
        "UPDATE post SET to_fix = ?, to_consider = ?, to_confirm = ?, clear = ? WHERE id = ?",
        (tally.to_fix, tally.to_consider, tally.to_confirm, tally.clear, post_id),
    )
    tx.execute(_WEIGHED, (post_id,))
    tx.store.row_cache.pop(post_id, None)


def remove_post(tx: Tx, post_id: int) -> None:
    """Remove a post for good, with its versions and snapshots; the audit trail stays."""
    tx.execute("DELETE FROM post WHERE id = ?", (post_id,))
    tx.store.row_cache.pop(post_id, None)


def purge_binned(tx: Tx, before: datetime) -> tuple[int, ...]:
    """Remove for good what was put in the bin before ``before`` (aware); returns the ids."""
    rows = tx.store.select(
        "SELECT id FROM post WHERE binned_at IS NOT NULL AND binned_at < ?", (instant(before),)
    )
    for (post_id,) in rows:
        remove_post(tx, post_id)
    return tuple(row[0] for row in rows)


def _storable(post: Post) -> Post:
    return replace(
        post,
        body=text(post.body),
        note=text(post.note),
        posted_reason=text(post.posted_reason),
        own_texts={network: text(own) for network, own in post.own_texts.items()},
        pictures=tuple(
            replace(picture, name=text(picture.name), alt_text=text(picture.alt_text))
            for picture in post.pictures
        ),
    )


def _row(post: Post) -> tuple[object, ...]:
    when = post.when
    if any("," in network for network in post.networks):
        raise ValueError("a network id holds no comma")
    return (
        post.uid,
        post.kind,
        post.state,
        post.title,
        None if when is None else when.local.isoformat(timespec="minutes"),
        None if when is None else when.zone,
        0 if when is None else when.fold,
        ",".join(post.networks),
        post.audience,
        post.purpose,
        int(post.sent_back is not None),
        int(post.sample),
        instant(post.created_at),
        instant(post.changed_at),
        maybe_instant(post.binned_at),
    )


def _text(post: Post, own: str, own_parts: str) -> tuple[object, ...]:
    return (
        post.title,
        post.body,
        own,
        own_parts,
        post.note,
        post.posted_reason,
        post_json.overrides(post.fact_overrides),
        post_json.confirmations(post.confirmations),
        post_json.set_aside(post.set_aside),
        post_json.postings(post.postings),
        post_json.sent_back(post.sent_back),
    )


def _put_links(tx: Tx, post: Post) -> None:
    wanted = (post.source_ids, post.consent_ids, post.interest_ids)
    for kind, ids in zip(_LINKS, wanted, strict=True):
        if _links(tx.store, kind, post.id) == ids:
            continue  # the usual case: an autosave writes only what changed
        tx.execute(f"DELETE FROM post_{kind} WHERE post_id = ?", (post.id,))
        tx.executemany(
            f"INSERT INTO post_{kind} (post_id, position, record_id) VALUES (?, ?, ?)",
            [(post.id, position, record_id) for position, record_id in enumerate(ids)],
        )


def _put_pictures(tx: Tx, post: Post) -> None:
    if _pictures(tx.store, post.id) == post.pictures:
        return
    tx.execute("DELETE FROM post_picture WHERE post_id = ?", (post.id,))
    tx.executemany(
        "INSERT INTO post_picture (post_id, position, sha256, name, alt_text, shows_person) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        [
            (post.id, position, p.sha256, p.name, p.alt_text, int(p.shows_person))
            for position, p in enumerate(post.pictures)
        ],
    )


def _links(store: Store, kind: str, post_id: int) -> tuple[int, ...]:
    rows = store.select(
        f"SELECT record_id FROM post_{kind} WHERE post_id = ? ORDER BY position", (post_id,)
    )
    return tuple(row[0] for row in rows)


def _pictures(store: Store, post_id: int) -> tuple[AttachedPicture, ...]:
    rows = store.select(
        "SELECT sha256, name, alt_text, shows_person FROM post_picture "
        "WHERE post_id = ? ORDER BY position",
        (post_id,),
    )
    return tuple(AttachedPicture(sha, name, alt, bool(person)) for sha, name, alt, person in rows)


def _post(store: Store, row: Row) -> Post:
    (post_id, uid, body, created, changed, kind, state, own, own_parts, *rest) = row
    (local, zone, fold, networks, audience, purpose, *gate) = rest
    (overrides, confirmed, aside, postings, sent, reason, note, sample, binned) = gate
    return Post(
        id=post_id,
        uid=uid,
        body=body,
        created_at=instant_back(created),
        changed_at=instant_back(changed),
        kind=PostKind(kind),
        state=State(state),
        own_texts=post_json.own_texts_back(own, own_parts),
        when=_when(local, zone, fold),
        networks=tuple(networks.split(",")) if networks else (),
        pictures=_pictures(store, post_id),
        source_ids=_links(store, "source", post_id),
        consent_ids=_links(store, "consent", post_id),
        interest_ids=_links(store, "interest", post_id),
        audience=Audience(audience) if audience else None,
        purpose=Purpose(purpose) if purpose else None,
        fact_overrides=post_json.overrides_back(overrides),
        confirmations=post_json.confirmations_back(confirmed),
        set_aside=post_json.set_aside_back(aside),
        postings=post_json.postings_back(postings),
        sent_back=post_json.sent_back_back(sent),
        posted_reason=reason,
        note=note,
        sample=bool(sample),
        binned_at=maybe_instant_back(binned),
    )


def _when(local: str | None, zone: Any, fold: int) -> WallTime | None:
    return None if local is None else WallTime(datetime.fromisoformat(local), zone, fold)
