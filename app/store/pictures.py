"""Pictures inside the planner file, named by the SHA-256 of their bytes."""

from __future__ import annotations

import hashlib

from app.store.store import Store, Tx


def put_picture(
    tx: Tx, sha256: str, data: bytes, mime: str, width: int, height: int, thumbnail: bytes
) -> None:
    """Store a picture and its thumbnail; one that is there already is kept as it is.

    Raises:
        ValueError: ``sha256`` (lower-case hex) is not the hash of ``data``.
    """
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError("the hash is not that of the picture")
    tx.execute(
        "INSERT INTO picture (sha256, mime, size, width, height, thumbnail) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
        (sha256, mime, len(data), width, height, thumbnail),
    )
    tx.execute(
        "INSERT INTO picture_data (sha256, data) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
        (sha256, data),
    )


def picture(store: Store, sha256: str) -> bytes | None:
    """The bytes of a picture, or None."""
    row = store.first("SELECT data FROM picture_data WHERE sha256 = ?", (sha256,))
    return None if row is None else bytes(row[0])


def thumbnail(store: Store, sha256: str) -> bytes | None:
    """The bytes of a picture's thumbnail, or None."""
    row = store.first("SELECT thumbnail FROM picture WHERE sha256 = ?", (sha256,))
    return None if row is None else bytes(row[0])


def picture_facts(store: Store, sha256: str) -> tuple[str, int, int, int] | None:
    """Type (``image/jpeg``), size in bytes, width and height in pixels, or None."""
    row = store.first("SELECT mime, size, width, height FROM picture WHERE sha256 = ?", (sha256,))
    return None if row is None else (row[0], row[1], row[2], row[3])


def posts_with_picture(store: Store, sha256: str) -> tuple[int, ...]:
    """Ids of posts that show a picture, in the bin or not."""
    rows = store.select(
        "SELECT DISTINCT post_id FROM post_picture WHERE sha256 = ? ORDER BY post_id", (sha256,)
    )
    return tuple(row[0] for row in rows)


def purge_pictures(tx: Tx) -> int:
    """Remove pictures that no post shows and no snapshot names; returns how many.

    Not while an undo might bring one back: call it before the first edit or at the end.
    """
    cursor = tx.execute(
        "DELETE FROM picture WHERE sha256 NOT IN (SELECT sha256 FROM post_picture) "
        "AND sha256 NOT IN (SELECT json_extract(shown.value, '$[0]') "
        "FROM snapshot, json_each(snapshot.pictures) AS shown)"
    )
    return int(cursor.rowcount)
