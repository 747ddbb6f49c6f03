"""Looks at Ready posts again when the planner opens and when a new day begins.

Time moves too: a consent ends, a source grows old. One post at a time, so that
nothing she does has to wait.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QTimer

from app.errors import KnownError
from ui.context import UiContext

_REST_MS = 6000  # her first clicks come first
_STEP_MS = 20
_TICK_MS = 60_000


class Caretaker(QObject):
    """Call ``begin`` once the window is there and ``stop`` before the planner closes."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting: list[int] = []
        self._sent_back = 0
        self._day: date | None = None
        self._step = QTimer(self)
        self._step.setSingleShot(True)
        self._step.timeout.connect(self._next)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._tick)

    def begin(self, rest_ms: int = _REST_MS) -> None:
        """Start after a rest, when the window has been painted."""
        self._step.start(rest_ms)
        self._clock.start()

    def stop(self) -> None:
        """Leave everything as it is."""
        self._step.stop()
        self._clock.stop()

    def _tick(self) -> None:
        if self._day is not None and self._context.planner.today() != self._day:
            self._day = None
            self._step.start(0)

    def _next(self) -> None:
        planner = self._context.planner
        try:
            if self._day is None:
                planner.tidy()
                self._day = planner.today()
                self._waiting = list(planner.gate.ready_posts())
                self._sent_back = 0
                self._context.weigher.catch_up()
            elif self._waiting:
                self._sent_back += bool(planner.gate.look_again(self._waiting.pop()).posts)
        except KnownError:
            # The page she is on says what is wrong as soon as she does something.
            self.stop()
            return
        if self._waiting:
            self._step.start(_STEP_MS)
        elif self._sent_back:
            self._say()

    def _say(self) -> None:
        count, self._sent_back = self._sent_back, 0
        posts = "1 post is" if count == 1 else f"{count} posts are"
        self._context.toasts.say(f"{posts} no longer Ready: checks opened again with time.")
