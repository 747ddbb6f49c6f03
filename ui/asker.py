"""The only way to ask the user something. It never blocks: the answer comes to a callback.

The callback is not called when the user cancels. Tests hand in an asker of their own;
the program's is ``ui.qt_asker``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Answer:
    """One button of a question. The first answer of a question is the one Enter gives."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """What happened or is asked, the detail, and the answers; "Cancel" is added."""

    headline: str
    detail: str = ""
    answers: tuple[Answer, ...] = ()
    cancel: str = "Cancel"


@dataclass(frozen=True, slots=True)
class TextQuestion:
    """A question answered by a line of text; ``secret`` hides what is typed."""

    headline: str
    label: str
    detail: str = ""
    confirm: str = "OK"
    initial: str = ""
    secret: bool = False


class Asker(Protocol):
    """Asks the user. ``filters`` are as in Qt: ``("Pictures (*.png *.jpg)",)``."""

    def choose(self, parent: QWidget, question: Question, done: Callable[[str], None]) -> None:
        """Ask for one of the answers; ``done`` gets its key."""

    def text(self, parent: QWidget, question: TextQuestion, done: Callable[[str], None]) -> None:
        """Ask for a line of text."""

    def open_files(
        self,
        parent: QWidget,
        caption: str,
        filters: tuple[str, ...],
        done: Callable[[tuple[Path, ...]], None],
        *,
        many: bool = False,
        start: Path | None = None,
    ) -> None:
        """Ask for one existing file, or several."""

    def save_file(
        self,
        parent: QWidget,
        caption: str,
        suggestion: Path,
        filters: tuple[str, ...],
        done: Callable[[Path], None],
    ) -> None:
        """Ask where to save one file."""

    def folder(
        self, parent: QWidget, caption: str, done: Callable[[Path], None], start: Path | None = None
    ) -> None:
        """Ask for an existing folder."""
