"""A planner that is renamed, deleted, replaced or tidied away while it is open."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import NotSaved
from app.model.post import Post
from app.store import posts
from app.store.open import create_store, keys_path, open_store
from app.store.store import Store

NOW = datetime(2026, 9, 1, tzinfo=UTC)
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody move an open file"
)


def add(store: Store, uid: str) -> None:
    with store.transaction() as tx:
        posts.put_post(tx, Post(0, uid, "text", NOW, NOW))


def uids(path: Path) -> list[str]:
    with open_store(path, read_only=True) as store:
        return [post.uid for post in posts.posts(store)]


def test_renamed_and_put_back(planner: Path) -> None:
    store = open_store(planner)
    add(store, "before")
    elsewhere = planner.with_name("moved.primum")
    planner.rename(elsewhere)
    with pytest.raises(NotSaved, match=r"The planner folder is not there\.") as caught:
        add(store, "lost")
    assert str(planner) in caught.value.detail
    assert [post.uid for post in posts.posts(store)] == ["before"]  # still readable
    elsewhere.rename(planner)
    add(store, "after")
    store.close()
    assert uids(planner) == ["before", "after"]


def test_moved_in_the_middle_of_a_step(planner: Path) -> None:
    with open_store(planner) as store:
        elsewhere = planner.with_name("moved.primum")
        with pytest.raises(NotSaved, match="is not there"), store.transaction() as tx:  # noqa: PT012
            posts.put_post(tx, Post(0, "lost", "text", NOW, NOW))
            planner.rename(elsewhere)
        assert posts.posts(store) == ()


def test_deleted(planner: Path) -> None:
    with open_store(planner) as store:
        planner.unlink()
        with pytest.raises(NotSaved, match="is not there"):
            add(store, "lost")
        assert not planner.exists()
    assert not planner.exists()


def test_replaced_by_another_file(planner: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.primum"
    create_store(other, None).close()
    other_data = other.read_bytes()
    with open_store(planner) as store:
        other.replace(planner)
        keys_path(other).replace(keys_path(planner))
        with pytest.raises(NotSaved, match="is not there"):
            add(store, "lost")
    assert planner.read_bytes() == other_data


def test_the_folder_is_gone(planner: Path, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    path = folder / "plan.primum"
    store = create_store(path, None)
    folder.rename(tmp_path / "unplugged")
    with pytest.raises(NotSaved, match="is not there"):
        add(store, "lost")
    (tmp_path / "unplugged").rename(folder)
    add(store, "after")
    store.close()
    assert uids(path) == ["after"]


def test_a_tidied_away_log_loses_nothing_saved_later(planner: Path) -> None:
    store = open_store(planner)
    add(store, "before")
    planner.with_name(planner.name + "-wal").unlink()
    add(store, "after")
    # As if the power went now: only what lies on the disk under its name counts.
    copy = planner.with_name("copy.primum")
    shutil.copy(planner, copy)
    shutil.copy(keys_path(planner), keys_path(copy))
    assert uids(copy) == ["before", "after"]
    store.close()
    assert uids(planner) == ["before", "after"]
