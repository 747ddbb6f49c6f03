from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.text.document import read_document


def sentences(source: str) -> list[str]:
    document = read_document(source)
    return [document.sentence_text(index) for index in range(len(document.sentences))]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Dr. Smith saw Mrs. Jones. She left.", ["Dr. Smith saw Mrs. Jones.", "She left."]),
        ("Take 2.5 mg, e.g. at night. Then rest.", ["Take 2.5 mg, e.g. at night.", "Then rest."]),
        ("Smith et al. found it. So did we.", ["Smith et al. found it.", "So did we."]),
        ("Stent vs. bypass. Which?", ["Stent vs. bypass.", "Which?"]),
        ("At 3 p.m. he came. At 3 p.m. He left.", ["At 3 p.m. he came.", "At 3 p.m.", "He left."]),
        ("J. R. Murphy came. We left.", ["J. R. Murphy came.", "We left."]),
        ('"Really?" she said. Yes.', ['"Really?" she said.', "Yes."]),
        ("Wait... what? No.", ["Wait... what?", "No."]),
        ("# A heading\n- one item\n- two", ["A heading", "one item", "two"]),
        ("First line\nSecond line", ["First line", "Second line"]),
        (
            "This line was broken by a program because it was too long for\nthe window. Next.",
            ["This line was broken by a program because it was too long for\nthe window.", "Next."],
        ),
        ("", []),
        ("   \n\n ", []),
    ],
)
def test_sentences(source: str, expected: list[str]) -> None:
    assert sentences(source) == expected


@given(st.text(st.sampled_from("ab AB.!?\n\"')1- "), max_size=150))
@settings(max_examples=200, deadline=None)
def test_sentences_keep_order_and_lose_no_word(source: str) -> None:
    document = read_document(source)
    end = 0
    for span in document.sentences:
        assert end <= span.start < span.end
        end = span.end
    for token in document.tokens:
        span = document.sentences[token.sentence]
        if token.is_word:
            assert span.start <= token.start < token.end <= span.end
