"""Reading grade: the school year for which a text is written (Flesch-Kincaid)."""

from __future__ import annotations

import re
from bisect import bisect_right

from app.text.document import Document
from app.text.spans import Block, BlockKind, Span
from app.text.syllables import syllables

MIN_WORDS = 30  # below it a grade says nothing
_SKIPPED = re.compile(
    r"\s*(?:sources?|references?|refs?|citations?|disclosures?|conflicts? of interest|coi|"
    r"doi|pmid|advertisement|sponsored by|paid partnership)\b\s*(?::|with\b|by\b|\d)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"://|www\.", re.IGNORECASE)
_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


def grade(document: Document) -> float | None:
    """Flesch-Kincaid grade with one decimal, or None below 30 words.

    Addresses, hashtags, handles, citations, source and disclosure lines do not count;
    nor do numbers, which are read as one syllable by some and as many by others.
    """
    words = sentences = spoken = 0
    for sentence in document.sentences:
        found = _words(document, sentence)
        if found:
            sentences += 1
            words += len(found)
            spoken += sum(map(syllables, found))
    if words < MIN_WORDS or not sentences:
        return None
    return round(0.39 * words / sentences + 11.8 * spoken / words - 15.59, 1)


def _words(document: Document, sentence: Span) -> list[str]:
    text = document.plain[sentence.start : sentence.end]
    if _SKIPPED.match(text) or _is_code(document, sentence):
        return []
    if "#" not in text and "@" not in text and not (document.links and _ADDRESS.search(text)):
        return " ".join(_PLAIN_WORD.findall(text)).lower().replace("-", " ").split()
    return [
        part.lower()
        for match in _PLAIN_WORD.finditer(text)
        if text[max(0, match.start() - 1) : match.start()] not in ("#", "@")
        and not document.in_address(sentence.start + match.start())
        for part in match.group().split("-")
    ]


def _is_code(document: Document, sentence: Span) -> bool:
    index = bisect_right(document.blocks, sentence.start, key=_start) - 1
    return index >= 0 and document.blocks[index].kind is BlockKind.CODE


def _start(block: Block) -> int:
    return block.start
