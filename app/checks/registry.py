"""The one place where all checks of a text are run, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from app.checks.context import Context
from app.checks.facts import read_facts
from app.checks.heard import doubted
from app.checks.merge import merged
from app.checks.own import with_own
from app.checks.pack import Pack, load_pack
from app.model.assessment import Fact
from app.model.finding import Finding
from app.text.document import Document, read_document
from app.text.grade import grade

Find = Callable[[Document, Context, Pack], Iterable[Finding]]
Facts = Callable[[Document, Context, Pack], Iterable[Fact]]


@dataclass(frozen=True, slots=True)
class Family:
    """Checks that belong together.

    Attributes:
        name: in plain words, for "could not be checked".
        find: the findings of a text.
        facts: facts that this family reads better than a list of words.
    """

    name: str
    find: Find
    facts: Facts | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks say about a text.

    Attributes:
        findings: in text order, offsets into the text as given.
        facts: by name; those the author set have the origin ``author``.
        grade: reading grade, None when the text is too short to grade.
        failed: names of the families that broke off; the text is not fully checked then.
    """

    findings: tuple[Finding, ...]
    facts: Mapping[str, Fact]
    grade: float | None
    failed: tuple[str, ...] = ()


@cache
def families() -> tuple[Family, ...]:
    """Every family, in the order in which they speak."""
    from app.checks import (
        claims,
        disclosure,
        emergencies,
        guidelines,
        identifiers,
        jargon,
        numbers,
        patient,
        products,
        replies,
        testimonials,
        tone,
        wording,
    )

    return (
        Family("patient stories", patient.find, patient.facts),
        Family("identifying details", identifiers.find),
        Family("claims", claims.find),
        Family("numbers", numbers.find),
        Family("guidelines", guidelines.find),
        Family("disclosures", disclosure.find, disclosure.facts),
        Family("products", products.find),
        Family("testimonials", testimonials.find, testimonials.facts),
        Family("advice and replies", replies.find, replies.facts),
        Family("emergencies", emergencies.find, emergencies.facts),
        Family("tone", tone.find),
        Family("person-first words", wording.find),
        Family("plain words", jargon.find),
    )


def check(text: str, context: Context, pack: Pack | None = None) -> Report:
    """Check a Markdown text. Pure and safe to call from any thread.

    A family that breaks off is named in ``Report.failed``; the others still speak.
    """
    return run(text, context, pack or load_pack(), families())


def run(text: str, context: Context, pack: Pack, members: Iterable[Family]) -> Report:
    """``check`` with the families given."""
    members = tuple(members)
    document = read_document(text)
    facts, failed = _facts(document, context, pack, members)
    known = {name: fact.value for name, fact in facts.items()}
    informed = replace(context, facts=MappingProxyType(known))
    findings: list[Finding] = []
    for family in members:
        try:
            findings.extend(family.find(document, informed, pack))
        except Exception:  # one broken family must not silence the others
            failed.append(family.name)
    said = merged(doubted(document, informed, pack, findings), document)
    if context.practice is not None:
        try:
            said = with_own(said, document, context.kind, context.practice)
        except Exception:  # the pack's own findings still speak
            failed.append("your practice's own words")
    return Report(
        said,
        MappingProxyType(facts),
        grade(document),
        tuple(dict.fromkeys(failed)),
    )


def _facts(
    document: Document, context: Context, pack: Pack, members: tuple[Family, ...]
) -> tuple[dict[str, Fact], list[str]]:
    """Facts by name: the author's word first, then a family's, then the lists'."""
    failed: list[str] = []
    facts = read_facts(document, context, pack)
    for family in members:
        if family.facts is None:
            continue
        try:
            facts.update((fact.name, fact) for fact in family.facts(document, context, pack))
        except Exception:
            failed.append(family.name)
    for name, value in context.facts.items():
        facts[name] = Fact(name, value, "author", facts[name].because if name in facts else "")
    return facts, failed
