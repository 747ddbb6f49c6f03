"""What the planner changed, as one Qt signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.model.changes import Changes

if TYPE_CHECKING:
    from app.planner import Planner


class Bridge(QObject):
    """Relays every ``Changes`` of a planner; ``changed`` carries it to whoever shows something."""

    changed = Signal(Changes)

    def __init__(self, planner: Planner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = planner.subscribe(self._relay)

    def close(self) -> None:
        """Hear nothing more from the planner."""
        self._stop()

    def _relay(self, changes: Changes) -> None:
        self.changed.emit(changes)
