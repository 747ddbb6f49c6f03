"""Grab every screen, in both themes, two sizes and with bigger text.

Usage: python packaging/shots.py FOLDER [NAME...]
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.model.assessment import Group
from app.model.rows import PostFilter
from app.planner import Planner
from app.store.open import keys_path
from ui.theme.theme import Theme
from ui.window import MainWindow

NOW = datetime(2026, 9, 10, 8, 41, tzinfo=UTC)
LOOKS = (
    ("1280x800-light", (1280, 800), "light", 100),
    ("1280x800-dark", (1280, 800), "dark", 100),
    ("1920x1080-light", (1920, 1080), "light", 100),
    ("1920x1080-dark", (1920, 1080), "dark", 100),
    ("1280x800-light-text130", (1280, 800), "light", 130),
    ("1280x800-dark-text130", (1280, 800), "dark", 130),
    ("960x640-light", (960, 640), "light", 100),
)
WATCH = "Your watch says AFib. Now what?"
CLEAN = """# Your watch says AFib. Now what?

An alert from a smartwatch is a reason to **check**, not a diagnosis.

People often come to clinic after a watch flags an irregular rhythm. Most feel fine.

By age 40, about 1 in 4 adults will go on to have AFib at some point. [@esc-af-2024]

**What I would do:**

1. Save the tracing as a PDF.
2. Book a 12-lead ECG within a week or two.
3. Chest pain, fainting or breathlessness? Call emergency services.

If it is confirmed, treatment depends on you. Ablation can help some people, and tablets \
help too. [@esc-af-2024]

General information, not medical advice.
"""


def post_called(planner: Planner, title: str) -> int:
    return next(row.id for row in planner.lists.rows(PostFilter()) if row.title == title)


def settle(window: QWidget) -> None:
    """Let timers, workers and layouts come to rest."""
    for _ in range(12):
        QTest.qWait(60)
    window.repaint()


def calendar(window: MainWindow, planner: Planner) -> None:
    window.go("calendar")
    page = window.page
    assert page is not None
    page.select_post(post_called(planner, WATCH))


def write(window: MainWindow, planner: Planner) -> None:
    window.open_post(post_called(planner, WATCH))


def make_clear(planner: Planner) -> int:
    post_id = post_called(planner, WATCH)
    planner.posts.edit_text(post_id, CLEAN)
    for check in planner.gate.assess(post_id).group(Group.CONFIRM):
        planner.gate.confirm(post_id, check.id)
    return post_id


def allclear(window: MainWindow, planner: Planner) -> None:
    window.open_post(make_clear(planner))


def reopened(window: MainWindow, planner: Planner) -> None:
    post_id = make_clear(planner)
    planner.posts.advance(post_id)
    changed = CLEAN.replace("can help some people", "can reduce AFib episodes")
    planner.posts.edit_text(post_id, changed)
    window.open_post(post_id)


def posts(window: MainWindow, planner: Planner) -> None:
    window.go("posts")


def settings(window: MainWindow, planner: Planner) -> None:
    window.go("settings")


def export(window: MainWindow, planner: Planner) -> None:
    window.go("calendar")
    window.context.dialogs.export()


def consent(window: MainWindow, planner: Planner) -> None:
    post_id = post_called(planner, WATCH)
    window.open_post(post_id)
    window.context.dialogs.link_consent(post_id)


def source(window: MainWindow, planner: Planner) -> None:
    post_id = post_called(planner, WATCH)
    window.open_post(post_id)
    window.context.dialogs.add_source(post_id, lambda _: None)


def date(window: MainWindow, planner: Planner) -> None:
    post_id = post_called(planner, WATCH)
    window.open_post(post_id)
    window.context.dialogs.choose_date(post_id)


SCREENS: dict[str, Callable[[MainWindow, Planner], None]] = {
    "calendar": calendar,
    "write": write,
    "allclear": allclear,
    "reopened": reopened,
    "posts": posts,
    "settings": settings,
    "export": export,
    "consent": consent,
    "source": source,
    "date": date,
}


def fresh_sample(folder: Path, name: str) -> Planner:
    """A copy of the sample planner; it is made once."""
    made = folder / "made.primum"
    if not made.exists():
        Planner.create_sample(made, clock=lambda: NOW).close()
    path = folder / f"{name}.primum"
    shutil.copy(made, path)
    shutil.copy(keys_path(made), keys_path(path))
    return Planner.open(path, clock=lambda: NOW)


def first_run(theme: Theme) -> Iterator[tuple[str, QWidget]]:
    from ui.first_run.window import FirstRunWindow
    from ui.qt_asker import QtAsker

    with tempfile.TemporaryDirectory() as folder:
        window = FirstRunWindow(theme, QtAsker(theme), Path(folder))
        yield "firstrun", window
        window.show_setup()
        yield "setup", window
        window.close()


def grab(window: QWidget, path: Path) -> None:
    settle(window)
    window.grab().save(str(path))


def shoot(folder: Path, names: tuple[str, ...] = (), *, quiet: bool = False) -> None:
    """Grab the screens called ``names`` (all without names) into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme("light")
    theme.apply(app)
    with tempfile.TemporaryDirectory() as scratch:
        for look, size, choice, text_size in LOOKS:
            theme.choose(choice, text_size)
            for screen, prepare in SCREENS.items():
                if names and screen not in names:
                    continue
                planner = fresh_sample(Path(scratch), f"{look}-{screen}")
                planner.set_setting("theme", choice)
                planner.set_setting("text_size", text_size)
                window = MainWindow(planner, theme)
                window.resize(*size)
                window.show()
                prepare(window, planner)
                grab(window, folder / f"{screen}-{look}.png")
                if not quiet:
                    print(folder / f"{screen}-{look}.png")
                window.close()
                window.deleteLater()
                QTest.qWait(50)
                planner.close()
            if not names or "firstrun" in names:
                for name, window in first_run(theme):
                    window.resize(*size)
                    window.show()
                    grab(window, folder / f"{name}-{look}.png")


def hush(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    """Let everything through but the offscreen platform's word that it has no window manager."""
    if "propagateSizeHints" not in words:
        print(words, file=sys.stderr)


if __name__ == "__main__":
    qInstallMessageHandler(hush)
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    shoot(Path(words[0]), tuple(words[1:]), quiet="--quiet" in sys.argv)
