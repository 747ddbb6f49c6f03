"""Why a planner does not open, each cause in its own words.

Looking never changes the file. It is also done late: opening and closing a file
that this program has open elsewhere would drop SQLite's lock on it (POSIX locks
belong to the process), so the content is looked at only after SQLite gave up.
"""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path

from app.errors import CannotOpen, KnownError
from app.store import faults, keyfile, owner
from app.store.connection import PAGE_BYTES

_SALT_BYTES = 16
# An encrypted page uses nearly every byte value; text and most other files do not.
_FEWEST_BYTE_VALUES = 180
_MOST_FLIPPED_BITS = 16


def refuse_by_stat(path: Path) -> None:
    """What can be told without opening the file.

    Raises:
        CannotOpen: nothing is there, it is a folder, it is empty, or it ends within a page.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        raise missing(path) from None
    except OSError as error:
        raise faults.cannot_read(path, type(error).__name__) from None
    if stat.S_ISDIR(found.st_mode):
        raise is_folder(path)
    if not stat.S_ISREG(found.st_mode):
        raise not_a_planner(path)
    if found.st_size == 0:
        raise empty(path)


def ends_within_page(path: Path) -> bool:
    """Whether the file was cut short; a log beside it may still complete it."""
    wal = path.with_name(path.name + "-wal")
    try:
        waiting = wal.stat().st_size
    except OSError:
        waiting = 0
    return waiting == 0 and path.stat().st_size % PAGE_BYTES != 0


def without_key_file(path: Path, error: CannotOpen) -> CannotOpen:
    """The key file is missing; perhaps because this is some other file."""
    if _looks_encrypted(path) and path.stat().st_size % PAGE_BYTES == 0:
        return error
    return not_a_planner(path)


def by_sqlite(error: BaseException, path: Path, salt: str) -> KnownError | None:
    """What the first statement's error means; ``salt`` is the key file's. None: a bug."""
    name = faults.code_name(error)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return open_elsewhere(path, name)
    if name.startswith("SQLITE_NOTADB"):
        return unreadable(path, salt, name)
    if name.startswith("SQLITE_CORRUPT"):
        return faults.damaged(name)
    if name.startswith("SQLITE_FULL"):
        return no_room(name)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return faults.cannot_write_here(name)
    return faults.reading(error, path)


def unreadable(path: Path, salt: str, technical: str) -> CannotOpen:
    """The right key does not fit: the file is damaged, or is another one. ``salt`` is hex."""
    head = _head(path)
    start = head[:_SALT_BYTES]
    expected = bytes.fromhex(salt)[: len(start)]  # the file may be cut shorter than that
    flipped = (int.from_bytes(start, "big") ^ int.from_bytes(expected, "big")).bit_count()
    if flipped <= _MOST_FLIPPED_BITS:
        return faults.damaged(technical)
    if len(head) == PAGE_BYTES and _looks_encrypted(path):
        return other_key_file(path)
    return not_a_planner(path)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(PAGE_BYTES)
    except OSError as error:
        raise faults.cannot_read(path, type(error).__name__) from None


def _looks_encrypted(path: Path) -> bool:
    head = _head(path)
    if head.startswith(b"SQLite format 3\0"):
        return False
    return len(set(head)) >= _FEWEST_BYTE_VALUES


def missing(path: Path) -> CannotOpen:
    """No such file."""
    return CannotOpen(
        "The planner is not there.",
        f"It was looked for at {path}. Nothing was deleted and no new one was made. "
        "Plug the drive in, or show where it is now.",
        remedies=("look_again", "choose_file"),
        technical="no such file",
    )


def is_folder(path: Path) -> CannotOpen:
    """A folder was given."""
    return CannotOpen(
        "This is a folder, not a planner.",
        f"Nothing in {path} was changed. Choose the planner file itself.",
        remedies=("choose_file",),
        technical="is a folder",
    )


def empty(path: Path) -> CannotOpen:
    """A file of 0 bytes, as a full disk or an interrupted copy leaves it."""
    return CannotOpen(
        "The planner file is empty.",
        f"There is nothing in {path.name}, and nothing was written to it. "
        "Copying may have been interrupted: copy it again, or open a backup.",
        remedies=("choose_copy", "choose_file"),
        technical="0 bytes",
    )


def not_a_planner(path: Path) -> CannotOpen:
    """Some other file."""
    return CannotOpen(
        "This file is not a planner.",
        f"{path.name} was not changed. Choose a file that Primum made.",
        remedies=("choose_file",),
        technical="not a planner",
    )


def other_key_file(path: Path) -> CannotOpen:
    """A key file of another planner lies beside this one."""
    return CannotOpen(
        "The key file beside this planner belongs to another one.",
        f"Nothing was changed. Put back the key file that came with {path.name}: "
        f"it is called {keyfile.keys_path(path).name}.",
        remedies=("try_again", "choose_copy"),
        technical="salt differs",
    )


def open_elsewhere(path: Path, technical: str = "SQLITE_BUSY") -> CannotOpen:
    """Another window, program or computer holds the file."""
    note = owner.read(path)
    where = f"on {note.words(datetime.now(UTC))}" if note else "somewhere else"
    return CannotOpen(
        f"This planner is open {where}.",
        "Close it there first, so no work is lost.",
        remedies=("read_only", "try_again"),
        technical=technical,
    )


def no_room(technical: str) -> CannotOpen:
    """Opening takes a little room for the log."""
    return CannotOpen(
        "The planner cannot be opened: the disk is full.",
        "Everything in it is safe. Free some space, then try again.",
        remedies=("try_again", "read_only"),
        technical=technical,
    )


def already_there(path: Path) -> CannotOpen:
    """A planner was to be made where a file is."""
    return CannotOpen(
        "There is already a file with this name.",
        f"{path.name} was left as it is. Choose another name, or open it.",
        remedies=("choose_name", "open_it"),
        technical="file exists",
    )


def key_file_there(path: Path) -> CannotOpen:
    """A planner was to be made where the key file of a moved one is."""
    return CannotOpen(
        "The key file of another planner is already there.",
        f"{path.name} was left as it is: a planner that was moved away may need it. "
        "Choose another name.",
        remedies=("choose_name",),
        technical="key file exists",
    )
