"""Looking after the file: is every page as it was written, does the search index fit."""

from __future__ import annotations

from app.errors import CannotOpen
from app.store import faults
from app.store.store import Store, Tx


def troubles(store: Store) -> tuple[str, ...]:
    """What is wrong with the file, in SQLite's words; empty when it is whole.

    Reads all of it: about 0.7 s for 100 MB, so not while someone is typing. Opening
    reads only a few pages, and a damaged page elsewhere shows when it is needed.
    """
    found: list[str] = []
    try:
        found += [str(row[0]) for row in store.select("PRAGMA cipher_integrity_check")]
        found += [str(row[0]) for row in store.select("PRAGMA quick_check") if row[0] != "ok"]
        broken = store.select("PRAGMA foreign_key_check")
    except CannotOpen as error:
        return (*found, error.technical)
    found += sorted({f"{row[0]} points to a missing {row[2]}" for row in broken})
    return tuple(found)


def search_index_fits(tx: Tx) -> bool:
    """Whether the full-text index agrees with the posts."""
    try:
        tx.execute("INSERT INTO post_words (post_words, rank) VALUES ('integrity-check', 1)")
    except faults.DatabaseError as error:
        if faults.code_name(error).startswith("SQLITE_CORRUPT"):
            return False
        raise
    return True


def rebuild_search_index(tx: Tx) -> None:
    """Make the full-text index anew from the posts."""
    tx.execute("INSERT INTO post_words (post_words) VALUES ('rebuild')")
