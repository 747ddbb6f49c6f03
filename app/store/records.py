"""Consents, sources and interests: each a table whose columns are the fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Generic, TypeVar

from app.errors import BadInput, Refused
from app.model.records import (
    Consent,
    Covers,
    Evidence,
    Interest,
    Signer,
    Source,
    SourceKind,
    Tie,
)
from app.store import faults
from app.store.codec import DAY, FLAG, NAMES, PLAIN, TEXT, Codec, one_of, some_of
from app.store.store import Store, Tx

R = TypeVar("R", Consent, Source, Interest)

_DAYS = dict.fromkeys(
    ("given_on", "ends_on", "withdrawn_on", "accessed_on", "check_by", "since", "until"), DAY
)
_FLAGS = dict.fromkeys(
    (
        *("saw_final_version", "right_to_revoke_told", "redisclosure_told"),
        *("not_condition_of_care", "freely_given", "identifiable_agreed"),
        *("read_full", "withdrawn", "sample"),
    ),
    FLAG,
)
_LISTS = dict.fromkeys(("networks", "names", "products"), NAMES)
_COMMON: Mapping[str, Codec] = {"id": PLAIN, "year": PLAIN, **_DAYS, **_FLAGS, **_LISTS}


@dataclass(frozen=True)
class _Table(Generic[R]):
    """One kind of record: its table, its fields and the words for its two refusals."""

    name: str
    kind: type[R]
    order: str
    own: Mapping[str, Codec]
    called: str
    label: str

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(field.name for field in fields(self.kind))

    def codec(self, column: str) -> Codec:
        return self.own.get(column) or _COMMON.get(column, TEXT)

    def back(self, row: tuple[Any, ...]) -> R:
        pairs = zip(self.columns, row, strict=True)
        return self.kind(**{column: self.codec(column).back(value) for column, value in pairs})

    def all(self, store: Store) -> tuple[R, ...]:
        sql = f"SELECT {', '.join(self.columns)} FROM {self.name} ORDER BY {self.order}, id"
        return tuple(self.back(row) for row in store.select(sql))

    def one(self, store: Store, record_id: int) -> R | None:
        sql = f"SELECT {', '.join(self.columns)} FROM {self.name} WHERE id = ?"
        row = store.first(sql, (record_id,))
        return None if row is None else self.back(row)

    def put(self, tx: Tx, record: R) -> R:
        values = [self.codec(column).out(getattr(record, column)) for column in self.columns]
        values[0] = record.id or None
        try:
            cursor = tx.execute(_upsert(self.name, self.columns), values)
        except faults.DatabaseError as error:
            # The driver gives no extended code that would tell this from other constraints.
            if str(error) != f"UNIQUE constraint failed: {self.name}.{self.label}":
                raise
            raise self._taken(record) from error
        return replace(record, id=record.id or cursor.lastrowid)

    def remove(self, tx: Tx, record_id: int) -> None:
        count = len(posts_using(tx.store, self.name, record_id))
        if count:
            posts = "1 post uses" if count == 1 else f"{count} posts use"
            raise Refused(
                f"{posts} this {self.called}.",
                "Nothing was removed. Unlink it there first; posts in the bin count too.",
                remedies=("show_posts",),
            )
        tx.execute(f"DELETE FROM {self.name} WHERE id = ?", (record_id,))

    def _taken(self, record: R) -> BadInput:
        return BadInput(
            f"There is already a {self.called} called {getattr(record, self.label)}.",
            "Nothing was changed. Give this one another name, or use the one you have.",
        )


def _upsert(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(columns)
    marks = ", ".join("?" * len(columns))
    changes = ", ".join(f"{column} = excluded.{column}" for column in columns if column != "id")
    return (
        f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changes}"
    )


_SOURCES = _Table(
    "source",
    Source,
    "short_name COLLATE NOCASE",
    {"kind": one_of(SourceKind), "evidence": one_of(Evidence)},
    "source",
    "short_name",
)
_CONSENTS = _Table(
    "consent",
    Consent,
    "code COLLATE NOCASE",
    {"covers": some_of(Covers), "signer": one_of(Signer)},
    "consent",
    "code",
)
_INTERESTS = _Table(
    "interest",
    Interest,
    "organisation COLLATE NOCASE",
    {"tie": one_of(Tie)},
    "affiliation",
    "organisation",
)


def sources(store: Store) -> tuple[Source, ...]:
    """All sources, by short name."""
    return _SOURCES.all(store)


def source(store: Store, source_id: int) -> Source | None:
    """One source, or None."""
    return _SOURCES.one(store, source_id)


def put_source(tx: Tx, record: Source) -> Source:
    """Store a source: id 0 is new, an id that is not there (an undo) comes back with that id.

    Raises:
        BadInput: another source has this short name (case aside).
    """
    return _SOURCES.put(tx, record)


def remove_source(tx: Tx, source_id: int) -> None:
    """Remove a source; Refused while a post is linked to it."""
    _SOURCES.remove(tx, source_id)


def consents(store: Store) -> tuple[Consent, ...]:
    """All consents, by code."""
    return _CONSENTS.all(store)


def consent(store: Store, consent_id: int) -> Consent | None:
    """One consent, or None."""
    return _CONSENTS.one(store, consent_id)


def put_consent(tx: Tx, record: Consent) -> Consent:
    """Store a consent; ids as for ``put_source``.

    Raises:
        BadInput: another consent has this code (case aside).
    """
    return _CONSENTS.put(tx, record)


def remove_consent(tx: Tx, consent_id: int) -> None:
    """Remove a consent; Refused while a post is linked to it."""
    _CONSENTS.remove(tx, consent_id)


def interests(store: Store) -> tuple[Interest, ...]:
    """All affiliations and interests, by organisation."""
    return _INTERESTS.all(store)


def interest(store: Store, interest_id: int) -> Interest | None:
    """One affiliation or interest, or None."""
    return _INTERESTS.one(store, interest_id)


def put_interest(tx: Tx, record: Interest) -> Interest:
    """Store an affiliation or interest; ids as for ``put_source``."""
    return _INTERESTS.put(tx, record)


def remove_interest(tx: Tx, interest_id: int) -> None:
    """Remove an affiliation or interest; Refused while a post is linked to it."""
    _INTERESTS.remove(tx, interest_id)


def posts_using(store: Store, kind: str, record_id: int) -> tuple[int, ...]:
    """Ids of posts linked to a record; ``kind`` is ``source``, ``consent`` or ``interest``.

    Posts in the bin are among them: they can come back.
    """
    if kind not in ("source", "consent", "interest"):
        raise ValueError(f"no such kind of record: {kind}")
    rows = store.select(
        f"SELECT DISTINCT post_id FROM post_{kind} WHERE record_id = ? ORDER BY post_id",
        (record_id,),
    )
    return tuple(row[0] for row in rows)
