from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar.overflow import shown_and_hidden
from app.model.post import State
from tests.ui.samples import NOW, SAFETY, make_row
from ui.calendar.metrics import Metrics, scaled_metrics
from ui.calendar.stops import Stop, StopKind, first_stop, next_stop, stops_of
from ui.calendar.tiles import DayLayout, lay_out_day

PLAIN = Metrics()
CELL = (118, 121)


def words_per_line(row, width, most):
    """A stand-in for measuring: 16 letters a line."""
    return max(1, min(most, -(-len(row.title) // 16)))


def lay_out(rows, awareness=(), size=CELL, metrics=PLAIN, now=NOW) -> DayLayout:
    return lay_out_day(
        rows,
        awareness,
        *size,
        metrics,
        words_per_line,
        lambda rows, capacity: shown_and_hidden(rows, capacity, now),
    )


def test_one_post_takes_as_many_lines_as_its_title_needs():
    assert [tile.lines for tile in lay_out([make_row(1, "Short")]).tiles] == [1]
    long = make_row(1, "Your watch says AFib. Now what?")
    assert [tile.lines for tile in lay_out([long]).tiles] == [2]
    longer = make_row(1, "x" * 200)
    assert [tile.lines for tile in lay_out([longer]).tiles] == [3]


def test_two_long_posts_share_the_day_with_one_line_each():
    layout = lay_out([make_row(1, "x" * 40), make_row(2, "y" * 40)])
    assert [tile.lines for tile in layout.tiles] == [1, 1]
    assert not layout.hidden


def test_three_posts_become_one_line_tiles():
    layout = lay_out([make_row(n, "x" * 40) for n in (1, 2, 3)])
    assert [tile.lines for tile in layout.tiles] == [0, 0, 0]
    assert not layout.hidden


def test_a_ribbon_takes_room_and_two_posts_wait_behind_more():
    rows = [make_row(n, "x" * 40) for n in (1, 2, 3, 4)]
    layout = lay_out(rows, (SAFETY,))
    assert [ribbon.awareness.id for ribbon in layout.ribbons] == ["psd"]
    assert len(layout.tiles) == 2
    assert len(layout.hidden) == 2
    assert not layout.more.isEmpty()
    assert layout.ribbons[0].rect.bottom() < layout.tiles[0].rect.top()


def test_what_is_hidden_is_chosen_by_priority_and_the_rest_stays_in_time_order():
    rows = [
        make_row(1, "Posted", state=State.POSTED, clock=(7, 0)),
        make_row(2, "Idea", state=State.IDEA, clock=(8, 0)),
        make_row(3, "Ready", state=State.READY, clock=(9, 0)),
        make_row(4, "Draft", state=State.DRAFT, clock=(10, 0)),
        make_row(5, "Sent back", state=State.REVIEW, clock=(11, 0), sent_back=True),
    ]
    layout = lay_out(rows)
    assert [tile.row.id for tile in layout.tiles] == [3, 4, 5]
    assert [row.id for row in layout.hidden] == [1, 2]


def test_overdue_and_sent_back_are_never_behind_more_while_others_can_be():
    later = datetime(2026, 9, 30, tzinfo=UTC)
    rows = [make_row(n, state=State.POSTED) for n in range(1, 9)]
    rows += [make_row(20, state=State.READY), make_row(21, state=State.REVIEW, sent_back=True)]
    layout = lay_out(rows, now=later)
    assert {20, 21} <= {tile.row.id for tile in layout.tiles}


def test_an_empty_day_has_free_room_and_no_tiles():
    layout = lay_out([])
    assert layout.tiles == ()
    assert layout.hidden == ()
    assert layout.free.height() > 60


@pytest.mark.parametrize("percent", [90, 100, 130, 150])
def test_metrics_follow_the_text_size(percent):
    scaled = scaled_metrics(lambda length: round(length * percent / 100))
    assert scaled.head == round(28 * percent / 100)
    assert scaled.tile_height(0) == scaled.compact
    assert scaled.tile_height(2) - scaled.tile_height(1) == scaled.line


@given(
    count=st.integers(0, 40),
    titles=st.lists(st.text(min_size=0, max_size=90), min_size=40, max_size=40),
    width=st.integers(40, 400),
    height=st.integers(30, 500),
    ribbon=st.booleans(),
    percent=st.sampled_from([90, 100, 130, 150]),
)
def test_every_post_is_shown_once_or_hidden_once_and_nothing_overlaps(
    count, titles, width, height, ribbon, percent
):
    metrics = scaled_metrics(lambda length: round(length * percent / 100))
    rows = [make_row(n + 1, titles[n]) for n in range(count)]
    layout = lay_out(rows, (SAFETY,) if ribbon else (), (width, height), metrics)
    ids = [tile.row.id for tile in layout.tiles] + [row.id for row in layout.hidden]
    assert sorted(ids) == [row.id for row in rows]
    placed = [ribbon.rect for ribbon in layout.ribbons] + [tile.rect for tile in layout.tiles]
    for upper, lower in pairwise(placed):
        assert upper.bottom() < lower.top()
    for rect in placed:
        assert rect.top() >= metrics.for_height(height).head
        assert rect.bottom() < height
    assert len({tile.lines == 0 for tile in layout.tiles}) <= 1


def test_the_keyboard_goes_through_ribbon_tiles_and_more():
    layout = lay_out([make_row(n, "x" * 40) for n in (1, 2, 3, 4)], (SAFETY,))
    day = SAFETY.first
    kinds = [stop.kind for stop in stops_of(day, layout)]
    assert kinds == [StopKind.RIBBON, StopKind.TILE, StopKind.TILE, StopKind.MORE]
    first = first_stop(day, layout)
    assert first is not None
    assert first.post_id == layout.tiles[0].row.id
    assert next_stop(first, layout, -1).kind is StopKind.RIBBON
    last = next_stop(next_stop(first, layout, 1), layout, 1)
    assert last.kind is StopKind.MORE
    assert next_stop(last, layout, 1) == last
    gone = Stop(day, StopKind.TILE, post_id=999)
    assert next_stop(gone, layout, 1) == first


def test_in_a_low_cell_a_post_goes_before_a_ribbon_and_before_nothing():
    low = lay_out([make_row(1)], (SAFETY,), (118, 70))
    assert [tile.row.id for tile in low.tiles] == [1]
    tight = lay_out([make_row(1), make_row(2)], (SAFETY,), (118, 47))
    assert len(tight.tiles) == 1
    assert tight.ribbons == ()
    assert len(tight.hidden) == 1
