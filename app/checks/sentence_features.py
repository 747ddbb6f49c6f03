"""What the classifier knows of a sentence: its words, pairs of words, word classes and manner.

Every feature belongs to one of the ``TABLES``. Words are folded; numbers, years, hashtags,
handles and pictures stand for all of their sort. The word classes are those of the rules.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from app.checks.inflect import word_set
from app.checks.reading import Reading
from app.model.post import PostKind
from app.text.document import Document
from app.text.spans import Span
from app.text.tokens import fold

TABLES = ("word", "pair", "class", "before", "after", "manner", "of_kind", "together")
"""Words; neighbours; classes in the sentence, in the one before and after it; how it speaks,
by the kind of text, and two manners together."""

_FIRST = word_set("i i'm i've i'd i'll me my mine myself we we're we've we'd we'll us our")
_SINGULAR = word_set("i i'm i've i'd i'll me my mine myself")
_SECOND = word_set("you you're you've you'll you'd your yours yourself u ur ye")
_THIRD = word_set("he he's he'd he'll she she's she'd she'll him her his hers")
_THEY = word_set("they they're they've they'd them their theirs")
_NO = word_set("not no never without cannot none nobody nor nothing neither nowhere")
_LATER = word_set("will shall won't")
_SOFT = word_set("if when may might could can some often usually perhaps sometimes many")
_PAST = word_set(
    "was were had did told said came went saw brought left lost died got took sat felt asked gave "
    "sent met held ran wrote knew stood rang drove fell woke grew chose spoke"
)
_PERCENT = frozenset(("%", "percent", "per", "fold", "twice", "half"))
_PICTURE = 0x2190  # arrows, dingbats and emojis begin here
_SHORT, _STEP, _LONG = 4, 5, 6
_WORDS_KEPT, _TEXTS_KEPT = 1024, 16
FIRST_OF_ALL, LAST_OF_ALL = "^", "$"


def strength_of_one(count: int) -> float:
    """How much one of ``count`` features of a sentence weighs: long sentences have more."""
    return 5 / math.sqrt(max(1, count))


class Word(NamedTuple):
    """A token as the classifier knows it; the same token is always the same.

    Attributes:
        name: folded, or what stands for all of its sort.
        manner: one bit for each way of speaking that it shows inside a sentence.
        opening: the same where a sentence begins with it.
    """

    name: str
    manner: int
    opening: int


@lru_cache(maxsize=_WORDS_KEPT)
def read_word(text: str) -> Word:
    """What the classifier knows of a token, by how it is written."""
    lower = fold(text)
    name = _normal(lower)
    manner = _manner(name)
    opening = manner if lower in _OPENERS else manner | _BIT["bare"]
    if text[0].isupper() and lower not in _FIRST:
        manner |= _BIT["name"]
    return Word(name, manner, opening)


def _normal(word: str) -> str:
    sign = word[0]
    if sign.isalpha():
        return word
    if sign.isdigit():
        return "<year>" if len(word) == _SHORT and word[:2] in ("19", "20") else "<number>"
    if len(word) > 1 and sign in "#@":
        return "<hashtag>" if sign == "#" else "<handle>"
    return "<picture>" if ord(sign) > _PICTURE else word


def _manner(word: str) -> int:
    """How somebody speaks who says this word: of whom, to whom, when, how sure."""
    found = _LISTED.get(word, 0)
    if word.endswith("n't"):
        found |= _BIT["no "]
    if word.endswith("'ll"):
        found |= _BIT["later "]
    if len(word) > _SHORT and word.endswith("ed"):
        found |= _BIT["past "]
    if word == "most" or (len(word) > _SHORT and word.endswith("est")):
        found |= _BIT["superlative"]
    return found


def manner_of(document: Document, words: Sequence[Word], sentence: int) -> int:
    """How a sentence speaks: a bit for each manner, and above them how long it is."""
    found = words[0].opening if words else 0
    for word in words[1:]:
        found |= word.manner
    span = document.sentences[sentence]
    if any(document.plain.find(sign, span.start, span.end) >= 0 for sign in _QUOTES):
        found |= _BIT["quote"]
    return found | min(_LONG, len(words) // _STEP) << len(_ORDER)


def manner_names(manner: int) -> list[str]:
    """The names of ``manner_of``, always in the same order."""
    found = [name for name, bit in _BIT.items() if manner & bit]
    names = dict.fromkeys(name.strip() for name in found)
    return [*names, f"long{manner >> len(_ORDER)}"]


def manner_features(manner: int, kind: PostKind) -> dict[str, list[str]]:
    """The features that follow from a manner alone."""
    names = manner_names(manner)
    return {
        "manner": names,
        "of_kind": [f"{kind.value} {name}" for name in ("", *names)],
        "together": [f"{one} {other}" for one, other in combinations(names, 2)],
    }


_MANNERS = (
    ("first", _FIRST),
    ("singular", _SINGULAR),
    ("second", _SECOND),
    ("third", _THIRD),
    ("they", _THEY),
    ("no", _NO),
    ("asks", frozenset("?")),
    ("calls", frozenset("!")),
    ("later", _LATER),
    ("past", _PAST),
    ("number", frozenset(("<number>",))),
    ("percent", _PERCENT),
    ("soft", _SOFT),
)
_OPENERS = word_set(
    "the a an this that these those my our your his her their its there here and but or so if when "
    "while what why how who where which not no is are was were do does did can could will would "
    "should may might in on at for from with by to of after before as one some most many"
) | (_FIRST | _SECOND | _THIRD | _THEY | {"it", "it's"})
_QUOTES = '“"„«'
# Those with a space are told by the end of a word; a word of the lists goes before them.
_ORDER = (
    *(name for name, _ in _MANNERS),
    *("no ", "later ", "past ", "superlative", "quote", "name", "bare"),
)
_BIT = {name: 1 << place for place, name in enumerate(_ORDER)}
_LISTED: dict[str, int] = {}
for _name, _words in _MANNERS:
    _LISTED.update((word, _LISTED.get(word, 0) | _BIT[_name]) for word in _words)


def classes(reading: Reading, sentence: int) -> list[str]:
    """The word classes that a sentence holds."""
    return [key[1:] for key in reading.keys.get(sentence, ()) if key[0] == "{"]


def named(document: Document, reading: Reading, kind: PostKind) -> list[dict[str, list[str]]]:
    """The features of every sentence by table; a table names each of them at most once."""
    return [
        named_in(document, reading, kind, sentence) for sentence in range(len(document.sentences))
    ]


def named_in(
    document: Document, reading: Reading, kind: PostKind, sentence: int
) -> dict[str, list[str]]:
    """The features of one sentence."""
    last = len(document.sentences) - 1
    low, high = sentence_bounds(document)[sentence]
    said = [read_word(token.text) for token in document.tokens[low:high]]
    words = [word.name for word in said]
    return {
        "word": list(set(words)),
        "pair": [f"{one} {other}" for one, other in pairs(words)],
        "class": classes(reading, sentence),
        "before": classes(reading, sentence - 1) if sentence > 0 else [FIRST_OF_ALL],
        "after": classes(reading, sentence + 1) if sentence < last else [LAST_OF_ALL],
        **manner_features(manner_of(document, said, sentence), kind),
    }


def pairs(words: Sequence[str]) -> set[tuple[str, str]]:
    """The neighbours in a sentence, its beginning and end among them."""
    return set(pairwise((FIRST_OF_ALL, *words, LAST_OF_ALL)))


@lru_cache(maxsize=_TEXTS_KEPT)
def sentence_bounds(document: Document) -> tuple[Span, ...]:
    """The tokens of each sentence."""
    bounds: list[Span] = []
    at, tokens = 0, document.tokens
    for index in range(len(document.sentences)):
        low = at
        while at < len(tokens) and tokens[at].sentence == index:
            at += 1
        bounds.append(Span(low, at))
    return tuple(bounds)
