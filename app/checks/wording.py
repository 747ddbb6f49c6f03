"""Words that label or blame people, with what may stand in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from app.checks.context import Context
from app.checks.hits import Hit, hits
from app.checks.inflect import article, like, word_set
from app.checks.pack import Pack
from app.checks.rulebook import lines
from app.checks.say import finding
from app.checks.scope import read_scope
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind
from app.text.document import Document
from app.text.spans import Token

_TABLE = "person_first"
_TITLE = "Put the person first"
_HOLDERS = {
    "patient": "person",
    "patients": "people",
    "sufferer": "person",
    "sufferers": "people",
    "victim": "person",
    "victims": "people",
}
# Adjectives that label people themselves, before any word for them.
_PEOPLE = word_set("people person adults adult children child women woman men man individuals")
_LABELS = word_set("obese overweight diabetic hypertensive epileptic asthmatic alcoholic schizophrenic")
_COMPOUNDS = word_set(
    "care safety education group groups organisation organisations organization organizations "
    "leaflet leaflets information journey day outcomes population populations association "
    "support pathway pathways story stories advocate advocates experience data registry forum "
    "community centred centered reported education pathway partner partners charity charities "
    "summit"
)
# After "the elderly" or "a diabetic" these show that it stands for people.
_FUNCTION = word_set(
    "who whom whose that and or but is are was were be been has have had can could will would "
    "may might must should do does did with without in on at by from for of to as than "
    "because if when while often also need needs get gets take takes live lives feel feels "
    "tend more most not never die dies fall falls deserve deserves suffer suffers benefit "
    "benefits like my your our this today too themselves"
)
_NOT_OF_PEOPLE = word_set(
    "bias limitations lack confounding shortages staff low poor small underpowering "
    "underreporting fragmentation delays over-testing reporting measurement an"
)
_ABOUT_WORDS = re.compile(
    r"\b(?:instead of|rather than|person-first|people-first|the (?:words?|terms?|labels?|phrase)|"
    r"language matters|stop (?:saying|calling)|avoid (?:saying|calling|terms|words|labels)|"
    r"don['’]t (?:say|call)|do not (?:say|call)|never (?:say|call)|wording|terminology|labelled|"
    r"labeled|not [\"“‘'])",
    re.IGNORECASE,
)
_BE = word_set(
    "is are was were be been being become becomes became isn't aren't"
)


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Person-first findings in posts and replies; talk about words themselves is left alone."""
    if context.kind is PostKind.INBOUND:
        return
    entries = pack.tables.get(_TABLE, ())
    reasons: Mapping[str, str] = pack.data.get(_TABLE, {}).get("why", {})
    scope = None
    for hit in hits(document, pack).get(_TABLE, ()):
        scope = scope or read_scope(document, pack, context.kind)
        if scope.quoted(hit.start, hit.end) or _about_words(document, hit.sentence):
            continue
        made = _from_entry(document, hit, entries[hit.row], reasons)
        if made is not None:
            yield made
    for made in _with_holder(document, pack, reasons):
        yield made


def _from_entry(
    document: Document, hit: Hit, entry: Mapping[str, Any], reasons: Mapping[str, str]
) -> Finding | None:
    tokens = document.tokens
    after = tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    if after is not None and after.sentence != hit.sentence:
        after = None
    form, kind = str(entry.get("form", "")), str(entry["kind"])
    if after is not None and after.lower in _listed(entry.get("not_before")):
        return None
    if form == "group" and not _ends_noun(after):
        return None
    if str(entry["avoid"]).startswith("suffer") and after and after.lower in _NOT_OF_PEOPLE:
        return None
    prefer: str | None = str(entry["prefer"])
    if prefer == "-" or (form == "predicate" and not _predicate(document, hit, after)):
        prefer = None
    return _say(document, hit.first, hit.last, prefer, kind, reasons, noun=form == "noun")


def _listed(value: Any) -> frozenset[str]:
    return frozenset(part.strip() for part in str(value).split(",")) if value else frozenset()


def _ends_noun(after: Token | None) -> bool:
    return after is None or not after.text[0].isalnum() or after.lower in _FUNCTION


def _predicate(document: Document, hit: Hit, after: Token | None) -> bool:
    before = document.tokens[hit.first - 1].lower if hit.first else ""
    return before in _BE and _ends_noun(after)


def _say(
    document: Document,
    first: int,
    last: int,
    prefer: str | None,
    kind: str,
    reasons: Mapping[str, str],
    *,
    noun: bool,
    more: tuple[str, ...] = (),
) -> Finding:
    tokens = document.tokens
    wanted = [words for words in (prefer, *more) if words]
    if noun and wanted and first and tokens[first - 1].lower in ("a", "an"):
        right = article(wanted[0])
        if right != tokens[first - 1].lower and tokens[first - 1].sentence == tokens[first].sentence:
            first -= 1
            wanted = [f"{article(words)} {words}" for words in wanted]
    start, end = tokens[first].start, tokens[last].end
    model = document.plain[start:end]
    return finding(
        document,
        start,
        end,
        kind=Kind.PERSON_FIRST,
        sub=kind,
        rule=f"person_first.{kind}",
        strength=Strength.WARN,
        title=_TITLE,
        why=reasons.get(kind, "Name the person first, then the condition."),
        suggestions=tuple(_cased(model, words) for words in wanted),
        authorities=("acnap_2025",),
    )


def _cased(model: str, words: str) -> str:
    """A capital that belongs to an abbreviation says nothing about the sentence."""
    first = model.split()[0]
    if first.isupper() and len(first) > 1 and not model.isupper():
        return words
    return like(model, words)


@lru_cache(maxsize=2)
def _conditions(pack: Pack) -> Mapping[tuple[str, ...], str]:
    from app.text.tokens import words_of

    pairs = (line.partition("=>") for line in lines(pack.data.get(_TABLE, {}).get("conditions")))
    return {words_of(words): after.strip() for words, _, after in pairs}


def _with_holder(
    document: Document, pack: Pack, reasons: Mapping[str, str]
) -> Iterator[Finding]:
    """ "Heart failure patients", "stroke victims" and their like."""
    tokens = document.tokens
    conditions = _conditions(pack)
    for index, token in enumerate(tokens):
        holder = _HOLDERS.get(token.lower)
        if holder is None and token.lower in _PEOPLE and index:
            if tokens[index - 1].lower in _LABELS:
                holder = token.lower
        if holder is None or _compound(tokens, index):
            continue
        for size in (4, 3, 2, 1):
            low = index - size
            if low < 0 or tokens[low].sentence != token.sentence:
                continue
            words = tuple(part.lower for part in tokens[low:index])
            after = conditions.get(words)
            if after is None:
                continue
            if not _about_words(document, token.sentence):
                yield _held(document, low, index, holder, after, reasons)
            break


def _held(
    document: Document, low: int, index: int, holder: str, after: str, reasons: Mapping[str, str]
) -> Finding:
    word = document.tokens[index].lower
    if holder == "person":
        after = after.replace("who smoke", "who smokes")
    more = (f"{word} {after}",) if word.startswith("patient") else ()
    kind = "label" if word.startswith("patient") else "victim"
    if "obesity" in after or "overweight" in after:
        kind = "weight"
    return _say(document, low, index, f"{holder} {after}", kind, reasons, noun=True, more=more)


def _compound(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether "patient" only modifies the next word ("patient safety")."""
    if index + 1 >= len(tokens):
        return False
    after = tokens[index + 1]
    return after.sentence == tokens[index].sentence and after.lower in _COMPOUNDS


def _about_words(document: Document, sentence: int) -> bool:
    """Whether the sentence talks about words and not about people."""
    span = document.sentences[sentence]
    return bool(_ABOUT_WORDS.search(document.plain, span.start, span.end))
