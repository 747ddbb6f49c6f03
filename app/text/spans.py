"""Places in a text: a span, a word, a block, a link and a citation, all in code points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Where something is: ``text[start:end]``. A named tuple because a post has thousands."""

    start: int
    end: int


class Token(NamedTuple):
    """One word, hashtag, handle or sign of the plain text.

    Attributes:
        text: as written.
        lower: lower case with every apostrophe as ``'``; what phrases are matched on.
        start, end: place in the plain text.
        sentence: index of the sentence that it stands in.
    """

    text: str
    lower: str
    start: int
    end: int
    sentence: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not a sign, hashtag or handle."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[0].isupper()


class BlockKind(StrEnum):
    """What a block of the Markdown is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, quotation or code block, in plain coordinates."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture: ``start`` and ``end`` of its words in the plain text.

    ``source_start`` and ``source_end`` enclose the address in the source.
    ``written`` says that the address itself is what the reader sees.
    """

    start: int
    end: int
    address: str
    source_start: int
    source_end: int
    image: bool = False
    written: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A ``[@short-name]`` in the source; ``at`` is where it stood in the plain text."""

    name: str
    start: int
    end: int
    at: int = 0
