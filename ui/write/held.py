"""What is said when a post cannot be left because its last words are not saved."""

from __future__ import annotations

from app.errors import KnownError, NotSaved

_LEAD = "Not saved: "


def held_by(error: KnownError) -> KnownError:
    """The failure that keeps the post in front, as a message with its ways out."""
    cause = error.headline.removeprefix(_LEAD)
    cause = f"{cause[:1].upper()}{cause[1:]}"
    return NotSaved(
        "This post stays open: its last words are not saved.",
        f"{cause} {error.detail}".strip(),
        remedies=error.remedies or ("save_again", "save_copy"),
        technical=error.technical,
    )
