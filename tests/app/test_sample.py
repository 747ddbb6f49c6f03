from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.model.post import State
from app.model.rows import PostFilter
from app.planner import Planner
from app.sample import shift_for

NOW = datetime(2026, 9, 10, 8, 41, tzinfo=UTC)


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.primum"
    Planner.create_sample(path, clock=lambda: NOW).close()
    return path


@pytest.fixture
def sample(sample_file: Path) -> Iterator[Planner]:
    planner = Planner.open(sample_file, clock=lambda: NOW)
    yield planner
    planner.close()


def test_the_sample_has_posts_in_every_state_over_two_months(sample: Planner) -> None:
    rows = sample.lists.rows()
    states = Counter(row.state for row in rows)
    assert len(rows) >= 30
    assert set(states) == set(State)
    assert any(row.sent_back for row in rows)
    assert any(row.overdue(NOW) for row in rows)
    assert len(sample.lists.rows(PostFilter(binned=True))) == 1
    days = sorted(row.when.day for row in rows if row.when)
    assert (days[-1] - days[0]).days >= 60


def test_what_is_ready_in_the_sample_is_clear(sample: Planner) -> None:
    for row in sample.lists.rows(PostFilter(states=frozenset({State.READY}))):
        assert sample.gate.assess(row.id).clear, row.title


def test_the_planted_problems_are_found(sample: Planner) -> None:
    rows = {row.title: row for row in sample.lists.rows()}
    assert rows["Your watch says AFib. Now what?"].tally.to_fix >= 2
    assert rows["A new tablet, an old question"].tally.to_fix >= 1
    repair = sample.gate.assess(rows["A year after the repair"].id)
    assert any("C-019" in check.why for check in repair.checks)


@pytest.mark.parametrize("day", range(7))
def test_the_sample_lies_around_any_day_with_its_weekdays_kept(tmp_path: Path, day: int) -> None:
    now = datetime(2027, 3, 1 + day, 11, 0, tzinfo=UTC)
    assert shift_for(now.date()).days % 7 == 0
    planner = Planner.create_sample(tmp_path / "s.primum", clock=lambda: now)
    overdue = [row.title for row in planner.lists.rows() if row.overdue(now)]
    assert overdue == ["Palpitations: when to call"]
    planner.close()


def test_removing_the_sample_keeps_what_is_the_users_own_and_can_be_undone(
    tmp_path: Path,
) -> None:
    planner = Planner.create_sample(tmp_path / "s.primum", clock=lambda: NOW)
    own = planner.posts.new("# Mine\n\nMy own words.").created
    source = next(s for s in planner.records.sources() if s.short_name == "esc-af-2024")
    planner.records.link_source(own, source.id)
    before = len(planner.lists.rows())
    planner.remove_sample()
    assert [row.id for row in planner.lists.rows()] == [own]
    assert [s.short_name for s in planner.records.sources()] == ["esc-af-2024"]
    assert planner.setting("sample") is False
    planner.undo()
    assert len(planner.lists.rows()) == before
    planner.close()


def test_the_anchor_is_a_thursday() -> None:
    assert date(2026, 9, 10).weekday() == 3
