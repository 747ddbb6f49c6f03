"""Inbound comments that may be an emergency, or report a side effect or a device fault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.checks.context import Context
from app.checks.grammar import Match
from app.checks.heard import heard
from app.checks.inflect import word_set
from app.checks.judge import Judged, joined, said, whole
from app.checks.matches import TextRead, read_text
from app.checks.pack import Pack
from app.checks.rulebook import rulebook
from app.checks.safe_replies import safe_reply
from app.model.assessment import Fact
from app.model.finding import Finding, Kind
from app.model.post import PostKind
from app.text.document import Document

EMERGENCY = "emergencies.emergency"
ADVERSE = ("emergencies.adverse_event", "emergencies.adverse_told")
_OPENERS = word_set(
    "can could do does did is are was were what what's which how why should will would when where "
    "who has have"
)


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """The first words of an emergency, and each report of harm, in an inbound comment."""
    if context.kind is not PostKind.INBOUND:
        return
    read = read_text(document, pack, context.kind)
    rules = rulebook(pack).rules
    rule = rules[EMERGENCY]
    urgent = joined(
        document,
        [Judged(rule, match, rule.strength) for match in _current(document, read, EMERGENCY)],
        [EMERGENCY],
    )
    urgent += [
        row
        for row in heard(document, context, pack, Kind.EMERGENCY, urgent)
        if not _past_or_general(document, read, row.match)
    ]
    for row in urgent:
        yield _with_reply(
            said(document, row.rule, row.match, Kind.EMERGENCY, suggestions=()), context, pack
        )
    # What is urgent may be a side effect as well: the call comes first, the report still follows.
    told = [
        Judged(rules[name], match, rules[name].strength)
        for name in ADVERSE
        for match in _told(document, read, name)
    ]
    told += heard(document, context, pack, Kind.ADVERSE_EVENT, told)
    for row in joined(document, told, (*ADVERSE, *(row.rule.name for row in told))):
        # What was taken and what came of it are one report.
        report = whole(document, row).match
        yield _with_reply(
            said(document, row.rule, report, Kind.ADVERSE_EVENT, suggestions=()), context, pack
        )


def _with_reply(finding: Finding, context: Context, pack: Pack) -> Finding:
    """The finding with the reply that may be given where the practice is."""
    reply = safe_reply(finding.kind.value, context.jurisdictions, pack)
    return replace(finding, why=f"{finding.why} A safe reply: “{reply}”")


def facts(document: Document, context: Context, pack: Pack) -> Iterator[Fact]:
    """That an inbound comment may be an emergency."""
    for finding in find(document, context, pack):
        if finding.kind is Kind.EMERGENCY:
            yield Fact("inbound_emergency", True, "text", finding.quote)
            return


def _current(document: Document, read: TextRead, rule: str) -> list[Match]:
    """Matches that tell of now: neither history nor a question about health in general."""
    return [match for match in read.of(rule) if not _past_or_general(document, read, match)]


def _told(document: Document, read: TextRead, rule: str) -> list[Match]:
    """Matches that tell of somebody, not questions about medicines in general."""
    return [
        match
        for match in read.of(rule)
        if "{own_person" in read.classes[document.tokens[match.low].sentence]
        or not _asks_in_general(document, match)
    ]


def _asks_in_general(document: Document, match: Match) -> bool:
    """Whether the sentence opens as a question; "Bruises since the jab, normal?" does not."""
    span = document.sentences[document.tokens[match.low].sentence]
    opener = document.tokens[document.token_at(span.start)].lower
    return opener in _OPENERS and _asks(document, match)


def _past_or_general(document: Document, read: TextRead, match: Match) -> bool:
    found = read.classes[document.tokens[match.low].sentence]
    if "{suicide" in found or "{suicide_other" in found:
        return False
    if _general(document, read, match):
        return True
    return "{past_word" in found and "{now_strict" not in found


def _general(document: Document, read: TextRead, match: Match) -> bool:
    """A question about the subject, not a report of one's own."""
    found = read.classes[document.tokens[match.low].sentence]
    return "{info_ask" in found and "{own_now" not in found and _asks(document, match)


def _asks(document: Document, match: Match) -> bool:
    span = document.sentences[document.tokens[match.low].sentence]
    return "?" in document.plain[span.start : span.end + 1]
