"""Killed while writing: at most the last two seconds are gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.planner import Planner

WRITER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.planner import Planner
from ui.theme.theme import Theme
from ui.window import MainWindow

app = QApplication([])
theme = Theme("light")
theme.apply(app)
planner = Planner.open(Path(sys.argv[1]))
window = MainWindow(planner, theme)
window.show()
window.open_post(int(sys.argv[2]))
editor = window.page.editor
count = 0

def key():
    global count
    count += 1
    QTest.keyClicks(editor, f"{count} ")
    print(count, time.monotonic(), flush=True)

timer = QTimer(interval=80)
timer.timeout.connect(key)
timer.start()
app.exec()
"""


@pytest.mark.slow
def test_killed_while_typing_without_a_pause(planner: Planner, tmp_path: Path) -> None:
    post_id = planner.posts.new("# T\n\n").created
    path = planner.path
    planner.close()
    root = Path(__file__).parents[3]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)}
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(post_id)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env, cwd=root,
    ) as writer:  # fmt: skip
        assert writer.stdout is not None
        typed = [writer.stdout.readline().split()]
        while float(typed[-1][1]) - float(typed[0][1]) < 4.2:
            typed.append(writer.stdout.readline().split())
        killed = time.monotonic()
        writer.send_signal(signal.SIGKILL)
    opened = Planner.open(path)
    try:
        kept = opened.posts.get(post_id).body
    finally:
        opened.close()
    due = [number for number, at in typed if killed - float(at) > 2.0]
    assert due
    assert f"{due[-1]} " in kept
