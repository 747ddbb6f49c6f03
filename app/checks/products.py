"""Products named: brands without their generic name, and generic names as a note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from app.checks.citing import cites
from app.checks.context import Context
from app.checks.hits import Hit, hits
from app.checks.inflect import article
from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.say import finding
from app.checks.scope import read_scope
from app.checks.ties import NO_TIE, keys_between, ties
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind
from app.text.document import Document

_TABLE = "products"
_BRANDS = ("us_brands", "uk_other_brands", "names")
_WHY_BRAND = "A brand is named without its generic name; give both, or the generic alone."
_WHY_BOTH = "A product is named; be fair about benefit and harm, and disclose any tie."
_WHY_PRAISED = (
    "You recommend one product by name; say who it suits, what else there is, and any tie."
)
_PRAISE = re.compile(
    r"\b(?:I|we)(?:['’]d| would| always| often| really| fully| happily| warmly| strongly|"
    r" can| highly){0,3} (?:recommend|endorse|swear by|vouch for|rave about|trust|love)\b"
    r"|\bmy (?:go-to|favou?rite|first choice|top pick)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\b(?:not|never|don['’]t|cannot|can['’]t|wouldn['’]t)\b", re.IGNORECASE)
_DRUGS = frozenset(("drug", "supplement"))
_COMPARED = 3
"""Names of companies and products in a sentence that make it a comparison."""


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Each product once, at its first mention; a brand counts only as it is written."""
    if context.kind is PostKind.INBOUND:
        return
    entries = pack.tables.get(_TABLE, ())
    table = _brands(pack)
    cased = _cased(pack)
    found = [hit for hit in hits(document, pack).get(_TABLE, ()) if _counts(document, hit, cased)]
    named = {hit.row for hit in found if not table[hit.row].get(hit.phrase)}
    seen: set[int] = set()
    for hit in _widest(found):
        if hit.row in seen:
            continue
        brand = bool(table[hit.row].get(hit.phrase))
        if brand and not _looks_like_brand(document, hit):
            continue
        seen.add(hit.row)
        entry = entries[hit.row]
        if entry.get("kind") in _DRUGS:
            alone = brand and hit.row not in named and context.kind is PostKind.POST
            praised = _praised(document, context, hit)
            yield _say(document, hit, entry, alone=alone, praised=praised)
        else:
            promoted = brand and _promoted(document, context, pack, hit)
            praised = promoted and _praised(document, context, hit)
            yield _say(document, hit, entry, promoted=promoted, praised=praised)


def _praised(document: Document, context: Context, hit: Hit) -> bool:
    """Whether the author recommends it herself, in the sentence in which she names it."""
    if context.kind is PostKind.REPLY:
        return False
    span = document.sentences[hit.sentence]
    before = document.plain[span.start : hit.start]
    return _PRAISE.search(before) is not None and _REFUSED.search(before) is None


def _promoted(document: Document, context: Context, pack: Pack, hit: Hit) -> bool:
    """Whether a device is named to its advantage: not compared, not denied, not from a source."""
    read = read_text(document, pack, context.kind)
    if context.kind is PostKind.REPLY:
        return False
    if read.of(NO_TIE) or cites(document, context, hit.sentence):
        return False
    if ties(document, pack, context.kind):
        return True
    if read_scope(document, pack, context.kind).sentences[hit.sentence].debunked:
        return False
    low, high = read.reading.bounds[hit.first]
    said = Counter(keys_between(read.reading, low, high))
    # Several names side by side are a comparison, not a recommendation.
    return said["{company"] + said["{product_name"] <= _COMPARED


@lru_cache(maxsize=2)
def _brands(pack: Pack) -> tuple[Mapping[str, bool], ...]:
    """For each product, which of its names are brands."""
    return tuple(
        {str(name): True for column in _BRANDS for name in _names(entry.get(column))}
        for entry in pack.tables.get(_TABLE, ())
    )


def _names(value: Any) -> tuple[str, ...]:
    if not value:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


@lru_cache(maxsize=2)
def _cased(pack: Pack) -> frozenset[str]:
    words = pack.data.get(_TABLE, {}).get("short_words_need_case", ())
    return frozenset(map(str, words))


def _counts(document: Document, hit: Hit, cased: frozenset[str]) -> bool:
    return hit.phrase not in cased or document.plain[hit.start : hit.end] == hit.phrase


def _looks_like_brand(document: Document, hit: Hit) -> bool:
    """A brand is a name: it is written with a capital or a digit, wherever it stands."""
    words = document.plain[hit.start : hit.end]
    return any(sign.isupper() or sign.isdigit() for sign in words) or len(words) > 9


def _widest(found: list[Hit]) -> Iterator[Hit]:
    """In text order, without hits inside a wider one."""
    reach = -1
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        if hit.end > reach:
            reach = hit.end
            yield hit


def _say(
    document: Document,
    hit: Hit,
    entry: Mapping[str, Any],
    *,
    alone: bool = False,
    promoted: bool = False,
    praised: bool = False,
) -> Finding:
    words = document.plain[hit.start : hit.end]
    generic = str(entry.get("generic", ""))
    suggestions: tuple[str, ...] = ()
    if alone and generic:
        suggestions = (f"{generic} ({words})", generic)
        if not _fits_article(document, hit, generic):
            suggestions = ()
        if _opens(document, hit):
            suggestions = tuple(text[0].upper() + text[1:] for text in suggestions)
    strength = Strength.WARN if alone or promoted or praised else Strength.NOTE
    sub, title, why = "named", "Names a product", _WHY_BOTH
    if praised:
        sub, title, why = "endorsement", "Recommends a product", _WHY_PRAISED
    elif alone:
        sub, title, why = "brand", "A brand alone", _WHY_BRAND
    return finding(
        document,
        hit.start,
        hit.end,
        kind=Kind.PRODUCT,
        sub=sub,
        rule=f"products.{sub}",
        strength=strength,
        title=title,
        why=why,
        suggestions=suggestions,
        authorities=("ama_961", "cap_12"),
        sure="memory",
    )


def _fits_article(document: Document, hit: Hit, generic: str) -> bool:
    """Whether an "a" or "an" before the brand suits the generic name as well."""
    before = document.tokens[hit.first - 1] if hit.first else None
    if before is None or before.sentence != hit.sentence or before.lower not in ("a", "an"):
        return True
    return article(generic) == before.lower


def _opens(document: Document, hit: Hit) -> bool:
    """Whether the name is the first word of its sentence."""
    return document.sentences[hit.sentence].start == hit.start
