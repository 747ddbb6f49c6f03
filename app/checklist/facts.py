"""Facts about a post: from its words, pictures and records, and the author's word over all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from app.checklist.inputs import Inputs
from app.checks.registry import Report
from app.model.assessment import Fact
from app.model.finding import Kind, Strength
from app.model.post import Audience
from app.model.records import Account, Covers

# Claims that say what something does to health, in words that no list of verbs holds.
_HEALTH_CLAIMS = frozenset(
    {"causal_strength", "relative_risk", "natural_supplement", "anti_treatment"}
)
_PAID = frozenset({Kind.DISCLOSURE_MISSING, Kind.DISCLOSURE_WEAK})


def author_facts(inputs: Inputs) -> Mapping[str, bool]:
    """What the author said of the post, which the checks of the text must heed."""
    known = {entry.fact: entry.value for entry in inputs.post.fact_overrides}
    if any(picture.shows_person for picture in inputs.post.pictures):
        known.setdefault("shows_person", True)
    return MappingProxyType(known)


def gather(
    inputs: Inputs, reports: Iterable[Report], *, made_up: str, tie: str
) -> Mapping[str, Fact]:
    """Every fact that was looked at, true or false.

    Args:
        inputs: the post and its records.
        reports: of each of its texts; a fact holds if it holds in one of them.
        made_up: the words that say that the case is made up; empty if there are none.
        tie: an organisation the author has a tie with that is linked or named; or empty.
    """
    facts: dict[str, Fact] = {}
    for report in reports:
        for name, fact in (*report.facts.items(), *_from_findings(report)):
            if name not in facts or (fact.value and not facts[name].value):
                facts[name] = fact
    for fact in (*_from_post(inputs), *_from_records(inputs), *_from_account(inputs)):
        facts[fact.name] = fact
    facts["has_interest"] = Fact("has_interest", bool(tie), "record", tie)
    if made_up:
        facts["composite"] = Fact("composite", True, "text", made_up)
    for entry in inputs.post.fact_overrides:
        facts[entry.fact] = Fact(entry.fact, entry.value, "author", entry.reason)
    denied = facts.get("mentions_patient")
    if denied is not None and denied.origin == "author" and not denied.value:
        facts["patient_denied"] = Fact("patient_denied", True, "author", denied.because)
    return MappingProxyType(facts)


def _from_findings(report: Report) -> Iterator[tuple[str, Fact]]:
    """What was found in a text tells of it too, by whatever words it is told.

    A claim or a number is a health fact, and a label of payment says that there is a payment.
    """
    for finding in report.findings:
        if finding.strength is Strength.NOTE:
            continue
        if finding.kind in _PAID and finding.sub not in ("interest", "late"):
            name = "sponsored"
        elif finding.kind is Kind.NUMBER_WITHOUT_SOURCE:
            name = "has_statistic"
        elif finding.kind is Kind.CLAIM and finding.sub in _HEALTH_CLAIMS:
            name = "makes_claim"
        else:
            continue
        yield name, Fact(name, True, "text", finding.quote)


def _from_post(inputs: Inputs) -> Iterator[Fact]:
    post = inputs.post
    yield Fact("always", True, "record")
    if post.audience is None:
        # Until someone says otherwise, the stricter rules hold.
        yield Fact("no_audience", True, "record")
        yield Fact("aimed_at_patients", True, "record", "nobody said who it is for")
    elif post.audience is not Audience.PROFESSIONALS:
        yield Fact("aimed_at_patients", True, "record", post.audience.value)
    if post.pictures:
        yield Fact("has_media", True, "picture", post.pictures[0].name)
    person = next((picture for picture in post.pictures if picture.shows_person), None)
    if person is not None:
        yield Fact("shows_person", True, "picture", person.name)


def _from_records(inputs: Inputs) -> Iterator[Fact]:
    if inputs.sources:
        yield Fact("has_source", True, "record", inputs.sources[0].short_name)
    person = any(picture.shows_person for picture in inputs.post.pictures)
    for consent in inputs.consents:
        # A consent for a story says by itself that the story is someone's.
        if Covers.STORY in consent.covers and not person:
            yield Fact("mentions_patient", True, "record", f"Consent {consent.code}")
            break


def says_who(account: Account) -> bool:
    """Whether the profile gives a name, and a degree or role."""
    return bool(account.name.strip() and (account.degrees.strip() or account.role.strip()))


def _from_account(inputs: Inputs) -> Iterator[Fact]:
    if not says_who(inputs.account):
        yield Fact("no_profile", True, "record")
    if inputs.account.personal:
        yield Fact("personal_account", True, "record", "the account is personal")
