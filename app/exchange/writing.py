"""Write the files of an export: under a temporary name first, so that none is ever half there."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import KnownError, NotSaved

if TYPE_CHECKING:
    from app.exchange.schedule import ExportPlan

_FULL = (errno.ENOSPC, errno.EDQUOT)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def write_files(plan: ExportPlan, folder: Path, *, replace: bool = False) -> tuple[Path, ...]:
    """Write every file of a plan, or none of them.

    A file that is there already stays, and the new one is called "name (2).csv",
    unless ``replace`` is true.

    Raises:
        KnownError: nothing to write, no such folder, folder not writable, disk full,
            or a file to be replaced is open elsewhere. Nothing is left half-written.
    """
    if not plan.files:
        raise plan.nothing()
    if not folder.is_dir():
        raise _no_folder(folder)
    temporary: list[tuple[Path, str]] = []
    try:
        for file in plan.files:
            part = folder / f".{file.name}.{secrets.token_hex(4)}.part"
            temporary.append((part, file.name))
            _write_through(part, file.data)
        written = [_move(part, folder, name, replace) for part, name in temporary]
    except OSError as error:
        raise _in_words(error, folder) from error
    finally:
        for part, _ in temporary:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
    _sync_folder(folder)
    return tuple(written)


def write_file(path: Path, data: bytes) -> None:
    """Write one file where the user said, over what is there; the whole of it or nothing.

    Raises:
        NotSaved: no such folder, folder not writable, disk full, or the file is open elsewhere.
    """
    if not path.parent.is_dir():
        raise _no_folder(path.parent)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        _write_through(part, data)
        _move(part, path.parent, path.name, True)
    except OSError as error:
        raise _in_words(error, path.parent) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _write_through(path: Path, data: bytes) -> None:
    """Write and wait until the bytes are on the disk."""
    with path.open("xb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def _move(part: Path, folder: Path, name: str, replace: bool) -> Path:
    target = folder / name
    number = 2
    while not replace and target.exists():
        target = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        number += 1
    try:
        part.replace(target)
    except PermissionError as error:
        if target.exists():
            raise _open_elsewhere(target.name) from error
        raise
    return target


def _sync_folder(folder: Path) -> None:
    """Make the new names durable too, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _in_words(error: OSError, folder: Path) -> KnownError:
    if error.errno in _FULL:
        return NotSaved(
            "Not saved: the disk is full.",
            "Your planner is untouched. Free some space, then save again.",
            remedies=("try_again", "choose_folder"),
            technical=str(error.errno),
        )
    if error.errno in _FORBIDDEN:
        return NotSaved(
            "The files were not made.",
            "The folder does not allow new files. Your planner is untouched.",
            remedies=("choose_folder",),
            technical=str(error.errno),
        )
    if error.errno == errno.ENOENT:
        return _no_folder(folder)
    return NotSaved(
        "The files were not made.",
        "Your planner is untouched. Choose another folder and save again.",
        remedies=("choose_folder", "try_again"),
        technical=f"{type(error).__name__} {error.errno}",
    )


def _no_folder(folder: Path) -> KnownError:
    return NotSaved(
        "The folder is not there.",
        f"It was at {folder}. Plug the drive in, or choose another folder. Nothing was written.",
        remedies=("choose_folder",),
    )


def _open_elsewhere(name: str) -> KnownError:
    return NotSaved(
        f"{name} is open in another program.",
        "Close it there, or save under another name.",
        remedies=("try_again", "save_as"),
    )
