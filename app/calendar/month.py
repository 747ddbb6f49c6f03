"""One month as complete weeks of days, with the posts and awareness days of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.calendar.awareness import Awareness
from app.model.rows import PostRow


@dataclass(frozen=True, slots=True)
class Day:
    """One cell. ``rows`` are in order of time; ``awareness`` are the ribbons, shortest first."""

    date: date
    in_month: bool
    today: bool
    weekend: bool
    awareness: tuple[Awareness, ...] = ()
    rows: tuple[PostRow, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """A month as it is drawn.

    Attributes:
        weeks: four to six rows of seven days, complete, in order.
        prompts: awareness months, and days whose date is not known, that concern this month.
    """

    year: int
    month: int
    weeks: tuple[tuple[Day, ...], ...]
    prompts: tuple[Awareness, ...] = ()

    @property
    def days(self) -> tuple[Day, ...]:
        """Every day shown, in order."""
        return tuple(day for week in self.weeks for day in week)

    def place(self, day: date) -> tuple[int, int] | None:
        """The row and column of a day, or None when it is not shown."""
        row, column = divmod((day - self.weeks[0][0].date).days, 7)
        return (row, column) if 0 <= row < len(self.weeks) else None


def month_range(year: int, month: int, week_start: int = 0) -> tuple[date, date]:
    """The first and the last day shown for a month.

    ``week_start`` is 0 for Monday to 6 for Sunday. Both days are local and included.
    """
    first = date(year, month, 1)
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    before = (first.weekday() - week_start) % 7
    after = (week_start - 1 - last.weekday()) % 7
    return first - timedelta(days=before), last + timedelta(days=after)


def build_month(
    year: int,
    month: int,
    rows: Iterable[PostRow],
    today: date,
    week_start: int = 0,
    awareness: Sequence[Awareness] = (),
) -> MonthGrid:
    """Lay out a month.

    Each row stands on its own local day; rows without a date and rows outside
    the days shown are left out. See ``month_range`` for ``week_start``.
    """
    first, last = month_range(year, month, week_start)
    by_day: dict[date, list[PostRow]] = defaultdict(list)
    for row in rows:
        if row.when is not None and first <= row.when.day <= last:
            by_day[row.when.day].append(row)
    ribbons = _ribbons(awareness, first, last)
    days = [
        Day(
            date=day,
            in_month=day.month == month,
            today=day == today,
            weekend=day.weekday() > 4,
            awareness=tuple(ribbons.get(day, ())),
            rows=in_order(by_day.get(day, ())),
        )
        for day in _every(first, last)
    ]
    weeks = tuple(tuple(days[at : at + 7]) for at in range(0, len(days), 7))
    prompts = tuple(entry for entry in awareness if not entry.ribbon and _in(entry, year, month))
    return MonthGrid(year, month, weeks, prompts)


def in_order(rows: Iterable[PostRow]) -> tuple[PostRow, ...]:
    """Rows of one day by time of day, then in the order in which they were made."""
    return tuple(sorted(rows, key=lambda row: (row.when.clock if row.when else None, row.id)))


def _ribbons(
    awareness: Sequence[Awareness], first: date, last: date
) -> dict[date, list[Awareness]]:
    found: dict[date, list[Awareness]] = defaultdict(list)
    for entry in sorted(awareness, key=lambda entry: (entry.days, entry.name)):
        if entry.ribbon:
            for day in _every(max(first, entry.first), min(last, entry.last)):
                found[day].append(entry)
    return found


def _in(entry: Awareness, year: int, month: int) -> bool:
    return (entry.first.year, entry.first.month) == (year, month)


def _every(first: date, last: date) -> list[date]:
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
