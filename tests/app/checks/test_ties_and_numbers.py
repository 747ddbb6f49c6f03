"""Ties told, hinted at and denied; statistics with and without a source; brands and tags."""

from __future__ import annotations

import random
import time
from functools import cache
from pathlib import Path

import pytest

from app.checks import disclosure, guidelines, numbers, products
from app.checks.brands import is_brand
from app.checks.context import Context
from app.checks.pack import load_pack
from app.checks.registry import Family, check, run
from app.model.finding import Finding, Strength
from app.model.post import PostKind
from app.model.records import Source, SourceKind
from app.text.document import read_document

_STRONG = (Strength.BLOCK, Strength.WARN)
_TIES = ("disclosure_missing", "disclosure_weak")


@cache
def sentences() -> dict[str, list[str]]:
    import yaml

    path = Path(__file__).parent / "families" / "ties_and_numbers.yaml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def found(text: str, *kinds: str, context: Context | None = None) -> list[Finding]:
    report = check(text, context or Context())
    assert report.failed == ()
    return [one for one in report.findings if one.kind.value in kinds and one.strength in _STRONG]


@pytest.mark.parametrize("text", sentences()["told"])
def test_a_tie_that_is_told_in_passing_is_missing_its_disclosure(text: str) -> None:
    assert [one.kind.value for one in found(text, *_TIES)] == ["disclosure_missing"]


@pytest.mark.parametrize("text", sentences()["hinted"])
def test_a_hint_is_a_weak_disclosure(text: str) -> None:
    assert [one.kind.value for one in found(text, *_TIES)] == ["disclosure_weak"]


@pytest.mark.parametrize("text", sentences()["untied"])
def test_no_tie_is_seen_where_there_is_none(text: str) -> None:
    assert [one.quote for one in found(text, *_TIES)] == []


@pytest.mark.parametrize("text", sentences()["counted"])
def test_a_statistic_wants_its_source(text: str) -> None:
    assert found(text, "number_without_source")


@pytest.mark.parametrize("text", sentences()["uncounted"])
def test_other_numbers_are_left_alone(text: str) -> None:
    assert [one.quote for one in found(text, "number_without_source")] == []


@pytest.mark.parametrize("text", sentences()["told"])
def test_a_plain_disclosure_at_the_start_is_enough(text: str) -> None:
    assert found(f"#ad {text}", *_TIES) == []


def test_a_disclosure_behind_other_hashtags_comes_too_late() -> None:
    late = found("#heart #walking #ad Bayer sent me a watch.", *_TIES)
    assert [(one.sub, one.strength) for one in late] == [("late", Strength.BLOCK)]


@pytest.mark.parametrize(
    ("places", "kinds"),
    [
        (("US",), []),
        (("AU",), []),
        (("UK",), ["disclosure_weak"]),
        (("DE", "EU"), ["disclosure_weak"]),
    ],
)
def test_sponsored_by_is_plain_in_some_places_only(
    places: tuple[str, ...], kinds: list[str]
) -> None:
    text = "Sponsored by Bayer. Three thoughts on blood thinners."
    context = Context(jurisdictions=places)
    assert [one.kind.value for one in found(text, *_TIES, context=context)] == kinds


def test_a_denial_does_not_undo_a_gift() -> None:
    assert found("I have no ties to the company. They did lend me the LumiCuff.", *_TIES)
    assert not found("I have no ties to Bayer and I never took a fee from them.", *_TIES)
    assert not found("Bayer offered me a dinner. I said no.", *_TIES)


def test_a_statistic_is_quoted_with_its_hedge_and_its_noun() -> None:
    (one,) = found("By age 40, about 1 in 4 adults will have AFib.", "number_without_source")
    assert (one.quote, one.strength) == ("about 1 in 4 adults", Strength.BLOCK)


def test_a_source_elsewhere_makes_a_number_something_to_consider() -> None:
    number = "By age 40, about 1 in 4 adults will have AFib."
    linked = Context(sources=(Source(1, "esc-af-2024", SourceKind.GUIDELINE, "ESC AF 2024"),))
    (one,) = found(number, "number_without_source", context=linked)
    assert one.strength is Strength.WARN
    (one,) = found(f"{number}\n\nRest helps. [@esc-af-2024]", "number_without_source")
    assert one.strength is Strength.WARN
    for cited in ("[@esc-af-2024]", "(ESC 2024)", "https://doi.org/10.1000/1"):
        assert not found(f"{number} {cited}", "number_without_source")


@pytest.mark.parametrize("word", ["BeatWell", "iHealth", "TasteWell's", "HeartMate"])
def test_brands_are_known_by_a_capital_inside(word: str) -> None:
    assert is_brand(word, word.lower())


@pytest.mark.parametrize("word", ["AFib", "PhD", "MacLeod", "LinkedIn", "ESC", "Heart", "McRae"])
def test_names_and_short_forms_are_no_brands(word: str) -> None:
    assert not is_brand(word, word.lower())


def test_a_device_is_weighed_in_a_post_and_only_noted_in_a_reply() -> None:
    text = "The Micra is a marvel."
    assert found(text, "product")
    assert not found(text, "product", context=Context(kind=PostKind.REPLY))
    assert not found("Apple Watch, Fitbit, Withings or Garmin? Whichever you wear.", "product")


FAMILIES = (
    Family("disclosures", disclosure.find, disclosure.facts),
    Family("numbers", numbers.find),
    Family("products", products.find),
    Family("guidelines", guidelines.find),
)
SEEDS = (
    "Bayer sent me ", "I ", "Aa ", "AaBb ", "@a ", "#partner ", "#", "thanks ", "for ", "a watch ",
    "my friends at ", "if you buy ", "link ", "1 ", "1 in 4 ", "% ", "half of ", "people ", "2016 ",
    "ESC ", "guidelines ", "CG1 ", "(ad ", "10.1/", "in the Aa Study ", "Aa of the ", "\n", ". ",
    "not ", "#aaaa_", "_sp", "Society of ",
)  # fmt: skip


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        read_document.cache_clear()
        begin = time.perf_counter()
        run(text, Context(), load_pack(), FAMILIES)
        best = min(best, time.perf_counter() - begin)
    return best


@pytest.mark.parametrize("seed", SEEDS)
def test_time_grows_with_length_alone(seed: str) -> None:
    short, long = seed * (2_000 // len(seed)), seed * (8_000 // len(seed))
    assert seconds(long) < 12 * seconds(short) + 0.05


def test_time_grows_with_length_alone_for_any_mixture() -> None:
    chance = random.Random(3)
    for _ in range(6):
        parts = [chance.choice(SEEDS) for _ in range(400)]
        assert seconds("".join(parts * 4)) < 12 * seconds("".join(parts)) + 0.05
