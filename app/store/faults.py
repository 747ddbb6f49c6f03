"""From what the disk and SQLite say to what the user reads.

Form of every sentence (design section 15): what happened, is my work safe, what
to do. ``technical`` carries the name of SQLite's result code and nothing of the
planner's content, because a damaged file's message can quote it.
"""

from __future__ import annotations

import errno
from pathlib import Path

from app.errors import CannotOpen, KnownError, NotSaved
from app.store.connection import driver

DatabaseError: type[Exception] = driver.Error

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def code_name(error: BaseException) -> str:
    """SQLite's name for the result, such as ``SQLITE_FULL``; empty when it is not SQLite's."""
    return str(getattr(error, "sqlite_errorname", "") or "")


def disk_full(technical: str) -> NotSaved:
    """No room: the transaction was taken back and nothing is half written."""
    return NotSaved(
        "Not saved: the disk is full.",
        "Your text is still here, and everything saved before is safe. "
        "Free some space, then save again.",
        remedies=("save_again", "save_copy"),
        technical=technical,
    )


def folder_gone(path: Path) -> NotSaved:
    """The planner was moved, renamed, replaced or unplugged while it was open."""
    return NotSaved(
        "The planner folder is not there.",
        f"It was at {path}. Your text is still here, but the last change is not saved. "
        "Plug the drive in, or put the planner back where it was, then save again. "
        "Nothing was deleted.",
        remedies=("save_again", "save_copy"),
        technical="path no longer names the open file",
    )


def no_permission(technical: str) -> NotSaved:
    """Writing is not allowed where the planner lies."""
    return NotSaved(
        "Not saved: this folder does not allow changes.",
        "Your text is still here, and you can read everything. "
        "To edit, move the planner to a folder of your own.",
        remedies=("save_again", "save_copy"),
        technical=technical,
    )


def opened_read_only() -> NotSaved:
    """A write was asked of a planner that was opened for reading."""
    return NotSaved(
        "Not saved: this planner is open for reading only.",
        "Nothing in it was changed. Close it and open it again to edit.",
        remedies=("reopen",),
    )


def disk_failed(technical: str) -> NotSaved:
    """The disk answered with an error."""
    return NotSaved(
        "Not saved: the disk did not answer.",
        "Your text is still here, and everything saved before is safe. "
        "Check that the drive is connected, then save again.",
        remedies=("save_again", "save_copy"),
        technical=technical,
    )


def busy_while_saving(technical: str) -> NotSaved:
    """Another program holds the file, a backup or a virus scanner for example."""
    return NotSaved(
        "Not saved: another program is using the planner file.",
        "Your text is still here. Close that program, then save again.",
        remedies=("save_again", "save_copy"),
        technical=technical,
    )


def damaged(technical: str) -> CannotOpen:
    """A part of the file is missing or fails its seal (every page carries one)."""
    return CannotOpen(
        "The planner file is damaged.",
        "Part of it cannot be read. Nothing in it was changed. "
        "Open your latest backup, and keep this file: it may still be of use.",
        remedies=("choose_copy", "try_again"),
        technical=technical,
    )


def damaged_while_saving(technical: str) -> NotSaved:
    """A write met a page that fails its seal."""
    return NotSaved(
        "Not saved: the planner file is damaged.",
        "Your text is still here. Copy it to a safe place, then open your latest backup, "
        "and keep this file: it may still be of use.",
        remedies=("save_copy", "choose_copy"),
        technical=technical,
    )


def cannot_write_here(technical: str = "") -> CannotOpen:
    """The planner lies in a file or folder that allows reading only."""
    return CannotOpen(
        "This folder does not allow changes.",
        "You can read everything. To edit, move the planner to a folder of your own.",
        remedies=("move_planner", "read_only"),
        technical=technical,
    )


def cannot_read(path: Path, technical: str) -> CannotOpen:
    """The system refuses to hand the file over."""
    return CannotOpen(
        "The planner file cannot be read.",
        f"It is at {path}, but this computer does not let you read it. Nothing was changed. "
        "Ask whoever looks after this computer, or copy it to a folder of your own.",
        remedies=("try_again", "choose_file"),
        technical=technical,
    )


def saving(error: BaseException, path: Path) -> KnownError | None:
    """What the user reads when a write failed with ``error``; None when it is a bug."""
    if isinstance(error, OSError):
        return _saving_os(error, path)
    name = code_name(error)
    if name.startswith("SQLITE_FULL"):
        return disk_full(name)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return no_permission(name)
    if name.startswith("SQLITE_IOERR"):
        return disk_failed(name)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged_while_saving(name)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return busy_while_saving(name)
    return None


def _saving_os(error: OSError, path: Path) -> KnownError:
    technical = errno.errorcode.get(error.errno or 0, "OSError")
    if error.errno in _FULL:
        return disk_full(technical)
    if error.errno in _FORBIDDEN:
        return no_permission(technical)
    if error.errno == errno.ENOENT:
        return folder_gone(path)
    return disk_failed(technical)


def reading(error: BaseException, path: Path) -> KnownError | None:
    """What the user reads when a read failed with ``error``; None when it is a bug."""
    name = code_name(error)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged(name)
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN")):
        return CannotOpen(
            "The planner file cannot be read just now.",
            f"It is at {path}. Nothing was changed. "
            "Check that the drive is connected, then try again.",
            remedies=("try_again", "look_again"),
            technical=name,
        )
    return None
