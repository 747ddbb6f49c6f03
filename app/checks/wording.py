"""Words that label or blame people, with what may stand in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from app.checks.context import Context
from app.checks.hits import Hit, hits
from app.checks.inflect import article, like, word_set
from app.checks.judge import Stance, joined, judged, said
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
_PEOPLE = word_set(
    "man woman men women lady ladies gentleman gentlemen male males female females person people "
    "adult adults child children kid kids boy boys girl girls teen teens teenager teenagers baby "
    "babies mother mothers father fathers mum mums mom moms dad dads parent parents relative "
    "relatives guy guys bloke blokes individual individuals veteran veterans smoker smokers "
    "driver drivers farmer farmers granny grannies grandmother grandfather inmate inmates "
    "resident residents customer customers pensioner pensioners couple couples folk folks"
)
_RULES = (
    "person_first.label_place",
    "person_first.victim_of",
    "person_first.refusal",
    "person_first.addict",
)
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
    r"don['’]t (?:say|call|write)|do not (?:say|call|write)|never (?:say|call|write)|wording|"
    r"terminology|retire|vocabulary|phrases?|(?:nick)?names? (?:of|for)|language|synonyms?|"
    r"not [\"“‘'])",
    re.IGNORECASE,
)
_BE = word_set("is are was were be been being become becomes became isn't aren't")


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Person-first findings in posts and replies; talk about words themselves is left alone."""
    if context.kind is PostKind.INBOUND:
        return
    for sentence, one in _all(document, context, pack):
        if not _about_words(document, sentence) and not _as_myth(document, context, pack, sentence):
            yield one


def _all(document: Document, context: Context, pack: Pack) -> Iterator[tuple[int, Finding]]:
    """Every finding with the sentence that it stands in."""
    entries = pack.tables.get(_TABLE, ())
    reasons: Mapping[str, str] = pack.data.get(_TABLE, {}).get("why", {})
    for hit in hits(document, pack).get(_TABLE, ()):
        made = _from_entry(document, hit, entries[hit.row], reasons)
        if made is not None:
            yield hit.sentence, made
    yield from _with_holder(document, pack, reasons)
    yield from _with_label(document, pack, reasons)
    rows = [row for name in _RULES for row in judged(document, context, pack, name, Stance.NONE)]
    for row in joined(document, rows, _RULES):
        sentence = document.tokens[row.match.low].sentence
        yield sentence, said(document, row.rule, row.match, Kind.PERSON_FIRST, row.strength)


def _as_myth(document: Document, context: Context, pack: Pack, sentence: int) -> bool:
    """Whether the sentence is told only to be put right."""
    stance = read_scope(document, pack, context.kind).sentences[sentence]
    return stance.myth or (stance.debunked and stance.reported)


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
    if form == "person" and (after is None or after.lower not in _PEOPLE | _HOLDERS.keys()):
        return None
    if str(entry["avoid"]).startswith("suffer") and after and after.lower in _NOT_OF_PEOPLE:
        return None
    prefer: str | None = str(entry["prefer"])
    if prefer == "-" or (form == "predicate" and not _predicate(document, hit, after)):
        prefer = None
    if prefer and prefer.startswith("people") and _aged(document, hit):
        prefer = None  # "elderly people with ..." is a label too
    return _say(document, hit.first, hit.last, prefer, kind, reasons, noun=form == "noun")


def _aged(document: Document, hit: Hit) -> bool:
    return hit.first > 0 and document.tokens[hit.first - 1].lower in ("elderly", "aged")


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
        before = tokens[first - 1]
        if article(wanted[0]) != before.lower and before.sentence == tokens[first].sentence:
            first -= 1
            wanted = [f"{article(words)} {words}" for words in wanted]
    start, end = tokens[first].start, tokens[last].end
    model = document.plain[start:end]
    opens = document.sentences[tokens[first].sentence].start == start
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
        suggestions=tuple(_cased(model, words, opens=opens) for words in wanted),
        authorities=("acnap_2025",),
    )


def _cased(model: str, words: str, *, opens: bool) -> str:
    """A capital that belongs to an abbreviation says nothing, unless it opens the sentence."""
    first = model.split()[0]
    if opens and first[0].isupper() and not model.isupper():
        return words[0].upper() + words[1:]
    if first.isupper() and len(first) > 1 and not model.isupper():
        return words
    return like(model, words)


@lru_cache(maxsize=4)
def _pairs(pack: Pack, block: str) -> Mapping[tuple[str, ...], str]:
    """The lines "words => other words" of a block of the rule file."""
    from app.text.tokens import words_of

    pairs = (line.partition("=>") for line in lines(pack.data.get(_TABLE, {}).get(block)))
    return {words_of(words): after.strip() for words, _, after in pairs}


def _with_holder(
    document: Document, pack: Pack, reasons: Mapping[str, str]
) -> Iterator[tuple[int, Finding]]:
    """Conditions before a word for people: "heart failure patients", "stroke victims"."""
    tokens = document.tokens
    conditions = _pairs(pack, "conditions")
    for index, token in enumerate(tokens):
        holder = _HOLDERS.get(token.lower)
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
            yield token.sentence, _held(document, low, index, holder, after, reasons)
            break


def _with_label(
    document: Document, pack: Pack, reasons: Mapping[str, str]
) -> Iterator[tuple[int, Finding]]:
    """Labels before a word for people: "diabetic men", "a wheelchair-bound lady"."""
    tokens = document.tokens
    labels = _pairs(pack, "labels")
    for index, token in enumerate(tokens):
        if token.lower not in _PEOPLE:
            continue
        for size in (3, 2, 1):
            low = index - size
            if low < 0 or tokens[low].sentence != token.sentence:
                continue
            after = labels.get(tuple(part.lower for part in tokens[low:index]))
            if after is None:
                continue
            prefer = None if after == "-" else f"{token.lower} {after}"
            made = _say(document, low, index, prefer, "label", reasons, noun=True)
            yield token.sentence, made
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
