"""Files that are whole or absent: written aside, synced, then named.

A file rewritten in place is empty or half written after a crash or on a full
disk; wallets and password files were lost that way. So nothing here truncates.
"""

from __future__ import annotations

import os
from pathlib import Path

PRIVATE = 0o600


def sync_folder(folder: Path) -> None:
    """Make a new name in ``folder`` survive a power cut (nothing to do on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def aside(path: Path) -> Path:
    """A name in the same folder that nothing else uses."""
    return path.with_name(f".{path.name}.{os.urandom(6).hex()}.new")


def _write_aside(path: Path, data: bytes) -> Path:
    temporary = aside(path)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def name_new(temporary: Path, path: Path) -> None:
    """Give a finished file its name, never over another file.

    Raises:
        FileExistsError: ``path`` is taken; ``temporary`` is left as it is.
    """
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (exFAT on a stick): rename, after looking.
        if path.exists():
            raise FileExistsError(path) from None
        temporary.rename(path)
    else:
        temporary.unlink()
    sync_folder(path.parent)


def write_new(path: Path, data: bytes) -> None:
    """Write a private file that did not exist before.

    Raises:
        FileExistsError: ``path`` is taken.
    """
    temporary = _write_aside(path, data)
    try:
        name_new(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def replace(path: Path, data: bytes) -> None:
    """Replace the content of ``path`` at once: afterwards it is the old or the new, never a mix."""
    temporary = _write_aside(path, data)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
