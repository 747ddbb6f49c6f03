from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar.awareness import Awareness
from app.calendar.month import build_month, month_range
from app.calendar.overflow import shown_and_hidden, urgent
from app.model.assessment import Tally
from app.model.post import State
from app.model.rows import PostRow
from app.model.walltime import WallTime

NOW = datetime(2026, 9, 10, 9, 0, tzinfo=UTC)
YEARS = st.integers(1900, 2200)
MONTHS = st.integers(1, 12)
WEEK_STARTS = st.sampled_from([0, 5, 6])


def row(
    id_: int, when: datetime | None, state: State = State.DRAFT, *, sent_back: bool = False
) -> PostRow:
    wall = WallTime(when, "Europe/London") if when else None
    return PostRow(id_, f"Post {id_}", state, wall, ("linkedin",), Tally(), sent_back, NOW)


@given(YEARS, MONTHS, WEEK_STARTS)
def test_every_month_is_complete_weeks_in_order(year: int, month: int, week_start: int) -> None:
    grid = build_month(year, month, (), date(2026, 9, 10), week_start)
    days = [day.date for day in grid.days]
    assert len(days) == 7 * len(grid.weeks)
    assert 4 <= len(grid.weeks) <= 6
    assert all(after - before == timedelta(days=1) for before, after in pairwise(days))
    assert all(week[0].date.weekday() == week_start for week in grid.weeks)
    inside = [day.date for day in grid.days if day.in_month]
    assert inside[0] == date(year, month, 1)
    assert (inside[-1] + timedelta(days=1)).day == 1
    assert all(any(day.in_month for day in week) for week in grid.weeks)
    assert (days[0], days[-1]) == month_range(year, month, week_start)
    assert all(day.weekend == (day.date.isoweekday() in (6, 7)) for day in grid.days)


@given(
    MONTHS,
    WEEK_STARTS,
    st.lists(st.none() | st.datetimes(datetime(2027, 1, 1), datetime(2029, 1, 1)), max_size=30),
)
def test_each_row_stands_on_exactly_its_day(
    month: int, week_start: int, times: list[datetime | None]
) -> None:
    rows = [
        row(id_, when.replace(second=0, microsecond=0) if when else None)
        for id_, when in enumerate(times, 1)
    ]
    grid = build_month(2028, month, rows, date(2028, 2, 29), week_start)
    placed = {entry.id: day.date for day in grid.days for entry in day.rows}
    assert sum(len(day.rows) for day in grid.days) == len(placed)
    first, last = month_range(2028, month, week_start)
    assert placed == {
        entry.id: entry.when.day for entry in rows if entry.when and first <= entry.when.day <= last
    }


@pytest.mark.parametrize(
    ("year", "week_start", "weeks"), [(2027, 0, 4), (2026, 0, 5), (2028, 0, 5), (2026, 6, 4)]
)
def test_february(year: int, week_start: int, weeks: int) -> None:
    grid = build_month(year, 2, (), date(2028, 2, 29), week_start)
    assert len(grid.weeks) == weeks
    assert sum(day.in_month for day in grid.days) == (29 if year == 2028 else 28)
    assert sum(day.today for day in grid.days) == (1 if year == 2028 else 0)


def test_rows_of_a_day_are_in_time_order_and_places_are_known() -> None:
    late, early = row(1, datetime(2026, 9, 17, 18)), row(2, datetime(2026, 9, 17, 8))
    grid = build_month(2026, 9, [late, early], date(2026, 9, 10))
    place = grid.place(date(2026, 9, 17))
    assert place == (2, 3)
    assert grid.weeks[2][3].rows == (early, late)
    assert grid.place(date(2026, 8, 30)) is None
    assert grid.place(date(2026, 10, 5)) is None
    assert grid.weeks[0][0].date == date(2026, 8, 31)


def test_ribbons_on_their_days_and_months_as_prompts() -> None:
    week = Awareness("w", "Week", "W", date(2026, 9, 28), date(2026, 10, 4), ("UK",))
    day = Awareness("d", "Heart", "H", date(2026, 9, 29), date(2026, 9, 29), ("World",))
    whole = Awareness(
        "m", "AFib", "A", date(2026, 9, 1), date(2026, 9, 30), ("US",), whole_month=True
    )
    other = Awareness("c", "TCT", "T", date(2026, 10, 1), date(2026, 10, 31), ("US",), dated=False)
    grid = build_month(2026, 9, (), date(2026, 9, 10), 0, (week, day, whole, other))
    assert [entry.id for entry in grid.weeks[4][1].awareness] == ["d", "w"]
    assert sum(week in cell.awareness for cell in grid.days) == 7
    assert grid.prompts == (whole,)


def test_two_thousand_posts_are_laid_out_within_a_frame() -> None:
    rows = [row(id_, datetime(2026, 9, 1 + id_ % 30, id_ % 24, id_ % 60)) for id_ in range(2000)]
    start = time.perf_counter()
    build_month(2026, 9, rows, date(2026, 9, 10))
    assert time.perf_counter() - start < 0.1


FUTURE = datetime(2026, 9, 20, 8)
PAST = datetime(2026, 9, 2, 8)


def test_posted_is_hidden_first_then_ideas_and_never_what_needs_the_doctor() -> None:
    day = [
        row(1, PAST, State.POSTED),
        row(2, FUTURE, State.IDEA),
        row(3, PAST, State.READY),  # overdue
        row(4, FUTURE, State.REVIEW, sent_back=True),
        row(5, FUTURE, State.DRAFT),
    ]

    def hidden(capacity: int) -> list[int]:
        return [entry.id for entry in shown_and_hidden(day, capacity, NOW)[1]]

    assert hidden(5) == []
    assert hidden(4) == [1]
    assert hidden(3) == [1, 2]
    assert hidden(2) == [1, 2, 5]
    assert hidden(1) == [1, 2, 4, 5]
    assert hidden(0) == [1, 2, 3, 4, 5]


@given(
    st.lists(st.tuples(st.sampled_from(State), st.booleans(), st.booleans()), max_size=12),
    st.integers(0, 12),
)
def test_what_is_shown_and_hidden_is_the_day(
    day: list[tuple[State, bool, bool]], capacity: int
) -> None:
    rows = [
        row(id_, PAST if past else FUTURE, state, sent_back=back)
        for id_, (state, past, back) in enumerate(day)
    ]
    shown, hidden = shown_and_hidden(rows, capacity, NOW)
    assert len(shown) == min(capacity, len(rows))
    assert sorted((*shown, *hidden), key=lambda entry: entry.id) == rows
    assert list(shown) == [entry for entry in rows if entry in shown]
    needed = [entry for entry in rows if urgent(entry, NOW)]
    if len(needed) <= capacity:
        assert not any(entry in hidden for entry in needed)
