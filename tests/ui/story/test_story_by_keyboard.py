"""The main job, end to end, by keyboard alone: keys go to the window, never to a chosen widget."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QRadioButton,
)

from tests.ui.hands import Keys, find, focus, name_of, names, text_on
from tests.ui.story.book import (
    AGREED,
    AUDIENCE,
    CONSENT,
    CURE,
    DAY,
    DOI,
    LINE,
    NEXT_DAY,
    NUMBER,
    POINTS,
    PURPOSE,
    SOURCE,
    STORY,
    TITLE,
    TYPED,
    Story,
    check_the_file,
)
from ui.first_run.window import FirstRunWindow
from ui.write.check_row import CheckRow


def test_the_whole_job_by_keyboard_alone(story: Story, asker, folder: Path, tmp_path: Path) -> None:
    keys = Keys()
    story.active()
    start_by_keyboard(story, keys, asker, folder)
    write_by_keyboard(story, keys)
    answer_by_keyboard(story, keys)
    plan_by_keyboard(story, keys)
    get_ready_by_keyboard(story, keys)
    move_by_keyboard(story, keys)
    edit_by_keyboard(story, keys)
    (tmp_path / "out").mkdir()
    export_by_keyboard(story, keys, asker, tmp_path / "out")


def start_by_keyboard(story: Story, keys: Keys, asker, folder: Path) -> None:
    assert isinstance(story.top, FirstRunWindow)
    keys.tab_to("Start my planner")
    keys.press("Space")
    assert name_of(focus()) == "Time zone"
    keys.fill("Europe/London")
    keys.press("Return")
    keys.tab_to("LinkedIn")
    assert focus().isChecked()
    keys.tab_to("United Kingdom")
    if not focus().isChecked():
        keys.press("Space")
    keys.tab_to(lambda w: isinstance(w, QRadioButton))
    keys.press("Down")
    assert "not protected" in text_on(story.top)
    asker.answers.append(folder / "mine")
    (folder / "mine").mkdir(parents=True)
    keys.tab_to("Choose folder…")
    keys.press("Space")
    keys.tab_to("Make my planner")
    keys.press("Space")
    assert (folder / "mine" / "My planner.primum").exists()


def write_by_keyboard(story: Story, keys: Keys) -> None:
    story.active()
    assert story.window.page_name == "calendar"
    keys.press("N")
    assert story.state() == "Idea"
    keys.type(TYPED)
    story.settle()
    assert story.text() == TYPED
    titles = story.open_titles()
    assert titles[:4] == ["No consent is linked", "No source is linked", POINTS, CURE]
    assert f"“{STORY}”" in story.checks()
    assert "“1 in 4”" in story.checks()
    assert "“A 54-year-old teacher from Leeds”" in story.checks()
    assert {mark.words for mark in story.write.editor.layer.marks()}
    story.until(lambda: story.state() == "Draft")  # within 2 s it is saved by itself
    story.settle()


def answer_by_keyboard(story: Story, keys: Keys) -> None:
    # The quick fix, from the row.
    keys.press("F8", 3)
    assert focus() is story.row(POINTS)
    fix = find(focus(), "Use “A patient…", QAbstractButton).text()
    keys.press("Alt+Return")
    story.settle()
    mended = fix.removeprefix("Use “").removesuffix("”")
    assert f"{mended} came to my clinic" in story.text()
    assert POINTS not in story.open_titles()
    # The same from the text: the card of the marked words.
    go_to_row(story, keys, CURE)
    keys.tab_to(f"Show: {CURE}")
    keys.press("Space")
    assert focus() is story.write.editor
    assert story.write.editor.textCursor().selectedText() == "cures AFib"
    keys.press("Alt+Return")
    assert name_of(focus()).startswith("Use “can help")
    softer = name_of(focus()).removeprefix("Use “").removesuffix("”")
    keys.press("Space")
    story.settle()
    assert f"Ablation {softer}." in story.text()
    assert CURE not in story.open_titles()
    assert focus() is story.write.editor
    # The consent, without leaving the post.
    keys.press("Ctrl+Shift+C")
    assert name_of(focus()) == "Code"
    assert focus().text() == "C-001"
    for label, words in CONSENT.items():
        keys.tab_to(label)
        keys.fill(words)
    for words in AGREED:
        keys.tab_to(words)
        keys.press("Space")
    keys.tab_to("Save and link")
    keys.press("Return")
    assert story.no_sheet()
    story.settle()
    assert "No consent is linked" not in story.checks()
    # A source for the number, named in the text.
    go_to_row(story, keys, "No source is linked")
    keys.press("Return")
    assert name_of(focus()) == "DOI, PubMed number or link"
    keys.paste(f"https://doi.org/{DOI}")
    assert "DOI, well formed." in text_on(story.sheet)
    for label, words in SOURCE.items():
        keys.tab_to(label)
        keys.fill(words)
    keys.tab_to("Kind of evidence")
    keys.press("Home")
    keys.tab_to("I read the whole of it, not only the abstract")
    keys.press("Space")
    keys.press("Return")
    assert story.no_sheet()
    story.settle()
    assert f"{NUMBER} [@esc-af-2024]" in story.text()
    assert "No source is linked" not in story.open_titles()
    # The tie, from the menu.
    keys.choose_in_menu("P", "Disclose an affiliation…")
    assert name_of(focus()) == "Company or institution"
    keys.type("Cardiosense")
    keys.tab_to("Kind of tie")
    keys.press("Up")
    keys.press("Return")
    assert story.no_sheet()
    story.settle()
    assert story.text().startswith(f"# {TITLE}\n\n{LINE}\n\n")


def plan_by_keyboard(story: Story, keys: Keys) -> None:
    # One network more, from the head of the page.
    keys.press("Shift+F6")
    keys.tab_to("LinkedIn. Change the networks")
    keys.press("Space")
    keys.tab_to("Facebook")
    keys.press("Space")
    keys.press("Esc")
    story.settle()
    assert {"LinkedIn. Change the networks", "Facebook. Change the networks"} <= names(
        story.write.header
    )
    # Who it is for.
    go_to_row(story, keys, AUDIENCE)
    keys.tab_to(f"Choose who it is for: {AUDIENCE}")
    keys.press("Space")
    keys.tab_to("Everyone")
    keys.press("Space")
    story.settle()
    assert AUDIENCE not in story.open_titles()
    go_to_row(story, keys, PURPOSE)
    keys.tab_to(f"Choose what it is for: {PURPOSE}")
    keys.press("Space")
    keys.tab_to("Raise awareness")
    keys.press("Space")
    story.settle()
    assert PURPOSE not in story.open_titles()
    # The date: 22 September, at the usual time.
    keys.press("Ctrl+M")
    assert name_of(focus()) == "Day"
    keys.type("22")
    keys.press("Return")
    assert story.no_sheet()
    story.settle()
    assert story.write.header.date.text() == "Tue 22 Sep, 08:00"


def get_ready_by_keyboard(story: Story, keys: Keys) -> None:
    assert story.state() == "Draft"
    keys.press("Ctrl+Return")
    story.settle()
    assert story.state() == "In review"
    # Not ready yet: it says why, and goes to the first open check.
    keys.press("Ctrl+Return")
    assert story.state() == "In review"
    assert story.write.checks.footer.reason.startswith("Not ready yet: ")
    while questions := story.questions():
        go_to_row(story, keys, questions[0])
        keys.press("Space")
        story.settle()
        assert len(story.questions()) < len(questions)
    # The consent was given for the one network there was then.
    assert story.write.checks.footer.reason == (
        "Not ready yet: consent C-001 does not cover Facebook."
    )
    keys.press("Ctrl+Shift+C")
    row = focus()
    assert name_of(row) == "C-001  M. L."
    assert row.accessibleDescription().endswith("Consent C-001 does not cover Facebook.")
    keys.tab_to("Edit")
    keys.press("Return")
    keys.tab_to("Where: Facebook")
    keys.press("Space")
    keys.press("Return")
    assert story.no_sheet()
    story.settle()
    keys.press("Ctrl+Return")
    story.settle()
    assert story.state() == "Ready"
    assert story.toast() == "Marked ready."


def move_by_keyboard(story: Story, keys: Keys) -> None:
    keys.press("Ctrl+2")
    tile = story.tile(DAY)
    assert (tile.title, tile.state.value) == (TITLE, "ready")
    view = story.calendar.view
    assert focus() is view
    # From today down to the 22nd, then into the day.
    keys.press("Down")
    keys.press("Left", 2)
    keys.press("Down")
    keys.press("Return")
    keys.press("Ctrl+Shift+Right")
    assert story.empty(DAY)
    assert story.tile(NEXT_DAY).when.clock.isoformat("minutes") == "08:00"
    assert story.toast() == "Moved to Wed 23 Sep, 08:00."
    keys.press("Ctrl+Z")
    assert story.tile(DAY).when.clock.isoformat("minutes") == "08:00"
    assert story.empty(NEXT_DAY)


def edit_by_keyboard(story: Story, keys: Keys) -> None:
    keys.press("Return")
    assert story.state() == "Ready"
    keys.press("Ctrl+End")
    keys.type(" It cures everyone.")
    story.until(lambda: story.state() == "In review")
    story.settle()
    assert story.write.checks.banner.isVisible()
    keys.press("Ctrl+Z")
    story.until(lambda: story.state() == "Ready")
    story.settle()
    assert not story.write.checks.banner.isVisible()


def export_by_keyboard(story: Story, keys: Keys, asker, folder: Path) -> None:
    keys.press("Ctrl+E")
    keys.press("Down")
    asker.answers.append(folder)
    keys.press("Return")
    assert story.no_sheet()
    check_the_file(story, folder)


def go_to_row(story: Story, keys: Keys, title: str) -> CheckRow:
    """Go through the open checks until this one has the keyboard."""
    for _ in range(30):
        keys.press("F8")
        row = focus()
        assert isinstance(row, CheckRow)
        if row.check.title == title:
            return row
    raise AssertionError(f"F8 does not come to {title!r}")
