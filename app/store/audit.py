"""The audit trail: what happened, in order. Triggers in the file refuse any change to it."""

from __future__ import annotations

from datetime import UTC, datetime

from app.model.past import AuditEvent
from app.store.codec import instant, instant_back, text
from app.store.store import Store, Tx


def add_event(
    tx: Tx, what: str, post_id: int | None = None, detail: str = "", at: datetime | None = None
) -> int:
    """Add an event; ``at`` (aware) is now unless given. Returns its number."""
    cursor = tx.execute(
        "INSERT INTO audit (at, what, post_id, detail) VALUES (?, ?, ?, ?)",
        (instant(at or datetime.now(UTC)), what, post_id, text(detail)),
    )
    return int(cursor.lastrowid)


def events(store: Store, post_id: int | None = None) -> tuple[AuditEvent, ...]:
    """The events of one post, also of one removed since, or of the whole planner; oldest first."""
    sql = "SELECT id, at, what, post_id, detail FROM audit"
    if post_id is None:
        rows = store.select(f"{sql} ORDER BY id")
    else:
        rows = store.select(f"{sql} WHERE post_id = ? ORDER BY id", (post_id,))
    return tuple(
        AuditEvent(number, instant_back(at), what, post, detail)
        for number, at, what, post, detail in rows
    )
