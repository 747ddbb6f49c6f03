"""A first start, for the story."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.planner import Planner
from tests.ui.story.book import MORNING, Story
from ui.launcher import Launcher
from ui.remembered import Remembered


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


@pytest.fixture
def story(launcher: Launcher, qtbot) -> Story:
    return Story(launcher, qtbot)
