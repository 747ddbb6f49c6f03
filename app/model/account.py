"""The doctor's own profile."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """The doctor's own profile. Her own phone, links and name are never identifiers."""

    name: str = ""
    degrees: str = ""
    role: str = ""
    employer: str = ""
    jurisdictions: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    personal: bool = False
