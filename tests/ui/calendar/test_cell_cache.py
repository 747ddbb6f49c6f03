"""A kept picture of a day is never shown for a day that looks different by now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtGui import QImage

from app.model.state import State
from tests.ui.samples import NOW, make_row, september
from ui.calendar.stops import Stop, StopKind
from ui.calendar.view import MonthView
from ui.theme.theme import Theme

DAY = date(2026, 9, 24)
ROWS = (
    make_row(1, "Your watch says AFib", state=State.REVIEW, day=DAY, to_fix=2),
    make_row(2, "Second post", state=State.READY, day=date(2026, 9, 10), clock=(9, 45)),
)


@pytest.fixture
def view(qtbot, theme: Theme) -> Iterator[MonthView]:
    view = MonthView(theme, september(ROWS), NOW)
    view.resize(740, 640)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    follow = theme.changed.connect(lambda: view.restyle(theme))
    yield view
    theme.disconnect(follow)


def picture(view: MonthView) -> QImage:
    return view.viewport().grab().toImage()


def painted_anew(view: MonthView) -> QImage:
    """The same without any kept picture."""
    view.delegate._cells.clear()
    view.delegate._layouts.clear()
    return picture(view)


CHANGES: dict[str, Callable[[MonthView, Theme], object]] = {
    "dark": lambda view, theme: theme.choose("dark"),
    "bigger text": lambda view, theme: theme.choose(text_size=130),
    "wide weekends": lambda view, theme: view.set_narrow_weekends(False),
    "a tile is chosen": lambda view, theme: view.set_stop(Stop(DAY, StopKind.TILE, post_id=1)),
    "a day is chosen": lambda view, theme: (view.setFocus(), view.select_day(DAY)),
    "a post is overdue": lambda view, theme: view.show_grid(
        september(ROWS), NOW + timedelta(hours=1)
    ),
    "a post changed": lambda view, theme: view.show_grid(
        september((replace(ROWS[0], title="Another title"), ROWS[1])), NOW
    ),
    "a post went away": lambda view, theme: view.show_grid(september(ROWS[1:]), NOW),
    "another size": lambda view, theme: view.resize(900, 700),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changes_is_painted_again(view: MonthView, theme: Theme, change) -> None:
    before = picture(view)
    change(view, theme)
    after = picture(view)
    assert after != before
    assert after == painted_anew(view)


def test_taking_a_change_back_gives_the_first_picture(view: MonthView, theme: Theme) -> None:
    stop, before = view.stop, picture(view)
    theme.choose("dark")
    theme.choose("light")
    view.set_stop(Stop(DAY, StopKind.TILE, post_id=1))
    view.set_stop(stop)
    assert picture(view) == before


def test_the_next_day_today_has_moved(view: MonthView) -> None:
    before = picture(view)
    grid = september(ROWS)
    weeks = tuple(
        tuple(replace(day, today=day.date == date(2026, 9, 11)) for day in week)
        for week in grid.weeks
    )
    view.show_grid(replace(grid, weeks=weeks), NOW)
    after = picture(view)
    assert after != before
    assert after == painted_anew(view)


def test_a_day_that_stays_is_painted_once(view: MonthView, monkeypatch) -> None:
    picture(view)
    painted: list[date] = []
    paint = view.delegate._paint_day

    def counting(painter, day, layout, rect, ground):
        painted.append(day.date)
        paint(painter, day, layout, rect, ground)

    monkeypatch.setattr(view.delegate, "_paint_day", counting)
    picture(view)
    assert painted == []
    view.show_grid(september(ROWS[1:]), NOW)
    picture(view)
    assert painted == [DAY]
