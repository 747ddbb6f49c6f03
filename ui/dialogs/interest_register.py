"""Disclose an affiliation or interest in a post."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.model.records import Interest, Tie
from ui.dialogs.context import DialogContext
from ui.dialogs.interest_form import InterestForm
from ui.dialogs.wording import interest_detail


class InterestRegister:
    """The caller puts the record's line into the text."""

    title = "Disclose a tie"
    noun = "affiliation"
    note = "The line is put at the start of the post."

    def __init__(self, context: DialogContext, post_id: int) -> None:
        self.context = context
        self.post_id = post_id

    def records(self) -> tuple[Interest, ...]:
        """The records to choose from, most useful first."""
        return self.context.planner.records.interests()

    def describe(self, record: Interest) -> tuple[str, str, str]:
        """Title, detail, and why it does not fit."""
        return record.organisation, interest_detail(record), ""

    def linked(self) -> tuple[int, ...]:
        """Ids that the post is linked to already."""
        return self.context.planner.posts.get(self.post_id).interest_ids

    def make_form(self, record: Interest | None) -> QWidget:
        """A form for a record, or for a new one."""
        interest = record or Interest(0, "", Tie.SPEAKER, "")
        self._interest_form = InterestForm(self.context.theme, interest)
        return self._interest_form

    def first_field(self) -> QWidget:
        """Where typing starts."""
        return self._interest_form.organisation

    def save_form(self) -> int:
        """Save the record; its id."""
        interest = self._interest_form.value()
        return self.context.planner.records.save_interest(interest).created or interest.id

    def link(self, record_id: int) -> None:
        """Link the record to the post."""
        self.context.planner.records.link_interest(self.post_id, record_id)

    def unlink(self, record_id: int) -> None:
        """Take the record from the post; it stays in the register."""
        self.context.planner.records.unlink_interest(self.post_id, record_id)
