"""The networks Primum knows, and their limits as dated data that a user can correct."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import resources
from app.errors import BadInput

SURE = ("yes", "secondary", "partly", "memory")
"""How sure a figure is, surest first."""

FIGURES = ("limit", "limit_bytes", "link_length", "fold", "hashtags", "alt_text", "pictures")
"""The figures a network may carry; one that is absent is 0, no limit known."""


class Unit(StrEnum):
    """What the text limit of a network counts."""

    CHARACTERS = "characters"
    GRAPHEMES = "graphemes"
    WEIGHTED = "weighted"
    EMOJI_BYTES = "emoji_bytes"


class Figure(NamedTuple):
    """One limit: its value, the day it was last checked, how sure it is (one of ``SURE``)."""

    value: int
    checked_on: date
    sure: str
    note: str = ""


class Network(NamedTuple):
    """One network and what it takes.

    A number of 0 means that no limit is known, or for ``fold_chars`` that nothing
    is hidden. ``letters`` is the chip in our own font (no logos).
    ``links_open`` says whether a link in the text can be tapped.
    """

    id: str
    name: str
    letters: str
    unit: Unit
    links_open: bool
    picture_required: bool
    figures: Mapping[str, Figure]

    def _value(self, figure: str) -> int:
        found = self.figures.get(figure)
        return found.value if found else 0

    @property
    def limit(self) -> int:
        """Longest text, in ``unit``."""
        return self._value("limit")

    @property
    def limit_bytes(self) -> int:
        """Longest text in UTF-8 bytes, where a network limits that too."""
        return self._value("limit_bytes")

    @property
    def link_length(self) -> int:
        """What every link costs, however long it is; 0 when links cost their own length."""
        return self._value("link_length")

    @property
    def fold_chars(self) -> int:
        """About how many characters show before "...more"."""
        return self._value("fold")

    @property
    def hashtag_limit(self) -> int:
        """Most hashtags a post may carry."""
        return self._value("hashtags")

    @property
    def alt_limit(self) -> int:
        """Longest alt text of one picture, in characters."""
        return self._value("alt_text")

    @property
    def max_pictures(self) -> int:
        """Most pictures in one post."""
        return self._value("pictures")

    @property
    def checked_on(self) -> date:
        """The day the oldest of the figures was checked."""
        return min(figure.checked_on for figure in self.figures.values())

    @property
    def sure(self) -> str:
        """How sure the least sure figure is."""
        return max((figure.sure for figure in self.figures.values()), key=SURE.index)


@cache
def networks() -> Mapping[str, Network]:
    """Every network that ships with Primum, by id, in display order."""
    path = Path(resources.__file__).parent / "networks" / "networks.toml"
    return read_networks(path.read_text(encoding="utf-8"))


def network(chosen: str | Network) -> Network:
    """The network of an id; one that is already a ``Network`` (a corrected one) is itself.

    Raises:
        KeyError: the id is unknown.
    """
    return chosen if isinstance(chosen, Network) else networks()[chosen]


def read_networks(text: str, base: Mapping[str, Network] | None = None) -> Mapping[str, Network]:
    """Read a TOML text of networks in the form of the file that ships.

    Args:
        text: the file's text.
        base: networks to correct. What the text gives replaces them figure by
            figure; what it leaves out stays. Without it each network must be complete.

    Raises:
        BadInput: the text is no TOML, or an entry cannot be used; says which one.
    """
    import tomllib

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(
            "The list of networks cannot be read.",
            "The limits that came with Primum stay in use.",
            technical=str(error),
        ) from error
    found = dict(base or {})
    for id_, table in tables.items():
        if isinstance(table, dict):
            found[id_] = _read_network(id_, table, found.get(id_))
    return MappingProxyType(found)


def _read_network(id_: str, table: Mapping[str, Any], known: Network | None) -> Network:
    figures = dict(known.figures) if known else {}
    for name, entry in dict(table.get("figures", {})).items():
        figures[name] = _read_figure(id_, name, entry)
    try:
        if known is not None:
            return known._replace(name=str(table.get("name", known.name)), figures=figures)
        if not figures.get("limit"):
            raise KeyError("limit")
        return Network(
            id=id_,
            name=str(table["name"]),
            letters=str(table["letters"]),
            unit=Unit(table["unit"]),
            links_open=bool(table["links_open"]),
            picture_required=bool(table.get("picture_required", False)),
            figures=MappingProxyType(figures),
        )
    except (KeyError, ValueError) as error:
        raise _wrong(id_, str(error)) from error


def _read_figure(id_: str, name: str, entry: object) -> Figure:
    if name not in FIGURES or not isinstance(entry, dict):
        raise _wrong(id_, name)
    value, checked_on = entry.get("value"), entry.get("checked_on")
    sure = entry.get("sure", "memory")
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _wrong(id_, name)
    if not isinstance(checked_on, date) or sure not in SURE:
        raise _wrong(id_, name)
    return Figure(value, checked_on, sure, str(entry.get("note", "")))


def _wrong(id_: str, what: str) -> BadInput:
    return BadInput(
        f"One entry in the list of networks cannot be used: {id_}, {what}.",
        "The limits that came with Primum stay in use. "
        "A figure needs a value of 0 or more, the day it was checked and how sure it is.",
    )
