"""What every page of the window is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.changes import Changes
from ui.actions import Command


class Page(QWidget):
    """One screen in the window's stack.

    Signals:
        open_post: a post, by id, is to be opened for writing.
        open_check: the same, at one of its checks, by id.
        new_post: a new post is wanted, on a date or (None) without one.
        go: another page is wanted, by name: calendar, posts, settings, settings:profile.
        dropped: a post, by id, in which nothing was written or set, is not there any more.
        not_saved: words typed here could not be written down; the page says why.
    """

    open_post = Signal(int)
    open_check = Signal(int, str)
    new_post = Signal(object)
    go = Signal(str)
    dropped = Signal(int)
    not_saved = Signal()

    title = ""

    @property
    def commands(self) -> Mapping[str, Command]:
        """What this page can do while it is shown, by action id."""
        return {}

    def refresh(self, changes: Changes) -> None:
        """Show what ``changes`` changed. Called only for the page that is shown."""

    def shown(self) -> None:
        """The page has just come to the front: bring it up to date and set the focus."""

    def bring(self, part: str) -> None:
        """Bring a part of this page into view, by name, after ``shown``."""

    def leaving(self) -> None:
        """Another page is about to come to the front: write down what was typed."""

    def left(self) -> None:
        """Another page is in front now, or the window closes: let go of what is not needed."""

    @property
    def unsaved(self) -> bool:
        """Whether something typed here could not be written down."""
        return False

    def say_held(self) -> None:
        """Say that this page stays in front, because words typed here are not saved, and why."""

    def panes(self) -> tuple[QWidget, ...]:
        """The stops of F6 on this page, in order."""
        return (self,)
