from __future__ import annotations

from datetime import date, datetime

import pytest

from app.errors import Refused
from app.model.assessment import Group
from app.model.post import Audience, Purpose, State
from app.model.rows import PostFilter
from app.model.walltime import WallTime
from app.planner import Planner

CLEAN = """# Walking

Walking is a good first exercise for many people. Start gently and add a little each week.

General information, not medical advice.
"""


def make_ready(planner: Planner, body: str = CLEAN) -> int:
    post_id = planner.posts.new(body).created
    planner.posts.set_audience(post_id, Audience.PUBLIC)
    planner.posts.set_purpose(post_id, Purpose.TEACH)
    planner.posts.schedule(post_id, WallTime(datetime(2026, 9, 24, 8, 0), "Europe/London"))
    planner.posts.advance(post_id)
    confirm_all(planner, post_id)
    planner.posts.advance(post_id)
    return post_id


def confirm_all(planner: Planner, post_id: int) -> None:
    for check in planner.gate.assess(post_id).group(Group.CONFIRM):
        planner.gate.confirm(post_id, check.id)


def test_a_new_idea_becomes_a_draft_with_the_first_words(planner: Planner) -> None:
    post_id = planner.posts.new_idea("Coffee").created
    assert planner.posts.get(post_id).state is State.IDEA
    planner.posts.edit_text(post_id, "# Coffee\n\nIs it safe?")
    assert planner.posts.get(post_id).state is State.DRAFT
    assert planner.posts.get(post_id).title == "Coffee"


def test_the_whole_way_to_posted_and_archived(planner: Planner) -> None:
    post_id = make_ready(planner)
    post = planner.posts.get(post_id)
    assert post.state is State.READY
    snapshot = planner.posts.snapshot(post_id)
    assert snapshot is not None
    assert snapshot.body == CLEAN
    assert "Walking is a good first exercise" in snapshot.texts["linkedin"]
    planner.posts.mark_posted(post_id, "linkedin", "https://example.org/1")
    assert planner.posts.get(post_id).state is State.POSTED
    planner.posts.archive(post_id)
    planner.posts.restore(post_id)
    assert planner.posts.get(post_id).state is State.POSTED
    happened = [event.what for event in planner.posts.events(post_id)]
    assert "review to ready" in happened


def test_ready_is_refused_with_the_reason_while_something_is_open(planner: Planner) -> None:
    post_id = planner.posts.new(
        "# AF\n\nAblation cures AF and is guaranteed to work for everyone."
    ).created
    planner.posts.advance(post_id)
    with pytest.raises(Refused) as refusal:
        planner.posts.mark_ready(post_id)
    assert "Not ready yet" in str(refusal.value)
    assert planner.posts.get(post_id).state is State.REVIEW


def test_an_edit_sends_a_ready_post_back_and_undo_restores_it(planner: Planner) -> None:
    post_id = make_ready(planner)
    planner.posts.edit_text(post_id, CLEAN.replace("each week", "each day"))
    post = planner.posts.get(post_id)
    assert post.state is State.REVIEW
    assert post.sent_back is not None
    planner.undo()
    post = planner.posts.get(post_id)
    assert post.state is State.READY
    assert post.sent_back is None
    assert planner.gate.assess(post_id).clear


def test_typing_the_old_words_again_restores_ready_too(planner: Planner) -> None:
    post_id = make_ready(planner)
    planner.posts.edit_text(post_id, CLEAN.replace("gently", "quickly"))
    assert planner.posts.get(post_id).state is State.REVIEW
    planner.posts.edit_text(post_id, CLEAN)
    assert planner.posts.get(post_id).state is State.READY


def test_bold_and_spacing_do_not_send_back(planner: Planner) -> None:
    post_id = make_ready(planner)
    planner.posts.edit_text(post_id, CLEAN.replace("gently", "**gently**"))
    assert planner.posts.get(post_id).state is State.READY


def test_moving_a_ready_post_keeps_it_ready_and_its_time(planner: Planner) -> None:
    post_id = make_ready(planner)
    changes = planner.posts.move_to_day(post_id, date(2026, 9, 22))
    assert changes.done == "Moved to Tue 22 Sep, 08:00"
    post = planner.posts.get(post_id)
    assert post.state is State.READY
    assert post.when == WallTime(datetime(2026, 9, 22, 8, 0), "Europe/London")
    assert planner.undo_name == "move to Tue 22 Sep, 08:00"


def test_typing_is_one_undo_step_until_it_is_closed(planner: Planner) -> None:
    post_id = planner.posts.new("# A\n\none").created
    planner.posts.edit_text(post_id, "# A\n\none two")
    planner.posts.edit_text(post_id, "# A\n\none two three")
    planner.posts.close_step()
    planner.posts.edit_text(post_id, "# A\n\none two three four")
    planner.undo()
    assert planner.posts.get(post_id).body.endswith("three")
    planner.undo()
    assert planner.posts.get(post_id).body.endswith("one")
    planner.redo()
    assert planner.posts.get(post_id).body.endswith("three")


def test_undoing_a_new_post_removes_it_and_redo_brings_it_back(planner: Planner) -> None:
    post_id = planner.posts.new(CLEAN).created
    planner.undo()
    assert all(row.id != post_id for row in planner.lists.rows())
    planner.redo()
    assert planner.posts.get(post_id).body == CLEAN


def test_the_bin_keeps_a_post_and_gives_it_back(planner: Planner) -> None:
    post_id = make_ready(planner)
    planner.posts.bin(post_id)
    assert all(row.id != post_id for row in planner.lists.rows())
    assert [row.id for row in planner.lists.rows(PostFilter(binned=True))] == [post_id]
    planner.posts.unbin(post_id)
    assert planner.posts.get(post_id).state is State.READY


def test_subscribers_hear_of_every_change_until_they_stop(planner: Planner) -> None:
    heard = []
    stop = planner.subscribe(heard.append)
    post_id = planner.posts.new(CLEAN).created
    planner.posts.set_networks(post_id, ["x"])
    stop()
    planner.posts.set_networks(post_id, ["linkedin"])
    assert [changes.posts for changes in heard] == [{post_id}, {post_id}]


def test_full_text_search_finds_words_inside_a_post(planner: Planner) -> None:
    post_id = planner.posts.new(CLEAN).created
    planner.posts.new("# Other\n\nNothing of it.")
    assert [row.id for row in planner.lists.rows(PostFilter(text="exerci"))] == [post_id]


def test_a_post_in_which_nothing_was_set_is_dropped_without_a_trace_in_undo(
    planner: Planner,
) -> None:
    before = planner.undo_name
    post_id = planner.posts.new().created
    planner.posts.edit_text(post_id, "# ")
    assert planner.posts.drop_blank(post_id).posts == {post_id}
    assert planner.lists.rows() == ()
    assert planner.undo_name == before
    assert planner.redo_name == ""


@pytest.mark.parametrize(
    "set_something",
    [
        lambda posts, post_id: posts.edit_text(post_id, "# A title"),
        lambda posts, post_id: posts.edit_text(post_id, "Words.", "linkedin"),
        lambda posts, post_id: posts.move_to_day(post_id, date(2026, 9, 24)),
        lambda posts, post_id: posts.set_networks(post_id, ("x",)),
        lambda posts, post_id: posts.set_networks(post_id, ()),
        lambda posts, post_id: posts.set_note(post_id, "Ask Ana"),
        lambda posts, post_id: posts.set_audience(post_id, Audience.PUBLIC),
        lambda posts, post_id: posts.set_purpose(post_id, Purpose.TEACH),
    ],
)
def test_a_post_in_which_something_was_set_stays(planner: Planner, set_something) -> None:
    post_id = planner.posts.new().created
    set_something(planner.posts, post_id)
    assert not planner.posts.drop_blank(post_id).posts
    assert len(planner.lists.rows()) == 1
