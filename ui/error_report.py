"""What happens when Primum itself is at fault: a report without any of the user's words.

The report holds the kind of error and the lines of code on the way to it. It never
holds the error's own message or the values of variables: they may quote a post.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion

from app.errors import KnownError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from ui.theme.theme import Theme

_KEPT = 10

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def report_text(
    kind: type[BaseException], trace: TracebackType | None, at: datetime | None = None
) -> str:
    """The report: when, where, what kind, and the way through the code."""
    import platform
    import traceback

    moment = at or datetime.now(UTC)
    root = Path(__file__).resolve().parent.parent
    lines = [
        f"Primum error report, {moment:%Y-%m-%d %H:%M} UTC",
        f"{platform.system()} {platform.release()}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        "",
    ]
    for frame in traceback.extract_tb(trace):
        path = Path(frame.filename)
        place = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
        lines.append(f"{place.as_posix()}:{frame.lineno} in {frame.name}")
    lines.append(f"{kind.__module__}.{kind.__qualname__}")
    return "\n".join(lines) + "\n"


def write_report(folder: Path, text: str, at: datetime | None = None) -> Path | None:
    """Keep the report in ``folder`` beside the last few; None when that was not possible."""
    moment = at or datetime.now(UTC)
    path = folder / f"error-{moment:%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for old in sorted(folder.glob("error-*.txt"))[:-_KEPT]:
            old.unlink()
    except OSError:
        return None
    return path


def install(
    theme: Theme,
    folder: Path,
    parent: Callable[[], QWidget | None],
    known: Callable[[KnownError], None],
) -> Hook:
    """Send what nobody caught here: ``known`` errors to the window, bugs to a report.

    Returns the hook that was there before.
    """
    before: Hook = sys.excepthook
    showing: list[QDialog] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KnownError):
            known(error)
            return
        if not issubclass(kind, Exception):
            before(kind, error, trace)
            return
        text = report_text(kind, trace)
        path = write_report(folder, text)
        sys.stderr.write(text)
        if showing:
            # One at a time: the first one is nearest to the cause.
            return
        from ui.error_dialog import ErrorDialog

        dialog = ErrorDialog(theme, text, path, parent())
        showing.append(dialog)
        dialog.finished.connect(lambda _: showing.clear())
        dialog.open()

    sys.excepthook = hook
    return before
