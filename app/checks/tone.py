"""Tone: insults, mockery, demeaning words, and shouting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.context import Context
from app.checks.cues import more
from app.checks.grammar import Match
from app.checks.heard import heard
from app.checks.judge import Stance, joined, judged, said, whole
from app.checks.pack import Pack
from app.checks.say import finding
from app.checks.scope import read_scope
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind
from app.text.document import Document

_RULES = (
    "tone.demeaning",
    "tone.insult",
    "tone.mockery",
    "tone.attack",
    "tone.jibe",
    "tone.shouting",
)
_BY_SENTENCE = frozenset(("mockery", "arguing"))
"""Subs that no single word of a sentence carries."""
_CAPITALS = re.compile(r"[A-Z]{2}[A-Z'’]*(?:\W{1,3}[A-Z]+){4}")
_SHOUT = 4
"""Words in capitals in a row that are still no shouting."""


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Findings about tone in posts and replies."""
    if context.kind is PostKind.INBOUND:
        return
    names = list(_RULES)
    found = [row for name in names for row in judged(document, context, pack, name, Stance.DENIED)]
    found += more(document, context, pack, Kind.TONE, found)
    found += heard(document, context, pack, Kind.TONE, found)
    found = [row for row in found if not _of_others(document, context, pack, row.match)]
    found = [whole(document, row) if row.rule.sub in _BY_SENTENCE else row for row in found]
    for row in joined(document, found, [*names, *(row.rule.name for row in found)]):
        yield said(document, row.rule, row.match, Kind.TONE, row.strength)
    yield from _shouting(document)


def _of_others(document: Document, context: Context, pack: Pack, match: Match) -> bool:
    """Whether the words are somebody else's, in quotation marks, or told as a myth."""
    scope = read_scope(document, pack, context.kind)
    start, end = document.tokens[match.low].start, document.tokens[match.high - 1].end
    sentence = document.tokens[match.low].sentence
    return scope.quoted(start, end) or scope.sentences[sentence].myth


def _shouting(document: Document) -> Iterator[Finding]:
    """Rows of more than four words in capitals, abbreviations not counted."""
    if not _CAPITALS.search(document.plain):
        return
    row: list[int] = []
    for index, token in enumerate(document.tokens):
        if not token.text[0].isalpha():
            continue
        same = not row or token.sentence == document.tokens[row[0]].sentence
        if token.text.isupper() and (len(token.text) > 1 or token.text in "IA") and same:
            row.append(index)
            continue
        yield from _shout(document, row)
        row = [index] if token.text.isupper() and len(token.text) > 1 else []
    yield from _shout(document, row)


def _shout(document: Document, row: list[int]) -> Iterator[Finding]:
    tokens = document.tokens
    long = [index for index in row if len(tokens[index].text) > 3]
    if len(row) <= _SHOUT or len(long) < 2:
        return
    start, end = tokens[row[0]].start, tokens[row[-1]].end
    if any(block.kind.value == "heading" and block.start <= start < block.end
           for block in document.blocks):  # fmt: skip
        return
    yield finding(
        document,
        start,
        end,
        kind=Kind.TONE,
        sub="shouting",
        rule="tone.shouting",
        strength=Strength.WARN,
        title="Sharp tone",
        why="Words in capitals read as shouting.",
        authorities=("gmc_sm_2024",),
    )
