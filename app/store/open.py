"""Make a planner, and open one: nothing is ever overwritten or made anew by opening."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from app.errors import CannotOpen, KnownError, NotSaved
from app.store import durable, faults, keyfile, owner, schema, unopened
from app.store.connection import APPLICATION_ID, Connection, connect, set_up, use_wal
from app.store.keyfile import KeyFile, keys_path
from app.store.keys import change_passphrase, needs_passphrase, new_key, slots_for, unlock
from app.store.store import Store

__all__ = ["change_passphrase", "create_store", "keys_path", "needs_passphrase", "open_store"]

_SALT_BYTES = 16


def create_store(path: Path | str, passphrase: str | None) -> Store:
    """Make a new planner and open it; None for no passphrase on this computer.

    The file is built under another name and named when it is whole, after its key
    file, so a crash leaves either both or no planner.

    Raises:
        CannotOpen: something is there already; it was left as it is.
        BadInput: the passphrase is empty.
        NotSaved: the folder is not there, not writable or full; nothing is left behind.
    """
    path = Path(path).resolve()
    if os.path.lexists(path):
        raise unopened.already_there(path)
    if os.path.lexists(keys_path(path)):
        raise unopened.key_file_there(keys_path(path))
    key = new_key()
    slots = slots_for(key, passphrase)
    temporary = durable.aside(path)
    try:
        salt = _build(temporary, key)
        _name_both(temporary, path, KeyFile(salt=salt, slots=slots))
    except (OSError, faults.DatabaseError) as error:
        raise _not_made(error, path) from error
    finally:
        for leftover in (temporary, temporary.with_name(temporary.name + "-wal")):
            with suppress(OSError):  # a read-only disk refuses even to look
                leftover.unlink(missing_ok=True)
    return _open(path, key, salt)


def open_store(path: Path | str, passphrase: str | None = None, read_only: bool = False) -> Store:
    """Open a planner. With ``read_only`` a private copy is read and nothing beside it is written.

    Raises:
        WrongPassphrase: the passphrase is missing or wrong.
        CannotOpen: every other reason, each in its own words; nothing was changed.
    """
    path = Path(path).resolve()
    unopened.refuse_by_stat(path)
    keys = _keys(path)
    key = unlock(keys, passphrase)
    if read_only:
        return _open_copy(path, key, keys.salt)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise faults.cannot_write_here("not writable")
    return _open(path, key, keys.salt)


def _keys(path: Path) -> KeyFile:
    try:
        return keyfile.read(path)
    except CannotOpen as error:
        if keys_path(path).exists():
            raise
        raise unopened.without_key_file(path, error) from None


def _open(path: Path, key: bytes, salt: str) -> Store:
    connection = _connected(path, key, salt, original=path)
    owner.write(path)
    return Store(path, connection, on_close=lambda: owner.remove(path))


def _open_copy(path: Path, key: bytes, salt: str) -> Store:
    note = owner.read(path)
    if note is not None and note.is_this_process:
        # Copying would open and close the file, which drops this process's lock on it.
        raise unopened.open_elsewhere(path)
    from app.store import reading_copy  # brings tempfile and shutil: 5 ms of start-up time

    copy = reading_copy.make(path)
    try:
        connection = _connected(copy, key, salt, original=path)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        reading_copy.discard(copy)
        raise
    return Store(path, connection, read_only=True, on_close=lambda: reading_copy.discard(copy))


def _connected(path: Path, key: bytes, salt: str, original: Path) -> Connection:
    """A connection that holds the lock, to a planner that is whole and up to date."""
    try:
        connection = connect(path, key)
    except faults.DatabaseError as error:
        raise _words(error, original, salt) from error
    try:
        set_up(connection)
        _check(connection, path, salt)
    except faults.DatabaseError as error:
        connection.close()
        raise _words(error, original, salt) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _words(error: BaseException, path: Path, salt: str) -> KnownError:
    known = unopened.by_sqlite(error, path, salt)
    if known is None:
        raise error  # a bug of ours, a migration for example
    return known


def _check(connection: Connection, path: Path, salt: str) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if (application, version) == (0, 0):
        raise unopened.unreadable(path, salt, "taken for an empty database")
    if application != APPLICATION_ID:
        raise unopened.not_a_planner(path)
    if version > schema.SCHEMA_VERSION:
        raise keyfile.newer_version()
    if version < 1:
        raise faults.damaged("no schema version")
    if unopened.ends_within_page(path):
        raise faults.damaged("ends within a page")
    use_wal(connection)
    if version < schema.SCHEMA_VERSION:
        schema.migrate(connection)
    missing = schema.missing_objects(connection)
    if missing:
        raise faults.damaged("missing: " + ", ".join(missing))


def _build(temporary: Path, key: bytes) -> str:
    """Write a whole, closed planner file; returns its salt in hex."""
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, durable.PRIVATE)
    os.close(handle)
    connection = connect(temporary, key)
    try:
        set_up(connection)
        use_wal(connection)
        schema.migrate(connection)
    finally:
        connection.close()
    with temporary.open("r+b") as file:
        salt = file.read(_SALT_BYTES)
        os.fsync(file.fileno())
    return salt.hex()


def _name_both(temporary: Path, path: Path, keys: KeyFile) -> None:
    try:
        keyfile.write_new(path, keys)
    except FileExistsError:
        raise unopened.key_file_there(keys_path(path)) from None
    try:
        durable.name_new(temporary, path)
    except BaseException as error:
        keys_path(path).unlink(missing_ok=True)  # it is the one just written
        if isinstance(error, FileExistsError):
            raise unopened.already_there(path) from None
        raise


def _not_made(error: BaseException, path: Path) -> KnownError:
    cause = faults.saving(error, path)
    if cause is None:
        raise error
    headline = cause.headline.removeprefix("Not saved: ")
    if cause.headline.startswith("The planner folder"):
        headline = f"the folder {path.parent} is not there."
    return NotSaved(
        f"The planner was not made: {headline}",
        "Nothing is left behind. Choose a folder of your own with some space.",
        remedies=("choose_folder", "try_again"),
        technical=cause.technical,
    )
