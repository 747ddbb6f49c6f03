"""Handing the schedule over: what would be written, and writing it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from app.exchange.presets import Preset, presets
from app.exchange.schedule import (
    Candidate,
    ExportPlan,
    ExportRequest,
    plan_export,
    write_export,
)
from app.model.post import State
from app.model.rows import PostFilter
from app.operations.session import Session
from app.store.audit import add_event
from app.store.history import last_snapshot

READY_ONLY = frozenset({State.READY})


class ExportDesk:
    """The schedule as CSV. Nothing is written before ``write``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def presets(self) -> Mapping[str, Preset]:
        """The forms that can be written, by id."""
        return presets()

    def preview(
        self,
        preset: str,
        first: date,
        last: date,
        *,
        states: frozenset[State] = READY_ONLY,
        networks: frozenset[str] = frozenset(),
    ) -> ExportPlan:
        """The very bytes that would be written, what is left out and why.

        ``first`` and ``last`` are days in the planner's zone, both included. The gate is
        run again for every post, so that a consent that ended meanwhile keeps its post out.
        """
        session = self._session
        request = ExportRequest(preset, first, last, states, networks, session.zone)
        # A post planned in another zone may fall on the day before or after.
        near = timedelta(days=1)
        planned = session.rows(PostFilter(since=first - near, until=last + near))
        undated = session.rows(PostFilter(unscheduled=True, states=READY_ONLY))
        return plan_export(request, [self._candidate(row.id) for row in (*planned, *undated)])

    def write(self, plan: ExportPlan, folder: Path) -> tuple[Path, ...]:
        """Write the files of a plan into a folder; all or nothing for each file."""
        paths = write_export(plan, folder)
        session = self._session
        with session.store.transaction() as tx:
            add_event(tx, "exported", None, plan.request.preset, at=session.now())
        return paths

    def _candidate(self, post_id: int) -> Candidate:
        session = self._session
        post = session.post(post_id)
        return Candidate(
            post=post,
            assessment=session.assess(post),
            snapshot=last_snapshot(session.store, post_id),
            sources=session.linked_sources(post),
        )
