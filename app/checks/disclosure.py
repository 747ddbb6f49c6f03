"""Ties to companies and products, and whether the post says so in plain words, in time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.context import Context
from app.checks.grammar import Match
from app.checks.heard import DISCLOSED, heard, sentences_like
from app.checks.judge import place, said
from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.pattern import BRAND, HANDLE
from app.checks.rulebook import Rule, rulebook
from app.checks.say import finding
from app.checks.scope import read_scope
from app.checks.tie_tags import tie_tags
from app.checks.ties import civic, keys_between, names_seller, ties, unknown_name
from app.model.assessment import Fact
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind
from app.model.records import Interest
from app.text.document import Document
from app.text.normal import normal
from app.text.tokens import words_of

FOLD = 125
"""Characters that every network shows before "more"; a disclosure must begin in them."""
WEAK = "disclosure.weak"
THANKS = ("disclosure.weak_thanks", "disclosure.weak_handle", "disclosure.weak_vague")
SPONSOR = "disclosure.weak_sponsor"
NAMED = "disclosure.adequate_named"
_STRICT_PLACES = frozenset(("UK", "IE", "EU", "DE"))
_GOODS = frozenset(("{made_thing", "{goods", "{giver", "{product_name", BRAND))
ADEQUATE = "disclosure.adequate"
_BURIED = "The disclosure comes too late; put it at the very start, before any hashtag."
_OPENS = re.compile(
    r"\W{0,6}(?:ad|advert|advertisement|advertising|ad feature|paid ad|paid promotion)"
    r"\s{0,3}(?:[|:–—.,·•/)\]\n-]|$)",
    re.IGNORECASE,
)


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """A missing or weak disclosure; one finding for the first tie that is not disclosed."""
    if context.kind is PostKind.INBOUND:
        return
    interests = list(_interests(document, context))
    yield from interests
    found = ties(document, pack, context.kind)
    disclosed = _disclosures(document, context, pack)
    if any(_in_time(document, match) for match in disclosed):
        return
    rules = rulebook(pack).rules
    if disclosed:
        yield _late(document, rules[ADEQUATE], disclosed[0])
        return
    weak = _weak(document, context, pack, bool(found or interests))
    if weak is not None:
        better = _better(document, weak)
        yield said(document, rules[WEAK], weak, Kind.DISCLOSURE_WEAK, suggestions=better)
    elif found and not interests:
        yield said(document, rules[found[0].rule], found[0].match, Kind.DISCLOSURE_MISSING)
    elif not interests and not any(sentences_like(document, pack, context.kind, DISCLOSED)):
        yield from _heard(document, context, pack)


def _heard(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """The first sentence that is like a weak disclosure, or else like a tie."""
    for kind in (Kind.DISCLOSURE_WEAK, Kind.DISCLOSURE_MISSING):
        for row in heard(document, context, pack, kind)[:1]:
            yield said(document, row.rule, row.match, kind, row.strength)
            return


def facts(document: Document, context: Context, pack: Pack) -> Iterator[Fact]:
    """Whether the post was given for something, from ties and disclosures in its words."""
    if context.kind is PostKind.INBOUND:
        return
    found = [tie.match for tie in ties(document, pack, context.kind)]
    found += _disclosures(document, context, pack)
    if found:
        start, end = place(document, found[0])
        yield Fact("sponsored", True, "text", document.plain[start:end])


def _disclosures(document: Document, context: Context, pack: Pack) -> list[Match]:
    read, scope = read_text(document, pack, context.kind), read_scope(document, pack, context.kind)
    codes = context.jurisdictions
    names = [ADEQUATE] + [f"{ADEQUATE}_{code.lower().partition('-')[0]}" for code in codes]
    if _plain_sponsor(context):
        names.append(NAMED)
    if not codes:
        names.append(f"{ADEQUATE}_us")
    found = [
        match
        for name in names
        for match in read.of(name)
        if not scope.negated(match.low)
        and "{tie_off" not in keys_between(read.reading, match.low, match.high)
    ]
    if found or not _OPENS.match(document.plain):
        return sorted(found, key=lambda match: match.low)
    first = next(at for at, token in enumerate(document.tokens) if token.lower.strip("#").isalpha())
    return [Match(first, first + 1, first, first + 1)]


def _plain_sponsor(context: Context) -> bool:
    """Whether "sponsored by" is plain enough where the author works."""
    codes = context.jurisdictions
    return not codes or any(code not in _STRICT_PLACES for code in codes)


def _in_time(document: Document, match: Match) -> bool:
    """Whether a disclosure begins before the fold and before any other hashtag."""
    tokens = document.tokens
    if tokens[match.low].start >= FOLD:
        return False
    return not any(token.text[0] == "#" and len(token.text) > 1 for token in tokens[: match.low])


def _late(document: Document, rule: Rule, match: Match) -> Finding:
    start, end = place(document, match)
    return finding(
        document,
        start,
        end,
        kind=Kind.DISCLOSURE_WEAK,
        sub="late",
        rule="disclosure.late",
        strength=Strength.BLOCK,
        title="The disclosure comes too late",
        why=_BURIED,
        authorities=rule.authorities or ("ftc_placement", "cap_2_influencer"),
    )


def _weak(document: Document, context: Context, pack: Pack, tied: bool) -> Match | None:
    """The first weak form; a tag that anybody may use counts only beside a company or tie."""
    read, scope = read_text(document, pack, context.kind), read_scope(document, pack, context.kind)
    forms = list(read.of(WEAK))
    if not _plain_sponsor(context):
        forms += read.of(SPONSOR)
    thanks, handle, vague = (read.of(name) for name in THANKS)
    forms += thanks
    goods = (handle or vague) and names_seller(read.reading, _GOODS)
    if handle:
        forms += handle if goods else ()
    forms = [
        match
        for match in forms
        if not scope.negated(match.low)
        and "{tie_off" not in keys_between(read.reading, match.low, match.high)
        and not civic(document, read.reading, match)
    ]
    if vague and goods:
        forms += vague
    if "#" in document.plain:
        named = (
            tied
            or names_seller(read.reading, _GOODS | {HANDLE})
            or unknown_name(document, read.reading, pack)
        )
        forms += [Match(at, at + 1, at, at + 1) for at in tie_tags(document, pack, named)]
    return min(forms, key=lambda match: match.low, default=None)


def _better(document: Document, match: Match) -> tuple[str, ...]:
    """The tag #ad in place of a weak one, where "#ad" would be early enough."""
    token = document.tokens[match.low]
    if token.text[0] == "#" and match.high - match.low == 1 and _in_time(document, match):
        return ("#ad",)
    return ()


def _interests(document: Document, context: Context) -> Iterator[Finding]:
    """Recorded interests that the text names without their own disclosure line."""
    if not context.interests:
        return
    words = tuple(token.lower for token in document.tokens)
    text = normal(document.source).lower()
    for interest in context.interests:
        at = _named(words, interest)
        if at is None:
            continue
        line = normal(interest.line).lower().rstrip(". ") if interest.line.strip() else ""
        found = text.find(line) if line else -1
        if 0 <= found < FOLD:
            continue
        first, last = at
        late = found >= 0
        yield finding(
            document,
            document.tokens[first].start,
            document.tokens[last].end,
            kind=Kind.DISCLOSURE_WEAK if late else Kind.DISCLOSURE_MISSING,
            sub="late" if late else "interest",
            rule="disclosure.interest",
            strength=Strength.BLOCK,
            title="The disclosure comes too late" if late else "Your interest is not disclosed",
            why=_BURIED if late else _wanted(interest),
            authorities=("ftc_255", "ama_232"),
        )


def _wanted(interest: Interest) -> str:
    if interest.line.strip():
        return f"You recorded an interest in {interest.organisation}. Add: “{interest.line}”"
    return f"You recorded an interest in {interest.organisation}; say so at the start."


def _named(words: tuple[str, ...], interest: Interest) -> tuple[int, int] | None:
    """The first and last token of the first name of the interest in the text."""
    best: tuple[int, int] | None = None
    for name in (interest.organisation, *interest.names, *interest.products):
        wanted = words_of(name)
        size = len(wanted)
        if not size:
            continue
        for at in range(len(words) - size + 1):
            if words[at] == wanted[0] and words[at : at + size] == wanted:
                if best is None or at < best[0]:
                    best = (at, at + size - 1)
                break
    return best
