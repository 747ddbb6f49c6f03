"""Replies and tone: each thing that must not be said, beside the fair thing that sounds like it."""

from __future__ import annotations

import pytest

from app.checks.context import Context
from app.checks.registry import check
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind

ADVICE, DM, TONE = Kind.ADVICE, Kind.DM_INVITE, Kind.TONE
PATIENT = Kind.PATIENT_CONFIRMATION


def _found(text: str, kind: PostKind, wanted: Kind) -> list[Finding]:
    report = check(text, Context(kind=kind, jurisdictions=("UK",)))
    assert report.failed == ()
    return [
        one for one in report.findings if one.kind is wanted and one.strength is not Strength.NOTE
    ]


@pytest.mark.parametrize(
    ("wanted", "said", "fair"),
    [
        (PATIENT, "It was good to see you at your appointment.", "It is good to hear from you."),
        (PATIENT, "Our records show that you missed your scan.", "We can't discuss care here."),
        (ADVICE, "You should stop taking your bisoprolol.", "Please ask your own doctor."),
        (ADVICE, "Have you thought about halving the dose?", "Have you asked your pharmacist?"),
        (ADVICE, "That sounds like reflux to me.", "We can't say from here what it is."),
        (DM, "DM me your ECG and I will have a look.", "Please don't send results here."),
        (TONE, "That is simply not true and you are wrong.", "We are sorry to read this."),
    ],
)
def test_a_reply_must_not_say_it_and_may_say_the_fair_thing(
    wanted: Kind, said: str, fair: str
) -> None:
    assert _found(said, PostKind.REPLY, wanted), said
    assert not _found(fair, PostKind.REPLY, wanted), fair


@pytest.mark.parametrize("wanted", [PATIENT, ADVICE, TONE])
def test_what_a_stranger_writes_to_us_is_not_judged_as_our_reply(wanted: Kind) -> None:
    for text in (
        "It was good to see you at your appointment.",
        "You should stop taking your bisoprolol.",
        "These idiots never learn.",
    ):
        assert not _found(text, PostKind.INBOUND, wanted)


@pytest.mark.parametrize(
    ("said", "fair"),
    [
        ("These idiots never learn.", "Many of us never learned this."),
        ("That surgeon is a disgrace and a fraud.", "I read that study in another way."),
        ("Fat people are lazy.", "People of every size are welcome."),
        ("Another genius who googled his symptoms.", "Looking symptoms up is a fair start."),
        ("WE ALL EAT FAR TOO MUCH SALT", "STEMI, NSTEMI, ACS, PCI and CABG in one page."),
    ],
)
@pytest.mark.parametrize("kind", [PostKind.POST, PostKind.REPLY])
def test_a_post_or_reply_must_not_hurt_and_may_differ(said: str, fair: str, kind: PostKind) -> None:
    (found,) = _found(said, kind, TONE)
    assert found.suggestions == ()
    assert not _found(fair, kind, TONE), fair


def test_the_words_of_others_and_headings_in_capitals_are_left_alone() -> None:
    for text in (
        "Somebody wrote “these idiots never learn” under my post. Please be kind.",
        "# WE ALL EAT FAR TOO MUCH SALT\n\nA calm text on salt.",
    ):
        assert not _found(text, PostKind.POST, TONE), text
