"""Verbs of cause that say more than the evidence can carry."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.context import Context
from app.checks.inflect import like
from app.checks.judge import Judged, place
from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.rulebook import rulebook
from app.checks.say import finding
from app.checks.scope import read_scope
from app.model.finding import Finding, Kind
from app.model.records import Evidence, Source
from app.text.document import Document

CAUSAL = "evidence.causal"
_WEAK = frozenset((Evidence.OBSERVATIONAL, Evidence.OPINION))
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


def overstated(document: Document, context: Context, pack: Pack) -> Iterator[Judged]:
    """Causal verbs about studies in animals, cells or records, or about a weak linked source."""
    read = read_text(document, pack, context.kind)
    scope = read_scope(document, pack, context.kind)
    weak = weak_sentences(document, context.sources)
    rule = rulebook(pack).rules.get(CAUSAL)
    for match in read.of(CAUSAL) if rule else ():
        assert rule is not None
        sentence = document.tokens[match.low].sentence
        if "{weak_study" not in read.classes[sentence] and sentence not in weak:
            continue
        if not scope.softened(match) and "{hedge_cause" not in read.classes[sentence]:
            yield Judged(rule, match, rule.strength)


def softer(document: Document, context: Context, pack: Pack, row: Judged) -> Finding:
    """What is said about a verb of cause, with one that only tells of a link."""
    start, end = place(document, row.match)
    classes = read_text(document, pack, context.kind).classes
    in_text = "{weak_study" in classes[document.tokens[row.match.low].sentence]
    why = _TEXT_WHY if in_text else _SOURCE_WHY
    words = document.plain[start:end]
    softer = _SOFTER.get(words.lower())
    return finding(
        document,
        start,
        end,
        kind=Kind.CLAIM,
        sub="causal_strength",
        rule=CAUSAL,
        strength=row.strength,
        title=row.rule.title,
        why=why,
        suggestions=(like(words, softer),) if softer else (),
        authorities=row.rule.authorities,
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
