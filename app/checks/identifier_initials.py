"""People told by less than a name: initials, nicknames, and names after a small "mrs"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.context import Context
from app.checks.gazetteer import names
from app.checks.identifier_say import WHY_NAME, identifier
from app.checks.scene import Scene
from app.checks.starts import CAPITAL, openings, starts
from app.model.finding import Finding, IdentifierSub, Strength

# "patient J.M.", "Mrs K", "JM, 54"
_INITIALS = re.compile(
    r"(?:\b(?:[Pp]atient|[Pp]t|[Ii]nitials|[Mm]rs?|[Mm]s|[Mm]iss|Herr|Frau|"
    r"[Bb]aby)\.? (?P<a>[A-Z]\.? ?[A-Z]\.?(?: ?[A-Z]\.?)?)(?![\w'’-])"
    r"|\b(?:[Mm]rs?|[Mm]s|[Mm]iss)\.? (?P<c>[A-W]\.?)(?![\w'’])"
    r"|(?<![\w.])(?P<b>[A-Z]\. ?[A-Z]\.?|[A-Z]{2,3})(?=,? (?:\(?\d{1,3}[,)]|an? \d{1,3}[- ]y|"
    r"is an? \d|aged \d)))"
)
_NICKNAME = re.compile(
    r"\b(?:known(?: to \w{1,12}(?: \w{1,12})?)? as|nicknamed|calls? (?:him|her|them)(?:self)?|"
    r"called|goes by|"
    r"affectionately)\s[\"“‘'](?P<n>[A-Z][\w'’-]{1,20}(?: [A-Z]?[\w'’-]{1,20}){0,3})[\"”’']"
)
# "R.K. went home", "“Chalky” is back": in a story, somebody who does something.
_DOES = (
    r"(?:is (?:back|home|out|in|up|on|doing|still|now|the)|was|has|had|came|went|told|said|asked|"
    r"walked|died|rang|sat|slept|woke|refused|wants|wanted|got|left|sent|laughed|smiled|sang)\b"
)
_ACTING_INITIALS = re.compile(rf"(?P<n>[A-Z]\. ?[A-Z]\.)(?= {_DOES})")
_ACTING_NICKNAME = re.compile(
    rf"(?<=[\"“‘'])(?P<n>[A-Z][\w’-]{{2,15}}(?: [A-Z][\w’-]{{1,15}})?)(?=[\"”’'] {_DOES})"
)
_LOWER_TITLE = re.compile(r"(?<![\w\d] )(?<!\w)(?:mrs|mr)\.? (?P<n>[a-z]{3,20})\b")
_NICKNAME_OPENINGS = openings("known nicknamed call calls called goes affectionately")
_LOWER_TITLE_OPENINGS = openings("mr mrs")
_ACTING_OPENINGS = openings(CAPITAL)
_ACTING = (_ACTING_INITIALS, _ACTING_NICKNAME)
_INITIALS_OPENINGS = openings(f"{CAPITAL} patient pt initials mr mrs ms miss baby")


def find_initials(scene: Scene, context: Context) -> Iterator[Finding]:
    """Initials and nicknames of a person."""
    begun = starts(scene.document)
    for match in begun.find(_INITIALS, _INITIALS_OPENINGS):
        group = next(name for name in "abc" if match.group(name))
        letters = match.group(group).replace(".", "").replace(" ", "").lower()
        sentence = scene.document.sentence_at(match.start())
        if "." not in match.group(group) and letters in scene.words.medical_capitals:
            continue
        if group == "b" and not scene.personal(sentence, context):
            continue
        yield identifier(
            scene.document,
            *match.span(group),
            IdentifierSub.NAME,
            Strength.BLOCK,
            "Gives a person's initials",
            "Initials with other details can point to one person. Leave them out.",
        )
    if not scene.concerns(context):
        return
    for pattern, begins in (
        (_NICKNAME, _NICKNAME_OPENINGS),
        (_LOWER_TITLE, _LOWER_TITLE_OPENINGS),
        (_ACTING_INITIALS, _ACTING_OPENINGS),
        (_ACTING_NICKNAME, _ACTING_OPENINGS),
    ):
        for match in begun.find(pattern, begins):
            sentence = scene.document.sentence_at(match.start())
            if not scene.personal(sentence, context):
                continue
            if pattern in _ACTING and not scene.tells(sentence):
                continue
            if pattern is _LOWER_TITLE and not names().is_family(match.group("n")):
                continue
            start = match.start() if pattern is _LOWER_TITLE else match.start("n")
            yield identifier(
                scene.document,
                start,
                match.end("n"),
                IdentifierSub.NAME,
                Strength.BLOCK,
                "Names a person",
                WHY_NAME,
            )
