from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checks import checkdigits
from app.checks.gazetteer import names, places, plain_letters


@pytest.mark.parametrize(
    "name",
    [
        "Siobhán", "Aoife", "Lakshmi", "Mohammed", "Chukwuemeka", "Xiaoming", "Hiroshi", "Zofia",
        "Kwame", "Thandiwe", "Björn", "José", "Fatima", "Priya", "Mary", "Tomasz", "Nguyen",
    ],
)  # fmt: skip
def test_given_names_of_many_cultures_are_known(name: str) -> None:
    assert names().is_given(name) or names().is_family(name)


@pytest.mark.parametrize(
    "name",
    ["O'Donoghue", "O’Brien", "McCarthy", "Venkatesh", "Müller", "Okafor", "Kowalski", "Patel"],
)
def test_family_names_of_many_cultures_are_known(name: str) -> None:
    assert names().is_family(name)


@pytest.mark.parametrize("word", ["Heart", "Valve", "Marfan", "Brugada", "Holter", "Stent"])
def test_words_of_medicine_are_no_names(word: str) -> None:
    assert not names().is_given(word)
    assert not names().is_family(word)


def test_places_by_size() -> None:
    known = places()
    assert {"ireland", "germany", "texas", "kerala", "scotland"} <= known.regions
    assert {"galway", "leeds", "mysuru", "munchen", "toowoomba", "county"} - {
        "county"
    } <= known.towns
    assert not known.regions & known.towns


def test_accents_and_special_letters_fold() -> None:
    assert plain_letters("Siobhán Łukasz Søren Weiß") == "siobhan lukasz soren weiss"


@given(st.integers(0, 10**8 - 1), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed_by_verhoeff(
    number: int, place: int, change: int
) -> None:
    body = f"{number:08}"
    check = next(digit for digit in "0123456789" if checkdigits.verhoeff(body + digit))
    whole = body + check
    place %= len(whole)
    wrong = str((int(whole[place]) + change) % 10)
    assert not checkdigits.verhoeff(whole[:place] + wrong + whole[place + 1 :])


@given(st.integers(0, 10**9 - 1), st.integers(0, 9), st.integers(1, 9))
def test_nhs_notices_one_wrong_digit(number: int, place: int, change: int) -> None:
    body = f"{number:09}"
    checks = [digit for digit in "0123456789" if checkdigits.nhs(body + digit)]
    if not checks:
        return  # one in eleven has no check digit and is never given out
    whole = body + checks[0]
    wrong = str((int(whole[place]) + change) % 10)
    assert not checkdigits.nhs(whole[:place] + wrong + whole[place + 1 :])


def test_known_numbers_are_valid() -> None:
    assert checkdigits.luhn("8003608000045922")
    assert checkdigits.kvnr("A123456780")
    assert checkdigits.pps("1234567T")
    assert checkdigits.medicare_au("2123456701")
