"""What a check says about a text: a finding, with its place in the text the author sees."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Strength(StrEnum):
    """How much a finding weighs.

    A note informs and never counts; forbid is cleared by new words only.
    """

    NOTE = "note"
    WARN = "warn"
    BLOCK = "block"
    FORBID = "forbid"


class Kind(StrEnum):
    """What a finding is about. The names are part of the terminal's JSON and never change."""

    IDENTIFIER = "identifier"
    CASE_NARRATIVE = "case_narrative"
    CLAIM = "claim"
    NUMBER_WITHOUT_SOURCE = "number_without_source"
    DISCLOSURE_MISSING = "disclosure_missing"
    DISCLOSURE_WEAK = "disclosure_weak"
    PRODUCT = "product"
    ADVICE = "advice"
    PATIENT_CONFIRMATION = "patient_confirmation"
    TONE = "tone"
    PERSON_FIRST = "person_first"
    JARGON = "jargon"
    DM_INVITE = "dm_invite"
    TESTIMONIAL = "testimonial"
    EMERGENCY = "emergency"
    ADVERSE_EVENT = "adverse_event"
    SUPERSEDED = "superseded"


class IdentifierSub(StrEnum):
    """Which identifier was found; the ``sub`` of an identifier finding."""

    NAME = "name"
    DATE = "date"
    AGE_OVER_89 = "age_over_89"
    PLACE = "place"
    PHONE = "phone"
    EMAIL = "email"
    RECORD_NUMBER = "record_number"
    SERIAL = "serial"
    OCCUPATION = "occupation"
    RELATIVE = "relative"
    HANDLE = "handle"
    URL = "url"
    IP = "ip"
    COMBINATION = "combination"
    RARE_EVENT = "rare_event"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem in one place.

    Attributes:
        kind: what it is about.
        sub: finer kind: an ``IdentifierSub``, or the lexicon group (``cure``, ``relative_risk``).
        rule: stable rule name, for example ``claims.cure``; shown by "Why?".
        strength: how much it weighs.
        start, end: Unicode code points into the text as given (Markdown signs included).
        quote: ``text[start:end]``.
        title: a few plain words, for example "Promises a result".
        why: one plain sentence.
        suggestions: finished replacements for ``quote`` that read well in place; may be empty.
        authorities: ids in the authorities list.
        sure: how far the rule was confirmed: yes, secondary, partly, memory.
    """

    kind: Kind
    sub: str
    rule: str
    strength: Strength
    start: int
    end: int
    quote: str
    title: str
    why: str
    suggestions: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    sure: str = "yes"

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError("a finding starts before it ends")
