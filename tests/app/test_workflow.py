"""The life of a post: every state against every move, and what sends a Ready post back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pytest

from app import workflow
from app.errors import Refused
from app.model.assessment import Assessment, Check, Group, Tally
from app.model.post import AttachedPicture, Audience, Post, State
from app.model.walltime import WallTime

NOW = datetime(2026, 9, 8, 9, 40, tzinfo=UTC)
BODY = "# AFib\n\nA watch can notice AFib. It cannot diagnose it.\n\nSee your own doctor."


def wall(words: str) -> WallTime:
    return WallTime(datetime.fromisoformat(words), "Europe/London")


def post(state: State = State.DRAFT, **changes: object) -> Post:
    made = Post(1, "u" * 32, BODY, NOW, NOW, state=state, networks=("linkedin", "x"))
    return replace(made, **changes)


def assessment(*open_: Check, clear: int = 12) -> Assessment:
    fix = sum(check.group is Group.FIX for check in open_)
    confirm = sum(check.group is Group.CONFIRM for check in open_)
    reason = f"Not ready yet: {fix} to fix." if open_ else "All 12 checks are done."
    return Assessment(open_, (), {}, Tally(fix, 0, confirm, clear), reason, None, "1")


CLEAR = assessment()
OPEN = assessment(Check("finding:x", Group.FIX, "Promises a result", "No cure is sure."))

MOVES: dict[str, Callable[[Post], Post]] = {
    "advance": lambda p: workflow.advance(p, CLEAR, NOW),
    "to_review": lambda p: workflow.to_review(p, CLEAR, NOW),
    "to_ready": lambda p: workflow.to_ready(p, CLEAR, NOW),
    "back_to_draft": lambda p: workflow.back_to_draft(p, NOW),
    "back_to_idea": lambda p: workflow.back_to_idea(p, NOW),
    "mark_posted": lambda p: workflow.mark_posted(p, "linkedin", NOW, ""),
    "already_posted": lambda p: workflow.already_posted(p, "It was urgent", NOW),
    "archive": lambda p: workflow.archive(p, NOW),
    "restore": lambda p: workflow.restore(p, NOW),
    "to_bin": lambda p: workflow.to_bin(p, NOW),
    "from_bin": lambda p: workflow.from_bin(p, NOW),
}
N, D, R, Y, P, A = (
    State.IDEA,
    State.DRAFT,
    State.REVIEW,
    State.READY,
    State.POSTED,
    State.ARCHIVED,
)
# Where each move leads from each state; what is not here is refused.
ALLOWED = {
    ("advance", N): D,
    ("advance", D): R,
    ("advance", R): Y,
    ("to_review", D): R,
    ("to_ready", R): Y,
    ("back_to_draft", R): D,
    ("back_to_draft", Y): D,
    ("back_to_idea", D): N,
    ("back_to_idea", R): N,
    ("back_to_idea", Y): N,
    ("mark_posted", Y): P,
    ("already_posted", N): P,
    ("already_posted", D): P,
    ("already_posted", R): P,
    ("archive", P): A,
    ("restore", A): P,
    **{("to_bin", state): state for state in State},
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("move", MOVES)
def test_every_move_from_every_state(move: str, state: State) -> None:
    start = post(state, networks=("linkedin",))
    if (move, state) in ALLOWED:
        assert MOVES[move](start).state is ALLOWED[move, state]
    else:
        with pytest.raises(Refused) as refused:
            MOVES[move](start)
        assert refused.value.headline.endswith(".")
        assert refused.value.detail


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("move", [name for name in MOVES if name != "from_bin"])
def test_nothing_moves_in_the_bin(move: str, state: State) -> None:
    with pytest.raises(Refused, match="in the bin"):
        MOVES[move](post(state, binned_at=NOW))


@pytest.mark.parametrize("state", State)
def test_the_bin_gives_back_what_it_took(state: State) -> None:
    start = post(state)
    assert workflow.from_bin(workflow.to_bin(start, NOW), NOW) == start


def test_open_checks_refuse_ready_with_the_reason_line() -> None:
    with pytest.raises(Refused) as refused:
        workflow.to_ready(post(R), OPEN, NOW)
    assert refused.value.headline == OPEN.reason


def test_review_takes_text_and_a_network() -> None:
    with pytest.raises(Refused, match="No network"):
        workflow.to_review(post(networks=()), CLEAR, NOW)
    with pytest.raises(Refused, match="only a title"):
        workflow.to_review(post(body="# Only a title\n\n"), CLEAR, NOW)
    with pytest.raises(Refused, match="no text"):
        workflow.to_review(post(body=" \n"), CLEAR, NOW)
    own = MappingProxyType({"linkedin": "Text of its own.", "x": "Short."})
    assert workflow.to_review(post(body="# Title", own_texts=own), OPEN, NOW).state is R


def test_an_idea_without_words_does_not_advance() -> None:
    with pytest.raises(Refused, match="no text"):
        workflow.advance(post(N, body="# A title"), CLEAR, NOW)


def test_posted_once_it_is_out_everywhere() -> None:
    first = workflow.mark_posted(post(Y), "linkedin", NOW, "https://example.org/1")
    assert first.state is Y
    again = workflow.mark_posted(first, "linkedin", NOW + timedelta(days=1), "")
    assert again.postings == first.postings
    both = workflow.mark_posted(again, "x", NOW, "")
    assert both.state is P
    linked = workflow.mark_posted(both, "x", NOW, "https://example.org/2")
    assert [p.link for p in linked.postings] == ["https://example.org/1", "https://example.org/2"]


def test_posting_on_a_network_it_does_not_go_to_is_refused() -> None:
    with pytest.raises(Refused, match="does not go"):
        workflow.mark_posted(post(Y), "bluesky", NOW, "")


def test_already_posted_keeps_the_reason_and_the_networks() -> None:
    out = workflow.already_posted(post(R), "  It was   urgent ", NOW)
    assert out.posted_reason == "It was urgent"
    assert {p.network for p in out.postings} == {"linkedin", "x"}
    with pytest.raises(Refused, match="why"):
        workflow.already_posted(post(R), "  ", NOW)
    with pytest.raises(Refused, match="is ready"):
        workflow.already_posted(post(Y), "It was urgent", NOW)


def edit(before: Post, after_answer: Assessment, **changes: object) -> Post:
    return workflow.after_edit(before, replace(before, **changes), after_answer, NOW)


def test_first_words_make_a_draft_and_a_title_does_not() -> None:
    idea = post(N, body="# A title\n\n")
    assert edit(idea, CLEAR, body="# Another title\n\n").state is N
    assert edit(idea, CLEAR, body="# A title\n\nFirst words").state is D


def test_an_idea_with_kept_text_becomes_a_draft_with_new_words_only() -> None:
    idea = workflow.back_to_idea(post(R), NOW)
    assert edit(idea, CLEAR, when=wall("2026-09-24T08:00")).state is N
    assert edit(idea, CLEAR, body=BODY.replace("See", "**See**")).state is N
    assert edit(idea, CLEAR, body=BODY + " More.").state is D


CHANGED = BODY.replace("cannot diagnose it", "cannot cure it")


def test_changed_words_send_a_ready_post_back_and_say_what_opened() -> None:
    opened = assessment(
        Check("confirm:stage", Group.CONFIRM, "I would say this on stage", reopened=True),
        Check("finding:x", Group.FIX, "Promises a result"),
    )
    back = edit(post(Y), opened, body=CHANGED)
    assert back.state is R
    assert back.sent_back is not None
    assert back.sent_back.cause == "You edited 1 sentence"
    assert back.sent_back.reopened == ("confirm:stage", "finding:x")
    assert back.sent_back.still_stand == 12
    assert back.sent_back.ready_body == BODY
    assert back.sent_back.at == NOW


def test_undoing_the_edit_makes_it_ready_again() -> None:
    back = edit(post(Y), OPEN, body=CHANGED)
    again = edit(back, CLEAR, body=BODY)
    assert again.state is Y
    assert again.sent_back is None
    assert again == post(Y)


def test_confirming_the_new_words_does_not_make_it_ready_by_itself() -> None:
    back = edit(post(Y), OPEN, body=CHANGED)
    confirmed = workflow.after_edit(back, replace(back, note="later"), CLEAR, NOW)
    assert confirmed.state is R
    assert workflow.to_ready(confirmed, CLEAR, NOW).sent_back is None


def test_a_second_edit_counts_from_the_ready_text() -> None:
    back = edit(post(Y), OPEN, body=CHANGED)
    more = edit(back, OPEN, body=CHANGED.replace("See your own doctor.", "See a doctor."))
    assert more.sent_back is not None
    assert more.sent_back.cause == "You edited 2 sentences"
    assert more.sent_back.ready_body == BODY


@pytest.mark.parametrize(
    "body",
    [
        BODY.replace("AFib. It", "AFib.   It"),
        BODY.replace("cannot", "**cannot**"),
        BODY.replace("watch", "*watch*") + "\n\n",
    ],
)
def test_spacing_and_bold_leave_ready_alone(body: str) -> None:
    assert edit(post(Y), CLEAR, body=body).state is Y


@pytest.mark.parametrize(
    "changes",
    [
        {"when": wall("2026-09-24T08:00")},
        {"note": "Ask Anna"},
        {"networks": ("linkedin",)},
        {"networks": ("x", "linkedin")},
    ],
)
def test_time_note_and_fewer_networks_leave_ready_alone(changes: dict[str, object]) -> None:
    assert edit(post(Y), CLEAR, **changes).state is Y


PICTURE = AttachedPicture("a" * 64, "ecg.png", "A tracing")


@pytest.mark.parametrize(
    ("start", "changes", "cause"),
    [
        ({}, {"networks": ("linkedin", "x", "bluesky")}, "You added a network"),
        ({}, {"pictures": (PICTURE,)}, "You changed the pictures"),
        (
            {"pictures": (PICTURE,)},
            {"pictures": (replace(PICTURE, alt_text="A wave"),)},
            "You changed the alt text",
        ),
    ],
)
def test_what_readers_see_sends_back_even_when_it_passes(
    start: dict[str, object], changes: dict[str, object], cause: str
) -> None:
    back = edit(post(Y, **start), CLEAR, **changes)
    assert back.state is R
    assert back.sent_back is not None
    assert back.sent_back.cause == cause
    undone = edit(back, CLEAR, **{key: getattr(post(Y, **start), key) for key in changes})
    assert undone.state is Y


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ({"source_ids": (3,)}, "You changed the sources"),
        ({"consent_ids": (3,)}, "You changed the consent"),
        ({"interest_ids": (3,)}, "You changed the affiliations"),
        ({"audience": Audience.PATIENTS}, "You changed who it is for"),
        (
            {"when": wall("2027-09-24T08:00")},
            "You moved the date",
        ),
    ],
)
def test_other_changes_send_back_only_when_a_check_opens(
    changes: dict[str, object], cause: str
) -> None:
    assert edit(post(Y), CLEAR, **changes).state is Y
    back = edit(post(Y), OPEN, **changes)
    assert back.state is R
    assert back.sent_back is not None
    assert back.sent_back.cause == cause


def test_a_record_that_moved_sends_back_with_its_own_words() -> None:
    gone = assessment(
        Check("core:consent", Group.FIX, "Consent", "Consent C-019 was withdrawn on 3 September.")
    )
    back = workflow.send_back(post(Y), gone, NOW)
    assert back.sent_back is not None
    assert back.sent_back.cause == "Consent C-019 was withdrawn on 3 September"
    again = workflow.after_edit(back, back, CLEAR, NOW)
    assert again.state is Y


@pytest.mark.parametrize("state", [state for state in State if state is not State.READY])
def test_only_ready_posts_are_sent_back(state: State) -> None:
    assert workflow.send_back(post(state), OPEN, NOW) == post(state)


def test_going_back_by_hand_ends_being_sent_back() -> None:
    back = edit(post(Y), OPEN, body=CHANGED)
    assert workflow.back_to_draft(back, NOW).sent_back is None


def test_sentences_changed_counts_pairs_and_extras() -> None:
    count = workflow.sentences_changed
    assert count("One. Two. Three.", "One. Two. Three.") == 0
    assert count("One. Two. Three.", "One. Zwei. Three.") == 1
    assert count("One. Two.", "One. Two. Three. Four.") == 2
    assert count("One. Two.", "**One.**  Two.") == 0
