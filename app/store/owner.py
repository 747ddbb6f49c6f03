"""A small note beside an open planner: which computer has it open, and since when.

It is advice for the sentence "open on CLINIC-PC since 09:12" and nothing else. The
guard is SQLite's own lock: a note can be left over after a crash or be garbage, and
lock files that were trusted have shut people out of their own files for good.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

_LARGEST = 4096


class Owner(NamedTuple):
    """Who has a planner open. ``since`` is aware UTC."""

    computer: str
    since: datetime
    process: int

    @property
    def is_this_process(self) -> bool:
        """Whether this very program has it open."""
        return self.process == os.getpid() and self.computer == _computer()

    def words(self, now: datetime) -> str:
        """For example "CLINIC-PC since 09:12", in this computer's own time."""
        since = self.since.astimezone()
        clock = since.strftime("%H:%M")
        if since.date() != now.astimezone().date():
            clock = f"{since:%a} {since.day} {since:%b}, {clock}"
        return f"{self.computer} since {clock}"


def _computer() -> str:
    """This computer's name; the platform module would cost 2 ms of start-up time."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "this computer")
    return os.uname().nodename


def note_path(path: Path) -> Path:
    """Where the note about the planner at ``path`` lies."""
    return path.with_name(path.name + "-open")


def write(path: Path) -> None:
    """Leave a note; quietly none where it cannot be written."""
    note = {
        "computer": _computer(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
        "process": os.getpid(),
    }
    with suppress(OSError):
        note_path(path).write_text(json.dumps(note) + "\n", encoding="utf-8")


def remove(path: Path) -> None:
    """Take the note away again."""
    with suppress(OSError):
        note_path(path).unlink(missing_ok=True)


def read(path: Path) -> Owner | None:
    """The note, or None when there is none or it makes no sense."""
    try:
        with note_path(path).open("rb") as file:
            body = json.loads(file.read(_LARGEST).decode("utf-8"))
        since = datetime.fromisoformat(body["since"])
        computer = "".join(sign for sign in str(body["computer"]) if sign.isprintable())[:64]
        if since.tzinfo is None or not computer:
            return None
        since.astimezone()  # a year no clock can show
        return Owner(computer=computer, since=since, process=int(body["process"]))
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
