"""Words, numbers, hashtags, handles and signs of a text, and their folded form."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from sys import intern

from app.text.spans import Span, Token

_APOSTROPHES = "'’‘ʼ＇`´"
# Marks that combine with a letter (accents, Hebrew, Arabic, Indic and Thai vowels) are no signs.
_MARK = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u200d"
# Whole runs at a time, and never given back: one sign after the other takes three times as long.
_LETTERS = rf"(?:[^\W_]++|[{_MARK}]++)++"
_WORD = rf"{_LETTERS}(?:[{_APOSTROPHES}]{_LETTERS})*+"
_TOKEN = re.compile(
    rf"""
      \d+(?:[.,]\d+)+(?!\w)             # 1,234.5
    | [\#@](?=[^\W\d]|\d*[^\W\d])[\w]+(?:[.-]\w+)*   # hashtags and handles
    | {_WORD}
    | [^\s"“”„«»'’‘`´_\-\u200b\ufe0f]     # any other sign; quotes and hyphens are see-through
    """,
    re.VERBOSE,
)
_FOLD = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))


def fold(text: str) -> str:
    """Lower case, every apostrophe as ``'``: the form in which words are compared."""
    return text.lower().translate(_FOLD)


def words_of(phrase: str) -> tuple[str, ...]:
    """The folded tokens of a phrase, cut exactly as a text is cut."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        return tuple(map(intern, phrase.lower().split()))
    return tuple(fold(match.group()) for match in _TOKEN.finditer(phrase))


def read_tokens(plain: str, sentences: Sequence[Span]) -> tuple[Token, ...]:
    """Every token of ``plain`` with the sentence that it stands in."""
    tokens: list[Token] = []
    # Folding keeps the length of all but a few letters; those are folded one by one.
    folded = fold(plain)
    same = len(folded) == len(plain)
    starts = [sentence.start for sentence in sentences]
    index, count = 0, len(starts)
    if starts:
        index = max(0, bisect_right(starts, 0) - 1)
    new = tuple.__new__  # half the time of calling the class, and a post has thousands
    for match in _TOKEN.finditer(plain):
        start, end = match.span()
        while index + 1 < count and starts[index + 1] <= start:
            index += 1
        text = plain[start:end]
        lower = folded[start:end] if same else fold(text)
        tokens.append(new(Token, (text, lower, start, end, index)))
    return tuple(tokens)
