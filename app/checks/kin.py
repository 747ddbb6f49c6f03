"""Family by the shape of the sentence: whose wife, which sister, the dad of whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from app.checks.inflect import word_set
from app.checks.livelihood import Clue
from app.checks.vocabulary import Vocabulary
from app.text.spans import Span, Token

_WHOSE = word_set("his her their whose my our your the a an two three four both")
_VAGUE = word_set("family baby child boy girl lad partner twin sister carer children kids")
_MORE = word_set(
    "sons daughters brothers sisters twins grandsons granddaughters grandchildren grandkids "
    "parents siblings niece nephews nieces cousins godson goddaughter foster-mother fiancé kids"
)
_AUTHOR = word_set("i my our me")


def kin(tokens: Sequence[Token], words: Vocabulary) -> Iterator[Clue]:
    """Relatives that somebody has, or that somebody is."""
    said: dict[int, bool] = {}
    relatives = _relatives(words)
    for at, token in enumerate(tokens):
        if token.lower not in relatives or not at or token.text.isupper():
            continue
        lower = token.lower.removesuffix("'s")
        first, whose = _owner(tokens, at)
        if not whose or _named(tokens, at):
            continue
        if token.sentence not in said:
            said[token.sentence] = _speaks(tokens, at)
        cues = {f"whose {whose}"}
        if lower in _VAGUE:
            cues.add("vague")
        if said[token.sentence]:
            cues.add("mine")
        after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if after in words.person_verbs or after.endswith("ed"):
            cues.add("acts")
        if after == "of":
            cues.add("of")
        elif after in ("who", "whose"):
            cues.add("who")
        end = token.end - (2 if lower != token.lower else 0)
        yield Clue(Span(tokens[first].start, end), token.sentence, frozenset(cues))


@lru_cache(maxsize=2)
def _relatives(words: Vocabulary) -> frozenset[str]:
    """The words for relatives, with and without what is theirs behind them."""
    known = words.relatives | _MORE
    return known | {f"{word}'s" for word in known}


def _owner(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Where a relative begins and whose it is said to be; at most two words between."""
    for first in range(at - 1, max(-1, at - 4), -1):
        token = tokens[first]
        if token.sentence != tokens[at].sentence or not token.is_word:
            break
        if token.lower in _WHOSE:
            return first, token.lower
        if token.lower.endswith("'s"):
            start = first
            while start and first - start < 3 and tokens[start - 1].sentence == token.sentence:
                start -= 1
                if tokens[start].lower in _WHOSE:
                    return start, f"{tokens[start].lower}'s"
                if not tokens[start].text.isalpha():
                    break
            return first, "somebody's"
    return at, ""


def _named(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name follows, which says more than the relative."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.is_capital and after.sentence == tokens[at].sentence


def _speaks(tokens: Sequence[Token], at: int) -> bool:
    """Whether the author is in the sentence, in the words around a token."""
    near = tokens[max(0, at - 40) : at + 40]
    return any(token.lower in _AUTHOR for token in near if token.sentence == tokens[at].sentence)
