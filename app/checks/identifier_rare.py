"""Events so rare that whoever reads the news can find the person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.context import Context
from app.checks.identifier_say import identifier
from app.checks.inflect import word_set
from app.checks.scene import Scene
from app.checks.starts import APOSTROPHE, CAPITAL, openings, starts
from app.model.finding import Finding, IdentifierSub, Strength

_AREA = (
    r"(?:in|from|on|at) (?:the (?:whole |entire )?)?(?:country|world|county|state|town|city|region|"
    r"island|province|hospital|village|continent|UK|US|USA|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)
_WHERE = rf"(?:{_AREA}|to (?:ever )?(?:receive|have|get|undergo|survive|be)\b|ever\b|worldwide\b)"
_TO_HAVE = r"(?: to (?:receive|have|get|undergo|survive)\b)?"
_ONE = (
    r"(?:patients?|persons?|people|woman|man|child|baby|girl|boy|adult|recipient|mother|father|"
    r"athlete|case|human|survivor)"
)
_SOLE = (
    r"(?:first|second|third|only|youngest|oldest|sole|tallest|smallest|heaviest|fastest|last|"
    r"longest)"
)
_FEW = (
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a handful|a dozen|few)"
)
_SOLE_PERSON = re.compile(
    rf"\b[Tt]he {_SOLE}(?:\s[\w-]{{1,14}}){{0,2}}?\s{_ONE}"
    rf"(?:\s[\w-]{{1,14}}){{0,2}}?\s{_WHERE}{_TO_HAVE}"
)
_IS_SOLE = re.compile(
    r"\b(?:is|was|became|become|being|be|['’]s|as|our|my)\s(?:now\s)?"
    rf"(?P<n>(?:the )?{_SOLE}(?:\s(?!trial|study|hospital|drug|device|of )[\w-]{{1,14}}){{0,3}}?"
    rf"\s{_WHERE}{_TO_HAVE})"
)
_ONE_OF_FEW = re.compile(
    rf"\bone of (?:only |just |fewer than |about |the )?{_FEW}(?: known)? "
    rf"(?:people|patients|cases|women|men|children)(?: alive)?(?:\s[\w-]{{1,14}}){{0,3}}?\s{_WHERE}"
)
_DISASTER = (
    r"(?:avalanche|earthquake|flood|floods|crash|fire|blaze|explosion|landslide|mudslide|siege|"
    r"shooting|"
    r"bombing|sinking|shipwreck|rig|oil rig|ferry|cliff|mountain|canal|river|sea|lake|ice|"
    r"bridge|roof|pitch|"
    r"wreck|wreckage|rubble|mine|well|tunnel|train|trawler|lifeboat|tower|crane|stage|"
    r"scaffolding|harbour|harbor|"
    r"cable car|ski lift|rapids|storm|tornado|hurricane|lightning|shark|bull|bear)"
)
_HAPPENED = re.compile(
    r"\b(?:[Tt]he (?:man|woman|boy|girl|one|lad|hiker|golfer|driver|player|baby|farmer|climber|"
    r"passenger) (?:who |that |they "
    r"|whom )?)?(?:[Ss]urvived|[Ss]urviving|[Ee]scaped|[Ll]ifted|[Ww]inched|[Cc]arried|"
    r"[Pp]ulled|[Rr]escued|"
    r"[Aa]irlifted|[Ff]ell|[Jj]umped|[Ww]ashed|[Ss]truck|[Ss]wept|[Dd]ug|[Tt]hrown|[Cc]ut|"
    r"[Hh]it|[Gg]ored|[Ff]ished)"
    rf"(?: \w{{1,8}}){{0,2}}? (?:off|from|out of|through|into|under|overboard|by|of)? ?(?:the |"
    rf"a |an )?(?:\w{{1,10}} )?"
    rf"{_DISASTER}\b"
    r"|\b(?:searched|searching|looked|dived|dug) for (?:\w{1,10} ){0,2}?(?:with dogs|"
    r"by helicopter|for days|all night|last)"
    r"|\b(?:on|in|across) (?:every|all the) (?:channel|paper|station|newspaper|front page|"
    r"screen)s?\b"
    r"|\b(?:emergency landing|world record|documentary|Guinness)\b"
    r"|\b(?:on|in|across|off) the (?:evening |local |national |regional |six o'clock )?"
    r"(?:news|telly|TV|papers|front page|headlines|front pages)\b"
)
# Any superlative with a place or a kind behind it; a hint, not a proof.
_SUPERLATIVE = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Mm]y|[A-Z][\w-]{2,14}['’]s|(?:town|village|county|country|world)['’]s) "
    r"(?:first|second|third|only|last|sole|[a-z]{3,9}est|most [a-z]{4,12}) "
    r"(?!time|day|week|month|year|night|morning|visit|clinic|thing|word|case|line|one\b|step|"
    r"mile|dose|"
    r"few|couple|stent|echo|patient|hour|minute|part|question|place|call|shift|list|chance)"
    r"(?:[\w'’-]{2,14} ){1,4}?(?:in|of|on|to|with|at|ever|from|since)\b [^.,;:!?\n]{3,40}"
)
_NEWS = re.compile(
    r"\b(?:made (?:the )?(?:local |national |international |evening )?"
    r"(?:news|headlines|front page|papers)"
    r"|(?:was|were|been) (?:all over|on|in) the (?:local |national |evening )?"
    r"(?:news|papers?|headlines|front page|telly|TV|radio)"
    r"|front[- ]page (?:news|story)|won the (?:lottery|lotto|jackpot)"
    r"|(?:you may|you might|some of you|many of you) (?:have (?:read|seen|heard) about|remember|"
    r"know|"
    r"recogni[sz]e) (?:her|him|this|the story|it))\b",
    re.IGNORECASE,
)
_AT_EVENT = re.compile(
    r"\b(?:during|after|in|at half[- ]time (?:of|in)|at|survivor of|survived|running|finishing) "
    r"(?:last (?:week|month|year|night|\w{3,6}day)['’]s |this year['’]s |yesterday['’]s |"
    r"the \d{4} |"
    r"the )?(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2} |[a-z]{3,12} )?(?:half[- ]marathon|"
    r"[Mm]arathon|[Ff]inal|"
    r"derby|"
    r"[Cc]up [Ff]inal|bombing|(?:train|bus|plane|air) crash|ferry disaster|earthquake|floods?|"
    r"wildfire|shooting|triathlon|Ironman|parade|festival|Games|Olympics|Tour de France|rally)\b"
)
_KIND = r"(?:[\w'’-]{1,16}\s){0,4}?"
# Nobody else, by the words for it, whatever the rest of the sentence says.
_UNIQUE = re.compile(
    rf"\b(?:[Nn]obody|[Nn]o one|[Nn]o other (?:patient|person|man|woman|child)) (?:else )?{_AREA} "
    rf"(?:has|had|ever)\b[^.!?\n,]{{3,60}}"
    rf"|\b[Tt]he (?:only|last|first|oldest|youngest|sole) (?:living |surviving |known |ever )?"
    rf"{_KIND}(?:crewman|survivor|member|twins|triplets|pair|set|couple|resident|speaker|veteran|"
    rf"witness|heir|"
    rf"holder|champion|keeper)\b(?:[^.!?\n,]{{0,40}})"
    rf"|\b(?:[A-Z][\w-]{{2,14}}(?:['’]s)|the (?:country|world|state|county)['’]s) "
    rf"(?:first|only|oldest|youngest|longest)[- ](?:ever )?{_KIND}(?:pump|heart|transplant|"
    rf"implant\w*|"
    rf"recipient|pacemaker|valve|patient|operation|procedure|survivor|baby|device|case)\b"
    rf"|\b[Tt]he (?:winner|survivor|survivors|hero|victim|driver|pilot|captain) of "
    rf"(?:the|last|this|that|yesterday['’]s)\b[^.!?\n,]{{3,40}}"
)
# Somebody told by what was in the news: rescued, found, fallen, born in an odd place.
_SEEN_BY_ALL = re.compile(
    r"\b(?:[Tt]he |[Aa] |[Ss]ame )?(?:[\w-]{1,12} )?(?:passenger|man|woman|boy|girl|baby|child|"
    r"driver|"
    r"hiker|climber|"
    r"sailor|swimmer|surfer|fisherman|farmer|tourist|couple|mother|father|fellow|chap|lad|lady|"
    r"gentleman|one|"
    r"pilot|worker|miner|student|pensioner|cyclist|jogger|runner)"
    r"(?: who| that| whom| whose| they| we)?(?: was| were| got| had| all)?(?: [\w'’-]{1,12}){0,2}? "
    r"(?:winched|airlifted|rescued|pulled|dug|cut|fished|born|found|trapped|stranded|fell|"
    r"jumped|swept|struck|"
    r"bitten|gored|held hostage|kidnapped)(?: out| off| up| down| clear)? "
    r"(?:on|from|in|under|off|by|out of|with|at|after) (?:the|a|an)\b[^.!?\n,]{2,40}"
)
# With which words each of them can begin.
_PATTERNS = (
    (_SOLE_PERSON, openings("the")),
    (_IS_SOLE, openings(f"{APOSTROPHE} is was became become being be as our my")),
    (_ONE_OF_FEW, openings("one")),
    (_NEWS, openings("made was were been front won you some many")),
    (_AT_EVENT, openings("during after in at survivor survived running finishing")),
    (_UNIQUE, openings(f"{CAPITAL} nobody no the")),
    (_SEEN_BY_ALL, None),
    (
        _HAPPENED,
        openings(
            "the survived escaped lifted winched carried pulled rescued airlifted fell jumped "
            "washed struck swept dug thrown cut hit gored fished searched looked dived on in "
            "across off emergency world documentary Guinness"
        ),
    ),
    (_SUPERLATIVE, openings(f"{CAPITAL} the our my town village county country world")),
)
_SEEN = word_set(
    "winched airlifted rescued pulled dug cut fished born found trapped stranded fell jumped swept "
    "struck bitten gored held kidnapped"
)
_HISTORY = re.compile(r"\b(?:1[5-9]\d\d|200\d)\b")
_WHY = "An event this rare can be found in the news and so names the person. Say it more broadly."


def find_rare(scene: Scene, context: Context) -> Iterator[Finding]:
    """What happened to one person and hardly to anybody else."""
    document = scene.document
    begun = starts(document)
    for pattern, begins in _PATTERNS:
        if begins is not None:
            found = begun.find(pattern, begins)
        elif _SEEN.isdisjoint([token.lower for token in document.tokens]):
            continue
        else:
            found = pattern.finditer(document.plain)
        for match in found:
            sentence = document.sentence_at(match.start())
            if not scene.personal(sentence, context):
                continue
            if _HISTORY.search(scene.near(match.start())):
                continue
            if pattern in (
                _AT_EVENT,
                _UNIQUE,
                _SEEN_BY_ALL,
                _HAPPENED,
                _SUPERLATIVE,
            ) and not scene.tells(sentence):
                continue
            yield identifier(
                document,
                *match.span("n" if pattern is _IS_SOLE else 0),
                IdentifierSub.RARE_EVENT,
                Strength.WARN if pattern is _SUPERLATIVE else Strength.BLOCK,
                "Tells of an event that few had",
                _WHY,
            )
