"""From where a rule holds to what is said about it: strength, quote and replacement."""

from __future__ import annotations

from collections.abc import Iterator

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

_TRIM = frozenset(",;:.!?()-–—/|\"“”")


def findings_of(
    document: Document,
    context: Context,
    pack: Pack,
    name: str,
    kind: Kind,
    *,
    scoped: bool = True,
) -> Iterator[Finding]:
    """What a rule says about a text; ``scoped`` lets denials, questions and myths soften it."""
    rule = rulebook(pack).rules.get(name)
    if rule is None or not rule.speaks(context.kind):
        return
    for match in read_text(document, pack, context.kind).of(name):
        strength = _strength(document, context, pack, rule, match, scoped)
        if strength is not None:
            yield said(document, rule, match, kind, strength)


def _strength(
    document: Document, context: Context, pack: Pack, rule: Rule, match: Match, scoped: bool
) -> Strength | None:
    if scoped and read_scope(document, pack, context.kind).softened(match):
        return rule.softened
    if rule.cited is not rule.strength:
        if cites(document, context, document.tokens[match.low].sentence):
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
    while high - low > 1 and tokens[high - 1].text in _TRIM:
        high -= 1
    while high - low > 1 and tokens[low].text in _TRIM:
        low += 1
    return tokens[low].start, tokens[high - 1].end


def replacement(rule: Rule, words: str) -> tuple[str, ...]:
    """What the rule file gives in place of exactly these words, with their capital."""
    new = rule.replace.get(" ".join(words.lower().replace("-", " ").split()))
    return (like(words, new),) if new else ()
