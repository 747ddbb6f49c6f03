"""A planner of a doctor with two networks, and its calendar."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.model.records import Account
from app.model.rows import PostRow
from app.planner import Planner
from tests.ui.samples import put_row
from ui.calendar.page import CalendarPage
from ui.window import MainWindow

Put = Callable[..., int]


@pytest.fixture
def put(planner: Planner) -> Put:
    """Store a row as a post; returns its id."""
    planner.records.save_account(
        Account(name="Dr Ana Reyes", degrees="MD", role="Cardiologist", networks=("linkedin", "x"))
    )

    def put_one(row: PostRow, text: str = "Some words.") -> int:
        return put_row(planner, row, text)

    return put_one


@pytest.fixture
def page(window: MainWindow) -> CalendarPage:
    """The calendar of the window, in front."""
    window.go("calendar")
    page = window.page
    assert isinstance(page, CalendarPage)
    return page
