"""What hardly anybody else has done or met with: firsts, news, mishaps, honours, great days.

One such word says little; what kinds of them a sentence has, and whom it is about, says more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.checks.inflect import word_set
from app.checks.livelihood import Clue
from app.text.spans import Span, Token

_CLASSES = {
    "sole": word_set(
        "first only last oldest youngest tallest smallest biggest heaviest longest fastest rarest "
        "earliest worst sole second third fourth thousandth hundredth"
    ),
    "news": word_set(
        "news paper papers newspaper headlines headline clip footage video viral telly television "
        "tv radio documentary bbc rté podcast photograph film famous broadcast gazette herald "
        "examiner front-page livestream"
    ),
    "heard": word_set("read seen heard remember recognise recognize know knows saw watched"),
    "mishap": word_set(
        "struck lightning shot stabbed crashed crash collapsed airlifted helicopter chopper "
        "winched rescued gored kicked bitten trampled thrown drowned fell swept buried trapped "
        "avalanche explosion fire flood shark bull cobra snake horn arrow nail crossbow cage "
        "runaway sank capsized lifeboat electrocuted fainted arrested blacked blackout went"
    ),
    "day": word_set(
        "final semi-final derby parade procession carnival marathon festival regatta wedding "
        "funeral christening pageant race races match anthem concert ceremony show nativity "
        "play premiere election swearing-in coronation championship championships olympics games "
        "tournament league cup gala fair rodeo circus half-time kickoff overtime triathlon ironman"
    ),
    "honour": word_set(
        "champion champions medal medals winner won world-record record title gold silver bronze "
        "captain prize award crowned elected legend star voice"
    ),
    "area": word_set(
        "country county state world city town village region island ireland britain wales scotland "
        "england india germany australia europe continent province district parish hospital "
        "hemisphere globe territory"
    ),
    "ever": word_set("ever alive surviving known recorded history worldwide living ever"),
    "body": word_set(
        "transplant ecmo lvad conjoined heart-lung dextrocardia ectopic bionic artificial reverse "
        "situs quadruplets triplets quads twins twin"
    ),
}
_LONG = 9  # words that are marked
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words}


_FIRSTS = _CLASSES["sole"]
_BEFORE_FIRST = word_set("the our my his her was is as very a 's")
_NOT_SOLE = word_set(
    "time times week month year night day days morning thing things one step floor half line ecg "
    "dose visit part to and or name names name's question minute hour second operation aid saying "
    "class chair opinion degree row person's monday tuesday wednesday thursday friday saturday "
    "sunday summer winter autumn spring january february march april may june july august "
    "september october november december appointment follow-up few couple"
)


def rarities(tokens: Sequence[Token]) -> Iterator[Clue]:
    """Sentences with such words: from the first of them to the last, or to the end of a clause."""
    found: dict[int, list[int]] = {}
    for at, token in enumerate(tokens):
        if token.lower in _CLASS_OF and (token.lower not in _FIRSTS or _alone(tokens, at)):
            found.setdefault(token.sentence, []).append(at)
    for sentence, places in found.items():
        kinds = [_CLASS_OF[tokens[at].lower] for at in places]
        if set(kinds) <= {"heard", "area", "body"}:
            continue
        cues = {*kinds, *_joint(tokens, places, kinds)}
        low, high = places[0], min(places[-1], places[0] + _LONG)
        low = _begun(tokens, low)
        while high - low < 3 and high + 1 < len(tokens) and tokens[high + 1].sentence == sentence:
            if not tokens[high + 1].is_word:
                break
            high += 1
        yield Clue(Span(tokens[low].start, tokens[high].end), sentence, frozenset(cues))


def _alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether a first or only one is one of its kind: "the only vet", not "last week"."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if after in _NOT_SOLE:
        return False
    return (
        before is None
        or before.sentence != tokens[at].sentence
        or before.lower in _BEFORE_FIRST
        or before.lower.endswith("'s")
    )


def _begun(tokens: Sequence[Token], at: int) -> int:
    """The article before a word, where there is one."""
    before = tokens[at - 1] if at else None
    if before is not None and before.sentence == tokens[at].sentence:
        return at - 1 if before.lower in ("the", "our", "a", "an", "my", "his", "her") else at
    return at


def _joint(tokens: Sequence[Token], places: Sequence[int], kinds: Sequence[str]) -> Iterator[str]:
    """Which words stand together so that they say more."""
    pairs = set(kinds)
    if {"sole", "area"} <= pairs:
        yield "sole in an area"
    if {"sole", "ever"} <= pairs:
        yield "sole ever"
    if {"news", "heard"} <= pairs:
        yield "seen in the news"
    if {"mishap", "day"} <= pairs:
        yield "mishap on a day"
    first = tokens[places[0] - 1] if places[0] else None
    if first is not None and first.lower in ("the", "our") and kinds[0] == "sole":
        yield "the sole"
    if len(pairs) > 2:
        yield "many"
