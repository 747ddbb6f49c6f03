"""What the calendar does to posts: every gesture ends in one planner call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.model.changes import Changes
from app.model.state import State
from ui.context import UiContext
from ui.post_actions import PostActions


class CalendarDeeds(QObject):
    """Moves, copies, plans and answers; asks first when a post is put on a past day.

    Signals:
        past_day: a post was put on a day that is over; carries post id, date and
            whether a reason is needed to call it posted.
        opened: a post is to be opened; carries its id and the check to show ("" for none).
    """

    past_day = Signal(int, date, bool)
    opened = Signal(int, str)

    def __init__(self, context: UiContext, actions: PostActions, window: QWidget) -> None:
        super().__init__(window)
        self._planner = context.planner
        self._context = context
        self._attempt: Callable[[Callable[[], Changes]], Changes | None] = actions.attempt

    def move(self, post_id: int, day: date) -> None:
        """Move to another day at the same time; a past day is asked about first."""
        row = self._planner.lists.row(post_id)
        out = row.state in (State.POSTED, State.ARCHIVED)
        if day < self._planner.today() and not out:
            self.past_day.emit(post_id, day, row.state is not State.READY)
            return
        self.move_anyway(post_id, day)

    def move_anyway(self, post_id: int, day: date) -> None:
        """Move without asking."""
        self._attempt(lambda: self._planner.posts.move_to_day(post_id, day))

    def shift(self, post_id: int, days: int) -> None:
        """Move by whole days."""
        self._attempt(lambda: self._planner.posts.shift(post_id, days))

    def mark_posted(self, post_id: int, day: date, reason: str) -> None:
        """It went out on a past day: put it there and note that it is posted."""
        posts = self._planner.posts
        if self._attempt(lambda: posts.move_to_day(post_id, day)) is None:
            return
        if self._planner.lists.row(post_id).state is State.READY:
            self._attempt(lambda: posts.mark_posted(post_id))
        else:
            self._attempt(lambda: posts.already_posted(post_id, reason))

    def copy(self, post_id: int, day: date) -> None:
        """A copy on another day at the same time of day."""
        when = self._planner.posts.get(post_id).when
        target = when.on_day(day) if when else self._planner.calendar.usual_time(day)
        self._attempt(lambda: self._planner.posts.duplicate(post_id, target))

    def clear_date(self, post_id: int) -> None:
        """Put a post back among the unscheduled."""
        self._attempt(lambda: self._planner.posts.schedule(post_id, None))

    def bin(self, post_id: int) -> None:
        """Move to the bin."""
        self._attempt(lambda: self._planner.posts.bin(post_id))

    def plan(self, title: str, day: date) -> None:
        """A new idea with a title, on a day at the usual time; opened at once."""
        when = self._planner.calendar.usual_time(day)
        changes = self._attempt(lambda: self._planner.posts.new_idea(title, when))
        if changes is not None:
            self.opened.emit(changes.created, "")

    def choose_networks(self, post_id: int, names: tuple[str, ...]) -> None:
        """Choose where a post goes."""
        self._attempt(lambda: self._planner.posts.set_networks(post_id, names))

    def step(self, post_id: int, state: str) -> None:
        """The next step of a post that is in ``state``."""
        posts = self._planner.posts
        if state == State.READY:
            self._attempt(lambda: posts.mark_posted(post_id))
        else:
            self._attempt(lambda: posts.advance(post_id))

    def answer(self, post_id: int, check_id: str, confirmed: bool) -> None:
        """Confirm a check, or take the confirmation back."""
        gate = self._planner.gate
        edit = gate.confirm if confirmed else gate.unconfirm
        self._attempt(lambda: edit(post_id, check_id))

    def remedy(self, post_id: int, check_id: str, remedy: str) -> None:
        """Help with a check: link a record here, anything else where the text is."""
        from app.model.assessment import Remedy
        from ui.widgets.completing import completed_by

        if remedy == Remedy.LINK_CONSENT:
            checks = self._planner.gate.assess(post_id).checks
            check = next((check for check in checks if check.id == check_id), None)
            record = completed_by(check, Remedy.LINK_CONSENT) if check is not None else 0
            self._context.dialogs.link_consent(post_id, record=record)
        elif remedy == Remedy.SET_DATE:
            self._context.dialogs.choose_date(post_id)
        else:
            self.opened.emit(post_id, check_id)
