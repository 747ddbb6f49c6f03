"""Dated records of a practice that answer checks of every post: policy, training, partners."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Register(StrEnum):
    """Which register a record stands in; the names are those of the checklist's rule file."""

    POLICY = "policy"
    TRAINING = "training"
    CPD = "cpd"
    PACK_REVIEW = "pack_review"
    PRACTICE = "practice"
    PARTNER = "partner"
    ACCOUNT = "account"
    SENSITIVE_DAYS = "sensitive_days"
    COMMENTS = "comments"


class Shows(StrEnum):
    """What a record shows besides its dates."""

    ACKNOWLEDGED = "acknowledged"
    AGREEMENT = "agreement"
    ALLOWED_SECTOR = "allowed_sector"
    REFLECTION = "reflection"


@dataclass(frozen=True, slots=True)
class RegisterRecord:
    """One dated entry of a register. Days are local calendar days.

    Attributes:
        register: where it stands.
        title: the policy's version, the course, the partner's name, the name of the day.
        dated: in force from, done on, vetted on, looked at on, first day.
        until: valid until, to be reviewed by, last day; None where it has no end.
        shows: what else it shows.
        note: internal, never published.
    """

    id: int
    register: Register
    title: str
    dated: date
    until: date | None = None
    shows: frozenset[Shows] = frozenset()
    note: str = ""
