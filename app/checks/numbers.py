"""Health numbers whose source no reader could find."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.citing import cites
from app.checks.context import Context
from app.checks.judge import findings_of
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
    for name in RULES:
        for finding in findings_of(
            document, context, pack, name, Kind.NUMBER_WITHOUT_SOURCE, scoped=False
        ):
            sentence = _sentence(document, finding)
            if cites(document, context, sentence):
                continue
            scope = scope or read_scope(document, pack, context.kind)
            if not scope.sentences[sentence].myth:
                yield finding


def _sentence(document: Document, finding: Finding) -> int:
    for index, span in enumerate(document.sentences):
        if document.to_source(span.start, span.end)[1] >= finding.end:
            return index
    return max(0, len(document.sentences) - 1)
