"""A post in words: what a screen reader and a tooltip say of a tile or a list row."""

from __future__ import annotations

from datetime import datetime

from app.calendar.words import clock_words, short_day
from app.model.rows import PostRow
from app.model.state import State
from app.networks.catalogue import networks
from ui.widgets.looks import look_of


def tile_name(row: PostRow, now: datetime) -> str:
    """Title, networks, time, state, what is open.

    For example "Salt: what labels hide, X, Mon 7 Sep 18:00, In review, 2 to fix".
    """
    parts = [row.title or "Untitled", *network_names(row)]
    parts.append(planned_words(row))
    parts.extend(state_parts(row, now))
    return ", ".join(parts)


def planned_words(row: PostRow) -> str:
    """Short day and time of a post, or "no date"."""
    if row.when is None:
        return "no date"
    return f"{short_day(row.when.day)} {clock_words(row.when.clock)}"


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
    where = ", ".join(network_names(row))
    lines = [row.title or "Untitled", planned_words(row), where, ", ".join(state_parts(row, now))]
    return "\n".join(line for line in lines if line)


def network_names(row: PostRow) -> list[str]:
    """The networks of a post by name."""
    known = networks()
    return [known[name].name if name in known else name for name in row.networks]


def network_letters(row: PostRow) -> list[str]:
    """The networks of a post by their letters: in, Ig, X."""
    known = networks()
    return [known[name].letters if name in known else name[:2] for name in row.networks]
