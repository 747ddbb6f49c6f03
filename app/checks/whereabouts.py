"""Places by the shape of the sentence: a capital where a place stands, in a list or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from app.checks.gazetteer import names, places, plain_letters
from app.checks.inflect import word_set
from app.checks.livelihood import Clue
from app.checks.vocabulary import Vocabulary
from app.text.spans import Span, Token

_LEADING = word_set(
    "in at from near outside of to on between past above around round beyond behind by over across "
    "off for through"
)
_SMALL = word_set("the a an county co co. greater rural downtown north south east west upper lower")
_JOINING = word_set("upon on le la de of am an the and in")
_EVERYBODY = word_set("half whole everyone everybody all nobody rest")
_HOMES = word_set(
    "lives lived living home works worked runs teaches grew born raised farms retired moved came "
    "comes drove drives travelled traveled flew flown sailed cycled walked rang house flat cottage "
    "farm village town parish pub shop school church club choir team brigade platform station "
    "bakery cafe café restaurant bar hotel market"
)
_SITES = word_set(
    "school church chapel club pub bakery brewery distillery harbour harbor quay pier bridge "
    "station platform estate street road lane terrace hall hotel market island rsl gaa fc arms inn "
    "mill quarry mine abbey cathedral temple mosque elementary primary academy parade symphony band"
)
_AUTHORS = word_set(
    "congress conference meeting summit symposium webinar course fellowship trained training study "
    "trial colleagues colleague team lecture talk keynote train flight holiday conference"
)
_WORDS = 4  # in a name of a place


def spots(tokens: Sequence[Token], words: Vocabulary) -> Iterator[Clue]:
    """Names that stand where places do."""
    skipped = _no_places(words)
    at = 1
    while at < len(tokens):
        token = tokens[at]
        lead = at - 1
        if not token.text[0].isupper() or tokens[lead].sentence != token.sentence:
            at += 1
            continue
        if tokens[lead].lower in _SMALL and lead and tokens[lead - 1].sentence == token.sentence:
            lead -= 1
        plain = plain_letters(token.lower).removesuffix("'s")
        if tokens[lead].lower not in _LEADING or plain in skipped or not token.text[1:].islower():
            at += 1
            continue
        last = _last(tokens, at)
        cues = frozenset(_cues(tokens, lead, at, last, words))
        end = tokens[last].end - (2 if tokens[last].lower.endswith("'s") else 0)
        yield Clue(Span(token.start, end), token.sentence, cues)
        at = last + 1


@lru_cache(maxsize=2)
def _no_places(words: Vocabulary) -> frozenset[str]:
    people = words.relatives | words.person_nouns | words.titles
    return words.not_names | words.not_places | words.medical_capitals | people


def _last(tokens: Sequence[Token], at: int) -> int:
    """The last word of a name that begins at a token."""
    last = at
    for place in range(at + 1, min(at + _WORDS, len(tokens))):
        token = tokens[place]
        if token.sentence != tokens[at].sentence or tokens[last].lower.endswith("'s"):
            break
        if token.is_capital and token.is_word and token.text.replace("'", "").isalpha():
            last = place
        elif token.lower not in _JOINING or place != last + 1:
            break
    return last


def _cues(
    tokens: Sequence[Token], lead: int, at: int, last: int, words: Vocabulary
) -> Iterator[str]:
    known = places()
    whole = " ".join(plain_letters(token.lower) for token in tokens[at : last + 1])
    first = whole.partition(" ")[0].removesuffix("'s")
    yield f"after {tokens[lead].lower}"
    if whole in known.regions or first in known.regions:
        yield "region"
    elif whole in known.towns or first in known.towns:
        yield "town"
    elif whole in known.doubtful or first in known.doubtful:
        yield "perhaps a town"
    elif names().is_given(first):
        yield "given name"
    else:
        yield "unlisted"
    if tokens[at - 1].lower == "the" or tokens[lead].lower == "the":
        yield "article"
    said = set(whole.split())
    if last + 1 < len(tokens):
        said.add(tokens[last + 1].lower)
    if not words.institutions.isdisjoint(said):
        yield "institution"
    if not _SITES.isdisjoint(said):
        yield "site"
    back = [token.lower for token in tokens[max(0, lead - 5) : lead]]
    if back and (back[-1] in words.job_heads or back[-1] in words.person_nouns):
        yield "somebody"
    if not _EVERYBODY.isdisjoint(back):
        yield "everybody"
    if not _HOMES.isdisjoint(back):
        yield "home"
    if not _AUTHORS.isdisjoint(back):
        yield "author"
    if {"i", "my", "our", "we"} & set(back):
        yield "ours"
