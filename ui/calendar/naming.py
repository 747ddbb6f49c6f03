"""What a screen reader says of a day."""

from __future__ import annotations

from app.calendar.month import Day
from app.calendar.words import long_day


def day_name(day: Day) -> str:
    """For example "Thursday 17 September, 4 posts, World Patient Safety Day"."""
    parts = [long_day(day.date)]
    if day.today:
        parts.append("today")
    parts.append(posts_words(len(day.rows)))
    parts.extend(item.name for item in day.awareness)
    return ", ".join(parts)


def posts_words(count: int) -> str:
    """How many posts, for example "no posts", "1 post" or "4 posts"."""
    if count == 0:
        return "no posts"
    return "1 post" if count == 1 else f"{count} posts"
