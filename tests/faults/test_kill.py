"""kill -9 at any moment loses nothing that was acknowledged and leaves a file that opens."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from app.store import audit, history, posts, settings, upkeep
from app.store.open import open_store

from .conftest import Start

KILLS = 25
WRITER = """
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from app.model.assessment import Tally
from app.model.post import Post
from app.store import audit, history, posts, settings
from app.store.open import open_store

store = open_store(sys.argv[1])
store.select("PRAGMA wal_autocheckpoint = 20")  # so that kills meet checkpoints
number = int(settings.settings(store).get("number", 0))
now = datetime(2026, 9, 1, tzinfo=UTC)
while True:
    number += 1
    with store.transaction() as tx:
        post = posts.get_post(store, 1) or Post(0, "one", "", now, now)
        history.keep_version_of_day(tx, post, date(2026, 1, 1) + timedelta(days=number % 3000))
        body = f"# Number {number}\\n\\n" + f"word{number} " * (number % 400)
        posts.put_post(tx, replace(post, body=body), Tally(to_fix=number))
        audit.add_event(tx, "edit", 1, str(number))
        settings.put_setting(tx, "number", number)
    print(number, flush=True)
"""
MAKER = """
import sys
from pathlib import Path
from app.store.open import create_store

for number in range(1000):
    create_store(Path(sys.argv[1]) / f"{sys.argv[2]}-{number}.primum", None).close()
    print(number, flush=True)
"""


@pytest.mark.slow
def test_no_acknowledged_commit_is_lost(planner: Path, start: Start) -> None:
    pause = random.Random(20260901)
    last = 0
    for _ in range(KILLS):
        writer = start(WRITER, planner)
        assert writer.stdout is not None
        acknowledged = int(writer.stdout.readline())  # it is at work
        time.sleep(pause.uniform(0.0, 0.08))
        writer.kill()
        acknowledged = max([acknowledged, *map(int, writer.communicate()[0].split())])
        with open_store(planner) as store:
            number = int(settings.settings(store)["number"])
            # The one in flight may be in or out, as a whole.
            assert acknowledged <= number <= acknowledged + 1
            assert acknowledged > last
            last = acknowledged
            post = posts.get_post(store, 1)
            assert post is not None
            assert post.title == f"Number {number}"
            details = [int(event.detail) for event in audit.events(store)]
            assert details == list(range(1, number + 1))
            assert history.versions(store, 1) != ()
    with open_store(planner) as store:
        assert upkeep.troubles(store) == ()
        with store.transaction() as tx:
            assert upkeep.search_index_fits(tx)


@pytest.mark.slow
def test_a_planner_is_made_wholly_or_not_at_all(tmp_path: Path, start: Start) -> None:
    pause = random.Random(20260902)
    for attempt in range(4):
        maker = start(MAKER, tmp_path, attempt)
        assert maker.stdout is not None
        maker.stdout.readline()
        time.sleep(pause.uniform(0.0, 0.15))
        maker.kill()
        maker.communicate()
    made = list(tmp_path.glob("[0-9]*.primum"))
    assert len(made) >= 4
    for path in made:
        with open_store(path) as store:
            assert posts.posts(store) == ()
