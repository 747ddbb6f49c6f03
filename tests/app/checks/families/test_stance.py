"""How far the author stands behind her words, what she cites, and what records demand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.checks.citing import cited_sentences
from app.checks.context import Context
from app.checks.registry import check
from app.model.finding import Finding, Kind, Strength
from app.model.post import Audience, PostKind
from app.model.records import Evidence, Interest, Source, SourceKind, Tie
from app.text.document import read_document


def _of(text: str, wanted: Kind, **about: Any) -> list[Finding]:
    report = check(text, Context(**about))
    assert report.failed == ()
    return [
        finding
        for finding in report.findings
        if finding.kind is wanted and finding.strength is not Strength.NOTE
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Statins do not cure heart disease.",
        "There is no cure for heart failure.",
        "No detox, juice or cleanse unclogs your arteries.",
        "Does coffee cure AFib?",
        "People ask if cold showers cure high blood pressure.",
        "Myth: garlic cures blocked arteries.\nFact: it does not.",
        "A neighbour told me that magnesium cures AFib. It does not.",
        "Beware of clinics that promise to reverse heart disease.",
        "“Reverse your heart disease in 30 days” is a headline, not a plan.",
        "No treatment is risk-free.",
        "We cannot guarantee a result.",
    ],
)
def test_what_is_denied_asked_or_put_right_is_no_claim(text: str) -> None:
    assert _of(text, Kind.CLAIM) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ready to cure your AFib for good?",
        "Why wait? We cure AFib.",
        "Our tea unclogs your arteries, right?",
        "It not only treats, it cures AFib.",
    ],
)
def test_an_offer_in_the_form_of_a_question_is_a_claim(text: str) -> None:
    assert _of(text, Kind.CLAIM)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("One in four adults has it (ESC 2024).", {0}),
        ("One in four adults has it. [@esc-2024]", {0}),
        ("One in four adults has it. Sleep well.", set()),
        ("According to the British Heart Foundation, one in four has it.", {0}),
        ("See doi:10.1093/eurheartj/ehae176 for all of it.", {0}),
        ("It fell by 5% in the DAPA-HF trial.", {0}),
        ("One in four has it. The risk rises with age.\n\nSource: WHO 2021", {0, 1, 2}),
        ("One in four has it [here](https://www.who.int/x).", {0}),
        ("Studies show that one in four has it.", set()),
    ],
)
def test_a_source_clears_its_sentence(text: str, cited: set[int]) -> None:
    assert set(cited_sentences(read_document(text))) == cited


def _source(evidence: Evidence) -> Source:
    return Source(1, "eggs-2020", SourceKind.DOI, "10.1000/eggs", evidence=evidence)


def test_a_linked_source_takes_the_weight_from_numbers() -> None:
    text = "About 80% of heart disease can be prevented."
    alone = _of(text, Kind.NUMBER_WITHOUT_SOURCE)
    assert [finding.strength for finding in alone] == [Strength.BLOCK]
    linked = _of(text, Kind.NUMBER_WITHOUT_SOURCE, sources=(_source(Evidence.TRIAL),))
    assert all(finding.strength is Strength.WARN for finding in linked)


def test_a_verb_of_cause_needs_a_source_that_can_show_cause() -> None:
    text = "Eating eggs causes strokes. [@eggs-2020]"
    weak = _of(text, Kind.CLAIM, sources=(_source(Evidence.OBSERVATIONAL),))
    assert [(one.sub, one.quote) for one in weak] == [("causal_strength", "causes strokes")]
    assert _of(text, Kind.CLAIM, sources=(_source(Evidence.TRIAL),)) == []
    careful = "Eating eggs is linked with strokes. [@eggs-2020]"
    assert _of(careful, Kind.CLAIM, sources=(_source(Evidence.OBSERVATIONAL),)) == []


LINE = "Disclosure: I receive speaker fees from Abbott."
ABBOTT = Interest(
    1, "Abbott", Tie.SPEAKER, LINE, names=("Abbott Vascular",), products=("MitraClip",),
    since=date(2024, 1, 1),
)  # fmt: skip


def test_a_recorded_interest_demands_its_own_line() -> None:
    text = "How a MitraClip is placed, step by step."
    found = _of(text, Kind.DISCLOSURE_MISSING, interests=(ABBOTT,))
    assert [finding.quote for finding in found] == ["MitraClip"]
    assert LINE in found[0].why
    assert _of(f"{LINE}\n\n{text}", Kind.DISCLOSURE_MISSING, interests=(ABBOTT,)) == []
    late = f"{text} It takes a team, an echo and patience, and most people go home soon after. " * 2
    weak = _of(f"{late}\n\n{LINE}", Kind.DISCLOSURE_WEAK, interests=(ABBOTT,))
    assert {finding.sub for finding in weak} == {"late"}
    assert _of("Nothing about it here.", Kind.DISCLOSURE_MISSING, interests=(ABBOTT,)) == []


def test_jargon_is_for_patients_only() -> None:
    text = "Dyspnoea is a reason to call us."
    assert _of(text, Kind.JARGON, audience=Audience.PATIENTS)
    assert _of(text, Kind.JARGON, audience=Audience.PROFESSIONALS) == []
    assert _of("Dyspnoea (shortness of breath) is a reason to call.", Kind.JARGON) == []


def test_inbound_comments_are_judged_for_safety_only() -> None:
    about = {"kind": PostKind.INBOUND}
    assert _of("Your clinic is the best, 100% guaranteed cure!", Kind.CLAIM, **about) == []
    assert _of("I can't breathe and my chest hurts right now", Kind.EMERGENCY, **about)
    assert _of("My dad had chest pain in 2015 and is well now.", Kind.EMERGENCY, **about) == []
