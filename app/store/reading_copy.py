"""A planner opened for reading only: a private copy, still encrypted, of file and log.

SQLite cannot read a WAL database in a folder it may not write to, and a live file
may not be read beside its writer. So both files are copied together, and the copy
counts only if neither changed meanwhile: a mix of old and new pages is damage.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from app.errors import CannotOpen
from app.store import faults

_TRIES = 20
_PAUSE_SECONDS = 0.05

_Look = tuple[tuple[int, int, int] | None, ...]


def make(path: Path) -> Path:
    """Copy the planner at ``path`` into a new private folder; returns the copy.

    Raises:
        CannotOpen: it cannot be read, or another program never stops writing to it.
    """
    folder = Path(tempfile.mkdtemp(prefix="primum-"))
    try:
        for attempt in range(_TRIES):
            if attempt:
                time.sleep(_PAUSE_SECONDS)
            before = _look(path)
            copy = _copy(path, folder)
            if before == _look(path):
                return copy
        raise CannotOpen(
            "The planner is being changed just now.",
            "Nothing was changed by opening it. Try again in a moment.",
            remedies=("try_again",),
            technical="file kept changing while it was copied",
        )
    except OSError as error:
        discard(folder / path.name)
        raise faults.cannot_read(path, type(error).__name__) from error
    except BaseException:
        discard(folder / path.name)
        raise


def discard(copy: Path) -> None:
    """Remove a copy and its folder."""
    shutil.rmtree(copy.parent, ignore_errors=True)


def _wal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _look(path: Path) -> _Look:
    found: list[tuple[int, int, int] | None] = []
    for place in (path, _wal(path)):
        try:
            stat = place.stat()
        except FileNotFoundError:
            found.append(None)
        else:
            found.append((stat.st_ino, stat.st_size, stat.st_mtime_ns))
    return tuple(found)


def _copy(path: Path, folder: Path) -> Path:
    copy = folder / path.name
    shutil.copyfile(path, copy)
    _wal(copy).unlink(missing_ok=True)
    try:
        shutil.copyfile(_wal(path), _wal(copy))
    except FileNotFoundError:
        _wal(copy).unlink(missing_ok=True)
    return copy
