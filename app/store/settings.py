"""Settings as stored: only those that were changed; their defaults are in ``app.settings``."""

from __future__ import annotations

import json

from app.store.codec import as_json
from app.store.store import Store, Tx

Value = str | int | bool


def settings(store: Store) -> dict[str, Value]:
    """Every stored setting by key; one that makes no sense is left out."""
    found: dict[str, Value] = {}
    for key, stored in store.select("SELECT key, value FROM setting"):
        try:
            value = json.loads(stored)
        except ValueError:
            continue
        if isinstance(value, str | int):  # bool is an int
            found[key] = value
    return found


def put_setting(tx: Tx, key: str, value: Value) -> None:
    """Store one setting."""
    tx.execute(
        "INSERT INTO setting (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, as_json(value)),
    )


def remove_setting(tx: Tx, key: str) -> None:
    """Go back to the default."""
    tx.execute("DELETE FROM setting WHERE key = ?", (key,))
