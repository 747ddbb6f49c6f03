from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.text.sorted_words import SortedWords

NAMES = Path(__file__).parents[3] / "resources" / "names" / "names.txt"

words = st.text("abé'-", min_size=1, max_size=6)


@given(st.sets(words, max_size=300), words)
def test_it_holds_what_a_set_holds(known: set[str], other: str) -> None:
    kept = SortedWords(" ".join(sorted(known)))
    assert len(kept) == len(known)
    assert all(word in kept for word in known)
    assert (other in kept) == (other in known)


def test_what_is_not_a_word_is_not_in_it() -> None:
    kept = SortedWords("anna bea")
    assert "" not in kept
    assert "anna bea" not in kept
    assert "" not in SortedWords("")


def test_the_lists_of_names_are_in_order() -> None:
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    for line in lines[-3:]:
        assert line.split(" ") == sorted(set(line.split()))
