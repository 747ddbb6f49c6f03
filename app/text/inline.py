"""The inline level of Markdown: what to leave out of one block so that only its words remain."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from app.text.emphasis import Delimiter, Pair, match_delimiters

_SPECIAL = re.compile(r"[\\`*_~\[\]!<&]")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_NAME = r"@[A-Za-z0-9][\w.:/+-]{0,99}"
_CITATION = re.compile(rf"\[{_NAME}(?:[;,][ ]?{_NAME}){{0,19}}\]")
_CITED = re.compile(r"@([^\s;,\]]+)")
_AUTOLINK = re.compile(
    r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})>"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# Lengths are bounded so that a text of a thousand broken links stays linear.
_TARGET = re.compile(
    r"\([ \t\n]{0,9}(?:<([^<>\n]{0,2000})>|((?:[^\s()<>\\]|\\.|\([^\s()<>]{0,300}\)){0,2000}))"
    r"(?:[ \t\n]{1,9}(?:\"[^\"]{0,300}\"|'[^']{0,300}'|\([^()]{0,300}\)))?[ \t\n]{0,9}\)"
)


class Drop(NamedTuple):
    """A stretch that the plain text leaves out, or says as ``text``."""

    start: int
    end: int
    text: str = ""


class FoundLink(NamedTuple):
    """A link in block coordinates: its words and its address."""

    start: int
    end: int
    address: str
    target_start: int
    target_end: int
    image: bool
    written: bool


@dataclass(slots=True)
class Inline:
    """What one block holds besides words."""

    drops: list[Drop] = field(default_factory=list)
    links: list[FoundLink] = field(default_factory=list)
    citations: list[tuple[str, int, int]] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)


class _Bracket(NamedTuple):
    at: int
    image: bool
    delimiters: int


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or bool(unicodedata.combining(sign))


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.out = Inline()
        self.delimiters: list[Delimiter] = []
        self.brackets: list[_Bracket] = []
        self.barrier = 0  # link openers below it may not hold a link any more
        self.ticks: dict[int, list[int]] | None = None

    def scan(self) -> Inline:
        text, at = self.text, 0
        steps = {
            "\\": self.escape,
            "`": self.code,
            "*": self.delimiter,
            "_": self.delimiter,
            "~": self.delimiter,
            "[": self.opening,
            "]": self.closing,
            "!": self.picture,
            "<": self.address,
            "&": self.entity,
        }
        while (found := _SPECIAL.search(text, at)) is not None:
            at = steps[found.group()](found.start())
        match_delimiters(self.delimiters, self.pair)
        self.out.drops.sort()
        return self.out

    def pair(self, pair: Pair) -> None:
        self.out.pairs.append(pair)
        self.out.drops.append(Drop(pair.open_start, pair.open_end))
        self.out.drops.append(Drop(pair.close_start, pair.close_end))

    def escape(self, at: int) -> int:
        following = self.text[at + 1 : at + 2]
        if following in _PUNCTUATION or following == "\n":
            if following:
                self.out.drops.append(Drop(at, at + 1))
            return at + 2
        return at + 1

    def code(self, at: int) -> int:
        if self.ticks is None:
            self.ticks = {}
            for run in re.finditer("`+", self.text):
                self.ticks.setdefault(run.end() - run.start(), []).append(run.start())
        end = at
        while self.text[end : end + 1] == "`":
            end += 1
        places = self.ticks.get(end - at, [])
        later = bisect_right(places, at)
        if later >= len(places):
            return end
        close = places[later]
        inner = self.text[end:close]
        pad = int(inner[:1] == " " == inner[-1:] and bool(inner.strip()))
        self.out.drops.append(Drop(at, end + pad))
        self.out.drops.append(Drop(close - pad, close + end - at))
        return close + end - at

    def delimiter(self, at: int) -> int:
        text, sign, end = self.text, self.text[at], at + 1
        while text[end : end + 1] == sign:
            end += 1
        if sign == "~" and end - at != 2:
            return end
        before = text[at - 1] if at else " "
        after = text[end] if end < len(text) else " "
        space_before, space_after = before.isspace(), after.isspace()
        sign_before = not space_before and not _is_letter(before)
        sign_after = not space_after and not _is_letter(after)
        left = not space_after and (not sign_after or space_before or sign_before)
        right = not space_before and (not sign_before or space_after or sign_after)
        if sign == "_":
            opens = left and (not right or sign_before)
            closes = right and (not left or sign_after)
        else:
            opens, closes = left, right
        if opens or closes:
            self.delimiters.append(Delimiter(sign, at, end - at, opens, closes))
        return end

    def opening(self, at: int) -> int:
        citation = _CITATION.match(self.text, at)
        if citation:
            start = at
            while start and self.text[start - 1] in " \t":
                start -= 1
            for name in _CITED.findall(citation.group()):
                self.out.citations.append((name, at, citation.end()))
            self.out.drops.append(Drop(start, citation.end()))
            return citation.end()
        self.brackets.append(_Bracket(at, False, len(self.delimiters)))
        return at + 1

    def picture(self, at: int) -> int:
        if self.text[at + 1 : at + 2] != "[":
            return at + 1
        self.brackets.append(_Bracket(at, True, len(self.delimiters)))
        return at + 2

    def closing(self, at: int) -> int:
        if not self.brackets:
            return at + 1
        opener = self.brackets.pop()
        spent = not opener.image and len(self.brackets) < self.barrier
        self.barrier = min(self.barrier, len(self.brackets))
        target = None if spent else _TARGET.match(self.text, at + 1)
        if target is None:
            return at + 1
        words = opener.at + (2 if opener.image else 1)
        group = 1 if target.group(1) is not None else 2
        self.out.links.append(
            FoundLink(words, at, target.group(group), *target.span(group), opener.image, False)
        )
        self.pair(Pair(opener.at, words, at, target.end()))
        inside = self.delimiters[opener.delimiters :]
        del self.delimiters[opener.delimiters :]
        match_delimiters(inside, self.pair)
        if not opener.image:
            self.barrier = len(self.brackets)
        return target.end()

    def address(self, at: int) -> int:
        found = _AUTOLINK.match(self.text, at)
        if found is None:
            return at + 1
        start, end = found.span(1)
        self.out.links.append(FoundLink(start, end, found.group(1), start, end, False, True))
        self.pair(Pair(at, start, end, end + 1))
        return found.end()

    def entity(self, at: int) -> int:
        found = _ENTITY.match(self.text, at)
        if found is None:
            return at + 1
        from html import unescape

        said = unescape(found.group())
        if said == found.group() or not said:
            return at + 1
        self.out.drops.append(Drop(at, found.end(), said))
        return found.end()


def read_inline(text: str) -> Inline | None:
    """The inline signs of one block; None when it has none, which is most blocks."""
    return _Scanner(text).scan() if _SPECIAL.search(text) else None
