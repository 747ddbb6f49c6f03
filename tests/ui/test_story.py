"""The main job, end to end, as a user does it: once by mouse, once by keyboard alone.

From the first start to the file that is handed over. Keys and pointer go to the window,
never to a chosen widget; what is asserted is what the user reads and what is in the file.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from app.model.assessment import Group
from app.model.rows import PostRow
from app.planner import Planner
from tests.ui.hands import Keys, Pointer, find, focus, name_of, names, text_on
from ui.calendar.page import CalendarPage
from ui.dialogs.sheet import Sheet
from ui.first_run.window import FirstRunWindow
from ui.launcher import Launcher
from ui.remembered import Remembered
from ui.window import MainWindow
from ui.write.check_row import CheckRow
from ui.write.page import WritePage

MORNING = datetime(2026, 9, 10, 8, 41, tzinfo=UTC)
DAY = date(2026, 9, 22)
NEXT_DAY = date(2026, 9, 23)
DOI = "10.1093/eurheartj/ehae176"

TITLE = "Palpitations after a bad winter"
STORY = "A 54-year-old teacher from Leeds came to my clinic last week with a racing heart."
MENDED = "A patient in her 50s came to my clinic last week with a racing heart."
CLAIM = "Ablation cures AFib."
SOFTER = "Ablation can help some people, and it has risks too."
NUMBER = "By age 40, about 1 in 4 adults will go on to have AFib at some point."
TIE = "I use a watch from Cardiosense."
LINE = "Disclosure: I receive consulting fees from Cardiosense."
END = "General information, not medical advice."
TYPED = "\n\n".join((f"# {TITLE}", STORY, CLAIM, NUMBER, TIE, END))

COVER = "Consent does not cover this post"
AUDIENCE = "This is for patients and the public"
CURE = "Promises a cure"
POINTS = "Could point to one patient"
CONSENT = {
    "Initials, never a name": "M. L.",
    "What will be shown": "Her palpitations and how she felt",
    "Who shows it": "Dr Maya Lindqvist",
    "If it is taken back": "I delete the post on every network",
    "Form kept at": "Clinic safe, folder 3",
}
SOURCE = {
    "Title": "2024 ESC Guidelines for atrial fibrillation",
    "Year": "2024",
    "Short name for the text": "esc-af-2024",
}
AGREED = (
    "Given freely, when well and without pressure",
    "Told that care does not depend on it",
    "Told how to take it back",
    "Told that others may copy a public post",
    "Saw the final words and pictures",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Planners"


@pytest.fixture
def launcher(
    qtbot, theme, asker, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Launcher]:
    """A first start on the morning of Thursday 10 September 2026."""
    make = Planner.create

    def create(path: Path, passphrase: str | None = None) -> Planner:
        return make(path, passphrase, clock=lambda: MORNING)

    monkeypatch.setattr(Planner, "create", create)
    launcher = Launcher(theme, asker, Remembered(tmp_path / "window.ini"), folder, create)
    launcher.start()
    yield launcher
    if launcher.window is not None:
        launcher.window.close()
        launcher.window.deleteLater()
        # Gone before the look is put back: a window half forgotten must not be dressed again.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    launcher.close()


class Story:
    """What is on the screen, and waiting until it comes to rest."""

    def __init__(self, launcher: Launcher, qtbot) -> None:
        self.launcher = launcher
        self.qtbot = qtbot

    @property
    def top(self) -> QWidget:
        """The window there is."""
        window = self.launcher.window
        assert window is not None
        return window

    @property
    def window(self) -> MainWindow:
        assert isinstance(self.launcher.window, MainWindow)
        return self.launcher.window

    @property
    def write(self) -> WritePage:
        assert isinstance(self.window.page, WritePage)
        return self.window.page

    @property
    def calendar(self) -> CalendarPage:
        assert isinstance(self.window.page, CalendarPage)
        return self.window.page

    @property
    def sheet(self) -> Sheet:
        """The dialog that lies over the window."""
        sheet = self.window.context.dialogs.current
        assert sheet is not None, "no dialog is open"
        return sheet

    def no_sheet(self) -> bool:
        return self.launcher.window.context.dialogs.current is None

    def active(self) -> None:
        """Let the window before this one go, and wait until this one has the keyboard."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.qtbot.waitUntil(lambda: len(_windows()) == 1)
        handle = self.top.windowHandle()
        self.top.activateWindow()
        self.qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is handle)

    def settle(self) -> None:
        """Wait until what was typed is checked and everything on its way has arrived."""
        session = self.write.session

        def quiet() -> bool:
            waits = session._check.isActive() or session._view.isActive()
            return not waits and not self.window.context.tasks.busy

        self.qtbot.waitUntil(quiet, timeout=5000)

    def until(self, see) -> None:
        self.qtbot.waitUntil(see, timeout=5000)

    # What the user reads

    def checks(self) -> str:
        return text_on(self.write.checks)

    def row(self, title: str) -> CheckRow:
        """The row of the checks panel with this title."""
        rows = self.write.checks.rows()
        found = [row for row in rows if row.check.title == title]
        assert found, f"no row {title!r} in {[row.check.title for row in rows]}"
        return found[0]

    def open_titles(self) -> list[str]:
        return [row.check.title for row in self.write.checks.open_rows()]

    def questions(self) -> list[str]:
        """What only the author can confirm and has not."""
        rows = self.write.checks.open_rows()
        return [row.check.title for row in rows if row.check.group is Group.CONFIRM]

    def spoken(self) -> str:
        """What a screen reader says of the place in the calendar."""
        return self.calendar.view.accessibleDescription()

    def state(self) -> str:
        return self.write.header.steps.accessibleName().removeprefix("State: ")

    def text(self) -> str:
        return self.write.editor.toPlainText()

    def toast(self) -> str:
        said = self.window.context.toasts.recent
        return said[0].words if said else ""

    def tile(self, day: date) -> PostRow:
        """The post that the calendar shows on a day."""
        grid = self.calendar.view.days
        rows = grid.day(grid.index_of(day)).rows
        assert len(rows) == 1, f"{day} shows {[row.title for row in rows]}"
        return rows[0]

    def empty(self, day: date) -> bool:
        grid = self.calendar.view.days
        return not grid.day(grid.index_of(day)).rows


def _windows() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow)]


@pytest.fixture
def story(launcher: Launcher, qtbot) -> Story:
    return Story(launcher, qtbot)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


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
    hand.click(find(story.row(COVER), "Link consent", QAbstractButton))
    hand.click(find(story.sheet, "Edit", QAbstractButton))
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
    story.window.grab().save("/tmp/story/a.png")
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


def check_the_file(story: Story, folder: Path) -> None:
    """The file says what the screen said."""
    assert story.toast() == "1 file saved."
    (path,) = folder.iterdir()
    rows = read(path)
    assert [row["channel"] for row in rows] == ["LinkedIn", "Facebook"]
    for row in rows:
        assert row["title"] == TITLE
        assert (row["local date"], row["local time"]) == ("2026-09-22", "08:00")
        assert row["UTC time"] == "2026-09-22T07:00Z"
        assert row["status"] == "Ready"
        assert row["text"].startswith(f"{TITLE}\n\n{LINE}\n\nA patient in")
        assert NUMBER in row["text"]
        assert row["text"].endswith(f"doi:{DOI}")
