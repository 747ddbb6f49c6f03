"""What is kept of a post's past: snapshots, earlier texts, what happened."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a post was when it was marked Ready: the record of what was checked.

    ``texts`` is network id to the flattened text; ``records`` is a JSON text of the
    linked records as they were; ``at`` is aware UTC.
    """

    post_id: int
    at: datetime
    who: str
    pack_version: str
    body: str
    texts: dict[str, str] = field(default_factory=dict)
    pictures: tuple[tuple[str, str], ...] = ()
    records: str = ""
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier text of a post, kept when it was marked Ready and once a day."""

    id: int
    post_id: int
    at: datetime
    reason: str
    body: str
    own_texts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """Something that happened; never changed, never removed. ``at`` is aware UTC."""

    id: int
    at: datetime
    what: str
    post_id: int | None
    detail: str
