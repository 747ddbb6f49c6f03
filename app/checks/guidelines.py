"""Guidelines that a newer one has replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from app.checks.context import Context
from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.say import finding
from app.checks.starts import CAPITAL, openings, starts
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind
from app.text.document import Document

_YEAR = re.compile(r"\b(19[89]\d|20[0-4]\d)\b|(?<=[\s(])['’](\d\d)\b")
_WORD = re.compile(
    r"\b(?:guidelines?|guidance|recommendations?|statement|update|NICE|consensus)\b", re.IGNORECASE
)
_CODE = re.compile(
    r"\bCG ?\d{1,3}\b|\bNG ?\d{1,3}\b|\bJNC[ -]?(?:VI{0,3}|\d)\b|\bATP[ -]?(?:III|II|3)\b|"
    r"\bTA ?\d{3}\b|\bQS ?\d{2,3}\b|\bSIGN ?\d{2,3}\b|\b[Pp]ooled [Cc]ohort [Ee]quations?\b",
)
_CODE_OPENINGS = openings(f"{CAPITAL} pooled")
_HISTORY = re.compile(
    r"\b(?:"
    r"supersed\w+|replac\w+|previous\w*|earlier|old(?:er)?|former\w*|used to|no longer|"
    r"outdated|withdrawn|was updated|were updated|updates? the|updated from|"
    r"update (?:to|of|on)|since then|compared (?:with|to)|changed from|change from|instead of|"
    r"in place of|retired|history|historic\w*|back then|not the|took the place|take the place|"
    r"in their place|dropped|abandoned|gave way|successor|predecessor|then came|"
    r"before (?:that|it|then)|remember when|used the (?:word|term)|in (?:those|its) days?|"
    r"first (?:introduced|used|appeared|described)|archived?|obsolete|expired|cancelled|"
    r"overtaken|older edition|last edition|previous edition|throw (?:out|away)|"
    r"bin (?:the|your)|recycl\w+|gone|came after|out of date|up from|down from|newer than|"
    r"moved on|supplants?|differs? from|what(?:'s|’s| is| has) (?:new|changed)|what changed|"
    r"vs\.?|versus|let go of|until"
    r")\b",
    re.IGNORECASE,
)
_REACH = 70
"""Characters to both sides of the year in which body, subject and "guideline" must stand."""


class Edition(NamedTuple):
    """A guideline in force: who, when, about what, and what to call it."""

    id: str
    bodies: frozenset[str]
    year: int
    topics: tuple[str, ...]
    name: str
    sure: str


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Old editions named as if in force. Telling of their replacement is history, not an error."""
    if context.kind is PostKind.INBOUND:
        return
    if "{guideline_word" in read_text(document, pack, context.kind).said:
        yield from _by_year(document, pack)
    yield from _by_code(document, pack)


@lru_cache(maxsize=2)
def editions(pack: Pack) -> tuple[Edition, ...]:
    """The guidelines in force that name the words by which their subject is known."""
    data = pack.data.get("guidelines", {})
    topics: Mapping[str, Any] = data.get("topics") or {}
    found = []
    for entry in data.get("entries", ()):
        words = topics.get(entry["id"])
        if not words or not str(entry.get("status", "current")).startswith(("current", "check")):
            continue
        found.append(
            Edition(
                entry["id"],
                _bodies(str(entry["body"])),
                int(entry["year"]),
                tuple(word.strip() for word in str(words).split(",")),
                f"{entry['year']} {entry['body']} {entry['title']}",
                str(entry.get("supersession_confirmed", "memory")),
            )
        )
    return tuple(found)


def _bodies(text: str) -> frozenset[str]:
    words = set(re.findall(r"[A-Z]{2,}", text))
    if "ACC" in words or "AHA" in words:
        words |= {"ACC", "AHA", "ACCF"}
    if "ESC" in words:
        words |= {"ESC", "ESH", "EAS", "EACTS", "ERS"}
    return frozenset(words)


def _by_year(document: Document, pack: Pack) -> Iterator[Finding]:
    plain = document.plain
    for match in _YEAR.finditer(plain):
        year = int(match[1]) if match[1] else 2000 + int(match[2])
        index = document.sentence_at(match.start())
        span = document.sentences[index] if document.sentences else None
        if span is None or _history(document, index):
            continue
        low = max(span.start, match.start() - _REACH)
        high = min(span.end, match.end() + _REACH)
        edition = _older(plain[low:high], year, pack)
        if edition is not None:
            start, end = _quote(plain, low, high, match)
            yield _say(document, start, end, edition)


def _older(near: str, year: int, pack: Pack) -> Edition | None:
    """The edition in force that replaces the one named near the year, if it is older."""
    if not _WORD.search(near):
        return None
    lower = near.lower()
    named = set(re.findall(r"[A-Z]{2,}", near)) | _spelt(lower)
    best: tuple[int, Edition] | None = None
    for edition in editions(pack):
        if not named & edition.bodies:
            continue
        hit = max((len(word) for word in edition.topics if _has(lower, word)), default=0)
        if hit and (best is None or (hit, edition.year) > (best[0], best[1].year)):
            best = hit, edition
    if best is None or year >= best[1].year:
        return None
    return best[1]


def _spelt(lower: str) -> set[str]:
    names = {
        "european society of cardiology": "ESC",
        "american heart association": "AHA",
        "american college of cardiology": "ACC",
        "european guideline": "ESC",
        "american guideline": "ACC",
        "us guideline": "ACC",
        "nice": "NICE",
    }
    return {short for long, short in names.items() if long in lower}


def _has(lower: str, word: str) -> bool:
    at = lower.find(word)
    while at >= 0:
        before = lower[at - 1] if at else " "
        after = lower[at + len(word)] if at + len(word) < len(lower) else " "
        if not before.isalnum() and not (after.isalpha() and after != "s"):
            return True
        at = lower.find(word, at + 1)
    return False


def _quote(plain: str, low: int, high: int, match: re.Match[str]) -> tuple[int, int]:
    """From the year or the body before it to the word "guideline", if that is near."""
    start, end = match.span()
    after = _WORD.search(plain, match.end(), high)
    if after is not None:
        return start, after.end()
    before = None
    for found in _WORD.finditer(plain, low, match.start()):
        before = found
    if before is None:
        return start, end
    body = re.search(r"(?:[A-Z]{2,}[/ ]?)+(?:[\w-]+ ){0,5}$", plain[low : before.start()])
    return (low + body.start() if body else before.start()), end


def _history(document: Document, index: int) -> bool:
    """Whether the sentence tells of old editions as old."""
    span = document.sentences[index]
    return bool(_HISTORY.search(document.plain, span.start, span.end))


def _by_code(document: Document, pack: Pack) -> Iterator[Finding]:
    found = list(starts(document).find(_CODE, _CODE_OPENINGS))
    codes = _replaced(pack) if found else {}
    for match in found:
        entry = codes.get(_code(match.group()))
        if entry is None or _history(document, document.sentence_at(match.start())):
            continue
        edition = Edition(
            entry["id"], frozenset(), int(entry["year"]), (),
            f"{entry['year']} {entry['body']} {entry['title']}",
            str(entry.get("supersession_confirmed", "memory")),
        )  # fmt: skip
        yield _say(document, match.start(), match.end(), edition)


@lru_cache(maxsize=2)
def _replaced(pack: Pack) -> Mapping[str, Mapping[str, Any]]:
    """The entry that replaces each old code, as the entries and the list of phrases say."""
    data = pack.data.get("guidelines", {})
    names = {entry["id"]: entry for entry in data.get("entries", ())}
    codes: dict[str, Mapping[str, Any]] = {}
    for entry in names.values():
        for old in entry.get("supersedes") or ():
            if _CODE.fullmatch(str(old)):
                codes[_code(str(old))] = entry
    for row in data.get("superseded_phrases", ()):
        if isinstance(row, dict) and row["use_instead"] in names:
            codes[_code(str(row["phrase"]))] = names[row["use_instead"]]
    return codes


def _code(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())


def _say(document: Document, start: int, end: int, edition: Edition) -> Finding:
    known = edition.sure in ("yes", "secondary", "partly", "memory")
    return finding(
        document,
        start,
        end,
        kind=Kind.SUPERSEDED,
        sub=edition.id,
        rule="guidelines.superseded",
        strength=Strength.BLOCK if edition.sure in ("yes", "secondary") else Strength.WARN,
        title="A newer guideline is out",
        why=f"Replaced by: {edition.name}. Check what changed.",
        authorities=("gmc_sm_2024",),
        sure=edition.sure if known else "memory",
    )
