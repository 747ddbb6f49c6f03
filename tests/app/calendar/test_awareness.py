from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta
from hypothesis import given
from hypothesis import strategies as st

from app.calendar.awareness import Awareness, _entries, _nth, awareness_between, scopes_for


def named(id_: str, year: int) -> Awareness:
    found = awareness_between(date(year, 1, 1), date(year, 12, 31))
    return next(entry for entry in found if entry.id == id_)


@pytest.mark.parametrize(
    ("id_", "year", "first", "last"),
    [
        ("world_heart_day", 2026, (9, 29), (9, 29)),
        ("rare_disease_day", 2028, (2, 29), (2, 29)),
        ("rare_disease_day", 2027, (2, 28), (2, 28)),
        ("national_wear_red_day", 2026, (2, 6), (2, 6)),
        ("world_kidney_day", 2026, (3, 12), (3, 12)),
        ("world_heart_rhythm_week", 2025, (6, 2), (6, 8)),
        ("world_heart_rhythm_week", 2022, (6, 6), (6, 12)),
        ("men_s_health_week", 2026, (6, 15), (6, 21)),
        ("national_cardiac_rehabilitation_week", 2025, (2, 9), (2, 15)),
        ("american_heart_month", 2028, (2, 1), (2, 29)),
        ("congenital_heart_defect_awareness_week", 2026, (2, 7), (2, 14)),
        ("esc_congress", 2026, (8, 1), (8, 31)),
    ],
)
def test_the_rules_give_the_days(
    id_: str, year: int, first: tuple[int, int], last: tuple[int, int]
) -> None:
    entry = named(id_, year)
    assert (entry.first, entry.last) == (date(year, *first), date(year, *last))


def test_kinds() -> None:
    assert named("world_heart_day", 2026).short_name == "Heart Day"
    assert named("world_heart_day", 2026).ribbon
    assert not named("american_heart_month", 2026).ribbon
    assert named("american_heart_month", 2026).whole_month
    congress = named("esc_congress", 2026)
    assert (congress.congress, congress.dated, congress.ribbon) == (True, False, False)


def test_every_entry_is_complete_and_short_names_are_short() -> None:
    entries = _entries()
    assert len(entries) >= 95
    assert len({entry["id"] for entry in entries}) == len(entries)
    for entry in entries:
        assert 0 < len(entry["short_name"]) <= 16
        assert set(entry["scope"]) <= {"World", "EU", "UK", "US", "CA", "AU"}
        assert entry["sure"] in ("yes", "secondary", "memory")
    known = {entry.id for entry in awareness_between(date(2026, 1, 1), date(2026, 12, 31))}
    assert known == {entry["id"] for entry in entries}


def test_scopes() -> None:
    february = date(2026, 2, 1), date(2026, 2, 28)
    british = {entry.id for entry in awareness_between(*february, ["UK"])}
    assert awareness_between(*february, scopes_for(["UK"])) == awareness_between(*february, ["UK"])
    assert "national_heart_month" in british
    assert "american_heart_month" not in british
    assert "world_cancer_day_cardio_oncology" in british
    assert scopes_for(["DE"]) == {"World", "DE", "EU"}
    assert scopes_for(["gb"]) == {"World", "UK"}
    assert awareness_between(*february, scopes_for([])) == awareness_between(*february)


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(0, 400))
def test_what_is_found_touches_the_days_and_nothing_is_missed(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = awareness_between(first, last)
    assert all(entry.first <= last and entry.last >= first for entry in found)
    assert all(entry.first <= entry.last for entry in found)
    middle = first + timedelta(days=length // 2)
    single = awareness_between(middle, middle)
    assert set(single) <= set(found)
    assert list(found) == sorted(found, key=lambda entry: (entry.first, entry.last, entry.name))


@given(
    st.integers(1950, 2150),
    st.integers(1, 12),
    st.sampled_from([MO, TU, WE, TH, FR, SA, SU]),
    st.sampled_from([1, 2, 3, 4, -1, -2]),
)
def test_the_nth_weekday_agrees_with_dateutil(year: int, month: int, day: object, n: int) -> None:
    edge = date(year, month, 1) if n > 0 else date(year, month, 1) + relativedelta(day=31)
    assert _nth(year, month, str(day), n) == edge + relativedelta(weekday=day(n))  # type: ignore[operator]
