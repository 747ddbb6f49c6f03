"""Where a text gives away a file without telling a story: a name beside what only one person has.

A lost letter, a slide, a fax: "name, date of birth, record number, street". Such a line is
about a real person, whether or not anything is told of her.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.checks.capitals import Row
from app.checks.gazetteer import names
from app.checks.surroundings import Surroundings, surroundings
from app.checks.vocabulary import Vocabulary
from app.text.document import Document
from app.text.spans import Span

# What a file says just before a number: it belongs to one person, or to a device in one.
_STRONG = re.compile(
    r"\b(?:MRN|DOB|D\.O\.B|NHS (?:number|no)|SSN|UHID|Aadhaar|IHI|CHI|MBI|KVNR|Medicare|PPSN?|NINO|"
    r"hospital (?:number|no)|record (?:number|no)|patient (?:id|number|no)|geb\.|geboren|"
    r"date of birth|serial|S/N|SN|IP(?: address)?|passport|waiting (?:for|on|since|list)|ABHA|"
    r"OPD|CRN|folder|chart)\b"
    r"|\bborn (?:on )?(?:the )?\d|\*\s?\d\d\.\d\d\.\d{4}|\b(?:\d{1,3}\.){3}\d{1,3}\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}\.\w|\b(?:Tel|phone|mobile|cell|ext)\b\.?|\+?\d[\d ()-]{8,16}\d\b"
    r"|\b\d{1,5}[A-Za-z]?(?:/\d{1,4})? (?:[A-Z][\w'’-]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|"
    r"Lane|Drive|Close|Court|Place|Terrace|Wynd|Way|Crescent|Nagar|Colony|Marg)\b"
    r"|\b[A-Z][\w-]{2,24}(?:straße|strasse|weg|platz|gasse|allee) \d"
)
# Words of a lost or leaked file; in front of a name they are enough.
_FILE_OF = re.compile(
    r"\b(?:(?:report|file|records?|letter|card|chart|notes|results?|bloods|ECG|EKG|echo|scan|"
    r"referral|box|"
    r"voicemail|waiting list|device card)s? (?:of|for|from)|"
    r"\d{1,5} (?:[NSEW]\.? )?[A-Z][\w'’-]{1,20} "
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Terrace)\b|(?:straße|strasse|str\.|platz|"
    r"weg) \d)",
)
# What a practice or an event gives out for everybody to use.
_FOR_ALL = re.compile(
    r"\b(?:register|registration|book|appointments?|our (?:clinic|practice|office|rooms|team|"
    r"secretary|secretaries|line|number|phone)|contact us|helpline|reception|enquiries|apply|"
    r"vacancy|tickets|rsvp|webinar|conference|press office|refer|referrals?|suite|main line|"
    r"opening hours|volunteer)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d|@")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "herr", "frau", "shri", "smt", "kumari"})
_REACH = 160  # signs between a name and what belongs to it


def find_dossiers(
    document: Document, words: Vocabulary, found: Sequence[Row], zones: Sequence[Span]
) -> frozenset[int]:
    """The sentences that hold a person's name beside a number, an address or a mailbox."""
    if not zones and not _DIGIT.search(document.plain):
        return frozenset()
    around = surroundings(document, words)
    sentences: set[int] = set()
    for row in found:
        if not _a_person(around, words, row):
            continue
        span = document.sentences[document.tokens[row.first].sentence]
        near = document.plain[max(span.start, row.start - _REACH) : min(span.end, row.end + _REACH)]
        strong, contacts = len(_STRONG.findall(near)), 0
        if not _FOR_ALL.search(near):
            strong += len(_FILE_OF.findall(near))
            contacts = len(_CONTACT.findall(near))
        if strong or contacts > 1 or (contacts and around.before(row) in _TITLES):
            sentences.add(document.tokens[row.first].sentence)
    return frozenset(sentences)


def _a_person(around: Surroundings, words: Vocabulary, row: Row) -> bool:
    """Whether a row looks like the name of somebody who is not staff, an author or famous."""
    if not row.words or around.is_known_person(row) or around.is_thing(row):
        return False
    if around.is_famous(row) or around.is_of_our_staff(row) or around.is_public(row):
        return False
    if around.before(row) in _TITLES:
        return True
    known = names()
    likely = [word for word in row.words if known.is_given(word) or known.is_family(word)]
    if around.is_listed_last_first(row) and likely:
        return True
    initial = len(row.words[0]) == 1
    return len(row.words) > 1 and bool(likely) and (initial or any(map(known.is_given, row.words)))
