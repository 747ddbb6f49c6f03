"""A boast dressed as modesty: weak cues that only together praise the author."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.context import Context
from app.checks.matches import TextRead, read_text
from app.checks.pack import Pack
from app.checks.rulebook import rulebook
from app.checks.say import finding
from app.checks.scope import read_scope
from app.model.finding import Finding, Kind
from app.text.document import Document

RULE = "claims.superlative_self"
_WHY = "Modest words around praise of yourself still praise you; state training, role and facts."


def boasts(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Sentences in which modesty, the author and a rank above others come together."""
    rule = rulebook(pack).rules.get(RULE)
    if rule is None:
        return
    read = read_text(document, pack, context.kind)
    for match in read.of("boasts.modest"):
        index = document.tokens[match.first].sentence
        span = document.sentences[index]
        if _covered(read, index, document) or read_scope(document, pack, context.kind).softened(
            match
        ):
            continue
        start = document.tokens[match.low].start
        end = document.tokens[match.high - 1].end
        yield finding(
            document,
            max(start, span.start),
            min(end, span.end),
            kind=Kind.CLAIM,
            sub=rule.sub,
            rule=RULE,
            strength=rule.strength,
            title=rule.title,
            why=_WHY,
            authorities=rule.authorities,
        )


def _covered(read: TextRead, sentence: int, document: Document) -> bool:
    return any(document.tokens[match.first].sentence == sentence for match in read.of(RULE))
