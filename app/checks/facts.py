"""Facts about a post that its words tell: what the checklist asks its questions by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.context import Context
from app.checks.hits import hits
from app.checks.pack import Pack
from app.checks.starts import DIGIT, openings, starts
from app.model.assessment import Fact
from app.model.post import Audience, PostKind
from app.text.document import Document
from app.text.tokens import words_of

_PREFIX = "facts."
_SHARE = re.compile(r"\d\s?(?:%|per ?cent\b|percentage points?\b|-?fold\b)", re.IGNORECASE)
_STATISTIC = re.compile(
    r"\b(?:\d[\d,.]{0,12}|one|two|three|four|five|six|seven|eight|nine|ten)"
    r" (?:in|out of)(?: every)? "
    r"(?:\d|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b)"
    r"|\b(?:\d[\d,.]{0,12}|two|three|four|five|ten|twice) times (?:as|more|less|higher|lower|the)\b"
    r"|\b\d[\d,.]{0,12}\s?(?:million|billion|thousand|lakh|crore)?\s"
    r"(?:people|adults|deaths|patients|lives|women|men|children|cases|heart attacks|strokes)\b"
    r"|\b(?:HR|OR|RR|NNT|NNH|CI)\s?[=:]?\s?\d"
    r"|\b(?:half|one third|a third|two thirds|a quarter|three quarters|most) of (?:all )?"
    r"(?:people|adults|deaths|patients|women|men|heart attacks|strokes)\b",
    re.IGNORECASE,
)
_NUMBERS = (
    "one two three four five six seven eight nine ten twice half third thirds a quarter most "
    "HR OR RR NNT NNH CI"
)
# The two-letter names of ratios may have their number written right behind them.
_STATISTIC_OPENINGS = openings(f"{DIGIT} {_NUMBERS}") | {
    f"{ratio}{digit}" for ratio in ("hr", "or", "rr", "ci") for digit in range(10)
}
_PARTNER = re.compile(
    r"(?<!\w)(?:featuring|feat\.?|ft\.?|alongside|together with|(?:guest post|takeover|hosted) by|"
    r"(?:partner(?:ed|ing|ship)?|collab(?:orat(?:ed|ing|ion))?|team(?:ed|ing) up) with) @\w+",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(
    r"(?<!\w)(?:via|RT|HT|h/t|(?:repost(?:ed|ing)?|shar(?:ed|ing)|regram)(?: from| of)?):? @\w+",
    re.IGNORECASE,
)
_HASHTAG = re.compile(r"(?<!\w)#[^\W\d_]")


def _fact(name: str, because: str, origin: str = "text", value: bool = True) -> Fact:
    return Fact(name, value, origin, because)


def read_facts(document: Document, context: Context, pack: Pack) -> dict[str, Fact]:
    """What the words and the context say, before the author's corrections."""
    facts: dict[str, Fact] = {}
    for fact in (
        *_from_lists(document, pack),
        *_from_products(document, pack),
        *_from_forms(document),
        *_from_context(document, context),
    ):
        facts.setdefault(fact.name, fact)
    return facts


def _from_lists(document: Document, pack: Pack) -> Iterator[Fact]:
    for group, found in hits(document, pack).items():
        if group.startswith(_PREFIX):
            hit = found[0]
            yield _fact(group.removeprefix(_PREFIX), document.plain[hit.start : hit.end])


def _from_products(document: Document, pack: Pack) -> Iterator[Fact]:
    cased = {str(word) for word in pack.data.get("products", {}).get("short_words_need_case", ())}
    found = hits(document, pack)
    for hit in (*found.get("products", ()), *found.get("products.class_terms", ())):
        words = document.plain[hit.start : hit.end]
        if hit.phrase not in cased or words == hit.phrase:
            yield _fact("names_product", words)
            return


def _from_forms(document: Document) -> Iterator[Fact]:
    found = (
        _SHARE.search(document.plain),
        starts(document).first(_STATISTIC, _STATISTIC_OPENINGS),
    )
    statistics = [match for match in found if match]
    if statistics:
        first = min(statistics, key=lambda match: match.start())
        yield _fact("has_statistic", first.group())
    if "@" in document.plain:
        partner = _PARTNER.search(document.plain)
        if partner:
            yield _fact("partner_tagged", partner.group())
        passed_on = _PASSED_ON.search(document.plain)
        if passed_on:
            yield _fact("shares_others", passed_on.group())
    if "#" in document.plain and _HASHTAG.search(document.plain):
        yield _fact("has_hashtags", "a hashtag")


def _from_context(document: Document, context: Context) -> Iterator[Fact]:
    if context.kind is PostKind.REPLY:
        yield _fact("is_reply", "It answers somebody.", "record")
    if context.kind is PostKind.INBOUND:
        yield _fact("inbound_comment", "It came from somebody.", "record")
    if context.audience in (Audience.PATIENTS, Audience.PUBLIC):
        yield _fact("aimed_at_patients", context.audience.value, "record")
    if context.account.personal:
        yield _fact("personal_account", "The account is personal.", "record")
    words = tuple(token.lower for token in document.tokens)
    for interest in context.interests:
        for name in (interest.organisation, *interest.names, *interest.products):
            if name and _says(words, words_of(name)):
                yield _fact("has_interest", name, "record")
                return


def _says(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    size = len(wanted)
    return size > 0 and any(words[at : at + size] == wanted for at in range(len(words) - size + 1))
