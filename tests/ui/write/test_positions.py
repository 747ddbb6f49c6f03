from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from ui.write.positions import PositionMap, editable, text_of

PIECES = st.sampled_from(
    [
        "a",
        " ",
        "\n",
        "**",
        "[@x]",
        "é",
        "e\u0301",
        "🫀",
        "👩🏽‍⚕️",
        "🇬🇧",
        "\u00a0",
        "漢",
        "𝒳",
        "\u200d",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS)
def test_every_place_goes_there_and_back(text: str) -> None:
    places = PositionMap(text)
    for point in range(len(text) + 1):
        unit = places.to_units(point)
        assert unit == len(text[:point].encode("utf-16-le")) // 2
        assert places.to_points(unit) == point


@given(TEXTS)
def test_inside_a_pair_is_before_the_character(text: str) -> None:
    places = PositionMap(text)
    for point, character in enumerate(text):
        if ord(character) > 0xFFFF:
            assert places.to_points(places.to_units(point) + 1) == point


@given(TEXTS, st.data())
def test_a_cursor_selects_the_words_a_finding_names(
    qapp: object, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    document = QTextDocument()
    document.setPlainText(text)
    places = PositionMap(text)
    cursor = QTextCursor(document)
    cursor.setPosition(places.to_units(start))
    cursor.setPosition(places.to_units(end), QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText().replace("\u2029", "\n") == text[start:end]


@given(TEXTS)
def test_the_document_gives_the_text_back(qapp: object, text: str) -> None:
    document = QTextDocument()
    document.setPlainText(text)
    assert text_of(document) == text


@given(st.text())
def test_any_text_survives_once_it_is_editable(qapp: object, text: str) -> None:
    clean = editable(text)
    document = QTextDocument()
    document.setPlainText(clean)
    assert text_of(document) == clean
    assert editable(clean) == clean


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [("a\r\nb\rc", "a\nb\nc"), ("a\u2028b", "a\nb"), ("a\x00\x07b", "ab"), ("\tkeep", "\tkeep")],
)
def test_line_breaks_and_control_characters(given_text: str, kept: str) -> None:
    assert editable(given_text) == kept
