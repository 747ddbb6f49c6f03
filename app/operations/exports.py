"""Handing the schedule over: what would be written, and writing it."""

from __future__ import annotations

from pathlib import Path

from app.exchange.schedule import (
    Candidate,
    ExportPlan,
    ExportRequest,
    plan_export,
    write_export,
)
from app.model.rows import PostFilter
from app.operations.session import Session
from app.store.history import last_snapshot


class ExportDesk:
    """The schedule as CSV. Nothing is written before ``write``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def preview(self, request: ExportRequest) -> ExportPlan:
        """The very bytes that would be written, what is left out and why.

        The gate is run again for every post, so that a consent that ended meanwhile
        keeps its post out.
        """
        session = self._session
        wanted = PostFilter(since=request.first, until=request.last)
        rows = session.rows(wanted)
        return plan_export(request, tuple(self._candidate(row.id) for row in rows))

    def write(self, plan: ExportPlan, folder: Path) -> tuple[Path, ...]:
        """Write the files of a plan into a folder; all or nothing for each file."""
        return write_export(plan, folder)

    def _candidate(self, post_id: int) -> Candidate:
        session = self._session
        post = session.post(post_id)
        return Candidate(
            post=post,
            assessment=session.assess(post),
            snapshot=last_snapshot(session.store, post_id),
            sources=session.linked_sources(post),
        )
