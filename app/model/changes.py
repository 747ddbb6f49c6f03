"""What an operation changed, so that each open view refreshes only what it shows."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids that were created, changed or removed, and what was done in words.

    ``done`` is the toast ("Moved to Tue 22 Sep, 08:00"); empty for quiet changes
    such as autosave. ``undoable`` says whether Undo would take it back.
    """

    posts: frozenset[int] = frozenset()
    sources: frozenset[int] = frozenset()
    consents: frozenset[int] = frozenset()
    interests: frozenset[int] = frozenset()
    registers: frozenset[int] = frozenset()
    settings: frozenset[str] = frozenset()
    account: bool = False
    done: str = ""
    undoable: bool = False
    created: int = 0
    notes: tuple[str, ...] = field(default=())

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            posts=self.posts | other.posts,
            sources=self.sources | other.sources,
            consents=self.consents | other.consents,
            interests=self.interests | other.interests,
            registers=self.registers | other.registers,
            settings=self.settings | other.settings,
            account=self.account or other.account,
            done=other.done or self.done,
            undoable=self.undoable or other.undoable,
            created=other.created or self.created,
            notes=self.notes + other.notes,
        )
