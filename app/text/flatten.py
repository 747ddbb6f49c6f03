"""Markdown to plain text, with every plain code point traced back to the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from app.text.blocks import BlockText, Run, read_blocks
from app.text.emphasis import Pair
from app.text.inline import Drop, Inline, read_inline
from app.text.spans import Block, BlockKind, Citation, Link

_WRITTEN = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]{1,2000}", re.IGNORECASE)
_TRAILING = ".,;:!?'*_~)”’"


class Trace:
    """From places in one text to places in the text it was made from."""

    __slots__ = ("_at", "_runs", "_size")

    def __init__(self, runs: list[Run], size: int) -> None:
        self._runs = runs
        self._at = [run.at for run in runs]
        self._size = size

    def start(self, place: int) -> int:
        """Where the code point at ``place`` began."""
        index = bisect_right(self._at, place) - 1
        if index < 0:
            return self._runs[0].source if self._runs else self._size
        run = self._runs[index]
        if place >= run.at + run.length:
            return run.source + run.source_length
        return run.source + (place - run.at if run.length == run.source_length else 0)

    def end(self, place: int) -> int:
        """Where the code point before ``place`` ended."""
        if place <= 0:
            return self.start(0)
        run = self._runs[bisect_right(self._at, place - 1) - 1]
        if run.length == run.source_length:
            return run.source + place - run.at
        return run.source + run.source_length

    def cut(self, start: int, end: int) -> list[Run]:
        """The runs of ``[start, end)``, placed from 0."""
        pieces: list[Run] = []
        index = bisect_right(self._at, start) - 1
        while index < len(self._runs) and (run := self._runs[index]).at < end:
            low, high = max(run.at, start), min(run.at + run.length, end)
            if low < high:
                whole = run.length != run.source_length
                source = run.source if whole else run.source + low - run.at
                size = run.source_length if whole else high - low
                pieces.append(Run(low - start, high - low, source, size))
            index += 1
        return pieces


@dataclass(frozen=True, slots=True)
class Flat:
    """Plain text, its way back to the source, and what the signs said."""

    plain: str
    trace: Trace
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    citations: tuple[Citation, ...]
    pairs: tuple[Pair, ...]


class _Composer:
    """Joins the blocks without their inline signs, keeping both traces in one."""

    def __init__(self, source: str, level: BlockText) -> None:
        self.level = level
        self.trace = Trace(level.runs, len(source))
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.citations: list[Citation] = []
        self.pairs: list[Pair] = []

    def keep(self, start: int, end: int) -> None:
        if start < end:
            self.parts.append(self.level.text[start:end])
            self.runs.extend(
                run._replace(at=run.at + self.length) for run in self.trace.cut(start, end)
            )
            self.length += end - start

    def say(self, start: int, end: int, text: str) -> None:
        source = self.trace.start(start)
        self.runs.append(Run(self.length, len(text), source, self.trace.end(end) - source))
        self.parts.append(text)
        self.length += len(text)

    def block(self, block: Block) -> None:
        begin = self.length
        inline = None
        if block.kind is not BlockKind.CODE:
            inline = read_inline(self.level.text[block.start : block.end])
        if inline is None:
            self.keep(block.start, block.end)
        else:
            places = self.without(inline.drops, block)
            self.note(inline, block.start, places)
        if self.length > begin:
            self.blocks.append(Block(begin, self.length, block.kind))

    def without(self, drops: list[Drop], block: Block) -> list[tuple[int, int]]:
        """Keep what the drops leave; return (block place, plain place) at each cut."""
        places, at = [(0, self.length)], block.start
        for drop in drops:
            start, end = block.start + drop.start, block.start + drop.end
            if start < at:  # a citation's space taken twice
                start = at
            if end <= at:
                continue
            self.keep(at, start)
            if drop.text:
                self.say(start, end, drop.text)
            places.append((end - block.start, self.length))
            at = end
        self.keep(at, block.end)
        return places

    def note(self, inline: Inline, start: int, places: list[tuple[int, int]]) -> None:
        """Record links, citations and pairs of signs in source and plain coordinates."""
        cuts = [place for place, _ in places]

        def plain(place: int) -> int:
            cut, at = places[bisect_right(cuts, place) - 1]
            return min(at + place - cut, self.length)

        def source(low: int, high: int) -> tuple[int, int]:
            return self.trace.start(start + low), self.trace.end(start + high)

        for link in inline.links:
            low, high = source(link.target_start, link.target_end)
            self.links.append(
                Link(
                    plain(link.start),
                    plain(link.end),
                    link.address,
                    low,
                    high,
                    link.image,
                    link.written,
                )
            )
        for name, low, high in inline.citations:
            self.citations.append(Citation(name, *source(low, high), plain(high)))
        for pair in inline.pairs:
            self.pairs.append(
                Pair(
                    *source(pair.open_start, pair.open_end),
                    *source(pair.close_start, pair.close_end),
                )
            )


def flatten(source: str) -> Flat:
    """Plain text of Markdown ``source``: signs gone, words and line ends kept."""
    level = read_blocks(source)
    composer = _Composer(source, level)
    at = 0
    for block in level.blocks:
        composer.keep(at, block.start)
        composer.block(block)
        at = block.end
    composer.keep(at, len(level.text))
    plain = "".join(composer.parts)
    trace = Trace(composer.runs, len(source))
    links = sorted(composer.links + _written_links(plain, trace, composer.links), key=_place)
    return Flat(
        plain,
        trace,
        tuple(composer.blocks),
        tuple(links),
        tuple(composer.citations),
        tuple(composer.pairs),
    )


def _place(link: Link) -> tuple[int, int]:
    return link.start, link.end


def _written_links(plain: str, trace: Trace, known: list[Link]) -> list[Link]:
    """Addresses that stand in the text without any sign around them."""
    lower = plain.lower()
    if "://" not in lower and "www." not in lower:
        return []
    taken = sorted((link.start, link.end) for link in known)
    starts = [start for start, _ in taken]
    found: list[Link] = []
    for match in _WRITTEN.finditer(plain):
        address = match.group().rstrip(_TRAILING)
        start, end = match.start(), match.start() + len(address)
        index = bisect_right(starts, start) - 1
        if index >= 0 and start < taken[index][1]:
            continue
        found.append(Link(start, end, address, trace.start(start), trace.end(end), False, True))
    return found
