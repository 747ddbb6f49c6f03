"""Which posts the month shows: by network and by state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.calendar.month import MonthGrid
from app.model.rows import PostRow
from app.model.state import State


@dataclass(frozen=True, slots=True)
class MonthFilter:
    """What is left out. Nothing is, by default; a post shows while one of its networks does."""

    hidden_states: frozenset[State] = frozenset()
    hidden_networks: frozenset[str] = frozenset()

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        return bool(self.hidden_states or self.hidden_networks)

    def keeps(self, row: PostRow) -> bool:
        """Whether the post is shown; one without a network always is."""
        if row.state in self.hidden_states:
            return False
        return not row.networks or not self.hidden_networks.issuperset(row.networks)

    def rows(self, rows: Sequence[PostRow]) -> tuple[PostRow, ...]:
        """The rows that are shown."""
        return tuple(row for row in rows if self.keeps(row))

    def grid(self, grid: MonthGrid) -> MonthGrid:
        """The month with the posts that are shown."""
        if not self.active:
            return grid
        weeks = tuple(
            tuple(replace(day, rows=self.rows(day.rows)) for day in week) for week in grid.weeks
        )
        return replace(grid, weeks=weeks)
