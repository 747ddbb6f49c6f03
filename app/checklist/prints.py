"""Fingerprints: what a confirmation is about, in a form that equals itself while that stands.

A fingerprint reads ``words=1f..;date=2026-09-24``: for each input the question declares the
hashes of its parts. Kept apart, they tell which sentence is new when one no longer matches.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from app.checklist.evidence.sources import overdue
from app.checklist.evidence.ties import ties
from app.checklist.items import Question
from app.checklist.situation import Situation, Told
from app.checks.hits import hits
from app.model.finding import Kind
from app.model.post import Confirmation
from app.text.normal import normal, normal_words
from app.text.spans import Block

# A planned day further away than this from the one confirmed for needs a fresh look.
FRESH = timedelta(days=90)
_DATE = "date"
_NO_DATE = "none"
_DIGIT = re.compile(r"\d")
_PERSON = (Kind.IDENTIFIER, Kind.CASE_NARRATIVE)


def mark(words: str) -> str:
    """A short hash of words; 40 bits tell the sentences of one post apart."""
    return hashlib.blake2b(words.encode(), digest_size=5).hexdigest()


def claim_sentences(situation: Situation) -> dict[str, str]:
    """The sentences that sources must carry: hash to words.

    Those in a paragraph that cites, and those with a number, a product or a health claim.
    """
    found: dict[str, str] = {}
    for told in situation.told:
        for index in sorted(_claims(told, situation)):
            words = normal_words(told.document.sentence_text(index))
            found.setdefault(mark(words), words)
    return found


def _claims(told: Told, situation: Situation) -> set[int]:
    document = told.document
    chosen = {
        index
        for index, span in enumerate(document.sentences)
        if _DIGIT.search(document.plain, span.start, span.end)
    }
    named = hits(document, situation.pack)
    for group in ("facts.makes_claim", "products", "products.class_terms"):
        chosen.update(hit.sentence for hit in named.get(group, ()))
    citing = [
        block
        for block in document.blocks
        if any(block.start <= citation.at <= block.end for citation in document.citations)
    ]
    for index, span in enumerate(document.sentences):
        if any(block.start <= span.start < block.end for block in citing):
            chosen.add(index)
    return chosen


def _claim_parts(situation: Situation) -> Iterable[str]:
    cited = {c.name.casefold() for told in situation.told for c in told.document.citations}
    return sorted({*claim_sentences(situation), *(mark(f"@{name}") for name in cited)})


def _words(situation: Situation) -> Iterable[str]:
    return dict.fromkeys(mark(normal(told.text)) for told in situation.told)


def _people(situation: Situation) -> Iterable[str]:
    """The paragraphs that speak of a person; the whole text when none can be told."""
    paragraphs: dict[str, None] = {}
    for told, finding in situation.findings():
        if finding.kind in _PERSON:
            for block in told.document.blocks:
                if _holds(told, block, finding.start):
                    words = told.document.plain[block.start : block.end]
                    paragraphs[mark(normal_words(words))] = None
    return paragraphs or _words(situation)


def _holds(told: Told, block: Block, place: int) -> bool:
    start, end = told.document.to_source(block.start, block.end)
    return start <= place < max(end, start + 1)


def _pictures(situation: Situation) -> Iterable[str]:
    return (f"{p.sha256[:12]}{'p' if p.shows_person else ''}" for p in situation.post.pictures)


def _alt(situation: Situation) -> Iterable[str]:
    return (mark(normal_words(picture.alt_text)) for picture in situation.post.pictures)


def _sources(situation: Situation) -> Iterable[str]:
    for source in situation.inputs.sources:
        stands = (source.kind, source.identifier, source.withdrawn, overdue(source, situation))
        yield f"{source.id}.{mark(repr(stands))}"


def _consents(situation: Situation) -> Iterable[str]:
    return sorted(f"{c.id}{'w' if c.withdrawn_on else ''}" for c in situation.inputs.consents)


def _interests(situation: Situation) -> Iterable[str]:
    return sorted(f"{interest.id}" for interest in ties(situation))


def _products(situation: Situation) -> Iterable[str]:
    names = {
        hit.phrase.lower()
        for told in situation.told
        for hit in hits(told.document, situation.pack).get("products", ())
    }
    return sorted(map(mark, names))


def _disclosure(situation: Situation) -> Iterator[str]:
    for told in situation.told:
        found = hits(told.document, situation.pack).get("checklist.disclosure", ())
        for index in sorted({hit.sentence for hit in found}):
            yield mark(normal_words(told.document.sentence_text(index)))


def _networks(situation: Situation) -> Iterable[str]:
    return sorted(situation.post.networks)


def _audience(situation: Situation) -> Iterable[str]:
    chosen = situation.post.audience
    return (chosen.value,) if chosen is not None else ()


_PARTS: Mapping[str, Callable[[Situation], Iterable[str]]] = MappingProxyType(
    {
        "words": _words,
        "claims": _claim_parts,
        "people": _people,
        "pictures": _pictures,
        "alt": _alt,
        "sources": _sources,
        "consents": _consents,
        "interests": _interests,
        "products": _products,
        "disclosure": _disclosure,
        "networks": _networks,
        "audience": _audience,
    }
)

INPUTS = frozenset({*_PARTS, _DATE})
"""Everything a question may be bound to."""


def fingerprint(
    situation: Situation, question: Question, given: tuple[Confirmation, ...] = ()
) -> str:
    """The fingerprint of what a question is about now.

    Args:
        situation: the post.
        question: which question.
        given: its earlier confirmations. When one differs in the planned day only, by no
            more than ``FRESH``, the day it was given for is kept, so that it stands.
    """
    base = ";".join(
        f"{name}={','.join(_PARTS[name](situation))}" for name in question.about if name != _DATE
    )
    if _DATE not in question.about:
        return base
    when = situation.post.when
    for confirmation in reversed(given):
        same, _, anchor = confirmation.fingerprint.rpartition(f";{_DATE}=")
        if same == base and _fresh(confirmation, anchor, when.day if when else None, situation):
            return confirmation.fingerprint
    return f"{base};{_DATE}={when.day.isoformat() if when else _NO_DATE}"


def _fresh(
    confirmation: Confirmation, anchor: str, planned: date | None, situation: Situation
) -> bool:
    if planned is None:
        return True
    if anchor == _NO_DATE:
        given = confirmation.at.astimezone(ZoneInfo(situation.inputs.zone)).date()
    else:
        given = date.fromisoformat(anchor)
    return abs(planned - given) <= FRESH


def parts_of(print_: str) -> Mapping[str, frozenset[str]]:
    """A fingerprint taken apart: input to its hashes."""
    pairs = (part.partition("=") for part in print_.split(";") if part)
    return {name: frozenset(filter(None, hashes.split(","))) for name, _, hashes in pairs}
