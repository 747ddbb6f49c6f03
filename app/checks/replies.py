"""What public words to one person must not do: advise, confirm, invite, argue."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.context import Context
from app.checks.cues import more
from app.checks.heard import heard
from app.checks.judge import Stance, joined, judged, said
from app.checks.matches import calls_for_help, read_text
from app.checks.pack import Pack
from app.checks.rulebook import rulebook
from app.checks.scope import read_scope
from app.model.assessment import Fact
from app.model.finding import Finding, Kind
from app.model.post import PostKind
from app.text.document import Document

ADVICE = "replies.advice"
DOSE = "replies.dose"
INVITE = "replies.dm_invite"
ASK = "replies.ask_data"
# Questions to one reader are advice too, so asking softens none of these.
_UNSCOPED = (
    ("replies.patient_confirmation", Kind.PATIENT_CONFIRMATION),
    ("replies.dm_invite", Kind.DM_INVITE),
    ("replies.arguing", Kind.TONE),
    ("replies.put_down", Kind.TONE),
)


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Findings about replies; invitations and dose changes speak in posts too."""
    if context.kind is PostKind.INBOUND:
        return
    yield from _advice(document, context, pack)
    for name, kind in _UNSCOPED:
        found = list(judged(document, context, pack, name, Stance.NONE))
        if kind is not Kind.TONE:
            found += more(document, context, pack, kind, found)
            found += heard(document, context, pack, kind, found)
        for row in joined(document, found, [name, *(row.rule.name for row in found)]):
            yield said(document, row.rule, row.match, kind, row.strength)
    yield from _questions(document, context, pack)


def facts(document: Document, context: Context, pack: Pack) -> Iterator[Fact]:
    """That an inbound comment is a complaint, or that a reply answers one."""
    read = read_text(document, pack, context.kind)
    for name in ("replies.complaint", "replies.arguing"):
        inbound = name == "replies.complaint"
        wanted = PostKind.INBOUND if inbound else PostKind.REPLY
        if context.kind is wanted and read.of(name):
            match = read.of(name)[0]
            start, end = document.tokens[match.low].start, document.tokens[match.high - 1].end
            yield Fact("is_reply_to_criticism", True, "text", document.plain[start:end])
            return


def _advice(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Advice to one person: all of it in replies; in posts only a change of somebody's dose."""
    name = ADVICE if context.kind is PostKind.REPLY else DOSE
    rule = rulebook(pack).rules.get(name)
    if rule is None:
        return
    scope = read_scope(document, pack, context.kind)
    if name == DOSE and calls_for_help(document, context, pack):
        return
    found = [
        row
        for row in judged(document, context, pack, name, Stance.NONE)
        if not scope.debunked(row.match) and not (name == DOSE and scope.negated(row.match.low))
    ]
    found += more(document, context, pack, Kind.ADVICE, found)
    found += heard(document, context, pack, Kind.ADVICE, found)
    for row in joined(document, found, [name, *(row.rule.name for row in found)]):
        yield said(document, row.rule, row.match, Kind.ADVICE, row.strength)


def _questions(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """A question for the reader's own numbers, to be answered in the comments."""
    read = read_text(document, pack, context.kind)
    rule = rulebook(pack).rules.get(INVITE)
    for match in read.of(ASK):
        if rule is None:
            return
        sentence = document.tokens[match.low].sentence
        if any("{in_comments" in found for found in read.classes[sentence : sentence + 2]):
            yield said(document, rule, match, Kind.DM_INVITE)
