"""Brings posts up to date whose words were saved before the gate had looked at them.

Words are written down at once and weighed on the worker, so that neither waits for the
other. Until then a post keeps its old counts; a Ready one whose words changed is not
Ready any more. What the planner was closed upon is weighed when it opens again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.errors import KnownError
from app.model.changes import Changes
from ui.bridge import Bridge
from ui.tasks import Tasks

if TYPE_CHECKING:
    from app.model.assessment import Assessment
    from app.planner import Planner

_PAUSE_MS = 200  # what is typed now is looked at first


class Weigher(QObject):
    """Hears of every change; one post at a time is weighed."""

    def __init__(
        self, planner: Planner, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._planner, self._tasks = planner, tasks
        self._busy = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.catch_up)
        bridge.changed.connect(self._on_changes)

    def stop(self) -> None:
        """Leave the rest for the next time the planner is opened."""
        self._pause.stop()
        self._busy = -1

    def catch_up(self) -> None:
        """Weigh what waits, on the worker unless the gate knows the answer already."""
        self._pause.stop()
        if self._busy or self._planner.read_only:
            return
        try:
            for post_id in self._planner.gate.unweighed():
                if not self._planner.gate.knows(post_id):
                    self._start(post_id)
                    return
                self._planner.gate.weigh(post_id)
        except KnownError:
            # What stands in the way of saving is said where words are typed.
            return

    def _start(self, post_id: int) -> None:
        self._busy = post_id

        def done(_: Assessment) -> None:
            if self._busy == post_id:
                self._busy = 0
                self.catch_up()

        def failed(error: Exception) -> None:
            self._busy = 0
            raise error

        gate = self._planner.gate
        self._tasks.run(gate.task(self._planner.posts.get(post_id)), done, failed)

    def _on_changes(self, changes: Changes) -> None:
        if changes.posts and not self._busy:
            self._pause.start()
