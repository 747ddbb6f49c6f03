"""What happens when Primum itself is at fault: a report without any of the user's words.

The report holds the kind of error and the lines of code on the way to it. It never
holds the error's own message or the values of variables: they may quote a post.
"""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.errors import KnownError
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labelled import labelled
from ui.widgets.properties import Words

_KEPT = 10

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def report_text(
    kind: type[BaseException], trace: TracebackType | None, at: datetime | None = None
) -> str:
    """The report: when, where, what kind, and the way through the code."""
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
        dialog = ErrorDialog(theme, text, path, parent())
        showing.append(dialog)
        dialog.finished.connect(lambda _: showing.clear())
        dialog.open()

    sys.excepthook = hook
    return before


class ErrorDialog(QDialog):
    """Says that Primum made a mistake, that the work is safe, and lets the report be copied."""

    def __init__(self, theme: Theme, text: str, path: Path | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Primum")
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(10))
        column.addWidget(Words(theme, "Something went wrong in Primum.", "title"))
        words = (
            "What was saved is safe; your last words are written down every two seconds. "
            "The report below says where it happened. It holds nothing of what you wrote."
        )
        column.addWidget(Words(theme, words, "body", "text2", wrap=True))
        details = labelled(QPlainTextEdit(text), "Error report")
        details.setReadOnly(True)
        column.addWidget(details, 1)
        if path is not None:
            column.addWidget(Words(theme, f"Kept in {path}", "small", "text3", wrap=True))
        foot = QHBoxLayout()
        foot.addStretch(1)
        copy = Button(theme, "Copy details", "plain", "copy")
        copy.clicked.connect(self._copy)
        close = Button(theme, "Go on", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot.addWidget(copy)
        foot.addWidget(close)
        column.addLayout(foot)
        self.resize(px(560), px(420))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
