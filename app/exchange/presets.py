"""The forms a schedule can be handed over in, as dated data files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import resources
from app.errors import BadInput

_ORDER = ("buffer", "plain")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, letter by letter, and the field of ``app.exchange.lines`` in it."""

    header: str
    field: str


@dataclass(frozen=True, slots=True)
class Preset:
    """One CSV form.

    Attributes:
        file_name: without ending; may hold {first}, {last}, {zone} and {network}.
        one_file_each_network: a file for each network, as schedulers want it.
        row_limit: most rows in one file, the header not counted; 0 for no limit.
        bom: whether the file starts with a byte order mark.
        guard: whether cells are kept from being run as formulas (never for schedulers).
        ready_only: only Ready posts may be written.
        checked_on, sure: when the form was last checked, and how sure it is.
    """

    id: str
    name: str
    about: str
    file_name: str
    one_file_each_network: bool
    row_limit: int
    bom: bool
    guard: bool
    ready_only: bool
    columns: tuple[Column, ...]
    checked_on: date
    sure: str
    note: str = ""

    @property
    def header(self) -> tuple[str, ...]:
        """The header row."""
        return tuple(column.header for column in self.columns)


@cache
def presets() -> Mapping[str, Preset]:
    """Every form that ships with Primum, by id, in display order."""
    folder = Path(resources.__file__).parent / "exports"
    found = {
        name: read_preset(name, (folder / f"{name}.toml").read_text(encoding="utf-8"))
        for name in _ORDER
    }
    return MappingProxyType(found)


def read_preset(id_: str, text: str) -> Preset:
    """Read the TOML text of one form.

    Raises:
        BadInput: it cannot be used.
    """
    import tomllib

    from app.exchange.lines import FIELDS

    try:
        table: dict[str, Any] = tomllib.loads(text)
        columns = tuple(Column(str(c["header"]), str(c["field"])) for c in table["columns"])
        unknown = [column.field for column in columns if column.field not in FIELDS]
        if unknown or not columns:
            raise ValueError(f"unknown field {unknown}")
        return Preset(
            id=id_,
            name=str(table["name"]),
            about=str(table["about"]),
            file_name=str(table["file_name"]),
            one_file_each_network=bool(table["one_file_each_network"]),
            row_limit=int(table["row_limit"]),
            bom=bool(table["bom"]),
            guard=bool(table["guard"]),
            ready_only=bool(table["ready_only"]),
            columns=columns,
            checked_on=table["checked_on"],
            sure=str(table["sure"]),
            note=str(table.get("note", "")),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadInput(
            f"The export form {id_} cannot be read.",
            "Choose another form. Your posts are untouched.",
            technical=str(error),
        ) from error
