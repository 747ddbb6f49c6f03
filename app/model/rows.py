"""What lists and calendar tiles show of a post, without its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from app.model.state import State
from app.model.tally import Tally
from app.model.walltime import WallTime

_FARTHEST_ZONE = timedelta(hours=15)


@lru_cache(maxsize=8)
def _bounds(now: datetime) -> tuple[datetime, datetime]:
    """Local times before the first are past in every zone, from the second on still to come."""
    utc = now.astimezone(UTC).replace(tzinfo=None)
    return utc - _FARTHEST_ZONE, utc + _FARTHEST_ZONE


@dataclass(frozen=True, slots=True)
class PostRow:
    """One line of a list or one tile. ``changed_at`` and ``binned_at`` are aware UTC."""

    id: int
    title: str
    state: State
    when: WallTime | None
    networks: tuple[str, ...]
    tally: Tally
    sent_back: bool
    changed_at: datetime
    binned_at: datetime | None = None
    sample: bool = False
    snippet: str = ""

    def overdue(self, now: datetime) -> bool:
        """Ready or earlier, planned for before ``now`` (aware UTC) and not posted."""
        if self.when is None or self.state in (State.POSTED, State.ARCHIVED):
            return False
        # Working out an instant is dear, so only what is near in any zone pays for it.
        surely_past, surely_future = _bounds(now)
        if self.when.local < surely_past:
            return True
        return self.when.local < surely_future and self.when.utc() < now


@dataclass(frozen=True, slots=True)
class PostFilter:
    """What a list shows; every given condition must hold.

    ``text`` is a full-text query in the user's words. ``since`` and ``until`` are
    local days, both included. ``needs_me`` is: sent back, overdue, or open checks in
    review. Order is by date, unscheduled last, unless ``text`` is given: best match first.
    """

    text: str = ""
    states: frozenset[State] = frozenset()
    networks: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    unscheduled: bool = False
    sent_back: bool = False
    needs_me: bool = False
    binned: bool = False
