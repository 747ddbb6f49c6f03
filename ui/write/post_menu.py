"""The menu behind the three dots: what can be done with the post as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.model.post import Audience, Post, Purpose
from ui.actions import ActionRegistry
from ui.write.aims import AUDIENCES, PURPOSES

_KEYS = (
    "post.back_to_draft",
    "post.back_to_idea",
    "post.mark_posted",
    "post.already_posted",
    "post.archive",
    "post.restore",
    "",
    "post.move_to_date",
    "post.clear_date",
    "post.link_consent",
    "post.disclose",
    "post.duplicate",
    "",
    "view.preview",
    "view.quiet",
)


def post_menu(
    parent: QWidget,
    registry: ActionRegistry,
    post: Post,
    versions: Sequence[tuple[str, str]],
    *,
    own_version: Callable[[str], None],
    set_audience: Callable[[Audience], None],
    set_purpose: Callable[[Purpose], None],
    edit_note: Callable[[], None],
    bin_post: Callable[[], None],
) -> QMenu:
    """Actions that can be done now, then what the post is for.

    ``versions`` are the (id, name) pairs of networks without words of their own.
    """
    menu = QMenu(parent)
    registry.refresh()
    shown = [key for key in _KEYS if not key or registry.action(key).isEnabled()]
    registry.fill(menu, tuple(shown))
    menu.addSeparator()
    if versions:
        own = menu.addMenu("Write a version for")
        for key, name in versions:
            action = own.addAction(name)
            action.triggered.connect(lambda _=False, k=key: own_version(k))
    audience = menu.addMenu("Who it is for")
    for value, words in AUDIENCES:
        _choice(audience, words, post.audience is value, partial(set_audience, value))
    purpose = menu.addMenu("What it is for")
    for aim, words in PURPOSES:
        _choice(purpose, words, post.purpose is aim, partial(set_purpose, aim))
    note = menu.addAction("Note to myself…")
    note.triggered.connect(lambda _=False: edit_note())
    menu.addSeparator()
    gone = menu.addAction("Move to bin")
    gone.triggered.connect(lambda _=False: bin_post())
    return menu


def _choice(menu: QMenu, words: str, on: bool, run: Callable[[], None]) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _=False: run())
    return action
