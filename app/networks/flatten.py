"""Markdown blocks flattened to lines: headings, lists, quotes and the rest, as plain text.

No network here shows Markdown. A line break stays where the author typed it,
because a post is read as it was typed; runs of empty lines become one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.networks.inline import Cite, InlineReader

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"[ \t]*(?:={2,}|-{2,})[ \t]*$")
_DIVIDER = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
# More digits are a year or a dose at the start of a line, not a list.
_ITEM = re.compile(r"([ \t]*)(?:([-*+])|(\d{1,3})([.)]))[ \t]+(?:\[[ xX]\](?:[ \t]+|$))?(?=\S|$)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*$")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$")
_OWN_SOURCE_LINE = re.compile(r"\s*(?:sources?|references?)\s*:?[\s.,;]*$", re.IGNORECASE)
_QUOTE_SIGNS = "\"'“”‘’„«»"


@dataclass(frozen=True, slots=True)
class Flat:
    """A flattened text, what was taken away in words, and how many pictures stood in it."""

    text: str
    removed: frozenset[str]
    pictures: int


def flatten(markdown: str, cite: Cite) -> Flat:
    """Flatten a Markdown text.

    Args:
        markdown: the text as the author wrote it.
        cite: what stands in place of a citation; see ``app.networks.inline``.
    """
    reader = _BlockReader(cite)
    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    text = _tidy(reader.blocks(lines))
    return Flat(text, frozenset(reader.removed | reader.inline.removed), reader.inline.pictures)


class _BlockReader:
    def __init__(self, cite: Cite) -> None:
        self.inline = InlineReader(cite)
        self.removed: set[str] = set()
        self._numbers: dict[int, tuple[int, int]] = {}

    def blocks(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        at = 0
        while at < len(lines):
            at = self._block(lines, at, out)
        return out

    def _block(self, lines: list[str], at: int, out: list[str]) -> int:
        line = lines[at]
        if not line.strip(" \t"):
            out.append("")
            return at + 1
        if fence := _FENCE.match(line):
            return self._code(lines, at, fence, out)
        if heading := _HEADING.match(line):
            self.removed.add("headings")
            self._numbers.clear()
            out.append(self.inline.read((heading[1] or "").strip(" \t")))
            return at + 1
        if _DIVIDER.match(line):
            self.removed.add("dividing lines")
            out.append("")
            return at + 1
        if _QUOTE.match(line):
            return self._quote(lines, at, out)
        return self._paragraph(lines, at, out)

    def _code(self, lines: list[str], at: int, fence: re.Match[str], out: list[str]) -> int:
        """A code block keeps its signs; one that is never closed runs to the end.

        What stands on its opening line is left out: the checks do not read it either.
        """
        sign = fence[1]
        self.removed.add("code")
        if lines[at][fence.end(1) :].strip():
            self.removed.add("words that open a code block")
        for end in range(at + 1, len(lines)):
            closing = lines[end].strip()
            if closing.startswith(sign) and not closing.strip(sign[0]):
                out.extend(lines[at + 1 : end])
                return end + 1
        out.extend(lines[at + 1 :])
        return len(lines)

    def _quote(self, lines: list[str], at: int, out: list[str]) -> int:
        end = at
        while end < len(lines) and _QUOTE.match(lines[end]):
            end += 1
        inner = _tidy(self.blocks([_QUOTE.sub("", line, count=1) for line in lines[at:end]]))
        self.removed.add("quote signs")
        if inner and inner[0] not in _QUOTE_SIGNS:
            inner = f"“{inner}”"
        out.extend(inner.split("\n"))
        return end

    def _paragraph(self, lines: list[str], at: int, out: list[str]) -> int:
        """A paragraph or a list item, with the lines that continue it."""
        item = _ITEM.match(lines[at])
        lead = self._lead(item) if item else ""
        words = [lines[at][item.end() if item else 0 :].strip(" \t")]
        end = at + 1
        while end < len(lines) and not _starts_block(lines[end], bool(item)):
            if not item and _UNDERLINE.match(lines[end]):
                self.removed.add("headings")
                end += 1
                break
            if _TABLE_RULE.match(lines[end]):
                self.removed.add("tables")
            else:
                words.append(lines[end].strip(" \t"))
            end += 1
        text = self.inline.read("\n".join(words))
        if text.strip() and not (_OWN_SOURCE_LINE.match(text) and "[@" in "\n".join(words)):
            out.extend((lead + text).split("\n"))
        return end

    def _lead(self, item: re.Match[str]) -> str:
        indent = len(item[1].expandtabs(4))
        space = " " * min(indent, 8)
        if item[2]:
            self.removed.add("list signs")
            return f"{space}• "
        typed = int(item[3])
        before, shown = self._numbers.get(indent, (-1, -1))
        # "1. 1. 1." is Markdown for "count for me".
        number = shown + 1 if typed == before else typed
        self._numbers = {deep: kept for deep, kept in self._numbers.items() if deep < indent}
        self._numbers[indent] = (typed, number)
        return f"{space}{number if typed == before else item[3]}{item[4]} "


def _starts_block(line: str, item: bool) -> bool:
    """Whether a line ends the paragraph or list item before it."""
    if not line.strip(" \t") or _HEADING.match(line) or _QUOTE.match(line) or _FENCE.match(line):
        return True
    if found := _ITEM.match(line):
        # "call\n999. Then wait" is a sentence, not a list that starts at 999.
        return item or found[3] in (None, "1")
    return bool(_DIVIDER.match(line)) and (item or not _UNDERLINE.match(line))


def _tidy(lines: list[str]) -> str:
    return "\n".join(_without_runs(line.rstrip(" \t") for line in lines)).strip("\n")


def _without_runs(lines: Iterator[str]) -> Iterator[str]:
    blank = False
    for line in lines:
        if line or not blank:
            yield line
        blank = not line
