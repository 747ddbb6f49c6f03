"""Numbers behind odd labels, and people told by a nickname, initials or what explains them."""

from __future__ import annotations

import pytest

from app.checks.context import Context
from app.checks.registry import check
from app.model.finding import Kind

CODES = (
    ("Nobody blanked the wristband: HN 3305-719.", "3305-719"),
    ("The sticker on his chart said Hosp No. C/771-02.", "C/771-02"),
    ("IP No. 2023/40981, day 2 post bypass, walking.", "2023/40981"),
    ("Bed 7, MR# 41 88 03, is ready for theatre.", "41 88 03"),
    ("My patient had a stent today, and her label, L0093317, is on my shoe.", "L0093317"),
)
NO_CODES = (
    "Please quote reference CAR-5518 when you ring the booking line.",
    "Read the trial, NCT01987654, before you comment.",
    "The case reports of 2021 are in BMJ Case Reports 2021.",
    "Our clinic saw 12 400 people in 2023, and the ward has 28 beds.",
)
NAMES = (
    ("My patient, 70, had her valve today. J.F. was home by tea.", "J.F."),
    ("My patient had a new lead today. “Sparky” told me he is off to the pub.", "Sparky"),
    ("Thanks to Maeve (71) for letting the students hear her murmur.", "Maeve"),
    ("The widow of Fergal thanked our ward for his last weeks.", "Fergal"),
    ("“I breathe again, and they saved me,” writes Mrs. Lindqvist.", "Mrs. Lindqvist"),
)
NOBODY = (
    "Thanks to Maeve from physio for the course.",
    "“Sparky” is the name of our defibrillator trolley.",
    "“We need more beds,” says Fergal Byrne, president of the society.",
)


def _found(text: str, sub: str) -> list[str]:
    return [
        each.quote
        for each in check(text, Context()).findings
        if each.kind is Kind.IDENTIFIER and each.sub == sub
    ]


@pytest.mark.parametrize(("text", "code"), CODES)
def test_a_number_is_known_by_its_label_and_by_whose_it_is(text: str, code: str) -> None:
    assert any(code in quote for quote in _found(text, "record_number")), text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Her defibrillator, model K81, serial 440921, was changed by us today.", "440921"),
        ("My patient's loop recorder, Gerätenummer QLB330718H, saw a pause.", "QLB330718H"),
        ("Found in the log: Ute Sommer, ICD-Nr. 88213-C.", "88213-C"),
    ],
)
def test_a_device_has_a_number_in_other_words_too(text: str, code: str) -> None:
    assert any(code in quote for quote in _found(text, "serial")), text


@pytest.mark.parametrize("text", NO_CODES)
def test_numbers_for_everybody_are_left_alone(text: str) -> None:
    assert not _found(text, "record_number")


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_person_is_named_by_less_than_a_name(text: str, name: str) -> None:
    assert any(name in quote for quote in _found(text, "name")), text


@pytest.mark.parametrize("text", NOBODY)
def test_colleagues_and_things_with_names_are_left_alone(text: str) -> None:
    assert not _found(text, "name")
