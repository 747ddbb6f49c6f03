"""How much is asked of the author: counted over typical posts, with the real checks of the text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

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
