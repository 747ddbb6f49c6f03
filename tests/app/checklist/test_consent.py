"""Why a consent does not cover a post."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.checklist.consent import shortfalls
from app.model.records import Covers, Signer

TODAY = date(2026, 9, 8)


def test_a_complete_consent_covers_the_post(desk: Any) -> None:
    assert shortfalls(desk.consent(), desk.post(desk.patient), today=TODAY) == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"networks": ("x",)}, "Consent C-019 does not cover LinkedIn."),
        (
            {"covers": frozenset({Covers.IMAGE})},
            "Consent C-019 does not cover the patient's story.",
        ),
        (
            {"ends_on": date(2026, 9, 23)},
            "Consent C-019 ends on 23 September, before the post.",
        ),
        ({"withdrawn_on": date(2026, 9, 3)}, "Consent C-019 was withdrawn on 3 September."),
        (
            {"given_on": date(2026, 10, 2)},
            "Consent C-019 is given on 2 October, after the post.",
        ),
        ({"purpose": " "}, "Consent C-019 does not say what for."),
        (
            {"freely_given": False, "form_kept_at": ""},
            "Consent C-019 does not say where the signed form is kept or that it was freely given.",
        ),
        (
            {"signer": Signer.PARENT},
            "Consent C-019 was signed for the patient, and does not say by what right.",
        ),
    ],
)
def test_each_shortfall_is_one_plain_sentence(
    desk: Any, change: dict[str, object], words: str
) -> None:
    said = shortfalls(desk.consent(**change), desk.post(desk.patient), today=TODAY)
    assert said == (words,)


def test_the_last_day_still_counts(desk: Any) -> None:
    assert not shortfalls(
        desk.consent(ends_on=date(2026, 9, 24)), desk.post(desk.patient), today=TODAY
    )


def test_a_year_that_differs_is_said(desk: Any) -> None:
    post = replace(desk.post(desk.patient), when=desk.wall("2027-10-24T08:00"))
    said = shortfalls(desk.consent(ends_on=date(2026, 10, 1)), post, today=TODAY)
    assert said == ("Consent C-019 ends on 1 October 2026, before the post.",)


def test_a_planned_day_that_has_passed_counts_as_today(desk: Any) -> None:
    late = date(2026, 12, 1)
    said = shortfalls(desk.consent(ends_on=date(2026, 11, 1)), desk.post(desk.patient), today=late)
    assert said == ("Consent C-019 ends on 1 November, before the post.",)


def test_a_post_without_a_date_says_that_consent_ended(desk: Any) -> None:
    post = replace(desk.post(desk.patient), when=None)
    said = shortfalls(desk.consent(ends_on=date(2026, 9, 1)), post, today=TODAY)
    assert said == ("Consent C-019 ended on 1 September.",)


def test_a_picture_of_a_person_needs_consent_for_it_and_for_being_recognised(desk: Any) -> None:
    post = desk.post(desk.patient, pictures=(replace(desk.picture, shows_person=True),))
    assert shortfalls(desk.consent(), post, today=TODAY) == (
        "Consent C-019 does not cover the picture.",
    )
    image = desk.consent(covers=frozenset({Covers.IMAGE}))
    assert shortfalls(image, post, today=TODAY) == (
        "Consent C-019 does not say that the person may be recognised.",
    )
    assert not shortfalls(replace(image, identifiable_agreed=True), post, today=TODAY)


def test_only_an_american_form_needs_american_statements(desk: Any) -> None:
    bare = desk.consent(
        disclosed_by="", redisclosure_told=False, not_condition_of_care=False, ends_on=None
    )
    post = desk.post(desk.patient)
    assert not shortfalls(bare, post, today=TODAY, jurisdictions=("UK",))
    american = " ".join(shortfalls(bare, post, today=TODAY, jurisdictions=("US-NY",)))
    assert "who may publish it" in american
    assert "no end date" in american
    unknown = " ".join(shortfalls(bare, post, today=TODAY))
    assert "who may publish it" in unknown
    assert "no end date" not in unknown


def test_a_representative_with_a_right_may_sign(desk: Any) -> None:
    signed = desk.consent(signer=Signer.NEXT_OF_KIN, signer_authority="Executor of the estate")
    assert not shortfalls(signed, desk.post(desk.patient), today=TODAY)
