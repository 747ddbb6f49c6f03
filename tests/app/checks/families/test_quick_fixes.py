"""Every replacement of every family, in any text: it can be used as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings

from app.checks.context import Context
from app.checks.fitting_words import plural
from app.checks.inflect import article
from app.checks.pack import load_pack
from app.checks.registry import check
from app.model.finding import Finding, Kind, Strength
from app.model.post import Audience
from app.text.document import Document, read_document
from tests.app.checks.families.mixed import woven


@dataclass(frozen=True)
class Fix:
    """A replacement and the text before and after it."""

    finding: Finding
    words: str
    before: Document
    after: Document

    @property
    def end(self) -> int:
        return self.finding.start + len(self.words)


def _fixes(text: str, context: Context) -> list[Fix]:
    before = read_document(text)
    return [
        Fix(one, words, before, read_document(text[: one.start] + words + text[one.end :]))
        for one in check(text, context).findings
        for words in one.suggestions
    ]


def _keeps_the_rest(fix: Fix) -> bool:
    """Whether a reader sees the same words but for the ones replaced, and no sign of Markdown."""
    gone = read_document(fix.finding.quote).plain
    new = read_document(fix.words).plain
    old, plain = fix.before.plain, fix.after.plain
    at = old.find(gone)
    while at >= 0:
        if plain == old[:at] + new + old[at + len(gone) :]:
            return True
        at = old.find(gone, at + 1)
    return False


def _again(fix: Fix, context: Context) -> list[str]:
    """Findings of the same kind that the new words bring, at their place."""
    # Two identifiers in the same words are one finding; the second may come to light.
    other = ("url",) if fix.finding.kind is Kind.IDENTIFIER else ()
    return [
        found.rule
        for found in check(fix.after.source, context).findings
        if found.kind is fix.finding.kind
        and found.strength is not Strength.NOTE
        and found.sub not in other
        and found.start < fix.end
        and fix.finding.start < found.end
    ]


def _opens_sentence(fix: Fix) -> bool:
    before = fix.before.source[: fix.finding.start].rstrip("*_[ ")
    return not before or before[-1] in ".!?\n"


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mixed=woven())
def test_a_replacement_can_stand_in_any_text(mixed: tuple[str, Context]) -> None:
    text, context = mixed
    for fix in _fixes(text, context):
        about = (fix.finding.rule, fix.finding.quote, fix.words, text)
        assert _keeps_the_rest(fix), about
        links = [(link.address, link.image) for link in fix.before.links]
        assert [(link.address, link.image) for link in fix.after.links] == links, about
        assert [b.kind for b in fix.after.blocks] == [b.kind for b in fix.before.blocks], about
        assert not _again(fix, context), (about, _again(fix, context))
        first = fix.finding.quote.lstrip("*_[")[:1]
        if _opens_sentence(fix) and first.isupper() and fix.words[:1].isalpha():
            assert fix.words[0].isupper(), about
        if first.islower():
            assert fix.words[:1].islower() or fix.words.split()[0].isupper(), about


READERS = Context(audience=Audience.PATIENTS)


def _sweep(texts: Iterable[str]) -> None:
    """The promises of a replacement that hang on the place alone, for a whole table of words."""
    for text in texts:
        for fix in _fixes(text, READERS):
            about = (fix.finding.quote, fix.words, fix.after.plain)
            assert _keeps_the_rest(fix), about
            assert not _again(fix, READERS), about
            if _opens_sentence(fix) and fix.words[:1].isalpha():
                assert fix.words[0].isupper(), about
            for match in re.finditer(r"\b(an?) (\w+)", fix.after.plain, re.IGNORECASE):
                if fix.finding.start - 3 <= match.start() < fix.end:
                    assert article(match.group(2)) == match.group(1).lower(), about


@pytest.mark.parametrize(
    "frame",
    ["{T} is common.", "We saw {t} today.", "She had {a} {t} in May.", "This {t} has gone."],
)
def test_plain_words_agree_with_what_stands_around_them(frame: str) -> None:
    terms = [str(entry["term"]) for entry in load_pack().tables["jargon"]]
    terms = [term for term in terms if not plural(term)]
    texts = [frame.format(T=term[0].upper() + term[1:], t=term, a=article(term)) for term in terms]
    _sweep(texts)
    for text in texts:
        for fix in _fixes(text, READERS):
            if " is " in frame or "This " in frame:
                assert not plural(fix.words), (fix.words, fix.after.plain)


@pytest.mark.parametrize("frame", ["{T} came to us.", "We met {t} there.", "We are {t}, they say."])
def test_words_that_put_the_person_first_stand_in_place(frame: str) -> None:
    words = [str(entry["avoid"]) for entry in load_pack().tables["person_first"]]
    _sweep(frame.format(T=word[0].upper() + word[1:], t=word) for word in words)


@pytest.mark.parametrize(
    "frame", ["{b} is a medicine.", "We gave {a} {b} tablet.", "Ask about {b}."]
)
def test_generic_names_stand_in_place_of_brands(frame: str) -> None:
    brands = [
        str(brand)
        for entry in load_pack().tables["products"]
        for brand in entry.get("us_brands", ())
    ]
    assert len(brands) > 100
    _sweep(frame.format(b=brand, a=article(brand)) for brand in brands)


def test_an_entry_of_the_word_lists_says_nothing_by_mistake() -> None:
    known = {"term", "plain", "also", "plural", "case"}
    for entry in load_pack().tables["jargon"]:
        assert set(entry) <= known, entry
