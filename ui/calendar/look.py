"""What a tile counts in red."""

from __future__ import annotations

from app.model.rows import PostRow
from app.model.state import State


def badge_count(row: PostRow) -> int:
    """The red number on a tile: what must be fixed in review, what reopened when sent back."""
    if row.sent_back:
        return row.tally.to_fix or row.tally.blocks
    return row.tally.to_fix if row.state is State.REVIEW else 0
