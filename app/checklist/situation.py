"""A post in its surroundings: what every rule of the checklist looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.checklist.inputs import Inputs
from app.checklist.items import Rules, places
from app.checks.hits import hits
from app.checks.pack import Pack
from app.checks.registry import Report
from app.model.assessment import Fact
from app.model.finding import Finding
from app.model.post import Post
from app.networks.catalogue import networks
from app.text.document import Document


@dataclass(frozen=True, slots=True)
class Told:
    """One text of a post and what the checks say of it; ``network`` is empty for the common one."""

    network: str
    text: str
    document: Document
    report: Report

    @property
    def name(self) -> str:
        """What a sentence calls it: "the text", or "the version for X"."""
        known = networks().get(self.network)
        return f"the version for {known.name}" if known is not None else "the text"


@dataclass(frozen=True)
class Situation:
    """What is known about a post before any item is answered.

    Attributes:
        inputs: the post and its records.
        pack, rules: the rules in force.
        told: its texts, the common one first.
        alt: picture name and what the checks find in its alt text.
        facts: what holds for the post and why.
    """

    inputs: Inputs
    pack: Pack
    rules: Rules
    told: tuple[Told, ...]
    alt: tuple[tuple[str, tuple[Finding, ...]], ...]
    facts: Mapping[str, Fact]

    @property
    def post(self) -> Post:
        """The post itself."""
        return self.inputs.post

    @cached_property
    def held(self) -> frozenset[str]:
        """Names of the facts that hold."""
        return frozenset(name for name, fact in self.facts.items() if fact.value)

    @cached_property
    def here(self) -> frozenset[str]:
        """Where the practice is bound, by every name a rule may use."""
        return places(self.inputs.account.jurisdictions)

    @cached_property
    def today(self) -> date:
        """The present local day."""
        return self.inputs.today

    @cached_property
    def day(self) -> date:
        """The local day the post goes out."""
        return self.inputs.day

    def because(self, fact: str) -> str:
        """The words or the record that a fact rests on; may be empty."""
        return self.facts[fact].because if fact in self.facts else ""

    def says(self, lexicon: str) -> bool:
        """Whether any text has a phrase of one of the checklist's lists."""
        return any(self.first_hit(told, lexicon) is not None for told in self.told)

    def first_hit(self, told: Told, lexicon: str) -> int | None:
        """Where in the plain text a phrase of a list first stands."""
        found = hits(told.document, self.pack).get(f"checklist.{lexicon}")
        return found[0].start if found else None

    def findings(self) -> Iterator[tuple[Told, Finding]]:
        """Every finding with the text it is in."""
        for told in self.told:
            for finding in told.report.findings:
                yield told, finding
