"""What a sentence of a story lets slip about its person, by many small cues together.

Words for work, family, places and rare events stand in general texts too. How they stand, what
else the sentence says, and how like it is to labelled sentences about patients make the evidence.
What each cue says was learned from the labelled examples, each judged by weights made without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from app.checks.context import Context
from app.checks.heard import STORY
from app.checks.identifier_say import identifier
from app.checks.kin import kin
from app.checks.livelihood import Clue, doings, trades
from app.checks.newsworthy import rarities
from app.checks.pack import Pack
from app.checks.scene import Scene
from app.checks.sentence_scores import Scored, read_scores
from app.checks.whereabouts import spots
from app.model.finding import Finding, IdentifierSub, Strength
from app.model.post import PostKind
from app.text.spans import Token

_HOPELESS = -5.0  # below this sum of scores no cues are enough outside a story
_UNLIKE = -2.0  # what is more like a story than this is read as well
_LEAST, _MOST = -4.0, 2.0  # what a score of the examples can say
_AUTHORS = frozenset(("whose my", "whose our"))
_OWN_FAMILY = -1.0  # what a sentence about the author's own family says against all else in it


class _Kind(NamedTuple):
    """One kind of clue.

    Attributes:
        sub: what is found.
        label: of the examples.
        enough: the sum from which it is spoken of.
        scores: how much the scores for this label and for a story say.
        told: how much it says that a story tells it, or one stands beside it.
        says: how much each cue says; "" is what nothing has to begin with.
    """

    sub: IdentifierSub
    label: str
    enough: float
    scores: tuple[float, float]
    told: tuple[float, float]
    says: Mapping[str, float]
    title: str
    why: str


_WORK = (
    "Says what a person does",
    "Work can point to one person, and more so with an age or a place. Leave the work out.",
)
_TRADE = _Kind(
    IdentifierSub.OCCUPATION, "indirect.occupation", 0.4, (0.22, 0.34), (1.3, 0.5),
    {
        "": -1.1, "article a": 0.3, "article another": -0.5, "article our": -0.8, "beside": 1.0,
        "bed": 1.5, "of a patient": 1.5,
        "by its ending": -1.0, "listed": 0.3, "of an object": 0.7, "ends": -0.6, "near": 0.5,
        "placed": 1.1, "with": 0.4, "together": 0.6, "reply": -0.3,
    },
    *_WORK,
)  # fmt: skip
_PERSON = _Kind(
    IdentifierSub.OCCUPATION, "indirect.occupation", 0.1, (0.08, 0.43), (0.5, 0.7),
    {
        "": -0.9, "a": 0.8, "an": 0.8, "another": -0.3, "his": -0.8, "my": 0.2, "one": -0.5,
        "our": -0.6, "reply": 0.2, "staff": -1.3, "the": -0.3, "together": 0.8,
        "together two": -0.5,
    },
    *_WORK,
)  # fmt: skip
_DOING = _Kind(
    IdentifierSub.OCCUPATION, "indirect.occupation", 0.5, (0.73, 0.44), (0.7, 0.8),
    {
        "": -0.5, "does": 0.6, "habit": 0.2, "the thing": -0.5, "then": 0.7, "together": 1.5,
        "working": 0.6, "years": -0.6,
    },
    *_WORK,
)  # fmt: skip
_KIN = _Kind(
    IdentifierSub.RELATIVE, "indirect.relative", 0.3, (0.1, 0.39), (0.1, 1.2),
    {
        "": -0.9, "mine": -0.3, "of": 1.2, "who": 1.1, "reply": -0.2, "together": 0.8,
        "vague": -0.3, "whose a": -0.9, "whose a's": 0.8, "whose her": 0.5, "whose his": 0.9,
        "whose my": -2.0, "whose my's": 0.6, "whose our": -1.2, "whose somebody's": 0.2,
        "whose the": -0.4, "whose the's": 1.1, "whose three": 0.4, "whose two": 0.7,
        "whose whose": 0.5, "whose your": -1.3,
    },
    "Says who a person's family is",
    "Family that can be recognised points to the person. Leave out what tells who they are.",
)  # fmt: skip
_SPOT = _Kind(
    IdentifierSub.PLACE, "indirect.place", 0.0, (0.0, 0.55), (0.5, 1.7),
    {
        "": -2.3, "after at": 0.5, "after by": -0.5, "after for": -0.6, "after from": 0.2,
        "after in": -0.2, "after of": -0.3, "after on": -0.5, "after outside": 1.3,
        "after to": -1.0, "after over": -0.3, "article": -0.4, "author": -0.6, "everybody": 1.1,
        "home": 0.8, "institution": -0.6, "ours": -0.7, "perhaps a town": 0.3, "region": -0.2,
        "somebody": 1.3, "together": 1.4, "unlisted": -0.2,
    },
    "Says where a person is from",
    "A place smaller than a state can point to one person. Leave it out or name the country.",
)  # fmt: skip
_RARE = _Kind(
    IdentifierSub.RARE_EVENT, "indirect.rare", 0.3, (0.5, 0.36), (0.2, 1.2),
    {
        "": -2.1, "area": 0.5, "body": 0.1, "day": 0.5, "ever": 0.4, "heard": 0.2, "many": 0.4,
        "mishap": 0.8, "mishap on a day": 1.1, "news": 0.1, "reply": -0.5, "sole": 0.3,
        "sole in an area": 1.2, "the sole": 0.5, "together": 0.9, "together two": 0.4,
    },
    "Tells of an event that few had",
    "An event this rare can be found in the news and so names the person. Say it more broadly.",
)  # fmt: skip


def find_described(scene: Scene, context: Context, pack: Pack) -> Iterator[Finding]:
    """Work, family, places and rare events of the person of a story."""
    facts = context.facts
    if context.kind is PostKind.INBOUND or facts.get("mentions_patient") is False:
        return
    scored = read_scores(scene.document, pack, PostKind.POST)
    tokens = _worth_reading(scene, scored)
    if not tokens:
        return
    clues = [
        (kind, clue)
        for kind, clue in (*_clues(scene, tokens), *_people(scene))
        if not scene.scored[clue.sentence].imagined
    ]
    subs: dict[int, set[IdentifierSub]] = {}
    for kind, clue in clues:
        subs.setdefault(clue.sentence, set()).add(kind.sub)
    own = {clue.sentence for _, clue in clues if not _AUTHORS.isdisjoint(clue.cues)}
    told = {at: (scene.tells(at), scene.in_story(at)) for at in subs}
    reply = context.kind is PostKind.REPLY
    for kind, clue in clues:
        others = subs[clue.sentence] - {kind.sub, IdentifierSub.RARE_EVENT}
        total = _sum(kind, clue, told[clue.sentence], scored)
        total += kind.says.get("reply", 0.0) if reply else 0.0
        total += kind.says.get("together", 0.0) if others else 0.0
        total += kind.says.get("together two", 0.0) if len(others) > 1 else 0.0
        total += _OWN_FAMILY if clue.sentence in own else 0.0
        if total >= kind.enough:
            yield identifier(
                scene.document, *clue.span, kind.sub, Strength.WARN, kind.title, kind.why
            )


def _worth_reading(scene: Scene, scored: Scored) -> Sequence[Token]:
    """The words of sentences in which cues could be enough."""
    worth = {
        at
        for at in range(len(scene.document.sentences))
        if (story := scored.of(at, STORY)) > _UNLIKE
        or scene.tells(at)
        or story + scored.of(at, "indirect.place") > _HOPELESS
    }
    return [token for token in scene.document.tokens if token.sentence in worth] if worth else ()


def _clues(scene: Scene, tokens: Sequence[Token]) -> list[tuple[_Kind, Clue]]:
    words = scene.words
    return [
        *((_TRADE, clue) for clue in trades(tokens, words)),
        *((_DOING, clue) for clue in doings(tokens)),
        *((_KIN, clue) for clue in kin(tokens, words)),
        *((_SPOT, clue) for clue in spots(tokens, words)),
        *((_RARE, clue) for clue in rarities(tokens)),
    ]


def _people(scene: Scene) -> Iterator[tuple[_Kind, Clue]]:
    """The described whose work is said."""
    for person in scene.persons:
        if person.job is not None and person.age is None and not person.is_relative_of_author:
            cues = {person.determiner} | ({"staff"} if person.head in scene.words.staff else set())
            yield _PERSON, Clue(person.job, person.sentence, frozenset(cues - {""}))


def _sum(kind: _Kind, clue: Clue, told: tuple[bool, bool], scored: Scored) -> float:
    at, says = clue.sentence, kind.says
    total = says[""] + sum([says.get(cue, 0.0) for cue in clue.cues])
    for weight, label in zip(kind.scores, (kind.label, STORY), strict=True):
        total += weight * min(_MOST, max(_LEAST, scored.of(at, label)))
    return total + sum(weight for weight, holds in zip(kind.told, told, strict=True) if holds)
