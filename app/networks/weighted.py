"""The weighted length of X: most letters 1, other scripts and emoji 2, each link a fixed cost.

Links and emoji are found by ``twitter-text-parser``, a port of X's own rules. It
takes a fifth of a second to load, so texts that cannot hold either are counted
without it.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

_LIGHT = r"\u0000-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037"
_HEAVY = re.compile(f"[^{_LIGHT}]")
# The only emoji among the light characters; a keycap needs U+20E3, which is heavy.
_LIGHT_EMOJI = re.compile("[\u00a9\u00ae]")
# A domain has a letter after a dot: "e.g." or "x.com", but not "1.5 mg" or "end. Next".
_MAY_BE_LINK = re.compile(r"\.[^\W\d_]")

_Extract = Callable[[str], list[dict[str, Any]]]


class _Parser(NamedTuple):
    links: _Extract
    emojis: _Extract


@lru_cache(maxsize=64)
def weighted_length(text: str, link_length: int = 23) -> int:
    """The length of a text as X counts it.

    Neither a link nor an emoji holds a space, so each word is weighed once and remembered.
    """
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    words = text.replace("\n", " ").split(" ")
    # A word keeps the space before it: the parser reads the start of a text differently.
    first, *others = words
    return _word(first, link_length) + sum(_word(f" {word}", link_length) for word in others)


def _word(word: str, link_length: int) -> int:
    if word.isascii() and not _MAY_BE_LINK.search(word):
        return len(word)
    return _weigh(word, link_length)


@lru_cache(maxsize=4096)
def _weigh(word: str, link_length: int) -> int:
    heavy = _HEAVY.search(word) is not None
    links = _spans(_parser().links(word), "url") if _MAY_BE_LINK.search(word) else []
    emojis = _spans(_parser().emojis(word), "emoji") if heavy or _LIGHT_EMOJI.search(word) else []
    length, at, covered = 0, 0, 0
    for start, end, cost in _in_order(links, emojis, link_length):
        if start < covered:
            continue
        length += _plain(word[at:start]) + cost
        at = covered = end
    return length + _plain(word[at:])


def load_parser() -> None:
    """Load the parser now, so that the first link typed does not wait for it."""
    _parser()


def _plain(text: str) -> int:
    return len(text) + len(_HEAVY.findall(text))


def _spans(found: list[dict[str, Any]], kind: str) -> list[tuple[int, int]]:
    # X's own count goes by the length of what was found, not by where it was said to end.
    return [(item["indices"][0], item["indices"][0] + len(item[kind])) for item in found]


def _in_order(
    links: list[tuple[int, int]], emojis: list[tuple[int, int]], link_length: int
) -> list[tuple[int, int, int]]:
    marked = [(start, end, link_length) for start, end in links]
    marked += [(start, end, 2) for start, end in emojis]
    return sorted(marked)


@cache
def _parser() -> _Parser:
    """The parser's two functions.

    It reads its list of emoji through ``pkg_resources``, which new environments
    do not have; a stand-in with the one function it calls is there while it loads.
    """
    missing = "pkg_resources" not in sys.modules
    if missing:
        stand_in = ModuleType("pkg_resources")
        stand_in.__dict__["resource_string"] = _bytes_beside
        sys.modules["pkg_resources"] = stand_in
    try:
        from twitter_text.extract_emojis import extract_emojis_with_indices
        from twitter_text.extract_urls import extract_urls_with_indices
    finally:
        if missing:
            del sys.modules["pkg_resources"]
    return _Parser(extract_urls_with_indices, extract_emojis_with_indices)


def _bytes_beside(module: str, name: str) -> bytes:
    """The bytes of a file that lies beside a loaded module."""
    return Path(str(sys.modules[module].__file__)).with_name(name).read_bytes()
