from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from app.errors import BadInput, CannotOpen, NotSaved
from app.store import faults, settings, upkeep
from app.store.open import open_store
from app.store.store import Store


class Trouble(Exception):
    """SQLite's error with this result code."""

    def __init__(self, name: str) -> None:
        super().__init__("secret words of a post")
        self.sqlite_errorname = name


def test_an_exception_takes_everything_back(store: Store) -> None:
    with suppress(BadInput), store.transaction() as tx:
        settings.put_setting(tx, "a", 1)
        settings.put_setting(tx, "b", 2)
        raise BadInput("no")
    assert settings.settings(store) == {}
    with store.transaction() as tx:
        settings.put_setting(tx, "a", 3)
    assert settings.settings(store) == {"a": 3}


def test_an_interrupt_takes_everything_back(store: Store) -> None:
    with suppress(KeyboardInterrupt), store.transaction() as tx:
        settings.put_setting(tx, "a", 1)
        raise KeyboardInterrupt
    assert settings.settings(store) == {}


def test_transactions_do_not_nest(store: Store) -> None:
    with store.transaction() as tx:
        settings.put_setting(tx, "a", 1)
        with pytest.raises(RuntimeError, match="already in progress"), store.transaction():
            pass
    assert settings.settings(store) == {"a": 1}


def test_a_transaction_that_ended_cannot_write(store: Store) -> None:
    with store.transaction() as tx:
        settings.put_setting(tx, "a", 1)
    with pytest.raises(RuntimeError, match="ended"):
        settings.put_setting(tx, "a", 2)
    assert settings.settings(store) == {"a": 1}


def test_closing_in_the_middle_keeps_what_was_committed(store: Store, planner: Path) -> None:
    with store.transaction() as tx:
        settings.put_setting(tx, "a", 1)
    store.close()
    with open_store(planner) as again:
        assert settings.settings(again) == {"a": 1}


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        ("SQLITE_FULL", "Not saved: the disk is full."),
        ("SQLITE_IOERR_WRITE", "Not saved: the disk did not answer."),
        ("SQLITE_IOERR_FSYNC", "Not saved: the disk did not answer."),
        ("SQLITE_READONLY_DIRECTORY", "Not saved: this folder does not allow changes."),
        ("SQLITE_CANTOPEN", "Not saved: this folder does not allow changes."),
        ("SQLITE_CORRUPT_VTAB", "Not saved: the planner file is damaged."),
        ("SQLITE_BUSY_SNAPSHOT", "Not saved: another program is using the planner file."),
    ],
)
def test_sentences_for_a_failed_write(name: str, headline: str) -> None:
    error = faults.saving(Trouble(name), Path("/plans/heart.primum"))
    assert isinstance(error, NotSaved)
    assert error.headline == headline
    assert "Your text is still here" in error.detail
    assert (error.technical, bool(error.remedies)) == (name, True)
    assert "secret" not in str(error)


@pytest.mark.parametrize("name", ["SQLITE_CONSTRAINT", "SQLITE_ERROR", ""])
def test_bugs_are_not_dressed_up(name: str) -> None:
    assert faults.saving(Trouble(name), Path("/x")) is None
    assert faults.reading(Trouble(name), Path("/x")) is None


def test_sentences_for_a_failed_read() -> None:
    path = Path("/plans/heart.primum")
    damaged = faults.reading(Trouble("SQLITE_CORRUPT"), path)
    unplugged = faults.reading(Trouble("SQLITE_IOERR_READ"), path)
    assert isinstance(damaged, CannotOpen)
    assert isinstance(unplugged, CannotOpen)
    assert damaged.headline == "The planner file is damaged."
    assert unplugged.headline == "The planner file cannot be read just now."


@pytest.mark.parametrize(
    ("number", "headline"),
    [
        (28, "Not saved: the disk is full."),
        (13, "Not saved: this folder does not allow changes."),
        (30, "Not saved: this folder does not allow changes."),
        (5, "Not saved: the disk did not answer."),
        (2, "The planner folder is not there."),
    ],
)
def test_sentences_for_the_systems_errors(number: int, headline: str) -> None:
    error = faults.saving(OSError(number, "x"), Path("/plans/heart.primum"))
    assert error is not None
    assert error.headline == headline


def test_errors_of_the_callers_own_files_stay_what_they_are(store: Store) -> None:
    with pytest.raises(FileNotFoundError), store.transaction():
        Path("/nowhere/at/all").read_bytes()


def test_a_search_index_that_lost_its_way_is_noticed_and_made_anew(store: Store) -> None:
    with store.transaction() as tx:
        assert upkeep.search_index_fits(tx)
        tx.execute("INSERT INTO post_words (rowid, title) VALUES (77, 'stray')")
        assert not upkeep.search_index_fits(tx)
        upkeep.rebuild_search_index(tx)
        assert upkeep.search_index_fits(tx)


def test_used_on_another_thread(planner: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        store = pool.submit(open_store, planner).result()
    with store, store.transaction() as tx:
        settings.put_setting(tx, "a", 1)
        assert settings.settings(store) == {"a": 1}
