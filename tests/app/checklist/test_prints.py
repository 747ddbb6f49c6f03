"""Confirmations stand while what they are about stands, and come back when an edit is undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.checklist import answers
from app.checklist.inputs import Inputs
from app.model.assessment import Assessment, Check, Group
from app.model.post import Post

BODY = """# Your watch says AFib

An alert from a smartwatch is a reason to check, not a diagnosis.

By age 40, about 1 in 4 adults will have AFib at some point. [@esc-af-2024]

Keep the tracing and take it along.

“Bring a friend,” as we say.

General information, not medical advice.
"""


def confirm_all(desk: Any, inputs: Inputs) -> Inputs:
    for check in desk.assess(inputs).group(Group.CONFIRM):
        if check.confirmed_at is None:
            inputs = replace(inputs, post=answers.confirm(inputs.post, check, desk.now))
    return inputs


def reopened(answer: Assessment) -> set[str]:
    return {check.id for check in answer.checks if check.reopened}


def body(inputs: Inputs, text: str) -> Inputs:
    return replace(inputs, post=replace(inputs.post, body=text))


@pytest.fixture(scope="session")
def ready(desk: Any) -> Inputs:
    inputs = confirm_all(desk, desk.sourced(desk.post(BODY, pictures=(desk.picture,))))
    assert desk.assess(inputs).clear
    return inputs


def question(desk: Any, inputs: Inputs, name: str) -> Check:
    return desk.check(desk.assess(inputs), f"confirm:{name}")


def test_a_confirmation_is_stamped_and_can_be_taken_back(desk: Any, ready: Inputs) -> None:
    check = question(desk, ready, "stage")
    assert check.confirmed_at == desk.now
    taken = replace(ready, post=answers.unconfirm(ready.post, check))
    again = question(desk, taken, "stage")
    assert again.confirmed_at is None
    assert not again.reopened


def test_a_changed_claim_reopens_with_the_new_sentence(desk: Any, ready: Inputs) -> None:
    edited = body(ready, BODY.replace("1 in 4", "1 in 3"))
    check = question(desk, edited, "source_says")
    assert check.reopened
    assert check.quote.startswith("By age 40, about 1 in 3 adults")
    assert check.why == "This sentence is new since you confirmed today."


def test_typing_in_another_paragraph_leaves_the_source_alone(desk: Any, ready: Inputs) -> None:
    edited = body(ready, BODY.replace("take it along", "show it to your nurse"))
    assert question(desk, edited, "source_says").confirmed_at is not None
    assert question(desk, edited, "picture").confirmed_at is not None
    assert "confirm:not_advice" in reopened(desk.assess(edited))


def test_only_reopened_says_confirm_again(desk: Any, ready: Inputs) -> None:
    edited = desk.assess(body(ready, BODY.replace("take it along", "show it around")))
    count = len(reopened(edited))
    assert edited.reason == f"Not ready yet: {count} to confirm again."


@pytest.mark.parametrize(
    ("change", "opens"),
    [
        ({"alt_text": "Another tracing"}, {"confirm:picture"}),
        ({"sha256": "ef" * 32}, {"confirm:picture"}),
    ],
)
def test_the_picture_reopens_what_is_about_it(
    desk: Any, ready: Inputs, change: dict[str, str], opens: set[str]
) -> None:
    picture = replace(desk.picture, **change)
    edited = replace(ready, post=replace(ready.post, pictures=(picture,)))
    assert reopened(desk.assess(edited)) == opens


def test_the_source_reopens_what_it_carries(desk: Any, ready: Inputs) -> None:
    for change in ({"withdrawn": True}, {"check_by": date(2026, 9, 20)}, {"identifier": "10.1/x"}):
        edited = replace(ready, sources=(replace(desk.source, **change),))
        assert "confirm:source_says" in reopened(desk.assess(edited)), change
    renamed = replace(ready, sources=(replace(desk.source, note="Read twice", read_full=True),))
    assert not reopened(desk.assess(renamed))


@pytest.mark.parametrize(
    ("when", "opens"),
    [
        ("2026-09-24T20:30", set()),
        ("2026-12-20T08:00", set()),
        ("2026-12-24T08:00", {"confirm:source_says"}),
        (None, set()),
    ],
)
def test_only_a_move_by_more_than_ninety_days_reopens(
    desk: Any, ready: Inputs, when: str | None, opens: set[str]
) -> None:
    moved = replace(ready, post=replace(ready.post, when=desk.wall(when) if when else None))
    answer = desk.assess(moved)
    assert reopened(answer) == opens
    if opens:
        assert "90 days" in desk.check(answer, "confirm:source_says").why


def test_networks_and_notes_reopen_nothing(desk: Any, ready: Inputs) -> None:
    for change in ({"networks": ("linkedin", "bluesky")}, {"note": "Ask Anna"}, {"networks": ()}):
        assert not reopened(desk.assess(replace(ready, post=replace(ready.post, **change))))


def test_time_that_passes_reopens_nothing_by_itself(desk: Any, ready: Inputs) -> None:
    later = replace(ready, now=desk.now.replace(year=2028))
    assert not reopened(desk.assess(later))


def test_a_tie_reopens_the_question_on_payment_as_another_one(desk: Any, ready: Inputs) -> None:
    tie = replace(desk.interest, names=("smartwatch",))
    ids = desk.ids(desk.assess(replace(ready, all_interests=(tie,))))
    assert "confirm:tie_told" in ids
    assert "confirm:no_payment" not in ids


WORDS = ("AFib", "not", "5 mg", "always", "friend", "**bold**", "50 %", "?", "a", "café")
SPOTS = tuple(index for index, sign in enumerate(BODY) if sign == " ")

edits = st.one_of(
    st.tuples(st.just("insert"), st.sampled_from(SPOTS), st.sampled_from(WORDS)),
    st.tuples(st.just("cut"), st.integers(0, len(BODY) - 1), st.integers(1, 40)),
    st.tuples(st.just("swap"), st.sampled_from(("1 in 4", "alert", "40")), st.sampled_from(WORDS)),
)


def apply(text: str, edit: tuple[str, Any, Any]) -> str:
    kind, first, second = edit
    if kind == "insert":
        return f"{text[:first]} {second}{text[first:]}"
    if kind == "cut":
        return text[:first] + text[first + second :]
    return text.replace(first, second)


@settings(max_examples=60, deadline=None)
@given(changes=st.lists(edits, min_size=1, max_size=5), confirm=st.booleans())
def test_undoing_edits_restores_the_assessment_and_its_confirmations(
    desk: Any, ready: Inputs, changes: list[tuple[str, Any, Any]], confirm: bool
) -> None:
    before = desk.assess(ready)
    inputs, text = ready, BODY
    for change in changes:
        text = apply(text, change)
        inputs = body(inputs, text)
        if confirm:
            inputs = confirm_all(desk, inputs)
    assert desk.assess(body(inputs, BODY)) == before


quiet = st.lists(
    st.tuples(st.sampled_from(SPOTS), st.sampled_from(("space", "bold", "italic", "quotes"))),
    min_size=1,
    max_size=6,
)


def disturb(text: str, changes: list[tuple[int, str]]) -> str:
    for spot, kind in sorted(set(changes), reverse=True):
        end = text.find(" ", spot + 1)
        word = text[spot + 1 : end]
        if kind == "space":
            text = f"{text[:spot]}   {text[spot + 1 :]}"
        elif kind == "quotes":
            text = text.replace("“", '"').replace("”", '"')
        elif word.isalpha():
            sign = "**" if kind == "bold" else "*"
            text = f"{text[: spot + 1]}{sign}{word}{sign}{text[end:]}"
    return text


@settings(max_examples=100, deadline=None)
@given(changes=quiet)
def test_spacing_bold_and_quotes_never_reopen(
    desk: Any, ready: Inputs, changes: list[tuple[int, str]]
) -> None:
    answer = desk.assess(body(ready, disturb(BODY, changes)))
    assert not reopened(answer)
    assert answer.clear


def test_old_answers_are_kept_but_not_for_ever(desk: Any, ready: Inputs) -> None:
    post: Post = ready.post
    for number in range(40):
        inputs = body(replace(ready, post=post), f"{BODY}\nLine {number}.")
        post = confirm_all(desk, inputs).post
    for name in {entry.question for entry in post.confirmations}:
        assert sum(e.question == name for e in post.confirmations) <= answers.KEPT_ANSWERS
