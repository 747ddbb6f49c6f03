"""Hashtags that hint at a tie without saying it plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.checks.pack import Pack
from app.checks.rulebook import rulebook
from app.text.document import Document

# Parts of a tag that nobody uses but those who are paid, and whole tags of that sort.
_PLAIN_PARTS = (
    "sponsor|affiliat|gifted|supportedby|poweredby|hostedby|prsample|prpackage|prgift|freesample|"
    "brandrep|brandpartner|brandambassador|paidpartner|paidby|giftedby|invitedby"
)
_PLAIN = (
    "sp|spon|spons|sponcon|aff|afflinks?|kol|collab|presstrip|werbung|anzeige|advertorial|"
    r"\w*_(?:spon|sp|ad|aff|kol|pr|collab|partner|ambassador|invite|gift)"
)
# The same for tags that others use too: they count where a seller is named.
_VAGUE_PARTS = "collab|ambassador|partner(?!ed)|prparcel|workingwith"
_VAGUE = (
    r"pr|ee|freebie|giftedproduct|invite|invitation|invited|gift|client|employee|consultant|"
    r"thanks\w*|thankyou\w*|friends?|friends?of\w+|family|\w+fam(?:ily)?|brand|honou?red|supported|"
    r"hosted|paid\w*|promo|promoted|promotion|adv|pub|publicit\w+|publicidad|pubblicit\w+|reklame|"
    r"annonce|spnsrd|iworkfor\w+"
)
_STRICT = re.compile(rf"#(?:\w*(?:{_PLAIN_PARTS})\w*|{_PLAIN})", re.IGNORECASE)
_ANY = re.compile(rf"#(?:\w*(?:{_PLAIN_PARTS}|{_VAGUE_PARTS})\w*|{_PLAIN}|{_VAGUE})", re.IGNORECASE)
_BRANDED = re.compile(
    r"#(?:[A-Z][a-z]+){1,3}(?:Partner|Ambassador|Family|Crew|Squad|Creator|Athlete)"
)
_OF = (
    re.compile(r"#(?:team|thanks|thankyou|ilove|love|poweredby|with)_?(\w+)"),
    re.compile(
        r"#(\w+?)_?(?:partner|ambassador|athlete|family|fam|crew|squad|team|creator|friends?)"
    ),
)
"""Tags made of the name of a company and what one is to it."""
_INNOCENT = re.compile(
    r"#\w*(?:research|trial|global|clinical|patient|academic|community|dance|marriage|life|"
    r"sponsoredwalk|sponsoredrun|sponsoredswim|notsponsored|unsponsored|giftedhands|thanksgiving)\w*",
    re.IGNORECASE,
)
_SHORTEST, _LONGEST = 3, 60


def tie_tags(document: Document, pack: Pack, named: bool) -> Iterator[int]:
    """The tokens that are such tags; vague ones only where a seller is ``named``."""
    for at, token in enumerate(document.tokens):
        tag = token.text
        if tag[0] != "#" or not _SHORTEST <= len(tag) < _LONGEST or _INNOCENT.fullmatch(tag):
            continue
        hint = (_ANY if named else _STRICT).fullmatch(tag) or _BRANDED.fullmatch(tag)
        if hint or any(
            about[1] in _companies(pack) for form in _OF if (about := form.fullmatch(token.lower))
        ):
            yield at


@lru_cache(maxsize=2)
def _companies(pack: Pack) -> frozenset[str]:
    """The companies of one word, as they stand in hashtags."""
    words = rulebook(pack).grammar.words_in("{company")
    return frozenset(word for word in words if len(word) > _SHORTEST)
