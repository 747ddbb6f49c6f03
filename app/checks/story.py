"""Whether sentences tell of one real person: who it is, what care there was, and when.

No single phrase decides. Somebody who is cared for, something of medicine or of the author's
care, and a time that was or is must come together within three sentences; how much each says
is in ``patient.yaml``. General statements, studies, history and imagined cases weigh it down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.checks.hits import hits
from app.checks.pack import Pack
from app.checks.person import Person
from app.checks.referents import Who
from app.checks.told import (
    MET,
    NO_VERBS,
    OPENERS,
    SEEN,
    history,
    in_the_past,
    is_compact,
    is_dated,
    is_going_on,
    is_note,
    is_noted,
    is_verbless,
    opens_with_age,
    we_did,
    words_of,
)
from app.checks.vocabulary import vocabulary
from app.text.document import Document
from app.text.spans import Token

ENOUGH = 2.9
_WHO, _CARE = 0.8, 0.8  # the least of each
_JOINT_WHO, _JOINT_CARE = 0.6, 0.5
_SHORT = 3  # sentences of a text that surely speaks of one thing
_DRUG = 0.6  # what a medicine says of care; most texts name one
_TIME_LEAST = 0.3
_MOST_CARE, _MOST_TIME = 3.0, 1.4
_RUN = 3  # sentences that can make a story together
_HAVING = frozenset({"has", "had", "got", "gets", "carries", "wears", "needs", "needed", "takes"})
_HAVING_NOT = frozenset({"who", "anyone", "you", "they", "people", "have", "no", "if"})
_ASKED = frozenset({"asks", "asking", "asked", "wants", "wanted", "wonders", "wondered"})
_ORDER_WORDS = """
ask tell call take bring check book please look see read listen include keep stop start give know
learn remember avoid try talk speak write use get find think don't never always
"""
_ORDERS = frozenset(_ORDER_WORDS.split())
# How much a kind of cue says of care, where the pack does not say it by weight.
_TIME = {"when": 0.7, "happened": 0.4, "after": 0.4, "has_it": 0.2}


@dataclass(frozen=True, slots=True)
class Scored:
    """What one sentence says of one person.

    Attributes:
        who: how much it speaks of somebody cared for.
        care: how much of what was done to them or where.
        time: how much of a time that was or is now.
        sure: whether that somebody is surely one real person ("my patient").
        cues: what spoke for it, for "why?" and tests.
        imagined: whether it is told of nobody, or of somebody whom everybody knows.
    """

    who: float
    care: float
    time: float
    sure: bool
    cues: tuple[str, ...]
    imagined: bool

    @property
    def score(self) -> float:
        """All of it together; what the strongest sentence of a story is chosen by."""
        return self.who + self.care + self.time

    @property
    def somebody(self) -> bool:
        """Whether one person is in the sentence at all."""
        return self.who > 0


@lru_cache(maxsize=2)
def _weights(pack: Pack) -> Mapping[str, float]:
    """Cue to weight, from the pack."""
    return {
        name.partition(".")[2]: float(lexicon.data.get("weight", 0.0))
        for name, lexicon in pack.lexicons.items()
        if name.startswith("patient.")
    }


@lru_cache(maxsize=2)
def sure_cues(pack: Pack) -> frozenset[str]:
    """The groups whose phrases surely speak of one real person."""
    return frozenset(
        name
        for name, lexicon in pack.lexicons.items()
        if name.startswith("patient.") and lexicon.data.get("sure")
    )


def score_sentences(
    document: Document, pack: Pack, told: Sequence[Who], people: Sequence[Person]
) -> tuple[Scored, ...]:
    """Weigh each sentence; ``told`` is whom it speaks of."""
    cues: list[dict[str, int]] = [{} for _ in document.sentences]
    for group, found in hits(document, pack).items():
        if group == "products":
            for hit in found:
                cues[hit.sentence]["drug"] = 1
        elif group.startswith("patient."):
            name = group.partition(".")[2]
            for hit in found:
                cues[hit.sentence][name] = cues[hit.sentence].get(name, 0) + 1
                if name == "treated":
                    for cue in _bound(document, hit.first):
                        cues[hit.sentence][cue] = 1
    tokens: list[list[Token]] = [[] for _ in document.sentences]
    for token in document.tokens:
        tokens[token.sentence].append(token)
    aged = {person.sentence for person in people if person.age is not None}
    weights, verbs = _weights(pack), vocabulary(pack).person_verbs - NO_VERBS
    return tuple(
        _score(cues[index], tokens[index], told[index], index in aged, weights, verbs)
        for index in range(len(document.sentences))
    )


def _bound(document: Document, at: int) -> Iterator[str]:
    """What binds a word of medicine: "her arrhythmia" to somebody, "after the stent" to a time."""
    before = [token.lower for token in document.tokens[max(0, at - 3) : at]]
    if not {"his", "her", "whose"}.isdisjoint(before[-2:]) and "first" not in before:
        yield "possessed"
    if not _HAVING.isdisjoint(before) and not _HAVING_NOT & set(before):
        yield "has_it"
    if not {"after", "since", "until", "during"}.isdisjoint(before):
        yield "after"


def _score(
    cues: dict[str, int],
    tokens: Sequence[Token],
    told: Who,
    aged: bool,
    weights: Mapping[str, float],
    verbs: frozenset[str],
) -> Scored:
    said = words_of(tokens)
    past = in_the_past(tokens)
    who, sure = told.weight, told.sure
    if "rare" in cues and not told.others:
        who = max(who, 1.0)
    if is_compact(tokens) or is_note(tokens) or opens_with_age(tokens):
        who, sure = 2.0, True
        cues["compact"] = 1
    if "treated" in cues and (is_noted(tokens) or (tokens and tokens[0].lower in OPENERS)):
        who = max(who, _WHO)  # what was done was done to somebody
    for cue in ("your_results", "implied"):
        if cue in cues and not told.public:
            who = max(who, weights[cue])
    if "your_results" in cues:
        cues["ours"] = 1
    if "possessed" in cues and told.others and not told.public:
        who = max(who, _WHO)  # a colleague with a valve of her own is looked after too
    if told.perhaps and not told.public and not _TREATING.isdisjoint(cues):
        who = max(who, 1.0)
    if (who or aged) and (is_noted(tokens) or we_did(tokens, said, SEEN)):
        cues["we_saw"] = 1
    elif (who or aged) and we_did(tokens, said, MET):
        cues["we_met"] = 1
    if not (told.known or sure):
        cues.pop("has_it", None)  # "she has AF" is said of anybody, "the organist has a stent" not
    care = _care(cues, weights) + (1.0 if sure else 0.0)
    time = sum(value for cue, value in _TIME.items() if cue in cues)
    time += 0.7 if is_dated(tokens, said) else 0.0
    time += 0.6 if past else 0.0
    time += 0.4 if is_going_on(tokens, said) else 0.0
    time += 0.4 if who and "ours" in cues else 0.0
    time += 0.3 if who and ("possessed" in cues or {"rare", "treated"} <= cues.keys()) else 0.0
    time += 0.4 if told.known else 0.0
    time += 0.4 if "asking" in said else 0.0
    if time == 0.0 and is_verbless(said, verbs):
        time = 0.4
    factor = _factor(cues, tokens, said, past, sure)
    long_ago = not sure and factor < 1.0 and history(said)
    famous = "everybody_knows" in cues and not sure and "ours" not in cues
    imagined = "imagined" in cues or told.public or long_ago or famous
    return Scored(
        who * factor,
        min(care, _MOST_CARE) * factor,
        min(time, _MOST_TIME) * factor,
        sure,
        tuple(sorted(cues)),
        imagined,
    )


# What makes a librarian or a minister somebody cared for.
_TREATING = frozenset({"possessed", "has_it", "arrived", "happened", "bed", "patient_of_mine"})
_CARING = (
    "ours", "told_me", "arrived", "happened", "body", "case", "permission", "bed", "possessed",
)  # fmt: skip


def _care(cues: Mapping[str, int], weights: Mapping[str, float]) -> float:
    """What all cues of care say together; two words of medicine say more than one."""
    care = min(cues.get("treated", 0), 2) * weights.get("treated", 1.0)
    care += min(cues.get("setting", 0), 2) * weights.get("setting", 0.6)
    care += sum(weights.get(cue, 1.0) for cue in _CARING if cue in cues)
    care += 0.5 if "has_it" in cues else 0.0
    care += _DRUG if "drug" in cues else 0.0
    if "compact" in cues or "this_person" in cues or ("rare" in cues and care):
        care += 0.5
    care += 1.5 if "we_saw" in cues else 0.5 if "we_met" in cues else 0.0
    # Hearts stop on trains too: a place says less where something of medicine is said.
    share = 0.35 if "treated" in cues else 1.0
    away = weights["elsewhere"] * share if "elsewhere" in cues else 0.0
    return max(0.0, care + away)


def _factor(
    cues: Mapping[str, int],
    tokens: Sequence[Token],
    said: frozenset[str],
    past: bool,
    sure: bool,
) -> float:
    """What is left of a sentence after what speaks against one real person of today."""
    if "imagined" in cues:
        return 0.2
    factor = 1.0
    if tokens and tokens[0].lower in _ORDERS and not past:
        factor = 0.35
    if "when" not in cues and not is_dated(tokens, said) and history(said):
        factor *= 0.3
    if "studied" in cues and not sure:
        factor *= 0.4
    asked = not _ASKED.isdisjoint(said)
    if "general" in cues and not past and not asked:
        factor *= 0.5 if sure else 0.35
    return factor


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
        first = next((place for place in range(at, last) if scored[place].who > 0), at)
        while first > (found[-1][1] + 1 if found else 0) and (
            scored[first - 1].who > 0 and _goes_on(scored[first - 1]) and _near(document, first)
        ):
            first -= 1
        found.append((first, last))
        at = last + 1
    return tuple(found)


def _story_from(document: Document, scored: tuple[Scored, ...], first: int) -> int | None:
    """The last of the fewest sentences from ``first`` that are enough."""
    if scored[first].who <= 0 and scored[first].care < 1.0:
        return None
    who = care = time = 0.0
    sure, joint = False, len(scored) <= _SHORT
    for place in range(first, min(first + _RUN, len(scored))):
        here = scored[place]
        if place > first and (not _near(document, place) or here.imagined):
            return None
        who, sure = max(who, here.who), sure or here.sure
        # Somebody and something of care in one sentence: else two things only stand side by side.
        joint = joint or here.sure or (here.who >= _JOINT_WHO and here.care >= _JOINT_CARE)
        care = min(care + here.care, _MOST_CARE)
        time = min(time + here.time, _MOST_TIME)
        if who < _WHO or care < _CARE or not joint or not (time >= _TIME_LEAST or sure):
            continue
        if who + care + time >= ENOUGH:
            return place
    return None


def _goes_on(scored: Scored) -> bool:
    """Whether a sentence beside a story tells more of it, with or without a pronoun."""
    if scored.imagined:
        return False
    if scored.who > 0:
        return scored.care + scored.time >= 0.4
    return scored.care + scored.time >= 1.0 and scored.care > 0


def _near(document: Document, sentence: int) -> bool:
    """Whether a sentence stands in the paragraph of the one before, or directly below it."""
    low, high = document.sentences[sentence - 1].end, document.sentences[sentence].start
    return document.plain.count("\n", low, high) <= 2
