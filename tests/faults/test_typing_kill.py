"""kill -9 at any moment of writing loses at most the last two seconds of typing."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from app.planner import Planner

from .conftest import Start

KILLS = 8
ALLOWED = 2.0  # seconds of typing
WRITER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.planner import Planner
from ui.theme.theme import Theme
from ui.window import MainWindow

app = QApplication([])
theme = Theme("light")
theme.apply(app)
window = MainWindow(Planner.open(Path(sys.argv[1])), theme)
window.show()
window.activateWindow()
window.open_post(int(sys.argv[2]))
number = int(sys.argv[3])
editor = window.page.editor
QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

def type_on():
    global number
    number += 1
    QTest.keyClicks(editor, f"w{number} " if number % 12 else f"w{number}. ")
    print(number, time.monotonic(), flush=True)

timer = QTimer(interval=60)
timer.timeout.connect(type_on)
timer.start()
app.exec()
"""
# About as long as posts get, so that saving and checking are not for free.
LONG = "# Palpitations\n\n" + "Most palpitations are harmless, and some are not. " * 60 + "\n\n"


@pytest.mark.slow
def test_what_was_typed_two_seconds_before_a_kill_is_there(
    tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(os.environ, "HOME", str(tmp_path))
    path = tmp_path / "plan.primum"
    planner = Planner.create(path)
    post_id = planner.posts.new(LONG).created
    planner.close()
    pause = random.Random(20260903)
    number, saved = 0, 0
    for _ in range(KILLS):
        writer = start(WRITER, path, post_id, number)
        assert writer.stdout is not None
        typed = [writer.stdout.readline()]  # it is at work
        time.sleep(pause.uniform(0.2, 4.6))
        killed = time.monotonic()
        writer.kill()
        typed += writer.communicate()[0].splitlines()
        moments = [line.split() for line in typed if line.count(" ") == 1]
        due = [int(word) for word, at in moments if killed - float(at) > ALLOWED]
        body = body_of(path, post_id)
        words = body.removeprefix(LONG).replace(".", "").split()
        # In order, from the first on, nothing twice and nothing in between lost.
        assert body.startswith(LONG.rstrip())
        assert words == [f"w{n}" for n in range(1, len(words) + 1)]
        assert len(words) >= max(due, default=saved)
        assert len(words) <= int(moments[-1][0]) + 1
        number = saved = len(words)
    assert saved > 50


def body_of(path: Path, post_id: int) -> str:
    """The text of a post, from a planner that must open without help."""
    planner = Planner.open(path)
    try:
        return planner.posts.get(post_id).body
    finally:
        planner.close()
