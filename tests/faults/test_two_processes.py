"""One planner, two programs: the second is told who has it, and a crash locks nobody out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.errors import CannotOpen
from app.store import owner, posts, settings
from app.store.open import open_store

from .conftest import Start

HOLDER = """
import sys
from app.store import settings
from app.store.open import open_store

store = open_store(sys.argv[1])
with store.transaction() as tx:
    settings.put_setting(tx, "held", True)
print("open", flush=True)
sys.stdin.readline()
store.close()
"""
BUSY_WRITER = """
import sys
import time
from datetime import UTC, datetime
from app.model.post import Post
from app.store import posts, settings
from app.store.open import open_store

store = open_store(sys.argv[1])
store.select("PRAGMA wal_autocheckpoint = 10")
now = datetime(2026, 9, 1, tzinfo=UTC)
for number in range(1, 100_000):
    with store.transaction() as tx:
        posts.put_post(tx, Post(0, str(number), "heart " * (number % 300), now, now))
        settings.put_setting(tx, "number", number)
    if number == 5:
        print("open", flush=True)
    if number % 10 == 0:
        time.sleep(0.1)  # even a fast writer stops to think
"""


def wait(process: object) -> None:
    assert process.stdout.readline() == "open\n"  # type: ignore[attr-defined]


def test_the_second_is_told_and_the_first_is_left_alone(planner: Path, start: Start) -> None:
    holder = start(HOLDER, planner)
    wait(holder)
    with pytest.raises(CannotOpen, match=r"This planner is open on .+ since \d\d:\d\d\."):
        open_store(planner)
    holder.communicate("close\n", timeout=30)
    with open_store(planner) as store:
        assert settings.settings(store) == {"held": True}


@pytest.mark.parametrize("garbage", [b"", b"\xff\x00{", b'{"computer": 5}'])
def test_the_lock_holds_whatever_the_note_says(planner: Path, start: Start, garbage: bytes) -> None:
    holder = start(HOLDER, planner)
    wait(holder)
    owner.note_path(planner).write_bytes(garbage)
    with pytest.raises(CannotOpen, match="This planner is open somewhere else"):
        open_store(planner)


def test_a_crash_locks_nobody_out(planner: Path, start: Start) -> None:
    holder = start(HOLDER, planner)
    wait(holder)
    holder.kill()
    holder.communicate()
    assert owner.note_path(planner).exists()  # left over, and only advice
    with open_store(planner) as store:
        assert settings.settings(store) == {"held": True}
    assert not owner.note_path(planner).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody copy a locked file")
def test_reading_beside_a_writer_sees_one_moment(planner: Path, start: Start) -> None:
    writer = start(BUSY_WRITER, planner)
    wait(writer)
    seen = set()
    for _ in range(8):
        with open_store(planner, read_only=True) as store:
            number = settings.settings(store)["number"]
            assert len(posts.posts(store)) == number
            seen.add(number)
    assert len(seen) > 1
    writer.kill()
    writer.communicate()
    with open_store(planner, read_only=True) as store:  # and after its crash
        assert len(posts.posts(store)) == settings.settings(store)["number"]
