"""Whether sentences tell of one real person: who it is, what care there was, and when.

No single phrase decides. Somebody who is cared for, something of medicine or of the author's
care, and a time that was or is must come together within three sentences; how much each says
is in ``patient.yaml``. General statements, studies, history and imagined cases weigh it down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.checks.ages import number_of
from app.checks.hits import hits
from app.checks.inflect import word_set
from app.checks.pack import Pack
from app.checks.person import Person
from app.checks.referents import Who
from app.checks.vocabulary import vocabulary
from app.text.document import Document
from app.text.spans import Token

ENOUGH = 2.9
_WHO, _CARE = 0.8, 0.8  # the least of each
_DRUG = 0.6  # what a medicine says of care; most texts name one
_TIME_LEAST = 0.3
_MOST_CARE, _MOST_TIME = 3.0, 1.4
_RUN = 3  # sentences that can make a story together
_FIRST_PERSON = frozenset({"i", "we", "i've", "we've", "i'd", "we'd", "i'm", "we're"})
_SEEN_WORDS = """
saw seen treated treating admitted reviewed examined scanned operated stented ablated implanted
shocked resuscitated diagnosed discharged cared caring intubated fixed repaired replaced lost saved
referred consented pronounced wheeled rushed opened closed placed followed counselled counseled
delivered paced cardioverted thrombolysed bypassed drained numbed stitched anaesthetised cathed
"""
_SEEN = frozenset(_SEEN_WORDS.split())
# What people do with anybody; with a patient too.
_MET_WORDS = """
met looked looking sent took gave called found asked told started stopped put got brought sat held
watched visited phoned rang wrote had shook hugged talked spoke listened
"""
_MET = frozenset(_MET_WORDS.split())
_DONE_WORDS = """
cleaning pulling pulled opening closing stenting fixing fixed saved saving lost met saw seen told
had did treated treating operated admitted discharged reviewed scanned implanted fitted pushed got
"""
_DONE = frozenset(_DONE_WORDS.split())
_PAST_WORDS = """
was were had came told said went took saw met gave brought got felt thought left found made ran fell
woke sat stood drove wrote knew began kept lost held chose rode swam spoke taught bought caught
fought slept spent drank ate sang rang won heard led hid stole threw flew blew grew drew shook
forgot broke wore bit dug hung swore tore wept knelt dreamt did been wasn't weren't hadn't didn't
couldn't wouldn't beat became understood outlived
"""
_PAST = frozenset(_PAST_WORDS.split())
# Before a word in -ed these make it a quality or a rule: "is often missed", "a blocked artery".
_NO_PAST = frozenset(
    {"is", "are", "be", "being", "a", "an", "the", "get", "gets", "it's", "can", "to"}
)
_STATE_WORDS = "now still again already just back since currently finally ago yet"
_STATE = frozenset(_STATE_WORDS.split())
_NO_VERBS = word_set("and who whose never still now just finally nearly almost later then booked")
_FINITE = word_set(
    "is are am be has have do does will would can could may might shall should must it's that's "
    "i'm he's she's we're there's don't isn't can't won't"
)
_ASKED = frozenset({"asks", "asking", "asked", "wants", "wanted", "wonders", "wondered"})
_HAD = frozenset(
    {"been", "seen", "had", "got", "done", "lost", "come", "gone", "named", "made", "met"}
)
_ORDER_WORDS = """
ask tell call take bring check book please look see read listen include keep stop start give know
learn remember avoid try talk speak write use get find think don't never always
"""
_ORDERS = frozenset(_ORDER_WORDS.split())
_MONTH_WORDS = """
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
"""
_MONTHS = frozenset(_MONTH_WORDS.split())
_HISTORY = range(1500, 2010)  # years too long ago for a patient of today
_SEXES = frozenset("MF")
# How much a kind of cue says of care, where the pack does not say it by weight.
_TIME = {"when": 0.7, "happened": 0.4, "after": 0.4}


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
    weights, verbs = _weights(pack), vocabulary(pack).person_verbs - _NO_VERBS
    return tuple(
        _score(cues[index], tokens[index], told[index], index in aged, weights, verbs)
        for index in range(len(document.sentences))
    )


def _bound(document: Document, at: int) -> Iterator[str]:
    """What binds a word of medicine: "her arrhythmia" to somebody, "after the stent" to a time."""
    before = [token.lower for token in document.tokens[max(0, at - 3) : at]]
    if not {"his", "her", "whose"}.isdisjoint(before[-2:]) and "first" not in before:
        yield "possessed"
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
    past = _in_the_past(tokens)
    who, sure = told.weight, told.sure
    if "rare" in cues and not told.others:
        who = max(who, 1.0)
    if _compact(tokens) or _note(tokens) or _listed(tokens):
        who, sure = 2.0, True
        cues["compact"] = 1
    if _noted(tokens) and "treated" in cues:
        who = max(who, _WHO)  # what was done was done to somebody
    for cue in ("your_results", "implied"):
        if cue in cues and not told.public:
            who = max(who, weights[cue])
    if "your_results" in cues:
        cues["ours"] = 1
    if "possessed" in cues and told.others and not told.public:
        who = max(who, _WHO)  # a colleague with a valve of her own is looked after too
    if (who or aged) and (_noted(tokens) or _we_did(tokens, _SEEN)):
        cues["we_saw"] = 1
    elif (who or aged) and _we_did(tokens, _MET):
        cues["we_met"] = 1
    care = _care(cues, weights) + (1.0 if sure else 0.0)
    time = sum(value for cue, value in _TIME.items() if cue in cues)
    time += 0.7 if _dated(tokens) else 0.0
    time += 0.6 if past else 0.0
    time += 0.4 if _going_on(tokens) else 0.0
    time += 0.4 if who and "ours" in cues else 0.0
    time += 0.3 if who and ("possessed" in cues or {"rare", "treated"} <= cues.keys()) else 0.0
    time += 0.4 if any(token.lower == "asking" for token in tokens) else 0.0
    if time == 0.0 and _verbless(tokens, verbs):
        time = 0.4
    factor = _factor(cues, tokens, past, sure)
    long_ago = not sure and factor < 1.0 and _history(tokens)
    imagined = (
        "imagined" in cues or told.public or long_ago or ("everybody_knows" in cues and not sure)
    )
    return Scored(
        who * factor,
        min(care, _MOST_CARE) * factor,
        min(time, _MOST_TIME) * factor,
        sure,
        tuple(sorted(cues)),
        imagined,
    )


_CARING = (
    "ours", "told_me", "arrived", "happened", "body", "case", "permission", "bed", "possessed",
)  # fmt: skip


def _care(cues: Mapping[str, int], weights: Mapping[str, float]) -> float:
    """What all cues of care say together; two words of medicine say more than one."""
    care = min(cues.get("treated", 0), 2) * weights.get("treated", 1.0)
    care += min(cues.get("setting", 0), 2) * weights.get("setting", 0.6)
    care += sum(weights.get(cue, 1.0) for cue in _CARING if cue in cues)
    care += _DRUG if "drug" in cues else 0.0
    if "compact" in cues or "this_person" in cues or ("rare" in cues and care):
        care += 0.5
    care += 1.5 if "we_saw" in cues else 0.5 if "we_met" in cues else 0.0
    return max(0.0, care + (weights["elsewhere"] if "elsewhere" in cues else 0.0))


def _factor(cues: Mapping[str, int], tokens: Sequence[Token], past: bool, sure: bool) -> float:
    """What is left of a sentence after what speaks against one real person of today."""
    if "imagined" in cues:
        return 0.2
    factor = 1.0
    if tokens and tokens[0].lower in _ORDERS and not past:
        factor = 0.35
    if (
        "when" not in cues
        and not _dated(tokens)
        and any(
            token.text.isdigit() and len(token.text) == 4 and int(token.text) in _HISTORY
            for token in tokens
        )
    ):
        factor *= 0.3
    if "studied" in cues and not sure:
        factor *= 0.4
    asked = any(token.lower in _ASKED for token in tokens)
    if "general" in cues and not past and not asked:
        factor *= 0.5 if sure else 0.35
    return factor


def _history(tokens: Sequence[Token]) -> bool:
    """Whether a year is named that is too long ago for a patient of today."""
    return any(
        token.text.isdigit() and len(token.text) == 4 and int(token.text) in _HISTORY
        for token in tokens
    )


def _compact(tokens: Sequence[Token]) -> bool:
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


def _listed(tokens: Sequence[Token]) -> bool:
    """As in "27, nurse, ..." and "Age 91, still driving": an age opens the note."""
    if len(tokens) < 3:
        return False
    first = tokens[1] if tokens[0].lower in ("age", "aged") else tokens[0]
    after = tokens[2] if first is tokens[1] else tokens[1]
    age = number_of(first.lower)
    return (
        after.text == ","
        and age is not None
        and 13 <= age <= 115
        and (first is tokens[1] or not any(token.text[0].isdigit() for token in tokens[2:5]))
    )


def _note(tokens: Sequence[Token]) -> bool:
    """As in "Patient had a VT storm": notes leave the article out."""
    return len(tokens) > 1 and tokens[0].lower in ("patient", "pt") and _in_the_past(tokens[1:3])


def _dated(tokens: Sequence[Token]) -> bool:
    """Whether a day of a month is named; a month alone says little."""
    for at, token in enumerate(tokens):
        if token.lower in _MONTHS and token.is_capital:
            near = [*tokens[max(0, at - 2) : at], *tokens[at + 1 : at + 2]]
            if any(each.text[0].isdigit() for each in near):
                return True
    return False


def _noted(tokens: Sequence[Token]) -> bool:
    """As in "Saw a 38 yo postman", "Pulled out a lead": notes leave the author out."""
    first = 1 if tokens and tokens[0].lower == "just" else 0
    asks = bool(tokens) and tokens[-1].text == "?"
    return len(tokens) > first + 2 and tokens[first].lower in _DONE and not asks


def _we_did(tokens: Sequence[Token], verbs: frozenset[str]) -> bool:
    """Whether the author did something that is done to or with a patient."""
    for at, token in enumerate(tokens):
        if token.lower in verbs:
            before = tokens[max(0, at - 3) : at]
            if any(each.lower in _FIRST_PERSON for each in before):
                return True
    return False


def _going_on(tokens: Sequence[Token]) -> bool:
    """As in "is singing again", "has just got", "still in our CCU"."""
    for at, token in enumerate(tokens):
        if token.lower in _STATE:
            return True
        if token.lower in ("i've", "we've", "he's", "she's"):
            return True
        if token.lower in ("is", "are", "has", "have") and at + 1 < len(tokens):
            after = tokens[at + 1].lower
            if token.lower.startswith("ha") and (after in _HAD or after.endswith("ed")):
                return True
            if after.endswith("ing") and len(after) > 5:
                return True
    return False


def _verbless(tokens: Sequence[Token], verbs: frozenset[str]) -> bool:
    """As in "Young man from a small town, second heart attack": a note without a verb."""
    return not any(token.lower in _FINITE or token.lower in verbs for token in tokens)


def _in_the_past(tokens: Sequence[Token]) -> bool:
    before = older = ""
    for token in tokens:
        word = token.lower
        if word in _PAST:
            return True
        if len(word) > 4 and word.endswith("ed") and not {before, older} & _NO_PAST:
            return True
        before, older = word, before if before not in ("a", "an", "the", "and") else ""
    return False


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
    if scored[first].who <= 0 and scored[first].care < 1.0:
        return None
    who = care = time = 0.0
    sure = False
    for place in range(first, min(first + _RUN, len(scored))):
        here = scored[place]
        if place > first and (not _near(document, place) or here.imagined):
            return None
        who, sure = max(who, here.who), sure or here.sure
        care = min(care + here.care, _MOST_CARE)
        time = min(time + here.time, _MOST_TIME)
        if who < _WHO or care < _CARE or not (time >= _TIME_LEAST or sure):
            continue
        if who + care + time >= ENOUGH:
            return place
    return None


def _goes_on(scored: Scored) -> bool:
    """Whether a sentence right after a story tells more of it, with or without a pronoun."""
    if scored.imagined:
        return False
    if scored.who > 0:
        return scored.care + scored.time >= 0.5
    return scored.care >= 1.0 and scored.time >= 0.6


def _near(document: Document, sentence: int) -> bool:
    """Whether a sentence stands in the paragraph of the one before, or directly below it."""
    low, high = document.sentences[sentence - 1].end, document.sentences[sentence].start
    return document.plain.count("\n", low, high) <= 2
