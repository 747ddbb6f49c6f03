"""Ties between the author and those who sell something: who gives what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from app.checks.gazetteer import names, places
from app.checks.grammar import Match
from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.pattern import BRAND, CAPITAL, HANDLE
from app.checks.reading import Reading
from app.checks.scope import Scope, read_scope
from app.checks.vocabulary import vocabulary
from app.model.post import PostKind
from app.text.document import Document

TIE = "disclosure.tie"
NEAR = "disclosure.tie_near"
SALE = "disclosure.commerce"
NAMED = "disclosure.tie_named"
NO_TIE = "disclosure.no_tie"
NO_PAY = "disclosure.no_pay"
_SELLERS = frozenset(("{giver", "{product_name", BRAND, HANDLE))
_REACH = 7
"""Words before a tie in which a denial still reaches it."""
_NAMES = frozenset(("{giver", BRAND))
_APART = 16
"""Words between a seller and a benefit that still belong together."""
_STOPS = frozenset(".!?;:…")


class Tie(NamedTuple):
    """A tie in the words of a text, and the rule that found it."""

    rule: str
    match: Match


@lru_cache(maxsize=16)
def ties(document: Document, pack: Pack, kind: PostKind) -> tuple[Tie, ...]:
    """The author's own ties, in text order; none that she denies, asks about or tells of others."""
    read = read_text(document, pack, kind)
    found = [Tie(TIE, match) for match in read.of(TIE)]
    found += [Tie(SALE, match) for match in read.of(SALE)]
    near = read.of(NEAR)
    if near and (
        names_seller(read.reading, _SELLERS | {"{made_thing", "{goods"})
        or unknown_name(document, read.reading, pack)
    ):
        found += [Tie(NEAR, match) for match in near]
    found += [Tie(TIE, m) for m in read.of(NAMED) if _gives(document, read.reading, pack, m)]
    found += [Tie(TIE, match) for match in _cued(read.reading)]
    if not found:
        return ()
    # A denial clears its own sentence, unless it goes on with "but"; a gift told of stays a gift.
    cleared = {document.tokens[match.low].sentence for match in read.of(NO_TIE)}
    cleared -= {index for index in cleared if "{yet_word" in read.reading.keys[index]}
    scope = read_scope(document, pack, kind)
    unpaid = bool(read.of(NO_PAY))
    kept = [
        tie
        for tie in found
        if document.tokens[tie.match.low].sentence not in cleared
        and not (unpaid and tie.rule == SALE)
        and not _softened(document, scope, tie)
        and (tie.rule == SALE or _own(read.reading, document, *tie))
    ]
    return tuple(_one_a_sentence(document, kept))


def _one_a_sentence(document: Document, found: list[Tie]) -> Iterator[Tie]:
    """The ties of a sentence as one, from the first word to the last."""
    by_sentence: dict[int, list[Tie]] = {}
    for tie in sorted(found, key=lambda tie: tie.match.low):
        by_sentence.setdefault(document.tokens[tie.match.low].sentence, []).append(tie)
    for group in by_sentence.values():
        low, high = group[0].match.low, max(tie.match.high for tie in group)
        yield Tie(group[0].rule, Match(low, high, low, high))


def _cued(reading: Reading) -> Iterator[Match]:
    """Sentences in which the author, a seller and a benefit or a role come together."""
    at, count = 0, len(reading.tokens)
    while at < count:
        low, high = reading.bounds[at]
        at = high
        said = reading.keys[reading.tokens[low].sentence]
        cue = "{tie_cue" if "{mine_word" in said else "{tie_gain"
        if cue not in said or said.isdisjoint(_NAMES):
            continue
        sellers, cues = [], []
        for place in range(low, high):
            for key in reading.keys_at(place):
                if key in _NAMES:
                    sellers.append(place)
                elif key == cue:
                    cues.append(place)
        first, last = min(sellers[0], cues[0]), max(sellers[-1], cues[-1])
        if sellers != cues and last - first <= _APART:
            end = max(after for _, after in reading.moves(last))
            yield Match(first, end, first, end)


def _gives(document: Document, reading: Reading, pack: Pack, match: Match) -> bool:
    """Whether the giver has a name that only a company can have, and something is given."""
    given = names_seller(reading, _SELLERS | {"{made_thing", "{goods"})
    return given and unknown_name(document, reading, pack, match.low, match.high)


def unknown_name(
    document: Document, reading: Reading, pack: Pack, low: int = 0, high: int | None = None
) -> bool:
    """Whether a name in the stretch is nobody's, no place's and no medical word: a company's."""
    known, where, words = names(), places(), vocabulary(pack)
    for at in range(low, len(document.tokens) if high is None else high):
        if CAPITAL not in reading.words[at]:
            continue
        text, word = document.tokens[at].text, document.tokens[at].lower
        bare = word.partition("'")[0]
        if known.is_given(bare) or known.is_family(bare) or text.isupper():
            continue
        if bare in where.towns or bare in where.regions or bare in words.medical_capitals:
            continue
        if bare not in words.not_names and bare not in words.institutions:
            return True
    return False


def names_seller(reading: Reading, wanted: frozenset[str] = _SELLERS) -> bool:
    """Whether a company, a brand, a product or a handle is named anywhere."""
    return not all(wanted.isdisjoint(said) for said in reading.keys.values())


def keys_between(reading: Reading, low: int, high: int) -> Iterator[str]:
    """The word classes and signs that can be read from the tokens of a stretch."""
    for at in range(low, high):
        yield from reading.keys_at(at)


def civic(document: Document, reading: Reading, match: Match) -> bool:
    """Whether the stretch names only those who sell nothing: a library, a society, a friend."""
    low, high = reading.bounds[match.low]
    for at in range(low, high):
        keys = set(reading.keys_at(at))
        if keys & _SELLERS and "{civic" not in keys:
            return False
    for at in range(max(low, match.low - 4), min(high, match.high + 4)):
        for key in reading.keys_at(at):
            if key == "{civic" or (key == "{societies" and document.tokens[at].text.isupper()):
                return True
    return False


def _softened(document: Document, scope: Scope, tie: Tie) -> bool:
    """Whether the author denies the tie, asks about it, or puts a case."""
    match, tokens = tie.match, document.tokens
    index = tokens[match.low].sentence
    sentence = scope.sentences[index]
    if sentence.asked or sentence.myth or (sentence.supposed and tie.rule != SALE):
        return True
    low, high = scope.reading.bounds[match.low]
    start = match.low
    while start > low and match.low - start < _REACH:
        if tokens[start - 1].lower in _STOPS:
            break
        start -= 1
    if "{tie_off" in keys_between(scope.reading, start, match.high):
        return True
    # "A company offered me money. I said no."
    after = scope.reading.bounds[high][1] if high < len(tokens) else high
    return "{declined" in keys_between(scope.reading, match.low, after)


def _own(reading: Reading, document: Document, rule: str, match: Match) -> bool:
    """Whether the sentence is about the author, and the other side sells something."""
    said = reading.keys[document.tokens[match.low].sentence]
    if "{mine_word" not in said:
        if "{others_subject" in said:
            return False
        if rule != NEAR and not said & (_SELLERS | {"{freebie"}):
            return False
    return not civic(document, reading, match)
