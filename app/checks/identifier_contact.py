"""Ways to reach a person: phone, e-mail, pages and handles, the doctor's own excepted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.context import Context
from app.checks.gazetteer import names
from app.checks.identifier_say import identifier
from app.checks.scene import Scene, in_zones
from app.model.finding import Finding, IdentifierSub, Strength
from app.model.post import PostKind

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?<!\.)")
_PHONE = re.compile(r"(?<![\w./@-])(?:\+|\(|00)?\d(?:[ ().\-–/]{0,3}\d){6,14}(?![\w@]|[.,]\d)")
_PHONE_CUE = re.compile(
    r"\b(?:call|calls|phone|phoned|tel|telephone|mobile|cell|ring|rang|text|texted|whatsapp|"
    r"number|contact|"
    r"reach|dial|fax|landline|handy|telefon)\b",
    re.IGNORECASE,
)
# Numbers that the public is meant to call: the practice's, a helpline's, the emergency services'.
_PUBLIC = re.compile(
    r"\b(?:our|my) (?:[\w-]+ ){0,2}(?:desk|clinic|practice|office|"
    r"reception|rooms|surgery|team|secretary|number|helpline|line|"
    r"hospital|front desk|nurses?|booking)|\b(?:help ?line|hotline|switchboard|reception|"
    r"appointments?|"
    r"book|booking|call us|ring us|contact us|email us|reach us|samaritans|lifeline|crisis|"
    r"emergency|"
    r"quitline|quit line|support line|advice line|NHS ?(?:111|inform)|foundation|charity|society|"
    r"enquir(?:y|ies)|inquir(?:y|ies)|information line|clinic|practice|office hours|press|media|"
    r"call (?:111|999|911|112|000)|ambulance|toll[- ]free|freephone|register|volunteer)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\b(?:his|her|their|patient['’]s|patient (?:e-?mail|phone|contact|number|mobile)|husband|"
    r"wife|daughter|son|mother|father|sister|brother|"
    r"widow|family|"
    r"home|carer|next of kin|he|she|him)\b",
    re.IGNORECASE,
)
_OF_THE_READER = re.compile(
    r"\b(?:call|ring|phone|text|reach|try|tried|rang|called) you\b|\byour (?:\w+ )?"
    r"(?:number|mobile|phone|cell|landline)\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"^(?:\+?(?:44|353|61|49|91|1)?[ -]?\(?0?)?(?:800|808|1800|1300|1850|1890|888|877|866|855|"
    r"844|833)"
)
_FICTION = re.compile(
    r"^(?:\+?1?[ .-]?\(?\d{3}\)?[ .-]?555[ .-]?\d{4}|(?:\+44|0)7700[ ]?900[ ]?\d{3})$"
)
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}$")
_REGIONS = ("US", "GB", "IE", "CA", "AU", "DE", "IN")
_PERSON_PAGE = re.compile(
    r"(?:facebook|fb)\.com/(?!groups/|events/|pages/|watch)[\w.%-]{3,}|instagram\.com/(?!p/|"
    r"reel/|explore/)[\w.]{3,}"
    r"|(?:twitter|x)\.com/(?!i/|search|hashtag)\w{2,15}(?:/status)?|tiktok\.com/@[\w.]{2,}|"
    r"linkedin\.com/in/[\w-]{3,}"
    r"|(?:gofundme|justgiving|givesendgo|caringbridge|rip|legacy|everloved|dignitymemorial|"
    r"milaap|ketto)\."
    r"\w{2,3}/\S{3,}|/obituar\w*/|threads\.net/@[\w.]{2,}|youtube\.com/@[\w.]{2,}|/(?:~|people/|"
    r"profile/|users?/)[\w.-]{3,}",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w/@.])@(?P<h>[A-Za-z_][\w.]{1,30}[\w]|\w{3,30})(?![\w@]|\.\w{2,4}\b)")
_OFFICIAL = re.compile(
    r"heart|card|med|health|hosp|clinic|societ|assoc|journal|univ|colleg|nhs|hse|bhf|aha|acc|esc|"
    r"who|fda|ema|"
    r"lancet|nejm|bmj|jama|circ|stroke|foundation|charity|institute|centre|center|trust|news|tv|"
    r"radio|dr\b|^dr|"
    r"doctor|prof|nurse|official|pharma|council|gov|irish|british|american|european|support|team|"
    r"conf|_md|md$",
    re.IGNORECASE,
)
_COLLEAGUE = re.compile(
    r"(?:thanks? to|thank you|with|via|by|led by|credit|h/t|hat tip|follow|cc|from|join|"
    r"my colleagues?|"
    r"colleague|and|,|speakers?|congratulations(?: to)?|well done|great work)[ ,:]{1,3}$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:thanks? to|thank you|led by|credit|h/t|hat tip|cc|my colleagues?|colleague|speakers?|"
    r"photo by|fixed by|operated by|with (?:dr|prof)\.?)[ ,:]{1,3}$",
    re.IGNORECASE,
)
_PATIENT_CUE = re.compile(
    r"\b(?:patients?|she|he|her|his|him|story|husband|wife|daughter|son|survivor)\b", re.IGNORECASE
)
_PATIENT_BEFORE = re.compile(
    r"(?:patients?|husband|wife|daughter|son|she|he|survivor)[ ,:(]{1,2}$", re.IGNORECASE
)
_FOLLOWED = re.compile(
    r"\b(?:repost(?:ed)? (?:from|by|of)|thread (?:by|from)|story (?:by|from|of)|"
    r"video (?:by|from|of)|"
    r"post (?:by|from)|words of|meet|tagging|follow|vote for|love to|star|page of|"
    r"diary of)\b[^.!?]{0,12}$",
    re.IGNORECASE,
)
# What a page in a story is called when it is the person's own or tells of the person.
_THEIRS = re.compile(
    r"\b(?:his|her|their|hers|story|blog|diary|page|profile|channel|video|film|footage|clip|map|"
    r"article|interview|report|photos?|pictures?|gallery|album|donat\w+|fund\w*|vote|petition|"
    r"the (?:man|woman|lady|boy|girl|patient|baby|gentleman))\b",
    re.IGNORECASE,
)
# Pages that a text cites.
_SOURCE = re.compile(
    r"doi\.org|pubmed|ncbi|nih\.gov|\.gov\b|\.edu\b|\.ac\.|nhs\.uk|who\.int|escardio|heart\.org|acc\.org|"
    r"nice\.org|bhf\.|cochrane|nejm|lancet|jama|bmj|ahajournals|clinicaltrials|guideline|wikipedia|"
    r"academic\.|journals?\.|hse\.ie|rki\.de",
    re.IGNORECASE,
)
_CONTACT_WHY = "It leads straight to one person. Leave it out."


def find_contacts(scene: Scene, context: Context) -> Iterator[Finding]:
    """Phone numbers, addresses of mailboxes and pages, and handles of persons."""
    plain = scene.document.plain
    if "@" in plain:
        yield from _emails(scene, context)
        yield from _handles(scene, context)
    yield from _phones(scene, context)
    yield from _pages(scene, context)


def _personal(scene: Scene, context: Context, place: int) -> tuple[bool, str]:
    sentence = scene.document.sentence_at(place)
    return scene.personal(sentence, context), scene.near(place)


def _for_all(scene: Scene, place: int, text: str) -> bool:
    """Whether what stands there is meant for everybody: the practice's number, a helpline."""
    if scene.in_dossier(scene.document.sentence_at(place)):
        return False
    return bool(_PUBLIC.search(text)) and not _PERSONAL.search(text)


def _emails(scene: Scene, context: Context) -> Iterator[Finding]:
    own = {link.lower() for link in (*context.account.links, *context.account.handles)}
    for match in _EMAIL.finditer(scene.document.plain):
        personal, text = _personal(scene, context, match.start())
        address = match.group().lower()
        if address in own or address.partition("@")[2] in _domains(context):
            continue
        if not personal and not _PERSONAL.search(text):
            continue
        if _for_all(scene, match.start(), text):
            continue
        yield _found(scene, match.span(), IdentifierSub.EMAIL, "Gives an e-mail address")


def _domains(context: Context) -> set[str]:
    """Domains of the doctor's own pages."""
    return {
        link.lower().partition("://")[2].removeprefix("www.").partition("/")[0] or link.lower()
        for link in context.account.links
    }


def _phones(scene: Scene, context: Context) -> Iterator[Finding]:
    own = {_digits(phone)[-8:] for phone in context.account.phones if phone}
    for match in in_zones(_PHONE, scene):
        number = match.group().strip()
        digits = _digits(number)
        if _IP.match(number) or digits[-8:] in own or _FREE.match(number):
            continue
        personal, text = _personal(scene, context, match.start())
        if _for_all(scene, match.start(), text):
            continue
        cue = bool(_PHONE_CUE.search(text))
        if context.kind is PostKind.REPLY and not _somebodys(scene, match.start(), text):
            continue  # a number that a reply sends to, not that of whom it answers
        if not personal and not (cue and _PERSONAL.search(text)):
            continue
        if not (_FICTION.match(number) or _valid(number, context, cue)):
            continue
        yield _found(scene, match.span(), IdentifierSub.PHONE, "Gives a phone number")


def _somebodys(scene: Scene, place: int, text: str) -> bool:
    """Whether a number in a reply is told of somebody."""
    sentence = scene.document.sentence_at(place)
    told = scene.in_story(sentence) or scene.in_dossier(sentence)
    return told or bool(_PERSONAL.search(text) or _OF_THE_READER.search(text))


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _valid(number: str, context: Context, cue: bool) -> bool:
    """Whether it is a phone number in one of the regions; a cue makes a possible one enough."""
    if re.fullmatch(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}", number):
        return False
    import phonenumbers

    regions = dict.fromkeys(
        [name.partition("-")[0].replace("UK", "GB") for name in context.jurisdictions]
        + list(_REGIONS)
    )
    for region in regions:
        try:
            parsed = phonenumbers.parse(number, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(parsed):
            return cue or not number.isdigit() or number[0] in "+0"
        if cue and phonenumbers.is_possible_number(parsed) and len(_digits(number)) >= 9:
            return True
    return False


def _pages(scene: Scene, context: Context) -> Iterator[Finding]:
    own = [link.lower().partition("://")[2] or link.lower() for link in context.account.links]
    for link in scene.document.links:
        address = link.address
        personal, text = _personal(scene, context, link.start)
        if not personal or any(page and page in address.lower() for page in own):
            continue
        if _SOURCE.search(address) or not _leads_to_a_person(address, text):
            continue
        yield _found(scene, (link.start, link.end), IdentifierSub.URL, "Links to a person's page")


def _leads_to_a_person(address: str, text: str) -> bool:
    """Whether a page in a story is somebody's: a profile, a name in it, or words that say so."""
    host, _, path = address.lower().partition("://")[2].partition("/")
    if not address.lower().startswith("http"):
        host, _, path = address.lower().partition("/")
    if not path.strip("/") and host.count(".") < 2:
        return False
    last = path.rstrip("/").rpartition("/")[2].lstrip("@")
    if _PERSON_PAGE.search(address):
        return not _OFFICIAL.search(last) or _names_somebody(last) or "gofundme" in host
    return _names_somebody(f"{host}/{path}") or bool(_THEIRS.search(text))


def _names_somebody(words: str) -> bool:
    """Whether a part of an address or a handle is a given name."""
    known = names()
    return any(
        (len(part) > 3 and known.is_given(part.removesuffix("s")))
        or (len(part) > 2 and known.is_given(part))
        for part in re.split(r"[^a-zA-Z]+", words)
        if part not in ("http", "https", "com", "org", "example")
    )


def _handles(scene: Scene, context: Context) -> Iterator[Finding]:
    own = {handle.lower().lstrip("@") for handle in context.account.handles}
    plain = scene.document.plain
    for match in _HANDLE.finditer(plain):
        handle = match.group("h")
        personal, text = _personal(scene, context, match.start())
        if not personal or handle.lower() in own:
            continue
        if _OFFICIAL.search(handle) and not _names_somebody(handle):
            continue
        if scene.document.in_address(match.start()):
            continue
        before = plain[max(0, match.start() - 30) : match.start()]
        followed = _FOLLOWED.search(before) or _PATIENT_BEFORE.search(before)
        told = scene.tells(scene.document.sentence_at(match.start()))
        if (_CREDIT if told else _COLLEAGUE).search(before) and not followed:
            continue
        if (
            not followed
            and not _PATIENT_CUE.search(text)
            and not scene.in_story(scene.document.sentence_at(match.start()))
        ):
            continue
        yield _found(scene, match.span(), IdentifierSub.HANDLE, "Gives a person's handle")


def _found(scene: Scene, span: tuple[int, int], sub: IdentifierSub, title: str) -> Finding:
    return identifier(scene.document, *span, sub, Strength.BLOCK, title, _CONTACT_WHY)
