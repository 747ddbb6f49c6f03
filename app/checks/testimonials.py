"""Praise by patients, and asking for it."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.context import Context
from app.checks.judge import said
from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.rulebook import rulebook
from app.checks.scope import read_scope
from app.model.assessment import Fact
from app.model.finding import Finding, Kind
from app.model.post import PostKind
from app.text.document import Document

_RULES = ("testimonials.praise", "testimonials.solicit")


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Testimonials and requests for them in posts and replies."""
    if context.kind is PostKind.INBOUND:
        return
    scope = read_scope(document, pack, context.kind)
    for name in _RULES:
        rule = rulebook(pack).rules.get(name)
        for match in read_text(document, pack, context.kind).of(name) if rule else ():
            # A quotation of praise is the testimonial itself, so quoting does not soften it.
            if not scope.negated(match.low):
                assert rule is not None
                yield said(document, rule, match, Kind.TESTIMONIAL)


def facts(document: Document, context: Context, pack: Pack) -> Iterator[Fact]:
    """That the post is a testimonial or quotes a review."""
    for finding in find(document, context, pack):
        if finding.sub == "praise":
            yield Fact("is_testimonial", True, "text", finding.quote)
            return
