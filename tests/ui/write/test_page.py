from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.errors import NotSaved
from app.model.assessment import Check, Group
from app.model.post import State
from app.model.records import Interest, Tie
from app.planner import Planner
from ui.asker import TextQuestion
from ui.widgets.buttons import Button
from ui.widgets.properties import Words
from ui.window import MainWindow
from ui.write.page import WritePage

Settle = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def body(planner: Planner, post_id: int) -> str:
    return planner.posts.get(post_id).body


def end(page: WritePage) -> None:
    place = len(page.editor.text())
    page.editor.select(place, place)
    page.editor.setFocus()


def fixable(page: WritePage) -> Check:
    """A row of To fix that has finished words for its place in the text."""
    assessment = page.checks.assessment
    return next(c for c in assessment.group(Group.FIX) if c.suggestions and c.findings)


def visible(page: WritePage, words: str) -> Button:
    return next(b for b in page.findChildren(Button) if b.text() == words and b.isVisible())


def visible_in(root: QWidget, words: str) -> Button:
    return next(b for b in root.findChildren(Button) if b.text() == words and b.isVisible())


# Opening, typing, saving


def test_a_post_is_shown_with_its_checks_marks_count_and_preview(
    page: WritePage, text: str
) -> None:
    assert page.editor.text() == text
    assert page.header.title.text() == "Your watch says AFib. Now what?"
    assert page.checks.rows()
    assert any(mark.check_id for mark in page.editor.layer.marks())
    assert page.body.bar._count.text().startswith("X: ")
    assert page.preview.network == "linkedin"
    assert page.window().windowTitle() == "Write – Primum"


def test_typing_is_saved_within_two_seconds_without_a_pause(
    page: WritePage, planner: Planner, post_id: int, qtbot: QtBot
) -> None:
    end(page)
    for _ in range(19):
        QTest.keyClicks(page.editor, "a")
        QTest.qWait(100)
    assert body(planner, post_id).count("a.a") == 0
    assert body(planner, post_id).rstrip().endswith("aaaaaaaa")


def test_leaving_the_text_saves(page: WritePage, planner: Planner, post_id: int) -> None:
    end(page)
    QTest.keyClicks(page.editor, " More.")
    assert not body(planner, post_id).endswith("More.")
    page.checks.footer.take_focus()
    assert body(planner, post_id).endswith(" More.")


def test_ctrl_s_saves_and_says_so(
    page: WritePage, planner: Planner, post_id: int, window: MainWindow
) -> None:
    end(page)
    QTest.keyClicks(page.editor, " More.")
    QTest.keyClick(page.editor, Qt.Key.Key_S, CTRL)
    assert body(planner, post_id).endswith(" More.")
    assert window.context.toasts.recent[-1].words == "Saved."


def test_going_elsewhere_saves(
    page: WritePage, planner: Planner, post_id: int, window: MainWindow
) -> None:
    end(page)
    QTest.keyClicks(page.editor, " More.")
    window.go("calendar")
    assert body(planner, post_id).endswith(" More.")


def test_a_failed_save_keeps_the_text_and_offers_a_way_out(
    page: WritePage, planner: Planner, post_id: int, asker, tmp_path: Path, monkeypatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotSaved(
            "Not saved: the disk is full.",
            "Your text is still here.",
            remedies=("save_again", "save_copy"),
        )

    end(page)
    with monkeypatch.context() as patch:
        patch.setattr(planner.posts, "edit_text", full)
        QTest.keyClicks(page.editor, " More.")
        page.session.flush()
        assert page.body.message.isVisible()
        assert page.window().status.saved.text() == "Not saved"
        assert page.editor.text().endswith(" More.")
        asker.answers.append(tmp_path / "copy.md")
        QTest.mouseClick(visible(page, "Save a copy elsewhere"), Qt.MouseButton.LeftButton)
        assert (tmp_path / "copy.md").read_text(encoding="utf-8").endswith(" More.")
    QTest.mouseClick(visible(page, "Save again"), Qt.MouseButton.LeftButton)
    assert body(planner, post_id).endswith(" More.")
    assert not page.body.message.isVisible()
    assert page.window().status.saved.text().startswith("Saved")


@pytest.mark.parametrize(("wide", "size"), [(960, 130), (960, 150), (1280, 100)])
def test_the_tools_above_the_text_are_never_cut(
    page: WritePage, window: MainWindow, wide: int, size: int, settle: Settle
) -> None:
    window.context.theme.choose(text_size=size)
    window.resize(wide, 640)
    settle()
    QTest.qWait(1)
    bar = page.body.bar
    for part in (bar.source, bar.image, bar._count):
        assert part.width() >= part.sizeHint().width()
        assert bar.rect().contains(part.geometry())
    assert bar.source.accessibleName() == "Source"
    assert bool(bar.source.text()) is (size == 100)


def test_a_planner_that_went_away_can_be_saved_elsewhere(page: WritePage, planner: Planner) -> None:
    away = planner.path.rename(planner.path.with_suffix(".away"))
    end(page)
    QTest.keyClicks(page.editor, " More.")
    page.session.flush()
    assert visible(page, "Save a copy elsewhere")
    away.rename(planner.path)
    QTest.mouseClick(visible(page, "Save again"), LEFT)
    assert not page.body.message.isVisible()


def test_the_title_follows_the_first_heading_as_typed(page: WritePage) -> None:
    page.editor.select(0, len("# Your watch says AFib. Now what?"))
    QTest.keyClicks(page.editor, "# Salt")
    assert page.header.title.text() == "Salt"


def test_a_new_post_begins_with_a_question_and_becomes_a_draft(
    window: MainWindow, planner: Planner, account, settle: Settle, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.new_post()
    page = window.page
    settle()
    assert page.editor.placeholderText() == "What do people ask you in clinic?"
    assert page.editor.hasFocus()
    QTest.keyClicks(page.editor, "# Salt")
    QTest.keyClick(page.editor, Qt.Key.Key_Return)
    QTest.keyClicks(page.editor, "Salt hides in bread.")
    page.session.flush()
    settle()
    assert planner.posts.get(page.session.post.id).state is State.DRAFT


# Undo


def test_undo_is_typing_first_and_then_what_was_done_elsewhere(
    page: WritePage, planner: Planner, post_id: int, text: str, settle: Settle
) -> None:
    planner.posts.set_networks(post_id, ("linkedin",))
    settle()
    end(page)
    QTest.keyClicks(page.editor, " More.")
    QTest.keyClick(page.editor, Qt.Key.Key_Z, CTRL)
    assert page.editor.text() == text
    assert planner.posts.get(post_id).networks == ("linkedin",)


def test_undo_goes_on_in_the_planner_when_no_typing_is_left(
    page: WritePage, planner: Planner, post_id: int
) -> None:
    planner.posts.set_networks(post_id, ("linkedin",))
    page.editor.setFocus()
    QTest.keyClick(page.editor, Qt.Key.Key_Z, CTRL)
    assert planner.posts.get(post_id).networks == ("linkedin", "x")
    QTest.keyClick(page.editor, Qt.Key.Key_Z, CTRL | SHIFT)
    assert planner.posts.get(post_id).networks == ("linkedin",)


def test_a_change_of_the_text_elsewhere_is_merged_and_keeps_the_cursor(
    page: WritePage, planner: Planner, post_id: int, text: str
) -> None:
    place = text.index("General")
    page.editor.select(place, place)
    planner.posts.edit_text(post_id, text.replace("a diagnosis", "the diagnosis"))
    assert "not the diagnosis." in page.editor.text()
    assert page.editor.text()[page.editor.place() :].startswith("General")
    planner.undo()
    assert page.editor.text() == text


# Formatting by key, finding


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Qt.Key.Key_B, CTRL, "**General**"),
        (Qt.Key.Key_I, CTRL, "*General*"),
        (Qt.Key.Key_K, CTRL | SHIFT, "[General](https://)"),
    ],
)
def test_formatting_keys(page: WritePage, text: str, key, modifiers, expected: str) -> None:
    start = text.index("General")
    page.editor.setFocus()
    page.editor.select(start, start + 7)
    QTest.keyClick(page.editor, key, modifiers)
    assert expected in page.editor.text()


def test_the_bold_button_formats_and_gives_the_text_the_keyboard_back(
    page: WritePage, text: str
) -> None:
    start = text.index("General")
    page.editor.select(start, start + 7)
    bold = page.body.bar._row.itemAt(1).widget()
    QTest.mouseClick(bold, Qt.MouseButton.LeftButton)
    assert "**General** information" in page.editor.text()
    assert page.editor.hasFocus()


def test_find_next_and_replace_all(page: WritePage) -> None:
    page.editor.setFocus()
    QTest.keyClick(page.editor, Qt.Key.Key_H, CTRL)
    bar = page.body.find_bar
    assert bar.isVisible()
    QTest.keyClicks(bar._find, "afib")
    assert bar._count.text() == "3 places"
    QTest.keyClick(bar._find, Qt.Key.Key_Return)
    assert page.editor.draft().selected == "AFib"
    QTest.keyClicks(bar._with, "AF")
    QTest.mouseClick(visible(page, "Replace all"), Qt.MouseButton.LeftButton)
    assert "AFib" not in page.editor.text()
    page.editor.undo()
    assert page.editor.text().count("AFib") == 3
    QTest.keyClick(bar._find, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert page.editor.hasFocus()


# Checks


def test_a_fix_is_one_step_for_undo_and_leaves_the_keyboard_in_the_panel(
    page: WritePage, planner: Planner, post_id: int, text: str, settle: Settle
) -> None:
    cure = fixable(page)
    fix = cure.suggestions[0]
    page.checks.go_to(cure.id)
    QTest.keyClick(page.checks.row(cure.id), Qt.Key.Key_Return)
    settle()
    quote = cure.findings[0].quote
    assert page.editor.text() == text.replace(quote, fix, 1)
    assert body(planner, post_id) == page.editor.text()
    assert page.checks.row(cure.id) is None
    assert page.checks.isAncestorOf(page.window().focusWidget())
    planner.undo()
    assert page.editor.text() == text


def test_f8_shows_the_words_and_stays_in_the_panel(page: WritePage, settle: Settle) -> None:
    page.editor.setFocus()
    seen = set()
    for _ in range(len(page.checks.open_rows())):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_F8)
        row = page.checks.focused_row()
        seen.add(row.check.id)
        first = row.check.findings[0] if row.check.findings else None
        if first is not None:
            assert page.editor.draft().selected == first.quote
    assert seen == {row.check.id for row in page.checks.open_rows()}


def test_alt_enter_opens_the_card_at_the_cursor_and_its_button_fixes(
    page: WritePage, settle: Settle
) -> None:
    cure = fixable(page)
    start = cure.findings[0].start + 1
    page.editor.setFocus()
    page.editor.select(start, start)
    QTest.keyClick(page.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert page.card.isVisible()
    button = page.window().focusWidget()
    assert page.card.isAncestorOf(button)
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle()
    assert cure.suggestions[0] in page.editor.text()
    assert not page.card.isVisible()


def test_the_menu_of_marked_words_offers_their_fixes_first(page: WritePage, settle: Settle) -> None:
    from ui.write.text_menu import text_menu

    check = fixable(page)
    rect = page.editor.layer.rect(page.editor.layer.of_check(check.id))
    at = rect.center() + QPoint(12, 0)
    menu = text_menu(page.context.theme, page.editor, at, page.acts.do, page.ask_reason)
    first = menu.actions()[0]
    assert first.text() == f"Use “{check.suggestions[0]}”"
    first.trigger()
    settle()
    assert check.suggestions[0] in page.editor.text()
    menu.deleteLater()


def test_escape_closes_the_card_and_goes_back_to_the_text(page: WritePage) -> None:
    start = fixable(page).findings[0].start
    page.editor.setFocus()
    page.editor.select(start, start)
    QTest.keyClick(page.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Escape)
    assert not page.card.isVisible()
    assert page.editor.hasFocus()


def test_space_confirms_with_a_time_stamp_and_again_takes_it_back(
    page: WritePage, planner: Planner, post_id: int, settle: Settle
) -> None:
    planner.posts.to_review(post_id)
    settle()
    row = next(r for r in page.checks.open_rows() if r.check.group is Group.CONFIRM)
    page.checks.go_to(row.check.id)
    QTest.keyClick(row, Qt.Key.Key_Space)
    settle()
    assert row.check.confirmed_at is not None
    assert row._stamp.text() == "Confirmed today, 09:41"
    assert row.hasFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    settle()
    assert row.check.confirmed_at is None


def test_ctrl_enter_takes_the_next_step_or_the_first_open_check(
    page: WritePage, planner: Planner, post_id: int, settle: Settle
) -> None:
    page.editor.setFocus()
    QTest.keyClick(page.editor, Qt.Key.Key_Return, CTRL)
    settle()
    assert planner.posts.get(post_id).state is State.REVIEW
    QTest.keyClick(page.editor, Qt.Key.Key_Return, CTRL)
    settle()
    assert planner.posts.get(post_id).state is State.REVIEW
    assert page.checks.focused_row() is page.checks.open_rows()[0]


def test_f8_goes_on_below_the_row_that_was_just_confirmed(
    page: WritePage, planner: Planner, post_id: int, settle: Settle
) -> None:
    planner.posts.to_review(post_id)
    settle()
    asked = [r.check.id for r in page.checks.open_rows() if r.check.group is Group.CONFIRM]
    page.checks.go_to(asked[0])
    for check_id in asked:
        row = page.checks.focused_row()
        assert row is not None
        assert row.check.id == check_id
        QTest.keyClick(row, Qt.Key.Key_Space)
        settle()
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_F8)
    assert page.checks.focused_row() is page.checks.open_rows()[0]
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_F8, SHIFT)
    assert page.checks.focused_row() is page.checks.open_rows()[-1]


def test_ctrl_enter_passes_over_what_does_not_stand_in_the_way(
    page: WritePage, planner: Planner, post_id: int, settle: Settle
) -> None:
    planner.posts.edit_text(post_id, "# Pulse\n\nA pulse is easy to feel at the wrist.")
    planner.posts.to_review(post_id)
    settle()
    assert page.checks.open_rows()[0].check.group is Group.CONSIDER
    QTest.keyClick(page.editor, Qt.Key.Key_Return, CTRL)
    settle()
    row = page.checks.focused_row()
    assert row is not None
    assert row.check.group is Group.CONFIRM


def test_an_answer_to_an_older_text_is_dropped(
    page: WritePage, qtbot: QtBot, settle: Settle
) -> None:
    page.session.check_now()
    end(page)
    with qtbot.assertNotEmitted(page.session.assessed, wait=300):
        QTest.keyClicks(page.editor, " more words")


def test_opening_at_a_check_brings_it_to_the_keyboard(
    page: WritePage, window: MainWindow, post_id: int, settle: Settle
) -> None:
    check_id = fixable(page).id
    window.go("calendar")
    window.go("write", post_id)
    page.open(post_id, check_id)
    assert page.checks.focused_row().check.id == check_id


# Versions, preview


def test_a_network_gets_words_of_its_own_and_loses_them_again(
    page: WritePage, planner: Planner, post_id: int, text: str, settle: Settle
) -> None:
    page.versions.start("x")
    settle()
    assert page.body.tabs.isVisible()
    assert page.body.tabs.network == "x"
    page.editor.select(0, len(page.editor.text()))
    QTest.keyClicks(page.editor, "Short for X.")
    page.body.tabs._bar.setCurrentIndex(0)
    assert page.editor.text() == text
    assert planner.posts.get(post_id).own_texts["x"] == "Short for X."
    page.body.tabs._bar.setCurrentIndex(1)
    assert page.editor.text() == "Short for X."
    QTest.mouseClick(visible(page, "Use the common text"), Qt.MouseButton.LeftButton)
    settle()
    assert planner.posts.get(post_id).own_texts == {}
    assert page.editor.text() == text
    assert not page.body.tabs.isVisible()
    planner.undo()
    assert planner.posts.get(post_id).own_texts["x"] == "Short for X."


def test_a_line_that_one_version_lacks_is_added_to_that_version(
    page: WritePage, planner: Planner, post_id: int, settle: Settle
) -> None:
    line = "Disclosure: I receive speaker fees from Corvia Devices."
    tie = Interest(0, "Corvia Devices", Tie.SPEAKER, line, value="about 2,000 a year")
    planner.records.link_interest(post_id, planner.records.save_interest(tie).created)
    common = f"# Pulse\n\n{line}\n\nA pulse is easy to feel at the wrist."
    planner.posts.edit_text(post_id, common)
    planner.posts.edit_text(post_id, "A pulse is easy to feel.", "x")
    settle()
    check = page.checks.row("core:affiliations").check
    assert check.group is Group.FIX
    assert "the version for X does not say so" in check.why
    QTest.mouseClick(visible(page, "Add “Disclosure: I receive speaker fee…”"), LEFT)
    settle()
    post = planner.posts.get(post_id)
    assert post.body == common
    assert line in post.own_texts["x"]
    assert page.checks.row("core:affiliations").check.group is Group.CLEAR


OWN = "Ablation cures AFib. About 1 in 4 adults will go on to have AFib."


def test_a_finding_in_a_version_says_so_and_a_click_opens_that_version(
    page: WritePage, planner: Planner, post_id: int, settle: Settle
) -> None:
    planner.posts.edit_text(post_id, "# Pulse\n\nA pulse is easy to feel at the wrist.")
    planner.posts.edit_text(post_id, OWN, "x")
    settle()
    assert page.session.network == ""
    row = page.checks.row("core:sources")
    assert row.check.network == "x"
    assert "In the version for X." in [label.text() for label in row.findChildren(Words)]
    assert row.accessibleName().endswith("In the version for X.")
    QTest.mouseClick(row, LEFT, pos=QPoint(120, 12))
    settle()
    assert page.session.network == "x"
    assert page.editor.text() == OWN
    assert page.editor.textCursor().selectedText() in OWN
    assert page.editor.textCursor().hasSelection()


def test_enter_on_a_row_goes_to_the_version_that_its_words_are_in(
    page: WritePage, planner: Planner, post_id: int, settle: Settle
) -> None:
    planner.posts.edit_text(post_id, "# Pulse\n\nA pulse is easy to feel at the wrist.")
    planner.posts.edit_text(post_id, OWN, "x")
    settle()
    cures = next(r for r in page.checks.open_rows() if "cures AFib" in r.check.quote)
    page.checks.go_to(cures.check.id)
    QTest.keyClick(cures, Qt.Key.Key_Return)
    settle()
    assert page.session.network == "x"
    assert "Ablation cures" not in planner.posts.get(post_id).body


def test_a_medicine_can_be_shown_and_set_aside_with_a_ready_reason(
    page: WritePage, planner: Planner, post_id: int, settle: Settle
) -> None:
    text = "# Thinning\n\nMany people take Eliquis.\n\nGeneral information, not medical advice."
    planner.posts.edit_text(post_id, text)
    settle()
    row = next(r for r in page.checks.open_rows() if "prescription" in r.check.title)
    QTest.mouseClick(visible_in(row, "Show"), LEFT)
    assert page.editor.textCursor().selectedText() == "Eliquis"
    QTest.mouseClick(visible_in(row, "Not needed here"), LEFT)
    field = row.findChild(QComboBox)
    assert field.itemText(0) == "Plain teaching about a treatment, not an advert for it"
    field.setCurrentIndex(0)
    QTest.qWait(1)
    QTest.mouseClick(visible_in(row, "Keep this reason"), LEFT)
    settle()
    assert not any("prescription" in r.check.title for r in page.checks.open_rows())


def test_a_text_too_long_for_one_network_brings_it_to_the_front(
    page: WritePage, settle: Settle
) -> None:
    assert page.preview.network == "linkedin"
    QTest.mouseClick(page.checks.row("fit:x:too_long"), LEFT)
    page.checks.go_to("fit:x:too_long")
    assert page.preview.network == "x"


def test_the_count_is_of_the_networks_that_show_the_text_in_front(
    page: WritePage, settle: Settle
) -> None:
    page.versions.start("x")
    page.editor.select(0, len(page.editor.text()))
    QTest.keyClicks(page.editor, "Short for X.")
    settle()
    assert page.body.bar._count.text() == "12 of 280"
    page.versions.show("")
    settle()
    assert page.body.bar._count.text().endswith("of 3,000")


def test_a_book_is_not_pasted_and_it_is_said(page: WritePage, text: str) -> None:
    end(page)
    QGuiApplication.clipboard().setText("A pulse is easy to feel. " * 8000)
    QTest.keyClick(page.editor, Qt.Key.Key_V, CTRL)
    assert page.editor.text() == text
    assert page.body.message.isVisible()
    assert "nothing was pasted" in page.body.message.accessibleName()


def test_the_profile_is_opened_at_its_first_field(
    page: WritePage, window: MainWindow, settle: Settle
) -> None:
    page.open_account()
    settings = window.page
    assert settings is not page
    field = window.focusWidget()
    assert field.accessibleName() == "Your name"
    assert not field.visibleRegion().isEmpty()


def test_the_preview_is_flattened_folded_and_clickable(
    page: WritePage, text: str, settle: Settle
) -> None:
    card = page.preview.card
    shown = [p for p in card._paragraphs if not p.isHidden()]
    assert shown[1].text() == "An alert from a smartwatch is a reason to check, not a diagnosis."
    assert shown[-1].text().endswith("…more</a>")
    QTest.mouseClick(shown[1], Qt.MouseButton.LeftButton)
    assert page.editor.place() == text.index("An alert")
    assert page.editor.hasFocus()
    shown[-1].more.emit()
    assert any("General information" in p.text() for p in card._paragraphs if not p.isHidden())


def test_the_preview_can_be_hidden_and_shown_by_key(page: WritePage) -> None:
    page.editor.setFocus()
    QTest.keyClick(page.editor, Qt.Key.Key_P, CTRL | SHIFT)
    assert not page.preview.isVisible()
    QTest.keyClick(page.editor, Qt.Key.Key_P, CTRL | SHIFT)
    assert page.preview.isVisible()


def test_in_a_narrow_window_the_preview_takes_the_place_of_the_checks(
    page: WritePage, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not page.preview.isVisible())
    page.split.show_preview(True)
    assert page.preview.isVisible()
    assert not page.checks.isVisible()
    QTest.mouseClick(page.preview._close, Qt.MouseButton.LeftButton)
    assert page.checks.isVisible()
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: page.preview.isVisible() and page.checks.isVisible())


def test_copying_gives_the_text_as_the_network_shows_it(page: WritePage) -> None:
    page.editor.setFocus()
    QTest.keyClick(page.editor, Qt.Key.Key_X, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Your watch says AFib. Now what?")
    assert "**" not in copied


# Head


def test_networks_are_chosen_in_the_head(page: WritePage, planner: Planner, post_id: int) -> None:
    picker = page.header.pick_networks()
    QTest.mouseClick(picker._boxes["instagram"], Qt.MouseButton.LeftButton)
    assert "instagram" in planner.posts.get(post_id).networks
    picker.close()


def test_the_date_button_asks_for_a_date(page: WritePage, window: MainWindow) -> None:
    QTest.mouseClick(page.header.date, Qt.MouseButton.LeftButton)
    sheet = window.context.dialogs.current
    assert sheet is not None
    sheet.reject()


def test_a_note_is_kept_and_never_in_the_text(
    page: WritePage, planner: Planner, post_id: int, asker, text: str
) -> None:
    from ui.write.wiring import _ask_note

    asker.answers.append("ask Anna first")
    _ask_note(page)
    assert isinstance(asker.asked[-1], TextQuestion)
    assert planner.posts.get(post_id).note == "ask Anna first"
    assert body(planner, post_id) == text


# Pictures


def png() -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def test_a_picture_is_pasted_described_and_removed(
    page: WritePage, planner: Planner, post_id: int, settle: Settle
) -> None:
    data = QMimeData()
    image = QImage.fromData(png())
    data.setImageData(image)
    page.editor.insertFromMimeData(data)
    settle()
    strip = page.body.pictures
    (row,) = strip._rows.values()
    assert strip.isVisible()
    assert row.alt.hasFocus()
    QTest.keyClicks(row.alt, "A tracing.")
    QTest.keyClick(row.alt, Qt.Key.Key_Return)
    picture = planner.posts.get(post_id).pictures[0]
    assert picture.alt_text == "A tracing."
    QTest.mouseClick(row._person, Qt.MouseButton.LeftButton, pos=row._person.rect().center())
    assert planner.posts.get(post_id).pictures[0].shows_person
    QTest.mouseClick(row._remove, Qt.MouseButton.LeftButton)
    assert planner.posts.get(post_id).pictures == ()
    assert not strip.isVisible()
    planner.undo()
    assert strip.isVisible()


def test_a_file_that_is_no_picture_is_refused_in_words(
    page: WritePage, planner: Planner, post_id: int, asker, tmp_path: Path
) -> None:
    broken = tmp_path / "scan.png"
    broken.write_bytes(b"not a picture")
    asker.answers.append((broken,))
    page.add_picture()
    assert page.body.message.isVisible()
    assert "picture" in page.body.message.accessibleName()
    assert planner.posts.get(post_id).pictures == ()


# The rest


def test_read_only_posts_cannot_be_typed_into(
    page: WritePage, planner: Planner, post_id: int, text: str, settle: Settle
) -> None:
    planner.posts.already_posted(post_id, "It went out last week by hand.")
    settle()
    assert page.editor.isReadOnly()
    QTest.keyClicks(page.editor, "x")
    assert page.editor.text() == text


def test_quiet_while_writing_hides_marks_and_keeps_counts(
    page: WritePage, planner: Planner
) -> None:
    open_before = len(page.checks.open_rows())
    page.toggle_quiet()
    assert page.editor.extraSelections() == []
    assert len(page.checks.open_rows()) == open_before
    page.toggle_quiet()
    assert page.editor.extraSelections() != []


def test_writing_only_shows_the_text_alone(page: WritePage) -> None:
    page.toggle_writing_only()
    assert page.editor.isVisible()
    assert not page.preview.isVisible()
    assert not page.checks.isVisible()
    page.toggle_writing_only()
    assert page.preview.isVisible()
    assert page.checks.isVisible()


def test_every_stop_of_the_keyboard_has_a_name(page: WritePage) -> None:
    from PySide6.QtWidgets import QLabel, QWidget

    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not isinstance(widget, QLabel)
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
    ]
    assert nameless == []


def test_a_sent_back_post_shows_its_change_and_takes_it_back(
    page: WritePage, planner: Planner, post_id: int, text: str, settle: Settle
) -> None:
    from datetime import UTC, datetime

    from app.model.post import SentBack

    planner.posts.to_review(post_id)
    settle()
    changed = text.replace("a diagnosis", "a clear diagnosis")
    planner.posts.edit_text(post_id, changed)
    sent = SentBack(
        datetime(2026, 9, 10, 8, 40, tzinfo=UTC), "You edited 1 sentence", ("a",), 12, text
    )
    page.session._post = replace(planner.posts.get(post_id), sent_back=sent)
    page.session.check_now()
    settle()
    assert page.checks.banner.isVisible()
    page.versions.see_change()
    assert page.editor.draft().selected == "clear"
    QTest.mouseClick(visible(page, "Undo the change"), Qt.MouseButton.LeftButton)
    assert body(planner, post_id) == text
