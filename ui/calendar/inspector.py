"""Fills the details pane: the post from the planner, its checks from the worker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import KnownError
from app.model.rows import PostRow
from app.networks.catalogue import networks
from ui.calendar.details import Details
from ui.context import UiContext

if TYPE_CHECKING:
    from app.model.assessment import Assessment
    from app.model.post import Post

CLOSE_BY = timedelta(hours=2)
"""Two posts on one network nearer than this are worth a quiet note."""


class Inspector(QObject):
    """Keeps the details pane true to one post, or to an empty day."""

    def __init__(self, context: UiContext, details: Details) -> None:
        super().__init__(details)
        self._context = context
        self._details = details

    def show_post(self, post_id: int, month: Iterable[PostRow]) -> None:
        """Show a post; ``month`` are the posts around it."""
        from ui.calendar.facts import Subject, networks_shown

        planner = self._context.planner
        try:
            post, row = planner.posts.get(post_id), planner.lists.row(post_id)
        except KnownError:  # it went away meanwhile
            self.show_day(None)
            return
        codes = {record.id: record.code for record in planner.records.consents()}
        subject = Subject(
            post,
            row,
            consents=tuple(codes[key] for key in post.consent_ids if key in codes),
            networks=networks_shown(planner.records.account().networks, post.networks),
            notes=close_by(row, tuple(month)),
            may_write=not planner.read_only,
        )
        self._details.show_subject(subject, planner.now())
        self._assess(post)

    def show_day(self, day: date | None) -> None:
        """Nothing is chosen; a new post may be wanted on ``day``."""
        may_write = not self._context.planner.read_only
        self._details.show_nothing(day, may_write=may_write)

    def _assess(self, post: Post) -> None:
        def done(assessment: Assessment) -> None:
            self._details.show_assessment(post.id, assessment)

        work = self._context.planner.gate.task(post)
        self._context.tasks.run(work, done, key="calendar details")


def close_by(row: PostRow, others: Sequence[PostRow]) -> tuple[str, ...]:
    """A note for each other post on one of the same networks within two hours."""
    if row.when is None:
        return ()
    moment = row.when.utc()
    known = networks()
    notes = []
    for other in others:
        shared = [name for name in row.networks if name in other.networks]
        if other.id == row.id or other.when is None or not shared:
            continue
        if abs(other.when.utc() - moment) < CLOSE_BY:
            where = known[shared[0]].name if shared[0] in known else shared[0]
            notes.append(f"“{other.title}” goes to {where} within two hours of this.")
    return tuple(notes)
