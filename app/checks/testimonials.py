"""Praise by patients, and asking for it."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.context import Context
from app.checks.judge import Stance, findings_of
from app.checks.pack import Pack
from app.model.assessment import Fact
from app.model.finding import Finding, Kind
from app.model.post import PostKind
from app.text.document import Document

_RULES = ("testimonials.praise", "testimonials.solicit")


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Testimonials and requests for them in posts and replies."""
    if context.kind is PostKind.INBOUND:
        return
    # A quotation of praise is the testimonial itself, so only a denial softens it.
    yield from findings_of(document, context, pack, _RULES, Kind.TESTIMONIAL, Stance.DENIED)


def facts(document: Document, context: Context, pack: Pack) -> Iterator[Fact]:
    """That the post is a testimonial or quotes a review."""
    for finding in find(document, context, pack):
        if finding.sub == "praise":
            yield Fact("is_testimonial", True, "text", finding.quote)
            return
