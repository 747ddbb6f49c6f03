"""The registers of a practice: one table of dated records."""

from __future__ import annotations

from dataclasses import replace

from app.model.registers import Register, RegisterRecord, Shows
from app.store.codec import DAY, one_of, some_of, text
from app.store.store import Row, Store, Tx

_COLUMNS = "id, register, title, dated, until, shows, note"
_REGISTER = one_of(Register)
_SHOWS = some_of(Shows)
_PUT = f"""INSERT INTO register ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET register = excluded.register, title = excluded.title,
dated = excluded.dated, until = excluded.until, shows = excluded.shows, note = excluded.note"""


def registers(store: Store) -> tuple[RegisterRecord, ...]:
    """All records of all registers, by register and newest first."""
    rows = store.select(f"SELECT {_COLUMNS} FROM register ORDER BY register, dated DESC, id DESC")
    return tuple(map(_back, rows))


def put_register(tx: Tx, record: RegisterRecord) -> RegisterRecord:
    """Store a record: id 0 is new, an id that is not there (an undo) comes back with that id."""
    values = (
        record.id or None,
        _REGISTER.out(record.register),
        text(record.title),
        DAY.out(record.dated),
        DAY.out(record.until),
        _SHOWS.out(record.shows),
        text(record.note),
    )
    cursor = tx.execute(_PUT, values)
    return replace(record, id=record.id or cursor.lastrowid)


def remove_register(tx: Tx, record_id: int) -> None:
    """Remove a record."""
    tx.execute("DELETE FROM register WHERE id = ?", (record_id,))


def _back(row: Row) -> RegisterRecord:
    number, register, title, dated, until, shows, note = row
    return RegisterRecord(
        number,
        _REGISTER.back(register),
        title,
        DAY.back(dated),
        DAY.back(until),
        _SHOWS.back(shows),
        note,
    )
