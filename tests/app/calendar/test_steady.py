from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.calendar.month import Day
from app.calendar.steady import steady_until
from app.model.rows import PostRow
from app.model.state import State
from app.model.tally import Tally
from app.model.walltime import WallTime

DAY = date(2026, 9, 10)
ZONES = ("Europe/London", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York")
MIDNIGHT = datetime.combine(DAY, time.min, UTC)


@st.composite
def rows(draw: st.DrawFn) -> PostRow:
    clock = time(draw(st.integers(0, 23)), draw(st.sampled_from((0, 30))))
    when = WallTime(datetime.combine(DAY, clock), draw(st.sampled_from(ZONES)))
    state = draw(st.sampled_from(list(State)))
    return PostRow(1, "A post", state, when, (), Tally(), False, MIDNIGHT)


@given(
    st.lists(rows(), max_size=5),
    st.integers(-4000, 6000),
    st.integers(0, 9000),
)
def test_until_then_and_no_longer_the_same_posts_are_overdue(
    found: list[PostRow], start: int, later: int
) -> None:
    day = Day(DAY, True, False, False, (), tuple(found))
    now = MIDNIGHT + timedelta(minutes=start)
    until = steady_until(day, now)
    assert until >= now

    def overdue(at: datetime) -> list[bool]:
        return [row.overdue(at) for row in found]

    moment = now + timedelta(minutes=later)
    if moment <= until:
        assert overdue(moment) == overdue(now)


def test_it_ends_with_the_next_post_that_is_not_out() -> None:
    def at(hour: int, state: State) -> PostRow:
        when = WallTime(datetime.combine(DAY, time(hour)), "Europe/London")
        return PostRow(hour, "A post", state, when, (), Tally(), False, MIDNIGHT)

    day = Day(
        DAY, True, True, False, (), (at(8, State.READY), at(9, State.POSTED), at(12, State.DRAFT))
    )
    noon = datetime(2026, 9, 10, 11, tzinfo=UTC)
    assert steady_until(day, datetime(2026, 9, 10, 7, 30, tzinfo=UTC)) == noon
    assert steady_until(day, noon) == noon
    assert steady_until(day, noon + timedelta(seconds=1)).year == 9999


def test_a_far_day_is_steady_until_it_comes_near() -> None:
    day = Day(DAY, True, False, False, (), ())
    assert steady_until(day, MIDNIGHT - timedelta(days=9)) == MIDNIGHT - timedelta(hours=15)
