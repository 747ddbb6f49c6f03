"""Records that answer checks: consent, sources, interests, and the doctor's own account profile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.model.account import Account as Account


class Covers(StrEnum):
    """What a patient agreed to have shown."""

    STORY = "story"
    IMAGE = "image"
    VIDEO = "video"
    VOICE = "voice"


class Signer(StrEnum):
    """Who gave the consent, and so whether a representative signed."""

    PATIENT = "patient"
    PARENT = "parent"
    REPRESENTATIVE = "representative"
    NEXT_OF_KIN = "next_of_kin"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Consent:
    """A signed authorisation, by code and initials, never by name.

    The fields are those of a valid authorisation (45 CFR 164.508(c), GDPR art. 7,
    as compiled in ``resources/rules/authorities``). Dates are local calendar days.
    An empty ``networks`` means every network; ``ends_on`` None means no end date.
    """

    id: int
    code: str
    initials: str
    covers: frozenset[Covers]
    networks: tuple[str, ...]
    given_on: date
    ends_on: date | None = None
    withdrawn_on: date | None = None
    signer: Signer = Signer.PATIENT
    signer_authority: str = ""
    description: str = ""
    purpose: str = ""
    disclosed_by: str = ""
    recipients: str = "the general public"
    saw_final_version: bool = False
    right_to_revoke_told: bool = False
    redisclosure_told: bool = False
    not_condition_of_care: bool = False
    freely_given: bool = False
    identifiable_agreed: bool = False
    takedown_plan: str = ""
    form_kept_at: str = ""
    note: str = ""
    sample: bool = False


class SourceKind(StrEnum):
    """How a source is named."""

    DOI = "doi"
    PMID = "pmid"
    PMCID = "pmcid"
    NCT = "nct"
    GUIDELINE = "guideline"
    URL = "url"


class Evidence(StrEnum):
    """How strong a source is, strongest first (ranks of ``source_rules``)."""

    GUIDELINE = "guideline"
    TRIAL = "trial"
    OBSERVATIONAL = "observational"
    OPINION = "opinion"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """Something a post cites. ``short_name`` is what ``[@short-name]`` in the text points to."""

    id: int
    short_name: str
    kind: SourceKind
    identifier: str
    title: str = ""
    year: int | None = None
    evidence: Evidence = Evidence.UNKNOWN
    accessed_on: date | None = None
    check_by: date | None = None
    read_full: bool = False
    withdrawn: bool = False
    note: str = ""
    sample: bool = False


class Tie(StrEnum):
    """What kind of interest the doctor has."""

    EMPLOYER = "employer"
    CONSULTING = "consulting"
    SPEAKER = "speaker"
    RESEARCH = "research"
    SHARES = "shares"
    GIFT = "gift"
    BOARD = "board"
    FAMILY = "family"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Interest:
    """An affiliation or financial interest and the line that discloses it in a post."""

    id: int
    organisation: str
    tie: Tie
    line: str
    names: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    value: str = ""
    note: str = ""
    sample: bool = False
