"""Posts, records and planned findings for the tests of the gate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.checklist import assess as assess_module
from app.checklist.assess import assess
from app.checklist.inputs import Inputs
from app.checks.registry import Report
from app.model.assessment import Assessment, Check, Fact
from app.model.finding import Finding, Kind, Strength
from app.model.post import AttachedPicture, Audience, Post, Purpose, State
from app.model.records import Account, Consent, Covers, Evidence, Interest, Source, SourceKind, Tie
from app.model.walltime import WallTime

NOW = datetime(2026, 9, 8, 9, 41, tzinfo=UTC)
BODY = """# Your watch says AFib. Now what?

An alert from a smartwatch is a reason to check, not a diagnosis.

By age 40, about 1 in 4 adults will go on to have AFib at some point. [@esc-af-2024]

Keep the tracing and take it with you.

General information, not medical advice.
"""
PATIENT = """# A quiet fever

My patient had a fever for weeks. It was an infection on a heart valve. She is well now.

General information, not medical advice.
"""


class Desk:
    """Makes the things a test needs, with every detail open to change."""

    now = NOW
    body = BODY
    patient = PATIENT
    account = Account(
        "Dr Maya Lindqvist", "MD", "Consultant cardiologist", "City Hospital", ("UK",)
    )
    source = Source(
        1,
        "esc-af-2024",
        SourceKind.DOI,
        "10.1093/eurheartj/ehae176",
        "ESC 2024 guideline on AF",
        2024,
        Evidence.GUIDELINE,
    )
    interest = Interest(
        1,
        "Corvia Devices",
        Tie.SPEAKER,
        "Disclosure: I receive speaker fees from Corvia Devices.",
        value="about 2,000 a year",
    )
    picture = AttachedPicture("ab" * 32, "ecg-strip.png", "A tracing with uneven gaps")

    @staticmethod
    def wall(words: str) -> WallTime:
        return WallTime(datetime.fromisoformat(words), "Europe/London")

    def post(self, body: str = BODY, **changes: object) -> Post:
        made = Post(
            1,
            "u" * 32,
            body,
            NOW,
            NOW,
            state=State.REVIEW,
            networks=("linkedin",),
            audience=Audience.PATIENTS,
            purpose=Purpose.TEACH,
            when=self.wall("2026-09-24T08:00"),
        )
        return replace(made, **changes)

    def consent(self, **changes: object) -> Consent:
        made = Consent(
            19,
            "C-019",
            "A.B.",
            frozenset({Covers.STORY}),
            (),
            date(2026, 8, 1),
            ends_on=date(2027, 8, 1),
            description="Her story of a fever",
            purpose="Teaching on social media",
            disclosed_by="Dr Lindqvist",
            saw_final_version=True,
            right_to_revoke_told=True,
            redisclosure_told=True,
            not_condition_of_care=True,
            freely_given=True,
            takedown_plan="The practice manager",
            form_kept_at="Cabinet 2",
        )
        return replace(made, **changes)

    def inputs(self, post: Post | None = None, **changes: object) -> Inputs:
        made = Inputs(post or self.post(), account=self.account, now=NOW, zone="Europe/London")
        return replace(made, **changes)

    def sourced(self, post: Post | None = None, **changes: object) -> Inputs:
        """Inputs whose post has the guideline linked."""
        linked = replace(post or self.post(), source_ids=(1,))
        return self.inputs(linked, sources=(self.source,), **changes)

    @staticmethod
    def assess(inputs: Inputs) -> Assessment:
        return assess(inputs)

    @staticmethod
    def check(answer: Assessment, start: str) -> Check:
        found = [check for check in answer.checks if check.id.startswith(start)]
        assert found, f"{start} is not among {[check.id for check in answer.checks]}"
        return found[0]

    @staticmethod
    def ids(answer: Assessment) -> set[str]:
        return {check.id for check in answer.checks}


@pytest.fixture(scope="session")
def desk() -> Desk:
    return Desk()


Plan = Callable[..., None]


@pytest.fixture
def plan(monkeypatch: pytest.MonkeyPatch) -> Plan:
    """Replace the checks of the text: findings by their words, facts by name."""

    def set_up(
        *findings: tuple[str, Kind, str, Strength],
        facts: dict[str, str] | None = None,
        failed: tuple[str, ...] = (),
        suggestions: tuple[str, ...] = (),
    ) -> None:
        def check(text: str, context: object, pack: object) -> Report:
            found: list[Finding] = []
            for words, kind, sub, strength in findings:
                at = text.find(words)
                while at >= 0:
                    found.append(
                        Finding(
                            kind,
                            sub,
                            f"{kind}.{sub}",
                            strength,
                            at,
                            at + len(words),
                            words,
                            f"Title of {sub}",
                            "One plain line.",
                            suggestions,
                        )
                    )
                    at = text.find(words, at + 1)
            said = context.facts  # type: ignore[attr-defined]
            known = {
                name: Fact(name, True, "text", because)
                for name, because in (facts or {}).items()
                if said.get(name, True) and because in text
            }
            for name, value in said.items():
                known[name] = Fact(name, value, "author")
            found.sort(key=lambda finding: finding.start)
            return Report(tuple(found), known, None, failed)

        monkeypatch.setattr(assess_module, "check", check)

    return set_up
