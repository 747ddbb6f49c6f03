"""Frames: claims found by who promises what, how sure and how soon, in words never listed whole."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.checks.compile import read_rules
from app.checks.context import Context
from app.checks.registry import check
from app.checks.rulefile import RuleError, read_rule_file
from app.model.finding import Finding, Kind
from app.model.post import PostKind

_OWN = read_rule_file(Path(__file__).parent / "families" / "claim_sentences.yaml").content
_CLAIMS = [(sub, text) for sub, texts in _OWN["claims"].items() for text in texts]


def claims(text: str, kind: PostKind = PostKind.POST) -> list[Finding]:
    return [found for found in check(text, Context(kind=kind)).findings if found.kind is Kind.CLAIM]


@pytest.mark.parametrize(("sub", "text"), _CLAIMS)
def test_a_claim_is_found_as_what_it_is(sub: str, text: str) -> None:
    found = claims(text)
    assert sub in [finding.sub for finding in found]
    for finding in found:
        assert text[finding.start : finding.end] == finding.quote
        assert finding.why
        assert finding.title


@pytest.mark.parametrize("text", _OWN["clean"])
def test_a_text_without_a_claim_stays_unmarked(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("claim", "sober"),
    [
        ("Garlic sweeps your arteries clean.", "Garlic may not sweep your arteries clean."),
        ("It has no ill effects at all.", "No treatment has no ill effects at all."),
        ("Our robot leaves surgery in the shade.", "Does a robot leave surgery in the shade?"),
        ("Your arteries are rotting.", "Myth: your arteries are rotting."),
        ("This test tells you how long you have.", "No test can predict when your heart stops."),
        ("You don't need statins.", "You don't need to stop statins before a blood test."),
    ],
)
def test_the_same_words_denied_asked_or_hedged_are_no_claim(claim: str, sober: str) -> None:
    assert claims(claim)
    assert claims(sober) == []


def test_a_hook_reaches_over_two_sentences_and_quotes_both() -> None:
    found = claims("High cholesterol? Solved.")
    assert [(finding.sub, finding.quote) for finding in found] == [
        ("cure", "High cholesterol? Solved")
    ]


def test_a_question_that_sends_to_help_is_no_hook() -> None:
    assert claims("Swollen ankles? See your doctor this week.") == []


def test_words_of_two_voices_make_no_claim() -> None:
    assert claims('They asked for a "bulletproof" plan for every patient. There is none.') == []


def test_a_frame_far_from_health_is_no_claim() -> None:
    text = "The lift is fixed. History was made on the third floor. Thank you, porters."
    assert claims(text) == []


def test_a_frame_speaks_as_the_rule_that_it_stands_for() -> None:
    (found,) = claims("Garlic sweeps your arteries clean.")
    assert found.rule == "claims.reversal"
    assert found.authorities


def test_what_a_reader_writes_is_never_judged_as_a_claim() -> None:
    assert claims("Your tea cured my angina for good!", PostKind.INBOUND) == []


def test_a_rule_that_takes_after_no_rule_names_its_line(tmp_path: Path) -> None:
    rule = "schema: 1\nrules:\n  cure:\n    like: claims.cures\n    patterns: |\n      heals all\n"
    (tmp_path / "frames.yaml").write_text(rule, encoding="utf-8")
    with pytest.raises(RuleError, match=r"frames\.yaml, line 4: no rule is called “claims\.cures”"):
        read_rules(tmp_path)


def test_time_grows_with_the_length_of_the_text() -> None:
    def seconds(text: str) -> float:
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            check(text, Context())
            best = min(best, time.process_time() - start)
            text += "."
        return best

    seed = "Tired? Your heart is failing. Before: 3 stairs. After: 3 flights. No pain, no risk! "
    short, long = seconds(seed * 60), seconds(seed * 240)
    assert long <= 9 * max(short, 0.004)
