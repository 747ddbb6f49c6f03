"""Days and times in words, the same on every computer whatever its language settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from app.calendar.zones import city, short_zone
from app.model.walltime import ClockTrouble, WallTime

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def clock_words(clock: time) -> str:
    """08:00."""
    return f"{clock.hour:02}:{clock.minute:02}"


def day_words(day: date) -> str:
    """Thu 24 Sep 2026."""
    return f"{short_day(day)} {day.year}"


def short_day(day: date, today: date | None = None) -> str:
    """Thu 24 Sep; with the year when it is not that of ``today``."""
    words = f"{DAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"
    return words if today is None or today.year == day.year else f"{words} {day.year}"


def long_day(day: date) -> str:
    """Thursday 17 September."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def cell_day(day: date) -> str:
    """The number in a calendar cell: 17, and 1 Sep on the first of a month."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}" if day.day == 1 else str(day.day)


def month_title(year: int, month: int) -> str:
    """September 2026."""
    return f"{MONTHS[month - 1]} {year}"


def relative_day(day: date, today: date) -> str:
    """today, yesterday, tomorrow, else Tue 22 Sep (with the year when it is another)."""
    near = {0: "today", -1: "yesterday", 1: "tomorrow"}
    return near.get((day - today).days) or short_day(day, today)


def range_words(first: date, last: date) -> str:
    """10 and 30 September, as in "between 10 and 30 September"; years only when they differ."""
    if first == last:
        return f"{first.day} {MONTHS[first.month - 1]}"
    end = f"{last.day} {MONTHS[last.month - 1]}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} and {end}"
    start = f"{first.day} {MONTHS[first.month - 1]}"
    if first.year != last.year:
        return f"{start} {first.year} and {end} {last.year}"
    return f"{start} and {end}"


def when_words(when: WallTime) -> str:
    """Thu 24 Sep 2026, 08:00 BST."""
    zone = short_zone(when.zone, when)
    return f"{day_words(when.day)}, {clock_words(when.clock)} {zone}"


def short_when(when: WallTime, today: date | None = None) -> str:
    """Tue 22 Sep, 08:00."""
    return f"{short_day(when.day, today)}, {clock_words(when.clock)}"


def moment_words(at: datetime, zone: str, now: datetime) -> str:
    """When something happened: "today, 09:41", "yesterday, 18:30" or "8 Sep, 19:20".

    ``at`` and ``now`` are aware; the words are local to ``zone``.
    """
    local, today = at.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone)).date()
    near = relative_day(local.date(), today)
    if near not in ("today", "yesterday"):
        near = near.partition(" ")[2] if near != "tomorrow" else near
    return f"{near}, {clock_words(local.time())}"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A local time that does not exist or happens twice, and what to use instead.

    Attributes:
        fact: "01:30 does not exist on 28 March 2027: clocks go forward."
        advice: "Use 02:30."
        instead: the time after the clocks moved, or the other of the two.
    """

    kind: ClockTrouble
    fact: str
    advice: str
    instead: WallTime

    @property
    def words(self) -> str:
        """Fact and advice."""
        return f"{self.fact} {self.advice}"


def trouble_of(when: WallTime) -> Trouble | None:
    """What is wrong with a local time on a day when the clocks change, in a sentence.

    "01:30 does not exist on 28 March 2027: clocks go forward. Use 02:30."
    """
    day = f"{when.day.day} {MONTHS[when.day.month - 1]} {when.day.year}"
    clock = clock_words(when.clock)
    if when.trouble is ClockTrouble.SKIPPED:
        after = _after_the_gap(when)
        use = clock_words(after.clock)
        if after.day != when.day:
            use = f"{short_day(after.day)}, {use}"
        fact = f"{clock} does not exist on {day}: clocks go forward."
        return Trouble(ClockTrouble.SKIPPED, fact, f"Use {use}.", after)
    if when.trouble is ClockTrouble.DOUBLED:
        which, other = ("second", 0) if when.fold else ("first", 1)
        fact = f"{clock} happens twice on {day}: clocks go back."
        instead = WallTime(when.local, when.zone, other)
        return Trouble(ClockTrouble.DOUBLED, fact, f"The {which} one is used.", instead)
    return None


def _after_the_gap(when: WallTime) -> WallTime:
    there = when.local.replace(tzinfo=ZoneInfo(when.zone), fold=0).astimezone(UTC)
    back = there.astimezone(ZoneInfo(when.zone)).replace(tzinfo=None)
    return WallTime(back, when.zone)


def zone_words(zone: str, at: date) -> str:
    """Times shown for London (BST)."""
    return f"Times shown for {city(zone)} ({short_zone(zone, at)})"
