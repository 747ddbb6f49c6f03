"""The common text and the networks' own versions of it: which one is open, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.networks.catalogue import networks

if TYPE_CHECKING:
    from ui.write.page import WritePage


class Versions:
    """Opens, starts and drops own versions, and puts back what was Ready."""

    def __init__(self, page: WritePage) -> None:
        self._page = page

    def show(self, network: str) -> None:
        """Open the own text of a network (empty: the common text)."""
        page = self._page
        page.editor.load(page.session.show_text_of(network))
        post = page.session.post
        if post is not None:
            page.show_post(post)
            page.preview.show_network(network)
        page.session.check_now()
        page.session.view_now()

    def start(self, network: str) -> None:
        """Start a network's own version from the common text."""
        page = self._page
        post = page.session.post
        if post is None or not page.moves.may_edit():
            return
        page.session.flush()
        posts = page.context.planner.posts
        page.moves.do(lambda now: posts.edit_text(now.id, now.body, network, weigh=False))
        posts.close_step()
        self.show(network)
        page.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self, network: str) -> None:
        """Let a network use the common text again."""
        posts = self._page.context.planner.posts
        self._page.moves.do(lambda post: posts.drop_own_text(post.id, network))

    def without_own(self) -> tuple[tuple[str, str], ...]:
        """Id and name of the post's networks that use the common text."""
        post = self._page.session.post
        if post is None:
            return ()
        known = networks()
        return tuple(
            (key, known[key].name)
            for key in post.networks
            if key in known and key not in post.own_texts
        )

    def see_change(self) -> None:
        """Go to the first words that are new since the post was Ready."""
        editor = self._page.editor
        mark = next((mark for mark in editor.layer.marks() if mark.check is None), None)
        if mark is not None:
            editor.select(*editor.layer.span(mark))
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def undo_change(self) -> None:
        """Put the text back as it was when the post was Ready: one undo step."""
        page = self._page
        post = page.session.post
        if post is None or post.sent_back is None or not post.sent_back.ready_body:
            return
        if page.session.network:
            self.show("")
        page.session.step()
        page.editor.put_text(post.sent_back.ready_body)
        page.session.step()
        page.session.check_now()
