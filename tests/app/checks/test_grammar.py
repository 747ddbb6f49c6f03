"""The language of the rules: what each piece means, and what cannot be read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checks.grammar import Grammar
from app.checks.grammar_table import build
from app.checks.pattern import BadPattern, WordClasses
from app.text.document import read_document

CLASSES = WordClasses(
    {
        "disease": ("heart disease", "angina", "high blood pressure"),
        "event": ("stroke", "{disease}"),
        "fix": ("fix~", "get~ rid of"),
    }
)

WORDS = ("we", "cure", "it", "stop", ".", ",", "no", "risk", "the", "best")


def _found(pattern: str, text: str) -> list[str]:
    grammar = Grammar(json.loads(json.dumps(build(CLASSES, [("rule", pattern)]))))
    document = read_document(text)
    found = grammar.find(grammar.read(document.tokens), frozenset({"rule"}))
    return [
        document.plain[document.tokens[match.low].start : document.tokens[match.high - 1].end]
        for match in found.get("rule", [])
    ]


@pytest.mark.parametrize(
    ("pattern", "text", "quotes"),
    [
        ("miracle", "A Miracle!", ["Miracle"]),
        ("game-changer", "A game changer, a game-changer.", ["game changer", "game-changer"]),
        ("cure~ {disease}", "It cured angina.", ["cured angina"]),
        ("cure~ {disease}", "Curing high blood pressure", ["Curing high blood pressure"]),
        ("{event}", "No stroke, no angina.", ["stroke", "angina"]),
        ("{fix} it", "We got rid of it.", ["got rid of it"]),
        ("no|zero|not_a_single risk", "Not a single risk", ["Not a single risk"]),
        ("we ..2 cure", "We really do cure", ["We really do cure"]),
        ("we ..1 cure", "We really do cure", []),
        ("we ..3 cure", "We, they say, cure", []),
        ("we ...4 cure", "We, they say, cure", ["We, they say, cure"]),
        ("safe and? sound", "safe sound, safe and sound", ["safe sound", "safe and sound"]),
        ("# % off", "20% off and 7 % off", ["20% off", "7 % off"]),
        ("#k people", "90 people, 1,200 people, 2024 people", ["1,200 people"]),
        ("at Aa", "at work, at Abbott", ["at Abbott"]),
        ("with @", "with @brand", ["with @brand"]),
        ("the < best > doctor", "the best doctor", ["best"]),
        ("^ stop", "Stop now. Do not stop.", ["Stop"]),
        ("cure $", "A cure. The cure works.", ["cure"]),
        ("no risk", "There is no. Risk it.", []),
        ("don't", "I don’t and don't", ["don’t", "don't"]),
    ],
)
def test_a_piece_means(pattern: str, text: str, quotes: list[str]) -> None:
    assert _found(pattern, text) == quotes


@pytest.mark.parametrize("pattern", ["..3", "< >", "safe?", "{nothing} here", "a ' b"])
def test_what_cannot_be_read_is_said(pattern: str) -> None:
    with pytest.raises(BadPattern):
        build(CLASSES, [("rule", pattern)])


def test_a_circle_of_classes_is_said() -> None:
    with pytest.raises(BadPattern):
        WordClasses({"one": ("{two}",), "two": ("{one}",)})


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_places_lie_in_one_sentence_and_in_order(words: list[str]) -> None:
    grammar = Grammar(build(CLASSES, [("rule", "we ..6 cure"), ("rule", "no ...4 risk")]))
    tokens = read_document(" ".join(words)).tokens
    matches = grammar.find(grammar.read(tokens), frozenset({"rule"})).get("rule", [])
    for match in matches:
        assert match.first <= match.low < match.high <= match.last
        assert len({token.sentence for token in tokens[match.first : match.last]}) == 1
    assert [match.first for match in matches] == sorted({match.first for match in matches})
