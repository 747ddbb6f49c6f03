"""Dates and high ages: every part of a date but the year, and every age over 89."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.context import Context
from app.checks.identifier_say import identifier
from app.checks.scene import Scene
from app.checks.starts import CAPITAL, COMMA, DIGIT, openings, starts
from app.model.finding import Finding, IdentifierSub, Strength

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Januar|Februar|März|Mai|Juni|Juli|"
    r"Oktober|Dezember)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DATE = re.compile(
    rf"""
      (?<![\w/.-])(?:
          {_DAY}[/.-](?:0?[1-9]|1[0-2]|[A-Za-z]{{3}})[/.-](?:19|20)?\d\d
        | (?:0?[1-9]|1[0-2])[/-]{_DAY}[/-](?:19|20)?\d\d
        | (?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY}
      )(?![\w/-]|\.\d)
    | \b(?:{_WEEKDAY},?\s(?:the\s)?)?{_DAY}(?:st|nd|rd|th
      |\.)?\s(?:of\s)?{_MONTH}\b\.?(?:,?\s(?:19|20)\d\d\b)?
    | \b(?:{_WEEKDAY},?\s)?{_MONTH}\.?\s(?:the\s)?{_DAY}(?:st|nd|rd|th)?\b(?!\s?(?:%|mg|km|people
      |patients))(?:,?\s(?:19|20)\d\d\b)?
    | \b{_MONTH}\.?,?\s(?:of\s)?(?:19|20)\d\d\b
    | \b{_WEEKDAY}\s(?:the\s)?{_DAY}(?:st|nd|rd|th)\b
    | (?<=\bon\s)(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])(?![\w/-]|\.\d)
    | (?<=\bon\sthe\s)(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b(?!\s(?:of|floor|day|ward|attempt))
    """,
    re.VERBOSE,
)
_LOOSE = re.compile(
    rf"\b(?:last|this past|[Oo]n|early|late|[Ss]ince)\s(?:{_WEEKDAY}|{_MONTH})(?:\s(?:morning|"
    rf"afternoon|evening|night))?\b"
    rf"|\b(?:[Ii]n|of|during)\s(?:early\s|late\s|mid-?)?{_MONTH}\b(?!\s\d)"
    rf"|\b(?:[Oo]n|[Aa]t|[Oo]ver|before|[Aa]fter|[Ss]ince)\s(?:Christmas(?:\s(?:Eve|Day))?|Boxing\sDay|"
    rf"New\sYear['’]s\s(?:Eve|Day)|"
    rf"Easter(?:\sSunday|\sMonday)?|Thanksgiving|St\.?\sPatrick['’]s\sDay|Diwali|Halloween|"
    rf"Good\sFriday|"
    rf"Valentine['’]s\sDay|Mother['’]s\sDay|Father['’]s\sDay|Holi|Hanukkah)\b"
)
_DATE_OPENINGS = openings(f"{DIGIT} {CAPITAL}")
_LOOSE_OPENINGS = openings("last this on early late since in of during at over before after")
_BORN = re.compile(
    r"\b(?:born(?:\son)?|DOB|D\.O\.B\.?|date\sof\sbirth|geb(?:oren|\.)?(?:\sam)?)\b", re.IGNORECASE
)
_BORN_OPENINGS = openings("born DOB D date geboren")
# A date beside one of these is that of an event, a paper or a rule, not of a patient.
_EVENT = re.compile(
    r"\b(?:webinar|congress|conference|meeting|symposium|summit|register|registration|join us|"
    r"world "
    r"\w+ day|awareness|published|updated|guidelines?|accessed|version|issue|deadline|live at|"
    r"tickets|"
    r"open day|workshop|lecture|podcast|episode|free event|heart month|study|trial|closed|opening "
    r"hours|volunteers|season|campaign|policy|law|approved|launch(?:ed|es)?|source)\b",
    re.IGNORECASE,
)
_HIGH_AGE = re.compile(
    r"""(?<![\w.,/$£€-])(?P<a>9\d|1[01]\d|ninety(?:[- ](?:one|two|three|four|five|six|seven|"
    r"eight|nine))?
        |a\shundred(?:\sand\s(?:one|two|three|four|five|six|seven|eight|nine|ten))?)[- ]?
        (?:(?:year|yr|y)s?[- ]?old\b(?!s)|\s?(?:yo|y/o|yrs)\b|\syears\s(?:of\sage|young|old)\b
          |(?<=\d)[MF]\b)
      | \b(?:aged|age|turned|turning|turns|reached|was|is|at|just)\s(?P<b>9\d|10\d|11\d
        |ninety-\w{3,5})
        (?=[.,;!)]|\s(?:and|when|last|in|with|she|he|this|years)\b|$)
      | \b(?:his|her|their)\s(?P<c>(?:9\d|10\d|11\d)(?:st|nd|rd|th)|hundredth
        |ninety-\w{4,8})\sbirthday\b
      | ,\s(?P<d>9\d|10\d|11\d)(?=,\s)
      | \b(?P<e>at\s(?:9\d|10\d|ninety(?:[- ]\w{3,5})?)(?=,?\s(?:she|he|and|with|after)\b|[.,;!])
        |aged?\s(?:9\d|10\d)\+?|born\s(?:back\s)?in\s19[0-2]\d|born\s(?:back\s)?in\s193[0-5]
        |(?:9\d|10\d)(?:st|nd|rd|th)\sbirthday|(?:9\d|10\d)-?\syears?-?\sold)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HIGH_OPENINGS = openings(
    f"{DIGIT} {COMMA} ninety a aged turned turning reached was is at just his her their born"
)
_MANY = re.compile(
    r"^\s?(?:\+|or\s(?:over|older|above|more)|and\s(?:over|older|above)|to\s\d|-\s?\d|%|percent|"
    r"patients|people|adults|mmhg|mg|bpm|beats)",
    re.IGNORECASE,
)
_NO_AGE = re.compile(
    r"\b(?:pulse|rate|bpm|pressure|sats?|saturation|systolic|glucose|weigh\w*|kg|"
    r"lead)\b",
    re.IGNORECASE,
)


def find_dates(scene: Scene, context: Context) -> Iterator[Finding]:
    """Dates in what is said of a real person."""
    document = scene.document
    begun = starts(document)
    if not scene.concerns(context) and not begun.first(_BORN, _BORN_OPENINGS):
        return
    for pattern, openings_, strength in (
        (_DATE, _DATE_OPENINGS, Strength.BLOCK),
        (_LOOSE, _LOOSE_OPENINGS, Strength.WARN),
    ):
        for match in begun.find(pattern, openings_):
            sentence = document.sentence_at(match.start())
            text = scene.near(match.start())
            born = bool(_BORN.search(text))
            if not born and not scene.personal(sentence, context):
                continue
            if not born and _EVENT.search(text) and not scene.tells(sentence):
                continue
            if strength is Strength.WARN and not scene.tells(sentence):
                continue
            if scene.document.in_address(match.start()):
                continue
            start = match.start()
            if pattern is _LOOSE:
                start += len(match.group()) - len(match.group().split(" ", 1)[1])
                if match.group().startswith("last"):
                    start = match.start()
            yield identifier(
                document,
                start,
                match.end(),
                IdentifierSub.DATE,
                Strength.BLOCK if born else strength,
                "Gives a date about a person",
                "A date beyond the year can point to one person. Say the year or “recently”.",
            )


def find_ages(scene: Scene, context: Context) -> Iterator[Finding]:
    """Ages over 89 of one person, with the description to replace."""
    document = scene.document
    for match in starts(document).find(_HIGH_AGE, _HIGH_OPENINGS):
        sentence = document.sentence_at(match.start())
        text = scene.near(match.start())
        if not scene.personal(sentence, context) or _MANY.match(document.plain[match.end() :][:20]):
            continue
        if match.lastgroup in ("b", "d") and _NO_AGE.search(text):
            continue
        start, end = match.span()
        suggestions: tuple[str, ...] = ()
        group = next(name for name in "abcde" if match.group(name))
        if group in "bd":
            start, end = match.span(group)
        for person in scene.near_persons(start):
            if (
                person.start <= start < person.end
                and group == "a"
                and person.determiner in ("a", "an")
            ):
                start, end = person.start, max(person.end, end)
                opens = document.plain[start].isupper()
                noun = "patient" if not person.head or person.job else person.head
                words = f"a {noun} aged 90 or older"
                suggestions = (words.capitalize() if opens else words,)
        yield identifier(
            document,
            start,
            end,
            IdentifierSub.AGE_OVER_89,
            Strength.BLOCK,
            "Gives an age over 89",
            "So few people are this old that the age itself can point to one. Say “90 or older”.",
            suggestions,
        )
