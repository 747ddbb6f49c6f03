from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.text.sorted_words import SortedWords

words = st.text(st.characters(exclude_characters="\n", codec="utf-8"), max_size=6)


@given(st.sets(words, max_size=60), words)
def test_it_holds_what_a_set_holds(known: set[str], other: str) -> None:
    kept = SortedWords(known)
    assert len(kept) == len(known)
    assert all(word in kept for word in known)
    assert (other in kept) == (other in known)


def test_what_is_not_a_word_is_not_in_it() -> None:
    kept = SortedWords(["anna", "bea"])
    assert "" not in kept
    assert "anna\nbea" not in kept
    assert 7 not in kept
    assert "" not in SortedWords([])
    assert "" in SortedWords([""])
