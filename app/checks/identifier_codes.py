"""Numbers of odd form, told by the label before them and by whose they seem to be.

A label from a ward, a laboratory or an insurer makes a number somebody's where a patient, a bed
or a wristband is near; where readers are asked to ring or to quote it, it is everybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.context import Context
from app.checks.identifier_say import identifier
from app.checks.scene import Scene, in_zones
from app.model.finding import Finding, IdentifierSub, Strength

_CODE = (
    r"(?:[A-Z]{1,4}[./-]?)?(?:[A-Z]{1,3} )?\d{1,12}(?:[ ./-]\d{1,10}){0,4}(?:[./-]?[A-Z]{1,3}\b)?"
)
_LABELLED = re.compile(
    r"\b(?:patient|pat|pt|hosp|hospital|chart|wrist ?band|label|sticker|bar ?code|sample|specimen|"
    r"accession|acc|requisition|reference|ref|folder|insurance|policy|member|subscriber|claim|"
    r"case|clinic|ward|lab|admission|encounter|visit|IP|OP|OPD|IPD|MR|MRD|UHID|HN|CR|AHV|ID|DVA|"
    r"CRN|URN|EMR|HRN|PID|UMR|tag|bracelet)\b"
    r"(?:[.:,#]|[.-]?\s?(?:id|no|nr|num|number|nummer|ref|code|card|file|is|was|said|reads)\b|\s)"
    rf"{{0,4}}?\s?[\"“]?(?P<n>(?-i:{_CODE}))(?![\w%-])",
    re.IGNORECASE,
)
# "Her label, K0049127": letters and digits grown together, right beside what bears them.
_GROWN = re.compile(
    r"\b(?:label|sticker|number|tag|code|card|file|folder|bracelet|wrist ?band|chart)"
    r"[,:;( \"“–—-]{1,3}(?P<n>[A-Z]{1,3}\d{6,10}|\d{6,10}[A-Z]{1,2})(?![\w-])"
)
_WHOSE = re.compile(
    r"\b(?:patient|his|her|him|she|he|wrist ?band|bracelet|sticker|chart|bed|ward|admitted|"
    r"day \d{1,2} post|post[- ]?op|shifted|theatre|discharged|referral|referred|handover|blank|"
    r"redact|waiting|liegt|Station)\b",
    re.IGNORECASE,
)
_FOR_ALL = re.compile(
    r"\b(?:quote|booking|book|order|invoice|recall\w*|trial|register\w*|registration|please ring|"
    r"press|call us|model|version|catalog\w*|grant|charity|licen[cs]e|page|doi|pmid|nct|isbn|gmc|"
    r"course|webinar|appointment line|helpline|fax)\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})|(?:19|20)\d\d-\d{2}-\d{2}")
_FEWEST, _FEWEST_GROUPED = 5, 6  # digits; more where spaces part them
_WHY = "A number like this belongs to one person and leads straight to the record. Leave it out."


def find_codes(scene: Scene, context: Context) -> Iterator[Finding]:
    """Numbers behind a label, and codes in stories."""
    for pattern in (_LABELLED, _GROWN):
        for match in in_zones(pattern, scene):
            if not _somebodys(scene, context, match, told=pattern is _GROWN):
                continue
            yield identifier(
                scene.document, *match.span("n"), IdentifierSub.RECORD_NUMBER, Strength.BLOCK,
                "Gives a personal number", _WHY,
            )  # fmt: skip


def _somebodys(scene: Scene, context: Context, match: re.Match[str], *, told: bool) -> bool:
    number = match.group("n")
    digits = sum(sign.isdigit() for sign in number)
    fewest = _FEWEST_GROUPED if " " in number else _FEWEST - any(map(str.isalpha, number))
    if digits < fewest or _DATE.fullmatch(number):
        return False
    near = scene.near(match.start("n"))
    if _FOR_ALL.search(near) or scene.document.in_address(match.start("n")):
        return False
    sentence = scene.document.sentence_at(match.start("n"))
    if told:
        return scene.tells(sentence) and scene.personal(sentence, context)
    return scene.tells(sentence) or _WHOSE.search(near) is not None
