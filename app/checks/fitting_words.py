"""Whether plain words can stand where a word of the trade stood, as far as the place tells."""

from __future__ import annotations

import re

from app.checks.inflect import word_set
from app.text.document import Document

# Plain words that say how something is follow their noun: "swelling on both sides".
_AFTER_NOUN = word_set(
    "on with without through into under caused harmful hard unlikely further twice when"
)
_MASS = word_set(
    "fluid shortness bleeding blood breathlessness scarring swelling kidney lack low high too "
    "sweating fainting"
)
_COUNTED = word_set("clot test thinner medicine")
_ONE = word_set("a an this that each every one another")
_GIVEN = _ONE | word_set("the its their our your his her underlying exact complex basic")
_GOES_ON = word_set(
    "and or but to in on at for from by of if when while because as than with without after "
    "before during is are was were be been can could will would may might must should so then "
    "though although since until too also"
)
_SINGULAR = word_set("is was has does isn't wasn't hasn't doesn't")
_HEAD_ENDS = re.compile(
    r" (?:of|with|in|on|that|who|for|to|from|by|than|you|which|and|or|a|around|squeezing)\b|,"
)
_NO_PLURAL = ("ss", "us", "is", "ics", "ous")


def plural(words: str) -> bool:
    """Whether a noun phrase stands for more than one: its head ends in -s."""
    head = _HEAD_ENDS.split(words.lower(), maxsplit=1)[0].split(" ")
    if len(head) > 1 and (head[0].endswith("ing") or head[0] == "how"):
        return False  # "taking many medicines" and "how it works" are one thing
    return head[-1].endswith("s") and not head[-1].endswith(_NO_PLURAL)


def fits(document: Document, first: int, last: int, words: str) -> bool:
    """Whether ``words`` read well in place of the tokens ``first`` to ``last``."""
    tokens = document.tokens
    sentence = tokens[first].sentence
    before = tokens[first - 1].lower if first and tokens[first - 1].sentence == sentence else ""
    after = [token for token in tokens[last + 1 : last + 3] if token.sentence == sentence]
    following = after[0].lower if after else ""
    opening = words.split(" ", 1)[0]
    if opening in _AFTER_NOUN and following[:1].isalpha() and following not in _GOES_ON:
        return False
    if opening == "how":
        return before not in _GIVEN and following != "of"
    if before in ("a", "an") and opening in _MASS and not _COUNTED & set(words.split(" ")):
        return False
    if plural(words) == plural(document.plain[tokens[first].start : tokens[last].end]):
        return True
    if before in _ONE:
        return False
    for token in after:
        if not token.text[0].isalpha():
            break
        if token.lower in _SINGULAR or (
            token.lower.endswith("s") and not token.lower.endswith(_NO_PLURAL)
        ):
            return False
    return True
