"""A text that keeps its places: Markdown source, plain text, sentences and words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from app.text.flatten import Trace, flatten
from app.text.pairs import Pairs
from app.text.sentences import read_sentences
from app.text.spans import Block, Citation, Link, Span, Token
from app.text.tokens import read_tokens


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Document:
    """A Markdown text and what it says.

    Everything but ``source`` is in plain coordinates; ``to_source`` leads back.
    Documents compare by identity, so that work on one can be remembered by it.

    Attributes:
        source: the text as written.
        plain: the words without Markdown signs; CRLF is one line feed; citations are left out.
        sentences: in order, without the spaces around them.
        tokens: words, numbers, hashtags, handles and signs.
        blocks: paragraphs, headings, items, quotations, code.
        links: links, pictures and written addresses.
        citations: each ``[@short-name]``, in source coordinates, ``at`` in plain ones.
    """

    source: str
    plain: str
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    citations: tuple[Citation, ...]
    _trace: Trace = field(repr=False)
    _pairs: Pairs = field(repr=False)
    _starts: tuple[int, ...] = field(repr=False)
    _addresses: tuple[tuple[int, int], ...] = field(repr=False)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the source that say ``plain[start:end]``.

        Signs that touch the words and whose partner is inside are taken along, so that
        the stretch can be replaced without leaving half a pair behind.
        """
        low = self._trace.start(start)
        high = self._trace.end(end) if end > start else low
        return self._pairs.balanced(low, high) if high > low else (low, high)

    def cuts_markup(self, start: int, end: int) -> bool:
        """Whether replacing this stretch of the source would break a pair of signs."""
        return self._pairs.cut(start, end)

    def sentence_at(self, place: int) -> int:
        """Index of the sentence at or before a plain place, 0 when there is none."""
        starts = self.sentences
        return max(0, bisect_right(starts, place, key=lambda span: span.start) - 1)

    def sentence_text(self, index: int) -> str:
        """The words of one sentence."""
        span = self.sentences[index]
        return self.plain[span.start : span.end]

    def token_at(self, place: int) -> int:
        """Index of the first token that starts at or after a plain place."""
        return bisect_left(self._starts, place)

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that start within a stretch of the plain text."""
        return self.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def in_address(self, place: int) -> bool:
        """Whether a plain place lies within an address that the reader sees."""
        index = bisect_right(self._addresses, (place, len(self.plain) + 1)) - 1
        return index >= 0 and place < self._addresses[index][1]


@lru_cache(maxsize=16)
def read_document(source: str) -> Document:
    """Read Markdown: plain text, places, sentences, words. The last few texts are remembered."""
    flat = flatten(source)
    sentences = read_sentences(flat.plain, flat.blocks)
    tokens = read_tokens(flat.plain, sentences)
    return Document(
        source,
        flat.plain,
        sentences,
        tokens,
        flat.blocks,
        flat.links,
        flat.citations,
        flat.trace,
        Pairs(flat.pairs),
        tuple(token.start for token in tokens),
        tuple((link.start, link.end) for link in flat.links if link.written),
    )
