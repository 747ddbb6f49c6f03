"""Numbers that a health service, a state or a maker gave to one person or one device."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.checks import checkdigits
from app.checks.context import Context
from app.checks.identifier_say import identifier
from app.checks.scene import Scene, in_zones
from app.model.finding import Finding, IdentifierSub, Strength

_SEPARATOR = re.compile(r"[ \-–]")
# A cue, at most two small words, and a code with a digit in it.
_RECORD = re.compile(
    r"\b(?:MRN|M\.R\.N\.?|medical record|patient (?:id|number|no|record)|(?:hospital|chart|"
    r"record|case|file|"
    r"unit|folder|insurance|policy|member(?:ship)?|account|accession|episode|encounter|health card|"
    r"beneficiary|subscriber|medicare|medicaid|medi-?cal|NHS|CHI|H&C|IHI|OHIP|PHN|UHID|URN?|"
    r"UR|OPD|IPD|ABHA|aadhaar|PPSN?|SIN|SSN|social security|national insurance|NINO|NI|passport|"
    r"driv(?:er|ing)['’]?s? licen[cs]e|licen[cs]e|Versicherten|Krankenversicherten|Patienten|Fall)"
    r"[- ]?(?:id|number|nummer|no\b|nr\b|card|num)?|Versichertennummer|KVNR)"
    r"(?:\s(?:id|number|no|nr|card|record|is|was|of)\b|\.|:|\s?#|\s?=){0,3}\s{0,2}"
    r"(?P<n>(?!(?:file|number|no|record|chart|id|card)\b)(?=[A-Z0-9/ -]{0,12}\d)"
    r"[A-Z0-9][A-Z0-9/-]{3,19}(?: \d[\d-]{1,5}){0,3}|"
    r"\d{3} \d{3} \d{4})",
    re.IGNORECASE,
)
_SERIAL = re.compile(
    r"\b(?:(?:serial|lot|batch|device|implant|generator|lead|model)(?: (?:number|no\b\.?|id|"
    r"nr\b\.?|code))?|S/N|SN|"
    r"Seriennummer|Geräte(?:nummer|[- ]?nr\b)|Aggregat(?:nummer|[- ]?nr\b)|UDI|"
    r"(?:ICD|CRT-?[DP]?|LVAD|PPM|pacemaker|defibrillator|pump|loop recorder)"
    r"[- ](?:number|nummer|no\b|nr\b|id\b))(?:\s(?:is|was|number|no)\b|\.|:|\s?#|\s?=){0,3}\s{0,2}"
    r"(?P<n>(?=[A-Z0-9-]{0,8}\d)[A-Z0-9][A-Z0-9-]{4,19}|[A-Z]{1,4} \d{4,12}(?: [A-Z]\b)?)\b",
    re.IGNORECASE,
)
_PLATE = re.compile(
    r"\b(?:(?:number |licen[cs]e )?plates?|registration|reg(?: no)?|rego|kennzeichen|VIN|"
    r"tag number)"
    r"(?:\s(?:is|was|number|no|read|reads|reading)\b|\.|:|\s?#|,)?\s{0,2}[\"“]?"
    r"(?P<n>(?=[A-Z0-9 -]{0,9}\d)[A-Z0-9]{1,8}(?:[ -][A-Z0-9]{1,7}){0,3})\b",
)
_PLATE_FORM = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}\d{2} ?[A-Z]{3}|\d{2,3}-(?:C|CE|CN|CW|D|DL|G|KE|KK|KY|L|LD|LH|LK|LM|"
    r"LS|MH|MN|MO|"
    r"OY|RN|SO|T|W|WH|WX|WW)-\d{2,6}|[A-Z]{2}[ -]\d{2}[ -][A-Z]{1,2}[ -]\d{4}|"
    r"[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} \d{1,4})(?![\w-])"
)
_SERIAL_OPENINGS = ("se", "s/", "sn")  # "serial", whatever stands before it
_CAR = re.compile(
    r"\b(?:car|van|truck|lorry|taxi|vehicle|plate|registration|reg|drove|driving|"
    r"parked)\b",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"\b(?:NCT|ISRCTN|PMID|PMC|DOI|ISBN|ISSN|GMC|NPI|AHPRA|IMC|charity|company|VAT|ABN|model|"
    r"version|"
    r"catalog(?:ue)?|order|invoice|registered|ACTRN|EudraCT|episode|page|chapter|"
    r"grant)\b[^.\n]{0,20}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Form:
    """A number that is known by its form; ``valid`` is its check; ``alone`` needs no person."""

    pattern: re.Pattern[str]
    valid: Callable[[str], bool]
    alone: bool
    sub: IdentifierSub = IdentifierSub.RECORD_NUMBER


def _always(_: str) -> bool:
    return True


_MBI = r"[AC-HJKMNP-RT-Y]"
_FORMS = (
    _Form(
        re.compile(r"(?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])"),
        _always,
        True,
    ),
    _Form(
        re.compile(
            rf"(?<![\w-])[1-9]{_MBI}(?:{_MBI}|\d)\d-?{_MBI}(?:{_MBI}|"
            rf"\d)\d-?{_MBI}{{2}}\d\d(?![\w-])"
        ),
        _always,
        True,
    ),
    _Form(re.compile(r"(?<![\w-])\d{3} ?\d{3} ?\d{4}(?![\w-])"), checkdigits.nhs, False),
    _Form(
        re.compile(r"(?<![\w-])[2-9]\d{3}[ -]\d{4}[ -]\d{4}(?![\w -]\d)"),
        checkdigits.verhoeff,
        True,
    ),
    _Form(re.compile(r"(?<![\w-])8003 ?6\d{3} ?\d{4} ?\d{4}(?![\w-])"), checkdigits.luhn, True),
    _Form(
        re.compile(r"(?<![\w-])[2-6]\d{3} ?\d{5} ?\d(?:[ /-]?[1-9])?(?![\w-])"),
        checkdigits.medicare_au,
        False,
    ),
    _Form(re.compile(r"(?<![\w-])[A-Z]\d{9}(?![\w-])"), checkdigits.kvnr, True),
    _Form(re.compile(r"(?<![\w-])\d{7}[A-W][A-IW]?(?![\w-])"), checkdigits.pps, True),
    _Form(re.compile(r"(?<![\w-])\d{3}[ -]\d{3}[ -]\d{3}(?![\w-])"), checkdigits.luhn, False),
    _Form(
        re.compile(
            r"(?<![\w-])(?!BG|GB|KN|NK|NT|TN|"
            r"ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?![\w-])"
        ),
        _always,
        True,
    ),
)
_IP4 = re.compile(
    r"(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w]|\.\d)"
)
_IP6 = re.compile(r"(?<![\w:])(?:[0-9a-fA-F]{1,4}:){3,7}(?::?[0-9a-fA-F]{1,4}){1,4}(?![\w:])")
_ONLINE = re.compile(
    r"\b(?:IP|log|logs|logged|login|portal|monitor|telehealth|video visit|teleconsult|router|"
    r"patient|"
    r"record|records|tablet|upload\w*|screenshot|he|she|his|her|him)\b",
    re.IGNORECASE,
)
_VERSION = re.compile(r"(?:\bv|\bversion|\brelease|\bfirmware)\s?$", re.IGNORECASE)
_RECORD_WHY = (
    "A number like this belongs to one person and leads straight to the record. Leave it out."
)
_SERIAL_WHY = "A serial number or a number plate leads to one owner. Leave it out."


def find_numbers(scene: Scene, context: Context) -> Iterator[Finding]:
    """Record numbers, serial numbers, plates and network addresses."""
    yield from _by_cue(scene)
    yield from _by_form(scene, context)
    for pattern in (_IP4, _IP6):
        for match in in_zones(pattern, scene):
            before = scene.document.plain[max(0, match.start() - 12) : match.start()]
            sentence = scene.document.sentence_at(match.start())
            said = _ONLINE.search(scene.near(match.start()))
            if _VERSION.search(before) or not (said or scene.personal(sentence, context)):
                continue
            yield _found(scene, match.span(), IdentifierSub.IP, "Gives a network address")


def _by_cue(scene: Scene) -> Iterator[Finding]:
    plain = scene.document.plain
    for pattern, sub in (
        (_RECORD, IdentifierSub.RECORD_NUMBER),
        (_SERIAL, IdentifierSub.SERIAL),
        (_PLATE, IdentifierSub.SERIAL),
    ):
        for match in in_zones(pattern, scene):
            number = match.group("n")
            digits = sum(sign.isdigit() for sign in number)
            if digits < 3:
                continue
            sure = plain[match.start() : match.start() + 2].lower() in _SERIAL_OPENINGS
            if not sure and _OTHER_NUMBER.search(plain, max(0, match.start() - 30), match.start()):
                continue
            head = number.partition(" ")[0]
            if head.isalpha() and not head.isupper():
                continue  # "Case Reports 2023"
            if number.isdigit() and len(number) == 4 and number[:2] in ("19", "20"):
                continue  # a year: "case 2019", "policy 2024"
            yield _found(scene, match.span("n"), sub, _TITLES[sub])


def _by_form(scene: Scene, context: Context) -> Iterator[Finding]:
    document = scene.document
    for form in _FORMS:
        for match in in_zones(form.pattern, scene):
            sentence = document.sentence_at(match.start())
            if not form.alone and not scene.personal(sentence, context):
                continue
            if not form.valid(_SEPARATOR.sub("", match.group()).replace("/", "")):
                continue
            if _in_address(scene, match.start()):
                continue
            yield _found(scene, match.span(), form.sub, _TITLES[form.sub])
    for match in in_zones(_PLATE_FORM, scene):
        sentence = document.sentence_at(match.start())
        if scene.personal(sentence, context) and _CAR.search(scene.near(match.start())):
            yield _found(scene, match.span(), IdentifierSub.SERIAL, "Gives a number plate")


_TITLES = {
    IdentifierSub.RECORD_NUMBER: "Gives a personal number",
    IdentifierSub.SERIAL: "Gives a serial number",
}


def _in_address(scene: Scene, place: int) -> bool:
    return scene.document.in_address(place)


def _found(scene: Scene, span: tuple[int, int], sub: IdentifierSub, title: str) -> Finding:
    why = _SERIAL_WHY if sub is IdentifierSub.SERIAL else _RECORD_WHY
    return identifier(scene.document, *span, sub, Strength.BLOCK, title, why)
