"""A suggestion can stand in the text as it is: Markdown stays whole, the problem is gone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.checks.context import Context
from app.checks.registry import check
from app.model.finding import Finding, Kind
from app.model.post import Audience, PostKind
from app.text.document import read_document


def _rows() -> list[dict[str, Any]]:
    import yaml

    rows: list[dict[str, Any]] = yaml.safe_load(
        (Path(__file__).parent / "hits.yaml").read_text(encoding="utf-8")
    )
    return rows


ROWS = _rows()
KINDS = frozenset((Kind.CLAIM, Kind.PERSON_FIRST, Kind.JARGON, Kind.PRODUCT, Kind.DISCLOSURE_WEAK))
DECORATIONS = (
    "{}",
    "**{}**",
    "- {}",
    "> {}",
    "🙂 {} 👩‍⚕️",
    "# A title\n\n{}\n\nThe end.",
    "*{}*",
    "1. {}\n2. Another line.",
)


def _findings(text: str, kind: PostKind) -> tuple[Finding, ...]:
    return check(text, Context(kind=kind, audience=Audience.PATIENTS)).findings


@settings(max_examples=150, deadline=None)
@given(row=st.sampled_from(ROWS), shape=st.sampled_from(DECORATIONS))
def test_a_replacement_leaves_the_text_whole_and_the_problem_gone(
    row: dict[str, Any], shape: str
) -> None:
    text = shape.format(row["text"])
    kind = PostKind(row.get("kind", "post"))
    for finding in _findings(text, kind):
        assert finding.quote == text[finding.start : finding.end]
        if finding.kind not in KINDS:
            continue
        for words in finding.suggestions:
            edited = text[: finding.start] + words + text[finding.end :]
            assert edited.count("*") == text.count("*")
            assert len(read_document(edited).blocks) == len(read_document(text).blocks)
            end = finding.start + len(words)
            again = [
                other
                for other in _findings(edited, kind)
                if other.kind is finding.kind
                and other.rule == finding.rule
                and other.start < end
                and finding.start < other.end
            ]
            if finding.kind is not Kind.PRODUCT:
                assert not again, (finding.quote, words, [other.quote for other in again])


@pytest.mark.parametrize(
    ("text", "quote", "better"),
    [
        ("Diabetics need eye checks.", "Diabetics", "People with diabetes"),
        ("We help many diabetics.", "diabetics", "people with diabetes"),
        ("An obese patient came first.", "An obese patient", "A person living with obesity"),
        ("She suffers from angina.", "suffers from", "has"),
        ("He is wheelchair-bound.", "is wheelchair-bound", "uses a wheelchair"),
        ("Stroke victims recover.", "Stroke victims", "People who had a stroke"),
        ("You had an arrhythmia.", "arrhythmia", "abnormal heart rhythm"),
        ("You had an echocardiogram.", "an echocardiogram", "a heart ultrasound"),
        ("Stenoses are common.", "Stenoses", "Narrowings"),
        ("This ablation cures AFib.", "cures AFib", "can help treat AFib"),
        ("Ablation can cure AFib.", "cure AFib", "help treat AFib"),
    ],
)
def test_a_replacement_reads_well_in_place(text: str, quote: str, better: str) -> None:
    found = [finding for finding in _findings(text, PostKind.POST) if finding.quote == quote]
    assert found, text
    assert better in found[0].suggestions


def test_no_replacement_makes_a_label_of_what_stands_before_it() -> None:
    report = check("A study of elderly diabetics, travel paid.", Context())
    (found,) = [one for one in report.findings if one.quote == "diabetics"]
    assert found.suggestions == ()


def test_a_word_that_opens_a_sentence_after_a_sign_keeps_its_capital() -> None:
    text = "Please rest. * Dyslipidaemia update for all who asked."
    report = check(text, Context(audience=Audience.PATIENTS))
    (found,) = [one for one in report.findings if one.quote == "Dyslipidaemia"]
    assert found.suggestions == ("Unhealthy blood fats",)
