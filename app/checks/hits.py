"""Every phrase of the pack that occurs in a text, found in one pass and shared by all checks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

from app.checks.pack import Pack
from app.text.document import Document
from app.text.phrases import PhraseMatcher

# The columns of a table that hold phrases to look for.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "person_first": ("avoid", "also"),
    "jargon": ("term", "also"),
    "products": ("generic", "us_brands", "uk_other_brands", "names", "also"),
}


# Lists whose place the pattern rules have taken.
_UNREAD = frozenset(("cues",))


class Hit(NamedTuple):
    """A phrase of the pack in a text.

    Attributes:
        group: name of the lexicon or table.
        phrase: as the pack writes it.
        row: which entry of the table, or which phrase of the lexicon.
        start, end: place in the plain text.
        first, last: its first and its last token.
        sentence: in which sentence.
    """

    group: str
    phrase: str
    row: int
    start: int
    end: int
    first: int
    last: int
    sentence: int


class _Entry(NamedTuple):
    group: str
    phrase: str
    row: int
    exception: bool


def _entries(pack: Pack) -> Iterator[_Entry]:
    for name, lexicon in pack.lexicons.items():
        file = name.partition(".")[0]
        if file in _UNREAD or pack.data[file].get("lookup"):
            continue  # classes of words, looked up one by one
        for row, phrase in enumerate(lexicon.phrases):
            yield _Entry(name, phrase, row, False)
        for row, phrase in enumerate(lexicon.exceptions):
            yield _Entry(name, phrase, row, True)
    for name, columns in COLUMNS.items():
        for row, entry in enumerate(pack.tables.get(name, ())):
            for column in columns:
                value = entry.get(column) or ()
                for phrase in (value,) if isinstance(value, str) else value:
                    yield _Entry(name, phrase, row, False)
    for row, phrase in enumerate(pack.data.get("products", {}).get("class_terms", ())):
        yield _Entry("products.class_terms", phrase, row, False)
    for row, phrase in enumerate(pack.data.get("guidelines", {}).get("superseded_phrases", ())):
        if isinstance(phrase, str):
            yield _Entry("guidelines.superseded", phrase, row, False)


@lru_cache(maxsize=2)
def matcher(pack: Pack) -> PhraseMatcher[_Entry]:
    """The trie over all phrases of a pack; built when the first text is checked."""
    return PhraseMatcher((entry.phrase, entry) for entry in _entries(pack))


@lru_cache(maxsize=16)
def hits(document: Document, pack: Pack) -> Mapping[str, tuple[Hit, ...]]:
    """Hits by group in text order, without those inside an exception of their group."""
    found: dict[str, list[Hit]] = {}
    excepted: dict[str, list[tuple[int, int]]] = {}
    trie, tokens = matcher(pack), document.tokens
    for number, first, last in trie.find(tokens):
        entry = trie.payloads[number]
        if entry.exception:
            excepted.setdefault(entry.group, []).append((first, last))
            continue
        start, end = tokens[first].start, tokens[last].end
        hit = Hit(
            entry.group, entry.phrase, entry.row, start, end, first, last, tokens[first].sentence
        )
        found.setdefault(entry.group, []).append(hit)
    for group, spans in excepted.items():
        if group in found:
            found[group] = _without(found[group], spans)
    return MappingProxyType({group: tuple(kept) for group, kept in found.items() if kept})


def _without(found: list[Hit], spans: list[tuple[int, int]]) -> list[Hit]:
    """The hits that lie inside none of the token spans."""
    spans.sort()
    starts = [low for low, _ in spans]
    reach = list(accumulate((high for _, high in spans), max))
    kept: list[Hit] = []
    for hit in found:
        index = bisect_right(starts, hit.first) - 1
        if index < 0 or reach[index] < hit.last:
            kept.append(hit)
    return kept
