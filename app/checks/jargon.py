"""Words of the trade in texts that patients read, with plain words for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.checks.context import Context
from app.checks.fitting_words import fits
from app.checks.hits import Hit, hits
from app.checks.inflect import article, word_set
from app.checks.pack import Pack
from app.checks.say import finding
from app.checks.shapes import by_shape
from app.checks.starts import DIGIT, openings, starts
from app.model.finding import Finding, Kind, Strength
from app.model.post import Audience, PostKind
from app.text.document import Document

_TABLE = "jargon"
_TITLE = "A word of the trade"
_WHY = "Patients may not know this word; use plain words, or explain it once."
_FEW = 4
"""Warnings a text gets for jargon; further words are notes, one page of them helps nobody."""
_COLLEAGUES = re.compile(
    r"\b(?:colleagues|fellows|trainees|registrars?|residents|journal club|cath lab|case-based|"
    r"#?(?:CardioTwitter|CardioEd|CardioX|EPeeps|FOAMed|MedEd|MedTwitter|ESCCongress|ACC\d\d|"
    r"AHA\d\d|"
    r"ESC\d{2,4}|EHRA\d*|TCT\d*|HFA\d*|ACCIntCardio|RadialFirst|echofirst|cvPrev)|RCT|primary "
    r"end ?point|composite end ?point|MACE|HR\s?[=:]?\s?[01]\.\d|95 ?% ?CI|CI [01]\.\d|"
    r"p\s?[<=]\s?0?\.\d|"
    r"NNT|class (?:I|II[ab]?|III|1|2[ab])\b|LOE|non-?inferiority|subgroup|randomi[sz]ed|abstracts?|"
    r"poster|late-breaking|hotline|take-?home|CME|CPD|exam|viva|peer-reviewed|meta-analysis|"
    r"clinicians|GPs should|for GPs|for clinicians|our audit|clinical practice)\b",
    re.IGNORECASE,
)
_COLLEAGUES_OPENINGS = openings(
    f"{DIGIT} colleagues fellows trainees registrars residents journal cath case CardioTwitter "
    "EPeeps FOAMed MedEd ESCCongress ACC AHA ESC EHRA TCT HFA RadialFirst echofirst cvPrev RCT "
    "primary composite MACE HR HR0 HR1 CI p NNT class LOE non subgroup randomised abstract poster "
    "late hotline take CME CPD exam viva peer meta clinicians GPs for our clinical"
)
_GLOSS = re.compile(
    r"^\W{0,2}(?:\(|, or\b|,? (?:which|means?|meaning|that is|i\.e\.|also|is when|are when|"
    r"is an? (?:\w+ )?(?:ultrasound|scan|test|kind|type|form|way|medicine|tablet|procedure|picture|"
    r"film|moving|problem|condition|measure|disease|word|sign|device|machine|name)|describes?|"
    r"refers?|stands for|happens when|occurs when|in plain|the medical|to you and me)\b|[–—-] |: )",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\(|called |known as |we call (?:it |this )?|(?:medical|doctors'?|doctors’) (?:term|word|"
    r"name)"
    r"[^.]{0,20}|term(?:ed)? |named |say |jargon[^.]{0,12}|what (?:is|are) |what['’]s |aka |"
    r"a\.k\.a\. |"
    r"means |stands for |word |definition of |\b(?:is|are|often) )[\"“‘']?$",
    re.IGNORECASE,
)

_NAMED = re.compile(
    r"(?:Society|College|Association|Board|Department|Journal|Institute|Academy|Unit) (?:of|for) $"
)
_ABOUT_WORDS = re.compile(
    r"\b(?:translated|in plain (?:words|english)|dictionary|glossary|jargon|decoded|explained|"
    r"what it means|"
    r"words? (?:we|doctors) use|vocabulary)\b",
    re.IGNORECASE,
)


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Jargon in texts for patients or the public, or for nobody in particular; once a word."""
    if context.kind is PostKind.INBOUND or not _for_patients(document, context):
        return
    entries = pack.tables.get(_TABLE, ())
    warned, seen, reach = 0, set[str](), -1
    found = [*hits(document, pack).get(_TABLE, ()), *by_shape(document)]
    for hit in sorted(found, key=lambda hit: (hit.first, -hit.last, hit.row < 0)):
        if hit.first <= reach:
            continue
        plain = _plain(entries, hit)
        key = plain if plain != "-" else hit.phrase
        cased = hit.row >= 0 and bool(entries[hit.row].get("case"))
        if key in seen or not _as_written(document, hit, cased):
            continue
        reach = hit.last
        seen.add(key)
        if _explained(document, hit, plain):
            continue
        warned += 1
        strength = Strength.WARN if warned <= _FEW else Strength.NOTE
        yield _say(document, hit, plain, strength)


def _plain(entries: Sequence[Mapping[str, Any]], hit: Hit) -> str:
    """What may stand in place of the word; "-" when only a new sentence helps."""
    if hit.row < 0:
        return "-"
    entry = entries[hit.row]
    return str(entry["plain"] if hit.phrase == entry["term"] else entry["plural"])


def _for_patients(document: Document, context: Context) -> bool:
    if context.audience is not None:
        return context.audience is not Audience.PROFESSIONALS
    aimed = context.facts.get("aimed_at_patients")
    if aimed is not None:
        return aimed
    return not starts(document).first(_COLLEAGUES, _COLLEAGUES_OPENINGS)


def _as_written(document: Document, hit: Hit, cased: bool) -> bool:
    """Whether an abbreviation stands as the list has it; "mi" is no heart attack."""
    if not cased:
        return True
    words = document.tokens[hit.first : hit.last + 1]
    return "".join(token.text for token in words) == re.sub(r"[\s-]", "", hit.phrase)


def _explained(document: Document, hit: Hit, plain: str) -> bool:
    """Whether the text says in plain words what the word means."""
    text, start, end = document.plain, hit.start, hit.end
    if _NAMED.search(text[max(0, start - 24) : start]) and text[start].isupper():
        return True
    span = document.sentences[hit.sentence]
    if _ABOUT_WORDS.search(text, span.start, span.end):
        return True
    if _GLOSS.match(text[end : end + 24]) or _BEFORE.search(text[max(0, start - 40) : start]):
        return True
    words = plain.removeprefix("a ").lower()
    return plain != "-" and words in text.lower()


def _say(document: Document, hit: Hit, plain: str, strength: Strength) -> Finding:
    tokens, first = document.tokens, hit.first
    words = plain if plain != "-" and fits(document, first, hit.last, plain) else ""
    before = tokens[first - 1].lower if first else ""
    same = first > 0 and tokens[first - 1].sentence == tokens[first].sentence
    if words and same and before in ("a", "an"):
        words = words.removeprefix("a ")
        if article(words) != before:
            first -= 1
            words = f"{article(words)} {words}"
    elif words.startswith("a ") and same and before in _POINTERS:
        words = words.removeprefix("a ")
    start = tokens[first].start
    low = document.token_at(document.sentences[hit.sentence].start)
    opens = not any(token.is_word for token in tokens[low:first])
    if opens and words[:1].islower():
        words = words[0].upper() + words[1:]
    return finding(
        document,
        start,
        hit.end,
        kind=Kind.JARGON,
        sub="jargon",
        rule="jargon.term",
        strength=strength,
        title=_TITLE,
        why=_WHY,
        suggestions=(words,) if words else (),
        authorities=("readability",),
    )


_POINTERS = word_set("the your my our his her their this that severe mild moderate no any")
