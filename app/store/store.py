"""An open planner file: its connection, the one way to read and the one way to write."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from app.errors import KnownError
from app.model.rows import PostRow
from app.store import faults
from app.store.connection import Connection

Row = tuple[Any, ...]
Identity = tuple[int, int]


class Tx:
    """A transaction in progress. Writing functions take it, so none can write outside one."""

    __slots__ = ("_connection", "store")

    def __init__(self, store: Store, connection: Connection) -> None:
        self.store = store
        self._connection: Connection | None = connection

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> Any:
        """Run one statement; returns the cursor (``lastrowid``, ``rowcount``)."""
        return self._live().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterator[Row] | Sequence[Row]) -> None:
        """Run one statement for each row of parameters."""
        self._live().executemany(sql, parameters)

    def end(self) -> None:
        """Forget the connection: what kept this object cannot write later by mistake."""
        self._connection = None

    def _live(self) -> Connection:
        if self._connection is None:
            raise RuntimeError("this transaction has ended")
        return self._connection


class Store:
    """One open planner. Queries are functions of the modules beside this one and take it.

    Attributes:
        path: where the planner lies, links resolved.
        read_only: writing raises ``NotSaved``.
        row_cache: list rows by post id. Valid because the file is locked for this
            connection alone and every write drops what it changed.

    Not for two threads at once; it may be opened on one and used on another.
    """

    __slots__ = ("_connection", "_identity", "_on_close", "path", "read_only", "row_cache")

    def __init__(
        self,
        path: Path,
        connection: Connection,
        *,
        read_only: bool = False,
        on_close: Callable[[], None] = lambda: None,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.row_cache: dict[int, PostRow] = {}
        self._connection: Connection | None = connection
        self._on_close = on_close
        self._identity = _identity(path)

    def select(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows of a query.

        Raises:
            CannotOpen: the part of the file that holds them is damaged or gone.
        """
        connection = self._live()
        try:
            rows: list[Row] = connection.execute(sql, parameters).fetchall()
        except faults.DatabaseError as error:
            known = faults.reading(error, self.path)
            if known is None:
                raise
            raise known from error
        return rows

    def first(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """The first row of a query, or None."""
        rows = self.select(sql, parameters)
        return rows[0] if rows else None

    @contextmanager
    def transaction(self) -> Iterator[Tx]:
        """Write: all of it is on the disk when the block ends, or none of it is.

        BEGIN IMMEDIATE, so that reading first and writing then cannot fail half way;
        any exception takes everything back.

        Raises:
            NotSaved: the disk is full, gone or does not allow it; nothing was changed.
        """
        if self.read_only:
            raise faults.opened_read_only()
        connection = self._live()
        if connection.in_transaction:
            raise RuntimeError("a transaction is already in progress")
        tx = Tx(self, connection)
        try:
            self._check_place()
            connection.execute("BEGIN IMMEDIATE")
            yield tx
            self._check_place()
            connection.execute("COMMIT")
            self._keep_despite_lost_wal(connection)
        except BaseException as error:
            self._take_back(connection)
            known = self._words_for(error)
            if known is None:
                raise
            raise known from error
        finally:
            tx.end()

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it; closing twice is fine."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        self.row_cache.clear()
        try:
            # A full disk must not keep the program open: the log is replayed at the next open.
            with suppress(faults.DatabaseError):
                connection.close()
        finally:
            self._on_close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _live(self) -> Connection:
        if self._connection is None:
            raise RuntimeError("this planner is closed")
        return self._connection

    def _check_place(self) -> None:
        # SQLite happily goes on writing to a file that was deleted or renamed over.
        if self._identity != _identity(self.path):
            raise faults.folder_gone(self.path)

    def _keep_despite_lost_wal(self, connection: Connection) -> None:
        # A tidy hand may delete the -wal file; then what was just committed is in no
        # named file, until it is copied into the planner itself.
        if _identity(self.path.with_name(self.path.name + "-wal")) is None:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _take_back(self, connection: Connection) -> None:
        self.row_cache.clear()
        if connection.in_transaction:
            with suppress(faults.DatabaseError):
                connection.execute("ROLLBACK")

    def _words_for(self, error: BaseException) -> KnownError | None:
        if isinstance(error, faults.DatabaseError):
            return faults.saving(error, self.path)
        return None


def _identity(path: Path) -> Identity | None:
    """Device and file number of ``path``, or None when nothing is there."""
    try:
        found = os.stat(path)  # noqa: PTH116 - twice in every commit, and half the time of Path.stat
    except OSError:
        return None
    return found.st_dev, found.st_ino
