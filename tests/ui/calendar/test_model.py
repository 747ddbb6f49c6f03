from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from app.calendar.month import build_month
from tests.ui.samples import NOW, SAFETY, make_row, september
from ui.calendar.day_list import RowsModel
from ui.calendar.model import DAY_ROLE, MonthModel

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_the_month_is_a_sound_table(qtmodeltester):
    model = MonthModel(september([make_row(1)]))
    qtmodeltester.check(model, force_py=True)
    qtmodeltester.check(model)
    model.show_grid(build_month(2026, 8, [], date(2026, 9, 10)))
    qtmodeltester.check(model)


def test_days_speak_their_posts_and_awareness_days():
    rows = [make_row(n, day=date(2026, 9, 17)) for n in range(1, 5)]
    model = MonthModel(september(rows))
    index = model.index_of(date(2026, 9, 17))
    assert index.data(SPOKEN) == "Thursday 17 September, 4 posts, World Patient Safety Day"
    assert (
        model.index_of(date(2026, 9, 10)).data(SPOKEN) == "Thursday 10 September, today, no posts"
    )
    assert index.data(DAY_ROLE).awareness == (SAFETY,)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Mon"
    assert model.headerData(0, Qt.Orientation.Horizontal, SPOKEN) == "Monday"


def test_only_days_that_differ_are_announced(qtbot):
    model = MonthModel(september([make_row(1, day=date(2026, 9, 3))]))
    told = []
    model.dataChanged.connect(lambda first, last, roles: told.append((first.data(), last.data())))
    changed = model.show_grid(september([make_row(1, day=date(2026, 9, 4))]))
    assert changed == (date(2026, 9, 3), date(2026, 9, 4))
    assert told == [("3", "3"), ("4", "4")]


def test_another_month_of_as_many_weeks_repaints_all_and_one_of_more_resets(qtbot):
    model = MonthModel(september([]))
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show_grid(build_month(2026, 10, [], date(2026, 9, 10)))
    with qtbot.waitSignal(model.modelReset):
        model.show_grid(build_month(2026, 8, [], date(2026, 9, 10)))
    assert model.rowCount() == 6


def test_a_post_is_found_by_its_day():
    model = MonthModel(september([make_row(7, day=date(2026, 9, 17))]))
    day = model.day_of_post(7)
    assert day is not None
    assert day.date == date(2026, 9, 17)
    assert model.day_of_post(8) is None
    assert not model.index_of(date(2026, 12, 1)).isValid()


def test_the_list_of_a_day_is_sound_and_speaks(qtmodeltester):
    row = make_row(1, "Salt: what labels hide", networks=("x", "linkedin"), to_fix=2)
    model = RowsModel([row, make_row(2)], NOW)
    qtmodeltester.check(model)
    spoken = model.index(0, 0).data(SPOKEN)
    assert spoken == "Salt: what labels hide, X, LinkedIn, Thu 24 Sep 08:00, Draft, 2 to fix"
