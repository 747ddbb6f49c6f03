"""Date and time: by key and mouse, in the past, and when the clocks change."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import QDate, QPoint, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDateEdit

from app.model.walltime import WallTime
from tests.ui.dialogs.conftest import open_dialog
from tests.ui.hands import find, focus, name_of, text_on

ZONE = "Europe/London"


@pytest.fixture
def dialog(home, post_id):
    return open_dialog(home, "date", post_id)


def type_moment(keys, day: str, month: str, year: str, clock: str) -> None:
    """Day, month and year in one go, as they stand there; then Tab, then the time."""
    keys.type(day + month + year)
    keys.tab_to("Time")
    keys.type(clock)


def test_a_date_by_keyboard(dialog, home, planner, post_id, keys):
    type_moment(keys, "24", "sep", "2026", "1830")
    keys.press("Return")
    assert home.context.dialogs.current is None
    assert planner.posts.get(post_id).when == WallTime(datetime(2026, 9, 24, 18, 30), ZONE)


def test_a_date_by_mouse(dialog, home, planner, post_id, hand):
    hand.choose_day(find(dialog, "Day", QDateEdit), QDate(2026, 9, 22))
    hand.click(find(dialog, "Set", QAbstractButton))
    when = planner.posts.get(post_id).when
    assert when.day == date(2026, 9, 22)
    assert when == planner.calendar.usual_time(date(2026, 9, 22))


def test_the_date_there_is_stands_in_the_fields_and_can_be_removed(home, planner, post_id, hand):
    planner.posts.schedule(post_id, WallTime(datetime(2026, 9, 24, 18, 30), ZONE))
    dialog = open_dialog(home, "date", post_id)
    assert (dialog.day.text(), dialog.clock.text()) == ("24 Sep 2026", "18:30")
    hand.click(find(dialog, "Remove the date", QAbstractButton))
    assert planner.posts.get(post_id).when is None


def test_without_a_date_there_is_nothing_to_remove(dialog):
    assert "Remove the date" not in text_on(dialog)


def test_a_time_still_to_come_is_proposed(dialog, home, planner):
    assert dialog.day.day() == date(2026, 9, 11)
    assert "in the past" not in text_on(dialog)
    planner.set_setting("usual_time", "10:00")
    home.context.dialogs.current.reject()
    later = open_dialog(home, "date", planner.posts.new("# A pulse").created)
    assert later.day.day() == date(2026, 9, 10)


def test_cancel_changes_nothing(dialog, planner, post_id, keys):
    type_moment(keys, "24", "sep", "2026", "1830")
    keys.press("Esc")
    assert planner.posts.get(post_id).when is None


def test_the_past_is_said_and_still_can_be_set(dialog, planner, post_id, keys):
    type_moment(keys, "01", "sep", "2026", "0800")
    assert "This time is in the past." in text_on(dialog)
    keys.press("Return")
    assert planner.posts.get(post_id).when.day == date(2026, 9, 1)


def test_a_time_that_does_not_exist_offers_the_one_after(dialog, home, planner, post_id, keys):
    type_moment(keys, "28", "mar", "2027", "0130")
    assert "01:30 does not exist on 28 March 2027: clocks go forward." in text_on(dialog)
    assert not find(dialog, "Set", QAbstractButton).isEnabled()
    keys.press("Return")
    assert home.context.dialogs.current is dialog
    assert dialog.clock.text() == "01:30"
    keys.tab_to("Use 02:30")
    keys.press("Return")
    assert "does not exist" not in text_on(dialog)
    assert name_of(focus()) == "Set"
    keys.press("Return")
    assert planner.posts.get(post_id).when == WallTime(datetime(2027, 3, 28, 2, 30), ZONE)


def test_the_offered_time_by_mouse(dialog, planner, post_id, keys, hand):
    type_moment(keys, "28", "mar", "2027", "0130")
    hand.click(find(dialog, "Use 02:30", QAbstractButton))
    hand.click(find(dialog, "Set", QAbstractButton))
    assert planner.posts.get(post_id).when.utc().isoformat() == "2027-03-28T01:30:00+00:00"


@pytest.mark.parametrize(("second", "utc"), [(False, "00:30"), (True, "01:30")])
def test_a_time_that_comes_twice_asks_which(dialog, planner, post_id, keys, second, utc):
    type_moment(keys, "25", "oct", "2026", "0130")
    assert "01:30 happens twice on 25 October 2026: clocks go back." in text_on(dialog)
    assert "The first one is used." in text_on(dialog)
    box = find(dialog, "The second time, after the clocks go back", QCheckBox)
    if second:
        keys.tab_to("The second time, after the clocks go back")
        keys.press("Space")
        assert box.isChecked()
        assert "The second one is used." in text_on(dialog)
    keys.press("Return")
    when = planner.posts.get(post_id).when
    assert when.utc().strftime("%H:%M") == utc


def test_on_other_days_nothing_is_asked(dialog, keys):
    type_moment(keys, "26", "oct", "2026", "0130")
    assert "second time" not in text_on(dialog)
    assert "twice" not in text_on(dialog)


@pytest.mark.parametrize("size", [100, 130])
def test_what_is_said_moves_no_field(home, planner, theme, keys, post_id, size):
    theme.choose(text_size=size)
    dialog = open_dialog(home, "date", post_id)

    def places() -> tuple[QPoint, ...]:
        QTest.qWait(20)
        parts = (dialog.card, dialog.day, dialog.clock)
        return tuple(part.mapTo(dialog, QPoint(0, 0)) for part in parts)

    before, button = places(), find(dialog, "Set", QAbstractButton).mapTo(dialog, QPoint(0, 0))
    type_moment(keys, "01", "sep", "2026", "0800")
    assert "This time is in the past." in text_on(dialog)
    assert places() == before
    assert find(dialog, "Set", QAbstractButton).mapTo(dialog, QPoint(0, 0)) == button
    dialog.clock.setTime(QTime(1, 30))
    dialog.day.set_day(date(2027, 3, 28))
    assert "does not exist" in text_on(dialog)
    assert places() == before
    dialog.day.set_day(date(2026, 10, 25))
    assert "happens twice" in text_on(dialog)
    assert places() == before
