"""What can be done with one post from a list or the calendar, in the same words everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import KnownError
from app.model.changes import Changes
from app.model.rows import PostRow
from app.model.state import State
from ui.actions import Command
from ui.context import UiContext


class PostActions(QObject):
    """Commands for the post that ``current`` gives (None when there is none).

    Signals:
        opened: the post is to be opened for writing.
    """

    opened = Signal(int)

    def __init__(
        self, context: UiContext, current: Callable[[], PostRow | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._current = current
        self._parent = parent

    def attempt(self, work: Callable[[], Changes]) -> Changes | None:
        """Do an edit; a known problem is told by the window and gives None."""
        try:
            return work()
        except KnownError as error:
            self._context.actions.refused.emit(error)
            return None

    def commands(self) -> Mapping[str, Command]:
        """The commands by action id."""
        # Asked for only when something is done: the desk of posts takes long to load.
        planner = self._context.planner
        return {
            "post.open": Command(self.open, self._any),
            "post.next_step": Command(self._edit(self._next_step), self._can_advance),
            "post.back_to_draft": Command(
                self._edit(lambda post_id: planner.posts.back_to_draft(post_id)),
                self._in(State.REVIEW, State.READY),
            ),
            "post.back_to_idea": Command(
                self._edit(lambda post_id: planner.posts.back_to_idea(post_id)),
                self._in(State.DRAFT, State.REVIEW, State.READY),
            ),
            "post.mark_posted": Command(
                self._edit(lambda post_id: planner.posts.mark_posted(post_id)),
                self._in(State.READY),
            ),
            "post.already_posted": Command(
                self.ask_already, self._in(State.IDEA, State.DRAFT, State.REVIEW)
            ),
            "post.archive": Command(
                self._edit(lambda post_id: planner.posts.archive(post_id)), self._in(State.POSTED)
            ),
            "post.restore": Command(
                self._edit(lambda post_id: planner.posts.restore(post_id)), self._in(State.ARCHIVED)
            ),
            "post.move_to_date": Command(self.ask_date, self._kept),
            "post.clear_date": Command(
                self._edit(lambda post_id: planner.posts.schedule(post_id, None)), self._dated
            ),
            "post.link_consent": Command(self.link_consent, self._kept),
            "post.duplicate": Command(
                self._edit(lambda post_id: planner.posts.duplicate(post_id)), self._kept
            ),
            "post.bin": Command(self._edit(lambda post_id: planner.posts.bin(post_id)), self._kept),
            "post.unbin": Command(
                self._edit(lambda post_id: planner.posts.unbin(post_id)), self._binned
            ),
        }

    def open(self) -> None:
        """Open the current post."""
        row = self._current()
        if row is not None:
            self.opened.emit(row.id)

    def ask_date(self) -> None:
        """Ask for the date and time of the current post."""
        row = self._current()
        if row is not None:
            self._context.dialogs.choose_date(row.id)

    def ask_already(self) -> None:
        """Ask why a post went out before it was Ready, then note that it did."""
        from ui.asker import TextQuestion

        row = self._current()
        if row is None:
            return
        posts = self._context.planner.posts
        question = TextQuestion(
            "You already posted this?",
            "Why was it posted before it was Ready?",
            "The reason stays on the post for good.",
            confirm="Mark posted",
        )

        def note(reason: str) -> None:
            self.attempt(lambda: posts.already_posted(row.id, reason))

        self._context.asker.text(self._parent, question, note)

    def link_consent(self) -> None:
        """Choose or add a consent record for the current post."""
        row = self._current()
        if row is not None:
            self._context.dialogs.link_consent(row.id)

    def _next_step(self, post_id: int) -> Changes:
        return self._context.planner.posts.advance(post_id)

    def _edit(self, edit: Callable[[int], Changes]) -> Callable[[], None]:
        def run() -> None:
            row = self._current()
            if row is not None:
                self.attempt(lambda: edit(row.id))

        return run

    def _any(self) -> bool:
        return self._current() is not None

    def _kept(self) -> bool:
        row = self._current()
        return row is not None and row.binned_at is None and self._may_write()

    def _binned(self) -> bool:
        row = self._current()
        return row is not None and row.binned_at is not None and self._may_write()

    def _dated(self) -> bool:
        row = self._current()
        return row is not None and row.when is not None and self._kept()

    def _can_advance(self) -> bool:
        return self._in(State.IDEA, State.DRAFT, State.REVIEW)()

    def _in(self, *states: State) -> Callable[[], bool]:
        def holds() -> bool:
            row = self._current()
            return row is not None and row.state in states and self._kept()

        return holds

    def _may_write(self) -> bool:
        return not self._context.planner.read_only
