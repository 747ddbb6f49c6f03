"""Until when a day looks the same although time goes by."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from app.calendar.month import Day
from app.model.state import State

_NEVER = datetime.max.replace(tzinfo=UTC)
# More than the clocks of the earth are apart, so that far days need no look at their zones.
_FARTHEST_ZONE = timedelta(hours=15)
_OUT = (State.POSTED, State.ARCHIVED)


def steady_until(day: Day, now: datetime) -> datetime:
    """The last moment at which the same posts of ``day`` are overdue as at ``now``.

    Both are aware UTC. Nothing else about a day changes with the time of day.
    """
    begins = datetime.combine(day.date, time.min, UTC)
    if now <= begins - _FARTHEST_ZONE:
        return begins - _FARTHEST_ZONE
    if now > begins + timedelta(days=1) + _FARTHEST_ZONE:
        return _NEVER
    coming = (
        row.when.utc()
        for row in day.rows
        if row.when is not None and row.state not in _OUT and not row.overdue(now)
    )
    return min(coming, default=_NEVER)
