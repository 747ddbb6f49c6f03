from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.text.document import read_document
from app.text.phrases import PhraseMatcher, slots


def found(phrases: list[str], source: str) -> list[tuple[str, str]]:
    document = read_document(source)
    matcher = PhraseMatcher((phrase, phrase) for phrase in phrases)
    return [
        (
            matcher.payloads[hit.phrase],
            document.plain[document.tokens[hit.first].start : document.tokens[hit.last].end],
        )
        for hit in matcher.find(document.tokens)
    ]


def test_case_apostrophes_hyphens_and_quotes_do_not_count() -> None:
    assert found(["can't cure", "risk free"], "You CAN’T cure it. Risk-free, “risk free”.") == [
        ("can't cure", "CAN’T cure"),
        ("risk free", "Risk-free"),
        ("risk free", "risk free"),
    ]


def test_signs_are_part_of_a_phrase() -> None:
    phrases = ["100%", "A&E", "#ad", "y/o", "!!!"]
    source = "100 % sure at A&E #ad 54 y/o now!!!"
    assert [phrase for phrase, _ in found(phrases, source)] == phrases
    assert found(["ad"], "#ad") == []


def test_a_phrase_does_not_cross_a_comma_or_a_sentence() -> None:
    assert found(["reverse your"], "They reverse, your heart. Reverse. Your turn.") == []


def test_choices_wildcards_and_stems() -> None:
    assert slots("(a|b) c (d|e)") == [["a", "b"], ["c"], ["d", "e"]]
    assert found(["(my|our) * patient"], "my young patient, our patient") == [
        ("(my|our) * patient", "my young patient")
    ]
    assert found(["guideline*"], "The guidelines of a Guideline") == [
        ("guideline*", "guidelines"),
        ("guideline*", "Guideline"),
    ]


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=4).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=8, unique=True), WORDS.map(lambda words: words * 3))
@settings(max_examples=150, deadline=None)
def test_finds_what_a_plain_search_finds(phrases: list[str], source: str) -> None:
    words = source.split()
    expected = sorted(
        (at, at + len(phrase.split()), phrase)
        for phrase in phrases
        for at in range(len(words))
        if words[at : at + len(phrase.split())] == phrase.split()
    )
    document = read_document(source)
    matcher = PhraseMatcher((phrase, phrase) for phrase in phrases)
    got = sorted(
        (hit.first, hit.last + 1, matcher.payloads[hit.phrase])
        for hit in matcher.find(document.tokens)
    )
    assert got == expected
