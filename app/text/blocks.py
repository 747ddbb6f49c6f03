"""The block level of Markdown: headings, lists, quotations and code, with positions kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from app.text.spans import Block, BlockKind

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
# A line without one of these first signs is part of a paragraph: most lines leave here.
_MAY_MARK = re.compile(r"[ \t]*[>#\-*+_=`~0-9]")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}(?:[ \t]+|$)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(\d{1,3})[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")


class Run(NamedTuple):
    """A stretch of output that came from a stretch of the source.

    Equal lengths map point to point; unequal ones (an entity, a CRLF) are one unit.
    """

    at: int
    length: int
    source: int
    source_length: int


@dataclass(slots=True)
class BlockText:
    """Text without block signs, how it maps to the source, and its blocks."""

    text: str = ""
    runs: list[Run] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


class _Reader:
    """Goes through the lines once, keeping what is open."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.blocks: list[Block] = []
        self.length = 0
        self.start = -1  # of the open block
        self.end = 0
        self.kind = BlockKind.PARAGRAPH
        self.fence = ""

    def emit(self, start: int, end: int, text: str | None = None) -> None:
        words = self.source[start:end] if text is None else text
        if words:
            self.parts.append(words)
            self.runs.append(Run(self.length, len(words), start, end - start))
            self.length += len(words)

    def close(self) -> None:
        if self.start >= 0 and self.end > self.start:
            self.blocks.append(Block(self.start, self.end, self.kind))
        self.start = -1

    def content(self, start: int, end: int, kind: BlockKind) -> None:
        """Add words of a line to the open block, or open one of ``kind``."""
        if self.start < 0:
            self.start, self.kind = self.length, kind
        self.emit(start, end)
        self.end = self.length

    def line(self, start: int, end: int) -> None:
        line = self.source[start:end]
        if self.fence:
            if line.strip().startswith(self.fence) and not line.strip().strip(self.fence[0]):
                self.close()
                self.fence = ""
            else:
                self.content(start, end, BlockKind.CODE)
        elif not line or line.isspace():
            self.close()
            self.emit(start, end)
        elif _MAY_MARK.match(line):
            self.marked(line, start, end)
        else:
            self.content(start, end, BlockKind.PARAGRAPH)

    def marked(self, line: str, start: int, end: int) -> None:
        """A line that may start with a block sign."""
        quote = _QUOTE.match(line)
        if quote:
            if self.start >= 0 and self.kind is not BlockKind.QUOTE:
                self.close()
            start += quote.end()
            line = line[quote.end() :]
            if not line.strip():
                self.close()
                return
        signs = line.replace(" ", "").replace("\t", "")
        if self.start >= 0 and self.underlines(signs, line):
            self.kind = BlockKind.HEADING
            self.close()
            return
        if len(signs) > 2 and signs[0] in "-*_" and signs == signs[0] * len(signs):
            self.close()
            return
        kind = BlockKind.QUOTE if quote else BlockKind.PARAGRAPH
        if self.opened(line, start, end):
            return
        self.content(start, end, kind)

    def underlines(self, signs: str, line: str) -> bool:
        """Whether the line is the rule under a heading."""
        if self.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTE) or not signs:
            return False
        return (
            signs[0] in "-="
            and len(signs) > 1
            and line.strip() == signs
            and (signs == signs[0] * len(signs))
        )

    def opened(self, line: str, start: int, end: int) -> bool:
        """Open a fence, heading or item if the line starts one."""
        fence = _FENCE.match(line)
        if fence and "`" not in line[fence.end() :]:
            self.close()
            self.fence = fence.group(1)
            return True
        heading = _HEADING.match(line)
        if heading:
            self.close()
            words = line[heading.end() :].rstrip()
            closing = words.rstrip("#")
            if closing != words and (not closing or closing[-1] in " \t"):
                words = closing.rstrip()
            at = start + heading.end()
            self.content(at, at + len(words), BlockKind.HEADING)
            self.close()
            return True
        item = _ITEM.match(line)
        if item and not self.runs_on(item.group(1)):
            self.close()
            # Items in items ("- 1. x") lose every sign.
            at = item.end()
            while (more := _ITEM.match(line, at)) and more.end() > at:
                at = more.end()
            self.content(start + at, end, BlockKind.ITEM)
            return True
        return False

    def runs_on(self, number: str | None) -> bool:
        """Whether a number that starts a line belongs to the sentence of the line before."""
        return (
            number is not None
            and number != "1"
            and self.start >= 0
            and self.kind is not BlockKind.ITEM
        )


def read_blocks(source: str) -> BlockText:
    """Take the block signs off ``source``; every line end stays, as a line feed."""
    reader = _Reader(source)
    for match in _LINE.finditer(source):
        start, end = match.span(1)
        reader.line(start, end)
        if match.end(2) > end:
            reader.emit(end, match.end(2), "\n")
        elif end == len(source):
            break
    reader.close()
    return BlockText("".join(reader.parts), reader.runs, reader.blocks)
