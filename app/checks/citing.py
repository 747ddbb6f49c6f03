"""Which sentences name a source that a reader could find."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from app.checks.context import Context
from app.checks.starts import CAPITAL, DIGIT, openings, starts
from app.text.document import Document

_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_BODIES = (
    r"ESC|AHA|ACC|ACC/AHA|AHA/ACC|ESH|NICE|BHF|WHO|CDC|NHS|HSE|AIHW|ICMR|RKI|DGK|ONS|SIGN|HRS|EHRA|"
    r"NHLBI|USPSTF|CSANZ|CSI|HFSA|SCAI|FDA|EMA|MHRA|TGA|HPRA|BfArM|GBD|UKHSA|OECD|NIH|ASA|ADA|"
    r"Cochrane|Lancet|NEJM|JAMA|BMJ|Circulation|JACC|EHJ|Eur Heart J|European Heart Journal|Heart|"
    r"Nature|Resuscitation|Stroke|Hypertension|Europace|Eurostat|Statistisches Bundesamt|Destatis|"
    r"Deutsche Herzstiftung|Heart Foundation|Irish Heart Foundation|British Heart Foundation|"
    r"American Heart Association|World Health Organi[sz]ation|World Heart Federation|"
    r"European Society of Cardiology|National Heart Foundation|Heart Rhythm Society|"
    r"New England Journal|Annals|PLOS|Public Health England|Resuscitation Council|SSNAP|NICOR|"
    r"Indian Heart Journal|National Health Survey|NFHS|Global Burden of Disease|Framingham"
)
_REPORTS = (
    r"estimat\w*|report\w*|says?|said|stat\w*|data|figures|statistics|shows?|showed|found|finds|"
    r"suggests?|recommends?|advis\w*|notes?|puts|survey|analysis|guidelines?|guidance|study|"
    r"trial|review|meta-analysis|registry|audit|factsheet|fact sheet|researchers|investigators"
)
_ORGANISATION = (
    r"[A-Z][\w’'-]{1,30} (?:(?:of|for|and|the|on) ){0,2}(?:[A-Z][\w-]{1,30} ){0,3}(?:Society|"
    r"Association|"
    r"Foundation|College|Institute|Agency|Registry|Register|Ministry|Council|Bureau|Survey|Atlas|"
    r"Observatory|Database|Federation|Office)\b(?: (?:of|for|on) (?:the )?[A-Z]\w+)?"
)
_TRIAL = r"[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9]*(?:-[A-Z0-9][A-Za-z0-9]*)*"
_IN_SENTENCE = re.compile(
    rf"\bdoi\b|\b10\.\d{{4,9}}/\S|\bPMC?ID\b|\bPMID:?\s?\d|\bPMC\d{{4,8}}\b|\bNCT\d{{8}}\b|"
    rf"\bISRCTN\d|\bet al\b|\bibid\b|"
    rf"\b(?:{_BODIES})\b[^.!?\n]{{0,40}}\b{_YEAR}\b|\b{_YEAR}\b[^.!?\n]{{0,30}}\b(?:{_BODIES})\b|"
    rf"\b(?:[Aa]ccording to|[Ss]ource:|[Dd]ata from|[Ff]igures from|[Ss]tatistics from|"
    rf"[Pp]ublished (?:in|by)|[Rr]eported (?:in|by)|[Ee]stimates? (?:from|by))\s+(?:the )?"
    rf"(?:\d{{4}} )?[A-Z]|"
    rf"\b(?:{_BODIES})(?:'s|’s)?\s+(?:\w+\s+){{0,2}}(?:{_REPORTS})\b|"
    rf"\b(?:{_REPORTS}|by|per|from|via|to)(?: the)? {_ORGANISATION}|"
    rf"\b{_ORGANISATION}(?:'s|’s)? (?:\w+ ){{0,2}}(?:{_REPORTS})\b|"
    rf"\b(?:In|in|from|From|The|the|of)\s+(?:the )?{_TRIAL}(?:\s+(?:trial|study|registry|"
    rf"investigators|programme|program|cohort)\b|,)|"
    rf"\b{_TRIAL}\s+(?:trial|study|registry|showed|found|reported|investigators|participants)\b|"
    rf"\b[A-Z][a-z]+ (?:and|&) (?:[A-Z][a-z]+|colleagues|co-workers)[,\s(]{{1,3}}{_YEAR}\b|"
    rf"\bthe {_YEAR} [A-Z][\w/ -]{{2,50}}(?:guidelines?|trial|study|statement|report)\b|"
    rf"\b(?:say|says|said|reports?|reported by|estimates?|per|writes|calculated by|counted by|"
    rf"told by|"
    rf"via|from)\s+(?:the |a |our )?(?:\d{{4}} )?(?:[A-Z][a-z]+ ){{1,4}}(?:Society|Association|"
    rf"Foundation|"
    rf"Institute|College|Board|Office|Agency|Registry|Survey|Audit|Commission|Council|Ministry|"
    rf"Department|"
    rf"Network|Bureau|Health|University|Hospital|Times|Journal)\b|"
    rf"\b[A-Z][a-z]+ (?:Audit|Survey|Census|Registry|Atlas|Barometer|Database|Statistics|"
    rf"Factsheet)\b|"
    rf"\b{_YEAR};\s?\d|\bref(?:erence)?s? \d|"
    r"\b(?:[Aa]ccording to|[Gg]oing by|[Pp]er) (?:\w+ ){0,4}(?:stud(?:y|ies)|registry|framework|"
    r"reports?|surveys?|papers?|audit|census|trials?)\b|"
    r"\b(?:[Bb]y|[Ii]n|[Ff]rom) (?:the same|that [A-Z]{2,}) (?:paper|study|trial|report|page|"
    r"survey|registry|analysis)\b",
)
_OPENINGS = openings(
    f"{DIGIT} {CAPITAL} doi et ibid according source data figures statistics published reported "
    "estimated says said shows showed found finds suggests recommends advises notes puts survey "
    "analysis guideline guidance study trial review meta registry audit factsheet researchers "
    "investigators by per from via to in the of writes calculated counted told reference going same"
)
_IN_BRACKETS = re.compile(
    rf"\((?=[^()]{{0,120}}[A-Z][A-Za-z])[^()]{{0,120}}\b{_YEAR}\b[^()]{{0,60}}\)|\[\d{{1,2}}\]|"
    r"\((?=[^()]{0,120}[A-Z][A-Za-z])[^()]{0,120}\b(?:table|figure|fig|page|supplement|appendix|cohort|"
    r"registry|survey|trial|online first|J)\b[^()]{0,60}\)|\(same (?:paper|report|trial|study)\b"
)
_FOOTER = re.compile(
    r"(?:^|\n)\W{0,4}(?:(?:full |main |key )?(?:sources?|references?|refs?|citations?|quellen?|"
    r"evidence|data source|data|based on|read more at|further reading|numbers from|"
    r"figures from|studies cited|from|more|paper|study|trial|guideline)(?: used| below)?"
    r"(?: in (?:the )?(?:first )?comments?)?\s?[:：]|\[1\]|1\. [A-Z][a-z]+ [A-Z]{1,2}[,. ])",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"[.!?)] \W{0,2}(?:sources?|references?|refs?|data|quellen?)\s?:", re.IGNORECASE
)
_FOUND = re.compile(
    rf"{_IN_SENTENCE.pattern}|{_IN_BRACKETS.pattern}|https?://|www\.|\b{_YEAR}\b|\b(?:{_BODIES})\b"
)
_CARRIED = re.compile(
    r"^\W*(?:it|they|the (?:trial|study|authors|researchers|review|report|paper|analysis|"
    r"guideline|guidelines|investigators|same|survey|registry|team|survival|benefit|effect|"
    r"absolute|difference|number|numbers|result|results|rate|rates|drop|figure|figures|risk|"
    r"reduction)|"
    r"this (?:trial|study|review|report|paper|was|is|means)|that (?:is|was|means)|those|in other|"
    r"in absolute|put|over|in the same|by comparison|compared|which|after)\b",
    re.IGNORECASE,
)
_LONELY = re.compile(
    r"^\W*(?:\(|\[|(?:source|ref|reference|see|via|data|from|more|read)s?\b)", re.IGNORECASE
)


@lru_cache(maxsize=16)
def cited_sentences(document: Document) -> frozenset[int]:
    """Indexes of the sentences that a reader can check."""
    sentences, plain = document.sentences, document.plain
    if not sentences:
        return frozenset()
    if any(_FOUND.search(plain, found.end(), found.end() + 300) for found in _footers(plain)):
        return frozenset(range(len(sentences)))
    cited: set[int] = set()
    starts = [span.start for span in sentences]
    for found in _INLINE.finditer(plain):
        if _FOUND.search(plain, found.end(), found.end() + 300):
            cited.update(_block_until(document, found.start()))
    for citation in document.citations:
        index = bisect_right(starts, max(0, citation.at - 1)) - 1
        cited.add(max(0, index))
    for link in document.links:
        if not link.image:
            cited.add(max(0, bisect_right(starts, link.start) - 1))
    _add_naming(document, cited)
    return frozenset(cited | _around(document, cited))


def _add_naming(document: Document, cited: set[int]) -> None:
    """Add the sentences that name a source in words or in brackets."""
    sentences, plain = document.sentences, document.plain
    index = 0
    for place in starts(document).places(_OPENINGS):
        while place >= sentences[index].end and index + 1 < len(sentences):
            index += 1
        span = sentences[index]
        if index in cited or not span.start <= place < span.end:
            continue
        if _IN_SENTENCE.match(plain, place, span.end):
            cited.add(index)
    if "(" in plain or "[" in plain:
        for index, span in enumerate(sentences):
            if index not in cited and _IN_BRACKETS.search(plain, span.start, span.end):
                cited.add(index)


def _block_until(document: Document, place: int) -> Iterator[int]:
    """The sentences of the paragraph in which a source is named, up to it."""
    start = next((block.start for block in document.blocks if block.start <= place < block.end), 0)
    for index, span in enumerate(document.sentences):
        if start <= span.start <= place:
            yield index


def _footers(plain: str) -> Iterator[re.Match[str]]:
    """Where a line begins as the naming of sources does."""
    if ":" not in plain and "[1]" not in plain and "1." not in plain:
        return
    place = end = 0
    while place >= 0:
        if place >= end and (match := _FOOTER.match(plain, place)):
            end = match.end()
            yield match
        place = plain.find("\n", place + 1)


def _around(document: Document, cited: set[int]) -> set[int]:
    """Sentences beside one that is cited, in its paragraph; or further on, going on about it."""
    more: set[int] = set()
    starts = [block.start for block in document.blocks]
    block_of = [bisect_right(starts, span.start) for span in document.sentences]
    for index, span in enumerate(document.sentences):
        text = document.plain[span.start : span.end]
        if index in cited:
            short = len(text) < 90 and (_LONELY.match(text) or text.startswith(("http", "www")))
            if index and (short or block_of[index - 1] == block_of[index]):
                more.add(index - 1)
        elif index - 1 in cited | more:
            same = index - 1 in cited and block_of[index - 1] == block_of[index]
            if same or _CARRIED.match(text):
                more.add(index)
    return more


def cites(document: Document, context: Context, sentence: int) -> bool:
    """Whether the sentence names a source, or the post is linked to one."""
    return bool(context.sources) or sentence in cited_sentences(document)
