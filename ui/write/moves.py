"""Moving the post through its life, copying it, undoing: what is done to it as a whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.errors import KnownError
from app.model.changes import Changes
from app.model.post import Post, State
from app.networks.catalogue import networks
from app.networks.render import render
from ui.asker import TextQuestion
from ui.context import UiContext

if TYPE_CHECKING:
    from ui.write.editor import MarkdownEditor
    from ui.write.session import WritingSession

_ALREADY = TextQuestion(
    "You already posted this?",
    "Why was it posted before it was Ready?",
    "The reason stays on the post for good.",
    confirm="Mark posted",
)


class Moves:
    """Each move saves the typed text first. ``say_error`` shows what could not be done."""

    def __init__(
        self,
        context: UiContext,
        session: WritingSession,
        editor: MarkdownEditor,
        host: QWidget,
        say_error: Callable[[KnownError], None],
    ) -> None:
        self._context = context
        self._session = session
        self._editor = editor
        self._host = host
        self._say_error = say_error

    # Whether

    def has_post(self) -> bool:
        """Whether a post is open."""
        return self._session.post is not None

    def may_change(self) -> bool:
        """Whether the open post can be changed at all."""
        return self.has_post() and not self._session.read_only

    def may_edit(self) -> bool:
        """Whether its text can be edited."""
        return self.may_change() and not self._editor.isReadOnly()

    def in_states(self, *states: State) -> Callable[[], bool]:
        """Whether the open post is in one of ``states`` and can be changed."""

        def holds() -> bool:
            post = self._session.post
            return post is not None and post.state in states and self.may_change()

        return holds

    def is_binned(self) -> bool:
        """Whether the open post is in the bin."""
        post = self._session.post
        return post is not None and post.binned_at is not None and not self._read_only()

    def has_date(self) -> bool:
        """Whether the open post has a date."""
        post = self._session.post
        return post is not None and post.when is not None and self.may_change()

    def has_networks(self) -> bool:
        """Whether the open post goes anywhere."""
        return self._session.post is not None and bool(self._session.post.networks)

    def has_pictures(self) -> bool:
        """Whether there is an alt text to edit."""
        post = self._session.post
        return post is not None and bool(post.pictures) and self.may_edit()

    # Life

    def move(self, work: Callable[[int], Changes]) -> Callable[[], Changes | None]:
        """``work`` on the open post, as something to bind to an action."""
        return lambda: self.do(lambda post: work(post.id))

    def do(self, work: Callable[[Post], Changes]) -> Changes | None:
        """Save, then do ``work``; None if it could not be done."""
        self._session.step()
        post = self._session.post
        if post is None or self._session.unsaved:
            return None
        try:
            return work(post)
        except KnownError as error:
            self._say_error(error)
            return None

    def duplicate(self) -> int:
        """Copy the post; the id of the copy, 0 if there is none."""
        changes = self.do(lambda post: self._context.planner.posts.duplicate(post.id))
        return changes.created if changes is not None else 0

    def clear_date(self) -> None:
        """Take the date away."""
        self.do(lambda post: self._context.planner.posts.schedule(post.id, None))

    def ask_already(self) -> None:
        """Ask why it went out before it was Ready, then note that it did."""
        posts = self._context.planner.posts

        def note(reason: str) -> None:
            self.do(lambda post: posts.already_posted(post.id, reason))

        self._context.asker.text(self._host, _ALREADY, note)

    def copy_text(self, network: str) -> None:
        """Put the text as ``network`` shows it on the clipboard."""
        post = self._session.as_typed()
        if post is None:
            return
        shown = render(post.text_for(network), network, self._session.sources())
        QGuiApplication.clipboard().setText(shown.text)
        self._context.toasts.say(f"Copied for {networks()[network].name}.")

    def save_copy(self) -> None:
        """Write the text as typed to a file elsewhere."""

        def write(path: Path) -> None:
            try:
                path.write_text(self._editor.text(), encoding="utf-8")
            except OSError:
                self._context.toasts.say("The copy was not saved. Choose another place.")
                return
            self._context.toasts.say("A copy is saved.")

        suggestion = Path.home() / "post.md"
        kinds = ("Markdown (*.md)",)
        self._context.asker.save_file(self._host, "Save a copy", suggestion, kinds, write)

    # Undo

    def undo(self) -> None:
        """Undo typing here first, then what the planner did."""
        if self._editor.document().isUndoAvailable():
            self._editor.undo()
        else:
            self.undo_elsewhere()

    def redo(self) -> None:
        """Redo typing here first, then what the planner did."""
        if self._editor.document().isRedoAvailable():
            self._editor.redo()
        else:
            self.redo_elsewhere()

    def undo_elsewhere(self) -> None:
        """Undo the planner's last step."""
        self._turn(self._context.planner.undo)

    def redo_elsewhere(self) -> None:
        """Redo the planner's last undone step."""
        self._turn(self._context.planner.redo)

    def can_undo(self) -> bool:
        """Whether Undo does anything."""
        return self._editor.document().isUndoAvailable() or bool(self._context.planner.undo_name)

    def can_redo(self) -> bool:
        """Whether Redo does anything."""
        return self._editor.document().isRedoAvailable() or bool(self._context.planner.redo_name)

    def undo_title(self) -> str:
        """What the menu calls Undo now."""
        typing = self._editor.document().isUndoAvailable()
        return f"&Undo {'typing' if typing else self._context.planner.undo_name}".rstrip()

    def redo_title(self) -> str:
        """What the menu calls Redo now."""
        typing = self._editor.document().isRedoAvailable()
        return f"&Redo {'typing' if typing else self._context.planner.redo_name}".rstrip()

    def _turn(self, turn: Callable[[], Changes]) -> None:
        self._session.step()
        if not self._session.unsaved:
            try:
                turn()
            except KnownError as error:
                self._say_error(error)

    def _read_only(self) -> bool:
        return self._context.planner.read_only
