"""Own words are always shown, exceptions let go only what may be let go."""

from __future__ import annotations

from datetime import date

import pytest

from app.checks.context import Context
from app.checks.own_entry import check_phrase
from app.checks.registry import check
from app.errors import BadInput
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind
from app.model.practice import OwnException, OwnWord, PracticeRule, PracticeRules

DAY = date(2026, 11, 22)


def word(phrase: str, kind: Kind = Kind.CLAIM, **more: object) -> OwnWord:
    return OwnWord(0, phrase, kind, "We agreed on it", added=DAY, **more)  # type: ignore[arg-type]


def exception(phrase: str, kind: Kind = Kind.CLAIM) -> OwnException:
    return OwnException(0, phrase, kind, "Our own name", added=DAY)


def findings(
    text: str, *rules: PracticeRule, kind: PostKind = PostKind.POST
) -> tuple[Finding, ...]:
    practice = PracticeRules()
    for rule in rules:
        practice = practice.with_rule(rule)
    return check(text, Context(kind=kind, practice=practice)).findings


def test_own_words_are_found_with_reason_origin_and_replacement() -> None:
    rule = word("heart whisperer", strength=Strength.BLOCK, instead="cardiologist")
    (found,) = findings("Ask your *Heart whisperer* about tea.", rule)
    assert (found.quote, found.strength, found.rule) == ("Heart whisperer", "block", "own.1")
    assert found.why == "We agreed on it. Your practice's own rule, added 22 November 2026."
    assert found.suggestions == ("Cardiologist",)


def test_choices_wildcards_and_stems_work_as_in_the_pack() -> None:
    rules = (word("(super|magic) * stent"), word("miracul*"))
    text = "A magic little stent. Not miraculously. A super new stent."
    assert [one.quote for one in findings(text, *rules) if one.sub == "own"] == [
        "magic little stent",
        "miraculously",
        "super new stent",
    ]


def test_of_two_own_words_the_longer_one_speaks() -> None:
    found = findings("A golden valve here.", word("golden"), word("golden valve"))
    assert [one.quote for one in found] == ["golden valve"]


def test_what_the_pack_says_of_the_same_words_is_said_once() -> None:
    text = "It is a miracle cure."
    (found,) = findings(text, word("miracle cure", strength=Strength.BLOCK))
    assert found.sub == "own"
    subs = {one.sub for one in findings(text, word("miracle cure"))}
    assert len(subs) == 2, "a weaker own word never takes the place of a block"


def test_a_comment_of_someone_else_is_not_the_practices_wording() -> None:
    assert not findings("You heart whisperer!", word("heart whisperer"), kind=PostKind.INBOUND)


def test_an_exception_lets_the_name_of_the_practice_go_and_nothing_else() -> None:
    text = "Miracle Heart Clinic's doors are open. It is a miracle cure."
    before = [one.quote for one in findings(text) if one.kind is Kind.CLAIM]
    after = [one.quote for one in findings(text, exception("Miracle Heart Clinic"))]
    assert len(before) == 2
    assert after == before[1:]


def test_an_exception_is_for_one_kind_only() -> None:
    text = "Miracle Heart Clinic is open."
    assert findings(text, exception("Miracle Heart Clinic", Kind.TONE)) == findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "My patient jane.doe@gmail.com wrote to us.",
        "Her MRN is 12345678.",
        "Ring her on 020 7946 0018.",
    ],
)
def test_no_exception_hides_an_identifier_of_a_patient(text: str) -> None:
    before = [one for one in findings(text) if one.kind is Kind.IDENTIFIER]
    assert before
    # As a hand-made file could bring it in, past every check of an entry.
    rules = [exception(one.quote, Kind.IDENTIFIER) for one in before]
    assert [one for one in findings(text, *rules) if one.kind is Kind.IDENTIFIER] == before


def test_no_exception_hides_what_is_forbidden() -> None:
    from app.checks.own import with_own
    from app.text.document import read_document

    document = read_document("Best heart team.")
    found = Finding(Kind.CLAIM, "x", "claims.x", Strength.FORBID, 0, 4, "Best", "t", "w")
    rules = PracticeRules().with_rule(exception("best heart team"))
    assert with_own((found,), document, PostKind.POST, rules) == (found,)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (word(" "), "Say which words."),
        (word("x" * 90), "is too long"),
        (word("* *"), "would stand in every text"),
        (word("(a|b) c"), "would stand in every text"),
        (word("golden (valve"), "has a bracket without its partner"),
        (word("stent", Kind.EMERGENCY), "is not a kind of own words"),
        (word("stent", strength=Strength.FORBID), "Own words cannot weigh “forbid”."),
        (word("stent", instead="Stent"), "The replacement is the same words."),
        (OwnWord(0, "stent", Kind.CLAIM, ""), "Say why, in one sentence."),
        (OwnException(0, "Stent Clinic", Kind.CLAIM), "Say why, in one sentence."),
        (exception("Anna Kelly", Kind.IDENTIFIER), "could be the name of a patient"),
        (exception("clinic", Kind.IDENTIFIER), "could be the name of a patient"),
        (exception("020 7946 0018", Kind.IDENTIFIER), "Numbers, addresses and links"),
        (exception("a@heart.clinic", Kind.IDENTIFIER), "Numbers, addresses and links"),
        (exception("stent", Kind.PATIENT_CONFIRMATION), "is not a kind of own words"),
    ],
)
def test_what_cannot_be_used_is_said(rule: OwnWord | OwnException, words: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_phrase(rule)
    assert words in str(caught.value)


def test_the_name_of_a_practice_can_be_left_alone() -> None:
    check_phrase(exception("Murphy Heart Clinic", Kind.IDENTIFIER))


def test_without_additions_nothing_is_made() -> None:
    from app.checks import own

    own._matcher.cache_clear()
    check("A golden valve.", Context())
    assert own._matcher.cache_info().currsize == 0
    for _ in range(3):
        findings("A golden valve.", word("golden"))
    assert own._matcher.cache_info().misses == 1
