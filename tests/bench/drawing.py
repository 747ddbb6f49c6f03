"""The month: switching and repainting with 2,000 posts in view."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from app.planner import Planner
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
        path = filled(Path(folder) / "bench.primum", 6_000, in_month=2_000)
        planner = Planner.open(path, clock=lambda: TODAY)
        window = MainWindow(planner, theme)
        window.resize(1400, 900)
        window.show()
        window.go("calendar")
        app.processEvents()
        page = window.page
        assert isinstance(page, CalendarPage)
        kept = _measure(app, page)
        window.close()
        app.processEvents()
        planner.close()
    return kept


def _measure(app: QApplication, page: CalendarPage) -> bool:
    view = page.view
    target = QPixmap(view.viewport().size())
    turns = 0

    def switch() -> None:
        nonlocal turns
        turns += 1
        page.turn(1 if turns % 2 else -1)
        view.viewport().render(target)

    kept = line(
        "repaint of a month of 2,000 posts",
        median_ms(lambda: view.viewport().render(target)),
        "ms",
        8.0,
    )
    app.processEvents()
    return kept & line("month switch, query and paint", median_ms(switch, rounds=40), "ms", 16.0)
