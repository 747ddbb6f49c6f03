from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from app.model.post import Post
from app.store import posts
from app.store.open import create_store, keys_path, open_store
from app.store.store import Store

NOW = datetime(2026, 9, 1, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed, empty planner to copy: making one takes ten times as long."""
    path = tmp_path_factory.mktemp("template") / "template.primum"
    create_store(path, None).close()
    return path


@pytest.fixture
def planner(template: Path, tmp_path: Path) -> Path:
    path = tmp_path / "Plan für Ärztin.primum"
    shutil.copy(template, path)
    shutil.copy(keys_path(template), keys_path(path))
    return path


@pytest.fixture
def store(planner: Path) -> Iterator[Store]:
    with open_store(planner) as opened:
        yield opened


@pytest.fixture
def put(store: Store) -> Callable[..., Post]:
    """Store a post made of these fields and give it back."""

    def put(body: str = "# Heart\n\nWords.", **fields: object) -> Post:
        tally = fields.pop("tally", None)
        made = {"created_at": NOW, "changed_at": NOW, "uid": uuid4().hex, **fields}
        with store.transaction() as tx:
            return posts.put_post(tx, Post(0, body=body, **made), tally)  # type: ignore[arg-type]

    return put
