"""The shape of a planner file, its migrations, and the check that all of it is there.

``user_version`` says how many migrations a file has had, so that a file that is
up to date opens without importing sqlite_utils (90 ms). A migration is SQL text:
sqlite_utils' ``transform`` drops triggers without a word, and search and the
audit trail live by theirs. What must exist is therefore compared at every open.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.store.connection import APPLICATION_ID, Connection, driver
from app.store.schema_sql import MIGRATIONS

if TYPE_CHECKING:
    from sqlite_utils import Database

SCHEMA_VERSION = len(MIGRATIONS)
_SET_NAME = "primum"
_SHADOWS = ("data", "idx", "docsize", "config")
_CREATED = re.compile(
    r"^CREATE (?:UNIQUE )?(?P<kind>TABLE|INDEX|TRIGGER|VIRTUAL TABLE) (?P<name>\w+)", re.MULTILINE
)


def _expected() -> frozenset[tuple[str, str]]:
    """Kind and name of everything the migrations make (none of them drops anything yet)."""
    found: set[tuple[str, str]] = {("table", "_sqlite_migrations")}
    for sql in MIGRATIONS.values():
        for match in _CREATED.finditer(sql):
            kind, name = match["kind"], match["name"]
            if kind == "VIRTUAL TABLE":
                found.add(("table", name))
                found.update(("table", f"{name}_{shadow}") for shadow in _SHADOWS)
            else:
                found.add((kind.lower(), name))
    return frozenset(found)


EXPECTED = _expected()


def missing_objects(connection: Connection) -> tuple[str, ...]:
    """Names of tables, indexes and triggers that should be in the file and are not."""
    present = set(connection.execute("SELECT type, name FROM sqlite_schema"))
    return tuple(sorted(name for kind, name in EXPECTED if (kind, name) not in present))


def migrate(connection: Connection) -> None:
    """Bring a file up to ``SCHEMA_VERSION``; each step happens wholly or not at all."""
    with _sqlcipher_for_sqlite_utils():
        from sqlite_utils import Database, Migrations

    steps = Migrations(_SET_NAME)
    for number, (name, sql) in enumerate(MIGRATIONS.items(), start=1):
        steps(name=name)(_step(sql, number))
    steps.apply(Database(connection, execute_plugins=False))


def _step(sql: str, number: int) -> Callable[[Database], None]:
    """One migration as sqlite_utils wants it: a function of a database."""

    def step(db: Database) -> None:
        for statement in statements(sql):
            db.conn.execute(statement)
        db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.conn.execute(f"PRAGMA user_version = {number}")

    return step


def statements(sql: str) -> Iterator[str]:
    """Split a script at the semicolons that end a statement (a trigger has some within).

    ``executescript`` would commit the migration's transaction first.
    """
    text = ""
    for line in sql.splitlines(keepends=True):
        text += line
        if line.rstrip().endswith(";") and _complete(text):
            yield text.strip()
            text = ""
    if text.strip():
        raise ValueError("a migration ends within a statement")


def _complete(text: str) -> bool:
    return bool(driver.complete_statement(text))


@contextmanager
def _sqlcipher_for_sqlite_utils() -> Iterator[None]:
    """Let sqlite_utils catch SQLCipher's exceptions.

    It catches ``sqlite3.OperationalError``, which SQLCipher's does not inherit, but
    takes its classes from a module called pysqlite3 when there is one.
    """
    names = ("pysqlite3", "pysqlite3.dbapi2")
    before = {name: sys.modules.get(name) for name in names}
    for name in names:
        sys.modules[name] = driver
    try:
        yield
    finally:
        for name, module in before.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module
