"""Posts in every state, as plain rows and as stored posts, in September 2026."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from uuid import uuid4

from app.calendar.awareness import Awareness
from app.calendar.month import MonthGrid, build_month
from app.model.assessment import Tally
from app.model.post import Post, SentBack, State
from app.model.rows import PostRow
from app.model.walltime import WallTime
from app.planner import Planner
from app.store.posts import put_post

NOW = datetime(2026, 9, 10, 8, 41, tzinfo=UTC)
ZONE = "Europe/London"

SAFETY = Awareness(
    "psd",
    "World Patient Safety Day",
    "Patient Safety",
    date(2026, 9, 17),
    date(2026, 9, 17),
    ("World",),
)


def make_row(
    post_id: int,
    title: str = "A post",
    *,
    state: State = State.DRAFT,
    day: date | None = date(2026, 9, 24),
    clock: tuple[int, int] = (8, 0),
    networks: tuple[str, ...] = ("linkedin",),
    to_fix: int = 0,
    to_confirm: int = 0,
    sent_back: bool = False,
) -> PostRow:
    when = None
    if day is not None:
        when = WallTime(datetime.combine(day, time(*clock)), ZONE)
    tally = Tally(to_fix, 0, to_confirm, 9)
    return PostRow(post_id, title, state, when, networks, tally, sent_back, NOW)


def september(rows: list[PostRow]) -> MonthGrid:
    return build_month(2026, 9, rows, date(2026, 9, 10), 0, (SAFETY,))


def put_row(planner: Planner, row: PostRow, text: str = "Some words.") -> int:
    """Store a post in any state, without its history; its id."""
    sent = SentBack(NOW, "You edited 1 sentence", ("a",), 3) if row.sent_back else None
    post = Post(
        0,
        uuid4().hex,
        f"# {row.title}\n\n{text}\n",
        NOW,
        row.changed_at,
        state=row.state,
        when=row.when,
        networks=row.networks,
        sent_back=sent,
    )
    store = planner._session.store
    with store.transaction() as tx:
        return put_post(tx, post, row.tally).id
