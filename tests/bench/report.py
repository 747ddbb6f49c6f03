"""One line a figure: what, measured, budget, verdict."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def line(
    what: str,
    figure: float,
    unit: str,
    budget: float | None,
    note: str = "",
    *,
    least: bool = False,
) -> bool:
    """Print a figure beside its budget, the most or the ``least``; whether it keeps it."""
    kept = budget is None or (figure >= budget if least else figure <= budget)
    limit = f"{'>=' if least else '<='} {budget:g} {unit}" if budget is not None else ""
    verdict = "" if budget is None else "ok" if kept else "OVER"
    print(f"{what:<58} {figure:>9.2f} {unit:<4} {limit:<14} {verdict:<5} {note}".rstrip())
    return kept


def median_ms(work: Callable[[], object], rounds: int = 30, warm: int = 3) -> float:
    """Median milliseconds of ``work``."""
    for _ in range(warm):
        work()
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)
