"""Work off the interface's thread: one worker, results back on the interface's thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from queue import SimpleQueue

Result = TypeVar("Result")


class _Job:
    """One piece of work and who hears of it."""

    __slots__ = ("done", "failed", "key", "number", "work")

    def __init__(
        self,
        number: int,
        key: str,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        self.number = number
        self.key = key
        self.work = work
        self.done = done
        self.failed = failed


class Tasks(QObject):
    """A queue with one worker thread, started at the first job and joined by ``close``.

    Jobs run one after the other. A job with a ``key`` replaces an older one with the
    same key: the older is skipped if it has not begun, and its result is dropped.
    """

    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[_Job | None] | None = None
        self._thread: Thread | None = None
        self._count = 0
        self._waiting = 0
        self._newest: dict[str, int] = {}
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return self._waiting > 0 and not self._closed

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        key: str = "",
    ) -> None:
        """Run ``work`` (pure, touching no widget) and hand its result to ``done``.

        An exception goes to ``failed``; without it, it is raised on the interface's
        thread, where the error report takes it.
        """
        if self._closed:
            return
        self._count += 1
        self._waiting += 1
        if key:
            self._newest[key] = self._count
        self._line().put(_Job(self._count, key, work, done, failed))

    def close(self) -> None:
        """Finish the job at hand, drop the rest and let the thread end."""
        self._closed = True
        if self._thread is not None:
            self._line().put(None)
            self._thread.join()
            self._thread = None

    def _line(self) -> SimpleQueue[_Job | None]:
        """Where jobs wait; made with the worker for the first of them."""
        if self._queue is None:
            from queue import SimpleQueue

            self._queue = SimpleQueue()
            self._thread = Thread(
                target=self._work_off, args=(self._queue,), name="primum-tasks", daemon=True
            )
            self._thread.start()
        return self._queue

    def _outdated(self, job: _Job) -> bool:
        return bool(job.key) and self._newest.get(job.key) != job.number

    def _work_off(self, queue: SimpleQueue[_Job | None]) -> None:
        while (job := queue.get()) is not None:
            if self._closed:
                continue
            result: object = None
            problem: Exception | None = None
            if not self._outdated(job):
                try:
                    result = job.work()
                except Exception as error:
                    problem = error
            self._finished.emit(job, result, problem)

    def _deliver(self, finished: object, result: object, problem: object) -> None:
        job = cast("_Job", finished)
        self._waiting -= 1
        if self._closed or self._outdated(job):
            return
        self._newest.pop(job.key, None)
        if not isinstance(problem, Exception):
            job.done(result)
        elif job.failed is not None:
            job.failed(problem)
        else:
            raise problem
