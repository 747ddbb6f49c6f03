"""The key-slot file beside a planner: which keys there are and how each is wrapped.

The planner is encrypted with one random key that never changes. A slot holds
that key, wrapped by a passphrase or open. Changing the passphrase rewrites this
small file only. Layout, JSON in UTF-8::

    {"format": "primum-keys", "version": 1, "salt": "<hex>", "slots": [...], "sum": "<hex>"}

``salt`` repeats the first 16 bytes of the planner file, which SQLCipher leaves
readable, so that a key file of another planner is told from damage. ``sum`` is
a SHA-256 over the rest, so that a flipped bit is not taken for a wrong passphrase.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from app.errors import CannotOpen
from app.store import durable, faults

FORMAT = "primum-keys"
VERSION = 1
_LARGEST = 64 * 1024


class KeyFile(NamedTuple):
    """What a key file holds. ``salt`` is hex; each slot is a plain mapping with a ``kind``."""

    salt: str
    slots: tuple[Mapping[str, Any], ...]

    @property
    def open_slot(self) -> Mapping[str, Any] | None:
        """The slot of a planner without a passphrase, if there is one."""
        return self._first("open")

    @property
    def passphrase_slot(self) -> Mapping[str, Any] | None:
        """The slot that a passphrase unwraps, if there is one."""
        return self._first("passphrase")

    def _first(self, kind: str) -> Mapping[str, Any] | None:
        return next((slot for slot in self.slots if slot.get("kind") == kind), None)


def keys_path(path: Path | str) -> Path:
    """Where the key file of the planner at ``path`` lies."""
    path = Path(path)
    return path.with_name(path.name + "-keys")


def encode(keys: KeyFile) -> bytes:
    """The bytes of a key file."""
    body: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "salt": keys.salt,
        "slots": [dict(slot) for slot in keys.slots],
    }
    body["sum"] = _sum(body)
    return (json.dumps(body, indent=1) + "\n").encode("utf-8")


def _sum(body: Mapping[str, Any]) -> str:
    rest = {key: value for key, value in body.items() if key != "sum"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode("utf-8")).hexdigest()


def decode(data: bytes) -> KeyFile:
    """Read the bytes of a key file.

    Raises:
        CannotOpen: they are not a key file, are damaged, or a newer version wrote them.
    """
    try:
        body = json.loads(data.decode("utf-8"))
        if body["format"] != FORMAT:
            raise damaged("format")
        if type(body["version"]) is int and body["version"] > VERSION:
            raise newer_version()
        if body["version"] != VERSION or body["sum"] != _sum(body):
            raise damaged("sum")
        slots = tuple(slot for slot in body["slots"] if isinstance(slot, dict))
        if not slots or len(bytes.fromhex(body["salt"])) != 16:
            raise damaged("slots")
        return KeyFile(salt=body["salt"], slots=slots)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise damaged("not readable as a key file") from None


def read(path: Path) -> KeyFile:
    """Read the key file of the planner at ``path``.

    Raises:
        CannotOpen: it is missing, unreadable, damaged, or of a newer version.
    """
    place = keys_path(path)
    try:
        with place.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise missing(place) from None
    except OSError as error:
        raise faults.cannot_read(place, type(error).__name__) from None
    if len(data) > _LARGEST:
        raise damaged("too large")
    return decode(data)


def write_new(path: Path, keys: KeyFile) -> None:
    """Write the key file of a new planner; never over another one (FileExistsError)."""
    durable.write_new(keys_path(path), encode(keys))


def replace(path: Path, keys: KeyFile) -> None:
    """Replace the key file at once, after checking that the new one can be read again."""
    data = encode(keys)
    decode(data)
    durable.replace(keys_path(path), data)


def missing(place: Path) -> CannotOpen:
    """The key file is not beside the planner."""
    return CannotOpen(
        "The key file of this planner is missing.",
        f"It should lie beside the planner, as {place.name}. The planner itself is unharmed, "
        "but cannot be read without it. Put the key file back, or open a backup.",
        remedies=("try_again", "choose_copy"),
        technical="key file missing",
    )


def damaged(technical: str) -> CannotOpen:
    """The key file cannot be used."""
    return CannotOpen(
        "The key file of this planner is damaged.",
        "The planner itself was not touched. "
        "Put back the key file from your latest backup, then try again.",
        remedies=("try_again", "choose_copy"),
        technical=f"key file: {technical}",
    )


def newer_version() -> CannotOpen:
    """A newer Primum wrote the planner or its key file."""
    return CannotOpen(
        "This planner was made by a newer version of Primum.",
        "Nothing in it was changed. Install the newer version to open it.",
        remedies=("choose_file",),
        technical="newer version",
    )
