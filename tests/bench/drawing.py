"""The month: switching and repainting with 2,000 posts in view.

Pictures of days are kept, and the months beside the one shown are painted while nobody
waits. What it costs when nothing was kept yet is printed beside that.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from app.model.changes import Changes
from app.model.tally import Tally
from app.planner import Planner
from app.store.posts import put_post
from tests.bench.planners import TODAY, filled
from tests.bench.report import line, median_ms
from ui.calendar.page import CalendarPage
from ui.theme.theme import Theme
from ui.window import MainWindow


def run() -> bool:
    """Print the month's figures at 1400x900; whether the budgets are kept."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme("light")
    theme.apply(app)
    with tempfile.TemporaryDirectory() as folder:
        path = filled(Path(folder) / "bench.primum", 14_000, in_month=1_650, months=8)
        planner = Planner.open(path, clock=lambda: TODAY)
        window = MainWindow(planner, theme)
        window.resize(1400, 900)
        window.show()
        window.go("calendar")
        app.processEvents()
        page = window.page
        assert isinstance(page, CalendarPage)
        kept = _Month(app, page, planner).measure()
        window.close()
        app.processEvents()
        planner.close()
    return kept


class _Month:
    """The calendar of a window, measured."""

    def __init__(self, app: QApplication, page: CalendarPage, planner: Planner) -> None:
        self._app = app
        self._page = page
        self._planner = planner
        self._target = QPixmap(page.view.viewport().size())

    def measure(self) -> bool:
        page = self._page
        page.turn(1)
        self._paint()
        posts = f"{sum(len(day.rows) for day in page.view.days.grid.days):,} posts"
        kept = line(f"repaint of a month, {posts}", median_ms(self._paint), "ms", 8.0)
        line("  after one of them changed, with its query", self._after_change(), "ms", None)
        line("  with nothing kept (theme, text size)", self._anew(), "ms", None)
        kept &= line("month switch, query and paint", self._switch(self._rest), "ms", 16.0)
        line("  to a month never seen, without a rest", self._switch(_no_rest), "ms", None)
        return kept

    def _paint(self) -> None:
        self._page.view.viewport().render(self._target)

    def _after_change(self) -> float:
        """Another title, stored; then what the window does about it."""
        store = self._planner._session.store
        rows = [row for day in self._page.view.days.grid.days for row in day.rows]
        times = []
        for turn in range(20):
            post = self._planner.posts.get(rows[turn * 7].id)
            with store.transaction() as tx:
                put_post(tx, replace(post, body=f"# Changed {turn}\n\nWords."), Tally(1, 0, 0, 5))
            changes = Changes(posts=frozenset((post.id,)))
            times.append(_ms(lambda changes=changes: (self._page.refresh(changes), self._paint())))
        return sorted(times)[len(times) // 2]

    def _anew(self) -> float:
        times = []
        for _ in range(9):
            self._page.view.restyle(self._page._context.theme)
            times.append(_ms(self._paint))
        return sorted(times)[len(times) // 2]

    def _switch(self, rest: Callable[[], None]) -> float:
        """The median switch to a month that was not shown before, after a ``rest`` each."""
        page = self._page
        self._planner._session.store.row_cache.clear()
        page.view.restyle(page._context.theme)
        page.go_to_today()
        times = []
        for _ in range(6):
            rest()
            times.append(_ms(lambda: (page.turn(1), self._paint())))
        return sorted(times)[len(times) // 2]

    def _rest(self) -> None:
        """A second in which the user reads."""
        end = time.perf_counter() + 1
        while time.perf_counter() < end:
            self._app.processEvents()


def _no_rest() -> None:
    """On at once."""


def _ms(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000
