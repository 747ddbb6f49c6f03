"""Praise by patients, and asking for it."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.context import Context
from app.checks.cues import more
from app.checks.grammar import Match
from app.checks.heard import heard
from app.checks.judge import Judged, Stance, joined, judged, said
from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.rulebook import rulebook
from app.checks.scope import read_scope
from app.model.assessment import Fact
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind
from app.text.document import Document

_PRAISE = "testimonials.praise"
_WORDS = 4  # a shorter quotation is a word that is talked about
# A request for a review is not yet a review, so it goes first where both are heard.
_RULES = ("testimonials.solicit", "testimonials.praise")


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Testimonials and requests for them in posts and replies."""
    if context.kind is PostKind.INBOUND:
        return
    # A quotation of praise is the testimonial itself, so only a denial softens it.
    names = list(_RULES)
    found = [row for name in names for row in judged(document, context, pack, name, Stance.DENIED)]
    found += _quoted_praise(document, context, pack)
    found += more(document, context, pack, Kind.TESTIMONIAL, found)
    found += heard(document, context, pack, Kind.TESTIMONIAL, found)
    for row in joined(document, found, [*names, *(row.rule.name for row in found)]):
        yield said(document, row.rule, row.match, Kind.TESTIMONIAL, row.strength)


def _quoted_praise(document: Document, context: Context, pack: Pack) -> Iterator[Judged]:
    """Words of praise in quotation marks that somebody says, writes or leaves behind."""
    rule = rulebook(pack).rules.get(_PRAISE)
    scope = read_scope(document, pack, context.kind)
    if rule is None or not scope.quotes:
        return
    read = read_text(document, pack, context.kind)
    for start, end in scope.quotes:
        first, last = document.token_at(start), document.token_at(end)
        if last - first < _WORDS:
            continue
        inside = {key for at in range(first, last) for key in read.reading.keys_at(at)}
        if "?" in document.plain[start:end] or not _praises(inside):
            continue
        low = max(0, document.tokens[first].sentence - 1)
        high = min(len(document.sentences), document.tokens[last - 1].sentence + 2)
        around = range(
            read.reading.bounds[document.token_at(document.sentences[low].start)][0],
            read.reading.bounds[document.token_at(document.sentences[high - 1].start)][1],
        )
        said_near = {
            key for at in around if at < first or at >= last for key in read.reading.keys_at(at)
        }
        # Plain praise may come by any way; faint praise only from somebody who was cared for.
        strong = "{praise_strong" in inside
        voice = "{patient_voice" if strong else "{voice_strict"
        if voice in said_near and "{not_patient" not in said_near:
            strength = rule.strength if strong else Strength.WARN
            yield Judged(rule, Match(first, last, first, last), strength)


def _praises(inside: set[str]) -> bool:
    return "{praise_strong" in inside or {"{to_carer", "{praise_weak"} <= inside


def facts(document: Document, context: Context, pack: Pack) -> Iterator[Fact]:
    """That the post is a testimonial or quotes a review."""
    for finding in find(document, context, pack):
        if finding.sub == "praise":
            yield Fact("is_testimonial", True, "text", finding.quote)
            return
