"""Problems that no rule foresaw, and rules that took a sentence for more than it is."""

from __future__ import annotations

import pytest

from app.checks.context import Context
from app.checks.heard import doubted
from app.checks.pack import load_pack
from app.checks.registry import check
from app.checks.say import finding
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind
from app.text.document import read_document

# Sentences of our own that stand in no list, no example and no rule.
UNFORESEEN = (
    (PostKind.REPLY, "DM us your blood results and the doctor will explain them.", Kind.DM_INVITE),
    (PostKind.REPLY, "I'd come off the water tablet for a few days and see.", Kind.ADVICE),
    (PostKind.REPLY, "We remember your stay with us in May very well.", Kind.PATIENT_CONFIRMATION),
    (PostKind.POST, "Nobody who joins us ever needs a second procedure.", Kind.CLAIM),
    (PostKind.POST, "Only clowns still prescribe that rubbish.", Kind.TONE),
    (PostKind.POST, "The lady I stented on Monday sent us a photo from her garden.",
     Kind.CASE_NARRATIVE),
)  # fmt: skip


def spoken(text: str, kind: PostKind = PostKind.POST) -> list[Finding]:
    report = check(text, Context(kind=kind))
    assert report.failed == ()
    return [one for one in report.findings if one.strength is not Strength.NOTE]


@pytest.mark.parametrize(("kind", "text", "wanted"), UNFORESEEN)
def test_what_no_list_holds_is_heard(kind: PostKind, text: str, wanted: Kind) -> None:
    found = [one for one in spoken(text, kind) if one.kind is wanted]
    assert found
    assert all(text[one.start : one.end] == one.quote for one in found)


def test_what_is_heard_asks_and_never_stops_a_post() -> None:
    heard = [
        one
        for kind, text, _ in UNFORESEEN
        for one in spoken(text, kind)
        if one.rule.startswith("heard.")
    ]
    assert heard
    assert {one.strength for one in heard} == {Strength.WARN}
    assert all("as a whole" in one.why for one in heard)
    assert all(one.suggestions == () for one in heard)


@pytest.mark.parametrize(
    "text",
    [
        "Statins do not cure heart disease.",
        "Myth: this tea cures heart failure for good.",
        "No scan can tell you how long you will live.",
    ],
)
def test_what_rules_saw_denied_is_not_heard_again(text: str) -> None:
    assert [one for one in spoken(text) if one.kind is Kind.CLAIM] == []


def test_a_figure_with_its_source_is_not_heard() -> None:
    text = "Stroke fell by 20 percent in the treated group (ESC 2024)."
    assert [one.kind for one in spoken(text)].count(Kind.NUMBER_WITHOUT_SOURCE) == 0


def _said(text: str, kind: Kind, rule: str, strength: Strength) -> Finding:
    document = read_document(text)
    return finding(
        document, 0, len(document.plain), kind=kind, sub="", rule=rule, strength=strength,
        title="", why="",
    )  # fmt: skip


def _weighed(text: str, kind: Kind, rule: str, strength: Strength) -> Strength:
    said = _said(text, kind, rule, strength)
    (found,) = doubted(read_document(text), Context(), load_pack(), [said])
    return found.strength


def test_a_rule_about_quite_another_sentence_weighs_less() -> None:
    text = "The tram was late and it rained all the way to the library."
    assert _weighed(text, Kind.TONE, "tone.insult", Strength.BLOCK) in (
        Strength.WARN,
        Strength.NOTE,
    )


def test_what_must_never_be_said_and_what_records_say_keep_their_weight() -> None:
    text = "The tram was late and it rained all the way to the library."
    for kind, rule, strength in (
        (Kind.CLAIM, "claims.cure", Strength.FORBID),
        (Kind.DISCLOSURE_MISSING, "disclosure.interest", Strength.BLOCK),
        (Kind.IDENTIFIER, "identifiers.name", Strength.BLOCK),
        (Kind.TONE, "tone.shouting", Strength.WARN),
    ):
        assert _weighed(text, kind, rule, strength) is strength


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Please ring the heart failure nurses on 0141 496 0123, they are good at this.", False),
        ("The ward answers on 0141 496 0123 until ten.", False),
        ("We will ring you on 0141 496 0123 this afternoon.", True),
        ("Her daughter can be had on 0141 496 0123.", True),
    ],
)
def test_a_reply_may_send_to_a_number_and_not_give_somebodys(text: str, said: bool) -> None:
    found = check(text, Context(kind=PostKind.REPLY, jurisdictions=("UK",))).findings
    assert any(one.kind is Kind.IDENTIFIER and one.sub == "phone" for one in found) is said
