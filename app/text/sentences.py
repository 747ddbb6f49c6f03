"""Where sentences begin and end: prose, lists, headings, abbreviations and initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from app.text.spans import Block, Span

_END = re.compile(r"[.!?…。！？]{1,9}[\"'”’»)\]]{0,9}(?=\s)|\n")
_LAST_WORD = re.compile(r"[^\s(\[\"“]{1,40}$")
# Never the end of a sentence: a name or a number follows.
_LEADING_WORDS = """
dr geb mr mrs ms mx prof st ste sr sra herr frau rev hon gen col sgt capt lt mt fig figs eq ref
vs v cf al e.g i.e eg ie viz approx ca c no nos nr vol pp p ed eds dept est tel ext
"""
_LEADING = frozenset(_LEADING_WORDS.split())
# The end of a sentence only when a capital follows.
_EITHER_WORDS = """
etc inc ltd co corp jr a.m p.m am pm u.s u.k e.u u.n ph.d m.d b.sc m.sc d.c
jan feb mar apr jun jul aug sep sept oct nov dec min max hr hrs wk wks yr yrs mg kg ml
"""
_EITHER = frozenset(_EITHER_WORDS.split())
_WRAPPED = 60  # a line at least this long without an end was broken to fit, not to stop


def _ends_line(plain: str, start: int, at: int, end: int) -> bool:
    """Whether the line break at ``at`` ends a sentence that began at ``start``."""
    line = plain.rfind("\n", start, at) + 1 or start
    words = plain[max(line, start) : at].rstrip()
    following = plain[at + 1 : min(end, at + 40)].lstrip()
    if not words or not following:
        return True
    if following[0].islower():
        return words[-1] in ".!?…:"
    return len(words) < _WRAPPED or words[-1] in ".!?…:"


def _ends_sentence(plain: str, start: int, match: re.Match[str], end: int) -> bool:
    sign = match.group()
    if sign == "\n":
        return _ends_line(plain, start, match.start(), end)
    following = plain[match.end() : min(end, match.end() + 40)].lstrip()
    if not following:
        return True
    if sign[0] != ".":
        return not following[0].islower()
    if sign[:2] == "..":
        return not following[0].islower()
    found = _LAST_WORD.search(plain, max(start, match.start() - 41), match.start())
    word = found.group().lower() if found else ""
    if word in _LEADING or word.endswith("str"):
        return False  # "str." as in "Hauptstr. 12"
    if len(word) == 1 and word.isalpha() and word != "i":
        return False  # an initial
    if word in _EITHER:
        return following[0].isupper() and not following[:1].isdigit()
    return not following[0].islower()


def _in_block(plain: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _END.finditer(plain, start, end):
        if match.start() >= at and _ends_sentence(plain, at, match, end):
            stop = match.start() if match.group() == "\n" else match.end()
            yield from _trimmed(plain, at, stop)
            at = match.end()
    yield from _trimmed(plain, at, end)


def _trimmed(plain: str, start: int, end: int) -> Iterator[Span]:
    while start < end and plain[start].isspace():
        start += 1
    while start < end and plain[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def read_sentences(plain: str, blocks: Iterable[Block]) -> tuple[Span, ...]:
    """The sentences of each block in order, without the spaces around them."""
    return tuple(
        sentence for block in blocks for sentence in _in_block(plain, block.start, block.end)
    )
