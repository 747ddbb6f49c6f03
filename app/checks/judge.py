"""From where a rule holds to what is said about it: strength, quote and replacement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from app.checks.citing import cites
from app.checks.context import Context
from app.checks.grammar import Match
from app.checks.inflect import like
from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.rulebook import Rule, rulebook
from app.checks.say import finding
from app.checks.scope import read_scope
from app.model.finding import Finding, Kind, Strength
from app.text.document import Document

_NEAR = 5
"""Words between two findings of one kind in a sentence that still make them one problem."""
_WEIGHT = {Strength.FORBID: 0, Strength.BLOCK: 1, Strength.WARN: 2, Strength.NOTE: 3}
_TRIM = frozenset(',;:.!?()-–—/|"“”')


class Stance(StrEnum):
    """What may soften a rule: nothing, a denial, or every way of not standing behind words."""

    ALL = "all"
    DENIED = "denied"
    NONE = "none"


class Judged(NamedTuple):
    """Where a rule holds and how much that weighs there."""

    rule: Rule
    match: Match
    strength: Strength


def judged(
    document: Document, context: Context, pack: Pack, name: str, stance: Stance = Stance.ALL
) -> Iterator[Judged]:
    """Where a rule holds in a text, after what softens or clears it."""
    rule = rulebook(pack).rules.get(name)
    if rule is None or not rule.speaks(context.kind):
        return
    for match in read_text(document, pack, context.kind).of(name):
        strength = _strength(document, context, pack, rule, match, stance)
        if strength is not None:
            yield Judged(rule, match, strength)


def judged_all(
    document: Document,
    context: Context,
    pack: Pack,
    names: Sequence[str],
    stance: Stance = Stance.ALL,
) -> list[Judged]:
    """Where rules hold in a text, in the order of ``names``."""
    held = read_text(document, pack, context.kind).matches
    return [
        row
        for name in names
        if name in held
        for row in judged(document, context, pack, name, stance)
    ]


def joined(document: Document, found: list[Judged], order: Sequence[str]) -> list[Judged]:
    """One for each problem: what overlaps or stands close together in a sentence is one.

    The rule that comes first in ``order`` speaks for all, the strongest among equals.
    """
    rank = {name: place for place, name in enumerate(order)}
    kept: list[Judged] = []
    for row in sorted(found, key=lambda row: (row.match.low, row.match.high)):
        last = kept[-1] if kept else None
        if last is None or not _one_problem(document, last, row):
            kept.append(row)
            continue
        best = min(last, row, key=lambda one: (_WEIGHT[one.strength], rank[one.rule.name]))
        match = Match(
            min(last.match.first, row.match.first),
            max(last.match.last, row.match.last),
            last.match.low,
            max(last.match.high, row.match.high),
        )
        kept[-1] = Judged(best.rule, match, best.strength)
    return kept


def whole(document: Document, row: Judged) -> Judged:
    """The row about its whole sentence, for what lies in no single word of it."""
    sentence = document.sentences[document.tokens[row.match.low].sentence]
    low, high = document.token_at(sentence.start), document.token_at(sentence.end)
    return row._replace(match=Match(low, high, low, high))


def _one_problem(document: Document, one: Judged, other: Judged) -> bool:
    tokens = document.tokens
    if tokens[one.match.low].sentence != tokens[other.match.low].sentence:
        return False
    apart = other.match.low - one.match.high
    if apart < 0:
        return True
    return apart <= _NEAR and one.rule.sub == other.rule.sub


def _strength(
    document: Document, context: Context, pack: Pack, rule: Rule, match: Match, stance: Stance
) -> Strength | None:
    if stance is not Stance.NONE:
        scope = read_scope(document, pack, context.kind)
        if scope.negated(match.low) or (stance is Stance.ALL and scope.debunked(match)):
            return rule.softened
        if stance is Stance.ALL and not rule.asks and scope.asked(match.low):
            return rule.softened
    sentence = document.tokens[match.low].sentence
    if rule.cited is not rule.strength and cites(document, context, sentence):
        return rule.cited
    return rule.strength


def said(
    document: Document,
    rule: Rule,
    match: Match,
    kind: Kind,
    strength: Strength | None = None,
    suggestions: tuple[str, ...] | None = None,
) -> Finding:
    """The finding of a rule at a place, without signs at its edges."""
    start, end = place(document, match)
    if suggestions is None:
        suggestions = replacement(rule, document.plain[start:end])
    return finding(
        document,
        start,
        end,
        kind=kind,
        sub=rule.sub,
        rule=rule.name,
        strength=strength or rule.strength,
        title=rule.title,
        why=rule.why,
        suggestions=suggestions,
        authorities=rule.authorities,
        sure=rule.sure,
    )


def place(document: Document, match: Match) -> tuple[int, int]:
    """The plain stretch of a match without the signs at its edges."""
    low, high, tokens = match.low, match.high, document.tokens
    if all(token.text in _TRIM for token in tokens[low:high]):
        return tokens[low].start, tokens[high - 1].end
    while high - low > 1 and tokens[high - 1].text in _TRIM:
        high -= 1
    while high - low > 1 and tokens[low].text in _TRIM:
        low += 1
    return tokens[low].start, tokens[high - 1].end


def replacement(rule: Rule, words: str) -> tuple[str, ...]:
    """What the rule file gives in place of exactly these words, with their capital."""
    new = rule.replace.get(" ".join(words.lower().replace("-", " ").split()))
    return (like(words, new),) if new else ()
