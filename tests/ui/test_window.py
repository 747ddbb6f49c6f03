"""The frame: rail by room, pages made once, the way back, panes, what is said at the foot."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from app.errors import NotSaved
from app.model.rows import PostFilter
from app.model.walltime import WallTime
from app.planner import Planner
from ui.breakpoints import effective_width
from ui.history import Place, Trail
from ui.panes import first_stop, focus_neighbour
from ui.widgets.buttons import Button
from ui.window import MainWindow


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


@pytest.mark.parametrize(
    ("width", "size", "page", "slim"),
    [
        (1280, 100, "calendar", False),
        (1280, 100, "write", True),
        (1920, 100, "write", False),
        (1100, 100, "calendar", True),
        (1280, 130, "calendar", True),
        (1920, 130, "calendar", False),
    ],
)
def test_rail_gives_way_to_the_page(window, planner, width, size, page, slim):
    post = planner.posts.new("# One\n\nTwo.").created
    window.resize(width, 800)
    planner.set_setting("text_size", size)
    window.go(page, post if page == "write" else 0)
    settle()
    assert window.rail.slim is slim
    assert window.rail.width() == round((56 if slim else 208) * size / 100)


def test_rail_is_toggled_by_f9_and_stays_so(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.rail.slim
    window.resize(1900, 900)
    settle()
    assert window.rail.slim
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not window.rail.slim


def test_effective_width_is_counted_in_text():
    assert effective_width(1300, 130) == 1000


def test_pages_are_made_when_first_wanted_and_kept(window):
    assert window.page_name == "calendar"
    assert set(window._pages) == {"calendar"}
    window.go("settings")
    settings = window.page
    window.go("calendar")
    window.go("settings")
    assert window.page is settings


def test_back_and_forward_by_keyboard(window, qtbot):
    window.go("posts")
    window.go("settings")
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.page_name == "posts"
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.page_name == "calendar"
    assert not window.context.actions.action("go.back").isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.page_name == "posts"


def test_pages_by_number(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.page_name == "posts"
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.page_name == "calendar"
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.page_name == "settings"


def test_the_rail_goes_to_pages_by_mouse_and_arrows(window, qtbot):
    items = window.rail._items
    qtbot.mouseClick(items["posts"], Qt.MouseButton.LeftButton)
    assert window.page_name == "posts"
    assert items["posts"].isChecked()
    assert not items["calendar"].isChecked()
    items["posts"].setFocus()
    qtbot.keyClick(items["posts"], Qt.Key.Key_Up)
    assert window.page_name == "calendar"


def test_new_post_is_made_and_opened(window, planner, qtbot):
    qtbot.mouseClick(window.rail.new_post, Qt.MouseButton.LeftButton)
    assert window.page_name == "write"
    assert planner.lists.counts()["all"] == 1


def test_new_post_on_a_day_gets_the_usual_time(window, planner):
    window.new_post(date(2026, 9, 24))
    row = planner.lists.rows()[0]
    assert row.when == planner.calendar.usual_time(date(2026, 9, 24))
    assert isinstance(row.when, WallTime)


def test_new_idea_asks_for_a_title_and_cancel_makes_nothing(window, planner, asker):
    window.context.actions.trigger("idea.new")
    assert planner.lists.counts()["all"] == 0
    asker.answers.append("Why I ask about snoring")
    window.context.actions.trigger("idea.new")
    assert [row.title for row in planner.lists.rows()] == ["Why I ask about snoring"]


def test_undo_and_redo_have_names_and_work_across_screens(window, planner, qtbot):
    post = planner.posts.new("# One\n\nTwo.").created
    planner.posts.schedule(post, planner.calendar.usual_time(date(2026, 9, 22)))
    undo = window.context.actions.action("edit.undo")
    assert undo.isEnabled()
    assert len(undo.text()) > len("&Undo")
    window.go("settings")
    window.setFocus()
    window.context.actions.trigger("edit.undo")
    assert planner.posts.get(post).when is None
    window.context.actions.trigger("edit.redo")
    assert planner.posts.get(post).when is not None


def test_what_was_done_is_said_with_undo(window, planner, qtbot):
    post = planner.posts.new("# One\n\nTwo.").created
    planner.posts.schedule(post, planner.calendar.usual_time(date(2026, 9, 22)))
    assert "22 Sep" in window.context.toasts.recent[0].words
    undo = [b for b in window.context.toasts.widget.findChildren(Button) if b.text() == "Undo"]
    qtbot.mouseClick(undo[0], Qt.MouseButton.LeftButton)
    assert planner.posts.get(post).when is None
    window.context.toasts.dismiss()


def test_the_foot_says_when_it_was_saved_and_whose_clock_it_is(window):
    assert window.status.saved.text() == "Saved on this computer, 09:41"
    assert "London" in window.status.zone.text()


def test_zone_and_theme_follow_the_settings_at_once(window, planner, theme):
    planner.set_setting("zone", "Europe/Paris")
    assert window.status.saved.text() == "Saved on this computer, 10:41"
    assert "Paris" in window.status.zone.text()
    planner.set_setting("theme", "dark")
    assert theme.dark


def test_text_size_by_keyboard_is_remembered(window, planner, theme, qtbot):
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    assert (theme.text_size, planner.setting("text_size")) == (120, 120)
    qtbot.keyClick(window, Qt.Key.Key_0, control)
    assert planner.setting("text_size") == 100


def test_f6_goes_round_the_panes_and_reaches_the_toast(window, qtbot):
    window.go("settings")
    window.context.toasts.say("Moved.", "Undo", lambda: None)
    seen: list[bool] = []
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        seen.append(window.context.toasts.widget.isAncestorOf(focus))
        seen.append(window.rail.isAncestorOf(focus))
    assert any(seen[::2]), "the toast is never reached"
    assert any(seen[1::2]), "the rail is never reached"
    window.context.toasts.dismiss()


def test_a_failed_write_is_said_above_the_page_and_at_the_foot(window):
    window.say_error(
        NotSaved(
            "Not saved: the disk is full.",
            "Your text is still here. Free some space, then save again.",
            remedies=("save_again", "save_copy"),
        )
    )
    assert window.message.isVisible()
    assert window.status.saved.text() == "Not saved"
    window.context.actions.trigger("planner.save")
    assert not window.message.isVisible()
    assert window.status.saved.text().startswith("Saved")
    window.context.toasts.dismiss()


def test_the_title_of_the_window_never_holds_a_post(window, planner):
    post = planner.posts.new("# Mrs Example has AFib\n\nTwo.").created
    window.go("write", post)
    assert "Example" not in window.windowTitle()


def test_counts_on_the_rail_are_spoken(window, planner):
    post = planner.posts.new("# One\n\nIt cures everyone.").created
    planner.posts.set_networks(post, ("linkedin",))
    planner.posts.schedule(post, planner.calendar.usual_time(date(2026, 9, 1)))
    assert "1 needs you" in window.rail._items["posts"].accessibleName()
    window.context.toasts.dismiss()


def test_help_lists_the_shortcuts_and_the_licences(window, qtbot):
    from ui.help_dialogs import AboutDialog, MessagesDialog, ShortcutsDialog
    from ui.widgets.properties import Words

    for dialog_type, words in (
        (ShortcutsDialog, "Ctrl+N"),
        (AboutDialog, "SIL Open Font License"),
        (MessagesDialog, "Saved."),
    ):
        window.context.actions.trigger("planner.save")
        dialog = dialog_type(window.context, window)
        dialog.open()
        assert any(words in label.text() for label in dialog.findChildren(Words))
        dialog.accept()
    window.context.toasts.dismiss()


def test_trail_forgets_what_lay_ahead():
    trail = Trail()
    for page in ("calendar", "posts", "posts", "settings"):
        trail.visit(Place(page))
    assert trail.back() == Place("posts")
    trail.visit(Place("write", 3))
    assert not trail.can_go_forward
    assert trail.back() == Place("posts")
    assert trail.back() == Place("calendar")
    assert trail.back() is None


def test_panes_without_a_stop_are_passed_over(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    first, empty, last = QLineEdit(host), QWidget(host), QWidget(host)
    inner = QLineEdit(last)
    with qtbot.waitExposed(host):
        host.show()
    first.setFocus()
    assert first_stop(empty) is None
    assert focus_neighbour((first, empty, last), 1) is last
    assert inner.hasFocus()
    assert focus_neighbour((first, empty, last), 1) is first
    assert focus_neighbour((first, empty, last), -1) is last


def test_the_sample_is_removed_after_one_question_and_her_own_posts_stay(window, planner, asker):
    sample = planner.posts.new("# Sample\n\nTwo.", sample=True).created
    own = planner.posts.new("# Mine\n\nTwo.").created
    planner.set_setting("sample", True)
    button = window.status.remove_sample
    assert button.isVisible()
    button.click()
    assert planner.lists.counts()["all"] == 2
    asker.answers.append("remove")
    button.click()
    assert [row.id for row in planner.lists.rows()] == [own]
    assert sample not in [row.id for row in planner.lists.rows(PostFilter(binned=True))]
    assert not button.isVisible()
    assert len(asker.asked) == 2
    window.context.toasts.dismiss()


def test_words_that_cannot_be_saved_keep_their_page_and_the_window_open(
    window, planner, asker, monkeypatch, qtbot
):
    post = planner.posts.new("# One\n\nTwo.").created
    other = planner.posts.new("# Other\n\nTwo.").created
    window.open_post(post)
    page = window.page
    page.editor.insertPlainText("Words that matter. ")

    def full(*_: object, **__: object) -> None:
        raise NotSaved("Not saved: the disk is full.", "Your text is still here.")

    monkeypatch.setattr(planner.posts, "edit_text", full)
    window.open_post(other)
    window.go("calendar")
    assert window.page is page
    assert "Words that matter." in page.editor.toPlainText()
    qtbot.mouseClick(window.rail._items["calendar"], Qt.MouseButton.LeftButton)
    assert window.page is page
    assert not window.rail._items["calendar"].isChecked()
    said = " ".join(label.text() for label in page.body.message.findChildren(QLabel))
    assert "This post stays open: its last words are not saved." in said
    assert "The disk is full. Your text is still here." in said
    assert page.body.message.isVisible()
    window.close()
    assert window.isVisible()
    assert asker.asked
    monkeypatch.undo()
    window.go("calendar")
    assert "Words that matter." in planner.posts.get(post).body
    window.context.toasts.dismiss()


def test_a_planner_opened_to_look_at_offers_no_new_post(qtbot, tmp_path, theme, asker):
    path = tmp_path / "looked at.primum"
    Planner.create(path).close()
    planner = Planner.open(path, read_only=True)
    window = MainWindow(planner, theme, asker)
    qtbot.addWidget(window)
    assert not window.rail.new_post.isEnabled()
    window.close()
    planner.close()
