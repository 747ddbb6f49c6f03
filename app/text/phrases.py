"""Finding thousands of phrases in one pass over the words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from sys import intern
from typing import Any, Generic, NamedTuple, TypeVar, cast

from app.text.spans import Token
from app.text.tokens import words_of

T = TypeVar("T")

_CHOICE = re.compile(r"(?<!\S)\(([^()|]*(?:\|[^()|]*)+)\)(?!\S)")
_PIECE = re.compile(r"\S+")
_STEM = 3  # letters that a stem needs at least, and by which stems are looked up
_ANY = "*"
_END = ""
_STEMS = "\n"


_Ends = tuple[int, ...]
# By word what phrases go on with; only their numbers where none goes on. Most nodes are such ends,
# and a dictionary for each would take more room than all the rest.
_Node = dict[str, Any]


def _below(node: _Node, key: str) -> _Node:
    """The node under ``key``, made where there is none."""
    below = node.get(key)
    if below is None:
        below = node[key] = {}
    elif isinstance(below, tuple):
        below = node[key] = {_END: below}
    return cast("_Node", below)


def _place(node: _Node, word: str) -> tuple[_Node, str]:
    """Where the node that ``word`` leads to stands: in which other one, and under which key."""
    if word != _ANY and word.endswith(_ANY) and len(word) > _STEM:
        return _below(_below(node, _STEMS), word[:_STEM]), word[:-1]
    return node, intern(word)


def _descend(node: _Node, pattern: Sequence[str]) -> _Node:
    """The node that ``pattern`` leads to, made where there is none."""
    for word in pattern:
        node = _below(*_place(node, word))
    return node


def _end(node: _Node, pattern: Sequence[str], ends: _Ends) -> None:
    """Let phrases end where ``pattern`` leads."""
    key = _END
    if pattern:
        node, key = _place(_descend(node, pattern[:-1]), pattern[-1])
    there = node.get(key)
    if isinstance(there, dict):
        node, there, key = there, there.get(_END), _END
    node[key] = ends if there is None else there + ends


class PhraseHit(NamedTuple):
    """One phrase found: its payload number and the tokens it covers, the last one included."""

    phrase: int
    first: int
    last: int


def slots(phrase: str) -> list[list[str]]:
    """The phrase cut at its choices: ``(your|the) heart`` is ``[[your, the], [heart]]``."""
    cut: list[list[str]] = []
    at = 0
    for choice in _CHOICE.finditer(phrase):
        if between := phrase[at : choice.start()].strip():
            cut.append([between])
        cut.append(list(dict.fromkeys(choice.group(1).split("|"))))
        at = choice.end()
    if rest := phrase[at:].strip():
        cut.append([rest])
    return cut


def pattern_of(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase; ``*`` alone is any one word, ``word*`` any word that starts so."""
    if _ANY not in phrase:
        return words_of(phrase)
    pattern: list[str] = []
    for piece in _PIECE.findall(phrase):
        if piece == _ANY:
            pattern.append(_ANY)
        elif piece.endswith(_ANY) and len(piece) > _STEM:
            *words, stem = words_of(piece[:-1])
            pattern += [*words, stem + _ANY]
        else:
            pattern += words_of(piece)
    return tuple(pattern)


def _first_words(phrase: str) -> set[str]:
    """The words with which a phrase may begin."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        return {phrase.lower().split()[0]}
    ways = slots(phrase)[:1]
    return {pattern[0] for way in ways for each in way if (pattern := pattern_of(each))}


class PhraseMatcher(Generic[T]):
    """A trie over tokens. Matching is linear in the text, whatever the number of phrases.

    Apostrophes, case and hyphens between words do not count: "Risk-free" matches
    "risk free". A phrase never runs over the end of a sentence. With ``case=True`` a
    phrase must also be written as given.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        """Sort the phrases by their first words; a word's branch grows when a text has it."""
        self.payloads: list[T] = []
        self._phrases: list[str] = []
        self._root: _Node = {}
        self._waiting: dict[str, list[int]] = {}
        for phrase, payload in phrases:
            number = len(self.payloads)
            self.payloads.append(payload)
            self._phrases.append(phrase)
            for word in _first_words(phrase):
                self._waiting.setdefault(word, []).append(number)
        for word in [word for word in self._waiting if word.endswith(_ANY)]:
            self._grow(word)

    def _grow(self, first: str) -> None:
        """Take in the phrases that begin with ``first``."""
        for number in self._waiting.pop(first):
            nodes, ends = [self._root], (number,)
            cut = slots(self._phrases[number])
            for place, ways in enumerate(cut):
                patterns = [pattern_of(way) for way in ways]
                if place == 0:
                    patterns = [each for each in patterns if each[:1] == (first,)]
                if place + 1 < len(cut):
                    nodes = [_descend(node, each) for node in nodes for each in patterns]
                    continue
                for node in nodes:
                    for each in patterns:
                        _end(node, each, ends)

    def find(self, tokens: Sequence[Token]) -> list[PhraseHit]:
        """Every phrase that occurs, overlapping ones too, by where it starts."""
        hits: list[PhraseHit] = []
        root, waiting = self._root, self._waiting
        stems = root.get(_STEMS, {})
        after_any = root.get(_ANY)
        words = [token.lower for token in tokens]
        for first, lower in enumerate(words):
            if lower in waiting:
                self._grow(lower)
            if (
                lower[:_STEM] in stems
                or (isinstance(after_any, dict) and _goes_on(after_any, words, first + 1))
                or ((node := root.get(lower)) is not None and _leads_on(node, words, first + 1))
            ):
                self._walk(root, tokens, words, first, first, hits)
        return hits

    def _walk(
        self,
        node: _Node,
        tokens: Sequence[Token],
        words: Sequence[str],
        first: int,
        at: int,
        hits: list[PhraseHit],
    ) -> None:
        sentence, count = tokens[first].sentence, len(tokens)
        while at < count and tokens[at].sentence == sentence:
            if _ANY in node or _STEMS in node:
                for other in _others(node, tokens[at]):
                    ends = other if isinstance(other, tuple) else other.get(_END, ())
                    hits += [PhraseHit(number, first, at) for number in ends]
                    if isinstance(other, dict) and _goes_on(other, words, at + 1):
                        self._walk(other, tokens, words, first, at + 1, hits)
            following = node.get(words[at])
            if following is None:
                return
            if isinstance(following, tuple):
                hits += [PhraseHit(number, first, at) for number in following]
                return
            node = following
            if _END in node:
                hits += [PhraseHit(number, first, at) for number in node[_END]]
            at += 1


def _leads_on(node: _Node | _Ends, words: Sequence[str], at: int) -> bool:
    """Whether a phrase ends at a node, or may go on from it; most beginnings stay beginnings."""
    return isinstance(node, tuple) or _END in node or _goes_on(node, words, at)


def _goes_on(node: _Node, words: Sequence[str], at: int) -> bool:
    """Whether a longer phrase may go on from a node with the word at ``at``."""
    return at < len(words) and (words[at] in node or _ANY in node or _STEMS in node)


def _others(node: _Node, token: Token) -> list[_Node | _Ends]:
    """What a wildcard or a stem at a node leads to."""
    found: list[_Node | _Ends] = []
    if _ANY in node and token.is_word:
        found.append(node[_ANY])
    stems = node.get(_STEMS)
    if stems is not None:
        for stem, following in stems.get(token.lower[:_STEM], {}).items():
            if token.lower.startswith(stem):
                found.append(following)
    return found
