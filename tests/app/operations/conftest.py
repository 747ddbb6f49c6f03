from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.planner import Planner


class Clock:
    """A clock that tests move by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 9, 10, 8, 41, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **units: float) -> None:
        self.at += timedelta(**units)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def planner(tmp_path: Path, clock: Clock) -> Iterator[Planner]:
    planner = Planner.create(tmp_path / "test.primum", clock=clock)
    planner.set_setting("zone", "Europe/London")
    account = planner.records.account()
    planner.records.save_account(
        replace(
            account,
            name="Dr Maya Lindqvist",
            role="Consultant cardiologist",
            networks=("linkedin",),
            jurisdictions=("UK",),
        )
    )
    yield planner
    planner.close()
