from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.guard import clean, guard, starts_like_formula, unguard

CELLS = st.text(max_size=12) | st.text("'=+-@ \t\r\n\0＝a", max_size=6)


@given(CELLS)
def test_unguard_gives_the_cell_back(cell: str) -> None:
    assert unguard(guard(cell)) == cell


@given(CELLS)
def test_no_guarded_cell_runs(cell: str) -> None:
    assert not starts_like_formula(guard(cell))


@given(CELLS)
def test_guarding_changes_only_the_first_sign(cell: str) -> None:
    assert guard(cell) in (cell, f"'{cell}")


@pytest.mark.parametrize(
    "cell",
    [
        '=HYPERLINK("http://a")',
        "+1",
        "-1",
        "@user",
        "  =1",
        "\t=1",
        "＝1",
        "\u200b=1",
        "\n@x",
        "'=1",
    ],
)
def test_formulas_are_made_text(cell: str) -> None:
    assert guard(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Salt", "'quoted'", "1-2", "# AFib", "• item", "’s"])
def test_words_are_left_alone(cell: str) -> None:
    assert guard(cell) == cell


@given(st.text(max_size=30))
def test_clean_leaves_no_control_characters_and_is_stable(cell: str) -> None:
    once = clean(cell)
    assert clean(once) == once
    assert not any(ord(sign) < 32 and sign != "\n" for sign in once)
    once.encode("utf-8")
