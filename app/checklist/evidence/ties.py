"""Interests named in a post, and whether the text says so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache

from app.checklist.evidence.answer import Answer, Open, opened
from app.checklist.inputs import Inputs
from app.checklist.situation import Situation, Told
from app.checklist.words import listed
from app.checks.hits import hits
from app.model.assessment import NO_RECORD, Remedy
from app.model.records import Interest
from app.text.document import Document
from app.text.normal import normal_words
from app.text.tokens import words_of

# A tie counts for three years after it ended.
_MEMORY = timedelta(days=3 * 365)


@lru_cache(maxsize=512)
def _names(interest: Interest) -> tuple[tuple[str, ...], ...]:
    given = (interest.organisation, *interest.names, *interest.products)
    return tuple(words for words in map(words_of, given) if words)


def named_in(interest: Interest, tokens: tuple[str, ...]) -> bool:
    """Whether a text, as folded words, names the organisation or one of its products."""
    known = set(tokens)
    for words in _names(interest):
        if words[0] not in known:
            continue
        size = len(words)
        if any(tokens[at : at + size] == words for at in range(len(tokens) - size + 1)):
            return True
    return False


def touched(inputs: Inputs, told: Iterable[Told]) -> tuple[Interest, ...]:
    """The interests that a post touches: linked to it, or named in it and not long over."""
    texts = [tuple(token.lower for token in one.document.tokens) for one in told]
    found = {interest.id: interest for interest in inputs.interests}
    for interest in inputs.all_interests:
        over = interest.until is not None and interest.until + _MEMORY < inputs.day
        if interest.id not in found and not over and any(named_in(interest, t) for t in texts):
            found[interest.id] = interest
    return tuple(found.values())


def ties(situation: Situation) -> tuple[Interest, ...]:
    """The interests that this post touches."""
    return touched(situation.inputs, situation.told)


def ties_told(situation: Situation) -> Answer | None:
    """Whether every text says what ties the author has with what is named."""
    named = ties(situation)
    if not named:
        return Answer(why="Nothing you have a tie with is named.")
    silent = [
        (interest, told) for interest in named if (told := _silent(situation, interest)) is not None
    ]
    if not silent:
        return Answer(why="The text says so.", quote=listed([tie.line for tie in named]))
    return opened(
        *(
            Open(
                "An affiliation is not disclosed",
                f"You have a tie with {interest.organisation}; {told.name} does not say so.",
                quote=interest.organisation,
                remedies=(Remedy.ADD_LINE, Remedy.DISCLOSE)
                if interest.line
                else (Remedy.DISCLOSE,),
                suggestions=(interest.line,) if interest.line else (),
                phrase=f"your tie with {interest.organisation} is not disclosed",
                key=f"tie {interest.id}",
                network=told.network,
                record=NO_RECORD if interest.line else ("interest", interest.id),
            )
            for interest, told in silent
        )
    )


def _silent(situation: Situation, interest: Interest) -> Told | None:
    """The first text that neither has the line nor names the tie in a sentence that discloses."""
    line = normal_words(interest.line).casefold().rstrip(".")
    for told in situation.told:
        if not told.text.strip():
            continue
        plain = normal_words(told.document.plain).casefold()
        if not (line and line in plain) and not _disclosed(situation, told.document, interest):
            return told
    return None


def _disclosed(situation: Situation, document: Document, interest: Interest) -> bool:

    for hit in hits(document, situation.pack).get("checklist.disclosure", ()):
        span = document.sentences[hit.sentence]
        tokens = tuple(token.lower for token in document.tokens_in(span.start, span.end))
        if named_in(interest, tokens):
            return True
    return False


def interest_value(situation: Situation) -> Answer | None:
    """Whether the records say what was received."""
    missing = [interest for interest in ties(situation) if not interest.value.strip()]
    if not missing:
        return None
    return opened(
        *(
            Open(
                why="Note it in the record; it is not published.",
                quote=interest.organisation,
                remedies=(Remedy.DISCLOSE,),
                key=f"value {interest.id}",
                record=("interest", interest.id),
            )
            for interest in missing
        )
    )
