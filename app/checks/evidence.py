"""Verbs of cause that say more than the evidence can carry."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.context import Context
from app.checks.grammar import Match
from app.checks.inflect import like
from app.checks.judge import place
from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.say import finding
from app.checks.scope import read_scope
from app.model.finding import Finding, Kind, Strength
from app.model.records import Evidence, Source
from app.text.document import Document

RULE = "evidence.causal"
_WEAK = frozenset((Evidence.OBSERVATIONAL, Evidence.OPINION))
_TITLE = "Says more than the evidence"
_TEXT_WHY = "This kind of study cannot show cause in people; say that it is linked."
_SOURCE_WHY = "The linked source can show a link, not a cause; say that it is linked."
# What a causal verb becomes when the study can only show a link; the object stays as it is.
_SOFTER = {
    "causes": "is linked with",
    "cause": "are linked with",
    "caused": "was linked with",
    "prevents": "is linked with less",
    "prevent": "are linked with less",
    "prevented": "was linked with less",
    "reduces": "is linked with lower",
    "reduce": "are linked with lower",
    "reduced": "was linked with lower",
    "lowers": "is linked with lower",
    "lower": "are linked with lower",
    "lowered": "was linked with lower",
    "cuts": "is linked with lower",
    "protects against": "is linked with less",
    "protect against": "are linked with less",
    "proves": "suggests",
    "prove": "suggest",
    "proved": "suggested",
}


def overstated(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Causal verbs about studies in animals, cells or records, or about a weak linked source."""
    read = read_text(document, pack, context.kind)
    scope = read_scope(document, pack, context.kind)
    weak = weak_sentences(document, context.sources)
    for match in read.of(RULE):
        sentence = document.tokens[match.low].sentence
        in_text = "{weak_study" in read.classes[sentence]
        if not in_text and sentence not in weak:
            continue
        if scope.softened(match) or "{hedge_cause" in read.classes[sentence]:
            continue
        yield _say(document, match, _TEXT_WHY if in_text else _SOURCE_WHY)


def _say(document: Document, match: Match, why: str) -> Finding:
    start, end = place(document, match)
    words = document.plain[start:end]
    softer = _SOFTER.get(words.lower())
    return finding(
        document,
        start,
        end,
        kind=Kind.CLAIM,
        sub="causal_strength",
        rule=RULE,
        strength=Strength.WARN,
        title=_TITLE,
        why=why,
        suggestions=(like(words, softer),) if softer else (),
        authorities=("ftc_health_2022", "ehra_2021"),
    )


def weak_sentences(document: Document, sources: tuple[Source, ...]) -> frozenset[int]:
    """Sentences that rest on nothing stronger than a record of what happened.

    A sentence rests on the sources that it cites; one without a citation on all linked ones.
    """
    if not sources or not document.sentences:
        return frozenset()
    known = {source.short_name.lower(): source for source in sources}
    cited: dict[int, list[Source]] = {}
    for citation in document.citations:
        source = known.get(citation.name.lower())
        if source is not None:
            index = document.sentence_at(max(0, citation.at - 1))
            cited.setdefault(index, []).append(source)
    weak: set[int] = set()
    for index in range(len(document.sentences)):
        rests_on = cited.get(index) or ([] if cited else list(sources))
        if rests_on and all(source.evidence in _WEAK for source in rests_on):
            weak.add(index)
    return frozenset(weak)
