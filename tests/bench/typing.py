"""From a keystroke to findings, and the commit that autosave makes."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from app.planner import Planner
from tests.bench.planners import TODAY, filled, text_of
from tests.bench.report import line, median_ms


def run() -> bool:
    """Print the gate's and the store's figures; whether the budgets are kept."""
    with tempfile.TemporaryDirectory() as folder:
        path = filled(Path(folder) / "bench.primum", 10_000)
        planner = Planner.open(path, clock=lambda: TODAY)
        kept = True
        for length, budget in ((500, 10.0), (3_000, 40.0)):
            kept &= line(
                f"keystroke to findings, {length:,} characters",
                _gate_ms(planner, length),
                "ms",
                budget,
            )
        kept &= line("autosave commit, 10,000 posts", _save_ms(planner), "ms", 8.0)
        planner.close()
    return kept


def _gate_ms(planner: Planner, length: int) -> float:
    post = planner.posts.get(planner.posts.new(text_of(length), networks=["linkedin"]).created)
    turn = 0

    def keystroke() -> None:
        nonlocal turn
        turn += 1
        planner.gate.task(replace(post, body=f"{post.body} word{turn}"))()

    return median_ms(keystroke)


def _save_ms(planner: Planner) -> float:
    """The write alone: the gate's part is measured above and runs on another thread."""
    from app.store.history import keep_version_of_day
    from app.store.posts import put_post

    session = planner._session
    post = planner.posts.get(planner.posts.new(text_of(1_500), networks=["linkedin"]).created)
    tally = planner.gate.assess(post.id).tally
    turn = 0

    def save() -> None:
        nonlocal turn
        turn += 1
        with session.store.transaction() as tx:
            keep_version_of_day(tx, post, planner.today())
            put_post(tx, replace(post, body=f"{post.body} word{turn}"), tally)

    return median_ms(save, rounds=200)
