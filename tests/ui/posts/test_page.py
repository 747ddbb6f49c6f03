"""The posts screen on a real planner, by keyboard and mouse."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.model.post import State
from tests.ui.samples import make_row, put_row
from ui.posts.model import Column
from ui.posts.page import PostsPage
from ui.posts.source import Order

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ids(planner) -> dict[str, int]:
    rows = {
        "review": make_row(0, "Salt: what labels hide", state=State.REVIEW, to_fix=2),
        "sent_back": make_row(
            0, "Home cuffs", state=State.REVIEW, day=date(2026, 9, 18), sent_back=True
        ),
        "idea": make_row(0, "Why I ask about snoring", state=State.IDEA, day=None),
        "posted": make_row(0, "Statin myths", state=State.POSTED, day=date(2026, 9, 4)),
        "ready": make_row(0, "Coffee", state=State.READY, day=date(2026, 9, 29)),
    }
    texts = {"ready": "Rhythm and caffeine: what the trials found."}
    return {name: put_row(planner, row, texts.get(name, "Words.")) for name, row in rows.items()}


@pytest.fixture
def page(ids, window) -> PostsPage:
    window.go("posts")
    page = window.page
    assert isinstance(page, PostsPage)
    return page


def shown(page) -> list[int]:
    return [page.model.post_id(line) for line in range(page.model.rowCount())]


def search(qtbot, page, words) -> None:
    page.search.setFocus()
    page.search.selectAll()
    qtbot.keyClicks(page.search, words)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)


def test_it_opens_on_what_needs_her(page, ids):
    assert page.bar.key == "needs_me"
    assert set(shown(page)) == {ids["review"], ids["sent_back"]}
    assert page.bar.button("needs_me").text() == "Needs me  2"
    assert page.bar.button("needs_me").accessibleName() == "Needs me, 2 posts"
    assert QApplication.focusWidget() is page.view


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("sent_back", {"sent_back"}),
        ("no_date", {"idea"}),
        ("posted", {"posted"}),
        ("all", {"review", "sent_back", "idea", "posted", "ready"}),
        ("bin", set()),
    ],
)
def test_saved_filters_hold_what_they_say(qtbot, page, ids, key, names):
    qtbot.mouseClick(page.bar.button(key), LEFT)
    assert set(shown(page)) == {ids[name] for name in names}


def test_search_looks_through_the_whole_text(qtbot, page, ids):
    page.start_search()
    assert QApplication.focusWidget() is page.search
    search(qtbot, page, "caffeine")
    assert shown(page) == [ids["ready"]]
    assert page.sort.order is Order.BEST
    row = page.current_row()
    assert row is not None
    assert "caffeine" in row.snippet
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(shown(page)) == 5
    assert page.sort.order is Order.CHANGED


def test_down_goes_from_the_search_into_the_list_and_enter_opens(qtbot, page, ids):
    page.start_search()
    search(qtbot, page, "statin")
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.view
    page.open_post.disconnect()
    with qtbot.waitSignal(page.open_post) as opened:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert opened.args == [ids["posted"]]


def test_nothing_found_says_so_and_offers_all_posts(qtbot, page):
    qtbot.mouseClick(page.bar.button("posted"), LEFT)
    search(qtbot, page, "caffeine")
    assert page.empty.isVisible()
    assert page.empty.words.text() == "Nothing found for “caffeine”."
    qtbot.mouseClick(page.empty.all_button, LEFT)
    assert page.view.isVisible()
    assert page.model.rowCount() == 1


def test_the_shortcut_focuses_the_search_from_anywhere(qtbot, page, window):
    window.go("calendar")
    window.context.actions.trigger("search.posts")
    assert window.page is page
    assert QApplication.focusWidget() is page.search
    assert page.bar.key == "all"


def test_delete_bins_and_the_bin_gives_back(qtbot, page, ids, planner):
    page.choose_filter("all")
    page.view.choose(ids["ready"])
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    assert planner.lists.row(ids["ready"]).binned_at is not None
    assert ids["ready"] not in shown(page)
    assert page.view.post_id != 0
    page.choose_filter("bin")
    assert shown(page) == [ids["ready"]]
    assert page.restore_button.isVisible()
    assert page.restore_button.isEnabled()
    qtbot.mouseClick(page.restore_button, LEFT)
    assert planner.lists.row(ids["ready"]).binned_at is None
    assert page.empty.isVisible()
    assert page.empty.words.text() == "The bin is empty."


def test_enter_in_the_bin_restores(qtbot, page, ids, planner):
    planner.posts.bin(ids["idea"])
    page.choose_filter("bin")
    with qtbot.assertNotEmitted(page.open_post):
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert planner.lists.row(ids["idea"]).binned_at is None


def test_headings_sort_and_turn_round(qtbot, page, ids):
    page.choose_filter("all")
    page.view.header.sectionClicked.emit(Column.TITLE)
    assert shown(page)[0] == ids["ready"]
    page.view.header.sectionClicked.emit(Column.TITLE)
    assert shown(page)[0] == ids["idea"]
    page.view.header.sectionClicked.emit(Column.DATE)
    assert shown(page) == [
        ids["posted"],
        ids["sent_back"],
        ids["review"],
        ids["ready"],
        ids["idea"],
    ]
    assert page.sort.text() == "Date, earliest first"


def test_the_sort_button_offers_every_order_by_keyboard(page, ids):
    page.choose_filter("all")
    menu = page.sort.menu_of_orders()
    words = [action.text() for action in menu.actions()]
    assert "Title, A to Z" in words
    assert "Best match first" not in words
    menu.actions()[words.index("Title, Z to A")].trigger()
    assert shown(page)[0] == ids["idea"]
    menu.deleteLater()


def test_the_chosen_line_survives_changes_elsewhere(page, ids, planner):
    page.choose_filter("all")
    page.view.choose(ids["posted"])
    planner.posts.set_note(ids["idea"], "Later")
    planner.posts.bin(ids["ready"])
    assert page.view.post_id == ids["posted"]


def test_all_posts_empty_offers_a_first_post(qtbot, planner, window):
    window.go("posts")
    page = window.page
    assert page.empty.isVisible()
    assert page.empty.words.text() == (
        "No posts yet. Start with an idea; you can give it a date later."
    )
    page.new_post.disconnect()
    with qtbot.waitSignal(page.new_post) as wanted:
        qtbot.mouseClick(page.empty.new_button, LEFT)
    assert wanted.args == [None]


def test_a_double_click_opens(qtbot, page, ids):
    page.choose_filter("posted")
    page.open_post.disconnect()
    place = page.view.visualRect(page.model.index(0, 0)).center()
    with qtbot.waitSignal(page.open_post) as opened:
        qtbot.mouseDClick(page.view.viewport(), LEFT, pos=place)
    assert opened.args == [ids["posted"]]


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize("size", [100, 130])
def test_the_list_fills_its_place_in_both_looks_and_sizes(page, planner, window, choice, size):
    page.choose_filter("all")
    planner.set_setting("theme", choice)
    planner.set_setting("text_size", size)
    QApplication.processEvents()
    view, theme = page.view, window.context.theme
    widths = [view.columnWidth(column) for column in Column if not view.isColumnHidden(column)]
    assert sum(widths) == view.viewport().width()
    assert view.columnWidth(Column.TITLE) >= theme.px(160)
    picture = view.viewport().grab().toImage()
    assert picture.pixelColor(view.viewport().width() // 2, picture.height() - 2) == theme.token(
        "surface"
    )


def test_in_a_small_window_with_large_text_every_filter_is_readable(page, planner, window):
    planner.set_setting("text_size", 150)
    window.resize(960, 640)
    QApplication.processEvents()
    for key in ("needs_me", "sent_back", "no_date", "posted", "all", "bin"):
        button = page.bar.button(key)
        words = button.fontMetrics().horizontalAdvance(button.text())
        assert words <= button.width()
        assert button.accessibleName().endswith(("post", "posts"))
    assert page.sort.text() == "Sort"
    assert page.sort.accessibleName().startswith("Sorted by: ")
    assert page.view.isColumnHidden(Column.CHECKS)
    assert not page.view.isColumnHidden(Column.STATE)
