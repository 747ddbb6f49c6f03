"""The families against own-written texts: what must be found, and what must be left alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from app.checks.context import Context
from app.checks.registry import check
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind

HERE = Path(__file__).parent
# Read by checks that other tests measure.
OTHERS = frozenset((Kind.IDENTIFIER, Kind.CASE_NARRATIVE))


def _rows(name: str) -> list[dict[str, Any]]:
    import yaml

    rows = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return [{"text": row} if isinstance(row, str) else row for row in rows]


HITS = _rows("hits.yaml")
CLEAN = _rows("clean.yaml")


def _check(row: dict[str, Any]) -> tuple[Finding, ...]:
    context = Context(kind=PostKind(row.get("kind", "post")), facts=row.get("facts", {}))
    report = check(row["text"], context)
    assert report.failed == ()
    return report.findings


def _answered(row: dict[str, Any], findings: tuple[Finding, ...]) -> Iterator[tuple[str, bool]]:
    for kind, sub, quote in row["find"]:
        start = row["text"].index(quote)
        end = start + len(quote)
        yield (
            kind,
            any(
                finding.kind == kind
                and (not sub or finding.sub == sub)
                and finding.start < end
                and start < finding.end
                for finding in findings
            ),
        )


def test_there_are_enough_texts() -> None:
    assert len(HITS) >= 150
    assert len(CLEAN) >= 60


def test_nine_of_ten_problems_are_found() -> None:
    answers = [one for row in HITS for one in _answered(row, _check(row))]
    missed = [answer for answer in answers if not answer[1]]
    assert len(missed) <= 0.1 * len(answers), missed


@pytest.mark.parametrize("kind", sorted({find[0] for row in HITS for find in row["find"]}))
def test_no_kind_is_left_behind(kind: str) -> None:
    answers = [found for row in HITS for name, found in _answered(row, _check(row)) if name == kind]
    assert sum(answers) >= 0.7 * len(answers)


def test_clean_texts_are_hardly_ever_stopped() -> None:
    stopped = [
        (row["text"][:60], [(finding.rule, finding.quote) for finding in found])
        for row in CLEAN
        if (
            found := [
                finding
                for finding in _check(row)
                if finding.strength in (Strength.BLOCK, Strength.FORBID)
                and finding.kind not in OTHERS
            ]
        )
    ]
    assert len(stopped) <= 0.02 * len(CLEAN), stopped


def test_clean_texts_are_rarely_talked_over() -> None:
    loud = [
        row["text"][:60]
        for row in CLEAN
        if sum(finding.strength is Strength.WARN for finding in _check(row)) > 2
    ]
    assert len(loud) <= 0.1 * len(CLEAN), loud


@pytest.mark.parametrize("row", [*HITS, *CLEAN], ids=lambda row: row["text"][:40])
def test_a_finding_quotes_what_it_marks_and_says_why(row: dict[str, Any]) -> None:
    findings = _check(row)
    for finding in findings:
        assert finding.quote == row["text"][finding.start : finding.end]
        assert finding.quote
        assert 2 <= len(finding.title.split()) <= 7, finding.title
        assert finding.why
        assert finding.why[-1] in ".”"
        assert "\n" not in finding.why
        assert finding.rule
        assert finding.quote not in finding.suggestions
    for kind in {finding.kind for finding in findings}:
        same = [finding for finding in findings if finding.kind is kind]
        for one, other in pairwise(same):
            assert one.end <= other.start
