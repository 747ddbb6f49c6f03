"""Where the user has been, for Back and Forward."""

from __future__ import annotations

from typing import NamedTuple

_KEPT = 50


class Place(NamedTuple):
    """A page by name, and the post that was open on it (0: none)."""

    page: str
    post_id: int = 0


class Trail:
    """Places visited, with a finger on the present one."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        """The present place."""
        return self._places[self._at] if self._places else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier place."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether Back was used and not yet taken back."""
        return self._at < len(self._places) - 1

    def visit(self, place: Place) -> None:
        """Arrive at ``place``; what lay ahead is forgotten."""
        if place == self.here:
            return
        self._places = [*self._places[: self._at + 1], place][-_KEPT:]
        self._at = len(self._places) - 1

    def forget(self, post_id: int) -> None:
        """A post is gone for good: there is no way back to it."""
        kept: list[Place] = []
        at = self._at
        for number, place in enumerate(self._places):
            if place.post_id == post_id or place in kept[-1:]:
                at -= number <= self._at
            else:
                kept.append(place)
        self._places, self._at = kept, at

    def back(self) -> Place | None:
        """Step back; None when there is nowhere to go."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> Place | None:
        """Step forward; None when there is nowhere to go."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self._places[self._at]
