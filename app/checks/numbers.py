"""Health numbers whose source no reader could find."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.citing import cited_sentences
from app.checks.context import Context
from app.checks.grammar import Match
from app.checks.heard import heard
from app.checks.judge import Judged, Stance, joined, judged, said
from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.reading import Reading
from app.checks.scope import read_scope
from app.checks.ties import keys_between
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind
from app.text.document import Document

COUNT = "numbers.count"
RULES = ("numbers.statistic", COUNT, "numbers.soft_statistic")
_TOPIC, _MILLION = "{health_topic", "{million"
_NO_FACT = frozenset(("{supposed", "{own_count"))
_ONE, _MANY = "{individual", "{stat_people"
_LARGE = 2_000
"""A smaller count may be one that the author made herself."""
_SHARE = frozenset(("%", "percent", "per", "in", "out"))


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Statistics in sentences that cite nothing; warnings where the post has a source elsewhere."""
    if context.kind is PostKind.INBOUND:
        return
    found = [row for name in RULES for row in judged(document, context, pack, name, Stance.NONE)]
    more = _heard(document, context, pack, found)
    if not found and not more:
        return
    cited = cited_sentences(document)
    for row in (*joined(document, found, RULES), *more):
        sentence = document.tokens[row.match.low].sentence
        if sentence in cited or not _states(document, context, pack, row.rule.name, row.match):
            continue
        strength = Strength.WARN if cited or context.sources else row.strength
        yield said(document, row.rule, row.match, Kind.NUMBER_WITHOUT_SOURCE, strength)


def _heard(document: Document, context: Context, pack: Pack, found: list[Judged]) -> list[Judged]:
    """Sentences with a figure that are like examples of statistics."""
    rows = heard(document, context, pack, Kind.NUMBER_WITHOUT_SOURCE, found)
    tokens = document.tokens
    return [
        row
        for row in rows
        if any(token.text[0].isdigit() for token in tokens[row.match.low : row.match.high])
    ]


def _states(document: Document, context: Context, pack: Pack, rule: str, match: Match) -> bool:
    """Whether a sentence puts the number forward as a fact about health."""
    reading = read_text(document, pack, context.kind).reading
    scope = read_scope(document, pack, context.kind)
    sentence = scope.sentences[document.tokens[match.low].sentence]
    if sentence.asked or sentence.myth or (sentence.reported and scope.debunked(match)):
        return False
    said_there = reading.keys[document.tokens[match.low].sentence]
    if _TOPIC not in said_there or said_there & _NO_FACT:
        return False
    if rule == COUNT and not _large(document, reading, match):
        return False
    # What happened to one person is a story; only a share is still a statistic.
    shared = any(token.lower in _SHARE for token in document.tokens[match.low : match.high])
    return shared or _ONE not in said_there or _MANY in said_there


def _large(document: Document, reading: Reading, match: Match) -> bool:
    """Whether a count is too large for the author's own."""
    if _MILLION in keys_between(reading, match.low, match.high):
        return True
    numbers = (token.text.replace(",", "") for token in document.tokens[match.low : match.high])
    return any(text.isdecimal() and int(text[:9]) >= _LARGE for text in numbers)
