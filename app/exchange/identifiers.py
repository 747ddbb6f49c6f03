"""What a pasted DOI, PubMed number or link is, by its form only: nothing is looked up."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from app.model.records import SourceKind

_MAX = 2_000
_DOI_FRONT = re.compile(
    r"^(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/|doi\s*[:.]?\s*(?=10\.))", re.IGNORECASE
)
_DOI = re.compile(r"10\.\d{4,9}/[-._;()/:A-Za-z0-9]+\Z")
_OLD_DOI = re.compile(r"10\.\d{4,9}/\S+\Z")
_DOI_INSIDE = re.compile(r"\b10\.\d{4,9}/\S+")
_PMID_FRONT = re.compile(
    r"^(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov/|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/|"
    r"pmid\s*[:.]?\s*)",
    re.IGNORECASE,
)
_PMID = re.compile(r"[1-9]\d{0,7}\Z")
_PMCID_FRONT = re.compile(
    r"^(?:(?:https?://)?(?:www\.|pmc\.)?ncbi\.nlm\.nih\.gov/(?:pmc/)?articles/|pmcid\s*[:.]?\s*)",
    re.IGNORECASE,
)
_PMCID = re.compile(r"PMC\d{1,8}(?:\.\d+)?\Z", re.IGNORECASE)
_NCT_FRONT = re.compile(
    r"^(?:https?://)?(?:www\.)?clinicaltrials\.gov/(?:ct2/show/|study/)?", re.IGNORECASE
)
_NCT = re.compile(r"NCT\d{8}\Z", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_GUIDELINE_WORDS = re.compile(
    r"\b(?:guidelines?|recommendations?|consensus|statement|ESC|ACC|AHA|NICE|SIGN|CCS|CSANZ|WHO|"
    r"EHRA|HRS|EACTS|EAS|ESH|KDIGO|ADA)\b"
)
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}
_TRAILING = ".,;:!?'\"’”»"


@dataclass(frozen=True, slots=True)
class ReadIdentifier:
    """What was read from a pasted text.

    Attributes:
        kind: how the source is named.
        identifier: in its plain form: a DOI in lower case without a prefix, digits of a
            PMID, ``PMC...``, ``NCT...``, a guideline's name, or a link.
        words: what to tell the author; never more than "well formed".
        ok: whether it can be kept.
    """

    kind: SourceKind
    identifier: str
    words: str
    ok: bool


def read_identifier(text: str) -> ReadIdentifier:
    """Tell what a text names.

    Prefixes, the addresses of doi.org, PubMed, PMC and ClinicalTrials.gov, and signs
    of the sentence around it are taken off. Bare digits of at most 8 are a PMID.
    """
    given = " ".join(text[:_MAX].split()).strip("<>“”\"'«» ").lstrip("([{")
    if not given:
        return ReadIdentifier(SourceKind.URL, "", "Paste a DOI, a PubMed number or a link.", False)
    if len(text) > _MAX:
        return ReadIdentifier(SourceKind.URL, "", "This is too long to be one source.", False)
    for reader in _READERS:
        if (found := reader(given)) is not None:
            return found
    return ReadIdentifier(
        SourceKind.URL,
        given,
        "This does not look like a DOI, a PubMed number, a guideline or a link.",
        False,
    )


def same_identifier(kind: SourceKind, one: str, other: str) -> bool:
    """Whether two identifiers of a kind name the same source; only links tell capitals apart."""
    if kind is SourceKind.URL:
        return one.rstrip("/") == other.rstrip("/")
    return one.casefold() == other.casefold()


def _doi(given: str) -> ReadIdentifier | None:
    front = _DOI_FRONT.match(given)
    body = given[front.end() :] if front else given
    if not front and not body.startswith("10."):
        # A publisher's page often carries the DOI in its address.
        inside = _DOI_INSIDE.search(unquote(given)) if "://" in given else None
        if inside is None:
            return None
        body = inside.group().partition("?")[0].partition("#")[0]
        body = re.sub(r"/(?:full|abstract|pdf|epdf|full/html)$", "", body)
    body = _without_trailing(unquote(body)).lower()
    if _DOI.match(body):
        return ReadIdentifier(SourceKind.DOI, body, "DOI, well formed.", True)
    if _OLD_DOI.match(body):
        words = "DOI, unusual but well formed. Compare it with the page it came from."
        return ReadIdentifier(SourceKind.DOI, body, words, True)
    words = "This starts like a DOI but is not well formed. A DOI looks like 10.1093/abc123."
    return ReadIdentifier(SourceKind.DOI, body, words, False)


def _pmcid(given: str) -> ReadIdentifier | None:
    front = _PMCID_FRONT.match(given)
    body = given[front.end() :] if front else given
    body = _without_trailing(body.partition("?")[0].strip("/ ")).upper()
    if _PMCID.match(body):
        return ReadIdentifier(SourceKind.PMCID, body, "PubMed Central number, well formed.", True)
    if not front and not body.startswith("PMC"):
        return None
    words = "This is not a PubMed Central number. One looks like PMC1234567."
    return ReadIdentifier(SourceKind.PMCID, body, words, False)


def _pmid(given: str) -> ReadIdentifier | None:
    front = _PMID_FRONT.match(given)
    body = given[front.end() :] if front else given
    body = _without_trailing(body.partition("?")[0].strip("/ "))
    if _PMID.match(body):
        return ReadIdentifier(SourceKind.PMID, body, "PubMed number, well formed.", True)
    if not front and not body.isdigit():
        return None
    words = "This is not a PubMed number. One has 1 to 8 digits and does not start with 0."
    return ReadIdentifier(SourceKind.PMID, body, words, False)


def _nct(given: str) -> ReadIdentifier | None:
    front = _NCT_FRONT.match(given)
    body = given[front.end() :] if front else given
    body = _without_trailing(body.partition("?")[0].strip("/ ")).upper()
    if _NCT.match(body):
        words = "Trial registration, well formed. A registration is not a result."
        return ReadIdentifier(SourceKind.NCT, body, words, True)
    if not body.startswith("NCT") or not body[3:4].isdigit():
        return None
    words = "This is not a trial number. One looks like NCT01234567."
    return ReadIdentifier(SourceKind.NCT, body, words, False)


def _url(given: str) -> ReadIdentifier | None:
    if " " in given:
        return None
    address = given if "://" in given else f"https://{given}"
    if "://" not in given and not given.lower().startswith("www."):
        return None
    address = _without_trailing(address)
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return ReadIdentifier(SourceKind.URL, given, "This link is not well formed.", False)
    if parts.scheme.lower() not in ("http", "https"):
        words = "Only links that start with http or https can be kept."
        return ReadIdentifier(SourceKind.URL, given, words, False)
    if "." not in host.strip(".") or parts.username or parts.password:
        return ReadIdentifier(SourceKind.URL, given, "This link is not well formed.", False)
    words = "Link, well formed. A DOI or PubMed number lasts longer, if there is one."
    return ReadIdentifier(SourceKind.URL, address, words, True)


def _guideline(given: str) -> ReadIdentifier | None:
    if not _GUIDELINE_WORDS.search(given) or len(given) > 200:
        return None
    if not _YEAR.search(given):
        words = "Which year is this guideline from? Add it to the name."
        return ReadIdentifier(SourceKind.GUIDELINE, given, words, False)
    return ReadIdentifier(SourceKind.GUIDELINE, given, "Guideline, by name and year.", True)


_READERS: tuple[Callable[[str], ReadIdentifier | None], ...] = (
    _doi,
    _pmcid,
    _nct,
    _pmid,
    _url,
    _guideline,
)


def _without_trailing(body: str) -> str:
    """Without the full stop, quote or unbalanced bracket of the sentence around it."""
    while body:
        last = body[-1]
        opening = _PAIRS.get(last)
        unbalanced = opening is not None and body.count(last) > body.count(opening)
        if not unbalanced and last not in _TRAILING:
            break
        body = body[:-1]
    return body
