"""What a screen reader and a tooltip say of days, posts and awareness days."""

from __future__ import annotations

from datetime import datetime

from app.calendar.month import Day
from app.model.post import State
from app.model.rows import PostRow
from app.networks.catalogue import networks
from ui.widgets.looks import look_of

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_name(day: Day) -> str:
    """For example "Thursday 17 September, 4 posts, World Patient Safety Day"."""
    date = day.date
    parts = [f"{WEEKDAYS[date.weekday()]} {date.day} {MONTHS[date.month - 1]}"]
    if day.today:
        parts.append("today")
    parts.append(posts_words(len(day.rows)))
    parts.extend(item.name for item in day.awareness)
    return ", ".join(parts)


def posts_words(count: int) -> str:
    """ "no posts", "1 post", "4 posts"."""
    if count == 0:
        return "no posts"
    return "1 post" if count == 1 else f"{count} posts"


def tile_name(row: PostRow, now: datetime) -> str:
    """For example "Your watch says AFib. Now what?, LinkedIn, Thu 24 Sep 08:00, In review, 2 to fix"."""
    known = networks()
    parts = [row.title or "Untitled"]
    parts.extend(known[name].name if name in known else name for name in row.networks)
    parts.append(when_words(row))
    parts.extend(state_parts(row, now))
    return ", ".join(parts)


def when_words(row: PostRow) -> str:
    """Short day and time of a post, or "no date"."""
    if row.when is None:
        return "no date"
    local = row.when.local
    weekday = WEEKDAYS[local.weekday()][:3]
    return f"{weekday} {local.day} {MONTHS[local.month - 1][:3]} {local:%H:%M}"


def state_parts(row: PostRow, now: datetime) -> list[str]:
    """The state, the flags, and what is open, each in a few words."""
    look = look_of(row, now)
    parts = [look.words]
    if row.overdue(now) and row.sent_back:
        parts.append("Overdue")
    counted = row.state in (State.DRAFT, State.REVIEW, State.READY)
    if counted and row.tally.blocks + row.tally.to_consider:
        parts.append(row.tally.words())
    return parts


def tile_tooltip(row: PostRow, now: datetime) -> str:
    """The tile in full over a few lines, for the pointer."""
    known = networks()
    where = ", ".join(known[name].name if name in known else name for name in row.networks)
    lines = [row.title or "Untitled", when_words(row), where, ", ".join(state_parts(row, now))]
    return "\n".join(line for line in lines if line)
