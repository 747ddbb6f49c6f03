from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar import words, zones
from app.model.walltime import ClockTrouble, WallTime

TODAY = date(2026, 9, 10)


def wall(*parts: int, zone: str = "Europe/London", fold: int = 0) -> WallTime:
    return WallTime(datetime(*parts), zone, fold)  # type: ignore[misc,arg-type]


def test_words_of_days_and_times() -> None:
    when = wall(2026, 9, 24, 8, 0)
    assert words.when_words(when) == "Thu 24 Sep 2026, 08:00 BST"
    assert words.when_words(wall(2026, 12, 24, 8, 5)) == "Thu 24 Dec 2026, 08:05 GMT"
    assert words.short_when(wall(2026, 9, 22, 8, 0), TODAY) == "Tue 22 Sep, 08:00"
    assert words.short_when(wall(2027, 1, 4, 8, 0), TODAY) == "Mon 4 Jan 2027, 08:00"
    assert words.day_words(when.day) == "Thu 24 Sep 2026"
    assert words.long_day(date(2026, 9, 17)) == "Thursday 17 September"
    assert words.month_title(2026, 9) == "September 2026"
    assert (words.cell_day(date(2026, 9, 1)), words.cell_day(date(2026, 9, 2))) == ("1 Sep", "2")


def test_near_days_have_names() -> None:
    def near(days: int) -> str:
        return words.relative_day(TODAY + timedelta(days=days), TODAY)

    assert [near(-1), near(0), near(1)] == ["yesterday", "today", "tomorrow"]
    assert near(12) == "Tue 22 Sep"
    now = datetime(2026, 9, 10, 23, 30, tzinfo=UTC)  # 00:30 on the 11th in London
    at = datetime(2026, 9, 10, 8, 41, tzinfo=UTC)
    assert words.moment_words(at, "Europe/London", now) == "yesterday, 09:41"
    assert words.moment_words(at - timedelta(days=1, hours=-9), "Europe/London", now) == (
        "9 Sep, 18:41"
    )


def test_ranges() -> None:
    def between(first: tuple[int, int, int], last: tuple[int, int, int]) -> str:
        return words.range_words(date(*first), date(*last))

    assert between((2026, 9, 10), (2026, 9, 30)) == "10 and 30 September"
    assert between((2026, 9, 10), (2026, 10, 3)) == "10 September and 3 October"
    assert between((2026, 12, 10), (2027, 1, 3)) == "10 December 2026 and 3 January 2027"
    assert between((2026, 9, 10), (2026, 9, 10)) == "10 September"


def test_a_time_that_does_not_exist() -> None:
    trouble = words.trouble_of(wall(2027, 3, 28, 1, 30))
    assert trouble is not None
    assert trouble.words == "01:30 does not exist on 28 March 2027: clocks go forward. Use 02:30."
    assert trouble.instead == wall(2027, 3, 28, 2, 30)
    assert words.trouble_of(trouble.instead) is None


def test_a_time_that_happens_twice() -> None:
    trouble = words.trouble_of(wall(2026, 10, 25, 1, 30))
    assert trouble is not None
    assert trouble.kind is ClockTrouble.DOUBLED
    assert trouble.words == (
        "01:30 happens twice on 25 October 2026: clocks go back. The first one is used."
    )
    assert trouble.instead.fold == 1
    assert trouble.instead.utc() - wall(2026, 10, 25, 1, 30).utc() == timedelta(hours=1)


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)),
    st.sampled_from(["Europe/London", "America/New_York", "Australia/Lord_Howe", "UTC"]),
)
def test_what_is_offered_instead_always_exists(at: datetime, zone: str) -> None:
    trouble = words.trouble_of(WallTime(at.replace(second=0, microsecond=0), zone))
    if trouble is not None:
        assert trouble.instead.trouble is not ClockTrouble.SKIPPED


def test_zone_names_are_places_of_the_bundled_data() -> None:
    names = zones.zone_names()
    assert {"Europe/London", "America/Argentina/Buenos_Aires", "UTC"} <= set(names)
    assert not any(name.startswith(("Etc/", "posix/")) for name in names)
    assert all(zones.is_zone(name) for name in names[::25])
    assert not zones.is_zone("Mars/Olympus")
    assert not zones.is_zone("")
    assert not zones.is_zone("../etc/passwd")


def test_every_windows_zone_is_a_zone() -> None:
    for name in zones.windows_names().values():
        ZoneInfo(name)


@pytest.mark.parametrize(
    ("zone", "day", "short", "city"),
    [
        ("Europe/London", date(2026, 7, 1), "BST", "London"),
        ("Europe/London", date(2026, 1, 1), "GMT", "London"),
        ("America/New_York", date(2026, 1, 1), "EST", "New York"),
        ("America/Argentina/Buenos_Aires", date(2026, 1, 1), "UTC-3", "Buenos Aires"),
        ("Asia/Kathmandu", date(2026, 1, 1), "UTC+5:45", "Kathmandu"),
        ("UTC", date(2026, 1, 1), "UTC", "UTC"),
    ],
)
def test_short_names(zone: str, day: date, short: str, city: str) -> None:
    assert zones.short_zone(zone, day) == short
    assert zones.city(zone) == city


def test_the_short_name_follows_the_second_of_a_doubled_time() -> None:
    first, second = wall(2026, 10, 25, 1, 30), wall(2026, 10, 25, 1, 30, fold=1)
    assert zones.short_zone("Europe/London", first) == "BST"
    assert zones.short_zone("Europe/London", second) == "GMT"
    assert zones.short_zone("Europe/London", datetime(2026, 7, 1, tzinfo=UTC)) == "BST"


def test_the_week_before_the_clocks_change_is_noted() -> None:
    def note(day: date, zone: str = "Europe/London") -> str:
        return zones.clock_change_note(zone, day)

    assert note(date(2026, 10, 18)) == "Clocks go back on Sunday 25 Oct"
    assert note(date(2026, 10, 17)) == ""
    assert note(date(2026, 10, 25)) == "Clocks go back today"
    assert note(date(2026, 10, 26)) == ""
    assert note(date(2027, 3, 24)) == "Clocks go forward on Sunday 28 Mar"
    assert note(date(2026, 10, 20), "UTC") == ""


def test_another_zone_on_the_computer_is_noted() -> None:
    day = date(2026, 9, 10)
    assert zones.other_zone_note("Europe/London", "America/New_York", day) == (
        "Times shown for London. Your computer is on New York time."
    )
    assert zones.other_zone_note("Europe/London", "Europe/London", day) == ""
    assert zones.other_zone_note("Europe/Paris", "Europe/Berlin", day) == ""


def test_the_zone_of_the_computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TZ", ":Asia/Tokyo")
    assert zones.computer_zone() == "Asia/Tokyo"
    monkeypatch.setenv("TZ", "Nowhere/Nothing")
    assert zones.is_zone(zones.computer_zone())
    (tmp_path / "timezone").write_text("Europe/Oslo\n")
    assert zones._unix_zone(tmp_path) == "Europe/Oslo"
    place = tmp_path / "zoneinfo" / "America" / "New_York"
    place.parent.mkdir(parents=True)
    place.touch()
    (tmp_path / "localtime").symlink_to(place)
    assert zones._unix_zone(tmp_path) == "America/New_York"
