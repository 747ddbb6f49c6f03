"""Start-up and memory against a bare window, each in a process of its own.

Bare and Primum take turns, so that what else the computer does falls on both alike; the
processor time beside the wall time tells how busy it was.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

from tests.bench.planners import filled
from tests.bench.report import line

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.processEvents()
print("shown", flush=True)
"""
PRIMUM = """
import sys
from PySide6.QtWidgets import QApplication
from ui.main import main

def shown():
    app = QApplication.instance()
    app.processEvents()
    print("shown", flush=True)
    ENDING

QApplication.exec = staticmethod(shown)
main(["primum", sys.argv[1]])
"""
REST = """
import sys, time, os

def memory():
    for text in open("/proc/self/status"):
        if text.startswith("VmRSS"):
            return int(text.split()[1]) / 1024

def rest(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.02)

rest(2)
figures = [memory()]
rest(10)
figures.append(memory())
print(*figures, flush=True)
os._exit(0)
"""


def run(rounds: int = 9) -> bool:
    """Print start-up and memory; whether the budgets are kept."""
    with tempfile.TemporaryDirectory() as folder:
        planner = filled(Path(folder) / "bench.primum", 10_000, in_month=80)
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "XDG_CONFIG_HOME": folder,
        }
        # As on any user's machine: modules are compiled once, not at every start.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        bare: list[tuple[float, float]] = []
        ours: list[tuple[float, float]] = []
        for _ in range(rounds + 1):
            bare.append(_timed(BARE, [], environment))
            ours.append(_timed(PRIMUM, [str(planner)], environment))
        memory, later = _shown(PRIMUM, [str(planner)], environment, rest=True)[1:]
        bare_memory = _shown(BARE, [], environment, rest=True)[1]
    # The first of each warms the caches of the system.
    bare_ms, bare_busy = _medians(bare[1:])
    ours_ms, ours_busy = _medians(ours[1:])
    line("bare QMainWindow, warm start", bare_ms, "ms", None, f"{bare_busy:.0f} ms busy")
    note = f"{ours_busy:.0f} ms busy"
    kept = line("Primum, warm start with 10,000 posts", ours_ms, "ms", 350.0, note)
    kept &= line("  times a bare window", ours_ms / bare_ms, "x", 3.0)
    line("bare QMainWindow, memory", bare_memory, "MB", None)
    kept &= line("Primum, memory with 10,000 posts, 2 s after", memory, "MB", 110.0)
    what = "  with the rules loaded and Ready posts looked at, 12 s"
    kept &= line(what, later, "MB", 110.0)
    return kept


def _medians(times: list[tuple[float, float]]) -> tuple[float, float]:
    return statistics.median(wall for wall, _ in times), statistics.median(cpu for _, cpu in times)


def _timed(code: str, arguments: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Milliseconds to the first painted window, on the clock and of the processor."""
    before = os.times()
    wall = _shown(code, arguments, environment)[0]
    after = os.times()
    busy = after.children_user + after.children_system
    return wall, (busy - before.children_user - before.children_system) * 1000


def _shown(
    code: str, arguments: list[str], environment: dict[str, str], *, rest: bool = False
) -> tuple[float, float, float]:
    """Milliseconds from spawn to the first painted window, MB 2 s later and 12 s later."""
    ending = REST if rest else "\nimport os\nos._exit(0)\n"
    if "ENDING" in code:
        code, ending = code.replace("ENDING", textwrap.indent(ending, "    ").lstrip()), ""
    begin = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", code + ending, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    took = (time.perf_counter() - begin) * 1000
    if first.strip() != "shown":
        raise RuntimeError("the window did not open")
    after = [float(word) for word in child.stdout.read().split()] or [0.0, 0.0]
    child.wait(20)
    return took, after[0], after[1]
