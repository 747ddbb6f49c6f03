"""Add a source to a post: pick one that is there, or paste an identifier."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.errors import BadInput
from app.model.records import Source, SourceKind
from ui.dialogs.context import DialogContext
from ui.dialogs.source_form import SourceForm
from ui.dialogs.wording import source_detail, source_title


class SourceRegister:
    """Withdrawn sources say so. The caller puts ``[@short-name]`` into the text."""

    title = "Add a source"
    noun = "source"
    note = ""

    def __init__(self, context: DialogContext, post_id: int) -> None:
        self.context = context
        self.post_id = post_id

    def records(self) -> tuple[Source, ...]:
        """The records to choose from, most useful first."""
        return self.context.planner.records.sources()

    def describe(self, record: Source) -> tuple[str, str, str]:
        """Title, detail, and why it does not fit."""
        trouble = "Withdrawn. It cannot support a post." if record.withdrawn else ""
        return source_title(record), source_detail(record), trouble

    def linked(self) -> tuple[int, ...]:
        """Ids that the post is linked to already."""
        return self.context.planner.posts.get(self.post_id).source_ids

    def make_form(self, record: Source | None) -> QWidget:
        """A form for a record, or for a new one."""
        planner = self.context.planner
        source = record or Source(0, "", SourceKind.URL, "")
        self._source_form = SourceForm(self.context.theme, planner, source, planner.today())
        return self._source_form

    def first_field(self) -> QWidget:
        """Where typing starts."""
        return self._source_form.identifier

    def save_form(self) -> int:
        """Save the record; its id."""
        problem = self._source_form.problem()
        if problem is not None:
            words, go = problem
            go()
            raise BadInput(words, "Nothing was saved yet.")
        source = self._source_form.value()
        return self.context.planner.records.save_source(source).created or source.id

    def link(self, record_id: int) -> None:
        """Link the record to the post."""
        self.context.planner.records.link_source(self.post_id, record_id)

    def unlink(self, record_id: int) -> None:
        """Take the record from the post; it stays in the register."""
        self.context.planner.records.unlink_source(self.post_id, record_id)
