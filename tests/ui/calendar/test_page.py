"""The calendar screen on a real planner: every gesture ends in what the planner stores."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.model.assessment import Group
from app.model.post import State
from tests.ui.samples import make_row
from ui.calendar.check_rows import ConfirmRow
from ui.calendar.day_list import PostsPopover
from ui.calendar.dragging import carry
from ui.calendar.filter_popover import FilterPopover
from ui.calendar.filtering import MonthFilter
from ui.calendar.stops import Stop, StopKind
from ui.widgets.buttons import Button

TUE_22 = date(2026, 9, 22)
THU_3 = date(2026, 9, 3)
BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def post(put, page) -> int:
    """A post in review on Thursday 24 September, 08:00, shown in the calendar."""
    post_id = put(make_row(0, "Your watch says AFib", state=State.REVIEW, to_fix=2))
    page.shown()
    return post_id


def drop_on(widget, point, post_id, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    # The data must live as long as the event looks at it.
    data = carry(post_id)
    QApplication.sendEvent(widget, QDragEnterEvent(point, BOTH, data, LEFT, modifiers))
    QApplication.sendEvent(widget, QDropEvent(QPointF(point), BOTH, data, LEFT, modifiers))


def drop_on_day(page, day, post_id, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    view = page.view
    drop_on(view.viewport(), view.cell_rect(day).center(), post_id, modifiers)


def settle(qtbot, page) -> None:
    qtbot.waitUntil(lambda: not page._context.tasks.busy, timeout=10_000)


def test_a_drag_changes_the_day_and_keeps_the_time(qtbot, page, post, planner, window):
    drop_on_day(page, TUE_22, post)
    when = planner.posts.get(post).when
    assert when.day == TUE_22
    assert f"{when.local:%H:%M}" == "08:00"
    assert page.view.tile_rect(post).intersects(page.view.cell_rect(TUE_22))
    assert window.context.toasts.recent[0].words.startswith("Moved to Tue 22 Sep, 08:00")
    planner.undo()
    assert planner.posts.get(post).when.day == date(2026, 9, 24)
    assert not page.view.tile_rect(post).intersects(page.view.cell_rect(TUE_22))


def test_ctrl_drag_copies_to_that_day(page, post, planner):
    drop_on_day(page, TUE_22, post, Qt.KeyboardModifier.ControlModifier)
    assert planner.posts.get(post).when.day == date(2026, 9, 24)
    copies = [row for row in planner.lists.rows() if row.when and row.when.day == TUE_22]
    assert [row.title for row in copies] == ["Your watch says AFib"]
    assert copies[0].state is State.DRAFT


def test_ctrl_shift_arrows_move_by_day_and_week_and_the_ring_follows(qtbot, page, post, planner):
    page.select_post(post)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.view, Qt.Key.Key_Right, held)
    qtbot.keyClick(page.view, Qt.Key.Key_Up, held)
    assert planner.posts.get(post).when.day == date(2026, 9, 18)
    assert page.view.stop == Stop(date(2026, 9, 18), StopKind.TILE, post_id=post)


def test_a_past_day_is_asked_about_in_words_and_cancel_changes_nothing(qtbot, page, post, planner):
    page.view.setFocus()
    drop_on_day(page, THU_3, post)
    question = page.question
    assert question.isVisible()
    assert question.accessibleName() == "Thu 3 Sep is in the past. Was this already posted?"
    assert QApplication.focusWidget() is question.posted_button
    qtbot.keyClick(question.posted_button, Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert planner.posts.get(post).when.day == date(2026, 9, 24)
    assert QApplication.focusWidget() is page.view


def test_move_anyway_moves_to_the_past(qtbot, page, post, planner):
    drop_on_day(page, THU_3, post)
    qtbot.mouseClick(page.question.move_button, LEFT)
    assert planner.posts.get(post).when.day == THU_3
    assert planner.posts.get(post).state is State.REVIEW


def test_posted_already_takes_a_reason_when_it_was_not_ready(qtbot, page, post, planner):
    drop_on_day(page, THU_3, post)
    question = page.question
    qtbot.mouseClick(question.posted_button, LEFT)
    assert question.reason.isVisible()
    assert planner.posts.get(post).state is State.REVIEW
    qtbot.keyClicks(question.reason, "It went out from my phone")
    qtbot.keyClick(question.reason, Qt.Key.Key_Return)
    stored = planner.posts.get(post)
    assert stored.state is State.POSTED
    assert stored.posted_reason == "It went out from my phone"
    assert stored.when.day == THU_3


def test_dropping_on_the_tray_takes_the_date_away_and_dragging_back_gives_the_usual_time(
    qtbot, page, post, planner
):
    drop_on(page.tray, page.tray.rect().center(), post)
    assert planner.posts.get(post).when is None
    assert [chip.row.id for chip in page.tray.shown_chips] == [post]
    drop_on_day(page, TUE_22, post)
    when = planner.posts.get(post).when
    assert when.local.isoformat() == "2026-09-22T08:00:00"
    assert page.tray.shown_chips == ()


def test_double_click_on_empty_ground_asks_for_a_new_post_on_that_day(qtbot, page):
    page.new_post.disconnect()
    place = page.view.cell_rect(TUE_22).center()
    with qtbot.waitSignal(page.new_post) as wanted:
        qtbot.mouseDClick(page.view.viewport(), LEFT, pos=place)
    assert wanted.args == [TUE_22]


def test_n_makes_a_post_on_the_current_day_at_the_usual_time(qtbot, page, planner, window):
    page.view.select_day(TUE_22)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    made = [row for row in planner.lists.rows() if row.when is not None]
    assert [row.when.local.isoformat() for row in made] == ["2026-09-22T08:00:00"]
    assert window.page_name == "write"


def test_page_keys_turn_the_month_and_t_comes_back(qtbot, page):
    page.view.setFocus()
    page.view.select_day(date(2026, 9, 30))
    qtbot.keyClick(page.view, Qt.Key.Key_PageDown)
    qtbot.keyClick(page.view, Qt.Key.Key_PageDown)
    assert page.view.stop == Stop(date(2026, 11, 30))
    assert page.view.accessibleName() == "Calendar, November 2026"
    qtbot.keyClick(page.view, Qt.Key.Key_PageUp)
    assert page.view.stop == Stop(date(2026, 10, 30))
    qtbot.keyClick(page.view, Qt.Key.Key_T)
    assert page.view.stop == Stop(date(2026, 9, 10))


def test_the_arrows_go_on_into_the_next_month(qtbot, page):
    page.view.setFocus()
    page.view.select_day(date(2026, 10, 4))
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    assert page.view.stop == Stop(date(2026, 10, 11))


def test_january_follows_december(page):
    page.go_to_day(date(2026, 12, 31))
    page.turn(1)
    assert page.view.stop == Stop(date(2027, 1, 31))
    page.turn(1)
    assert page.view.stop == Stop(date(2027, 2, 28))
    page.turn(-2)
    assert page.view.stop == Stop(date(2026, 12, 28))


def test_a_click_shows_the_details_with_the_open_checks(qtbot, page, post, planner):
    qtbot.mouseClick(page.view.viewport(), LEFT, pos=page.view.tile_rect(post).center())
    settle(qtbot, page)
    details = page.details
    assert details.isVisible()
    assert details.post_id == post
    words = planner.gate.assess(post)
    assert details.post_pane._sum.text() == words.tally.words()
    assert details.post_pane.step_button.kind == "locked"


def test_a_locked_step_says_why_and_goes_to_the_first_open_check(qtbot, page, post, planner):
    page.select_post(post)
    settle(qtbot, page)
    qtbot.mouseClick(page.details.post_pane.step_button, LEFT)
    assert planner.posts.get(post).state is State.REVIEW
    assert page.details.post_pane._reason.text() == planner.gate.assess(post).reason
    body = page.details.post_pane._scroll.widget()
    assert body.isAncestorOf(QApplication.focusWidget())


def test_ticking_a_question_confirms_it_and_unticking_takes_it_back(qtbot, page, post, planner):
    page.select_post(post)
    settle(qtbot, page)

    def first() -> ConfirmRow:
        return page.details.post_pane._scroll.widget().findChildren(ConfirmRow)[0]

    check_id = first().check.id
    qtbot.mouseClick(first().box, LEFT, pos=first().box.rect().center())
    confirmed = {answer.question for answer in planner.posts.get(post).confirmations}
    assert len(confirmed) == 1
    settle(qtbot, page)
    answered = {check.id: check for check in planner.gate.assess(post).checks}[check_id]
    assert answered.confirmed_at is not None
    assert first().check.id == check_id or answered.group is not Group.CONFIRM
    planner.undo()
    assert planner.posts.get(post).confirmations == ()


def test_show_in_text_opens_the_post_at_the_check(qtbot, page, put, planner):
    story = "Last month a 54-year-old teacher from Riverside came to my clinic with a stroke."
    post = put(make_row(0, "A teacher", state=State.REVIEW), story)
    page.shown()
    page.select_post(post)
    settle(qtbot, page)
    shows = [
        button
        for button in page.details.post_pane._scroll.widget().findChildren(Button)
        if button.text() == "Show in text"
    ]
    with qtbot.waitSignal(page.open_check) as opened:
        qtbot.mouseClick(shows[0], LEFT)
    assert opened.args[0] == post
    assert opened.args[1] in {check.id for check in planner.gate.assess(post).checks}


def test_network_chips_choose_where_it_goes(qtbot, page, post, planner):
    page.select_post(post)
    chips = {chip.network: chip for chip in page.details.post_pane._facts._chips}
    assert set(chips) == {"linkedin", "x"}
    qtbot.mouseClick(chips["x"], LEFT)
    assert planner.posts.get(post).networks == ("linkedin", "x")


def test_two_posts_on_one_network_within_two_hours_get_a_quiet_note(page, post, put):
    put(make_row(0, "Sleep and your heart", clock=(9, 30)))
    put(make_row(0, "Elsewhere", clock=(9, 30), networks=("x",)))
    page.shown()
    page.select_post(post)
    notes = page.details.post_pane._facts._notes.text()
    assert notes == "“Sleep and your heart” goes to LinkedIn within two hours of this."


def test_the_crowded_day_opens_as_a_list_and_enter_opens_a_post(qtbot, page, put, window):
    ids = [put(make_row(0, f"Crowd {n}", day=TUE_22, clock=(6 + n, 0))) for n in range(9)]
    page.shown()
    page.view.more_opened.emit(TUE_22)
    popover = page.findChild(PostsPopover)
    assert popover.list.model().rowCount() == 9
    page.open_post.disconnect()
    with qtbot.waitSignal(page.open_post) as opened:
        qtbot.keyClick(popover.list, Qt.Key.Key_Down)
        qtbot.keyClick(popover.list, Qt.Key.Key_Return)
    assert opened.args == [ids[1]]
    assert not popover.isVisible()


def test_the_filter_hides_states_and_networks_and_says_so(qtbot, page, post, put):
    other = put(make_row(0, "On X", day=TUE_22, networks=("x",)))
    idea = put(make_row(0, "An idea", state=State.IDEA, day=None))
    page.shown()
    page.open_filter()
    popover = page.findChild(FilterPopover)
    boxes = {box.accessibleName(): box for box in popover._states.values()}
    boxes |= {box.accessibleName(): box for box in popover._networks.values()}
    boxes["Show X"].click()
    assert page.view.row_of(other) is None
    assert page.view.row_of(post) is not None
    boxes["Show Idea"].click()
    assert idea not in {row.id for row in page.tray.rows}
    assert page.header.filter_button.isChecked()
    popover.close()
    page.set_filter(MonthFilter())
    assert page.view.row_of(other) is not None
    assert not page.header.filter_button.isChecked()


def test_delete_bins_with_undo(qtbot, page, post, planner, window):
    page.select_post(post)
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    assert planner.lists.row(post).binned_at is not None
    assert page.view.row_of(post) is None
    window.context.actions.trigger("edit.undo")
    assert page.view.row_of(post) is not None


def test_the_tray_chips_work_by_key_and_say_what_they_are(qtbot, page, put, planner):
    ids = [put(make_row(0, f"Idea {n}", state=State.IDEA, day=None)) for n in range(30)]
    page.shown()
    chips = page.tray.shown_chips
    assert 1 < len(chips) < 24
    assert page.tray.more_button.text() == f"{30 - len(chips)} more"
    chips[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chips[0], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is chips[1]
    assert chips[1].accessibleName().endswith("LinkedIn, no date, Idea")
    page.open_post.disconnect()
    with qtbot.waitSignal(page.open_post) as opened:
        qtbot.keyClick(chips[1], Qt.Key.Key_Return)
    assert opened.args == [chips[1].row.id]
    qtbot.keyClick(chips[1], Qt.Key.Key_Delete)
    assert planner.lists.row(chips[1].row.id).binned_at is not None
    assert set(ids) >= {chip.row.id for chip in page.tray.shown_chips}


def test_an_empty_tray_says_what_to_do(page):
    assert page.tray._empty.isVisible()
    assert page.tray._empty.text() == "Drag an idea onto a day, or double-click a day."


def test_the_details_close_and_come_back(qtbot, page, post):
    page.select_post(post)
    wide = page.view.width()
    page.show_details(True)
    narrow = page.view.width()
    qtbot.mouseClick(page.details.post_pane.close_button, LEFT)
    assert page.details.isHidden()
    assert page.view.width() > narrow
    page.show_details(True)
    assert page.view.width() == narrow
    assert page.details.post_id == post
    assert wide >= narrow


def test_in_little_room_the_details_lie_over_the_grid(qtbot, page, post, window):
    window.resize(1000, 700)
    QApplication.processEvents()
    assert page.details.isHidden()
    assert page.view.width() == page.width()
    qtbot.mouseClick(page.view.viewport(), LEFT, pos=page.view.tile_rect(post).center())
    assert page.details.isVisible()
    assert page.view.width() == page.width()
    qtbot.keyClick(page.details.post_pane.open_button, Qt.Key.Key_Escape)
    assert page.details.isHidden()


@pytest.mark.parametrize(("width", "pane"), [(1280, 332), (1920, 380)])
def test_the_pane_is_as_wide_as_drawn(page, window, width, pane):
    window.resize(width, 1000)
    QApplication.processEvents()
    page.show_details(True)
    assert page.details.width() == pane


def test_changes_elsewhere_touch_only_their_days(page, post, planner):
    told = []
    page.view.days.dataChanged.connect(lambda first, last, roles: told.append(first.data()))
    planner.posts.move_to_day(post, TUE_22)
    assert told == ["22", "24"]


def test_a_read_only_planner_offers_nothing_that_writes(qtbot, page, post, planner, monkeypatch):
    monkeypatch.setattr(type(planner), "read_only", property(lambda self: True))
    page.new_post.disconnect()
    page.view.select_day(TUE_22)
    with qtbot.assertNotEmitted(page.new_post):
        qtbot.keyClick(page.view, Qt.Key.Key_N)
    page.select_post(post)
    assert page.details.post_pane.step_button.isHidden()
    assert page.details.post_pane.open_button.text() == "Open to read"


def test_a_check_opens_the_post_in_the_window(qtbot, page, put, planner, window):
    story = "Last month a 54-year-old teacher from Riverside came to my clinic with a stroke."
    post = put(make_row(0, "A teacher", state=State.REVIEW), story)
    check = planner.gate.assess(post).group(Group.FIX)[0]
    page.open_check.emit(post, check.id)
    assert window.page_name == "write"
    settle(qtbot, page)
