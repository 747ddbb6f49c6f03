"""A full disk: said plainly, nothing half written, and all is well once there is room."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import NotSaved
from app.model.post import Post
from app.store import posts, upkeep
from app.store.open import change_passphrase, create_store, keys_path, open_store

from .conftest import Start

NOW = datetime(2026, 9, 1, tzinfo=UTC)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 6 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "primum-test", str(disk)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_disk_that_fills_up(small_disk: Path) -> None:
    path = small_disk / "plan.primum"
    kept: list[Post] = []
    (small_disk / "photos").write_bytes(b"\0" * 3_200_000)
    with create_store(path, None) as store:
        with pytest.raises(NotSaved) as caught:  # noqa: PT012 - it fills up somewhere in the loop
            for number in range(10_000):
                with store.transaction() as tx:
                    post = Post(0, f"uid-{number}", os.urandom(8000).hex(), NOW, NOW)
                    kept.append(posts.put_post(tx, post))
        assert caught.value.headline == "Not saved: the disk is full."
        assert len(kept) > 10
        # The last one was put but not committed, or not even put.
        stored = posts.posts(store)
        assert stored == tuple(kept[: len(stored)])
        assert len(kept) - len(stored) <= 1
        fill(small_disk)
        with pytest.raises(NotSaved, match="The passphrase was not changed"):
            change_passphrase(path, None, "new")
        (small_disk / "filler").unlink()
        (small_disk / "photos").unlink()
        with store.transaction() as tx:
            posts.remove_post(tx, stored[0].id)
        with store.transaction() as tx:
            changed = posts.put_post(tx, replace(stored[1], body="after"))
        assert upkeep.troubles(store) == ()
    with open_store(path) as store:
        assert posts.posts(store) == (changed, *stored[2:])
    assert sorted(place.name for place in small_disk.iterdir()) == [path.name, keys_path(path).name]


def fill(disk: Path) -> None:
    """Leave no byte free."""
    with (disk / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 1024)
        except OSError:
            return


def test_a_full_disk_when_making_and_opening(small_disk: Path) -> None:
    path = small_disk / "plan.primum"
    create_store(path, None).close()
    fill(small_disk)
    before = path.read_bytes()
    with pytest.raises(NotSaved, match="The planner was not made: the disk is full"):
        create_store(small_disk / "other.primum", None)
    with open_store(path, read_only=True) as store:
        assert posts.posts(store) == ()
    store = open_store(path)
    with pytest.raises(NotSaved, match="the disk is full"), store.transaction() as tx:
        posts.put_post(tx, Post(0, "uid", "text", NOW, NOW))
    store.close()
    assert path.read_bytes() == before
    assert sorted(place.name for place in small_disk.iterdir()) == [
        "filler",
        path.name,
        keys_path(path).name,
    ]


LIMITED = """
import resource, signal, sys
from dataclasses import replace
from datetime import UTC, datetime
from app.errors import NotSaved
from app.model.post import Post
from app.store import posts, upkeep
from app.store.open import open_store

now = datetime(2026, 9, 1, tzinfo=UTC)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = open_store(sys.argv[1])
with store.transaction() as tx:
    first = posts.put_post(tx, Post(0, "first", "kept", now, now))
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
try:
    with store.transaction() as tx:
        posts.put_post(tx, replace(first, body="lost"))
        for number in range(2000):
            posts.put_post(tx, Post(0, str(number), "heart " * 500, now, now))
except NotSaved as error:
    print(error.headline)
assert posts.posts(store) == (first,)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with store.transaction() as tx:
    second = posts.put_post(tx, Post(0, "second", "after", now, now))
assert upkeep.troubles(store) == ()
store.close()
assert posts.posts(open_store(sys.argv[1])) == (first, second)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on file size")
def test_a_file_that_may_not_grow(planner: Path, start: Start) -> None:
    process = start(LIMITED, planner)
    said = process.communicate(timeout=60)[0].strip()
    assert process.returncode == 0
    assert said in ("Not saved: the disk did not answer.", "Not saved: the disk is full.")
