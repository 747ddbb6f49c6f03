from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.errors import BadInput
from app.model.assessment import Group
from app.model.post import Audience, Purpose, State
from app.model.records import Consent, Covers, Interest, Source, SourceKind, Tie
from app.model.walltime import WallTime
from app.planner import Planner
from tests.app.operations.test_posts import confirm_all

VALVICA_LINE = "Disclosure: I receive speaker fees from Valvica Medical."
STORY = """# A year after the repair

My patient had a leaking valve repaired last year. It took months until the tiredness went.

Everyone's recovery is different. General information, not medical advice.
"""


def full_consent(**changes: object) -> Consent:
    consent = Consent(
        id=0,
        code="C-019",
        initials="K.",
        covers=frozenset({Covers.STORY}),
        networks=("linkedin",),
        given_on=date(2026, 4, 1),
        ends_on=date(2026, 10, 1),
        description="Story of the valve repair",
        purpose="education",
        disclosed_by="Dr Maya Lindqvist",
        saw_final_version=True,
        right_to_revoke_told=True,
        redisclosure_told=True,
        not_condition_of_care=True,
        freely_given=True,
        identifiable_agreed=True,
        takedown_plan="Remove from LinkedIn within a day",
        form_kept_at="Clinic records, tab 3",
    )
    return replace(consent, **changes)  # type: ignore[arg-type]


def story(planner: Planner, day: date = date(2026, 9, 24)) -> int:
    post_id = planner.posts.new(STORY).created
    planner.posts.set_audience(post_id, Audience.PUBLIC)
    planner.posts.set_purpose(post_id, Purpose.TEACH)
    planner.posts.schedule(
        post_id, WallTime(datetime(day.year, day.month, day.day, 8), "Europe/London")
    )
    return post_id


def consent_row(planner: Planner, post_id: int) -> object:
    rows = [c for c in planner.gate.assess(post_id).checks if c.core]
    return next(row for row in rows if "onsent" in row.title)


def test_a_story_without_consent_is_to_fix_and_a_covering_consent_clears_it(
    planner: Planner,
) -> None:
    post_id = story(planner)
    assert consent_row(planner, post_id).group is Group.FIX  # type: ignore[attr-defined]
    consent_id = planner.records.save_consent(full_consent()).created
    planner.records.link_consent(post_id, consent_id)
    assert planner.records.shortfalls(consent_id, post_id) == ()
    assert consent_row(planner, post_id).group is not Group.FIX  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"networks": ("instagram",)}, "LinkedIn"),
        ({"ends_on": date(2026, 9, 20)}, "ends on"),
        ({"withdrawn_on": date(2026, 9, 1)}, "withdrawn"),
    ],
)
def test_a_consent_that_falls_short_does_not_clear_and_says_why(
    planner: Planner, changes: dict[str, object], word: str
) -> None:
    post_id = story(planner)
    consent_id = planner.records.save_consent(full_consent(**changes)).created
    planner.records.link_consent(post_id, consent_id)
    row = consent_row(planner, post_id)
    assert row.group is Group.FIX  # type: ignore[attr-defined]
    assert word in row.why  # type: ignore[attr-defined]


def test_withdrawing_a_consent_sends_the_ready_post_back_and_one_undo_restores_both(
    planner: Planner,
) -> None:
    post_id = story(planner)
    consent_id = planner.records.save_consent(full_consent()).created
    planner.records.link_consent(post_id, consent_id)
    planner.posts.advance(post_id)
    confirm_all(planner, post_id)
    planner.posts.advance(post_id)
    assert planner.posts.get(post_id).state is State.READY
    planner.records.withdraw_consent(consent_id, date(2026, 9, 10))
    assert planner.posts.get(post_id).state is State.REVIEW
    planner.undo()
    assert planner.records.consent(consent_id).withdrawn_on is None
    assert planner.posts.get(post_id).state is State.READY


def test_removing_a_source_takes_its_links_and_undo_brings_both_back(planner: Planner) -> None:
    post_id = planner.posts.new("# A\n\nText [@esc-af-2024].").created
    source = Source(0, "esc-af-2024", SourceKind.DOI, "10.1093/eurheartj/ehae176")
    source_id = planner.records.save_source(source).created
    planner.records.link_source(post_id, source_id)
    planner.records.remove_source(source_id)
    assert planner.posts.get(post_id).source_ids == ()
    assert planner.records.sources() == ()
    planner.undo()
    assert planner.posts.get(post_id).source_ids == (source_id,)
    assert planner.records.source(source_id).short_name == "esc-af-2024"


def test_names_are_refused_where_initials_belong(planner: Planner) -> None:
    with pytest.raises(BadInput, match="initials"):
        planner.records.save_consent(full_consent(initials="Kathleen Byrne"))


def test_two_records_cannot_share_a_code_or_a_short_name(planner: Planner) -> None:
    planner.records.save_consent(full_consent())
    with pytest.raises(BadInput):
        planner.records.save_consent(full_consent())
    planner.records.save_source(Source(0, "a", SourceKind.PMID, "123"))
    with pytest.raises(BadInput):
        planner.records.save_source(Source(0, "a", SourceKind.PMID, "124"))


def test_an_interest_added_later_reopens_the_posts_that_name_the_company(
    planner: Planner,
) -> None:
    post_id = planner.posts.new("# Valves\n\nThe new Valvica ring is easy to see on echo.").created
    before = planner.gate.assess(post_id).tally.to_fix
    interest = Interest(
        0,
        "Valvica Medical",
        Tie.SPEAKER,
        VALVICA_LINE,
        names=("Valvica",),
    )
    planner.records.save_interest(interest)
    assert planner.gate.assess(post_id).tally.to_fix > before
    assert planner.lists.row(post_id).tally == planner.gate.assess(post_id).tally


def test_moving_a_ready_post_past_its_consent_says_that_it_is_no_longer_ready(
    planner: Planner,
) -> None:
    post_id = story(planner)
    consent_id = planner.records.save_consent(full_consent()).created
    planner.records.link_consent(post_id, consent_id)
    planner.posts.advance(post_id)
    confirm_all(planner, post_id)
    planner.posts.advance(post_id)
    changes = planner.posts.move_to_day(post_id, date(2026, 10, 20))
    assert planner.posts.get(post_id).state is State.REVIEW
    assert changes.done.startswith("Moved to Tue 20 Oct, 08:00. No longer Ready: ")
