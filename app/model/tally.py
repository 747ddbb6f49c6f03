"""How many checks of a post are open; apart from the checks, because lists need no more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many checks are open: what the calendar tile and the lists show."""

    to_fix: int = 0
    to_consider: int = 0
    to_confirm: int = 0
    clear: int = 0

    @property
    def blocks(self) -> int:
        """Checks that stop Ready."""
        return self.to_fix + self.to_confirm

    def words(self) -> str:
        """Counts in words, for example "2 to fix, 2 to confirm"; "all clear" if none is open."""
        parts = [
            f"{count} to {name}"
            for count, name in (
                (self.to_fix, "fix"),
                (self.to_consider, "consider"),
                (self.to_confirm, "confirm"),
            )
            if count
        ]
        return ", ".join(parts) or "all clear"
