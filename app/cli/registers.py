"""The practice's registers in the terminal: list, add, change, remove."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from app.cli.outcome import Outcome
from app.errors import BadInput
from app.model.registers import Register, RegisterRecord, Shows
from app.planner import Planner


def listing(planner: Planner, chosen: argparse.Namespace) -> Outcome:
    """The records of one register or of all."""
    records = planner.registers.all(Register(chosen.type) if chosen.type else None)
    return Outcome([_data(one) for one in records], tuple(map(_line, records)) or ("No records.",))


def edit(planner: Planner, chosen: argparse.Namespace) -> Outcome:
    """Add a record, or change or remove the one of a number."""
    if chosen.remove is not None:
        gone = planner.registers.get(chosen.remove)
        planner.registers.remove(gone.id)
        return Outcome({"removed": gone.id}, (f"Removed {gone.title}.",))
    if chosen.change is not None:
        before = planner.registers.get(chosen.change)
    elif chosen.type and chosen.title:
        before = RegisterRecord(0, Register(chosen.type), chosen.title, planner.today())
    else:
        raise BadInput("A new record takes --type and --title.", "Nothing was changed.")
    record = _changed(before, chosen)
    changes = planner.registers.save(record)
    kept = planner.registers.get(changes.created or record.id)
    return Outcome(_data(kept), (_line(kept),))


def _changed(record: RegisterRecord, chosen: argparse.Namespace) -> RegisterRecord:
    said: dict[str, Any] = {
        "register": Register(chosen.type) if chosen.type else None,
        "title": chosen.title,
        "dated": chosen.on,
        "until": chosen.until,
        "shows": None if chosen.shows is None else frozenset(map(Shows, chosen.shows)),
        "note": chosen.note,
    }
    return replace(record, **{name: value for name, value in said.items() if value is not None})


def _data(record: RegisterRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "type": record.register.value,
        "title": record.title,
        "on": record.dated.isoformat(),
        "until": record.until.isoformat() if record.until else None,
        "shows": sorted(record.shows),
        "note": record.note,
    }


def _line(record: RegisterRecord) -> str:
    until = f" to {record.until.isoformat()}" if record.until else ""
    shows = f" ({', '.join(sorted(record.shows))})" if record.shows else ""
    return f"{record.id:>5}  {record.register:<14}  {record.dated}{until}  {record.title}{shows}"
