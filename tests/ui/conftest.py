"""What every test of the window gets: no display, no traces of the user, nothing left behind."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.planner import Planner
from ui.asker import Question, TextQuestion
from ui.context import UiContext, build_context
from ui.theme.theme import Theme
from ui.window import MainWindow

MORNING = datetime(2026, 9, 10, 8, 41, tzinfo=UTC)


class FakeAsker:
    """Answers at once with what the test put in ``answers``; ``None`` is Cancel."""

    def __init__(self) -> None:
        self.answers: deque[object] = deque()
        self.asked: list[object] = []

    def _answer(self, question: object, done: Callable[..., None]) -> None:
        self.asked.append(question)
        answer = self.answers.popleft() if self.answers else None
        if answer is not None:
            done(answer)

    def choose(self, parent: QWidget, question: Question, done: Callable[[str], None]) -> None:
        self._answer(question, done)

    def text(self, parent: QWidget, question: TextQuestion, done: Callable[[str], None]) -> None:
        self._answer(question, done)

    def open_files(self, parent, caption, filters, done, *, many=False, start=None) -> None:
        self._answer(caption, done)

    def save_file(self, parent, caption, suggestion, filters, done) -> None:
        self._answer(caption, done)

    def folder(self, parent, caption, done, start=None) -> None:
        self._answer(caption, done)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read from or written to the folders of whoever runs the tests."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    where = str(tmp_path / "home")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, where)


@pytest.fixture(autouse=True)
def _nothing_left_over(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail the test that leaves a visible window, a running timer or a thread behind."""
    started: list[QTimer] = []
    start = QTimer.start

    def remember(timer: QTimer, *interval: int) -> None:
        started.append(timer)
        start(timer, *interval)

    monkeypatch.setattr(QTimer, "start", remember)
    yield
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    timers = [timer for timer in started if isValid(timer) and timer.isActive()]
    threads = [thread for thread in threading.enumerate() if thread.name.startswith("primum")]
    for window in windows:
        window.close()
    for timer in timers:
        timer.stop()
    assert not windows, f"windows left open: {windows}"
    assert not timers, f"timers left running, of {[timer.parent() for timer in timers]}"
    assert not threads, f"threads left running: {threads}"


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> Theme:
    theme = Theme("light")
    theme.apply(qapp)
    return theme


@pytest.fixture
def theme(_dressed: Theme) -> Iterator[Theme]:
    """The light look at 100 %, put back after a test that changed it."""
    _dressed.choose("light", 100)
    yield _dressed
    _dressed.choose("light", 100)


@pytest.fixture
def asker() -> FakeAsker:
    """Answers questions with what the test put into ``answers``."""
    return FakeAsker()


@pytest.fixture
def planner(tmp_path: Path) -> Iterator[Planner]:
    """An empty planner in London on the morning of Thursday 10 September 2026, not protected."""
    planner = Planner.create(tmp_path / "planner.primum", None, clock=lambda: MORNING)
    planner.set_setting("zone", "Europe/London")
    planner.set_setting("theme", "light")
    yield planner
    planner.close()


@pytest.fixture
def context(qtbot: QtBot, planner: Planner, theme: Theme, asker: FakeAsker) -> Iterator[UiContext]:
    """The context of an empty window, for tests of a single page or dialog."""
    host = QMainWindow()
    host.resize(1280, 800)
    qtbot.addWidget(host)
    context = build_context(planner, theme, host, asker)
    yield context
    context.close()


@pytest.fixture
def window(qtbot: QtBot, planner: Planner, theme: Theme, asker: FakeAsker) -> MainWindow:
    """The main window, shown at 1280 x 800."""
    window = MainWindow(planner, theme, asker)
    window.resize(1280, 800)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window
