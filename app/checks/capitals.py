"""Rows of words that could be somebody's name, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.checks.gazetteer import names
from app.checks.vocabulary import Vocabulary
from app.text.document import Document
from app.text.spans import Token

_BETWEEN = re.compile(r"(?:\.? |-|\.|,? [\"“‘(]|[\"”’)] )")
_MAX_WORDS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """Words in a row that start with capitals (particles between them allowed).

    Attributes:
        first, last: token numbers, last included.
        words: folded, without a possessive ending and without particles.
        start, end: in the plain text, without title and possessive ending.
    """

    first: int
    last: int
    words: tuple[str, ...]
    start: int
    end: int
    possessive: bool


def bare(token: Token) -> str:
    """A word in lower case without its possessive ending."""
    return token.lower.removesuffix("'s")


def rows(document: Document, words: Vocabulary) -> Iterator[Row]:
    """Every row of capitals, without the words at its beginning that only open a sentence."""
    tokens, at = document.tokens, 0
    while at < len(tokens):
        if not tokens[at].text[0].isupper() or not _could_be_name(tokens, at, words):
            at += 1
            continue
        last = at
        while last - at < 2 * _MAX_WORDS and (step := _next(document, words, last)) > last:
            last = step
        yield _row(document, words, _beginning(document, words, at, last), last)
        at = last + 1


def _beginning(document: Document, words: Vocabulary, first: int, last: int) -> int:
    """The first token of a row without a word that has a capital only as it opens a sentence."""
    tokens = document.tokens
    if first == last or (first and tokens[first - 1].sentence == tokens[first].sentence):
        return first
    known, word, after = names(), bare(tokens[first]), bare(tokens[first + 1])
    opens = not known.is_given(word) and not known.is_family(word) and known.is_given(after)
    return first + 1 if opens and word not in words.institutions else first


def _could_be_name(tokens: tuple[Token, ...], at: int, words: Vocabulary) -> bool:
    token = tokens[at]
    if token.lower in words.titles or any(map(str.isdigit, token.text)):
        return False
    if bare(token) in words.public_roles and at + 1 < len(tokens) and tokens[at + 1].is_capital:
        return _after_title(tokens, at, words)  # "Footballer Jane Doe": the role is no name
    head = token.lower.partition("'")[0]  # "I'd", "He's"
    if head != token.lower and head in words.not_names:
        return False
    return bare(token) not in words.not_names or _after_title(tokens, at, words)


def _after_title(tokens: tuple[Token, ...], at: int, words: Vocabulary) -> bool:
    """As in "Mrs Black": after a title even a common word is a name."""
    before = at - 1
    if before > 0 and tokens[before].text == ".":
        before -= 1
    return before >= 0 and tokens[before].lower in words.titles and tokens[before].is_capital


def _next(document: Document, words: Vocabulary, at: int) -> int:
    """The token up to which the row of ``at`` goes on, or ``at`` when it ends here."""
    tokens, place = document.tokens, at + 1
    if tokens[at].lower.endswith("'s"):
        return at
    if place < len(tokens) and tokens[place].text == "." and len(tokens[at].text) == 1:
        place += 1  # an initial
    particle = place
    while place < len(tokens) and tokens[place].lower in words.particles and place - particle < 3:
        place += 1
    if place >= len(tokens) or tokens[place].sentence != tokens[at].sentence:
        return at
    low = tokens[at].end
    for token in tokens[at + 1 : place + 1]:
        if token.text != "." and not _BETWEEN.fullmatch(document.plain, low, token.start):
            return at
        low = token.end if token.text != "." else low
    if place == at + 1 and document.plain[tokens[at].end : tokens[place].start] == "-":
        return place  # "Min-jun"
    if (
        not tokens[place].is_capital
        or not tokens[place].text.replace("'", "").replace("’", "").isalpha()
    ):
        return at
    if (
        tokens[place].text.isupper()
        and len(tokens[place].text) > 1
        and (tokens[place].lower in words.medical_capitals)
    ):
        return at
    if bare(tokens[place]) in words.not_names and bare(tokens[place]) not in words.institutions:
        return at
    return place


def _row(document: Document, words: Vocabulary, first: int, last: int) -> Row:
    tokens = document.tokens[first : last + 1]
    possessive = tokens[-1].lower.endswith("'s")
    said = tuple(
        bare(token) for token in tokens if token.is_word and token.lower not in words.particles
    )
    end = tokens[-1].end - (2 if possessive else 0)
    return Row(first, last, said, tokens[0].start, end, possessive)
