"""What hears what on the Write screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from app.model.assessment import Check
from app.model.changes import Changes
from app.model.post import Audience, Purpose
from ui.asker import TextQuestion
from ui.write.editor import MOST_PASTED
from ui.write.explain import explain
from ui.write.post_menu import post_menu
from ui.write.text_menu import text_menu

if TYPE_CHECKING:
    from ui.write.page import WritePage


def wire(page: WritePage) -> None:
    """Connect the parts of ``page``."""
    _wire_session(page)
    _wire_text(page)
    _wire_head(page)
    _wire_checks(page)
    _wire_pictures(page)
    page.context.theme.changed.connect(page.split.refit)


def _wire_session(page: WritePage) -> None:
    session = page.session
    session.post_changed.connect(page.show_post)
    session.text_replaced.connect(page.take_text)
    session.assessed.connect(page.take_assessment)
    session.viewed.connect(page.show_views)
    session.save_failed.connect(page.say_error)
    session.save_failed.connect(lambda _error: page.not_saved.emit())
    session.saved.connect(page.body.message.clear)
    session.gone.connect(lambda: page.go.emit("posts"))


def _wire_text(page: WritePage) -> None:
    editor, session = page.editor, page.session
    editor.edited.connect(page.take_typing)
    editor.left.connect(session.flush)
    editor.undo_wanted.connect(page.moves.undo_elsewhere)
    editor.redo_wanted.connect(page.moves.redo_elsewhere)
    editor.pictures_given.connect(page.pictures.take)
    editor.too_long.connect(lambda length: _say_too_long(page, length))
    editor.card_wanted.connect(lambda mark: page.open_card(mark, take_focus=False))
    editor.mark_left.connect(page.card.let_go)
    editor.mark_chosen.connect(page.choose_mark)
    editor.cursorPositionChanged.connect(page.follow_cursor)
    editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    editor.customContextMenuRequested.connect(lambda at: _open_text_menu(page, at))
    page.body.bar.wanted.connect(page.context.actions.trigger)
    page.body.tabs.chosen.connect(page.versions.show)
    page.body.tabs.dropped.connect(page.versions.drop)
    page.card.acted.connect(page.acts.do)
    page.card.ask_reason.connect(page.ask_reason)
    page.card.closed.connect(lambda: editor.setFocus(Qt.FocusReason.OtherFocusReason))


def _say_too_long(page: WritePage, length: int) -> None:
    page.body.message.say(
        "This is too long for a post, so nothing was pasted.",
        f"The post would have {length:,} characters. There is room for {MOST_PASTED:,} here.",
        tone="consider",
    )


def _wire_head(page: WritePage) -> None:
    page.header.back.connect(page.go_back)
    page.header.date_wanted.connect(page.acts.choose_date)
    posts = page.context.planner.posts
    page.header.networks_chosen.connect(
        lambda ids: page.moves.do(lambda post: posts.set_networks(post.id, ids))
    )
    page.preview.closed.connect(lambda: page.split.show_preview(False))
    page.preview.own_version.connect(page.versions.start)
    page.preview.place_wanted.connect(page.go_to_place)


def _wire_checks(page: WritePage) -> None:
    checks = page.checks
    checks.acted.connect(page.acts.do)
    checks.row_entered.connect(lambda check: page.show_words(check, focus=False))
    checks.why_wanted.connect(lambda check: _explain(page, check))
    checks.menu_wanted.connect(lambda at: _open_menu(page, at))
    checks.preview_wanted.connect(lambda: page.split.show_preview(True))
    checks.banner.see.connect(page.versions.see_change)
    checks.banner.undo.connect(page.versions.undo_change)
    checks.footer.wanted.connect(lambda what: _step(page, what))


def _wire_pictures(page: WritePage) -> None:
    strip, desk = page.body.pictures, page.pictures
    strip.alt_changed.connect(desk.set_alt)
    strip.person_changed.connect(desk.set_person)
    strip.removed.connect(desk.remove)
    desk.added.connect(strip.edit_alt)
    desk.ready.connect(page.preview.show_picture)


def _step(page: WritePage, what: str) -> None:
    posts = page.context.planner.posts
    if what == "next_check":
        if not page.checks.step(1):
            page.editor.setFocus(Qt.FocusReason.OtherFocusReason)
    elif what == "advance":
        page.next_step()
    else:
        works = {
            "back_to_draft": posts.back_to_draft,
            "mark_posted": posts.mark_posted,
            "archive": posts.archive,
            "restore": posts.restore,
        }
        work = works[what]
        page.moves.do(lambda post: work(post.id))


def _explain(page: WritePage, check: Check) -> None:
    anchor = page.checks.row(check.id) or page.checks
    explain(page.context.theme, check, page.context.planner.gate.pack.authorities, anchor)


def _open_menu(page: WritePage, at: QPoint) -> None:
    post = page.session.post
    if post is None:
        return
    posts = page.context.planner.posts

    def audience(value: Audience) -> None:
        page.moves.do(lambda now: posts.set_audience(now.id, value))

    def purpose(value: Purpose) -> None:
        page.moves.do(lambda now: posts.set_purpose(now.id, value))

    menu = post_menu(
        page,
        page.context.actions,
        post,
        page.versions.without_own(),
        own_version=page.versions.start,
        set_audience=audience,
        set_purpose=purpose,
        edit_note=lambda: _ask_note(page),
        bin_post=page.bin,
    )
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def _open_text_menu(page: WritePage, at: QPoint) -> None:
    editor = page.editor
    menu = text_menu(page.context.theme, editor, at, page.acts.do, page.ask_reason)
    menu.aboutToHide.connect(menu.deleteLater)
    # Scroll areas give the place in their viewport.
    menu.popup(editor.viewport().mapToGlobal(at))


def _ask_note(page: WritePage) -> None:
    post = page.session.post
    if post is None:
        return
    question = TextQuestion(
        "Note to myself",
        "Note",
        "Only you see it. It is never part of the post.",
        "Keep",
        initial=post.note,
    )

    def keep(words: str) -> None:
        def work(now: object) -> Changes:
            return page.context.planner.posts.set_note(post.id, words)

        page.moves.do(work)

    page.context.asker.text(page, question, keep)
