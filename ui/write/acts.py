"""Carrying out what the author does about a check."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QApplication, QWidget

from app.errors import KnownError
from app.model.assessment import Check, Remedy
from app.model.post import Audience, Purpose
from ui.context import UiContext
from ui.widgets.completing import completed_by
from ui.write import commands
from ui.write.act import ABOUT_SOURCES, Act
from ui.write.aims import ABOUT_PURPOSE, AUDIENCES, PURPOSES, ask_aim
from ui.write.editor import MarkdownEditor
from ui.write.session import WritingSession


class Desk(Protocol):
    """What the page does for an act."""

    def show_words(self, check: Check, *, focus: bool) -> bool:
        """Select the words of a check; False when they are not there any more."""

    def edit_alt(self) -> None:
        """Bring the alt text to the keyboard."""

    def pick_networks(self) -> None:
        """Open the choice of networks."""

    def add_picture(self) -> None:
        """Ask for a picture."""

    def open_account(self) -> None:
        """Open the profile."""

    def show_sources(self, check: Check) -> None:
        """Show the linked sources beside the row of a check."""

    def say_error(self, error: KnownError) -> None:
        """Show a known error."""


class Acts:
    """One method a remedy; everything that writes saves the typed text first."""

    def __init__(
        self,
        context: UiContext,
        session: WritingSession,
        editor: MarkdownEditor,
        desk: Desk,
        panel: QWidget,
    ) -> None:
        self._context = context
        self._session = session
        self._editor = editor
        self._dialogs = context.dialogs
        self._desk = desk
        self._panel = panel

    def do(self, act: Act) -> None:
        """Carry out ``act``."""
        check = act.check
        by_remedy: dict[Remedy, Callable[[], object]] = {
            Remedy.REPLACE: lambda: self._replace(act),
            Remedy.SHOW: lambda: self._desk.show_words(check, focus=True),
            Remedy.LINK_CONSENT: lambda: self.link_consent(check),
            Remedy.ADD_SOURCE: lambda: self._source(check),
            Remedy.ADD_LINE: lambda: self._add_line(act),
            Remedy.DISCLOSE: lambda: self.disclose(check),
            Remedy.ADD_ALT_TEXT: self._desk.edit_alt,
            Remedy.CHECK_PICTURE: self._desk.edit_alt,
            Remedy.ADD_PICTURE: self._desk.add_picture,
            Remedy.CHOOSE_NETWORKS: self._desk.pick_networks,
            Remedy.CHOOSE_AUDIENCE: lambda: self._aim(check),
            Remedy.SET_DATE: self.choose_date,
            Remedy.OPEN_ACCOUNT: self._desk.open_account,
            Remedy.SET_ASIDE: lambda: self._answer(
                lambda key: self._context.planner.gate.set_aside(key, check.id, act.reason)
            ),
            Remedy.CORRECT_FACT: lambda: self._answer(
                lambda key: self._context.planner.gate.correct_fact(
                    key, check.fact, not self._believed(check.fact), act.reason
                )
            ),
            Remedy.CONFIRM: lambda: self._confirm(act),
        }
        by_remedy[act.remedy]()

    def link_consent(self, check: Check | None = None) -> None:
        """Choose or add a consent record for this post; complete the one that ``check`` names."""
        record = completed_by(check, Remedy.LINK_CONSENT) if check is not None else 0
        self._with_post(lambda key: self._dialogs.link_consent(key, record=record))

    def add_source(self, check: Check | None = None) -> None:
        """Choose or add a source and cite it after the sentence it supports."""
        if check is not None:
            self._desk.show_words(check, focus=False)

        def cite(short_name: str) -> None:
            self._edit(lambda draft: commands.cite(draft, short_name))

        record = completed_by(check, Remedy.ADD_SOURCE) if check is not None else 0
        self._with_post(lambda key: self._dialogs.add_source(key, cite, record=record))

    def _source(self, check: Check) -> None:
        if check.id == ABOUT_SOURCES:
            self._desk.show_sources(check)
        else:
            self.add_source(check)

    def disclose(self, check: Check | None = None) -> None:
        """Choose or add an affiliation and open the text with its line.

        One that only lacks something is completed; the text says what it says already.
        """
        record = completed_by(check, Remedy.DISCLOSE) if check is not None else 0
        silent = record and check is not None and not check.core

        def add(line: str) -> None:
            if not silent and line and line not in self._editor.text():
                self._edit(lambda draft: commands.open_with(draft, line))

        self._with_post(lambda key: self._dialogs.disclose(key, add, record=record))

    def _add_line(self, act: Act) -> None:
        """Add a finished line: a disclosure at the start, anything else at the end."""
        tie = Remedy.DISCLOSE in act.check.remedies
        put = commands.open_with if tie else commands.add_line
        # The text that lacks the line may be another one than that in front.
        self._desk.show_words(act.check, focus=False)
        if not self._editor.isReadOnly():
            self._edit(lambda draft: put(draft, act.words))

    def choose_date(self) -> None:
        """Set or remove the date."""
        self._with_post(self._dialogs.choose_date)

    def choose_audience(self) -> None:
        """Ask who the post is for, beside the row that asks."""
        posts = self._context.planner.posts

        def keep(audience: Audience) -> None:
            self._answer(lambda key: posts.set_audience(key, audience))

        ask_aim(self._context.theme, "Who is this for?", AUDIENCES, self._anchor(), keep)

    def choose_purpose(self) -> None:
        """Ask what the post is for, beside the row that asks."""
        posts = self._context.planner.posts

        def keep(purpose: Purpose) -> None:
            self._answer(lambda key: posts.set_purpose(key, purpose))

        ask_aim(self._context.theme, "What is this for?", PURPOSES, self._anchor(), keep)

    def _aim(self, check: Check) -> None:
        if check.id == ABOUT_PURPOSE:
            self.choose_purpose()
        else:
            self.choose_audience()

    def _anchor(self) -> QWidget:
        """The row that has the keyboard; the panel if none has."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self._panel.isAncestorOf(focus)
        return focus if focus is not None and inside else self._panel

    def _replace(self, act: Act) -> None:
        check = act.check
        mark = self._editor.layer.of_check(check.id)
        if mark is None and not self._desk.show_words(check, focus=False):
            return
        mark = mark or self._editor.layer.of_check(check.id)
        if mark is None or self._editor.isReadOnly():
            return
        start, end = self._editor.layer.span(mark)
        if self._editor.text()[start:end] != check.findings[0].quote:
            self._session.check_now()
            return
        self._session.step()
        self._editor.replace(start, end, act.words)
        self._session.step()
        self._session.check_now()

    def _edit(self, command: Callable[[commands.Draft], commands.Draft]) -> None:
        self._session.step()
        self._editor.apply(command(self._editor.draft()))
        self._session.step()
        self._session.check_now()

    def _confirm(self, act: Act) -> None:
        gate = self._context.planner.gate
        check = act.check.id
        if act.on:
            self._answer(lambda key: gate.confirm(key, check))
        else:
            self._answer(lambda key: gate.unconfirm(key, check))

    def _believed(self, fact: str) -> bool:
        post = self._session.post
        if post is None:
            return True
        known = self._context.planner.gate.assess(post.id).facts.get(fact)
        return known.value if known is not None else True

    def _answer(self, work: Callable[[int], object]) -> None:
        """Write an answer for the words as they are: what was typed is saved first."""

        def answer(key: int) -> None:
            try:
                work(key)
            except KnownError as error:
                self._desk.say_error(error)
                self._session.check_now()

        self._with_post(answer)

    def _with_post(self, work: Callable[[int], object]) -> None:
        post = self._session.post
        if post is not None and self._session.flush():
            self._context.planner.posts.close_step()
            work(post.id)
