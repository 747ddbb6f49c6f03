"""What somebody does all day, by the shape of the sentence: a noun for it, or the doing itself.

Lists know the trades that many have; a sentence knows the others by where their words stand:
"a kelp forager who ...", "the fella that drives the 46 bus", "forty years in the cannery".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.checks.agents import could_be_person
from app.checks.inflect import word_set
from app.checks.vocabulary import Vocabulary
from app.checks.work import DETERMINERS, DOERS, STOPS, bare
from app.text.spans import Span, Token

_OPENS = word_set("a an the our one this that certain another")
_EARLIER = word_set("retired former ex-")
_ROLES = word_set("as like than by")
_QUALITY = word_set(
    "first second last next other same main good bad best right wrong own true whole only big "
    "more less better lower higher outer inner upper former latter"
)
_NO_OBJECT = DETERMINERS | _QUALITY | STOPS
# After a noun these show that it is whole: "a farrier came", not "a farrier course".
_AFTER = word_set(
    "who whose whom that from in of at with on and or but had has is was were will would could can "
    "to by for again now today yesterday last this still once never always up out back off into "
    "down my our his her me us we i he she whom which when where as after before until since"
)
_SUBJECTS = word_set("who he she that they he'd she'd they'd who'd fella bloke chap lady lad guy")
_BETWEEN = word_set(
    "still now also once just always has had have been is was used to never only both 'd even "
    "himself herself then and apparently famously"
)
_TRADING = word_set(
    "drives drove driving runs ran teaches taught sings sang plays played sells sold bakes baked "
    "farms farmed works worked manages managed owns owned paints painted builds built "
    "conducts conducted coaches coached referees refereed delivers delivered photographs "
    "photographed cooks cooked breeds bred trains trained restores restored tunes tuned rings rang "
    "fishes fished mends mended grows grew races raced shears sheared pilots piloted captains "
    "captained skippers skippered repairs repaired fixes fixed weaves wove carves carved brews "
    "brewed edits edited presents presented reads guards guarded cleans cleaned "
    "keeps tends tended milks milked herds herded shoes shod digs dug sews sewed stitches stitched "
    "blows blew makes deals dealt serves served rows rowed dances danced bags "
    "repaints performs performed preaches preached judges judged umpires umpired patrols hosts"
)
_OBJECT = word_set(
    "the a an for in at with our my your his her as on to and second first third under all over up"
)
_NO_WORK = word_set(
    "out away home down off back me us him her it them well fine hard better here there into past "
    "through by around"
)
_YEARS = word_set("years year decades winters summers seasons harvests terms")
_WORKING = word_set("works worked runs drives teaches sells drove taught")
_WORKED = word_set("in at as on of behind under below down running driving teaching for")
_DONE = _TRADING | _YEARS | {"retired", "pensioned"}
_UNITS = word_set("treatment tablets therapy follow-up medication dialysis statins warfarin")
_NOUNS = 3  # at most in a row that no article opens
_LONG = 6  # words of a doing that are marked


_COPULAS = word_set("is was are were 's been being be became i'm he's she's who's patient's")
_DOING_TO = word_set(
    "saw seen treated met had admitted stented reviewed discharged scanned closed opened lost "
    "saved pronounced listed cathed have has got into for"
)
_BEDS = word_set("bay bed chair room number slot trolley")
_CARED_FOR = word_set(
    "patient man woman lady gentleman gent chap bloke fella girl boy lad recipient"
)
# Work that is somebody's in a hospital, unless its object says where else.
_ANYWHERE = word_set(
    "manager clerk coach director instructor head trainer cleaner porter secretary"
)
_IN_THE_HOUSE = word_set(
    "ward unit clinic hospital practice nurse nursing data lab line case bed theatre cath research "
    "project programme program service office product account sales press staff team risk quality "
    "general chief medical clinical deputy senior night protection ivf trial study board area"
)
_PLACED = word_set("from in at near outside beyond")
_PUSHED = word_set("by to than like if")


class Clue(NamedTuple):
    """Words that could tell who somebody is.

    Attributes:
        cues: what about them says that they do, or that they do not.
    """

    span: Span
    sentence: int
    cues: frozenset[str]


def trades(tokens: Sequence[Token], words: Vocabulary) -> Iterator[Clue]:
    """Nouns for work that an article opens."""
    could_be = _could_be(words)
    for at, token in enumerate(tokens):
        if not could_be(token.lower):
            continue
        word = bare(token.lower)
        trade = _trade(tokens, at, word, words)
        if not trade:
            continue
        first = _opening(tokens, at)
        if first is None or not _whole(tokens, at, words):
            continue
        cues = frozenset((trade, *_before(tokens, first), *_behind(tokens, at, words)))
        yield Clue(Span(tokens[first].start, token.end), token.sentence, cues)


@lru_cache(maxsize=2)
def _could_be(words: Vocabulary) -> Callable[[str], bool]:
    """Whether a folded word could be the noun of a trade; what was asked is remembered."""
    nobody = (words.staff - _ANYWHERE) | words.person_nouns | words.relatives | _NO_OBJECT

    @lru_cache(maxsize=8192)
    def could_be(lower: str) -> bool:
        word = bare(lower)
        last = word.rpartition("-")[2]
        fits = word in words.job_heads or last in DOERS or could_be_person(last)
        return fits and word not in nobody

    return could_be


def _before(tokens: Sequence[Token], first: int) -> Iterator[str]:
    """What stands before a trade and its article."""
    sentence = tokens[first].sentence
    back = [token for token in tokens[max(0, first - 4) : first] if token.sentence == sentence]
    said = [token.lower for token in back]
    article = said[-1] if said and said[-1] in _OPENS | _EARLIER else ""
    yield f"article {'a' if article in ('a', 'an', 'one') else article or 'none'}"
    if article:
        said.pop()
    if tokens[first].lower in _EARLIER:
        yield "earlier"
    if not said:
        yield "opens"
        return
    if said[-1] in ("is", "was", ":") and not _BEDS.isdisjoint(said):
        yield "bed"
    if said[-1] == "," and len(said) > 1 and said[-2] in _CARED_FOR:
        yield "of a patient"
    if said[-1] in _COPULAS or said[-1].endswith("'s"):
        yield "copula"
    elif said[-1] in (",", ":", "-", "–", "—"):
        yield "beside"
    elif said[-1] in _PUSHED:
        yield "pushed"
    if not _DOING_TO.isdisjoint(said):
        yield "met"


def _behind(tokens: Sequence[Token], at: int, words: Vocabulary) -> Iterator[str]:
    """What stands behind a trade."""
    after = _next(tokens, at)
    if after in ("who", "whose", "whom", "that"):
        yield "who"
    elif after in _PLACED:
        yield "placed" if at + 2 < len(tokens) and tokens[at + 2].is_capital else "near"
    elif after == "with":
        yield "with"
    elif after in words.person_verbs or after.endswith("ed"):
        yield "acts"
    elif not after or not after[0].isalpha():
        yield "ends"


def _trade(tokens: Sequence[Token], at: int, word: str, words: Vocabulary) -> str:
    """How a word is known for a trade: by list, by its object or by its ending; empty if not."""
    if word in _ANYWHERE and word in words.staff:
        object_ = tokens[at - 1].lower if at else ""
        fits = object_.isalpha() and tokens[at - 1].text.islower()
        return "of an object" if fits and object_ not in _NO_OBJECT | _IN_THE_HOUSE else ""
    if word in words.job_heads:
        for size in (1, 2, 3):
            said = bare(" ".join(part.lower for part in tokens[max(0, at - size + 1) : at + 1]))
            if said in words.occupations:
                return "listed"
    if not (tokens[at].text.islower() and word.replace("-", "").isalpha()):
        return ""
    last = word.rpartition("-")[2]
    if last in DOERS:
        object_ = tokens[at - 1].lower if at else ""
        fits = last != word or (object_.isalpha() and object_ not in _NO_OBJECT)
        return "of an object" if fits else ""
    return "by its ending" if could_be_person(last) else ""


def _opening(tokens: Sequence[Token], at: int) -> int | None:
    """The first word of a trade behind its article, at most four words before its noun."""
    sentence = tokens[at].sentence
    for first in range(at, max(-1, at - 5), -1):
        before = tokens[first - 1] if first else None
        if before is None or before.sentence != sentence:
            return first if first < at or _follows(tokens, at, ",") else None
        lower = before.lower
        if lower in _OPENS:
            earlier = tokens[first - 2] if first > 1 else None
            role = earlier is not None and earlier.sentence == sentence
            return None if role and earlier is not None and earlier.lower in _ROLES else first
        if lower in _EARLIER:
            return first - 1
        if lower in DETERMINERS or lower in STOPS or not before.is_word:
            return first if before.text in (",", ":", "(") and at - first < _NOUNS else None
    return None


def _follows(tokens: Sequence[Token], at: int, sign: str) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].text == sign


def _whole(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """Whether no further noun follows that the trade only qualifies."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.sentence != tokens[at].sentence or not after.is_word:
        return True
    lower = after.lower
    if tokens[at].lower.endswith("'s"):
        return False
    return lower in _AFTER or lower in words.person_verbs or lower.endswith(("ed", "s", "'s", "'d"))


def doings(tokens: Sequence[Token]) -> Iterator[Clue]:
    """What people of a sentence do for a living, told by a verb or by how long they did it."""
    for at, token in enumerate(tokens):
        lower = token.lower
        if lower not in _DONE:
            continue
        if lower in _TRADING:
            cue = "does" if _has_subject(tokens, at) and _has_object(tokens, at) else ""
        elif lower in _YEARS:
            cue = "years" if _next(tokens, at) in _WORKED and _counted(tokens, at) else ""
        else:
            gone = lower in ("retired", "pensioned") and _next(tokens, at) in ("from", "out")
            cue = "retired" if gone else ""
        if cue:
            cues = frozenset((cue, *_thing(tokens, at)))
            yield Clue(Span(token.start, tokens[_end(tokens, at)].end), token.sentence, cues)


def _thing(tokens: Sequence[Token], at: int) -> Iterator[str]:
    """What stands behind a doing: something, somewhere, or nothing that tells."""
    after = _next(tokens, at)
    if after in ("the", "a", "an", "our"):
        yield "the thing"
    elif after in _OBJECT:
        yield "then"
    if tokens[at].lower in _WORKING:
        yield "working"
    if tokens[at].lower.endswith("s"):
        yield "habit"


def _has_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody who is told of does it."""
    for place in range(at - 1, max(-1, at - 4), -1):
        token = tokens[place]
        if token.sentence != tokens[at].sentence:
            return False
        if token.lower in _SUBJECTS:
            return True
        if token.lower not in _BETWEEN:
            return False
    return False


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    sentence = tokens[at].sentence
    following = [token for token in tokens[at + 1 : at + 4] if token.sentence == sentence]
    if len(following) < 2 or following[0].lower in _NO_WORK:
        return False
    first = following[0]
    return first.lower in _OBJECT or first.text.isalpha()


def _next(tokens: Sequence[Token], at: int) -> str:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after.lower if after is not None and after.sentence == tokens[at].sentence else ""


def _counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether years are years of work: "forty years in the cannery", not "years on dialysis"."""
    after = [token.lower for token in tokens[at + 2 : at + 4]]
    return bool(after) and at > 0 and _UNITS.isdisjoint(after) and tokens[at - 1].is_word


def _end(tokens: Sequence[Token], at: int) -> int:
    """The last word of a doing."""
    end = at
    for place in range(at + 1, min(at + 1 + _LONG, len(tokens))):
        token = tokens[place]
        if token.sentence != tokens[at].sentence or not token.is_word:
            break
        if token.lower in ("who", "and", "but", "so", "told", "came", "has", "had", "was", "is"):
            break
        end = place
    return end
