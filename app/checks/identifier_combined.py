"""Details that point to one person together: age, work and place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from app.checks.ages import AGE_IN_WORDS
from app.checks.context import Context
from app.checks.identifier_say import identifier
from app.checks.person import Person
from app.checks.scene import Scene
from app.checks.starts import openings, starts
from app.model.finding import Finding, IdentifierSub, Strength

_COMBINED_WHY = "Age, work and place together can point to one person. One broad detail is enough."


def find_combined(
    scene: Scene, context: Context, where: Sequence[tuple[int, int]]
) -> Iterator[Finding]:
    """Combinations and telling occupations."""
    yield from _people(scene, context, where)
    yield from _notes(scene, context)
    yield from _offices(scene, context)


def _people(scene: Scene, context: Context, where: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    document = scene.document
    for person in scene.persons:
        if not scene.personal(person.sentence, context) or person.is_relative_of_author:
            continue
        if _is_relative(scene, person):
            continue
        place = _place_of(scene, person, where)
        telling = person.job is not None and _telling(scene, person)
        if person.head in scene.words.staff and person.age is None:
            continue
        if person.job is not None and place is not None:
            yield _combination(scene, person, place)
        elif person.job is not None and (person.age is not None or telling):
            sure = Strength.BLOCK if telling else Strength.WARN
            yield identifier(
                document, *_work(scene, person), IdentifierSub.OCCUPATION, sure,
                "Says what a person does",
                "Work and age together can point to one person. Leave the work out.",
            )  # fmt: skip


def _is_relative(scene: Scene, person: Person) -> bool:
    """Whether the description says who a relative is ("her son, a firefighter")."""
    tokens = scene.document.tokens
    at = scene.document.token_at(person.start)
    back = tokens[max(0, at - 2) : at]
    return any(token.lower in scene.words.relatives for token in back)


def _place_of(
    scene: Scene, person: Person, where: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """The place said right after a description, in its sentence."""
    plain = scene.document.plain
    sentence = scene.document.sentences[person.sentence]
    for start, end in where[bisect_left(where, (person.start, 0)) :]:
        if start > person.end + 40:
            break
        if person.end <= start <= min(sentence.end, person.end + 40):
            between = plain[person.end : start]
            if not re.search(r"[.;!?:]|\b(?:came|went|told|was|had|and|presented)\b", between):
                return start, end
        if person.start <= start < person.end:
            return start, end
    return None


def _telling(scene: Scene, person: Person) -> bool:
    """Whether the work alone points to one person ("the local priest", "the headteacher of")."""
    job = person.job
    if job is None:
        return False
    before = scene.document.plain[person.start : job.end].lower()
    after = scene.document.plain[job.end : job.end + 12].lower()
    words = set(before.replace("’", "'").split())
    famous = words & (scene.words.standing_out - {"former", "retired", "only", "our", "first"})
    return bool(famous) or (
        person.determiner == "the" and after.startswith((" of ", " at ", " in "))
    )


def _combination(scene: Scene, person: Person, place: tuple[int, int]) -> Finding:
    document = scene.document
    start, end = min(person.start, place[0]), max(person.end, place[1])
    words = _broader(scene, person) if document.plain[start:end].count(",") < 3 else ""
    if words and document.plain[start].isupper():
        words = words[0].upper() + words[1:]
    return identifier(
        document, start, end, IdentifierSub.COMBINATION, Strength.BLOCK,
        "Could point to one patient",
        _COMBINED_WHY,
        (words,) if words else (),
    )  # fmt: skip


def _broader(scene: Scene, person: Person) -> str:
    """What can stand in place of the description, as "a patient in her 50s"; empty if none."""
    if person.determiner not in ("a", "an", "one", "this", ""):
        return ""
    article = "this" if person.determiner == "this" else "a"
    if person.age is None:
        return f"{article} patient"
    if person.age < 18:
        return f"{article} child" if person.age < 13 else f"{article} teenager"
    if person.age > 89:
        return f"{article} patient aged 90 or older"
    whose = {"m": "his", "f": "her"}.get(person.gender or scene.gender, "their")
    if person.age < 20:
        return f"{article} patient in {whose} teens"
    return f"{article} patient in {whose} {person.age // 10 * 10}s"


def _work(scene: Scene, person: Person) -> tuple[int, int]:
    """The words that say the work; with what makes it the only one ("the only vet in town")."""
    assert person.job is not None
    start, end = person.job
    before = scene.document.plain[person.start : start].lower().split()
    if person.age is None and (person.determiner == "the" or "only" in before):
        start = person.start if "only" in before else start
    return start, end


# "the head of the fire brigade": an office that one person has.
_OFFICE = re.compile(
    r"\bthe (?:head|chief|captain|leader|conductor|principal|manager|owner|chair(?:man|woman)?|"
    r"director|"
    r"editor|coach|dean|president|secretary|treasurer|goalkeeper|keeper|mayor|master|founder|"
    r"voice|face) of "
    r"(?:the|our|my|a|this) [\w'’-]{3,16}(?: [\w'’-]{3,16}){0,2}?"
    r"(?= (?:on|in|at|who|has|had|was|is|came|with|today|yesterday|last|this|this)\b|[.,;!?]|$)"
)
_OFFICE_OPENINGS = openings("the")


def _offices(scene: Scene, context: Context) -> Iterator[Finding]:
    """Offices that name their holder to everybody in town."""
    document = scene.document
    for match in starts(document).find(_OFFICE, _OFFICE_OPENINGS):
        sentence = document.sentence_at(match.start())
        if scene.tells(sentence) and scene.personal(sentence, context):
            yield identifier(
                document, *match.span(), IdentifierSub.OCCUPATION, Strength.BLOCK,
                "Says what a person does",
                "An office that one person has points to that person. Leave it out.",
            )  # fmt: skip


# "27, nurse, Sitka AK, ..." and "19yo goalie, state champs, Duluth:" as a note begins.
_NOTE = re.compile(
    rf"(?:(?:{AGE_IN_WORDS}|\d{{2}})(?:,| ?(?:yo|y/o|yr|[MF])\b,?)) [^.:;!?\n]{{3,80}}(?=[.:;!])",
    re.IGNORECASE,
)
_CHUNKS = 2  # parts after the age that a note needs to point to one person


def _notes(scene: Scene, context: Context) -> Iterator[Finding]:
    """Age, work and place in a row without a verb, as notes are written."""
    document = scene.document
    for index, sentence in enumerate(document.sentences):
        match = _NOTE.match(document.plain, sentence.start)
        if match is None or not scene.personal(index, context):
            continue
        chunks = match.group().split(",")[1:] or [match.group()]
        placed = any(re.search(r"[a-z,] ?[A-Z][a-z]|^ [A-Z][a-z]", chunk) for chunk in chunks)
        if len(chunks) >= _CHUNKS and placed:
            yield identifier(
                document, sentence.start, min(match.end(), sentence.end),
                IdentifierSub.COMBINATION, Strength.BLOCK,
                "Could point to one patient", _COMBINED_WHY,
            )  # fmt: skip
