"""Where a person lives or comes from: streets, postcodes, and towns said of somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.checks.context import Context
from app.checks.gazetteer import names, places, plain_letters
from app.checks.identifier_address import find_addresses
from app.checks.identifier_say import identifier
from app.checks.scene import Scene, in_zones
from app.checks.starts import CAPITAL, DIGIT, openings, starts
from app.model.finding import Finding, IdentifierSub, Strength

_STREET_NAME = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Close|Crescent|Cres|Terrace|Tce|"
    r"Place|Pl|Way|"
    r"Boulevard|Blvd|Square|Sq|Gardens|Grove|Hill|Park|Row|Mews|Parade|Pde|Highway|Hwy|Circle|"
    r"Quay|Walk|"
    r"Nagar|Marg|Colony|Layout|Heights|Villas|Estate|Rise|View|Green)"
)
_WORD = r"[A-Z][\w'’-]{1,20}"
_STREET = re.compile(
    rf"(?<![\w/])(?:(?:Flat|Apt|Apartment|Unit|No\.?|"
    rf"House)\s?\w{{1,5}},?\s)?\d{{1,5}}[A-Za-z]?(?:/\d{{1,4}})?,?\s"
    rf"(?:{_WORD}\s){{1,3}}{_STREET_NAME}\b\.?"
    rf"|\b(?:[A-ZÄÖÜ][a-zäöüß]{{2,20}}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|"
    rf"ufer))\s\d{{1,4}}[a-z]?\b"
    rf"|\b(?:on|in|at|off|of)\s(?P<n>(?:{_WORD}\s){{1,3}}(?:Street|Road|Avenue|Lane|Drive|"
    rf"Crescent|Terrace|Close|"
    rf"Boulevard|Square|Estate|Gardens|Grove|Nagar|Colony))\b"
)
_STREET_OPENINGS = openings(f"{DIGIT} {CAPITAL} on in at off of")
_POSTCODE = re.compile(
    r"(?<![\w-])(?:"
    r"(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPS-UW]|"
    r"[A-HK-Y]\d[ABEHMNPRVWXY]) ?\d[ABD-HJLNP-UW-Z]{2})"
    r"|(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}"
    r"|[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d"
    r"|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s\d{4}"
    r"|(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|"
    r"S[CD]|T[NX]|UT|V[AT]|"
    r"W[AIVY])\s\d{5}(?:-\d{4})?"
    r")(?![\w-])"
)
_CODE_AFTER = re.compile(
    r"\b(?:ZIP(?: code)?|post ?code|eircode|PIN(?: ?code)?|PLZ|postal code)(?:\s(?:is|was|of)|:)?\s"
    r"(?P<n>[A-Z]?\d[\w]{1,3}(?:[ -]?\w{3,4})?|\d{3} ?\d{3})\b",
    re.IGNORECASE,
)
_CITY_CODE = re.compile(
    r"(?<![\w.])(?P<de>\d{5})\s(?P<c>[A-ZÄÖÜ][a-zäöüß-]{2,20})\b"
    r"|\b(?P<d>[A-Z][a-z]{2,20})[ ,-]{1,3}(?P<in>\d{6}|\d{3} \d{3})(?!\d)"
)
_CLUE = (
    r"from|near|outside|outside of|lives? in|living in|lived in|based in|works? in|working in|"
    r"worked in|grew up in|"
    r"born in|raised in|farms? in|farming in|home in|home to|moved to|village of|town of|city of|"
    r"parish of|suburb of|"
    r"back in|back to|resident of|native of|street in|house in|cottage in|school in|church in|"
    r"shop in|pub in|"
    r"drove from|travelled from|traveled from|flew from|flew in from|came from|comes from|"
    r"a (?:small )?(?:town|village|farm|island|suburb) (?:in|near|outside|called)|husband in|"
    r"wife in|in|of|at|around|to"
)
_TOWN = re.compile(
    rf"\b(?P<cue>{_CLUE})\s(?:(?:rural|downtown|north|south|east|west|central|greater|inner|"
    rf"the (?:village|town) of|"
    rf"(?:County|Co\.?|the))\s){{0,2}}"
    rf"(?P<t>{_WORD}(?:[ -](?:(?:upon|on|le|de|of|am|an der|"
    rf"the)[ -])?{_WORD}){{0,2}}(?:,\s{_WORD}(?:\s{_WORD})?)?)"
)
_TOWN_OPENINGS = openings(" ".join(re.findall(r"\w+", _CLUE)))
_COUNTY = re.compile(
    r"\b(?:County|Co\.)\s(?P<t>[A-Z][a-z]{2,12})\b|\b(?P<u>[A-Z][a-z]{2,12}) County\b"
)
_OF_TOWN = re.compile(
    rf"\b(?P<t>{_WORD}(?: {_WORD})?)(?:-based)? (?P<n>[a-z]{{3,14}}(?: [a-z]{{3,14}})?)\b"
)
_STRONG = frozenset({"in", "of", "at", "around", "to"})
_INSTITUTION = re.compile(
    r"^\s?(?:(?:University|General|Regional|Memorial|Teaching|District|Royal|City|Community|"
    r"Childrens?|Mater)\s)*"
    r"(?:University|Hospital|Infirmary|Clinic|College|Institute|Centre|Center|Heart|Marathon|"
    r"Times|Congress|Declaration|"
    r"Study|Trial|Protocol|Conference|Convention|Agreement)"
)
_SCHOOL = re.compile(
    rf"\b(?:at|in|from|of)\s(?P<t>(?:St\.?\s)?(?:{_WORD}\s){{1,4}}(?:Primary(?: School)?|"
    rf"Elementary(?: School)?|"
    r"High School|Secondary School|Grammar School|Academy|Comprehensive|National School|"
    r"Middle School|Bakery|"
    r"Brewery|Garda Station|Fire Station|Parish|Church|GAA(?: Club)?|FC|Golf Club|Nursing Home|"
    r"Factory|Farm))\b"
)
_SCHOOL_OPENINGS = openings("at in from of")
# "the Gurnos estate", "the Mara reservation"
_AREA = re.compile(
    rf"\b(?P<t>(?:{_WORD} ){{1,3}}(?:estate|reservation|peninsula|island|islands|village|farm|"
    rf"docks|"
    r"quarter|suburb|commune|flats|towers|township|parish|dairy|mill|colliery))\b"
)
# "on the Isle of Mull", "by Lough Erne", "past Marfa": names of places by their form.
_LANDMARK = re.compile(
    rf"\b(?P<t>(?:Isle of|Isles of|Inis|Lough|Loch|Mount|Lake|Port|Fort|Glen|Cape|Upper|Lower|"
    rf"Bad) {_WORD})"
    rf"|\b(?:past|beyond|via|above|behind|across) (?P<u>{_WORD})"
)
_LANDMARK_OPENINGS = openings(f"{CAPITAL} past beyond via above behind across")
_OF_CAPITAL = openings(CAPITAL)
_PRACTICE = re.compile(
    r"\b(?:our|my) (?:new )?(?:clinic|practice|office|rooms|surgery) (?:in|at|on|is)\b|"
    r"\b(?:visit us|find us|located|"
    r"open(?:s|ing)? (?:in|at)|book|appointments?|parking|conference|congress|lecture|talk|"
    r"webinar)\b",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"\b(?:lives?|lived|living|home|address|resides?|residing|moved|house|flat)\b", re.IGNORECASE
)
_WHY = "A place smaller than a state can point to one person. Leave it out or name the country."


def find_places(
    scene: Scene, context: Context, where: Sequence[tuple[int, int]]
) -> Iterator[Finding]:
    """Addresses, postcodes and the towns in ``where`` of a real person."""
    yield from find_addresses(scene)
    yield from _addresses(scene, context)
    for start, end in where:
        yield identifier(
            scene.document, start, end, IdentifierSub.PLACE, Strength.BLOCK,
            "Says where a person is from", _WHY,
        )  # fmt: skip


def _addresses(scene: Scene, context: Context) -> Iterator[Finding]:
    document = scene.document
    for pattern in (_STREET, _POSTCODE, _CODE_AFTER, _CITY_CODE):
        if pattern is _STREET:
            found = starts(document).find(_STREET, _STREET_OPENINGS)
        else:
            found = in_zones(pattern, scene)
        for match in found:
            sentence = document.sentence_at(match.start())
            text = scene.near(match.start())
            personal = scene.personal(sentence, context)
            if not personal and not (pattern is _STREET and _lives(text)):
                continue
            told = scene.tells(sentence) or scene.in_dossier(sentence)
            if not told and _PRACTICE.search(text) and not _HOME.search(text):
                continue
            span = _span(match, pattern)
            if span is None:
                continue
            yield identifier(
                document, *span, IdentifierSub.PLACE, Strength.BLOCK,
                "Gives an address", _WHY,
            )  # fmt: skip


def _lives(text: str) -> bool:
    return bool(re.search(r"\b(?:he|she|who) (?:lives|lived|resides)\b", text, re.IGNORECASE))


def _span(match: re.Match[str], pattern: re.Pattern[str]) -> tuple[int, int] | None:
    if pattern is _STREET:
        return match.span("n") if match.group("n") else match.span()
    if pattern is _CODE_AFTER:
        return match.span("n")
    if pattern is _CITY_CODE:
        town = match.group("c") or match.group("d")
        return match.span() if _is_town(town) else None
    return match.span()


def _is_town(words: str) -> bool:
    plain = plain_letters(words)
    known = places()
    return plain in known.towns or plain in known.doubtful


def towns(scene: Scene, context: Context) -> Iterator[tuple[int, int]]:
    """Where a town, district, county, school or club is said of somebody."""
    document = scene.document
    begun = starts(document)
    for pattern, begins in ((_SCHOOL, _SCHOOL_OPENINGS), (_AREA, _OF_CAPITAL)):
        for match in begun.find(pattern, begins):
            if _said_of_somebody(scene, context, match.start("t")):
                yield match.span("t")
    for match in begun.find(_TOWN, _TOWN_OPENINGS):
        span = _town(scene, context, match)
        if span:
            yield span
    for match in begun.find(_LANDMARK, _LANDMARK_OPENINGS):
        if scene.tells(document.sentence_at(match.start())) and scene.personal(
            document.sentence_at(match.start()), context
        ):
            yield match.span("t" if match.group("t") else "u")
    for match in begun.find(_COUNTY, _OF_CAPITAL):
        if _said_of_somebody(scene, context, match.start()):
            yield match.span()
    for match in begun.find(_OF_TOWN, _OF_CAPITAL):
        words = scene.words
        noun = match.group("n").split()
        person = any(word in words.person_nouns or word in words.occupations for word in noun)
        town = (
            match.group("t").rpartition(" ")[2]
            if not _is_town(match.group("t"))
            else match.group("t")
        )
        if (
            person
            and noun[0] != "patient"
            and (_is_town(town) or _says_where(scene, match))
            and _said_of_somebody(scene, context, match.start())
        ):
            end = match.end("t")
            yield end - len(town), end


def _says_where(scene: Scene, match: re.Match[str]) -> bool:
    """As in "the Lerwick postman": an unknown capital between an article and somebody's work."""
    words, document = scene.words, scene.document
    at = document.token_at(match.start("t"))
    lower = match.group("t").lower()
    before = document.tokens[at - 1].lower if at else ""
    return (
        before in ("the", "a", "our", "an")
        and " " not in lower
        and match.group("n").rpartition(" ")[2] in words.job_heads | words.person_nouns
        and scene.tells(document.tokens[at].sentence)
        and not lower.endswith(("ish", "ese", "ian", "ean", "can", "man"))
        and lower not in words.not_names | words.medical_capitals | words.also_words
    )


def _said_of_somebody(scene: Scene, context: Context, place: int) -> bool:
    sentence = scene.document.sentence_at(place)
    if not scene.personal(sentence, context):
        return False
    if scene.tells(sentence):
        return True
    return scene.scored[sentence].somebody and not _PRACTICE.search(scene.near(place))


def _town(scene: Scene, context: Context, match: re.Match[str]) -> tuple[int, int] | None:
    document, words = scene.document, scene.words
    if not _said_of_somebody(scene, context, match.start()):
        return None
    start, end = match.span("t")
    said = match.group("t")
    first = plain_letters(re.split(r"[ ,]", said)[0])
    if first in words.not_names or _INSTITUTION.match(document.plain[end : end + 60]):
        return None
    if any(plain_letters(word.strip(",")) in words.institutions for word in said.split()):
        return None
    known = places()
    head, _, rest = said.partition(", ")
    if plain_letters(said) in known.regions or plain_letters(head) in known.regions:
        return None
    cue = match.group("cue").lower()
    known_town = _is_town(head) or _is_town(said) or _is_town(rest)
    if not known_town and head.partition(" ")[2] and _is_town(head.split(" ")[0]):
        head, known_town, rest = head.split(" ")[0], True, ""
    if (
        cue in ("in", "to", "of", "around")
        and not known_town
        and (scene.tells(document.sentence_at(start)))
    ):
        known_town = _likely_town(scene, head, match.start(), cue)
        if known_town:
            return start, start + len(head)
    if cue in _STRONG and (not known_town or (cue != "in" and not _is_town(head))):
        return None
    if not known_town and (cue not in _STRONG) and not _likely_place(head, words.also_words):
        return None
    if rest and not (known_town or plain_letters(rest) in known.regions):
        rest = ""
    end = start + len(head) + (2 + len(rest) if rest else 0)
    return start, end


def _likely_town(scene: Scene, head: str, at: int, cue: str) -> bool:
    """Whether an unknown word after "in", "to" or "of" in a story is a town.

    After "of" only where a person stands before it: "the lighthouse keeper of ...".
    """
    first = head.split(" ")[0]
    words, lower = scene.words, plain_letters(first)
    if first.isupper() or len(first) < 4 or lower in words.medical_capitals:
        return False
    if lower in words.not_names or lower in words.not_places or names().is_given(lower):
        return False
    if cue == "in" and lower not in words.also_words:
        return True
    tokens = scene.document.tokens
    before = tokens[scene.document.token_at(at) - 1].lower
    if cue == "of":
        return before in words.job_heads or before in words.person_nouns
    return cue == "to" and before in _GOING


_GOING = frozenset(
    [
        "back",
        "home",
        "moved",
        "sails",
        "sailed",
        "drove",
        "drives",
        "flew",
        "flies",
        "went",
        "goes",
        "returned",
        "returns",
        "up",
        "down",
        "over",
    ]
)


def _likely_place(head: str, also_words: frozenset[str]) -> bool:
    """Whether an unknown capitalised word after "from" is more likely a place than a person."""
    first = head.split(" ")[0]
    return not head.isupper() and not names().is_given(first)
