from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.errors import CannotOpen
from app.store import owner
from app.store.open import open_store
from app.store.store import Store

from .conftest import NOW


def test_the_note_lies_beside_an_open_planner_only(planner: Path) -> None:
    with open_store(planner):
        note = owner.read(planner)
        assert note is not None
        assert note.is_this_process
        assert note.computer
    assert not owner.note_path(planner).exists()


def test_words() -> None:
    note = owner.Owner("CLINIC-PC", NOW, 1)
    clock = NOW.astimezone().strftime("%H:%M")
    assert note.words(NOW + timedelta(minutes=1)) == f"CLINIC-PC since {clock}"
    assert note.words(NOW + timedelta(days=2)) == f"CLINIC-PC since Tue 1 Sep, {clock}"


GARBAGE = [
    b"",
    b"\xff\xfe",
    b"[]",
    b"null",
    b"{" * 5000,
    b'{"computer": "", "since": "2026-09-01T09:30:00+00:00", "process": 1}',
    b'{"computer": "PC", "since": "yesterday", "process": 1}',
    b'{"computer": "PC", "since": "2026-09-01T09:30:00", "process": 1}',
    b'{"computer": "PC", "since": "0001-01-01T00:00:00+14:00", "process": 1}',
    b'{"computer": "PC", "since": "2026-09-01T09:30:00+00:00", "process": "x"}',
]


@pytest.mark.parametrize("garbage", GARBAGE)
def test_garbage_blocks_nothing(planner: Path, garbage: bytes) -> None:
    owner.note_path(planner).write_bytes(garbage)
    assert owner.read(planner) is None
    open_store(planner).close()


@pytest.mark.parametrize("garbage", GARBAGE)
def test_without_a_note_the_lock_still_speaks(store: Store, planner: Path, garbage: bytes) -> None:
    owner.note_path(planner).write_bytes(garbage)
    with pytest.raises(CannotOpen, match=r"This planner is open somewhere else\."):
        open_store(planner)


def test_a_note_left_by_a_crash_blocks_nothing(planner: Path) -> None:
    owner.note_path(planner).write_text(
        '{"computer": "OTHER-PC", "since": "2026-09-01T09:30:00+00:00", "process": 1}\n',
        encoding="utf-8",
    )
    with open_store(planner) as store:
        assert owner.read(store.path).is_this_process  # type: ignore[union-attr]


def test_a_note_in_the_way(planner: Path) -> None:
    owner.note_path(planner).mkdir()
    open_store(planner).close()
    assert owner.note_path(planner).is_dir()
