from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.model.post import Audience, Purpose
from app.model.records import Account, Evidence, Source, SourceKind
from app.planner import Planner
from ui.window import MainWindow
from ui.write.page import WritePage

TITLE = "# Your watch says AFib. Now what?"
TEXT = f"""{TITLE}

An alert from a smartwatch is a reason to **check**, not a diagnosis.

Last month a 54-year-old teacher from Riverside came to my clinic. She felt fine.

By age 40, about 1 in 4 adults will go on to have AFib at some point.

If it is confirmed, treatment depends on you. Ablation cures AFib, and tablets help too.

General information, not medical advice."""


@pytest.fixture
def text() -> str:
    """The post that the page opens."""
    return TEXT


@pytest.fixture
def account(planner: Planner) -> Account:
    account = Account(
        name="Dr Maya Lindqvist",
        degrees="MD",
        role="Consultant cardiologist",
        employer="Riverside Hospital",
        networks=("linkedin", "instagram"),
        jurisdictions=("UK",),
    )
    planner.records.save_account(account)
    return account


@pytest.fixture
def source_id(planner: Planner) -> int:
    source = Source(
        0,
        "esc-af-2024",
        SourceKind.DOI,
        "10.1093/eurheartj/ehae176",
        title="2024 ESC Guidelines for atrial fibrillation",
        year=2024,
        evidence=Evidence.GUIDELINE,
        accessed_on=date(2026, 9, 3),
        read_full=True,
    )
    return planner.records.save_source(source).created


@pytest.fixture
def post_id(planner: Planner, account: Account) -> int:
    post_id = planner.posts.new(TEXT, networks=("linkedin", "x")).created
    planner.posts.set_audience(post_id, Audience.PUBLIC)
    planner.posts.set_purpose(post_id, Purpose.TEACH)
    return post_id


@pytest.fixture
def settle(window: MainWindow, qtbot: QtBot) -> Callable[[], None]:
    """Wait until nothing is waiting: no timer of the session, no job of the worker."""

    def wait() -> None:
        session = window.page.session if isinstance(window.page, WritePage) else None
        if session is not None:
            session.settle()
        qtbot.waitUntil(lambda: not window.context.tasks.busy, timeout=5000)

    return wait


@pytest.fixture
def page(
    window: MainWindow, post_id: int, settle: Callable[[], None], qtbot: QtBot
) -> Iterator[WritePage]:
    """The Write screen in its window with a post of two networks open."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_post(post_id)
    page = window.page
    assert isinstance(page, WritePage)
    settle()
    yield page
    page.leaving()
    settle()
