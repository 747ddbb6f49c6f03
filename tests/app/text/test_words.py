"""Syllables, grades, graphemes, the normal form and citations."""

from __future__ import annotations

import pytest

from app.text import graphemes
from app.text.citations import citations
from app.text.document import read_document
from app.text.grade import grade
from app.text.normal import normal
from app.text.syllables import syllables

COUNTS = {
    1: "heart stroke blood pulse valve stent chest vein pain walked smokes breathe",
    2: "statin pressure doctor atria lipid diet trial lesion patient people disease table",
    3: "angina aorta arteries syncope exercise medicine cardiac sodium potassium oedema",
    4: "palpitations cholesterol fibrillation diabetic ischaemia cardiology",
    5: "cardiologist atherosclerosis",
    6: "cardiomyopathy",
}


def test_syllables_of_most_medical_words_are_right() -> None:
    pairs = [(word, count) for count, words in COUNTS.items() for word in words.split()]
    right = sum(syllables(word) == count for word, count in pairs)
    assert right >= 0.84 * len(pairs)  # the best free rule had 74 of 89


def test_short_texts_have_no_grade() -> None:
    assert grade(read_document("Walk a bit more each day.")) is None


def test_plain_words_have_a_lower_grade_than_hard_ones() -> None:
    easy = "Walk each day. It is good for your heart. Eat less salt. Ask your nurse. " * 4
    hard = (
        "Antihypertensive pharmacotherapy substantially ameliorates cardiovascular "
        "complications in hypertensive individuals with concomitant comorbidities. " * 4
    )
    low, high = grade(read_document(easy)), grade(read_document(hard))
    assert low is not None
    assert high is not None
    assert low < 4 < 16 < high


def test_addresses_tags_and_source_lines_do_not_count() -> None:
    text = "Walk each day and eat less salt for a good heart. " * 4
    noise = (
        "\n\nhttps://example.org/epidemiological-considerations #hypertension @somebody"
        "\n\nSource: Multidisciplinary Epidemiological Considerations 2024."
        "\n\nDisclosure: I receive institutional pharmacological remuneration."
    )
    assert grade(read_document(text)) == grade(read_document(text + noise))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("abc", 3),
        ("e\u0301", 1),
        ("👨‍👩‍👧", 1),
        ("🇮🇪", 1),
        ("a\r\nb", 3),
        ("👍🏽!", 2),
        ("क्षि", 1),
        ("", 0),
    ],
)
def test_graphemes(text: str, count: int) -> None:
    assert graphemes.count(text) == count
    assert "".join(graphemes.split(text)) == text


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("**Walk**  each day", "Walk each\nday"),
        ("It’s “good”", 'It\'s "good"'),
        ("a – b…", "a - b..."),
        ("- one\n- two", "one\ntwo"),
        ("cafe\u0301", "café"),
    ],
)
def test_the_normal_form_ignores_how_it_is_written(left: str, right: str) -> None:
    assert normal(left) == normal(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("[a](https://x.example)", "[a](https://y.example)"),
        ("It works [@one].", "It works [@two]."),
        ("Walk", "Run"),
        ("no risk", "norisk"),
    ],
)
def test_the_normal_form_keeps_what_matters(left: str, right: str) -> None:
    assert normal(left) != normal(right)


def test_citations_have_their_place() -> None:
    source = "It works **[@smith-2023]** and [@a; @b], not [@ x] or `[@code]`."
    found = citations(source)
    assert [citation.name for citation in found] == ["smith-2023", "a", "b"]
    assert source[found[0].start : found[0].end] == "[@smith-2023]"
