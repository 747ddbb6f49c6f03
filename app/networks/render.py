"""A post's Markdown as the plain text that one network shows, and what that costs, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.model.records import Source
from app.networks.catalogue import Network, network
from app.networks.cite import citation_line
from app.networks.flatten import Flat, flatten

_ORDER = (
    *("bold", "italic", "crossed out", "headings", "list signs", "quote signs", "code"),
    *("links behind words", "dividing lines", "tables", "pictures in the text"),
    *("link titles", "words that open a code block"),
)
_LOOKS = ("bold", "italic", "crossed out")
_WORDS_LOST = ("link titles", "words that open a code block")


@dataclass(frozen=True, slots=True)
class Rendered:
    r"""What a network shows of a text.

    Attributes:
        text: plain text, ready to paste; line ends are ``\n``.
        removed: what was taken away or changed, in words ("bold", "list signs").
        notes: whole sentences for the author, most important first.
        cited: short names of the sources named at the end, in order.
    """

    text: str
    removed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()


def render(markdown: str, network_id: str | Network, sources: Sequence[Source] = ()) -> Rendered:
    """Flatten a post for a network.

    ``[@short-name]`` becomes a "Source: ..." line at the end. With two sources or
    more the place in the text keeps a number, so the reader knows which is which.
    A citation of a source that is not in ``sources`` stays as typed, with a note.
    """
    return _render(markdown, network(network_id).links_open, tuple(sources))


@lru_cache(maxsize=64)
def _render(markdown: str, links_open: bool, sources: tuple[Source, ...]) -> Rendered:
    citations = _Citations(sources)
    flat = flatten(markdown, citations.cite)
    if len(citations.used) > 1:  # now that there are several, the text needs their numbers
        citations = _Citations(sources, numbered=True)
        flat = flatten(markdown, citations.cite)
    lines = citations.lines()
    text = "\n\n".join(part for part in (flat.text, "\n".join(lines)) if part)
    return Rendered(
        text=text,
        removed=tuple(word for word in _ORDER if word in flat.removed),
        notes=tuple(_notes(flat, text, citations, links_open)),
        cited=tuple(source.short_name for source in citations.used),
    )


class _Citations:
    """The sources a text names, in the order in which it names them."""

    def __init__(self, sources: tuple[Source, ...], numbered: bool = False) -> None:
        self._known = {source.short_name.casefold(): source for source in sources}
        self._numbered = numbered
        self.used: list[Source] = []
        self.unknown: list[str] = []

    def cite(self, names: tuple[str, ...]) -> str | None:
        found = [self._known.get(name.casefold()) for name in names]
        self.unknown += [
            name
            for name, source in zip(names, found, strict=True)
            if source is None and name not in self.unknown
        ]
        named = [source for source in found if source is not None]
        if len(named) < len(names):
            return None
        self.used += [source for source in dict.fromkeys(named) if source not in self.used]
        if not self._numbered:
            return ""
        numbers = dict.fromkeys(str(self.used.index(source) + 1) for source in named)
        return f"[{', '.join(numbers)}]"

    def lines(self) -> list[str]:
        if not self._numbered:
            return [citation_line(source) for source in self.used]
        return [citation_line(source, number) for number, source in enumerate(self.used, 1)]

    def unnamed(self, text: str) -> list[Source]:
        """Linked sources that a reader of the text could not find."""
        shown = text.casefold()
        return [
            source
            for source in self._known.values()
            if source not in self.used and source.identifier.casefold() not in shown
        ]


def _notes(flat: Flat, text: str, citations: _Citations, links_open: bool) -> list[str]:
    notes = [
        f"[@{name}] is not a source of this post, so it is shown as typed."
        for name in citations.unknown
    ]
    if flat.pictures:
        them = "A picture in the text is" if flat.pictures == 1 else "Pictures in the text are"
        notes.append(f"{them} left out. Attach pictures to the post instead.")
    notes += [f"Left out: {words}." for words in _WORDS_LOST if words in flat.removed]
    if looks := [word for word in _LOOKS if word in flat.removed]:
        notes.append(f"{_sentence(looks)} not supported there and will be removed.")
    if not links_open and "://" in text:
        notes.append("Links cannot be tapped there: readers see the address only.")
    if unnamed := citations.unnamed(text):
        count = len(unnamed)
        notes.append(
            "1 linked source is not named in the text."
            if count == 1
            else f"{count} linked sources are not named in the text."
        )
    return notes


def _sentence(words: list[str]) -> str:
    joined = f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
    return f"{joined[0].upper()}{joined[1:]} {'are' if len(words) > 1 else 'is'}"
