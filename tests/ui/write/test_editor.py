from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QFont, QGuiApplication, QImage, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.assessment import Check, Group
from ui.theme.theme import Theme
from ui.write import commands
from ui.write.editor import MarkdownEditor
from ui.write.marks import Mark, Shape

TEXT = "# Title 🫀\n\nAblation cures AFib, and e\u0301 tablets help.\n\n- one"


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> MarkdownEditor:
    editor = MarkdownEditor(theme)
    qtbot.addWidget(editor)
    editor.resize(540, 500)
    editor.load(TEXT)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.setFocus()
    return editor


def mark(words: str, shape: Shape = Shape.FIX) -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), shape, Check("c1", Group.FIX, "Promises a result"))


def test_loading_gives_the_text_back_and_nothing_to_undo(editor: MarkdownEditor) -> None:
    assert editor.text() == TEXT
    assert not editor.document().isUndoAvailable()


def test_typing_is_heard_and_loading_is_not(editor: MarkdownEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.edited):
        QTest.keyClicks(editor, "x")
    with qtbot.assertNotEmitted(editor.edited):
        editor.load("other")


def test_undo_takes_typing_back_and_keeps_the_line_spacing(editor: MarkdownEditor) -> None:
    QTest.keyClicks(editor, "Hello")
    spacing = editor.textCursor().blockFormat().lineHeight()
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == TEXT
    assert editor.textCursor().blockFormat().lineHeight() == spacing == 138


def test_undo_asks_elsewhere_when_nothing_is_left_here(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(editor.undo_wanted):
        QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_marks_are_no_edit_and_move_with_their_words(editor: MarkdownEditor, qtbot: QtBot) -> None:
    cures = mark("cures AFib")
    with qtbot.assertNotEmitted(editor.edited):
        editor.layer.show([cures])
    assert not editor.document().isUndoAvailable()
    editor.select(0, 0)
    QTest.keyClicks(editor, "ab")
    start, end = editor.layer.span(cures)
    assert editor.text()[start:end] == "cures AFib"


def test_a_finding_after_an_emoji_is_marked_on_its_words(editor: MarkdownEditor) -> None:
    editor.layer.show([mark("tablets")])
    (extra,) = editor.extraSelections()
    assert extra.cursor.selectedText() == "tablets"


def test_a_fix_is_one_undo_step(editor: MarkdownEditor) -> None:
    cures = mark("cures AFib")
    editor.layer.show([cures])
    editor.replace(*editor.layer.span(cures), "can reduce AFib episodes")
    assert "Ablation can reduce AFib episodes, and" in editor.text()
    editor.undo()
    assert editor.text() == TEXT


def test_a_merge_keeps_the_cursor_and_is_no_edit_of_hers(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    place = TEXT.index("tablets")
    editor.select(place, place)
    with qtbot.assertNotEmitted(editor.edited):
        editor.merge(TEXT.replace("cures", "can reduce"))
    assert editor.text()[editor.place() :].startswith("tablets")
    assert not editor.document().isUndoAvailable()


WORDS = st.lists(st.sampled_from(["a ", "🫀", "\n", "e\u0301", "**b**", "- x"]), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(WORDS.map("".join), WORDS.map("".join))
def test_merging_any_two_texts(editor: MarkdownEditor, old: str, new: str) -> None:
    editor.load(old)
    editor.merge(new)
    assert editor.text() == new
    editor.put_text(old)
    assert editor.text() == old


def test_enter_goes_on_with_a_list_and_ends_it(editor: MarkdownEditor) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text().endswith("- one\n- ")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text().endswith("- one\n")


def test_a_command_selects_what_it_formatted(editor: MarkdownEditor) -> None:
    place = TEXT.index("cures") + 2
    editor.select(place, place)
    editor.run(commands.bold)
    assert "**cures**" in editor.text()
    assert editor.draft().selected == "cures"


def test_pasting_leaves_formatting_behind(editor: MarkdownEditor) -> None:
    data = QMimeData()
    data.setHtml("<b>Bold</b> words")
    data.setText("Bold\r\nwords\u2028now")
    editor.load("")
    editor.insertFromMimeData(data)
    assert editor.text() == "Bold\nwords\nnow"


def test_pasting_an_address_onto_words_links_them(editor: MarkdownEditor) -> None:
    editor.load("see this")
    editor.select(4, 8)
    QGuiApplication.clipboard().setText("https://example.org/a")
    editor.paste()
    assert editor.text() == "see [this](https://example.org/a)"


def test_a_pasted_picture_is_given_on(editor: MarkdownEditor, qtbot: QtBot) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(editor.pictures_given) as given:
        editor.paste()
    ((data, name),), unread = given.args
    assert data.startswith(b"\x89PNG")
    assert name.endswith(".png")
    assert unread == ()


def test_a_dropped_file_that_is_gone_is_named(
    editor: MarkdownEditor, qtbot: QtBot, tmp_path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "gone.png"))])
    with qtbot.waitSignal(editor.pictures_given) as given:
        editor.insertFromMimeData(data)
    assert given.args == [(), ("gone.png",)]


def test_copying_gives_the_plain_markdown(editor: MarkdownEditor) -> None:
    editor.select(0, len("# Title 🫀"))
    editor.copy()
    assert QGuiApplication.clipboard().text() == "# Title 🫀"


def test_the_icon_beside_the_text_leads_to_its_check(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.layer.show([mark("cures AFib")])
    gutter = editor._gutter
    ((rect, _),) = gutter.icons()
    with qtbot.waitSignal(editor.mark_chosen) as chosen:
        QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=rect.center())
    assert chosen.args[0].check_id == "c1"


def test_resting_on_marked_words_asks_for_their_card(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.layer.show([mark("cures AFib")])
    where = editor.layer.rect(editor.layer.marks()[0]).center() + QPoint(12, 0)
    with qtbot.waitSignal(editor.card_wanted, timeout=1500):
        QTest.mouseMove(editor.viewport(), where)


def test_quiet_hides_marks_and_icons(editor: MarkdownEditor) -> None:
    editor.layer.show([mark("cures AFib")])
    editor.layer.set_quiet(True)
    assert editor.extraSelections() == []
    assert editor._gutter.icons() == []
    editor.layer.set_quiet(False)
    assert len(editor.extraSelections()) == 1


def test_the_column_is_centred_and_never_wider_than_620(editor: MarkdownEditor) -> None:
    editor.resize(1200, 500)
    QTest.qWait(0)
    assert editor.viewport().width() <= 620
    left = editor.viewport().x()
    assert abs(left - (1200 - 620) // 2) <= 1
    assert editor.document().textWidth() == editor.viewport().width()


def test_a_click_beside_the_column_puts_the_cursor_there(editor: MarkdownEditor) -> None:
    editor.resize(1200, 500)
    QTest.qWait(0)
    margin = editor._margin
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(5, 20))
    assert editor.place() == len("# Title 🫀")


def test_tab_leaves_the_text(editor: MarkdownEditor) -> None:
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text() == TEXT


@pytest.mark.parametrize("look", ["light", "dark"])
def test_headings_are_bigger_signs_are_faint_and_citations_stand_out(
    editor: MarkdownEditor, theme: Theme, look: str
) -> None:
    theme.choose(look)
    editor.load("# Big\n**bold** and *thin* [@esc] [go](https://x.org)\n1. one")
    first = editor.document().begin()
    sizes = {
        run.format.property(QTextFormat.Property.FontPixelSize) for run in first.layout().formats()
    }
    assert sizes == {20}
    second = first.next()
    text = second.text()
    inks = {}
    weights = {}
    for run in second.layout().formats():
        for place in range(run.start, run.start + run.length):
            form = QTextCharFormat(run.format)
            inks[place] = form.foreground().color().name()
            weights[place] = form.fontWeight()
    faint = theme.token("text3").name()
    assert inks[0] == inks[text.index("*thin")] == faint
    assert weights[text.index("bold")] == QFont.Weight.Bold
    assert inks[text.index("[@esc]")] == inks[text.index("go]")] == theme.token("accentText").name()
    (third,) = first.next().next().layout().formats()
    assert third.length == 2


def test_enter_twice_leaves_an_empty_line_after_any_line(editor: MarkdownEditor) -> None:
    editor.load("")
    for letter in "# Title\n\nOne.\n\nTwo.":
        if letter == "\n":
            QTest.keyClick(editor, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(editor, letter)
    assert editor.text() == "# Title\n\nOne.\n\nTwo."
    heights = set()
    block = editor.document().firstBlock()
    while block.isValid():
        heights.add(block.blockFormat().lineHeight())
        block = block.next()
    assert len(heights) == 1
