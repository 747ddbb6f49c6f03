from __future__ import annotations

import pytest

from app.checks import identifiers, patient
from app.checks.context import Context
from app.checks.pack import load_pack
from app.checks.registry import Family, Report, run
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind
from app.model.records import Account
from tests.app.checks.labelled import (
    CLEAN,
    CLEAN_REPLIES,
    HITS,
    MORE_CLEAN,
    MORE_HITS,
)

FAMILIES = (
    Family("stories", patient.find, patient.facts),
    Family("identifiers", identifiers.find),
)


def check(text: str, **context: object) -> Report:
    report = run(text, Context(**context), load_pack(), FAMILIES)  # type: ignore[arg-type]
    assert not report.failed
    return report


def found(text: str, **context: object) -> list[Finding]:
    return [each for each in check(text, **context).findings if each.kind is Kind.IDENTIFIER]


@pytest.mark.parametrize(("text", "expected"), HITS)
def test_identifying_details_are_quoted_exactly(
    text: str, expected: tuple[tuple[str, str], ...]
) -> None:
    findings = found(text)
    assert [(each.sub, each.quote) for each in findings] == list(expected)
    for each in findings:
        assert text[each.start : each.end] == each.quote


@pytest.mark.parametrize(("text", "expected"), MORE_HITS)
def test_details_of_many_countries_are_found(
    text: str, expected: tuple[tuple[str, str], ...]
) -> None:
    findings = found(text)
    for sub, quote in expected:
        assert any(
            each.sub == sub and (quote in each.quote or each.quote in quote) for each in findings
        ), (sub, quote)


@pytest.mark.parametrize("text", [*CLEAN, *MORE_CLEAN])
def test_general_text_is_left_alone(text: str) -> None:
    assert check(text).findings == ()


@pytest.mark.parametrize("text", CLEAN_REPLIES)
def test_a_careful_reply_is_left_alone(text: str) -> None:
    assert check(text, kind=PostKind.REPLY).findings == ()


def test_what_is_the_doctors_own_identifies_no_patient() -> None:
    account = Account(
        name="Siobhan Kelly",
        phones=("+353 1 555 0199",),
        links=("https://siobhankelly.example", "https://instagram.com/siobhan.heart1"),
        handles=("@siobhan_k1",),
    )
    text = (
        "I saw a lady last night and she thanked me. Siobhan Kelly here, call my phone on "
        "01 555 0199 or write to me@siobhankelly.example, @siobhan_k1, her story is on "
        "https://instagram.com/siobhan.heart1"
    )
    assert found(text, account=account) == []
    assert {each.sub for each in found(text)} & {"name", "handle", "url", "email"}


def test_the_author_can_say_that_it_is_about_nobody() -> None:
    text = "A 54-year-old teacher from Riverside came to my clinic with chest pain."
    assert check(text).facts["mentions_patient"].value
    report = check(text, facts={"mentions_patient": False})
    assert report.findings == ()
    assert report.facts["mentions_patient"].origin == "author"


def test_the_author_can_say_that_it_is_about_somebody() -> None:
    text = "On 12 March 2024 in Galway, where she lives."
    assert found(text) == []
    assert {each.sub for each in found(text, facts={"mentions_patient": True})} == {"date", "place"}


@pytest.mark.parametrize(
    ("text", "quote", "suggestion"),
    [
        (
            "A 54-year-old teacher from Riverside came to my clinic. Her ECG was normal.",
            "A 54-year-old teacher from Riverside",
            "A patient in her 50s",
        ),
        (
            "Last week I met a 41-year-old plumber from Leeds. He had fainted twice.",
            "a 41-year-old plumber from Leeds",
            "a patient in his 40s",
        ),
        (
            "We treated a 67-year-old retired judge from Cork last night with two stents.",
            "a 67-year-old retired judge from Cork",
            "a patient in their 60s",
        ),
        ("Mrs Murphy had her TAVI this morning.", "Mrs Murphy", "A patient"),
        (
            "A 94-year-old woman walked into my clinic last week and asked about her valve.",
            "A 94-year-old woman",
            "A woman aged 90 or older",
        ),
    ],
)
def test_a_suggestion_reads_well_and_leaves_nothing_behind(
    text: str, quote: str, suggestion: str
) -> None:
    (finding,) = [each for each in found(text) if each.quote == quote]
    assert finding.suggestions == (suggestion,)
    fixed = text[: finding.start] + suggestion + text[finding.end :]
    assert not [each for each in found(fixed) if each.sub == finding.sub]


def test_a_suggestion_that_would_break_bold_is_not_made() -> None:
    text = "We met **a 41-year-old plumber** from Leeds last night. He had fainted twice."
    assert [each.suggestions for each in found(text) if each.sub == "combination"] != []
    for each in found("We met **him, a 41-year-old** plumber from Leeds last night. He fainted."):
        assert each.sub != "combination" or each.suggestions == ()


def test_a_name_stays_a_name_wherever_it_comes_again() -> None:
    text = "My patient Grace came in last night. We admitted her. Later Grace told us more."
    assert [each.quote for each in found(text) if each.sub == "name"] == ["Grace", "Grace"]


def test_markdown_does_not_hide_a_name() -> None:
    text = "My patient **Siob*hán* Byrne** told me she stopped. [Tomasz](https://x.example) drove."
    quotes = [each.quote for each in found(text) if each.sub == "name"]
    assert quotes[0] == "Siob*hán* Byrne"


@pytest.mark.parametrize(
    "number",
    [
        "943 476 5919",  # NHS
        "219-09-9999",  # SSN
        "1EG4-TE5-MK73",  # MBI
        "2345 6789 0124",  # Aadhaar
        "8003 6080 0004 5922",  # IHI
        "A123456780",  # KVNR
        "1234567T",  # PPS
        "AB 12 34 56 C",  # NINO
    ],
)
def test_numbers_of_persons_by_their_form(number: str) -> None:
    text = f"My patient showed me a form with {number} on it last night."
    assert [(each.sub, each.quote) for each in found(text)] == [("record_number", number)]


def test_a_wrong_check_digit_is_no_number_of_a_person() -> None:
    for number in ("943 476 5918", "2345 6789 0125", "A123456781"):
        text = f"My patient showed me a form with {number} on it last night."
        assert "record_number" not in [each.sub for each in found(text)], number


@pytest.mark.parametrize(
    "date",
    [
        "12/03/2024", "12.3.24", "2024-03-12", "12-Mar-2024", "12 March", "12th March 2024",
        "12th of March", "March 12, 2024", "Mar 12th", "Tuesday 12 March", "March 2024",
    ],
)  # fmt: skip
def test_dates_in_every_common_style(date: str) -> None:
    text = f"My patient told me she was admitted {date} with chest pain."
    (finding,) = [each for each in found(text) if each.sub == "date"]
    assert date in finding.quote


def test_a_year_alone_is_no_date() -> None:
    text = "My patient told me she had her first stent in 2019."
    assert [each for each in found(text) if each.sub == "date"] == []


def test_a_patient_can_always_be_identified_so_it_blocks() -> None:
    for text, _ in HITS:
        assert all(each.strength in (Strength.BLOCK, Strength.WARN) for each in found(text))
