from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import BadInput, CannotOpen, NotSaved, WrongPassphrase
from app.store import durable, keyfile, keys
from app.store.open import change_passphrase, create_store, keys_path, open_store


@pytest.fixture(scope="module")
def slots() -> keyfile.KeyFile:
    return keyfile.KeyFile("ab" * 16, keys.slots_for(b"k" * 32, "Zürich"))


def test_wrapping_and_unwrapping(slots: keyfile.KeyFile) -> None:
    assert keys.unlock(slots, "Zürich") == b"k" * 32
    assert keys.unlock(slots, "Zu\u0308rich") == b"k" * 32  # the same word, typed elsewhere
    for wrong in ("zürich", "Zürich ", ""):
        with pytest.raises(WrongPassphrase):
            keys.unlock(slots, wrong)
    assert keyfile.decode(keyfile.encode(slots)) == slots


def test_the_slot_is_as_strong_as_promised(slots: keyfile.KeyFile) -> None:
    (slot,) = slots.slots
    cost = (slot["kdf"], slot["memory_kib"], slot["passes"], slot["lanes"])
    assert cost == ("argon2id", 65536, 3, 4)
    again = keys.slots_for(b"k" * 32, "Zürich")[0]
    assert {again[name] != slot[name] for name in ("salt", "nonce", "key")} == {True}
    assert b"k" * 32 not in keyfile.encode(slots)


@settings(max_examples=300, deadline=None)
@given(at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_flipped_bit_is_damage_and_never_a_wrong_passphrase(
    slots: keyfile.KeyFile, at: int, bit: int
) -> None:
    data = bytearray(keyfile.encode(slots))
    data[at % len(data)] ^= 1 << bit
    try:
        found = keyfile.decode(bytes(data))
    except CannotOpen as error:
        assert type(error) is CannotOpen  # noqa: PT017
    else:
        assert found == slots  # white space only


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=80).map(str.encode))
def test_any_garbage_is_said_to_be_damaged(data: bytes) -> None:
    with pytest.raises(CannotOpen, match="damaged"):
        keyfile.decode(data)


@pytest.mark.parametrize(
    "slot",
    [
        {"memory_kib": 2**40},
        {"passes": 0},
        {"lanes": True},
        {"lanes": 64, "memory_kib": 8},
        {"salt": "!!"},
        {"nonce": ""},
        {"key": "AAAA"},
    ],
)
def test_numbers_that_would_hang_the_computer(
    slots: keyfile.KeyFile, slot: dict[str, object]
) -> None:
    hostile = keyfile.KeyFile(slots.salt, ({**slots.slots[0], **slot},))
    with pytest.raises(CannotOpen, match="damaged") as caught:
        keys.unlock(keyfile.decode(keyfile.encode(hostile)), "Zürich")
    assert not isinstance(caught.value, WrongPassphrase)


@pytest.mark.parametrize("change", [{"kdf": "argon3"}, {"seal": "xyz"}, {"kind": "token"}])
def test_slots_of_a_newer_version(slots: keyfile.KeyFile, change: dict[str, object]) -> None:
    newer = keyfile.KeyFile(slots.salt, ({**slots.slots[0], **change},))
    with pytest.raises(CannotOpen, match="newer version"):
        keys.unlock(newer, "Zürich")


def test_a_key_file_of_a_newer_version(slots: keyfile.KeyFile) -> None:
    body = json.loads(keyfile.encode(slots))
    body["version"] = 2
    with pytest.raises(CannotOpen, match="newer version"):
        keyfile.decode(json.dumps(body).encode())


def test_changing_the_passphrase_rewraps_only(tmp_path: Path) -> None:
    path = tmp_path / "plan.primum"
    create_store(path, "old").close()
    planner = path.read_bytes()
    key = keys.unlock(keyfile.read(path), "old")
    with pytest.raises(WrongPassphrase):
        change_passphrase(path, "wrong", "new")
    with pytest.raises(BadInput):
        change_passphrase(path, "old", "")
    open_store(path, "old").close()
    change_passphrase(path, "old", "new")
    assert keys.unlock(keyfile.read(path), "new") == key
    with pytest.raises(WrongPassphrase):
        open_store(path, "old")
    change_passphrase(path, "new", None)
    assert not keys.needs_passphrase(path)
    change_passphrase(path, None, "third")
    assert path.read_bytes() == planner
    assert sorted(place.name for place in tmp_path.iterdir()) == ["plan.primum", "plan.primum-keys"]
    open_store(path, "third").close()


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(step=st.sampled_from(["write", "fsync", "replace"]))
def test_a_failed_change_leaves_the_old_key_file(planner: Path, step: str) -> None:
    before = keys_path(planner).read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    target = {"write": (os, "fdopen"), "fsync": (os, "fsync"), "replace": (Path, "replace")}[step]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(*target, fail)
        with pytest.raises(NotSaved, match="The passphrase was not changed"):
            change_passphrase(planner, None, "new")
    assert keys_path(planner).read_bytes() == before
    assert sorted(place.name for place in planner.parent.iterdir()) == sorted(
        [planner.name, keys_path(planner).name]
    )


def test_new_files_are_never_put_over_old_ones(tmp_path: Path) -> None:
    place = tmp_path / "keys"
    durable.write_new(place, b"first")
    with pytest.raises(FileExistsError):
        durable.write_new(place, b"second")
    assert place.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [place]


def test_file_systems_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    place = tmp_path / "keys"
    durable.write_new(place, b"first")
    with pytest.raises(FileExistsError):
        durable.write_new(place, b"second")
    assert place.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [place]
