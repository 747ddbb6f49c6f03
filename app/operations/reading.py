"""What views show: months, lists, counts. Reading only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from app.calendar.awareness import Awareness, awareness_between
from app.calendar.month import MonthGrid, build_month, month_range
from app.errors import Refused
from app.model.rows import PostFilter, PostRow
from app.model.state import State
from app.model.walltime import WallTime
from app.operations.session import Session
from app.store import search
from app.store.rows import row, rows_between, rows_of, unscheduled_rows


class CalendarDesk:
    """Months as plain data."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def month(self, year: int, month: int) -> MonthGrid:
        """The weeks that show a month, with their posts and awareness days."""
        session = self._session
        week_start = int(session.setting("week_start"))
        first, last = month_range(year, month, week_start)
        rows = rows_between(session.store, first, last)
        return build_month(
            year, month, rows, session.today(), week_start, self.awareness(first, last)
        )

    def awareness(self, first: date, last: date) -> tuple[Awareness, ...]:
        """Awareness days between two days, both included, for the practice's countries."""
        if not self._session.setting("awareness_days"):
            return ()
        return awareness_between(first, last, self._session.account.jurisdictions or None)

    def unscheduled(self) -> tuple[PostRow, ...]:
        """Posts without a date that are not out yet."""
        return unscheduled_rows(self._session.store)

    def usual_time(self, day: date) -> WallTime:
        """When a new post on ``day`` would go out."""
        return usual_time(self._session, day)


class ListDesk:
    """Lists of posts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rows(self, wanted: PostFilter | None = None) -> tuple[PostRow, ...]:
        """The posts that fulfil every condition of the filter."""
        return self._session.rows(wanted or PostFilter())

    def row(self, post_id: int) -> PostRow:
        """One post as a row."""
        found = row(self._session.store, post_id)
        if found is None:
            raise Refused("This post is no longer there.")
        return found

    def ids(self, wanted: PostFilter, order: str, *, descending: bool = False) -> tuple[int, ...]:
        """The posts of a filter without words, sorted by ``date``, ``changed`` or ``title``."""
        session = self._session
        return search.ids(session.store, wanted, session.now(), order, descending=descending)

    def rows_of(self, ids: Sequence[int]) -> tuple[PostRow, ...]:
        """The rows of these posts in this order; unknown ids are left out."""
        return rows_of(self._session.store, ids)

    def needing(self) -> int:
        """How many posts need the author: ``needs_me`` of ``counts``, for less."""
        return search.count_needing(self._session.store, self._session.now())

    def counts(self) -> Mapping[str, int]:
        """How many posts each saved filter holds.

        Keys: all, needs_me, sent_back, no_date, posted, bin, and one for each state.
        """
        session = self._session
        counts = dict(search.counts(session.store, session.now()))
        for state in State:
            counts.setdefault(state.value, 0)
        return counts


def usual_time(session: Session, day: date) -> WallTime:
    """The usual posting time on a day, in the planner's zone."""
    clock = time.fromisoformat(str(session.setting("usual_time")))
    return WallTime(datetime.combine(day, clock), session.zone)
