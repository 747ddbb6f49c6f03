from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.write.merge import apply, changed_spans, splices

TEXTS = st.lists(
    st.sampled_from(["one ", "two ", "\n", "🫀", "e\u0301", "cures AFib", ".", " "]), max_size=20
).map("".join)


@given(TEXTS, TEXTS)
def test_the_edits_make_the_new_text(old: str, new: str) -> None:
    assert apply(old, splices(old, new)) == new


@given(TEXTS, TEXTS)
def test_changed_spans_lie_in_the_text_and_begin_and_end_with_words(old: str, new: str) -> None:
    last = 0
    for start, end in changed_spans(old, new):
        assert last <= start < end <= len(new)
        assert new[start:end].strip() == new[start:end]
        last = end


def test_an_edit_is_as_small_as_it_can_be() -> None:
    old = "First line.\n\nAblation cures AFib, and tablets help.\n\nLast line."
    new = old.replace("cures", "can reduce")
    (edit,) = splices(old, new)
    assert (edit.start, edit.words) == (23, "an reduce")
    assert old[edit.start : edit.end] == "ures"


def test_two_distant_edits_stay_two() -> None:
    old = "alpha\n\nmiddle\n\nomega"
    assert len(splices(old, "alpha!\n\nmiddle\n\nomega!")) == 2


def test_the_same_text_needs_no_edit() -> None:
    assert splices("a", "a") == ()
    assert changed_spans("a", "a") == ()


def test_changed_words_close_together_are_one_span() -> None:
    was = "It helps. Ablation cures AFib, and tablets help too."
    now = "It helps. Ablation can reduce AFib episodes, and tablets help too."
    ((start, end),) = changed_spans(was, now)
    assert now[start:end] == "can reduce AFib episodes"


def test_words_taken_out_leave_no_span() -> None:
    assert changed_spans("one two three", "one three") == ()
