"""Time grows with the length of a text, whatever it is made of: no pattern may blow up."""

from __future__ import annotations

import random
import time

import pytest

from app.checks import identifiers, patient
from app.checks.context import Context
from app.checks.pack import load_pack
from app.checks.registry import Family, run
from app.text.document import read_document
from app.text.normal import normal

FAMILIES = (
    Family("stories", patient.find, patient.facts),
    Family("identifiers", identifiers.find),
)
ABOUT = Context(facts={"mentions_patient": True})
# What the patterns look for, and the beginnings of what they look for.
SEEDS = (
    "A", " ", "\n", "Aa ", "Mary ", "Mrs. A ", "1", "1 ", "12/", "1-1-", "12 ", "a@b.", "@a ",
    "http://",
    "[", "](", "![](", "*", "**a*", "_", "`", "<", "&", "#a ", "> ", "- ", "’s ", "54-year-old ",
    "her husband ", "in Aa, ", "from Aa ", "Co. Aa ", "the first a ", "is the first in A ",
    "I saw ", "she ",
    "Aa-Aa", "+1 ", "1.1.1.", "MRN ", "MRN: A", "S/N A-", "plate A ", "12 Aa Aa ", "ही",
    "?", "12 March ", "aged 5", "x.com/", "DOB ", "known as \"A", "&#", "A1A 1A1 ",
    "one of 5 people ",
)  # fmt: skip
SHORT, LONG = 2_000, 8_000


def seconds(text: str) -> float:
    """The best of two runs, so that what else the machine does weighs little."""
    best = float("inf")
    for _ in range(2):
        read_document.cache_clear()
        start = time.process_time()
        report = run(text, ABOUT, load_pack(), FAMILIES)
        best = min(best, time.process_time() - start)
        assert not report.failed
    return best


def fill(seed: str, size: int) -> str:
    return (seed * (size // len(seed) + 1))[:size]


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    seconds("Mrs Murphy, 54, rang 087 123 4567.")


@pytest.mark.parametrize("seed", SEEDS)
def test_four_times_the_text_takes_no_more_than_a_few_times_as_long(seed: str) -> None:
    short, long = seconds(fill(seed, SHORT)), seconds(fill(seed, LONG))
    # Linear is 4; quadratic would be 16.
    assert long <= 9 * max(short, 0.004), (short, long)


@pytest.mark.parametrize("number", range(12))
def test_mixtures_are_linear_too(number: int) -> None:
    pick = random.Random(number)
    seed = "".join(pick.choice(SEEDS) for _ in range(4))
    short, long = seconds(fill(seed, SHORT)), seconds(fill(seed, LONG))
    assert long <= 9 * max(short, 0.004), (seed, short, long)


def test_a_hundred_thousand_characters_are_read_in_order() -> None:
    text = "My patient **Mary** came in on 12 March 2024 with pain. She went home.\n\n" * 1400
    assert len(text) > 95_000
    small, large = seconds(text[:10_000]), seconds(text[:100_000])
    assert large <= 20 * small


def test_the_normal_form_is_linear() -> None:
    def best(size: int) -> float:
        times = []
        for _ in range(3):
            read_document.cache_clear()
            start = time.process_time()
            normal(fill("*a [b](c) &amp; ", size))
            times.append(time.process_time() - start)
        return min(times)

    assert best(80_000) <= 9 * max(best(20_000), 0.01)
