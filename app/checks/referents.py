"""Whom each sentence speaks of: somebody who is looked after, staff, somebody public, own family.

A pronoun stands for whoever was named last, so "she" after "our receptionist" is no patient,
and "she" after nobody at all is somebody whom the author knows and the reader does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from app.checks.capitals import Row
from app.checks.gazetteer import names
from app.checks.person import Person
from app.checks.surroundings import Surroundings, surroundings
from app.checks.vocabulary import Vocabulary
from app.text.document import Document
from app.text.spans import Token

PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_SPOKEN = PRONOUNS | {"he's", "she's", "he'd", "she'd", "he'll", "she'll"}
_SUBJECTS = frozenset({"he", "she", "his", "her", "he's", "she's", "hers"})
_ARTICLES = frozenset({"a", "an", "the", "my", "our", "his", "her", "your", "one", "this", "that"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "herr", "frau", "shri", "smt", "shrimati"})
_NOBODYS_WORDS = """
somebody's someone's anybody's anyone's everybody's everyone's nobody's patient's patients' it's
that's what's who's let's there's here's today's yesterday's tomorrow's world's year's week's
one's people's he's she's child's person's women's men's mother's father's new old valentine's
"""
_NOBODYS = frozenset(_NOBODYS_WORDS.split())
_SMALL = frozenset(
    {"in", "old", "own", "young", "elder", "twin", "little", "younger", "older", "big"}
)
_VAGUE = frozenset({"person", "someone", "somebody", "individual", "child", "kid", "parent"})


_RULERS = frozenset({"Pope", "Queen", "King", "President", "Chancellor", "Emperor", "Taoiseach"})
_OWN_CIRCLE = frozenset({"friend", "neighbour", "neighbor", "colleague", "stranger"})
# Heads of many things: staff only right after an article.
_OTHER_HEADS = frozenset(
    {
        "director",
        "head",
        "chief",
        "lead",
        "manager",
        "coach",
        "character",
        "dog",
        "cat",
        "puppy",
    }
)


class Part(IntEnum):
    """What part somebody has in a text."""

    NOBODY = 0
    CARED_FOR = 1
    STAFF = 2
    PUBLIC = 3
    OWN = 4
    PRONOUN = 5


_UNKNOWN = (Part.NOBODY, Part.CARED_FOR)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody at a token: which part, how much it says that one real person is meant."""

    at: int
    part: Part
    weight: float = 0.0
    sure: bool = False
    predicate: bool = False
    known: bool = False
    perhaps: bool = False


@dataclass(frozen=True, slots=True)
class Who:
    """Of one sentence: how much it speaks of somebody cared for, and whether that is sure.

    ``others`` says that only staff, family of the author or somebody public is in it, ``known``
    that somebody is spoken of as the one whom everybody in the place knows ("the organist"),
    ``perhaps`` that one who is staff elsewhere may be somebody cared for here ("a librarian").
    """

    weight: float = 0.0
    sure: bool = False
    others: bool = False
    public: bool = False
    known: bool = False
    perhaps: bool = False


def read_who(
    document: Document,
    words: Vocabulary,
    persons: Sequence[Person],
    found: Sequence[Row],
    sure: Mapping[int, int],
) -> tuple[Who, ...]:
    """Whom each sentence speaks of; ``sure`` has the first token of words like "my patient"."""
    mentions: list[list[Mention]] = [[] for _ in document.sentences]
    tokens = document.tokens
    for mention in _mentions(document, words, persons, found):
        mentions[tokens[mention.at].sentence].append(mention)
    for sentence, at in sure.items():
        mentions[sentence].append(Mention(at, Part.CARED_FOR, 2.0, True))
    told: list[Who] = []
    last = Part.NOBODY
    for index, members in enumerate(mentions):
        if index and _far(document, index):
            last = Part.NOBODY
        members.sort(key=lambda mention: mention.at)
        who, last = _follow(members, last)
        told.append(who)
    return tuple(told)


def _far(document: Document, sentence: int) -> bool:
    """Whether more than one empty line stands before a sentence."""
    low, high = document.sentences[sentence - 1].end, document.sentences[sentence].start
    return document.plain.count("\n", low, high) > 2


def _follow(members: Sequence[Mention], last: Part) -> tuple[Who, Part]:
    """Read the mentions of a sentence in order, from whom the text spoke of last."""
    weight, sure, others, public = 0.0, False, False, False
    known = perhaps = False
    for mention in members:
        part = mention.part
        if part is Part.PRONOUN:
            if last in _UNKNOWN:
                weight = max(weight + 0.3 if weight else 0.0, mention.weight)
                last = Part.CARED_FOR
            else:
                others = True
                public = public or last is Part.PUBLIC
            continue
        if part is Part.CARED_FOR and mention.predicate and last not in _UNKNOWN:
            continue  # "My father was a bus driver": the driver is the father
        if part is Part.CARED_FOR:
            weight = max(weight, mention.weight)
            sure = sure or mention.sure
            known = known or mention.known
            last = part
            continue
        others = True
        perhaps = perhaps or mention.perhaps
        public = public or part is Part.PUBLIC
        if last is not Part.CARED_FOR or part is Part.PUBLIC:
            last = part
    return Who(min(weight, 2.3), sure, others and weight == 0.0, public, known, perhaps), last


def _mentions(
    document: Document, words: Vocabulary, persons: Sequence[Person], found: Sequence[Row]
) -> Iterator[Mention]:
    yield from _described(document, words, persons)
    yield from _named(document, words, found)
    tokens = document.tokens
    people = _people(words)
    for at, token in enumerate(tokens):
        lower = token.lower
        if lower not in people and token.text not in _RULERS and token.text[0] != "@":
            continue
        if lower in _SPOKEN:
            # A text that begins with "He" speaks of somebody whom the author has in mind.
            opens = at == 0 and lower in _SUBJECTS
            yield Mention(at, Part.PRONOUN, 1.1 if opens else 0.8)
        elif lower in words.relatives and lower != "family":
            yield from _relative(tokens, words, at)
        elif lower in words.staff and _one_of_them(tokens, at):
            article = tokens[at - 1].lower if at else ""
            perhaps = lower in words.perhaps_staff and article not in ("my", "our")
            yield Mention(at, Part.STAFF, perhaps=perhaps)
        elif token.text in _RULERS and at and tokens[at - 1].lower in ("the", "former", "late"):
            yield Mention(at, Part.PUBLIC)
        elif lower in _OWN_CIRCLE and _one_of_them(tokens, at):
            yield Mention(at, Part.OWN)
        elif token.text[0] == "@" and len(token.text) > 3 and _is_handle(document, token):
            yield Mention(at, Part.CARED_FOR, 0.9)


@lru_cache(maxsize=2)
def _people(words: Vocabulary) -> frozenset[str]:
    """Words that speak of somebody by themselves."""
    return _SPOKEN | words.relatives | words.staff | _OWN_CIRCLE


def _is_handle(document: Document, token: Token) -> bool:
    """Whether it is nobody's mailbox."""
    return token.start == 0 or not document.plain[token.start - 1].isalnum()


def _one_of_them(tokens: Sequence[Token], at: int) -> bool:
    """Whether the member of staff at a token is one person, not a word of a longer name."""
    first = at
    if tokens[at].lower in _OTHER_HEADS:
        return at > 0 and (
            tokens[at - 1].lower in _ARTICLES or tokens[at - 1].lower in ("clinic", "hospital")
        )
    while first > 0 and at - first < 4 and tokens[first - 1].sentence == tokens[at].sentence:
        before = tokens[first - 1]
        if before.lower in _ARTICLES:
            return True
        if not before.is_word:
            break
        first -= 1
    opens = at == 0 or tokens[at - 1].sentence != tokens[at].sentence
    return opens or tokens[at].is_capital or tokens[at - 1].text in (",", ":")


def _relative(tokens: Sequence[Token], words: Vocabulary, at: int) -> Iterator[Mention]:
    """As in "the sheriff's mother", "the father of my friend"; or the author's own family."""
    first = whose(tokens, at)
    if first is not None:
        yield Mention(first, Part.CARED_FOR, 1.2, known=True)
        return
    if related(tokens, at):
        yield Mention(at, Part.CARED_FOR, 1.2, known=True)
        return
    back = [token.lower for token in tokens[max(0, at - 3) : at]]
    if back and ("my" in back or back[-1] == "our"):
        yield Mention(at, Part.OWN)


def whose(tokens: Sequence[Token], at: int) -> int | None:
    """The token that says whose relative the one at ``at`` is, as ``sheriff's``; None if none."""
    for back in range(at - 1, max(-1, at - 4), -1):
        token = tokens[back]
        if token.sentence != tokens[at].sentence or not token.is_word:
            return None
        if token.lower.endswith(("'s", "s'")):
            return None if token.lower in _NOBODYS else back
        if token.lower not in _SMALL:
            return None
    return None


def related(tokens: Sequence[Token], at: int) -> bool:
    """As in "the sister of a state senator": the words after "of" say whose relative it is."""
    after = tokens[at + 1 : at + 4]
    return (
        len(after) == 3
        and after[0].lower == "of"
        and after[1].lower in ("a", "an", "the", "my", "our", "one")
        and after[2].sentence == tokens[at].sentence
        and after[2].lower not in ("year", "day", "family", "patient", "person")
    )


def _described(
    document: Document, words: Vocabulary, persons: Sequence[Person]
) -> Iterator[Mention]:
    for person in persons:
        at = document.token_at(person.start)
        if at >= len(document.tokens):
            continue
        before = document.tokens[at - 1] if at else None
        predicate = (
            before is not None and before.lower in _COPULAS and before.sentence == person.sentence
        )
        end = document.token_at(person.end)
        follows = document.tokens[end].lower if end < len(document.tokens) else ""
        yield _description(person, words, at, predicate, follows)


_COPULAS = frozenset({"is", "was", "are", "were", "be", "been", "as", "became", "now", "being"})


def _description(
    person: Person, words: Vocabulary, at: int, predicate: bool, follows: str
) -> Mention:
    """What part somebody has who is described by a noun or an age."""
    mine = person.determiner in ("my", "our")
    if person.head in _OWN_CIRCLE:
        return Mention(at, Part.OWN)
    if person.is_relative_of_author or (mine and person.head in words.acquaintances):
        return Mention(at, Part.OWN)
    if person.head in words.staff and person.age is None:
        perhaps = person.head in words.perhaps_staff and not mine
        return Mention(at, Part.STAFF, perhaps=perhaps)
    if mine and person.job is not None and person.age is None:
        return Mention(at, Part.STAFF)
    if mine:
        return Mention(at, Part.CARED_FOR, 2.0, person.head != "")
    if person.head in _VAGUE:
        weight = 0.0 if person.determiner == "the" or follows == "to" else 0.8
    else:
        weight = 1.2
    if person.age is not None:
        weight = 1.8
    known = person.determiner == "the" and person.job is not None
    return Mention(at, Part.CARED_FOR, weight, False, predicate, known)


def _named(document: Document, words: Vocabulary, found: Sequence[Row]) -> Iterator[Mention]:
    """People by name: titles of patients, of colleagues, and those known to everybody."""
    around = surroundings(document, words)
    for row in found:
        part, weight = _name(around, words, row)
        if part is not Part.NOBODY:
            yield Mention(row.first, part, weight)


def _name(around: Surroundings, words: Vocabulary, row: Row) -> tuple[Part, float]:
    if around.before(row) in _TITLES:
        staff = around.beside_colleagues(row) or around.is_of_our_staff(row)
        return (Part.STAFF if staff else Part.CARED_FOR), 1.5
    if around.is_public(row) or around.is_famous(row):
        return Part.PUBLIC, 0.0
    if around.is_of_own_family(row):
        return Part.OWN, 0.0
    if around.is_religious(row):
        return Part.STAFF, 0.0
    if around.is_known_person(row) or around.is_of_our_staff(row) or around.is_thanked(row):
        return Part.STAFF, 0.0
    if around.is_thing(row) or not row.words or row.words[0] in words.not_people:
        return Part.NOBODY, 0.0
    if around.aged(row):
        return Part.CARED_FOR, 2.0
    weight = _likely(around, words, row)
    return (Part.CARED_FOR if weight else Part.NOBODY), weight


_HUMAN_WORDS = """
told asked said says tells asks noticed came sat walked drove wrote texted rang thanked smiled
laughed cried showed brought sang danced collapsed fainted insisted died swam cycled
"""
_HUMAN = frozenset(_HUMAN_WORDS.split())
_CALLED = frozenset({"call", "calls", "called", "named", "nicknamed"})
_PLACING = frozenset({"on", "at", "in", "of", "near", "from", "club", "the"})


def _likely(around: Surroundings, words: Vocabulary, row: Row) -> float:
    """How much a row of capitals looks like the name of somebody met."""
    known = names()
    text = around.document.plain[row.start : row.end]
    if around.before(row) == "of" and around.before(row, 2) in words.relatives:
        return 1.2  # "the family of ..."
    given = [word for word in row.words if known.is_given(word)]
    plain = [word for word in given if word not in words.also_words]
    acts = row.possessive or around.after(row) in words.person_verbs
    if text.isupper():
        return 0.0
    if len(row.words) > 1:
        family = known.is_family(row.words[-1])
        if around.before(row) in _PLACING and not acts:
            return 0.0
        told = around.is_told_of(row) or around.after(row) in _HUMAN
        return 1.0 if plain or (given and (family or acts)) or told else 0.0
    inside = not around.opens_sentence(row)
    if inside and around.before(row) in ("him", "her") and around.before(row, 2) in _CALLED:
        return 1.0
    called = around.before(row) in words.before_person or around.before(row) in _SMALL
    if plain and (acts or (inside and called)):
        return 1.0
    return 0.8 if given and acts and not row.possessive else 0.0
