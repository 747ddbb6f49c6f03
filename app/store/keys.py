"""The key of a planner: made once, wrapped by a passphrase or kept open.

Passphrases go through argon2id with 64 MiB, 3 passes and 4 lanes (RFC 9106's
second recommended setting), about a tenth of a second on a small laptop; the key
is sealed with AES-256-GCM, so a wrong passphrase is known before the planner is
touched. ``cryptography`` costs start-up time and is imported only for that.
"""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.errors import BadInput, NotSaved, WrongPassphrase
from app.store import faults, keyfile
from app.store.keyfile import KeyFile, keys_path

KEY_BYTES = 32
MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 4
_SEALED_FOR = b"primum-keys 1"
# A damaged or hostile key file must not make us allocate without end.
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_PASSES = 64
_MOST_LANES = 64

__all__ = ["change_passphrase", "keys_path", "needs_passphrase", "new_key", "slots_for", "unlock"]


def new_key() -> bytes:
    """A random 256-bit key."""
    return os.urandom(KEY_BYTES)


def needs_passphrase(path: Path | str) -> bool:
    """Whether opening the planner at ``path`` takes a passphrase.

    Raises:
        CannotOpen: its key file is missing, damaged or of a newer version.
    """
    return keyfile.read(Path(path)).open_slot is None


def slots_for(key: bytes, passphrase: str | None) -> tuple[Mapping[str, Any], ...]:
    """The slots of a planner: one wrapped by ``passphrase``, or an open one for None.

    Raises:
        BadInput: the passphrase is empty.
    """
    if passphrase is None:
        return ({"kind": "open", "key": _text(key)},)
    if not passphrase.strip():
        raise BadInput(
            "A passphrase cannot be empty.",
            "Type one, or choose to use no passphrase on this computer.",
        )
    return (_wrap(key, passphrase),)


def unlock(keys: KeyFile, passphrase: str | None) -> bytes:
    """The planner's key.

    An open slot needs no passphrase, and then a given one is not looked at.

    Raises:
        WrongPassphrase: the passphrase is missing or does not open the slot.
        CannotOpen: the slots cannot be used.
    """
    slot = keys.open_slot
    if slot is not None:
        return _bytes(slot.get("key"), KEY_BYTES)
    slot = keys.passphrase_slot
    if slot is None:
        # Every slot is of a kind this version does not know.
        raise keyfile.newer_version()
    if passphrase is None:
        raise WrongPassphrase(
            "This planner needs its passphrase.",
            "Nothing was changed. Type the passphrase to open it.",
            remedies=("try_again",),
        )
    return _unwrap(slot, passphrase)


def change_passphrase(path: Path | str, old: str | None, new: str | None) -> None:
    """Wrap the planner's key anew; the planner file itself is not touched.

    ``old`` is not looked at when the planner has an open slot. ``new`` None makes
    it open. An old copy of the key file (in a backup) still opens with ``old``.

    Raises:
        WrongPassphrase: ``old`` is not right; nothing was changed.
        BadInput: ``new`` is empty.
        NotSaved: the key file could not be written; the old one stays.
    """
    path = Path(path)
    keys = keyfile.read(path)
    key = unlock(keys, old)
    changed = KeyFile(salt=keys.salt, slots=slots_for(key, new))
    if unlock(changed, new) != key:  # never replace slots by ones that do not open
        raise AssertionError("the new slot does not give the key back")
    try:
        keyfile.replace(path, changed)
    except OSError as error:
        raise _not_changed(error, path) from error


def _not_changed(error: OSError, path: Path) -> NotSaved:
    cause = faults.saving(error, keys_path(path))
    return NotSaved(
        "The passphrase was not changed.",
        "The planner is safe and the passphrase you had still opens it. "
        "Check that there is space and that the folder allows changes, then try again.",
        remedies=("try_again",),
        technical=cause.technical if cause else "",
    )


def _wrap(key: bytes, passphrase: str) -> Mapping[str, Any]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt = os.urandom(16)
    nonce = os.urandom(12)
    wrapping = _derive(passphrase, salt, MEMORY_KIB, PASSES, LANES)
    return {
        "kind": "passphrase",
        "kdf": "argon2id",
        "memory_kib": MEMORY_KIB,
        "passes": PASSES,
        "lanes": LANES,
        "salt": _text(salt),
        "seal": "aes-256-gcm",
        "nonce": _text(nonce),
        "key": _text(AESGCM(wrapping).encrypt(nonce, key, _SEALED_FOR)),
    }


def _unwrap(slot: Mapping[str, Any], passphrase: str) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if slot.get("kdf") != "argon2id" or slot.get("seal") != "aes-256-gcm":
        raise keyfile.newer_version()
    wrapping = _derive(
        passphrase,
        _bytes(slot.get("salt"), 16),
        _number(slot.get("memory_kib"), _MOST_MEMORY_KIB),
        _number(slot.get("passes"), _MOST_PASSES),
        _number(slot.get("lanes"), _MOST_LANES),
    )
    try:
        return AESGCM(wrapping).decrypt(
            _bytes(slot.get("nonce"), 12), _bytes(slot.get("key"), KEY_BYTES + 16), _SEALED_FOR
        )
    except InvalidTag:
        raise WrongPassphrase(
            "That passphrase does not open this planner.",
            "Nothing was changed. Check capital letters and the keyboard language. "
            "Without it the planner cannot be read, also not by us.",
            remedies=("try_again",),
        ) from None


def _derive(passphrase: str, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
    import unicodedata

    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    # One keyboard sends "é" as one sign, another as two: both are the same passphrase.
    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        kdf = Argon2id(
            salt=salt, length=KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=memory_kib
        )
    except ValueError:  # too little memory for so many lanes
        raise keyfile.damaged("slot numbers") from None
    return kdf.derive(words)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(value: object, length: int) -> bytes:
    try:
        data = base64.b64decode(str(value), validate=True)
    except (binascii.Error, ValueError):
        raise keyfile.damaged("slot") from None
    if len(data) != length:
        raise keyfile.damaged("slot length")
    return data


def _number(value: object, most: int) -> int:
    if type(value) is not int or not 1 <= value <= most:
        raise keyfile.damaged("slot numbers")
    return value
