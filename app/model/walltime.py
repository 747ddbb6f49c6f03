"""Wall-clock time in a named zone: what a planner stores and shows.

A post planned for 08:00 in London stays at 08:00 in London when the clocks
change, so the local time and the zone are kept, never a UTC instant.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class ClockTrouble(StrEnum):
    """What is wrong with a local time on a day when the clocks change."""

    NONE = "none"
    SKIPPED = "skipped"  # clocks go forward over it: it does not exist
    DOUBLED = "doubled"  # clocks go back over it: it happens twice


@dataclass(frozen=True, slots=True, order=True)
class WallTime:
    """A local date and time (naive, minute precision) with its IANA zone.

    Attributes:
        local: naive local date and time; seconds are always zero.
        zone: IANA name such as ``Europe/London``.
        fold: 0 for the first, 1 for the second of a time that happens twice.
    """

    local: datetime
    zone: str
    fold: int = 0

    def __post_init__(self) -> None:
        if self.local.tzinfo is not None:
            raise ValueError("a wall time holds a naive local time")
        if self.local.second or self.local.microsecond:
            raise ValueError("a wall time has minute precision")
        if self.fold not in (0, 1):
            raise ValueError("fold is 0 or 1")

    @property
    def day(self) -> date:
        """The local calendar day."""
        return self.local.date()

    @property
    def clock(self) -> time:
        """The local time of day."""
        return self.local.time()

    @property
    def trouble(self) -> ClockTrouble:
        """Whether this local time exists once, never or twice in its zone."""
        zone = ZoneInfo(self.zone)
        early = self.local.replace(tzinfo=zone, fold=0)
        late = self.local.replace(tzinfo=zone, fold=1)
        if early.utcoffset() == late.utcoffset():
            return ClockTrouble.NONE
        there_and_back = early.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
        return ClockTrouble.DOUBLED if there_and_back == self.local else ClockTrouble.SKIPPED

    def utc(self) -> datetime:
        """The instant as an aware UTC datetime (a skipped time counts from before the change)."""
        return self.local.replace(tzinfo=ZoneInfo(self.zone), fold=self.fold).astimezone(UTC)

    def on_day(self, day: date) -> WallTime:
        """The same time of day on another day; dragging a post never changes its clock."""
        return WallTime(datetime.combine(day, self.clock), self.zone)

    def shifted(self, days: int) -> WallTime:
        """The same time of day, ``days`` later (negative: earlier)."""
        return self.on_day(self.day + timedelta(days=days))
