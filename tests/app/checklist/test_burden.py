"""How much is asked of the author: counted over typical posts, with the real checks of the text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.checklist.answers import confirm, unconfirm
from app.model.assessment import Assessment, Group
from app.model.post import Audience, PostKind
from app.model.records import Covers

END = "\n\nGeneral information, not medical advice. [@esc-af-2024]"
EDUCATIONAL = {
    "watch": "# Your watch says AFib\n\nA watch can notice an irregular rhythm. It cannot say why.",
    "numbers": "# How common is it?\n\nAbout 1 in 4 adults over 40 will have AFib at some point.",
    "statins": "# Statins\n\nStatins lower the risk of stroke. Muscle pain is a side effect.",
    "apixaban": "# Blood thinners\n\nApixaban prevents strokes in AFib. Bleeding is the main risk.",
    "salt": "# Salt\n\nEating less salt lowers blood pressure. Herbs and lemon add taste.",
    "walking": "# Walk\n\nWalking 30 minutes a day is linked to fewer heart attacks.",
    "chest pain": "# Chest pain\n\nPain that spreads to the arm can be a heart attack. Call 999.",
    "valve": "# Aortic stenosis\n\nA narrow valve can cause breathlessness and fainting.",
    "guideline": "# What is new\n\nThe ESC guideline recommends checking blood pressure at home.",
    "women": "# Women and hearts\n\nWomen with a heart attack often feel tired or sick as well.",
    "sleep": "# Sleep\n\nSleep apnoea raises blood pressure. Treating it helps people feel better.",
    "trial": "# A trial\n\nIn this trial 3 in 100 people had a stroke, against 4 in 100 without.",
    "myth": "# Myth and fact\n\nMyth: only men have heart attacks. Fact: women have them too.",
    "device": "# Pacemakers\n\nA pacemaker helps a slow heart keep time. Infection is a rare risk.",
    "screening": "# Who needs a scan?\n\nMost people without symptoms do not need a heart scan.",
}
PLAIN = {
    "day": "# World Heart Day\n\nToday we light the town hall in red. Come and say hello.",
    "thanks": "# Thank you\n\nThank you to everyone who came to the open evening.",
    "opinion": "# A thought\n\nI think we talk too little about rest. This is my own view.",
    "colleague": "# Our team\n\nMy colleagues run a walking group every Sunday.",
    "clinic": "# Opening times\n\nOur clinic is closed on Monday. Call us on Tuesday.",
}
PATIENTS = {
    "valve": "# A quiet fever\n\nMy patient had a fever for weeks. It was a heart valve infection.",
    "watch": "# A wise watch\n\nMy patient came because her watch said AFib. She was right.",
}


def questions(answer: Assessment) -> list[str]:
    return [check.id for check in answer.group(Group.CONFIRM)]


@pytest.mark.parametrize("audience", [Audience.PATIENTS, Audience.PROFESSIONALS])
@pytest.mark.parametrize("picture", [False, True])
@pytest.mark.parametrize("name", EDUCATIONAL)
def test_an_educational_post_with_a_source_asks_five_at_most(
    desk: Any, name: str, picture: bool, audience: Audience
) -> None:
    pictures = (desk.picture,) if picture else ()
    post = desk.post(EDUCATIONAL[name] + END, pictures=pictures, audience=audience)
    answer = desk.assess(desk.sourced(post))
    assert "mentions_patient" not in {n for n, f in answer.facts.items() if f.value}
    asked = questions(answer)
    assert 1 <= len(asked) <= 5, asked
    assert "confirm:stage" in asked


@pytest.mark.parametrize("kind", PostKind)
@pytest.mark.parametrize("personal", [False, True])
@pytest.mark.parametrize("name", [*EDUCATIONAL, *PLAIN])
def test_any_post_without_a_patient_asks_seven_at_most(
    desk: Any, name: str, personal: bool, kind: PostKind
) -> None:
    body = EDUCATIONAL.get(name, "") or PLAIN[name]
    account = replace(desk.account, personal=personal)
    post = desk.post(body + END, pictures=(desk.picture,), kind=kind)
    interest = replace(desk.interest, names=("pacemaker",))
    answer = desk.assess(desk.sourced(post, account=account, all_interests=(interest,)))
    assert len(questions(answer)) <= 7, questions(answer)


@pytest.mark.parametrize("name", PATIENTS)
def test_a_patients_picture_asks_ten_at_most(desk: Any, name: str) -> None:
    picture = replace(desk.picture, shows_person=True)
    consent = desk.consent(covers=frozenset({Covers.STORY, Covers.IMAGE}), identifiable_agreed=True)
    post = desk.post(PATIENTS[name] + END, pictures=(picture,), consent_ids=(19,))
    answer = desk.assess(desk.sourced(post, consents=(consent,)))
    assert answer.facts["mentions_patient"].value
    assert 1 <= len(questions(answer)) <= 10, questions(answer)


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_post_asks_little(desk: Any, name: str) -> None:
    answer = desk.assess(desk.inputs(desk.post(PLAIN[name])))
    assert len(questions(answer)) <= 4, questions(answer)


def test_nothing_is_asked_that_a_record_answers(desk: Any) -> None:
    body = PATIENTS["valve"] + END
    asked = questions(desk.assess(desk.sourced(desk.post(body))))
    assert "confirm:not_recognisable" in asked
    agreed = desk.consent(identifiable_agreed=True)
    linked = desk.sourced(desk.post(body, consent_ids=(19,)), consents=(agreed,))
    assert "confirm:not_recognisable" not in questions(desk.assess(linked))
    bare = questions(desk.assess(desk.inputs(desk.post(body))))
    assert "confirm:source_says" not in bare


def complex_post(desk: Any, *, agreed: bool, shown: bool) -> Any:
    """A patient's story with a source, a tie and a picture."""
    body = (
        "# A quiet fever\n\nMy patient had a fever for weeks. Corvia Devices made her pump.\n\n"
        "About 1 in 4 adults over 40 will have AFib at some point."
    )
    picture = replace(desk.picture, shows_person=shown)
    consent = desk.consent(
        covers=frozenset({Covers.STORY, Covers.IMAGE}), identifiable_agreed=agreed
    )
    post = desk.post(
        f"{body}\n\n{desk.interest.line}{END}",
        pictures=(picture,),
        consent_ids=(19,),
        interest_ids=(1,),
    )
    return desk.sourced(
        post, consents=(consent,), interests=(desk.interest,), all_interests=(desk.interest,)
    )


@pytest.mark.parametrize("agreed", [False, True])
@pytest.mark.parametrize("shown", [False, True])
@pytest.mark.parametrize("audience", [Audience.PATIENTS, Audience.PROFESSIONALS, None])
def test_a_story_with_source_tie_and_picture_asks_five_at_most(
    desk: Any, agreed: bool, shown: bool, audience: Audience | None
) -> None:
    inputs = complex_post(desk, agreed=agreed, shown=shown)
    inputs = replace(inputs, post=replace(inputs.post, audience=audience))
    asked = [name for name in questions(desk.assess(inputs)) if name != "confirm:audience"]
    assert 1 <= len(asked) <= 5, asked


def confirmed(desk: Any, inputs: Any) -> Any:
    post = inputs.post
    for check in desk.assess(inputs).group(Group.CONFIRM):
        post = confirm(post, check, desk.now)
    return replace(inputs, post=post)


def test_questions_that_share_a_row_are_confirmed_each_for_its_own(desk: Any) -> None:
    inputs = complex_post(desk, agreed=False, shown=False)
    row = desk.check(desk.assess(inputs), "confirm:tie_told")
    partner = "I checked this partner and have the last word"
    assert row.title == f"The disclosure says all I gain from this, and {partner}"
    done = confirmed(desk, inputs)
    given = {confirmation.question for confirmation in done.post.confirmations}
    assert {"tie_told", "partner", "stage", "not_advice", "not_recognisable"} <= given
    assert all(check.confirmed_at for check in desk.assess(done).group(Group.CONFIRM))
    # Without the picture fewer are asked and share a row: each stands as it was given.
    alone = replace(done, interests=(), all_interests=(), post=replace(done.post, pictures=()))
    answer = desk.assess(alone)
    assert not desk.check(answer, "confirm:patient_fair").also
    assert desk.check(answer, "confirm:patient_fair").confirmed_at
    assert desk.check(answer, "confirm:stage").confirmed_at


def test_a_shared_row_opens_with_the_one_that_changed_and_undo_closes_it(desk: Any) -> None:
    done = confirmed(desk, complex_post(desk, agreed=False, shown=False))
    body = done.post.body.replace("for weeks", "for months")
    edited = replace(done, post=replace(done.post, body=body))
    answer = desk.assess(edited)
    assert desk.check(answer, "confirm:stage").reopened
    assert desk.check(answer, "confirm:tie_told").confirmed_at
    again = confirmed(desk, edited)
    assert all(check.confirmed_at for check in desk.assess(again).group(Group.CONFIRM))
    back = replace(again, post=replace(again.post, body=done.post.body))
    assert desk.check(desk.assess(back), "confirm:stage").confirmed_at


def test_a_shared_row_is_taken_back_as_a_whole(desk: Any) -> None:
    done = confirmed(desk, complex_post(desk, agreed=False, shown=False))
    row = desk.check(desk.assess(done), "confirm:stage")
    post = unconfirm(done.post, row)
    assert not {"stage", "not_advice"} & {c.question for c in post.confirmations}


def test_five_are_not_merged(desk: Any) -> None:
    post = desk.post(EDUCATIONAL["watch"] + END, pictures=(desk.picture,))
    rows = desk.assess(desk.sourced(post)).group(Group.CONFIRM)
    assert len(rows) <= 5
    assert not any(row.also for row in rows)
