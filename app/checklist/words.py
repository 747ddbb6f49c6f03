"""Dates, lists and sentences as the panel writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

_MONTHS = (
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


def day_words(day: date, beside: date) -> str:
    """A day as "1 October", with its year when it is not that of ``beside``."""
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return words if day.year == beside.year else f"{words} {day.year}"


def moment_words(at: datetime, zone: str, today: date) -> str:
    """A moment as "today, 09:52" or "8 Sep, 19:18"; ``at`` is aware."""
    local = at.astimezone(ZoneInfo(zone))
    day = local.date()
    if day == today:
        name = "today"
    else:
        name = f"{day.day} {_MONTHS[day.month - 1][:3]}"
        if day.year != today.year:
            name += f" {day.year}"
    return f"{name}, {local:%H:%M}"


def listed(names: Sequence[str]) -> str:
    """Names in a row: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def several(number: int, word: str) -> str:
    """A number with its word: "1 sentence", "2 sentences"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def sentence(words: str) -> str:
    """Words as a sentence: with a capital and a full stop."""
    if not words:
        return ""
    ended = words if words[-1] in ".!?…" else f"{words}."
    return ended[0].upper() + ended[1:]


def clause(words: str) -> str:
    """A sentence as it goes on after a colon: without its capital and full stop.

    A first word that is a name or a code keeps its capital.
    """
    words = words.rstrip(".")
    first = words.split(" ", 1)[0]
    keeps = first[1:] != first[1:].lower() or first in ("I", "X")
    return words if not words or keeps else words[0].lower() + words[1:]


def shortened(words: str, longest: int = 90) -> str:
    """Words cut at a space, with a sign that there is more."""
    if len(words) <= longest:
        return words
    return words[:longest].rsplit(" ", 1)[0] + "…"
