"""What the classifier knows of a sentence: its words, pairs of words, word classes and manner.

Every feature belongs to one of the ``TABLES``. Words are folded; numbers, years, hashtags,
handles and pictures stand for all of their sort. The word classes are those of the rules.
"""

from __future__ import annotations

import math
from itertools import combinations, pairwise

from app.checks.inflect import word_set
from app.checks.reading import Reading
from app.model.post import PostKind
from app.text.document import Document
from app.text.spans import Token

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
_FIRST_OF_ALL, _LAST_OF_ALL = ["^"], ["$"]


def strength_of_one(count: int) -> float:
    """How much one of ``count`` features of a sentence weighs: long sentences have more."""
    return 5 / math.sqrt(max(1, count))


def normal(token: Token) -> str:
    """A token as the classifier knows it."""
    word = token.lower
    sign = word[0]
    if sign.isalpha():
        return word
    if sign.isdigit():
        return "<year>" if len(word) == _SHORT and word[:2] in ("19", "20") else "<number>"
    if len(word) > 1 and sign in "#@":
        return "<hashtag>" if sign == "#" else "<handle>"
    return "<picture>" if ord(sign) > _PICTURE else word


def _manners(
    document: Document, tokens: tuple[Token, ...], known: set[str], index: int
) -> list[str]:
    """How a sentence speaks: of whom, to whom, when, how sure, how long."""
    found = [name for name, words in _WORDS if not known.isdisjoint(words)]
    if any(word.endswith("n't") for word in known) and "no" not in found:
        found.append("no")
    if any(word.endswith("'ll") for word in known) and "later" not in found:
        found.append("later")
    if "past" not in found and any(len(word) > _SHORT and word.endswith("ed") for word in known):
        found.append("past")
    if "most" in known or any(len(word) > _SHORT and word.endswith("est") for word in known):
        found.append("superlative")
    said = document.sentence_text(index)
    if "“" in said or '"' in said or "„" in said or "«" in said:
        found.append("quote")
    if any(token.text[0].isupper() and token.lower not in _FIRST for token in tokens[1:]):
        found.append("name")
    if tokens and tokens[0].lower not in _OPENERS:
        found.append("bare")
    found.append(f"long{min(_LONG, len(tokens) // _STEP)}")
    return found


_WORDS = (
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


def classes(reading: Reading, sentence: int) -> list[str]:
    """The word classes that a sentence holds."""
    return [key[1:] for key in reading.keys.get(sentence, ()) if key[0] == "{"]


def named(document: Document, reading: Reading, kind: PostKind) -> list[dict[str, list[str]]]:
    """The features of every sentence by table; a table names each of them at most once."""
    held = [classes(reading, index) for index in range(len(document.sentences))]
    around = [_FIRST_OF_ALL, *held, _LAST_OF_ALL]
    rows = []
    for index, (low, high) in enumerate(sentence_bounds(document)):
        tokens = document.tokens[low:high]
        words = [normal(token) for token in tokens]
        known = set(words)
        manners = _manners(document, tokens, known, index)
        rows.append(
            {
                "word": list(known),
                "pair": list({f"{one} {other}" for one, other in pairwise(["^", *words, "$"])}),
                "class": held[index],
                "before": around[index],
                "after": around[index + 2],
                "manner": manners,
                "of_kind": [f"{kind.value} {name}" for name in ("", *manners)],
                "together": [f"{one} {other}" for one, other in combinations(manners, 2)],
            }
        )
    return rows


def sentence_bounds(document: Document) -> list[tuple[int, int]]:
    """The tokens of each sentence."""
    bounds: list[tuple[int, int]] = []
    at, tokens = 0, document.tokens
    for index in range(len(document.sentences)):
        low = at
        while at < len(tokens) and tokens[at].sentence == index:
            at += 1
        bounds.append((low, at))
    return bounds
