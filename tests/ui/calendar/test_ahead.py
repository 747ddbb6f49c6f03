"""The months beside the one shown are ready before they are asked for."""

from __future__ import annotations

from datetime import date

from app.model.state import State
from tests.ui.samples import make_row
from ui.calendar.ahead import REST_MS
from ui.calendar.page import CalendarPage


def test_after_a_rest_the_next_month_needs_no_painting(
    qtbot, page: CalendarPage, put, monkeypatch
) -> None:
    put(make_row(0, "In October", state=State.READY, day=date(2026, 10, 20)))
    page.shown()
    page.view.viewport().grab()
    painted: list[date] = []
    paint = page.view.delegate._paint_day

    def counting(painter, day, layout, rect, ground):
        painted.append(day.date)
        paint(painter, day, layout, rect, ground)

    monkeypatch.setattr(page.view.delegate, "_paint_day", counting)
    qtbot.waitUntil(lambda: date(2026, 8, 31) in painted, timeout=REST_MS * 20)
    assert date(2026, 10, 20) in painted
    qtbot.waitUntil(lambda: not page._ahead._timer.isActive(), timeout=REST_MS * 20)
    painted.clear()
    page.turn(1)
    page.view.viewport().grab()
    assert painted == []


def test_nothing_is_prepared_for_a_page_that_is_hidden(page: CalendarPage, window) -> None:
    page.shown()
    assert page._ahead._timer.isActive()
    window.go("posts")
    assert not page._ahead._timer.isActive()
