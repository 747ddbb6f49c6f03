"""How a state of a post looks everywhere: icon, ink, fill and words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from app.model.rows import PostRow
from app.model.state import State


class Look(NamedTuple):
    """Icon name, colour tokens and words; an empty ``fill`` means none, ``outline`` likewise."""

    icon: str
    ink: str
    fill: str
    words: str
    outline: str = ""
    dashed: bool = False
    title: str = "text"


LOOKS: Mapping[State, Look] = MappingProxyType(
    {
        State.IDEA: Look("bulb", "draft", "", "Idea", outline="line2", dashed=True),
        State.DRAFT: Look("pencil", "draft", "draftSoft", "Draft"),
        State.REVIEW: Look("eye", "review", "reviewSoft", "In review"),
        State.READY: Look("check-circle", "ready", "readySoft", "Ready"),
        State.POSTED: Look("double-check", "text2", "", "Posted", title="text2"),
        State.ARCHIVED: Look("archive", "text2", "", "Archived", title="text2"),
    }
)
OVERDUE = Look("clock", "block", "surface", "Overdue", outline="block")
SENT_BACK = Look("alert-triangle", "block", "blockSoft", "Sent back", outline="block")


def look_of(row: PostRow, now: datetime) -> Look:
    """The look of a tile or list row at ``now`` (aware UTC): its flags win over its state."""
    if row.sent_back:
        return SENT_BACK
    if row.overdue(now):
        return OVERDUE
    return LOOKS[row.state]
