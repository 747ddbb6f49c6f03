"""Health numbers whose source no reader could find."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.citing import cites
from app.checks.context import Context
from app.checks.judge import Stance, joined, judged, said
from app.checks.pack import Pack
from app.checks.scope import read_scope
from app.model.finding import Finding, Kind
from app.model.post import PostKind
from app.text.document import Document

RULES = ("numbers.statistic", "numbers.soft_statistic")


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Statistics in sentences that cite nothing; none when a source is linked to the post."""
    if context.kind is PostKind.INBOUND or context.sources:
        return
    scope = None
    found = [row for name in RULES for row in judged(document, context, pack, name, Stance.NONE)]
    for row in joined(document, found, RULES):
        sentence = document.tokens[row.match.low].sentence
        if cites(document, context, sentence):
            continue
        scope = scope or read_scope(document, pack, context.kind)
        if not scope.sentences[sentence].myth:
            yield said(document, row.rule, row.match, Kind.NUMBER_WITHOUT_SOURCE, row.strength)
