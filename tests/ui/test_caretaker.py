from __future__ import annotations

from datetime import timedelta

import pytest

from app.model.assessment import Group
from app.model.post import Audience, Purpose, State
from app.model.rows import PostFilter
from tests.app.operations.test_records import full_consent, story
from ui.caretaker import Caretaker


@pytest.fixture
def ready_story(planner):
    post_id = story(planner, planner.today() + timedelta(days=5))
    planner.posts.set_networks(post_id, ["linkedin"])
    planner.posts.set_audience(post_id, Audience.PUBLIC)
    planner.posts.set_purpose(post_id, Purpose.TEACH)
    consent = full_consent(ends_on=planner.today() + timedelta(days=8))
    planner.records.link_consent(post_id, planner.records.save_consent(consent).created)
    planner.posts.advance(post_id)
    for check in planner.gate.assess(post_id).group(Group.CONFIRM):
        planner.gate.confirm(post_id, check.id)
    planner.posts.advance(post_id)
    assert planner.posts.get(post_id).state is State.READY
    return post_id


def test_what_still_stands_stays_ready_and_nothing_is_said(window, planner, qtbot, ready_story):
    caretaker = Caretaker(window.context, window)
    window.context.toasts.dismiss()
    said = len(window.context.toasts.recent)
    caretaker.begin(0)
    qtbot.waitUntil(lambda: caretaker._day is not None and not caretaker._waiting)
    caretaker.stop()
    assert planner.posts.get(ready_story).state is State.READY
    assert len(window.context.toasts.recent) == said


def test_a_consent_that_ended_meanwhile_sends_the_post_back_and_says_so(
    window, planner, qtbot, ready_story, monkeypatch
):
    later = planner.now() + timedelta(days=12)
    monkeypatch.setattr(planner._session, "clock", lambda: later)
    caretaker = Caretaker(window.context, window)
    caretaker.begin(0)
    qtbot.waitUntil(lambda: planner.posts.get(ready_story).state is State.REVIEW)
    qtbot.waitUntil(lambda: "no longer Ready" in window.context.toasts.recent[0].words)
    caretaker.stop()
    window.context.toasts.dismiss()


def test_the_bin_is_emptied_of_what_lay_there_for_a_month(planner, tmp_path, monkeypatch):
    from app.planner import Planner

    path = tmp_path / "bin.primum"
    now = planner.now()
    first = Planner.create(path, clock=lambda: now)
    old = first.posts.new("# Old\n\nText.").created
    first.posts.bin(old)
    first.close()
    second = Planner.open(path, clock=lambda: now + timedelta(days=29))
    second.tidy()
    assert [row.id for row in second.lists.rows(PostFilter(binned=True))] == [old]
    second.close()
    third = Planner.open(path, clock=lambda: now + timedelta(days=31))
    third.tidy()
    assert third.lists.rows(PostFilter(binned=True)) == ()
    third.close()
