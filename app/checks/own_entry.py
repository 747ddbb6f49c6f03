"""What an own word or exception must be like, said so that it can be put right."""

from __future__ import annotations

from app.checks.inflect import word_set
from app.errors import BadInput
from app.model.finding import Kind
from app.model.practice import WORD_KINDS, WORD_STRENGTHS, OwnException, OwnWord
from app.text.phrases import pattern_of, slots
from app.text.tokens import words_of

LONGEST = 80
LONGEST_WHY = 300
_UNCHANGED = "Nothing was changed."
# Fewer than the words by which the checks know a body: a street or a library is near a patient.
_BODIES = word_set(
    "practice clinic clinics hospital hospitals infirmary hospice surgery centre center institute "
    "university college academy school foundation trust charity society association group team "
    "unit ward department service services network programme program cardiology cardiac heart "
    "health healthcare medical associates"
)


def check_phrase(rule: OwnWord | OwnException) -> None:
    """Raise BadInput when an own word or exception cannot be used."""
    if rule.kind not in WORD_KINDS:
        names = ", ".join(WORD_KINDS)
        raise BadInput(f"“{rule.kind}” is not a kind of own words.", f"Choose one of {names}.")
    _check_words(rule.phrase)
    if len(rule.why) > LONGEST_WHY:
        raise BadInput("The reason is too long.", f"Keep it under {LONGEST_WHY} characters.")
    if not rule.why.strip():
        kept = (
            "shown with the words that are found" if isinstance(rule, OwnWord) else "kept with it"
        )
        raise BadInput("Say why, in one sentence.", f"It is {kept}.")
    if isinstance(rule, OwnWord):
        _check_word(rule)
    elif rule.kind is Kind.IDENTIFIER:
        _check_name(rule.phrase)


def _check_words(phrase: str) -> None:
    if not phrase.strip():
        raise BadInput("Say which words.", _UNCHANGED)
    if len(phrase) > LONGEST or "\n" in phrase:
        raise BadInput(
            f"“{phrase[:30]}…” is too long.", f"Keep the words under {LONGEST} characters."
        )
    if phrase.count("(") != phrase.count(")"):
        raise BadInput(f"“{phrase}” has a bracket without its partner.", _UNCHANGED)
    for ways in slots(phrase):
        for way in ways:
            if not any(len(word.rstrip("*")) > 1 for word in pattern_of(way)):
                raise BadInput(
                    f"“{way}” would stand in every text.", "Use a word of two letters or more."
                )


def _check_word(rule: OwnWord) -> None:
    if rule.strength not in WORD_STRENGTHS:
        raise BadInput(
            f"Own words cannot weigh “{rule.strength}”.",
            "Choose warn (consider) or block (to fix).",
        )
    if not rule.why.strip():
        raise BadInput("Say why, in one sentence.", "It is shown with the words that are found.")
    if rule.instead and words_of(rule.instead) == words_of(rule.phrase):
        raise BadInput("The replacement is the same words.", "Choose others, or leave it empty.")


def _check_name(phrase: str) -> None:
    """Only what is no single person's can be left alone: a name may be a patient's."""
    words = words_of(phrase)
    if any(sign.isdigit() or sign in "@*/" for sign in phrase):
        raise BadInput(
            "Numbers, addresses and links are always shown.",
            "Your own phone, links and handles belong into your profile.",
        )
    if len(words) < 2 or not any(word in _BODIES for word in words):
        raise BadInput(
            f"“{phrase}” could be the name of a patient.",
            "Give the whole name of a practice, clinic, team or hospital.",
        )
