"""How texts say an age: "54-year-old", "fifty-four", "67F", "in her sixties"."""

from __future__ import annotations

import re

from app.checks.starts import DIGIT, openings

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
_ONE_TO_NINE = "|".join(_UNITS)
AGE_IN_WORDS = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_ONE_TO_NINE}))?|{'|'.join(_TEENS)}|{_ONE_TO_NINE})"
)
# How the words begin with which an age can begin.
AGE_OPENINGS = openings(" ".join((DIGIT, *_TENS, *_TEENS, *_UNITS, "age", "at", "of", "in")))
AGE = re.compile(
    rf"""
      (?<![\w.,/$£€-])(?P<n>\d{{1,3}}|{AGE_IN_WORDS})
      [ -]?(?:year|yr|y|month|week|day)s?[ -]?old\b(?!s)
    | (?<![\w.,/-])(?P<y>\d{{1,3}})\s?(?:yo|y/o|y\.o\.?|yrs?)\b(?![ ]old)
    | (?<![\w.,/-])(?P<c>[1-9]\d)\s?(?P<sex>[MF])\b(?!\w)
    | \b(?:aged?|age\ of|at\ the\ age\ of|of)\s(?P<a>\d{{1,3}}|{AGE_IN_WORDS})\b
    | (?<![\w.,/-])(?P<o>\d{{1,3}})\syears\sof\sage\b
    | \bin\s(?P<whose>his|her|their)\s(?:very\s)?(?:early\s|mid[ -]?|late\s)?
      (?P<d>\d0s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def number_of(words: str) -> int | None:
    """The age that words say: ``54``, ``fifty-four``, ``50s``, ``fifties``."""
    text = words.lower().strip()
    if text.rstrip("s").isdigit():
        return int(text.rstrip("s"))
    if text.endswith("ies"):
        text = text[:-3] + "y"
    if text in _TEENS:
        return 10 + _TEENS.index(text)
    if text in _UNITS:
        return 1 + _UNITS.index(text)
    ten, _, unit = text.replace("-", " ").partition(" ")
    if ten not in _TENS or (unit and unit not in _UNITS):
        return None
    return 20 + 10 * _TENS.index(ten) + (_UNITS.index(unit) + 1 if unit else 0)
