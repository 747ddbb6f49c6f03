"""The story both hands act: what is typed, what is on the screen, what is in the file."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QWidget,
)

from app.model.assessment import Group
from app.model.rows import PostRow
from tests.ui.hands import text_on
from ui.calendar.page import CalendarPage
from ui.dialogs.sheet import Sheet
from ui.launcher import Launcher
from ui.window import MainWindow
from ui.write.check_row import CheckRow
from ui.write.page import WritePage

MORNING = datetime(2026, 9, 10, 8, 41, tzinfo=UTC)
DAY = date(2026, 9, 22)
NEXT_DAY = date(2026, 9, 23)
DOI = "10.1093/eurheartj/ehae176"

TITLE = "Palpitations after a bad winter"
STORY = "A 54-year-old teacher from Leeds came to my clinic last week with a racing heart."
CLAIM = "Ablation cures AFib."
NUMBER = "By age 40, about 1 in 4 adults will go on to have AFib at some point."
TIE = "I use a Cardiosense watch myself."
LINE = "Disclosure: I receive consulting fees from Cardiosense."
END = "General information, not medical advice."
TYPED = "\n\n".join((f"# {TITLE}", STORY, CLAIM, NUMBER, TIE, END))

COVER = "Consent does not cover this post"
AUDIENCE = "This is for patients and the public"
PURPOSE = "Say what it is for"
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


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def check_the_file(story: Story, folder: Path) -> None:
    """The file says what the screen said."""
    assert story.toast() == "1 file saved."
    (path,) = folder.iterdir()
    rows = read(path)
    assert [row["network"] for row in rows] == ["LinkedIn", "Facebook"]
    for row in rows:
        assert row["title"] == TITLE
        assert (row["local date"], row["local time"]) == ("2026-09-22", "08:00")
        assert row["UTC time"] == "2026-09-22T07:00Z"
        assert row["status"] == "Ready"
        assert row["text"].startswith(f"{TITLE}\n\n{LINE}\n\nA patient in")
        assert NUMBER in row["text"]
        assert row["text"].endswith(f"doi:{DOI}")
