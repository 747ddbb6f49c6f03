"""The entry point ``primum``: a QApplication, the look, and the planner that was open last."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ui.plain_imports import use_plain_imports

if TYPE_CHECKING:
    from app.planner import Planner


SAMPLE_IF_FRESH = "--sample-if-fresh"
"""Open the sample planner where no planner was opened before."""


def main(arguments: list[str] | None = None) -> int:
    """Run the window until it is closed; a planner's path may be given. Returns the exit code."""
    # Nothing that is made at start is garbage; looking for some would take 10 ms of it.
    gc.disable()
    # Before the first of our modules: everything else is imported below this line.
    use_plain_imports()
    from ui.error_report import install
    from ui.launcher import Launcher
    from ui.qt_asker import QtAsker
    from ui.remembered import Remembered, config_folder, planner_folder
    from ui.theme.theme import STYLE_ARGUMENTS, Theme

    given = sys.argv if arguments is None else arguments
    QCoreApplication.setApplicationName("primum")
    app = QApplication([*given[:1], *STYLE_ARGUMENTS])
    app.setApplicationDisplayName("Primum")
    app.setDesktopFileName("primum")
    theme = Theme()
    theme.apply(app, has_style=True)
    app.setWindowIcon(_app_icon())
    launcher = Launcher(theme, QtAsker(theme), Remembered(), planner_folder(), make_sample)
    install(theme, config_folder() / "reports", lambda: launcher.window, launcher.say_error)
    paths = [Path(word) for word in given[1:] if not word.startswith("--")]
    launcher.start(paths[0] if paths else None, sample_if_fresh=SAMPLE_IF_FRESH in given)
    app.aboutToQuit.connect(launcher.keep_geometry)
    QTimer.singleShot(0, gc.enable)
    code = app.exec()
    launcher.close()
    return code


def make_sample(path: Path) -> Planner:
    """Make the sample planner at ``path``."""
    from app.planner import Planner

    return Planner.create_sample(path)


def _app_icon() -> QIcon:
    import resources

    return QIcon(str(Path(resources.__file__).parent / "icons" / "primum.svg"))


if __name__ == "__main__":
    sys.exit(main())
