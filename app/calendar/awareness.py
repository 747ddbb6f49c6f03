"""Awareness days, weeks and months: which of them fall between two days.

The data is ``resources/calendar/awareness_days.json``, one entry a line, with
``when.type`` one of:

* ``fixed``: ``month`` and ``day``, the same each year;
* ``fixed_range``: ``start`` and ``end`` as ``[month, day]``, the same each year;
* ``month``: the whole ``month``;
* ``last_day_of_month``;
* ``nth_weekday``: the ``n``-th ``weekday`` of the month, -1 is the last;
* ``week_ending_nth_weekday``: ``length_days`` that end on that weekday;
* ``nth_full_week``: the ``n``-th week lying wholly in the month, from ``week_starts``;
* ``announced`` and ``user_choice``: a prompt in ``months``; the date is not known here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import resources

WORLD = "World"
_EU = frozenset(
    (
        *("AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE"),
        *("IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"),
    )
)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Awareness:
    """One awareness day or period in one year.

    Attributes:
        short_name: for narrow cells, for example "Heart Day".
        first, last: local days, both included. For an undated one: the month it is expected in.
        scope: World, EU, or countries (UK, US, CA, AU).
        body: who proclaims it.
        dated: False when the organiser announces the date or the author chooses it.
        whole_month: it lasts the month, too long for a ribbon on each day.
        congress: a congress rather than an awareness day.
        sure: yes, secondary or memory.
    """

    id: str
    name: str
    short_name: str
    first: date
    last: date
    scope: tuple[str, ...]
    body: str = ""
    dated: bool = True
    whole_month: bool = False
    congress: bool = False
    sure: str = "yes"
    note: str = ""

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.last - self.first).days + 1

    @property
    def ribbon(self) -> bool:
        """Whether it is shown on its days, not only in the month's list."""
        return self.dated and not self.whole_month


def awareness_between(
    first: date, last: date, scopes: Collection[str] | None = None
) -> tuple[Awareness, ...]:
    """What touches the days from ``first`` to ``last`` (both included).

    Args:
        first: a local day.
        last: a local day.
        scopes: only what concerns these countries, with the world's and, inside it, the
            EU's; none given means all.

    Returns:
        By first day; of those that start together, the shortest first.
    """
    wanted = scopes_for(tuple(scopes or ()))
    found = [
        entry
        for year in range(first.year - 1, last.year + 1)  # one may run over the new year
        for entry in _year(year)
        if entry.first <= last and entry.last >= first
        if wanted.intersection(entry.scope)
    ]
    return tuple(sorted(found, key=lambda entry: (entry.first, entry.last, entry.name)))


def scopes_for(jurisdictions: Sequence[str]) -> frozenset[str]:
    """The scopes that concern a practice in these jurisdictions; none given means all of them."""
    if not jurisdictions:
        return frozenset(scope for entry in _entries() for scope in entry["scope"])
    codes = {"UK" if code.upper() == "GB" else code.upper() for code in jurisdictions}
    codes.discard(WORLD.upper())
    return frozenset({WORLD, *codes} | ({"EU"} if codes & _EU else set()))


@cache
def _entries() -> tuple[Mapping[str, Any], ...]:
    path = Path(resources.__file__).parent / "calendar" / "awareness_days.json"
    return tuple(json.loads(path.read_text(encoding="utf-8"))["days"])


@cache
def _year(year: int) -> tuple[Awareness, ...]:
    """Every entry in one year; one with several expected months comes once for each."""
    return tuple(
        Awareness(
            id=entry["id"],
            name=entry["name"],
            short_name=entry["short_name"],
            first=first,
            last=last,
            scope=tuple(entry["scope"]),
            body=entry.get("body", ""),
            dated=entry["when"]["type"] not in ("announced", "user_choice"),
            whole_month=entry["when"]["type"] == "month",
            congress=entry.get("category") == "congress",
            sure=entry.get("sure", "memory"),
            note=entry.get("note", ""),
        )
        for entry in _entries()
        for first, last in _RULES[entry["when"]["type"]](year, entry["when"])
    )


_Spans = Iterator[tuple[date, date]]


def _fixed(year: int, when: Mapping[str, Any]) -> _Spans:
    try:
        day = date(year, when["month"], when["day"])
    except ValueError:  # 29 February in a common year
        return
    yield day, day


def _fixed_range(year: int, when: Mapping[str, Any]) -> _Spans:
    first, last = date(year, *when["start"]), date(year, *when["end"])
    yield first, last if last >= first else date(year + 1, *when["end"])


def _month(year: int, when: Mapping[str, Any]) -> _Spans:
    yield date(year, when["month"], 1), _month_end(year, when["month"])


def _last_day(year: int, when: Mapping[str, Any]) -> _Spans:
    day = _month_end(year, when["month"])
    yield day, day


def _nth_weekday(year: int, when: Mapping[str, Any]) -> _Spans:
    day = _nth(year, when["month"], when["weekday"], when["n"])
    if day.month == when["month"]:  # there may be no fifth Friday
        yield day, day


def _week_ending(year: int, when: Mapping[str, Any]) -> _Spans:
    last = _nth(year, when["month"], when["weekday"], when["n"])
    yield last - timedelta(days=when["length_days"] - 1), last


def _nth_full_week(year: int, when: Mapping[str, Any]) -> _Spans:
    first = _nth(year, when["month"], when["week_starts"], when["n"])
    last = first + timedelta(days=6)
    if last.month == when["month"]:
        yield first, last


def _prompt(year: int, when: Mapping[str, Any]) -> _Spans:
    for month in when["months"]:
        yield date(year, month, 1), _month_end(year, month)


_RULES: Mapping[str, Callable[[int, Mapping[str, Any]], _Spans]] = {
    "fixed": _fixed,
    "fixed_range": _fixed_range,
    "month": _month,
    "last_day_of_month": _last_day,
    "nth_weekday": _nth_weekday,
    "week_ending_nth_weekday": _week_ending,
    "nth_full_week": _nth_full_week,
    "announced": _prompt,
    "user_choice": _prompt,
}


def _nth(year: int, month: int, weekday: str, n: int) -> date:
    """The n-th such weekday counted from the first (or for a negative n the last) of the month.

    Plain arithmetic: loading dateutil for it would cost the first month 13 ms.
    """
    wanted = _WEEKDAYS.index(weekday)
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(wanted - first.weekday()) % 7 + 7 * (n - 1))
    last = _month_end(year, month)
    return last - timedelta(days=(last.weekday() - wanted) % 7 + 7 * (-n - 1))


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)
