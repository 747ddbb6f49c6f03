"""What the Write screen can do while it is in front, by action id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from app.model.post import State
from ui.actions import Command
from ui.write import commands

if TYPE_CHECKING:
    from ui.write.page import WritePage


def write_commands(page: WritePage) -> Mapping[str, Command]:
    """The commands of ``page``."""
    return {**_text(page), **_edit(page), **_view(page), **_post(page), **_life(page)}


def _text(page: WritePage) -> Mapping[str, Command]:
    editor = page.editor

    def form(command: Callable[[commands.Draft], commands.Draft]) -> Command:
        return Command(lambda: editor.run(command), page.moves.may_edit)

    return {
        "text.bold": form(commands.bold),
        "text.italic": form(commands.italic),
        "text.link": form(commands.link),
        "text.heading": form(commands.heading),
        "text.quote": form(commands.quote),
        "text.numbered": form(commands.numbers),
        "text.bulleted": form(commands.bullets),
        "text.source": Command(lambda: page.acts.add_source(), page.moves.may_edit),
        "text.image": Command(page.add_picture, page.moves.may_edit),
        "text.alt_text": Command(page.edit_alt, page.moves.has_pictures),
    }


def _edit(page: WritePage) -> Mapping[str, Command]:
    find, moves = page.body.find_bar, page.moves
    return {
        "edit.undo": Command(moves.undo, moves.can_undo, moves.undo_title),
        "edit.redo": Command(moves.redo, moves.can_redo, moves.redo_title),
        "edit.paste_plain": Command(page.editor.paste, page.moves.may_edit),
        "post.copy_text": Command(page.copy_text, page.moves.has_networks),
        "find.open": Command(find.open, page.moves.has_post),
        "find.next": Command(lambda: find.go(1), page.moves.has_post),
        "find.previous": Command(lambda: find.go(-1), page.moves.has_post),
        "find.replace": Command(lambda: find.open(replacing=True), page.moves.may_edit),
    }


def _view(page: WritePage) -> Mapping[str, Command]:
    panes = page.split
    return {
        "view.right_pane": Command(
            lambda: panes.show_checks(not panes.checks_shown), checked=lambda: panes.checks_shown
        ),
        "view.preview": Command(
            lambda: panes.show_preview(not panes.preview_shown),
            checked=lambda: panes.preview_shown,
        ),
        "view.quiet": Command(page.toggle_quiet, checked=page.is_quiet),
        "view.writing_only": Command(page.toggle_writing_only, checked=page.is_writing_only),
    }


def _post(page: WritePage) -> Mapping[str, Command]:
    return {
        "planner.save": Command(page.save, page.moves.may_edit),
        "post.next_step": Command(
            page.next_step, page.moves.in_states(State.IDEA, State.DRAFT, State.REVIEW)
        ),
        "post.link_consent": Command(lambda: page.acts.link_consent(), page.moves.may_edit),
        "post.disclose": Command(page.acts.disclose, page.moves.may_edit),
        "post.move_to_date": Command(page.acts.choose_date, page.moves.may_change),
        "post.clear_date": Command(page.moves.clear_date, page.moves.has_date),
        "post.duplicate": Command(page.duplicate, page.moves.may_change),
        "check.next": Command(lambda: page.step_check(1), page.moves.has_post),
        "check.previous": Command(lambda: page.step_check(-1), page.moves.has_post),
        "check.fix": Command(page.quick_fix, page.moves.has_post),
    }


def _life(page: WritePage) -> Mapping[str, Command]:
    posts = page.context.planner.posts
    move = page.moves.move
    early = (State.IDEA, State.DRAFT, State.REVIEW)
    return {
        "post.back_to_draft": Command(
            move(posts.back_to_draft), page.moves.in_states(State.REVIEW, State.READY)
        ),
        "post.back_to_idea": Command(
            move(posts.back_to_idea), page.moves.in_states(State.DRAFT, State.REVIEW, State.READY)
        ),
        "post.mark_posted": Command(move(posts.mark_posted), page.moves.in_states(State.READY)),
        "post.already_posted": Command(page.moves.ask_already, page.moves.in_states(*early)),
        "post.archive": Command(move(posts.archive), page.moves.in_states(State.POSTED)),
        "post.restore": Command(move(posts.restore), page.moves.in_states(State.ARCHIVED)),
        "post.bin": Command(page.bin, page.moves.may_change),
        "post.unbin": Command(move(posts.unbin), page.moves.is_binned),
    }
