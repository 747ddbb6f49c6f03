"""The answer of the gate: every check that applies to a post, and whether it may be ready."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from app.model.finding import Finding, Strength
from app.model.tally import Tally as Tally


class Group(StrEnum):
    """The group of the checks panel that a check stands in, in panel order."""

    FIX = "fix"
    CONSIDER = "consider"
    CONFIRM = "confirm"
    CLEAR = "clear"


class Remedy(StrEnum):
    """What the author can do about a check; the interface gives each a button."""

    REPLACE = "replace"  # use one of Check.suggestions
    SHOW = "show"  # put the cursor on the words
    LINK_CONSENT = "link_consent"
    ADD_SOURCE = "add_source"
    ADD_LINE = "add_line"  # add one of Check.suggestions as the last paragraph
    DISCLOSE = "disclose"  # insert or link a disclosure line
    ADD_ALT_TEXT = "add_alt_text"
    CHECK_PICTURE = "check_picture"
    ADD_PICTURE = "add_picture"
    CHOOSE_NETWORKS = "choose_networks"
    CHOOSE_AUDIENCE = "choose_audience"
    SET_DATE = "set_date"
    OPEN_ACCOUNT = "open_account"
    SET_ASIDE = "set_aside"  # "Not needed here"; reason needed when strength is block
    CORRECT_FACT = "correct_fact"  # "This is not about a patient", with a reason
    CONFIRM = "confirm"


NO_RECORD = ("", 0)


@dataclass(frozen=True, slots=True)
class Check:
    """One row of the checks panel.

    Attributes:
        id: stable within a post: an item id, ``finding:rule:words`` or ``confirm:question``.
        title: plain words, for example "Could point to one patient".
        quote: the words or record it is about; may be empty.
        why: one plain line; for a cleared check, why it is met or not needed.
        strength: block and forbid stop Ready; warn does not.
        items: checklist item ids that this row answers.
        findings: where it is in the text.
        remedies: what can be done, most useful first.
        suggestions: finished replacements for the first finding's quote.
        fingerprint: of the inputs, for a confirmation or set-aside.
        confirmed_at: when a standing confirmation was given, aware UTC.
        reopened: it was confirmed for other words and must be confirmed again.
        core: one of the three that are always on top and never switched off.
        fact: the fact that made it apply, which CORRECT_FACT would correct.
        reason_needed: setting aside or correcting takes a written reason of 20 characters.
        network: whose own text the findings and suggestions are in; empty for the common text.
        places: for each finding whose own text it is in, where that can differ; else empty.
        record: the linked record that is not complete, as kind ("consent", "interest" or
            "source") and id; ("", 0) when a record is to be linked or nothing is.
        also: further questions that the row asks, each with the fingerprint of what it is about.
        reasons: ready-made reasons for setting this row aside.
        about: the network that the row is about, when it is about one alone.
        keys: what setting this row aside is remembered by, and ``bring_back`` takes.
        phrase: what it adds to "Not ready yet: ..." when it alone is in the way; may be empty.
    """

    id: str
    group: Group
    title: str
    why: str = ""
    quote: str = ""
    strength: Strength = Strength.BLOCK
    items: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    suggestions: tuple[str, ...] = ()
    fingerprint: str = ""
    confirmed_at: datetime | None = None
    reopened: bool = False
    core: bool = False
    fact: str = ""
    reason_needed: bool = False
    authorities: tuple[str, ...] = ()
    sure: str = "yes"
    network: str = ""
    keys: tuple[str, ...] = ()
    phrase: str = ""
    about: str = ""
    places: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    record: tuple[str, int] = NO_RECORD

    @property
    def texts(self) -> tuple[str, ...]:
        """The networks whose own texts it is in, the first first; "" is the common text."""
        return tuple(dict.fromkeys(self.places or (self.network,)))

    def in_text(self, network: str) -> tuple[Finding, ...]:
        """The findings in the own text of a network (empty: in the common text)."""
        places = self.places or (self.network,) * len(self.findings)
        return tuple(f for f, place in zip(self.findings, places, strict=True) if place == network)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about the post and its origin (``text``, ``picture``, ``record``, ``author``...)."""

    name: str
    value: bool
    origin: str
    because: str = ""


_NO_FINDINGS: Mapping[str, tuple[Finding, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything the gate says about one post, in panel order.

    ``findings`` are in the common text; ``own_findings`` holds those in each network's own text.
    A check in the group CONFIRM with a ``confirmed_at`` stands and counts as clear.
    """

    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    facts: Mapping[str, Fact]
    tally: Tally
    reason: str
    grade: float | None
    pack_version: str
    own_findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=lambda: _NO_FINDINGS)

    @property
    def clear(self) -> bool:
        """Whether nothing stops the post from being marked ready."""
        return self.tally.blocks == 0

    def group(self, group: Group) -> tuple[Check, ...]:
        """The checks of one group, core three first."""
        return tuple(check for check in self.checks if check.group is group)
