"""Details that point to one person together: age, work and place; known relatives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from app.checks.context import Context
from app.checks.identifier_say import identifier
from app.checks.person import Person
from app.checks.scene import Scene
from app.model.finding import Finding, IdentifierSub, Strength

_TRIPLETS = re.compile(
    r"\b(?:mother|father|mum|mom|dad|parent|parents) of (?:triplets|quadruplets|quads|quintuplets|"
    r"(?:seven|eight|nine|ten|eleven|twelve)(?: children)?)\b"
    r"|\b(?:identical )?(?:twin|triplet) (?:sister|brother)\b",
    re.IGNORECASE,
)


def find_combined(
    scene: Scene, context: Context, where: Sequence[tuple[int, int]]
) -> Iterator[Finding]:
    """Combinations, telling occupations and identified relatives."""
    yield from _people(scene, context, where)
    yield from _relatives(scene, context)


def _people(scene: Scene, context: Context, where: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    document = scene.document
    for person in scene.persons:
        if not scene.personal(person.sentence, context) or person.is_relative_of_author:
            continue
        if _is_relative(scene, person):
            continue
        place = _place_of(scene, person, where)
        telling = person.job is not None and _telling(scene, person)
        if person.job is not None and place is not None:
            yield _combination(scene, person, place)
        elif person.job is not None and (person.age is not None or telling):
            sure = Strength.BLOCK if telling else Strength.WARN
            yield identifier(
                document, *person.job, IdentifierSub.OCCUPATION, sure,
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
        "Age, work and place together can point to one person. One broad detail is enough.",
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


def _relatives(scene: Scene, context: Context) -> Iterator[Finding]:
    """As in "her son, a Garda in Limerick", "daughter of the mayor", "mother of triplets"."""
    document, words = scene.document, scene.words
    tokens = document.tokens
    for at, token in enumerate(tokens):
        if token.lower not in words.relatives or not scene.personal(token.sentence, context):
            continue
        if at and tokens[at - 1].lower in ("my", "our"):
            continue
        end = _known_by(scene, at)
        if end:
            low = tokens[at - 1].start if at and tokens[at - 1].lower in _WHOSE else token.start
            yield _relative(scene, low, end)
    for match in _TRIPLETS.finditer(document.plain):
        if scene.personal(document.sentence_at(match.start()), context):
            yield _relative(scene, *match.span())


_WHOSE = frozenset({"his", "her", "their"})


def _known_by(scene: Scene, at: int) -> int:
    """Where the words end that say who the relative at token ``at`` is; 0 if they do not."""
    tokens, words = scene.document.tokens, scene.words
    rest = [token for token in tokens[at + 1 : at + 9] if token.sentence == tokens[at].sentence]
    if len(rest) < 3:
        return 0
    opening = rest[1].lower in ("a", "an", "the", "our", "as")
    if not opening or rest[0].lower not in ("of", ",", "is", "was", "works"):
        return 0
    for token in rest[2:6]:
        if not token.is_word:
            return 0
        if token.lower in words.occupations or token.lower in (
            "mp",
            "td",
            "councillor",
            "footballer",
        ):
            return token.end
    return 0


def _relative(scene: Scene, start: int, end: int) -> Finding:
    return identifier(
        scene.document, start, end, IdentifierSub.RELATIVE, Strength.BLOCK,
        "Says who a person's family is",
        "Family that can be recognised points to the person. Leave out what tells who they are.",
    )  # fmt: skip
