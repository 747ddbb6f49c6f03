"""The main job, end to end, by mouse alone: only words are typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDate, QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
)

from tests.ui.hands import Keys, Pointer, find, names, text_on
from tests.ui.story.book import (
    AGREED,
    AUDIENCE,
    CONSENT,
    COVER,
    CURE,
    DAY,
    DOI,
    LINE,
    NEXT_DAY,
    NUMBER,
    POINTS,
    PURPOSE,
    SOURCE,
    TITLE,
    TYPED,
    Story,
    check_the_file,
)


def test_the_whole_job_by_mouse_alone(story: Story, asker, folder: Path, tmp_path: Path) -> None:
    hand, keys = Pointer(), Keys()
    story.active()
    start_by_mouse(story, hand, asker, folder)
    write_by_mouse(story, hand, keys)
    answer_by_mouse(story, hand, keys)
    plan_by_mouse(story, hand)
    get_ready_by_mouse(story, hand)
    move_by_mouse(story, hand)
    edit_by_mouse(story, hand, keys)
    (tmp_path / "out").mkdir()
    export_by_mouse(story, hand, asker, tmp_path / "out")


def start_by_mouse(story: Story, hand: Pointer, asker, folder: Path) -> None:
    hand.click(find(story.top, "Start my planner", QAbstractButton))
    hand.choose(find(story.top, "Time zone", QComboBox), "Europe/London")
    united = find(story.top, "United Kingdom", QCheckBox)
    if not united.isChecked():
        hand.click(united)
    hand.click(find(story.top, "No password on this computer", QRadioButton))
    assert "not protected" in text_on(story.top)
    asker.answers.append(folder / "mine")
    (folder / "mine").mkdir(parents=True)
    hand.click(find(story.top, "Choose folder…", QAbstractButton))
    hand.click(find(story.top, "Make my planner", QAbstractButton))
    assert (folder / "mine" / "My planner.primum").exists()
    assert story.window.context.planner.zone == "Europe/London"


def write_by_mouse(story: Story, hand: Pointer, keys: Keys) -> None:
    story.active()
    hand.click(find(story.window, "New post", QAbstractButton))
    hand.click(story.write.editor.viewport())
    keys.type(TYPED)
    story.settle()
    assert story.open_titles()[:4] == ["No consent is linked", "No source is linked", POINTS, CURE]
    story.until(lambda: story.state() == "Draft")
    story.settle()


def answer_by_mouse(story: Story, hand: Pointer, keys: Keys) -> None:
    hand.click(find(story.row(POINTS), "Use “A patient…", QAbstractButton))
    story.settle()
    assert "# Palpitations after a bad winter\n\nA patient in" in story.text()
    assert POINTS not in story.open_titles()
    # The card opens over the marked words where the pointer rests.
    editor = story.write.editor
    mark = next(m for m in editor.layer.marks() if m.check_id == story.row(CURE).check.id)
    hand.rest(editor.viewport(), editor.layer.rect(mark).center() + QPoint(20, 0))
    story.until(story.write.card.isVisible)
    hand.click(find(story.write.card, "Use “can help…", QAbstractButton))
    story.settle()
    assert "Ablation can help" in story.text()
    assert CURE not in story.open_titles()
    # The consent, without leaving the post.
    hand.click(find(story.row("No consent is linked"), "Link consent", QAbstractButton))
    for label, words in CONSENT.items():
        hand.click(find(story.sheet, label, QLineEdit | QPlainTextEdit))
        keys.fill(words)
    for words in AGREED:
        hand.click(find(story.sheet, words, QCheckBox))
    hand.click(find(story.sheet, "Save and link", QAbstractButton))
    assert story.no_sheet()
    story.settle()
    assert "No consent is linked" not in story.checks()
    # A source for the number, named in the text.
    hand.click(find(story.row("No source is linked"), "Add a source", QAbstractButton))
    hand.paste(find(story.sheet, "DOI, PubMed number or link", QLineEdit), f"doi:{DOI}")
    assert "DOI, well formed." in text_on(story.sheet)
    for label, words in SOURCE.items():
        hand.click(find(story.sheet, label, QLineEdit))
        keys.fill(words)
    hand.choose(find(story.sheet, "Kind of evidence", QComboBox), "Guideline or review of trials")
    hand.click(find(story.sheet, "I read the whole of it, not only the abstract", QCheckBox))
    hand.click(find(story.sheet, "Save and link", QAbstractButton))
    assert story.no_sheet()
    story.settle()
    assert f"{NUMBER} [@esc-af-2024]" in story.text()
    # The tie, from the menu.
    hand.choose_in_bar(story.window.menuBar(), "Post", "Disclose an affiliation…")
    keys.type("Cardiosense")
    hand.choose(find(story.sheet, "Kind of tie", QComboBox), "Consulting fees")
    hand.click(find(story.sheet, "Save and link", QAbstractButton))
    assert story.no_sheet()
    story.settle()
    assert story.text().startswith(f"# {TITLE}\n\n{LINE}\n\n")


def plan_by_mouse(story: Story, hand: Pointer) -> None:
    header = story.write.header
    hand.click(find(header, "LinkedIn. Change the networks", QAbstractButton))
    panel = QApplication.activePopupWidget()
    assert panel is not None
    hand.click(find(panel, "Facebook", QCheckBox))
    hand.click_beside(panel)
    assert QApplication.activePopupWidget() is None
    story.settle()
    assert "Facebook. Change the networks" in names(header)
    hand.click(find(story.row(AUDIENCE), "Choose who it is for", QAbstractButton))
    panel = QApplication.activePopupWidget()
    assert panel is not None
    hand.click(find(panel, "Everyone", QAbstractButton))
    story.settle()
    assert AUDIENCE not in story.open_titles()
    hand.click(find(story.row(PURPOSE), "Choose what it is for", QAbstractButton))
    panel = QApplication.activePopupWidget()
    assert panel is not None
    hand.click(find(panel, "Explain something", QAbstractButton))
    story.settle()
    assert PURPOSE not in story.open_titles()
    hand.click(header.date)
    hand.choose_day(find(story.sheet, "Day", QDateEdit), QDate(2026, 9, 22))
    hand.click(find(story.sheet, "Set", QAbstractButton))
    assert story.no_sheet()
    assert header.date.text() == "Tue 22 Sep, 08:00"


def get_ready_by_mouse(story: Story, hand: Pointer) -> None:
    footer = story.write.checks.footer
    hand.click(find(footer, "Start review", QAbstractButton))
    story.settle()
    assert story.state() == "In review"
    hand.click(find(footer, "Mark ready", QAbstractButton))
    assert story.state() == "In review"
    while questions := story.questions():
        row = story.row(questions[0])
        hand.click(find(row, questions[0], QCheckBox))
        story.settle()
        assert len(story.questions()) < len(questions)
    assert footer.reason == "Not ready yet: consent C-001 does not cover Facebook."
    hand.click(find(story.row(COVER), "Complete consent", QAbstractButton))
    hand.click(find(story.sheet, "Where: Facebook", QCheckBox))
    hand.click(find(story.sheet, "Save", QAbstractButton))
    story.settle()
    hand.click(find(footer, "Mark ready", QAbstractButton))
    story.settle()
    assert story.state() == "Ready"


def move_by_mouse(story: Story, hand: Pointer) -> None:
    hand.click(find(story.window.rail, "Calendar", QAbstractButton))
    assert story.tile(DAY).state.value == "ready"
    view = story.calendar.view
    tile = view.tile_rect(story.tile(DAY).id)
    target = view.cell_rect(NEXT_DAY).center()
    hand.drag(view.viewport(), tile.center(), target, view.pointer)
    assert story.empty(DAY)
    assert story.tile(NEXT_DAY).when.clock.isoformat("minutes") == "08:00"
    assert story.toast() == "Moved to Wed 23 Sep, 08:00."
    hand.click(find(story.window.context.toasts.widget, "Undo", QAbstractButton))
    assert story.tile(DAY).when.clock.isoformat("minutes") == "08:00"
    assert story.empty(NEXT_DAY)
    details = story.calendar.details
    story.until(lambda: any("Ready" in name for name in names(details)))


def edit_by_mouse(story: Story, hand: Pointer, keys: Keys) -> None:
    view = story.calendar.view
    hand.double_click(view.viewport(), view.tile_rect(story.tile(DAY).id).center())
    assert story.state() == "Ready"
    editor = story.write.editor
    line = editor.cursorRect()
    hand.click(editor.viewport(), line.center())
    keys.type("Everyone is cured. ")
    story.until(lambda: story.state() == "In review")
    story.settle()
    banner = story.write.checks.banner
    assert banner.isVisible()
    assert "You edited" in text_on(banner)
    hand.click(find(banner, "Undo the change", QAbstractButton))
    story.until(lambda: story.state() == "Ready")
    story.settle()
    assert not banner.isVisible()


def export_by_mouse(story: Story, hand: Pointer, asker, folder: Path) -> None:
    hand.choose_in_bar(story.window.menuBar(), "File", "Export the schedule…")
    hand.click(find(story.sheet, "Plain spreadsheet", QAbstractButton))
    assert "1 post will be written" in text_on(story.sheet)
    hand.click(find(story.sheet, "As written", QAbstractButton))
    asker.answers.append(folder)
    hand.click(find(story.sheet, "Choose folder and save…", QAbstractButton))
    assert story.no_sheet()
    check_the_file(story, folder)
