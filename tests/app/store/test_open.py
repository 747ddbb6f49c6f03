from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.errors import BadInput, CannotOpen, NotSaved, WrongPassphrase
from app.model.post import Post
from app.store import connection, faults, posts, schema, settings, unopened
from app.store.connection import connect, set_up
from app.store.keyfile import read
from app.store.keys import unlock
from app.store.open import create_store, keys_path, needs_passphrase, open_store
from app.store.store import Store

ROOT = Path(__file__).parents[3]


def files(folder: Path) -> dict[str, bytes]:
    return {place.name: place.read_bytes() for place in folder.iterdir() if place.is_file()}


@contextmanager
def raw(planner: Path) -> Iterator[object]:
    """The file as SQLCipher sees it, to put it into a state Primum would not."""
    opened = connect(planner, unlock(read(planner), None))
    try:
        set_up(opened)
        yield opened
    finally:
        opened.close()


@contextmanager
def refused(planner: Path, headline: str, kind: type[CannotOpen] = CannotOpen) -> Iterator[None]:
    """Opening says ``headline`` and leaves every file in the folder as it was."""
    before = files(planner.parent)
    with pytest.raises(kind) as caught:
        yield
    assert type(caught.value) is kind
    assert caught.value.headline == headline
    assert caught.value.detail
    assert files(planner.parent) == before


def test_a_new_planner_is_two_private_files_at_rest(tmp_path: Path) -> None:
    path = tmp_path / "plan.primum"
    create_store(path, None).close()
    assert sorted(files(tmp_path)) == ["plan.primum", "plan.primum-keys"]
    if os.name == "posix":
        assert {place.stat().st_mode & 0o777 for place in tmp_path.iterdir()} == {0o600}


def test_what_was_written_is_there_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "plan.primum"
    with create_store(path, "Herz & Niere") as store, store.transaction() as tx:
        settings.put_setting(tx, "zone", "Europe/London")
    with open_store(path, "Herz & Niere") as store:
        assert settings.settings(store) == {"zone": "Europe/London"}


def test_nothing_readable_lies_on_the_disk(
    store: Store, put: Callable[..., Post], planner: Path
) -> None:
    put("# Verapamil\n\nQuixotically secret words.", note="zyzzyva note")
    while_open = b"".join(files(planner.parent).values())
    store.close()
    for data in (while_open, b"".join(files(planner.parent).values())):
        for words in (b"Verapamil", b"Quixotically", b"zyzzyva", b"CREATE TABLE", b"SQLite"):
            assert words not in data


@pytest.mark.parametrize(
    "name", ["plan?mode=memory#1 %41.primum", "plän 心.primum", "a+b&c.primum"]
)
def test_any_file_name_works(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    create_store(path, None).close()
    assert path.stat().st_size > 0
    with open_store(path) as store:
        assert store.path == path


def test_creating_never_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.primum"
    path.write_text("something of hers", encoding="utf-8")
    with refused(path, "There is already a file with this name."):
        create_store(path, None)


def test_creating_never_replaces_a_key_file(planner: Path) -> None:
    planner.unlink()
    with refused(planner, "The key file of another planner is already there."):
        create_store(planner, None)


def test_creating_where_a_planner_is_open(store: Store, planner: Path) -> None:
    with refused(planner, "There is already a file with this name."):
        create_store(planner, None)


def test_creating_where_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="The planner was not made: the folder"):
        create_store(tmp_path / "gone" / "plan.primum", None)


def test_an_empty_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be empty"):
        create_store(tmp_path / "plan.primum", "  ")
    assert files(tmp_path) == {}


def test_a_failure_while_making_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(schema, "migrate", no_room)
    with pytest.raises(NotSaved, match=r"The planner was not made: the disk is full\."):
        create_store(tmp_path / "plan.primum", None)
    assert files(tmp_path) == {}


def test_wrong_and_missing_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "plan.primum"
    create_store(path, "right").close()
    assert needs_passphrase(path)
    with refused(path, "That passphrase does not open this planner.", WrongPassphrase):
        open_store(path, "Right")
    with refused(path, "This planner needs its passphrase.", WrongPassphrase):
        open_store(path)


def test_an_open_planner_needs_no_passphrase(planner: Path) -> None:
    assert not needs_passphrase(planner)
    open_store(planner, "not looked at").close()


def test_missing_file(tmp_path: Path) -> None:
    with refused(tmp_path / "gone.primum", "The planner is not there."):
        open_store(tmp_path / "gone.primum")
    with refused(tmp_path / "gone.primum", "The planner is not there."):
        open_store(tmp_path / "no folder" / "gone.primum")


def test_a_folder(tmp_path: Path) -> None:
    with refused(tmp_path, "This is a folder, not a planner."):
        open_store(tmp_path)


def test_an_empty_file_even_beside_a_key_file(planner: Path) -> None:
    planner.write_bytes(b"")
    with refused(planner, "The planner file is empty."):
        open_store(planner)
    keys_path(planner).unlink()
    with refused(planner, "The planner file is empty."):
        open_store(planner)


def test_missing_key_file(planner: Path) -> None:
    keys_path(planner).unlink()
    with refused(planner, "The key file of this planner is missing."):
        open_store(planner)


@pytest.mark.parametrize("garbage", [b"", b"\0" * 300, b"{}", b"[1]", b"x" * 100_000, b'"\xff'])
def test_garbage_for_a_key_file(planner: Path, garbage: bytes) -> None:
    keys_path(planner).write_bytes(garbage)
    with refused(planner, "The key file of this planner is damaged."):
        open_store(planner)


def test_the_key_file_of_another_planner(planner: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.primum"
    create_store(other, None).close()
    shutil.copy(keys_path(other), keys_path(planner))
    with refused(planner, "The key file beside this planner belongs to another one."):
        open_store(planner)


NOT_PLANNERS = {
    "text": b"Dear patients,\n" * 2000,
    "plain SQLite": b"SQLite format 3\0" + b"\0" * 8176,
    "short": b"hello",
    "picture": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20,
}


@pytest.mark.parametrize("content", NOT_PLANNERS.values(), ids=NOT_PLANNERS.keys())
def test_not_a_planner(planner: Path, content: bytes) -> None:
    keys_path(planner).unlink()
    planner.write_bytes(content)
    with refused(planner, "This file is not a planner."):
        open_store(planner)


def test_some_other_file_in_the_planners_place(planner: Path) -> None:
    planner.write_bytes(NOT_PLANNERS["text"])
    with refused(planner, "This file is not a planner."):
        open_store(planner)


def test_another_programs_database_under_the_same_key(planner: Path) -> None:
    with raw(planner) as opened:
        opened.execute("PRAGMA application_id = 77")  # type: ignore[attr-defined]
    with refused(planner, "This file is not a planner."):
        open_store(planner)


def test_a_newer_planner(planner: Path) -> None:
    with raw(planner) as opened:
        opened.execute(  # type: ignore[attr-defined]
            f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}"
        )
    with refused(planner, "This planner was made by a newer version of Primum."):
        open_store(planner)


@pytest.mark.parametrize(
    "dropped",
    [
        "TRIGGER audit_no_change",
        "TRIGGER post_words_update",
        "INDEX post_by_time",
        "TABLE account",
        "TABLE post_words",
    ],
)
def test_a_missing_part_is_damage(planner: Path, dropped: str) -> None:
    with raw(planner) as opened:
        opened.execute(f"DROP {dropped}")  # type: ignore[attr-defined]
    with refused(planner, "The planner file is damaged.") as _:
        open_store(planner)


def test_the_expected_parts_are_those_of_a_new_planner(store: Store) -> None:
    made = {
        (kind, name)
        for kind, name in store.select("SELECT type, name FROM sqlite_schema")
        if not name.startswith(("sqlite_", "idx__sqlite_migrations"))
    }
    assert made == schema.EXPECTED
    strict = store.select(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND strict = 0 AND name NOT LIKE 'sqlite%' AND name <> '_sqlite_migrations'"
    )
    assert strict == []


def test_already_open_says_where_and_since_when(store: Store, planner: Path) -> None:
    with pytest.raises(CannotOpen) as caught:
        open_store(planner)
    name = os.uname().nodename if sys.platform != "win32" else os.environ["COMPUTERNAME"]
    assert caught.value.headline.startswith(f"This planner is open on {name} since ")
    assert "read_only" in caught.value.remedies


def test_already_open_is_said_before_anything_about_the_passphrase_of_the_file(
    store: Store, planner: Path, tmp_path: Path
) -> None:
    # The key of another planner: locked must be said, not "damaged" or "other key file".
    other = tmp_path / "other.primum"
    create_store(other, None).close()
    shutil.copy(keys_path(other), keys_path(planner))
    with pytest.raises(CannotOpen, match="This planner is open"):
        open_store(planner)


def test_a_second_opening_leaves_the_first_at_work(store: Store, planner: Path) -> None:
    with pytest.raises(CannotOpen):
        open_store(planner)
    with store.transaction() as tx:
        settings.put_setting(tx, "zone", "Europe/Paris")
    with pytest.raises(CannotOpen, match="This planner is open"):
        open_store(planner)


def test_up_to_date_planners_open_without_the_slow_imports(planner: Path) -> None:
    code = (
        "import sys; from app.store.open import open_store; "
        "from app.store import audit, history, pictures, posts, records, rows, search; "
        f"open_store({str(planner)!r}).close(); "
        "slow = {'sqlite_utils', 'cryptography', 'PIL', 'PySide6', 'pysqlite3'} & set(sys.modules);"
        "sys.exit(', '.join(slow) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_pending_migrations_run_once_and_keep_the_posts(
    store: Store, put: Callable[..., Post], planner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = put()
    store.close()
    more = {**schema.MIGRATIONS, "0004-tags": "CREATE TABLE tag (name TEXT NOT NULL) STRICT;\n"}
    monkeypatch.setattr(schema, "MIGRATIONS", more)
    monkeypatch.setattr(schema, "SCHEMA_VERSION", 4)
    for _ in range(2):
        with open_store(planner) as opened:
            assert opened.first("PRAGMA user_version") == (4,)
            assert opened.select("SELECT * FROM tag") == []
            assert posts.get_post(opened, post.id) == post
            names = opened.select("SELECT name FROM _sqlite_migrations ORDER BY id")
            assert [row[0] for row in names] == list(more)


def test_a_migration_that_fails_changes_nothing(
    planner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = "CREATE TABLE tag (name TEXT NOT NULL) STRICT;\nINSERT INTO nowhere VALUES (1);\n"
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", {**schema.MIGRATIONS, "0004-broken": broken})
        patched.setattr(schema, "SCHEMA_VERSION", 4)
        with pytest.raises(faults.DatabaseError, match="no such table"):
            open_store(planner)
    with open_store(planner) as opened:
        assert opened.first("PRAGMA user_version") == (3,)
        assert opened.select("SELECT name FROM sqlite_schema WHERE name = 'tag'") == []


def test_statements_are_split_outside_triggers_only() -> None:
    for sql in schema.MIGRATIONS.values():
        parts = list(schema.statements(sql))
        assert all(part.startswith("CREATE ") for part in parts)
        assert len(parts) == sql.count("\nCREATE ")


def test_reading_only_sees_everything_and_writes_nothing(
    store: Store, put: Callable[..., Post], planner: Path
) -> None:
    post = put()
    store.close()
    before = files(planner.parent)
    with open_store(planner, read_only=True) as opened:
        assert opened.read_only
        assert opened.path == planner
        assert posts.get_post(opened, post.id) == post
        with pytest.raises(NotSaved, match="open for reading only"), opened.transaction():
            pass
        with open_store(planner) as writing:  # reading does not lock her out
            assert posts.get_post(writing, post.id) == post
    assert files(planner.parent) == before


def test_reading_only_beside_another_window_of_this_program(store: Store, planner: Path) -> None:
    with pytest.raises(CannotOpen, match="This planner is open"):
        open_store(planner, read_only=True)
    with pytest.raises(CannotOpen, match="This planner is open"):  # the lock still holds
        open_store(planner)


def test_the_private_copy_is_removed_again(planner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = planner.parent / "temp"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    with open_store(planner, read_only=True):
        assert len(list(place.iterdir())) == 1
    assert list(place.iterdir()) == []
    planner.write_bytes(NOT_PLANNERS["text"])
    with pytest.raises(CannotOpen):
        open_store(planner, read_only=True)
    assert list(place.iterdir()) == []


def test_pragmas(store: Store) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "cache_size": -6144,
        "recursive_triggers": 1,
    }
    assert {name: store.first(f"PRAGMA {name}") for name in wanted} == {
        name: (value,) for name, value in wanted.items()
    }


def test_closing_twice_and_using_after(planner: Path) -> None:
    store = open_store(planner)
    store.close()
    store.close()
    with pytest.raises(RuntimeError, match="closed"):
        store.select("SELECT 1")


def test_a_symbolic_link_leads_to_the_planner(planner: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.primum"
    link.symlink_to(planner)
    with open_store(link) as store:
        assert store.path == planner


def test_a_sqlite_without_encryption_touches_nothing(
    planner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "driver", sqlite3)
    with refused(planner, "This copy of Primum cannot read encrypted planners."):
        open_store(planner)


def test_sentences_never_name_codes() -> None:
    path = Path("/plans/heart.primum")
    made = (
        unopened.missing(path),
        unopened.empty(path),
        unopened.not_a_planner(path),
        unopened.other_key_file(path),
        unopened.open_elsewhere(path),
        unopened.no_room("SQLITE_FULL"),
        unopened.already_there(path),
        unopened.key_file_there(path),
        unopened.is_folder(path),
    )
    assert len({error.headline for error in made}) == len(made)
    for error in made:
        assert "SQLITE" not in str(error)
        assert error.headline.endswith(".")
        assert error.remedies
