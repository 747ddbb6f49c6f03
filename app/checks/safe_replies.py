"""Replies that say the safe thing and no more, with the numbers of the practice's country."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.checks.inflect import word_set
from app.checks.pack import Pack

OTHER = "other"
_EUROPE = "EU"
_MEMBERS = word_set(
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
)


def safe_reply(name: str, jurisdictions: tuple[str, ...], pack: Pack) -> str:
    """The safe reply to an ``emergency``, to a question for ``advice`` and so on.

    Raises:
        KeyError: there is no reply of this name.
    """
    data: Mapping[str, Any] = pack.data["safe_replies"]
    numbers, schemes = data["numbers"], data["schemes"]
    rows: list[Mapping[str, str]] = [numbers[_place(name, numbers)] for name in jurisdictions]
    emergency = _agreed([row["emergency"] for row in rows]) or numbers[OTHER]["emergency"]
    more = _agreed([row.get("more", "") for row in rows])
    scheme = _agreed([schemes[_place(name, schemes)] for name in jurisdictions])
    return str(data["templates"][name]).format(
        emergency=emergency,
        more=f" {more}" if more else "",
        scheme=scheme or schemes[OTHER],
    )


def _agreed(said: list[str]) -> str:
    """What all places say alike; nobody can know in which of them the reader is."""
    return said[0] if said and len(set(said)) == 1 else ""


def _place(name: str, table: Mapping[str, Any]) -> str:
    country = name.upper().partition("-")[0].replace("GB", "UK")
    if country in table:
        return country
    return _EUROPE if country in _MEMBERS else OTHER
