"""A file or folder that allows no changes: read all, write nothing, and say so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import CannotOpen, NotSaved
from app.store import posts
from app.store.open import create_store, keys_path, open_store

from .conftest import Start

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions work otherwise there")
# Root may write anywhere, so the child becomes nobody once everything is imported.
NOBODY = """
import os, sys, unicodedata  # what is loaded late may lie where only root can read
from app.errors import KnownError
from app.store import audit, posts, reading_copy, settings
from app.store.open import change_passphrase, create_store, open_store

if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
action, path = sys.argv[1:]
try:
    if action == "open":
        open_store(path)
    elif action == "read":
        with open_store(path, read_only=True) as store:
            print("read", len(posts.posts(store)))
    elif action == "make":
        create_store(path, None)
    elif action == "passphrase":
        change_passphrase(path, None, "new")
except KnownError as error:
    print(error.headline)
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder that anyone may look into."""
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        if folder.stat().st_uid == os.geteuid():
            folder.chmod(0o755)
    shelf = tmp_path / "shelf"
    shelf.mkdir(mode=0o755)
    create_store(shelf / "plan.primum", None).close()
    for place in shelf.iterdir():
        place.chmod(0o644)
    return shelf / "plan.primum"


def said(start: Start, action: str, path: Path) -> str:
    process = start(NOBODY, action, path)
    words = process.communicate(timeout=60)[0].strip()
    assert process.returncode == 0
    return words


def contents(folder: Path) -> dict[str, bytes]:
    return {place.name: place.read_bytes() for place in folder.iterdir()}


def test_a_folder_that_allows_no_changes(shelf: Path, start: Start) -> None:
    shelf.parent.chmod(0o555)
    before = contents(shelf.parent)
    assert said(start, "open", shelf) == "This folder does not allow changes."
    assert said(start, "read", shelf) == "read 0"
    other = shelf.with_name("other.primum")
    assert said(start, "make", other) == (
        "The planner was not made: this folder does not allow changes."
    )
    assert said(start, "passphrase", shelf) == "The passphrase was not changed."
    assert contents(shelf.parent) == before


def test_a_file_that_allows_no_changes(shelf: Path, start: Start) -> None:
    shelf.parent.chmod(0o777)
    shelf.chmod(0o444)
    before = contents(shelf.parent)
    assert said(start, "open", shelf) == "This folder does not allow changes."
    assert said(start, "read", shelf) == "read 0"
    assert contents(shelf.parent) == before


def test_a_file_that_may_not_even_be_read(shelf: Path, start: Start) -> None:
    shelf.chmod(0o000)
    assert said(start, "read", shelf) == "The planner file cannot be read."
    shelf.chmod(0o644)
    keys_path(shelf).chmod(0o000)
    assert said(start, "read", shelf) == "The planner file cannot be read."


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mounts a small disk")
def test_a_disk_that_became_read_only(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "primum-test", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        path = disk / "plan.primum"
        create_store(path, None).close()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        before = contents(disk)
        with pytest.raises(CannotOpen, match="This folder does not allow changes"):
            open_store(path)
        with pytest.raises(NotSaved, match="this folder does not allow changes"):
            create_store(disk / "other.primum", None)
        with open_store(path, read_only=True) as store:
            assert posts.posts(store) == ()
        assert contents(disk) == before
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
