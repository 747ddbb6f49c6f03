"""What the user is told, and what is a bug.

A ``KnownError`` carries the words she will read: what happened, whether her work
is safe, what to do. Anything else that is raised is a bug and goes to the error
report. The sentences are those of design section 15.
"""

from __future__ import annotations


class KnownError(Exception):
    """Something went wrong that is not a bug.

    Attributes:
        headline: what happened, one short sentence.
        detail: whether the work is safe and what to do.
        remedies: ids of what the interface may offer, best first, for example ``try_again``.
        technical: for "Copy details"; never holds text of a post.
    """

    def __init__(
        self,
        headline: str,
        detail: str = "",
        *,
        remedies: tuple[str, ...] = (),
        technical: str = "",
    ) -> None:
        super().__init__(f"{headline} {detail}".strip())
        self.headline = headline
        self.detail = detail
        self.remedies = remedies
        self.technical = technical


class CannotOpen(KnownError):
    """The planner file cannot be opened; nothing was changed."""


class WrongPassphrase(CannotOpen):
    """The passphrase does not open this planner."""


class NotSaved(KnownError):
    """A write failed; what was on screen is still there."""


class Refused(KnownError):
    """A move or edit that the workflow does not allow now; the headline says why."""


class BadInput(KnownError):
    """Something the user gave cannot be used: a file, a date, an identifier."""
