"""Where a post is in its life; apart from the post, because calendar and lists need no more."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a post is in its life (design section 4). The bin is a flag, not a state."""

    IDEA = "idea"
    DRAFT = "draft"
    REVIEW = "review"
    READY = "ready"
    POSTED = "posted"
    ARCHIVED = "archived"
