"""Details that point to one person together: age, work and place; relatives; rare events."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.context import Context
from app.checks.identifier_places import towns
from app.checks.identifier_say import identifier
from app.checks.person import Person
from app.checks.scene import Scene
from app.model.finding import Finding, IdentifierSub, Strength

_PLACE_WORDS = r"(?:country|world|county|state|town|city|region|island|province|hospital|village|continent|UK|US|USA)"
_WHERE = (
    rf"(?:in|from|on|at) (?:the (?:whole |entire )?)?(?:{_PLACE_WORDS}|(?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)?)|"
    r"to (?:ever )?(?:receive|have|get|undergo|survive|be)\b|ever\b|worldwide\b|nationwide\b"
)
_ONE = r"(?:patients?|persons?|people|woman|man|child|baby|girl|boy|adult|recipient|mother|father|athlete|case|human|survivor)"
_RARE = re.compile(
    rf"\b(?:(?:he|she|they)(?:['’]s| is| was| became| had become)?(?: now)?|is|was|became|being|to be|our|my)\s"
    rf"(?P<a>(?:the |only the |one of the |one of only \w{{1,9}} )?(?:first|second|third|only|youngest|oldest|sole|"
    rf"(?:\w{{1,9}} )?(?:people|cases))(?:\s(?!trial|study|hospital|drug|device)[\w-]{{1,14}}){{0,4}}?\s(?:{_WHERE}))"
    rf"|(?P<b>\bthe (?:first|only|youngest|oldest|sole)(?:\s[\w-]{{1,14}}){{0,2}}?\s{_ONE}(?:\s[\w-]{{1,14}}){{0,2}}?\s"
    rf"(?:{_WHERE}))"
    rf"|(?P<c>\b(?:one of (?:only |just |fewer than |about |the )?(?:\d{{1,3}}|two|three|four|five|six|ten|twelve|twenty|a handful"
    rf"|a dozen)(?: known)? (?:people|patients|cases|women|men|children)[^.!?\n]{{0,20}}?\b(?:{_WHERE}))"
    r"|made (?:the )?(?:local |national |international |evening )?(?:news|headlines|front page|papers)"
    r"|(?:was|were|been) (?:all over|on|in) the (?:local |national |evening )?(?:news|papers?|headlines|front page|telly|TV|radio)"
    r"|front[- ]page (?:news|story)|won the (?:lottery|lotto|jackpot)"
    r"|(?:you may|you might|some of you|many of you) (?:have (?:read|seen|heard) about|remember|know|recognise|recognize) "
    r"(?:her|him|this|the story|it))"
    r"|(?P<d>\b(?:during|after|in|at half[- ]time (?:of|in)|at|survivor of|survived|running|finishing) "
    r"(?:last (?:week|month|year|night|\w{3,6}day)['’]s |this year['’]s |yesterday['’]s |the \d{4} |the )?"
    r"(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2} )?(?:marathon|half[- ]marathon|Marathon|final|Final|derby|cup final|Cup Final|bombing|train crash|bus crash|plane crash|"
    r"air crash|ferry disaster|earthquake|flood|floods|wildfire|shooting|triathlon|Ironman|parade|festival|Games|Olympics|"
    r"Tour de France|rally))\b",
)
_TRIPLETS = re.compile(
    r"\b(?:mother|father|mum|mom|dad|parent|parents) of (?:triplets|quadruplets|quads|quintuplets|(?:seven|eight|nine|ten|eleven|"
    r"twelve)(?: children)?)\b|\b(?:identical )?(?:twin|triplet) (?:sister|brother)\b",
    re.IGNORECASE,
)
_YEARS_AGO = re.compile(r"\b(?:1[5-9]\d\d|200\d)\b")
_RARE_WHY = (
    "An event this rare can be found in the news and so names the person. Say it more broadly."
)


def find_combined(scene: Scene, context: Context) -> Iterator[Finding]:
    """Combinations, telling occupations, identified relatives and rare events."""
    yield from _people(scene, context)
    yield from _relatives(scene, context)
    yield from _rare(scene, context)


def _people(scene: Scene, context: Context) -> Iterator[Finding]:
    document = scene.document
    where = list(towns(scene, context))
    for person in scene.persons:
        if not scene.personal(person.sentence, context) or person.is_relative_of_author:
            continue
        place = _place_of(scene, person, where)
        telling = person.job is not None and _telling(scene, person)
        if person.age is not None and person.job is not None and place is not None:
            yield _combination(scene, person, place)
        elif place is not None and person.job is not None:
            yield _combination(scene, person, place)
        elif person.job is not None and (person.age is not None or telling):
            sure = Strength.BLOCK if telling else Strength.WARN
            yield identifier(
                document, *person.job, IdentifierSub.OCCUPATION, sure,
                "Says what a person does",
                "Work and age together can point to one person. Leave the work out if it adds nothing.",
            )  # fmt: skip


def _place_of(scene: Scene, person: Person, where: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The place said right after a description, in its sentence."""
    plain = scene.document.plain
    sentence = scene.document.sentences[person.sentence]
    for start, end in where:
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
    """ "a patient in her 50s": what can stand in place of the description; empty if nothing can."""
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
    """ "her son, a Garda in Limerick", "daughter of the mayor", "mother of triplets"."""
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


_WHOSE = frozenset({"his", "her", "their", "whose", "the", "a"})


def _known_by(scene: Scene, at: int) -> int:
    """Where the words end that say who the relative at token ``at`` is; 0 if they do not."""
    tokens, words = scene.document.tokens, scene.words
    rest = [token for token in tokens[at + 1 : at + 9] if token.sentence == tokens[at].sentence]
    if len(rest) < 3:
        return 0
    if rest[0].lower == "of" and rest[1].lower in ("the", "our", "a"):
        start = 2
    elif rest[0].text == "," and rest[1].lower in ("a", "an", "the", "our"):
        start = 2
    elif rest[0].lower in ("is", "was", "works") and rest[1].lower in (
        "a",
        "an",
        "the",
        "as",
        "our",
    ):
        start = 2
    else:
        return 0
    for token in rest[start : start + 4]:
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


def _rare(scene: Scene, context: Context) -> Iterator[Finding]:
    document = scene.document
    for match in _RARE.finditer(document.plain):
        sentence = document.sentence_at(match.start())
        if _YEARS_AGO.search(document.sentence_text(sentence)):
            continue
        group = next(name for name in "abcd" if match.group(name))
        if not scene.personal(sentence, context):
            continue
        if group == "d" and not scene.tells(sentence):
            continue
        yield identifier(
            document, *match.span(group), IdentifierSub.RARE_EVENT, Strength.BLOCK,
            "Tells of an event that few had", _RARE_WHY,
        )  # fmt: skip
