"""Overdue must mean the same whether or not the instant had to be worked out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.model.assessment import Tally
from app.model.post import State
from app.model.rows import PostRow
from app.model.walltime import WallTime

ZONES = ("UTC", "Europe/London", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu")


@given(
    minutes=st.integers(-3 * 24 * 60, 3 * 24 * 60),
    zone=st.sampled_from(ZONES),
    state=st.sampled_from(list(State)),
    hour=st.integers(0, 23),
)
def test_overdue_is_planned_before_now_and_not_out(minutes, zone, state, hour):
    now = datetime(2026, 9, 10, hour, 41, 7, tzinfo=UTC)
    local = (now + timedelta(minutes=minutes)).replace(tzinfo=None, second=0)
    when = WallTime(local, zone)
    row = PostRow(1, "A post", state, when, (), Tally(), False, now)
    out = state in (State.POSTED, State.ARCHIVED)
    assert row.overdue(now) is (not out and when.utc() < now)


def test_a_post_without_a_date_is_never_overdue():
    now = datetime(2026, 9, 10, tzinfo=UTC)
    assert not PostRow(1, "A post", State.READY, None, (), Tally(), False, now).overdue(now)
