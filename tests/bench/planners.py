"""Planners filled for measuring."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from app.model.assessment import Tally
from app.model.post import Post, State
from app.model.walltime import WallTime
from app.planner import Planner
from app.store.posts import put_post

TODAY = datetime(2026, 9, 10, 8, 41, tzinfo=UTC)
SENTENCES = (
    "Walking is a good first exercise for many people.",
    "Sit quietly for five minutes before you measure.",
    "Bring a list of everything you take to your visit.",
    "Two readings, a minute apart, are better than one.",
    "Salt hides in bread, soup and sauces.",
    "Ask before you stop a tablet.",
    "An echo shows how the valves open and close.",
    "One high number is a reason to measure again, not to panic.",
)


def text_of(length: int, seed: int = 1) -> str:
    """A sober post of about ``length`` characters."""
    chance = random.Random(seed)
    text = "# A habit worth having\n\n"
    while len(text) < length:
        text += chance.choice(SENTENCES) + (" " if chance.random() < 0.7 else "\n\n")
    return text[:length]


def filled(path: Path, posts: int, in_month: int = 0, months: int = 1) -> Path:
    """A planner without a password that holds ``posts`` posts.

    ``in_month`` of them are in September, and as many in each of the ``months`` from then on.
    """
    planner = Planner.create(path, clock=lambda: TODAY)
    planner.set_setting("zone", "Europe/London")
    chance = random.Random(7)
    first = date(2026, 8, 31)
    store = planner._session.store
    with store.transaction() as tx:
        for number in range(posts):
            if number < in_month * months:
                day = first + timedelta(days=number % months * 30 + chance.randrange(42))
            else:
                day = date(2020, 1, 1) + timedelta(days=chance.randrange(2400))
            put_post(tx, _post(number, day, chance), Tally(chance.randrange(3), 1, 2, 9))
    planner.close()
    return path


def _post(number: int, day: date, chance: random.Random) -> Post:
    local = datetime.combine(day, datetime.min.time()).replace(
        hour=chance.randrange(7, 20), minute=chance.choice((0, 30))
    )
    return Post(
        id=0,
        uid=UUID(int=number + 1).hex,
        body=text_of(400, number % 50),
        created_at=TODAY,
        changed_at=TODAY,
        state=chance.choice(list(State)),
        when=WallTime(local, "Europe/London"),
        networks=(chance.choice(("linkedin", "instagram", "x")),),
    )
