"""How a sentence is told: in the past, as a note, of what goes on, by the one who did it."""

from __future__ import annotations

from collections.abc import Sequence

from app.checks.ages import number_of
from app.checks.inflect import word_set
from app.text.spans import Token

_FIRST_PERSON = frozenset({"i", "we", "i've", "we've", "i'd", "we'd", "i'm", "we're"})
_SEEN_WORDS = """
saw seen listed treated treating admitted reviewed examined scanned operated stented ablated
implanted shocked resuscitated diagnosed discharged cared caring intubated fixed repaired replaced
lost saved referred consented pronounced wheeled rushed opened closed placed followed counselled
counseled delivered paced cardioverted thrombolysed bypassed drained numbed stitched anaesthetised
cathed
"""
SEEN = frozenset(_SEEN_WORDS.split())
# What people do with anybody; with a patient too.
_MET_WORDS = """
met looked looking sent took gave called found asked told started stopped put got brought sat held
watched visited phoned rang wrote had shook hugged talked spoke listened
"""
MET = frozenset(_MET_WORDS.split())
_DONE_WORDS = """
cleaning pulling pulled opening closing stenting fixing fixed saved saving lost met saw seen told
had did treated treating operated admitted discharged reviewed scanned implanted fitted pushed got
"""
_DONE = frozenset(_DONE_WORDS.split())
# "Lifted off the rig, stented by us": who it was is left out.
_OPENERS_WORDS = """
discharged admitted lifted hit rescued found carried brought rushed fitted stented extubated woken
told diagnosed born shocked resuscitated flown airlifted pulled saved
"""
OPENERS = frozenset(_OPENERS_WORDS.split())
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
_STATE = frozenset(_STATE_WORDS.split()) | {"i've", "we've", "he's", "she's"}
_NOW_VERBS = frozenset({"is", "are", "has", "have"})
NO_VERBS = word_set("and who whose never still now just finally nearly almost later then booked")
_FINITE = word_set(
    "is are am be has have do does will would can could may might shall should must it's that's "
    "i'm he's she's we're there's don't isn't can't won't"
)
_HAD = frozenset(
    {"been", "seen", "had", "got", "done", "lost", "come", "gone", "named", "made", "met"}
)
_MONTH_WORDS = """
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
"""
_MONTHS = frozenset(_MONTH_WORDS.split())
_HISTORY = frozenset(map(str, range(1500, 2010)))  # years too long ago for a patient of today
_SEXES = frozenset("MF")


def words_of(tokens: Sequence[Token]) -> frozenset[str]:
    """The words of a sentence, for the questions that one look at them answers."""
    return frozenset(token.lower for token in tokens)


def history(said: frozenset[str]) -> bool:
    """Whether a year is named that is too long ago for a patient of today."""
    return not _HISTORY.isdisjoint(said)


def is_compact(tokens: Sequence[Token]) -> bool:
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


def opens_with_age(tokens: Sequence[Token]) -> bool:
    """As in "27, nurse, ..." and "Age 91, still driving": an age opens the note."""
    if len(tokens) < 3:
        return False
    first = tokens[1] if tokens[0].lower in ("age", "aged") else tokens[0]
    after = tokens[2] if first is tokens[1] else tokens[1]
    if after.text != ",":
        return False
    age = number_of(first.lower)
    return (
        age is not None
        and 13 <= age <= 115
        and (first is tokens[1] or not any(token.text[0].isdigit() for token in tokens[2:5]))
    )


def is_note(tokens: Sequence[Token]) -> bool:
    """As in "Patient had a VT storm": notes leave the article out."""
    return len(tokens) > 1 and tokens[0].lower in ("patient", "pt") and in_the_past(tokens[1:3])


def is_dated(tokens: Sequence[Token], said: frozenset[str]) -> bool:
    """Whether a day of a month is named; a month alone says little."""
    if _MONTHS.isdisjoint(said):
        return False
    for at, token in enumerate(tokens):
        if token.lower in _MONTHS and token.is_capital:
            near = [*tokens[max(0, at - 2) : at], *tokens[at + 1 : at + 2]]
            if any(each.text[0].isdigit() for each in near):
                return True
    return False


def is_noted(tokens: Sequence[Token]) -> bool:
    """As in "Saw a 38 yo postman", "Pulled out a lead": notes leave the author out."""
    first = 1 if tokens and tokens[0].lower == "just" else 0
    asks = bool(tokens) and tokens[-1].text == "?"
    return len(tokens) > first + 2 and tokens[first].lower in _DONE and not asks


def we_did(tokens: Sequence[Token], said: frozenset[str], verbs: frozenset[str]) -> bool:
    """Whether the author did something that is done to or with a patient."""
    if verbs.isdisjoint(said) or _FIRST_PERSON.isdisjoint(said):
        return False
    for at, token in enumerate(tokens):
        if token.lower in verbs:
            before = tokens[max(0, at - 3) : at]
            if any(each.lower in _FIRST_PERSON for each in before):
                return True
    return False


def is_going_on(tokens: Sequence[Token], said: frozenset[str]) -> bool:
    """As in "is singing again", "has just got", "still in our CCU"."""
    if not _STATE.isdisjoint(said):
        return True
    for at, token in enumerate(tokens) if not _NOW_VERBS.isdisjoint(said) else ():
        if token.lower in _NOW_VERBS and at + 1 < len(tokens):
            after = tokens[at + 1].lower
            if token.lower.startswith("ha") and (after in _HAD or after.endswith("ed")):
                return True
            if after.endswith("ing") and len(after) > 5:
                return True
    return False


def is_verbless(said: frozenset[str], verbs: frozenset[str]) -> bool:
    """As in "Young man from a small town, second heart attack": a note without a verb."""
    return _FINITE.isdisjoint(said) and verbs.isdisjoint(said)


def in_the_past(tokens: Sequence[Token]) -> bool:
    """Whether a verb of the sentence says that something was or has been."""
    words = [token.lower for token in tokens]
    if not _PAST.isdisjoint(words):
        return True
    before = older = ""
    for word in words:
        if len(word) > 4 and word.endswith("ed") and not {before, older} & _NO_PAST:
            return True
        before, older = word, before if before not in ("a", "an", "the", "and") else ""
    return False
