"""The post being written: its text as typed, what is saved of it, and what the gate says.

Nothing here is a widget. The page tells it what was typed and shows what it says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import KnownError
from app.model.assessment import Assessment
from app.model.changes import Changes
from app.model.post import Post
from app.model.records import Source
from ui.context import UiContext
from ui.write.network_view import NetworkView, network_views
from ui.write.positions import editable

SAVE_MS = 1200
"""When typed words are to be saved. From the first word, not the last: whatever happens,
less than two seconds of typing can be lost. Saving does not wait for the gate, which looks
at the text on the worker and draws its consequences when it has."""
RETRY_MS = 10_000
CHECK_MS = 400
VIEW_MS = 120


class WritingSession(QObject):
    """One open post.

    Signals:
        post_changed: the post as stored now, also when only its links or date changed.
        text_replaced: the text of the open tab was changed elsewhere (undo, a fix).
        assessed: the gate's answer for the text as it is.
        viewed: how each network shows the text (a tuple of ``NetworkView``).
        saved: the text is in the planner.
        save_failed: it is not; the error says why. The text stays where it is.
        gone: the post is not there any more.
    """

    post_changed = Signal(Post)
    text_replaced = Signal(str)
    assessed = Signal(Assessment)
    viewed = Signal(tuple)
    saved = Signal()
    save_failed = Signal(KnownError)
    gone = Signal()

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._post: Post | None = None
        self._network = ""
        self._text = ""
        self._kept = ""
        self._saving = False
        self.error: KnownError | None = None
        """Why the last words could not be saved; None once they are."""
        self._save = self._timer(SAVE_MS, self.flush)
        self._check = self._timer(CHECK_MS, self.check_now)
        self._view = self._timer(VIEW_MS, self.view_now)
        context.bridge.changed.connect(self._on_changes)

    # What is open

    @property
    def post(self) -> Post | None:
        """The post as stored; None when nothing is open."""
        return self._post

    @property
    def network(self) -> str:
        """Whose own text is open; empty for the text of all networks."""
        return self._network

    @property
    def text(self) -> str:
        """The open text as typed."""
        return self._text

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not in the planner yet."""
        return self._post is not None and self._text != self._kept

    @property
    def read_only(self) -> bool:
        """Whether this post cannot be changed: the planner, or the post is in the bin."""
        binned = self._post is not None and self._post.binned_at is not None
        return self._context.planner.read_only or binned

    def open(self, post_id: int, network: str = "") -> None:
        """Open a post. Raises KnownError if it is not there."""
        self.close()
        self._post = self._context.planner.posts.get(post_id)
        self._network = network if network in self._post.own_texts else ""
        self._take_text()
        self.post_changed.emit(self._post)
        self.check_now()
        self.view_now()

    def close(self) -> None:
        """Save and let go of the post."""
        self.flush()
        self._post = None
        for timer in (self._save, self._check, self._view):
            timer.stop()

    def drop_if_blank(self) -> bool:
        """Let go of a post in which nothing was written or set; it is not kept."""
        post = self._post
        if post is None or self.unsaved or self.read_only:
            return False
        posts = self._context.planner.posts
        self._saving = True
        try:
            dropped = bool(posts.drop_blank(post.id).posts)
        except KnownError:
            return False  # it stays: an idea too many is better than one too few
        finally:
            self._saving = False
        if dropped:
            self.close()
        return dropped

    def show_text_of(self, network: str) -> str:
        """Open the own text of a network (empty: the common text) and return it."""
        if self.flush():
            self._network = network
            self._take_text()
        return self._text

    def as_typed(self) -> Post | None:
        """The post with the text as typed, saved or not."""
        post = self._post
        if post is None or not self.unsaved:
            return post
        if not self._network:
            return replace(post, body=self._text)
        own = MappingProxyType({**post.own_texts, self._network: self._text})
        return replace(post, own_texts=own)

    def sources(self) -> tuple[Source, ...]:
        """The sources the post cites, in the order they were linked."""
        if self._post is None:
            return ()
        known = {source.id: source for source in self._context.planner.records.sources()}
        return tuple(known[key] for key in self._post.source_ids if key in known)

    # Typing and saving

    def typed(self, text: str) -> None:
        """The author changed the text."""
        self._text = text
        if not self._save.isActive():
            self._save.start(SAVE_MS)
        self._check.start()
        self._view.start()

    def flush(self) -> bool:
        """Save what was typed, now; False if that failed."""
        self._save.stop()
        post, text = self._post, self._text
        if post is None or text == self._kept or self.read_only:
            return True
        self._saving = True
        try:
            posts = self._context.planner.posts
            posts.edit_text(post.id, text, self._network or None, weigh=False)
        except KnownError as error:
            self._save.start(RETRY_MS)
            self.error = error
            self.save_failed.emit(error)
            return False
        finally:
            self._saving = False
        self._kept, self.error = text, None
        self._reload()
        self.saved.emit()
        return True

    def step(self) -> None:
        """Save and end the undo step: what follows is a step of its own."""
        if self.flush():
            self._context.planner.posts.close_step()

    def settle(self) -> None:
        """Do now what waits for a pause in typing."""
        for timer, act in ((self._check, self.check_now), (self._view, self.view_now)):
            if timer.isActive():
                act()

    # The gate and the networks

    def check_now(self) -> None:
        """Have the gate look at the text as typed; an answer to an older text is dropped."""
        self._check.stop()
        post = self.as_typed()
        if post is None:
            return
        text, network = self._text, self._network

        def done(assessment: Assessment) -> None:
            if self._post is None or (self._post.id, self._network) != (post.id, network):
                return
            if self._text == text:
                self.assessed.emit(assessment)

        self._context.tasks.run(self._context.planner.gate.task(post), done, key="write.gate")

    def view_now(self) -> None:
        """Have the text flattened and counted for each network."""
        self._view.stop()
        post = self.as_typed()
        if post is None:
            return
        sources = self.sources()

        def done(views: tuple[NetworkView, ...]) -> None:
            if self._post is not None and self._post.id == post.id:
                self.viewed.emit(views)

        self._context.tasks.run(lambda: network_views(post, sources), done, key="write.views")

    def _on_changes(self, changes: Changes) -> None:
        post = self._post
        if post is None or self._saving:
            return
        others = changes.sources or changes.consents or changes.interests or changes.account
        if post.id in changes.posts:
            self._reload()
            self._follow_text()
        rules = {"item_levels", "practice_rules"} & changes.settings
        if post.id in changes.posts or others or rules:
            self.check_now()
            self.view_now()

    def _reload(self) -> None:
        if self._post is None:
            return
        try:
            self._post = self._context.planner.posts.get(self._post.id)
        except KnownError:
            self._post = None
            self.gone.emit()
            return
        self.post_changed.emit(self._post)

    def _follow_text(self) -> None:
        """Take over a text that was changed elsewhere, unless something newer was typed here."""
        post = self._post
        if post is None:
            return
        if self._network and self._network not in post.own_texts:
            self._network = ""
            self._take_text()
            self.text_replaced.emit(self._text)
            return
        stored = editable(self._stored(post))
        if stored == self._kept or self.unsaved:
            return
        self._text = self._kept = stored
        self.text_replaced.emit(stored)

    def _take_text(self) -> None:
        post = self._post
        self._text = self._kept = editable(self._stored(post)) if post is not None else ""

    def _stored(self, post: Post) -> str:
        return post.text_for(self._network) if self._network else post.body

    def _timer(self, interval: int, act: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(act)
        return timer
