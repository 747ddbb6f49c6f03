"""Whether sentences tell of one real person: who, when, what happened, and to whom it was told.

No single phrase decides. Each sentence collects weak and strong cues; general statements,
studies, history and imagined cases weigh them down. A run of sentences that collects
enough, with somebody in it, is a story, also without the word patient.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.checks.person import Person
from app.text.document import Document

ENOUGH = 3.0
_REACH = 3  # sentences that can make a story together


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


_NOT_COMPOUND = (
    r"(?!['’]s\s(?:guide|rights|choice|view|perspective)|\s(?:information|portal|lists?|leaflets?|"
    r"safety|care|groups?|education|experience|forum|stories|support|community|advocates?|panel|"
    r"satisfaction|population|outcomes|engagement|choice|privacy|data|resources|base|involvement|"
    r"confidentiality|records|numbers|volume|demographic|feedback|testimonials?|organi[sz]ation))"
)
_WHO = (
    r"(?:man|woman|lady|gentleman|boy|girl|guy|chap|lad|patient|person|mum|dad|mother|father|baby)"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PLACE = (
    r"(?:clinic|office|ER|ED|A&E|emergency|cath(?:eter)? lab|ward|hospital|practice|us|me|casualty|"
    r"theatre|OPD|unit|ICU|CCU|resus|surgery|rooms|department|waiting room|consulting room)"
)
_SEEN = (
    r"saw|seen|met|treated|admitted|reviewed|examined|scanned|operated on|stented|ablated|implanted|"
    r"shocked|resuscitated|diagnosed|discharged|cared for|looked after|looking after|intubated|"
    r"caring for|fixed|repaired|replaced|lost|saved|sent|took|gave|called|found|asked|told|started|"
    r"stopped|referred|consented|pronounced|wheeled|rushed|opened|closed|put|placed|got|brought|"
    r"sat with|sat down with|held|watched|followed|counselled|counseled|visited|delivered|paced|"
    r"cardioverted|thrombolysed|bypassed|had"
)
# Cues with a person in them, and how much each says.
CUES: Mapping[str, tuple[float, re.Pattern[str]]] = {
    "patient_of_mine": (
        3.0,
        _words(
            rf"(?:my|our)\s(?:[\w-]+\s){{0,3}}patient(?!s){_NOT_COMPOUND}"
            r"|(?:one|someone|somebody|another|two|three|four|few|couple) of (?:my|our)"
            r"(?:\s[\w-]+){0,2}\spatients"
            r"|(?:a|an|the)(?:\s[\w-]+){0,3}\spatient (?:of (?:mine|ours)|(?:that |who(?:m)? )?(?:I|we) "
            r"\w+|under (?:my|our) care|on (?:my|our) (?:list|ward))"
            r"|(?:inherited|got|had|have) a (?:new )?patient (?:who|whose)"
            r"|(?:came|come|comes|back|asked) to see (?:me|us)(?! (?:in|at|for) (?:your|the) )"
        ),
    ),
    "this_person": (
        2.0,
        _words(
            rf"(?:this|that|yesterday['’]s|today['’]s|last night['’]s|tonight['’]s) (?:[\w-]+\s){{0,3}}{_WHO}"
            rf"{_NOT_COMPOUND}"
        ),
    ),
    "compact": (2.5, re.compile(r"(?<![\w.,/-])[1-9]\d\s?(?:[MF]|yo[MF]?|y/o|yoM|yoF)\b(?![\w-])")),
    "case": (
        1.5,
        _words(
            r"(?:interesting|tough|great|challenging|fascinating|difficult|rare|memorable|recent|"
            r"today['’]s|this) case|case (?:of the (?:day|week|month)|report|presentation|discussion)|"
            r"(?:ecg|ekg|echo|angiogram|image|scan|mri|ct) of the (?:day|week|month)|"
            r"(?:guess|spot|what['’]s|what is|name) (?:the|your|this) (?:diagnosis|rhythm|lesion)|"
            r"spot diagnosis|what would you do(?: next)?|case:|first case of"
        ),
    ),
    "bed": (1.5, _words(r"(?:bed|room|bay|cubicle|trolley) (?:number |no\.? )?\d{1,3}")),
    "permission": (
        1.5,
        _words(
            r"(?:shared|sharing|posted|told|story|photo|picture|published) (?:here )?with "
            r"(?:(?:his|her|their|the patient['’]s|full|kind|written) ){0,2}(?:permission|consent)|"
            r"(?:names?|details) (?:have been |has been |were )?changed|not (?:his|her|their) real name|"
            r"consent obtained|anonymi[sz]ed (?:case|story)"
        ),
    ),
    "told_me": (
        1.2,
        _words(
            r"(?:told|asked|thanked|hugged|wrote to|wrote|emailed|messaged|texted|showed|handed|looked at|"
            r"smiled at|begged|gave|sent|brought|reminded|taught|confided (?:in|to)|said to|promised|"
            r"called|rang|phoned|stopped|grabbed|admitted to) (?:me|us)|(?:smiled|laughed|cried|shrugged|"
            r"whispered|sobbed|grinned)"
        ),
    ),
    "arrived": (
        1.5,
        _words(
            rf"(?:came|walked|rushed|brought|wheeled|referred|sent|rolled|presented|presents|turned up|"
            rf"arrived|arrives|showed up|admitted|transferred|flown|airlifted|comes|walks|drove|limped|"
            rf"shuffled|sat|waited|seen)\b[^.!?\n]{{0,40}}?\b{_PLACE}"
            r"|(?:came|walked|comes|walks) in(?:to)?|presents with|presented with|came (?:back )?to see (?:me|us)"
            r"|(?:came|come|was) (?:back )?for (?:his|her) (?:check|review|follow)"
        ),
    ),
    "happened": (
        1.0,
        _words(
            r"(?:was|were|got|been|being|is)\s(?:\w+\s)?(?:admitted|diagnosed|discharged|intubated|"
            r"resuscitated|stented|shocked|rushed|referred|transferred|defibrillated|implanted|"
            r"operated on|readmitted|dying|dead|misdiagnosed|fitted|listed|turned down)|"
            r"collapsed|arrested|died|passed away|coded|underwent|deteriorated|woke up|went home|"
            r"walked out|lost consciousness|fainted|blacked out|dropped dead|recovered|survived|"
            r"(?:had|has|having) (?:a|an|his|her|two|three) (?:\w+ ){0,2}(?:heart attack|stroke|cardiac "
            r"arrest|stent|stents|bypass|infarct|MI|STEMI|transplant|pacemaker|defibrillator|ICD|TAVI|"
            r"ablation|angiogram)|"
            r"didn['’]t make it|(?:is|was|are) (?:now )?(?:home|doing well|back (?:at|on|in|to))|"
            r"flatlined|crashed|in (?:VF|VT|cardiogenic shock|complete heart block)"
        ),
    ),
    "when": (
        1.0,
        _words(
            rf"today|yesterday|last (?:night|week|month|year|{_WEEKDAY})|this (?:morning|afternoon|evening|"
            rf"week|{_WEEKDAY})|on {_WEEKDAY}|tonight|earlier|the other (?:day|night|week)|recently|"
            r"(?:a few|two|three|four|five|six|several|\d{1,2}|some) (?:hours|days|weeks|months|years) "
            r"(?:ago|later|after)|at \d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.)|on call|in (?:my )?clinic|"
            r"my (?:last|first|next|final) (?:clinic|shift|case|list|patient|call)|once|last (?:winter|"
            r"summer|spring|autumn|christmas)|one (?:day|morning|night|evening|afternoon|winter|"
            rf"{_WEEKDAY})|minutes later|never forget|still remember"
        ),
    ),
    "rare": (
        1.5,
        _words(
            r"(?:first|only|youngest|oldest) (?:\w+ ){0,2}(?:patient|person|woman|man|child|baby|girl|boy|"
            r"recipient|in (?:the country|ireland|the world|europe))|made (?:the )?(?:\w+ )?(?:news|headlines)"
        ),
    ),
    "body": (
        1.0,
        _words(
            r"(?:his|her) (?:ECG|EKG|echo|angiogram|heart|blood pressure|valve|rhythm|troponin|"
            r"coronar\w{1,4}|arter\w{1,4}|LAD|EF|ejection fraction|pulse|scan|bloods|labs|results|"
            r"symptoms|chest|pacemaker|ICD|stent|surgery|operation|recovery|wife|husband|daughter|son|"
            r"family|kids|children|mother|father|mum|dad|partner|grandchildren|hands?|eyes|face|"
            r"first|last|own|GP|notes|chart|tablets|medication|left|right|widow|smile|story|diagnosis|bypass|stents?|procedure|ablation|transplant|TAVI|age)"
        ),
    ),
}
_WE_SAW = _words(rf"(?:I|we)(?:['’](?:ve|d))?(?:\s[\w-]+){{0,2}}?\s(?:{_SEEN})")
_SOMEBODY = _words(r"he|she|him|her|someone|somebody|his|hers|himself|herself")
_PRONOUN = _words(r"he|she|him|her|his|hers|himself|herself")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.?\s[A-Z][\w'’-]*")
_IMAGINED = _words(
    r"imagine|imagining|suppose|hypothetical(?:ly)?|fictional|fictitious|made[- ]up|invented|picture "
    r"(?:this|a|an)|let['’]s say|say (?:a|an|you)|consider (?:a|an|the)|think of (?:a|an)|scenario|"
    r"vignette|for example|for instance|textbook|illustrative|role[- ]play|simulated|simulation|"
    r"mannequin|drill|actor|story book|novel|film|movie"
)
_GENERAL = _words(
    r"if (?:a|an|you|your|the|he|she|they|someone|somebody|anyone|one)|when(?:ever)? (?:a|an|your|you|"
    r"someone|somebody|people|patients)|any(?:one|body)?|every(?:one|body)?|each|no one|nobody|typical|"
    r"typically|usually|tends? to|may|might|should|must|need to|needs to|as likely|more likely|"
    r"less likely|risk of|chance of|on average|many|most|unless|ask (?:your|a)|talk to"
)
_STUDIED = _words(
    r"trials?|stud(?:y|ies)|participants|enrolled|randomi[sz]ed|registry|cohort|meta-analys[ei]s|"
    r"researchers|investigators|published|guidelines?|reported in|case series|analysis|data from"
)
_PAST_YEAR = re.compile(r"\b(?:1[5-9]\d\d|200\d)\b")
_PAST_VERB = _words(
    r"was|were|had|came|told|asked|said|went|took|saw|met|thanked|walked|collapsed|died|arrived|gave|"
    r"brought|called|got|felt|thought|looked|left|found|made|ran|fell|woke|smiled|\w{3,14}ed"
)


@dataclass(frozen=True, slots=True)
class Scored:
    """What one sentence says of one person: how much, and by which cues."""

    score: float
    somebody: bool
    cues: tuple[str, ...]
    imagined: bool


def score_sentence(text: str, people: tuple[Person, ...], named: float) -> Scored:
    """Weigh the cues of one sentence; ``named`` is what names in it add."""
    others = [person for person in people if not person.is_relative_of_author]
    own = any(person.is_relative_of_author for person in people)
    cues = [name for name, (_, pattern) in CUES.items() if pattern.search(text)]
    score = sum(CUES[name][0] for name in cues)
    sure = bool({"patient_of_mine", "compact", "this_person"} & set(cues))
    titled = bool(_TITLED.search(text)) or named > 0
    pronoun = bool(_PRONOUN.search(text))
    somebody = sure or titled or bool(others) or bool(_SOMEBODY.search(text)) or "bed" in cues
    if others and not sure:
        score += 1.0 + (0.8 if any(person.age is not None for person in others) else 0.0)
    elif pronoun:
        score += 0.5
    if titled:
        score += max(named, 1.5 if _TITLED.search(text) else 0.0)
    if somebody and _WE_SAW.search(text):
        score += 2.0
        cues.append("we_saw")
    if not somebody:
        score = min(score, 1.5)
    if own and not others and not sure:
        score *= 0.2
    imagined = bool(_IMAGINED.search(text))
    return Scored(_weighed(text, score, sure, imagined), somebody, tuple(cues), imagined)


def _weighed(text: str, score: float, sure: bool, imagined: bool) -> float:
    """The score after what speaks against one real person of today."""
    if imagined:
        return score * 0.2
    if _PAST_YEAR.search(text):
        score *= 0.3
    if _STUDIED.search(text) and not sure:
        score *= 0.4
    if _GENERAL.search(text) and not _PAST_VERB.search(text):
        score *= 0.5 if sure else 0.35
    return score


def windows(document: Document, scored: tuple[Scored, ...]) -> tuple[tuple[int, int], ...]:
    """Runs of sentences ``(first, last)`` that tell a story, widened to where it goes on."""
    found: list[tuple[int, int]] = []
    count, at = len(scored), 0
    imagined = False
    while at < count:
        imagined = scored[at].imagined or (imagined and _near(document, at))
        last = None if imagined else _story_from(document, scored, at)
        if last is None:
            at += 1
            continue
        while last + 1 < count and _goes_on(scored[last + 1]) and _near(document, last + 1):
            last += 1
        found.append((at, last))
        at = last + 1
    return tuple(found)


def _story_from(document: Document, scored: tuple[Scored, ...], first: int) -> int | None:
    """The last of the fewest sentences from ``first`` that are enough."""
    if scored[first].score <= 0.4:
        return None
    total, somebody = 0.0, False
    for place in range(first, min(first + _REACH, len(scored))):
        if place > first and (not _near(document, place) or scored[place].imagined):
            return None
        total += scored[place].score
        somebody = somebody or scored[place].somebody
        if somebody and total >= ENOUGH:
            return place
    return None


def _goes_on(scored: Scored) -> bool:
    return scored.score >= 0.5 and scored.somebody


def _near(document: Document, sentence: int) -> bool:
    """Whether a sentence stands in the paragraph of the one before, or directly below it."""
    low, high = document.sentences[sentence - 1].end, document.sentences[sentence].start
    return document.plain.count("\n", low, high) <= 2
