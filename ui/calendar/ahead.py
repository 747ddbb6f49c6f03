"""The months beside the one shown, read and painted while nobody waits for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from app.calendar.month import MonthGrid
from app.errors import KnownError
from ui.calendar.view import MonthView

REST_MS = 300
_DONE = object()

Load = Callable[[int, int], MonthGrid]


class Ahead(QObject):
    """Goes through the months in steps of one day, each below a millisecond, when all is quiet.

    Page Up and Page Down then find everything there. ``begin`` again puts off what is left.
    """

    def __init__(self, view: MonthView, load: Load) -> None:
        """``load`` gives the grid of a year and month as it would be shown."""
        super().__init__(view)
        self._view = view
        self._load = load
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    def begin(self, year: int, month: int) -> None:
        """Get the months after and before this one ready, after a rest."""
        self._steps = self._prepare(year * 12 + month - 1)
        self._timer.start(REST_MS)

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()

    def _prepare(self, shown: int) -> Iterator[None]:
        for months in (shown + 1, shown - 1):
            year, month = divmod(months, 12)
            grid = self._load(year, month + 1)
            yield
            yield from self._view.prepare(grid)

    def _step(self) -> None:
        try:
            done = next(self._steps, _DONE)
        except KnownError:
            # Whoever turns to that month is told.
            return
        if done is not _DONE:
            self._timer.start(0)
