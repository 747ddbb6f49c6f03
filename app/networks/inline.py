"""The inline Markdown of one paragraph, read down to the words a network shows."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.text.emphasis import Pair
from app.text.inline import Drop, FoundLink, Inline, read_inline

Cite = Callable[[tuple[str, ...]], str | None]
"""Given the short names in one ``[@a; @b]``: what stands there instead, None to leave it."""

_BARE_LINK = re.compile(r"https?://[^\s<>*`\[\]\"]+", re.IGNORECASE)
_TITLE = re.compile(r"\s[\"'(]")
_SIGNS = {"**": "bold", "__": "bold", "*": "italic", "_": "italic", "~~": "crossed out"}
_NO_GAP_BEFORE = ".,;:!?)”’\"'"


class InlineReader:
    """Reads paragraphs and remembers which signs it took away.

    ``removed`` holds words for people: bold, italic, crossed out, code, links
    behind words, link titles, pictures in the text. ``pictures`` counts those left out.
    """

    def __init__(self, cite: Cite) -> None:
        self._cite = cite
        self.removed: set[str] = set()
        self.pictures = 0

    def read(self, text: str) -> str:
        """The text of one paragraph without its Markdown signs."""
        found = read_inline(text)
        if found is None:
            return text
        kept = _signs_in_links(text, found.pairs)
        closings = {link.end: link for link in found.links if not link.written}
        openings = {link.start: link for link in closings.values()}
        cited = _citations(found)
        parts: list[str] = []
        at = 0
        for drop in found.drops:
            if (drop.start, drop.end) in kept or drop.start < at:
                continue
            parts.append(text[at : drop.start])
            at = drop.end
            if drop.end in cited:
                parts.append(self._citation(text, drop, cited[drop.end]))
            elif (link := openings.get(drop.end)) and link.image:
                at = self._picture(found.drops, link)
            elif link := closings.get(drop.start):
                parts.append(self._target(text, drop, link))
            else:
                parts.append(drop.text)
                self._note(text[drop.start : drop.end])
        return "".join((*parts, text[at:]))

    def _note(self, sign: str) -> None:
        if sign.lstrip().startswith("`") or sign.rstrip().endswith("`"):
            self.removed.add("code")
        elif name := _SIGNS.get(sign):
            self.removed.add(name)

    def _picture(self, drops: list[Drop], link: FoundLink) -> int:
        self.removed.add("pictures in the text")
        self.pictures += 1
        return next(drop.end for drop in drops if drop.start == link.end)

    def _target(self, text: str, drop: Drop, link: FoundLink) -> str:
        """What follows the words of a link: its address, unless they are the address."""
        if _TITLE.search(text, link.target_end, drop.end):
            self.removed.add("link titles")
        address = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", link.address).strip()
        words = text[link.start : link.end].strip()
        if not address or _same_place(words, address):
            return ""
        if not words:
            return address
        self.removed.add("links behind words")
        return f" ({address})"

    def _citation(self, text: str, drop: Drop, names: tuple[str, ...]) -> str:
        instead = self._cite(names)
        if instead is None:
            return text[drop.start : drop.end]
        following = text[drop.end : drop.end + 1]
        gap = text[drop.start : drop.end].partition("[")[0]
        if instead:
            return gap + instead
        closes = not following or following.isspace() or following in _NO_GAP_BEFORE
        return "" if closes else gap


def _citations(found: Inline) -> dict[int, tuple[str, ...]]:
    """Where each citation ends, and the names in it."""
    cited: dict[int, tuple[str, ...]] = {}
    for name, _, end in found.citations:
        cited[end] = (*cited.get(end, ()), name)
    return cited


def _signs_in_links(text: str, pairs: list[Pair]) -> frozenset[tuple[int, int]]:
    """Signs inside a typed address, with their partners: they stay, or the link breaks."""
    if "://" not in text:
        return frozenset()
    spans = [
        (match.start(), match.start() + len(match.group().rstrip("_~")))
        for match in _BARE_LINK.finditer(text)
    ]
    kept: set[tuple[int, int]] = set()
    for pair in pairs:
        first, last = (pair.open_start, pair.open_end), (pair.close_start, pair.close_end)
        if text[first[0]] not in "_~":
            continue
        if any(low < sign[0] < high for low, high in spans for sign in (first, last)):
            kept |= {first, last}
    return frozenset(kept)


def _same_place(words: str, address: str) -> bool:
    def bare(place: str) -> str:
        place = place.casefold().removeprefix("mailto:")
        return re.sub(r"^https?://(www\.)?", "", place).rstrip("/")

    return bare(words) == bare(address)
