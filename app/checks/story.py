"""Whether sentences tell of one real person: who, when, what happened, and to whom it was told.

No single phrase decides. Each sentence collects the weak and strong cues of ``patient.yaml``;
general statements, studies, history and imagined cases weigh them down. A run of sentences
that collects enough, with somebody in it, is a story, also without the word patient.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.checks.hits import hits
from app.checks.pack import Pack
from app.checks.person import Person
from app.text.document import Document
from app.text.spans import Token

ENOUGH = 3.0
_RUN = 3  # sentences that can make a story together
_FIRST_PERSON = frozenset({"i", "we", "i've", "we've", "i'd", "we'd"})
_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_SOMEBODY = _PRONOUNS | {"someone", "somebody"}
_SEEN_WORDS = """
saw seen met treated admitted reviewed examined scanned operated stented ablated implanted shocked
resuscitated diagnosed discharged cared caring looked looking intubated fixed repaired replaced lost
saved sent took gave called found asked told started stopped referred consented pronounced wheeled
rushed opened closed put placed got brought sat held watched followed counselled counseled visited
delivered paced cardioverted thrombolysed bypassed had shook hugged drained closed
"""
_SEEN = frozenset(_SEEN_WORDS.split())
_PAST_WORDS = """
was were had came told said went took saw met gave brought got felt thought left found made ran fell
woke sat stood drove wrote knew began kept lost held
"""
_PAST = frozenset(_PAST_WORDS.split())
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx"})
_MONTH_WORDS = """
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
"""
_MONTHS = frozenset(_MONTH_WORDS.split())
_HISTORY = range(1500, 2010)  # years too long ago for a patient of today
_SEXES = frozenset("MF")


@dataclass(frozen=True, slots=True)
class Scored:
    """What one sentence says of one person: how much, and by which cues."""

    score: float
    somebody: bool
    cues: tuple[str, ...]
    imagined: bool


@lru_cache(maxsize=2)
def _weights(pack: Pack) -> Mapping[str, float]:
    """Cue to weight, from the pack."""
    return {
        name: float(lexicon.data.get("weight", 0.0))
        for name, lexicon in pack.lexicons.items()
        if name.startswith("patient.")
    }


def score_sentences(
    document: Document,
    pack: Pack,
    people: Sequence[Person],
    named: Mapping[int, float],
) -> tuple[Scored, ...]:
    """Weigh the cues of each sentence; ``named`` is what the names in it add.

    A name that is known to everybody gives a negative number: what follows is told of
    somebody public, as what follows "imagine" is told of nobody.
    """
    cues: list[set[str]] = [set() for _ in document.sentences]
    for group, found in hits(document, pack).items():
        if group.startswith("patient."):
            for hit in found:
                cues[hit.sentence].add(group)
    tokens: list[list[Token]] = [[] for _ in document.sentences]
    for token in document.tokens:
        tokens[token.sentence].append(token)
    persons: list[list[Person]] = [[] for _ in document.sentences]
    for person in people:
        persons[person.sentence].append(person)
    return tuple(
        _score(cues[index], tokens[index], persons[index], named.get(index, 0.0), pack)
        for index in range(len(document.sentences))
    )


def _score(
    cues: set[str], tokens: list[Token], people: list[Person], named: float, pack: Pack
) -> Scored:
    weights = _weights(pack)
    words = {token.lower for token in tokens}
    others = [person for person in people if not person.is_relative_of_author]
    own = any(person.is_relative_of_author for person in people)
    if _compact(tokens) or _note(tokens):
        cues.add("patient.compact")
    if _dated(tokens):
        cues.add("patient.when")
    score = sum(weights.get(cue, 2.5) for cue in cues)
    sure = not cues.isdisjoint(
        ("patient.patient_of_mine", "patient.compact", "patient.this_person")
    )
    titled = named > 0 or _titled(tokens)
    somebody = sure or titled or bool(others) or not words.isdisjoint(_SOMEBODY)
    somebody = somebody or "patient.bed" in cues
    if others and not sure:
        score += 1.8 if any(person.age is not None for person in others) else 1.0
    elif not words.isdisjoint(_PRONOUNS):
        score += 0.6
    if titled:
        score += max(named, 1.5 if _titled(tokens) else 0.0)
    if somebody and _we_saw(tokens):
        score += 2.0
        cues.add("we_saw")
    if not somebody:
        score = min(score, 1.5)
    if own and not others and not sure:
        score *= 0.2
    imagined = "patient.imagined" in cues or named < 0
    return Scored(
        _weighed(score, cues, tokens, sure, imagined), somebody, tuple(sorted(cues)), imagined
    )


def _compact(tokens: list[Token]) -> bool:
    """As in "67F", "54 M", "71yo": how doctors write a patient."""
    for at, token in enumerate(tokens):
        text = token.text
        if not text[0].isdigit():
            continue
        if len(text) == 3 and text[:2].isdigit() and text[2] in _SEXES:
            return True
        if len(text) == 2 and text.isdigit() and at + 1 < len(tokens):
            after = tokens[at + 1]
            if after.text in _SEXES and after.start == token.end + 1:
                following = tokens[at + 2].text if at + 2 < len(tokens) else ""
                return following in (",", ":", ".", "") or following.islower()
        if text[:2].isdigit() and text[2:].lower() in ("yo", "yom", "yof"):
            return True
    return False


def _note(tokens: list[Token]) -> bool:
    """As in "Patient had a VT storm": notes leave the article out."""
    return len(tokens) > 1 and tokens[0].lower in ("patient", "pt") and _in_the_past(tokens[1:3])


def _dated(tokens: list[Token]) -> bool:
    """Whether a day of a month is named; a month alone says little."""
    for at, token in enumerate(tokens):
        if token.lower in _MONTHS and token.is_capital:
            near = tokens[max(0, at - 2) : at] + tokens[at + 1 : at + 2]
            if any(each.text[0].isdigit() for each in near):
                return True
    return False


def _titled(tokens: list[Token]) -> bool:
    """Whether a title stands before a capital ("Mrs Byrne")."""
    for at, token in enumerate(tokens[:-1]):
        if token.lower in _TITLES and token.is_capital:
            after = tokens[at + 1]
            if after.text == "." and at + 2 < len(tokens):
                after = tokens[at + 2]
            if after.is_capital:
                return True
    return False


def _we_saw(tokens: list[Token]) -> bool:
    """Whether the author did something that is done to or with a patient."""
    for at, token in enumerate(tokens):
        if token.lower in _SEEN:
            before = tokens[max(0, at - 3) : at]
            if any(each.lower in _FIRST_PERSON for each in before):
                return True
            # "Saw a 38 yo postman", as notes are written.
            if (
                not before
                and len(tokens) > 1
                and tokens[1].lower in ("a", "an", "this", "my", "our")
            ):
                return True
    return False


def _weighed(
    score: float, cues: set[str], tokens: list[Token], sure: bool, imagined: bool
) -> float:
    """The score after what speaks against one real person of today."""
    if imagined:
        return score * 0.2
    if "patient.when" not in cues and any(
        token.text.isdigit() and len(token.text) == 4 and int(token.text) in _HISTORY
        for token in tokens
    ):
        score *= 0.3
    if "patient.studied" in cues and not sure:
        score *= 0.4
    if "patient.general" in cues and not _in_the_past(tokens):
        score *= 0.5 if sure else 0.35
    return score


def _in_the_past(tokens: list[Token]) -> bool:
    return any(
        token.lower in _PAST or (len(token.lower) > 4 and token.lower.endswith("ed"))
        for token in tokens
    )


def windows(document: Document, scored: tuple[Scored, ...]) -> tuple[tuple[int, int], ...]:
    """Runs of sentences ``(first, last)`` that tell a story, widened to where it goes on."""
    found: list[tuple[int, int]] = []
    count, at = len(scored), 0
    imagined = False
    while at < count:
        imagined = scored[at].imagined or (imagined and _near(document, at))
        last = None if imagined else _story_from(document, scored, at)
        if last is None:
            at += 1
            continue
        while last + 1 < count and _goes_on(scored[last + 1]) and _near(document, last + 1):
            last += 1
        found.append((at, last))
        at = last + 1
    return tuple(found)


def _story_from(document: Document, scored: tuple[Scored, ...], first: int) -> int | None:
    """The last of the fewest sentences from ``first`` that are enough."""
    if scored[first].score <= 0.4:
        return None
    total, somebody = 0.0, False
    for place in range(first, min(first + _RUN, len(scored))):
        if place > first and (not _near(document, place) or scored[place].imagined):
            return None
        total += scored[place].score
        somebody = somebody or scored[place].somebody
        if somebody and total >= ENOUGH:
            return place
    return None


def _goes_on(scored: Scored) -> bool:
    return scored.score >= 0.5 and scored.somebody


def _near(document: Document, sentence: int) -> bool:
    """Whether a sentence stands in the paragraph of the one before, or directly below it."""
    low, high = document.sentences[sentence - 1].end, document.sentences[sentence].start
    return document.plain.count("\n", low, high) <= 2
