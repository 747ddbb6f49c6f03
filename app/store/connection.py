"""One SQLCipher connection, keyed and set up the way the planner needs it.

WAL with synchronous FULL lost no acknowledged commit in simulated power cuts,
NORMAL did in 99 of 100. EXCLUSIVE locking makes a second opener fail at once and
needs no shared-memory file. secure_delete wipes what was deleted.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlcipher3 import dbapi2

from app.errors import CannotOpen

PAGE_BYTES = 4096
APPLICATION_ID = 0x5072696D  # "Prim"
CACHE_KIB = 6 * 1024
_WAIT_SECONDS = 0.2

# sqlcipher3 has no type stubs, and mypy cannot look into its extension module.
driver: Any = dbapi2
Connection = Any


def connect(path: Path, key: bytes) -> Connection:
    """Open the file at ``path`` with its raw key; never creates one.

    Nothing is read yet: a wrong key or a lock shows with the first statement.
    The connection may be handed to another thread but used by one at a time.

    Raises:
        CannotOpen: this SQLite has no encryption, so it must not touch the file.
    """
    connection = driver.connect(
        _uri(path), uri=True, isolation_level=None, timeout=_WAIT_SECONDS, check_same_thread=False
    )
    try:
        # SQLCipher's own log would write to the terminal.
        connection.execute("PRAGMA cipher_log_level = NONE")
        # A build without SQLCipher takes "PRAGMA key" silently and would write plain text.
        if not connection.execute("PRAGMA cipher_version").fetchall():
            raise CannotOpen(
                "This copy of Primum cannot read encrypted planners.",
                "Nothing was changed. Install Primum again, then open the planner.",
                technical="no SQLCipher",
            )
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    except BaseException:
        connection.close()
        raise
    return connection


def set_up(connection: Connection) -> None:
    """Apply the pragmas; the first to read takes the lock and proves the key.

    Nothing is written: SQLite takes some broken files for an empty database, and
    changing the journal of one would overwrite it. ``use_wal`` comes after a look.

    Raises:
        sqlcipher3.dbapi2.Error: locked, wrong key, damaged or not writable.
    """
    execute = connection.execute
    execute("PRAGMA locking_mode = EXCLUSIVE")
    execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    execute("PRAGMA temp_store = MEMORY")
    execute("PRAGMA application_id").fetchall()
    execute("PRAGMA synchronous = FULL")
    execute("PRAGMA foreign_keys = ON")
    # So that INSERT OR REPLACE cannot slip past the triggers that guard the audit.
    execute("PRAGMA recursive_triggers = ON")
    execute("PRAGMA secure_delete = ON")
    execute("PRAGMA trusted_schema = OFF")
    if sys.platform == "darwin":
        # Plain fsync on macOS leaves data in the drive's own cache.
        execute("PRAGMA fullfsync = ON")
        execute("PRAGMA checkpoint_fullfsync = ON")


def use_wal(connection: Connection) -> None:
    """Write through a log; remembered in the file, so only a new one is changed by this."""
    connection.execute("PRAGMA journal_mode = WAL").fetchall()


def _uri(path: Path) -> str:
    # mode=rw: a missing file is an error, never a new empty one. After the two slashes
    # come "/home/...", "/C:/..." or, for a Windows share, "//server/...".
    place = path.as_posix()
    root = "" if place.startswith("/") else "/"
    return f"file://{root}{quote(os.fsencode(place), safe='/:')}?mode=rw"
