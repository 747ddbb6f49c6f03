"""The panel of a post: rows, groups, words, and what clears what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.checklist import answers
from app.errors import Refused
from app.model.assessment import Group, Remedy
from app.model.finding import Kind, Strength
from app.model.post import Audience, PostKind
from app.model.records import Covers, SourceKind

CLAIM = {"makes_claim": "reason", "has_statistic": "1 in 4"}
STORY = {"mentions_patient": "My patient"}


def confirmed(desk: Any, inputs: Any) -> Any:
    """The same inputs with every question confirmed."""
    for check in desk.assess(inputs).group(Group.CONFIRM):
        post = answers.confirm(inputs.post, check, desk.now)
        inputs = replace(inputs, post=post)
    return inputs


# The core three


def test_core_three_are_always_there_and_first_in_their_group(desk: Any, plan: Any) -> None:
    plan(facts=CLAIM)
    for inputs in (desk.inputs(), desk.sourced(), desk.inputs(desk.post("Hello."))):
        answer = desk.assess(inputs)
        assert [c.id for c in answer.checks if c.core].__len__() == 3
        for group in Group:
            cores = [check.core for check in answer.group(group)]
            assert cores == sorted(cores, reverse=True)


def test_core_three_say_why_they_are_not_needed(desk: Any, plan: Any) -> None:
    plan()
    answer = desk.assess(desk.inputs(desk.post("Happy World Heart Day.")))
    assert desk.check(answer, "core:consent").why == (
        "Not needed: no patient and no recognisable person in this post."
    )
    assert "Not needed" in desk.check(answer, "core:sources").why
    assert "Not needed" in desk.check(answer, "core:affiliations").why
    assert all(c.group is Group.CLEAR for c in answer.checks if c.core)


def test_a_patient_needs_a_consent_that_covers(desk: Any, plan: Any) -> None:
    plan(facts=STORY)
    post = desk.post(desk.patient)
    missing = desk.check(desk.assess(desk.inputs(post)), "core:consent")
    assert missing.group is Group.FIX
    assert missing.title == "No consent is linked"
    assert missing.remedies[0] is Remedy.LINK_CONSENT
    assert Remedy.SET_ASIDE not in missing.remedies

    linked = replace(post, consent_ids=(19,))
    met = desk.check(desk.assess(desk.inputs(linked, consents=(desk.consent(),))), "core:consent")
    assert met.group is Group.CLEAR
    assert met.why == "Consent C-019 covers this post."

    short = desk.consent(networks=("x",), ends_on=date(2026, 9, 10), withdrawn_on=None)
    still = desk.check(desk.assess(desk.inputs(linked, consents=(short,))), "core:consent")
    assert still.group is Group.FIX
    assert "Consent C-019 does not cover LinkedIn." in still.why
    assert "Consent C-019 ends on 10 September, before the post." in still.why


def test_the_consent_that_falls_short_least_is_the_one_looked_at(desk: Any, plan: Any) -> None:
    plan(facts=STORY)
    poor = desk.consent(id=7, code="C-007", covers=frozenset({Covers.VOICE}), purpose="")
    post = desk.post(desk.patient, consent_ids=(7, 19))
    answer = desk.assess(desk.inputs(post, consents=(poor, desk.consent())))
    assert desk.check(answer, "core:consent").group is Group.CLEAR


def test_the_reason_line_gives_the_only_shortfall_in_words(desk: Any, plan: Any) -> None:
    plan(facts=STORY)
    post = desk.post(desk.patient, consent_ids=(19,))
    inputs = confirmed(desk, desk.inputs(post, consents=(desk.consent(),)))
    assert desk.assess(inputs).clear
    ending = replace(inputs, consents=(desk.consent(ends_on=date(2026, 9, 20)),))
    assert desk.assess(ending).reason == (
        "Not ready yet: consent C-019 ends on 20 September, before the post."
    )


def test_a_made_up_case_needs_no_consent_but_says_so_early(desk: Any, plan: Any) -> None:
    plan(facts=STORY)
    told = desk.post("# A fever\n\nThis is a fictional case. My patient had a fever.\n")
    answer = desk.assess(desk.inputs(told))
    assert desk.check(answer, "core:consent").why == (
        "Not needed: the text says that the case is made up."
    )
    assert desk.check(answer, "confirm:made_up").group is Group.CONFIRM
    late = desk.post(
        "# A fever\n\nMy patient had a fever. " + "It went on. " * 40 + "A made-up case."
    )
    assert desk.check(desk.assess(desk.inputs(late)), "row:composite").group is Group.FIX


def test_no_source_is_to_fix_and_numbers_do_not_say_it_twice(desk: Any, plan: Any) -> None:
    plan(("1 in 4 adults", Kind.NUMBER_WITHOUT_SOURCE, "number", Strength.WARN), facts=CLAIM)
    bare = desk.post(desk.body.replace("[@esc-af-2024]", ""))
    answer = desk.assess(desk.inputs(bare))
    row = desk.check(answer, "core:sources")
    assert row.group is Group.FIX
    assert row.title == "No source is linked"
    assert row.findings[0].quote == "1 in 4 adults"
    assert not any(check.id.startswith("finding:number") for check in answer.checks)

    linked = desk.assess(desk.sourced())
    assert desk.check(linked, "core:sources").group is Group.CLEAR
    assert desk.check(linked, "core:sources").quote == "ESC 2024 guideline on AF"
    assert desk.check(linked, "finding:number").group is Group.CONSIDER


@pytest.mark.parametrize(
    ("body", "source", "title"),
    [
        (None, {"withdrawn": True}, "A source is withdrawn"),
        (None, {"identifier": "10.1093"}, "A source cannot be found by readers"),
        (
            "About 1 in 4 adults. [@esc-af-2024] [@other]",
            {},
            "A source in the text is not linked",
        ),
    ],
)
def test_sources_that_readers_cannot_rely_on(
    desk: Any, plan: Any, body: str | None, source: dict[str, object], title: str
) -> None:
    plan(facts=CLAIM)
    inputs = desk.sourced(desk.post(body) if body else None)
    inputs = replace(inputs, sources=(replace(desk.source, **source),))
    row = desk.check(desk.assess(inputs), "core:sources")
    assert row.group is Group.FIX
    assert row.title == title


def test_a_source_that_the_text_does_not_name_is_to_consider(desk: Any, plan: Any) -> None:
    plan(facts=CLAIM)
    answer = desk.assess(desk.sourced(desk.post("About 1 in 4 adults.")))
    row = desk.check(answer, "core:sources")
    assert row.group is Group.CONSIDER
    assert row.title == "The source is not named in the text"
    assert answer.checks[[c.group for c in answer.checks].index(Group.CONSIDER)] == row


def test_a_source_named_by_its_doi_counts_as_named(desk: Any, plan: Any) -> None:
    plan(facts=CLAIM)
    body = "About 1 in 4 adults. doi:10.1093/EURHEARTJ/ehae176"
    assert (
        desk.check(desk.assess(desk.sourced(desk.post(body))), "core:sources").group is Group.CLEAR
    )


def test_old_sources_are_only_to_consider(desk: Any, plan: Any) -> None:
    plan(facts=CLAIM)
    page = replace(
        desk.source,
        kind=SourceKind.URL,
        identifier="https://www.escardio.org/guidelines",
        accessed_on=date(2026, 3, 1),
    )
    answer = desk.assess(replace(desk.sourced(), sources=(page,)))
    assert desk.check(answer, "row:sources_age").group is Group.CONSIDER
    late = replace(desk.source, check_by=date(2026, 9, 20))
    answer = desk.assess(replace(desk.sourced(), sources=(late,)))
    assert "20 September" in desk.check(answer, "row:sources_age").why


def test_a_named_tie_must_be_told(desk: Any, plan: Any) -> None:
    plan()
    post = desk.post("Corvia Devices has a new pump.")
    inputs = desk.inputs(post, all_interests=(desk.interest,))
    row = desk.check(desk.assess(inputs), "core:affiliations")
    assert row.group is Group.FIX
    assert row.suggestions == (desk.interest.line,)
    assert Remedy.ADD_LINE in row.remedies
    for told in (desk.interest.line, "I am paid by Corvia Devices."):
        said = replace(inputs, post=desk.post(f"{post.body}\n\n{told}"))
        answer = desk.assess(said)
        assert desk.check(answer, "core:affiliations").group is Group.CLEAR
        assert "confirm:no_payment" not in desk.ids(answer)
    unrelated = replace(inputs, post=desk.post("A new pump."))
    assert desk.check(desk.assess(unrelated), "core:affiliations").group is Group.CLEAR


def test_the_version_that_lacks_a_line_is_named(desk: Any, plan: Any) -> None:
    plan()
    told = f"{desk.interest.line}\n\nCorvia Devices has a pump. General information."
    post = desk.post(told, networks=("linkedin", "x"), own_texts={"x": "A pump helps some people."})
    inputs = desk.inputs(post, interests=(desk.interest,), all_interests=(desk.interest,))
    row = desk.check(desk.assess(inputs), "core:affiliations")
    assert row.group is Group.FIX
    assert row.network == "x"
    assert row.why == "You have a tie with Corvia Devices; the version for X does not say so."
    line = desk.check(desk.assess(inputs), "row:disclaimer")
    assert line.network == "x"
    assert "In the version for X." in line.why


def test_words_in_a_version_of_one_network_say_which_text_they_are_in(desk: Any) -> None:
    own = "About 1 in 4 adults will go on to have AFib."
    post = desk.post("# Pulse\n\nFeel it.", networks=("linkedin", "x"), own_texts={"x": own})
    row = desk.check(desk.assess(desk.inputs(post)), "core:sources")
    assert row.group is Group.FIX
    assert row.network == "x"
    assert row.texts == ("x",)
    assert [f.quote in own for f in row.in_text("x")] == [True] * len(row.findings)
    assert row.in_text("") == ()
    both = replace(post, body=f"# Pulse\n\n{own}")
    row = desk.check(desk.assess(desk.inputs(both)), "core:sources")
    assert row.texts == ("", "x")
    assert len(row.in_text("")) == len(row.in_text("x")) > 0


def test_a_prescription_medicine_is_quoted_as_it_is_written_and_can_be_shown(desk: Any) -> None:
    post = desk.post("# Thinning\n\nMany people take Eliquis. General information.")
    row = next(c for c in desk.assess(desk.inputs(post)).checks if "prescription" in c.title)
    assert row.quote == "Eliquis"
    assert Remedy.SHOW in row.remedies
    assert [f.quote for f in row.findings] == ["Eliquis"]
    assert row.phrase == "Eliquis is named to the public"
    assert all(len(reason) >= 20 for reason in row.reasons)
    assert row.reasons


def test_prescription_medicines_in_two_texts_are_one_row(desk: Any) -> None:
    post = desk.post(
        "# Thinning\n\nMany people take apixaban or Xarelto. General information.",
        networks=("linkedin", "x"),
        own_texts={"x": "Many take Eliquis. General information."},
    )
    row = next(c for c in desk.assess(desk.inputs(post)).checks if "prescription" in c.title)
    assert row.title == "Names prescription medicines"
    assert row.quote == "apixaban and Xarelto"
    assert [f.quote for f in row.in_text("x")] == ["Eliquis"]


def test_a_tie_long_over_does_not_count(desk: Any, plan: Any) -> None:
    plan()
    over = replace(desk.interest, until=date(2020, 1, 1))
    inputs = desk.inputs(desk.post("Corvia Devices has a pump."), all_interests=(over,))
    assert desk.check(desk.assess(inputs), "core:affiliations").group is Group.CLEAR


def test_weak_disclosures_are_part_of_the_core_row(desk: Any, plan: Any) -> None:
    plan(
        ("#spon", Kind.DISCLOSURE_WEAK, "weak", Strength.BLOCK),
        facts={"sponsored": "#spon"},
        suggestions=("#ad",),
    )
    answer = desk.assess(desk.inputs(desk.post("A pump #spon")))
    row = desk.check(answer, "core:affiliations")
    assert row.group is Group.FIX
    assert row.suggestions == ("#ad",)
    assert row.findings[0].quote == "#spon"
    assert "confirm:tie_told" in desk.ids(answer)


# Findings


NAME = ("Mrs Gale", Kind.IDENTIFIER, "name", Strength.BLOCK)
CURE = ("cures AFib", Kind.CLAIM, "cure", Strength.BLOCK)
LOUD = ("Wow", Kind.TONE, "tone_soft", Strength.WARN)
REASON = "Quoted in order to correct it"


def test_one_row_for_each_problem_with_its_words(desk: Any, plan: Any) -> None:
    plan(CURE, LOUD, suggestions=("can reduce AFib episodes",))
    post = desk.post("It cures AFib. Again: it cures AFib. Wow.")
    answer = desk.assess(desk.inputs(post))
    row = desk.check(answer, "finding:claim.cure")
    assert row.group is Group.FIX
    assert row.quote == "cures AFib"
    assert len(row.findings) == 2
    assert row.remedies[:2] == (Remedy.REPLACE, Remedy.SHOW)
    assert "CLM-01" in row.items
    assert desk.check(answer, "finding:tone").group is Group.CONSIDER
    assert "row:claims" not in desk.ids(answer)


def test_a_block_takes_a_reason_and_a_warning_one_click(desk: Any, plan: Any) -> None:
    plan(CURE, LOUD)
    post = desk.post("It cures AFib. Wow.")
    answer = desk.assess(desk.inputs(post))
    cure, loud = desk.check(answer, "finding:claim"), desk.check(answer, "finding:tone")
    with pytest.raises(Refused, match="say why"):
        answers.set_aside(post, cure, "too short", desk.now)
    post = answers.set_aside(post, cure, REASON, desk.now)
    post = answers.set_aside(post, loud, "", desk.now)
    after = desk.assess(desk.inputs(post))
    aside = [check for check in after.group(Group.CLEAR) if check.id.startswith("aside:")]
    assert [check.why for check in aside] == [
        f"Set aside: {REASON}",
        "Set aside as not needed here.",
    ]
    elsewhere = replace(post, body="New first words. " + post.body.replace("cures", "**cures**"))
    assert desk.assess(desk.inputs(elsewhere)).tally.to_fix == after.tally.to_fix
    other = replace(post, body="It cures AFib. And Mrs Gale. Wow.")
    assert desk.assess(desk.inputs(other)).tally.to_fix == after.tally.to_fix
    assert answers.bring_back(post, aside[0].id) == answers.bring_back(post, aside[0].keys[0])
    back = answers.bring_back(post, aside[0].keys[0])
    assert desk.check(desk.assess(desk.inputs(back)), "finding:claim.cure").group is Group.FIX


def test_a_patient_who_could_be_identified_is_never_set_aside(desk: Any, plan: Any) -> None:
    plan(NAME, facts={"mentions_patient": "Mrs Gale"})
    post = desk.post("Mrs Gale had a fever.")
    row = desk.check(desk.assess(desk.inputs(post)), "finding:identifier")
    assert row.group is Group.FIX
    assert Remedy.SET_ASIDE not in row.remedies
    assert Remedy.LINK_CONSENT in row.remedies
    with pytest.raises(Refused):
        answers.set_aside(post, row, REASON, desk.now)
    forced = replace(
        post, set_aside=(answers.SetAside("identifier.name:mrs gale", REASON, desk.now),)
    )
    assert desk.check(desk.assess(desk.inputs(forced)), "finding:identifier").group is Group.FIX


def test_only_a_consent_to_be_identified_clears_a_name(desk: Any, plan: Any) -> None:
    plan(NAME, facts={"mentions_patient": "Mrs Gale"})
    post = desk.post("Mrs Gale had a fever.", consent_ids=(19,))
    plain = desk.assess(desk.inputs(post, consents=(desk.consent(),)))
    assert desk.check(plain, "finding:identifier").group is Group.FIX
    agreed = desk.consent(identifiable_agreed=True)
    cleared = desk.assess(desk.inputs(post, consents=(agreed,)))
    assert not any(check.id.startswith("finding:identifier") for check in cleared.checks)
    assert "confirm:not_recognisable" not in desk.ids(cleared)
    short = replace(agreed, withdrawn_on=date(2026, 9, 1))
    again = desk.assess(desk.inputs(post, consents=(short,)))
    assert desk.check(again, "finding:identifier").group is Group.FIX


def test_forbidden_is_cleared_by_new_words_only(desk: Any, plan: Any) -> None:
    plan(
        ("saved my life", Kind.TESTIMONIAL, "praise", Strength.BLOCK),
        facts={"is_testimonial": "saved my life"},
    )
    account = replace(desk.account, jurisdictions=("AU",))
    use = desk.consent(purpose="To use her praise as a testimonial")
    post = desk.post("“He saved my life.”", consent_ids=(19,))
    inputs = desk.inputs(post, account=account, consents=(use,))
    row = desk.check(desk.assess(inputs), "row:testimonial")
    assert row.strength is Strength.FORBID
    assert row.group is Group.FIX
    assert set(row.remedies) <= {Remedy.REPLACE, Remedy.SHOW}
    assert row.findings[0].quote == "saved my life"
    allowed = replace(inputs, account=desk.account)
    assert desk.check(desk.assess(allowed), "row:testimonial").group is Group.CLEAR
    without = replace(allowed, consents=(desk.consent(),))
    assert desk.check(desk.assess(without), "row:testimonial").strength is Strength.BLOCK


def test_product_names_concern_only_some_jurisdictions(desk: Any, plan: Any) -> None:
    plan(facts={"names_product": "apixaban"})
    post = desk.post("Some people take apixaban.")
    uk = desk.check(desk.assess(desk.inputs(post)), "row:product")
    assert uk.group is Group.FIX
    assert uk.quote == "apixaban"
    assert uk.reason_needed
    taught = answers.set_aside(post, uk, "Plain teaching on stroke, no advert", desk.now)
    assert "row:product:apixaban" not in desk.ids(desk.assess(desk.inputs(taught)))
    canada = replace(desk.account, jurisdictions=("CA",))
    weaker = desk.check(desk.assess(desk.inputs(post, account=canada)), "row:product")
    assert weaker.group is Group.CONSIDER
    us = replace(desk.account, jurisdictions=("US",))
    assert "row:product:apixaban" not in desk.ids(desk.assess(desk.inputs(post, account=us)))
    doctors = replace(post, audience=Audience.PROFESSIONALS)
    assert "row:product:apixaban" not in desk.ids(desk.assess(desk.inputs(doctors)))


def test_notes_are_no_rows(desk: Any, plan: Any) -> None:
    plan(("fever", Kind.CLAIM, "hype", Strength.NOTE))
    answer = desk.assess(desk.inputs(desk.post("A fever.")))
    assert not any(check.id.startswith("finding:") for check in answer.checks)
    assert len(answer.findings) == 1


def test_hard_words_are_one_row(desk: Any, plan: Any) -> None:
    plan(
        ("arrhythmia", Kind.JARGON, "term", Strength.WARN),
        ("stenosis", Kind.JARGON, "term", Strength.WARN),
    )
    row = desk.check(
        desk.assess(desk.inputs(desk.post("An arrhythmia. A stenosis."))), "finding:jargon"
    )
    assert row.quote == "arrhythmia, stenosis"
    assert len(row.keys) == 2


def test_an_item_that_is_off_is_silent_and_a_required_one_blocks(desk: Any, plan: Any) -> None:
    plan(("diabetics", Kind.PERSON_FIRST, "label", Strength.WARN))
    post = desk.post("For diabetics.")
    assert desk.check(desk.assess(desk.inputs(post)), "finding:person").group is Group.CONSIDER
    off = desk.inputs(post, levels={"PRO-03": "off"})
    assert not any(c.id.startswith("finding:person") for c in desk.assess(off).checks)
    required = desk.inputs(post, levels={"PRO-03": "required"})
    assert desk.check(desk.assess(required), "finding:person").group is Group.FIX


def test_a_networks_own_text_is_checked_and_named(desk: Any, plan: Any) -> None:
    plan(CURE)
    own = MappingProxyType({"x": "It cures AFib.", "bluesky": "It cures AFib."})
    post = desk.post("All fine.", own_texts=own, networks=("linkedin", "x"))
    answer = desk.assess(desk.inputs(post))
    rows = [check for check in answer.checks if check.id.startswith("finding:claim")]
    assert [row.network for row in rows] == ["x"]
    assert [f.quote for f in answer.own_findings["x"]] == ["cures AFib"]
    assert answer.findings == ()
    aside = answers.set_aside(post, rows[0], REASON, desk.now)
    assert not any(c.id.startswith("finding:") for c in desk.assess(desk.inputs(aside)).checks)


def test_alt_text_can_give_someone_away(desk: Any, plan: Any) -> None:
    plan(NAME)
    picture = replace(desk.picture, alt_text="The tracing of Mrs Gale")
    answer = desk.assess(desk.inputs(desk.post(pictures=(picture,))))
    row = desk.check(answer, "row:alt_text:alt")
    assert row.group is Group.FIX
    assert row.quote == "Mrs Gale"


# Facts


def test_a_corrected_fact_wins_and_is_confirmed(desk: Any, plan: Any) -> None:
    plan(("My patient", Kind.CASE_NARRATIVE, "patient", Strength.WARN), facts=STORY)
    post = desk.post(desk.patient)
    row = desk.check(desk.assess(desk.inputs(post)), "core:consent")
    assert row.findings[0].quote == "My patient"
    with pytest.raises(Refused):
        answers.correct_fact(post, row.fact, False, "no", desk.now)
    reason = "Made up for teaching, no real person"
    said = answers.correct_fact(post, row.fact, False, reason, desk.now)
    answer = desk.assess(desk.inputs(said))
    assert answer.facts["mentions_patient"].origin == "author"
    clear = desk.check(answer, "core:consent")
    assert clear.group is Group.CLEAR
    assert reason in clear.why
    assert desk.check(answer, "confirm:not_patient").group is Group.CONFIRM
    trusted = answers.trust_fact(said, "mentions_patient")
    assert desk.check(desk.assess(desk.inputs(trusted)), "core:consent").group is Group.FIX


def test_facts_come_from_pictures_and_records_too(desk: Any, plan: Any) -> None:
    plan()
    picture = replace(desk.picture, shows_person=True)
    facts = desk.assess(desk.inputs(desk.post(pictures=(picture,)))).facts
    assert facts["shows_person"].origin == "picture"
    assert facts["has_media"].because == "ecg-strip.png"
    linked = desk.inputs(desk.post(consent_ids=(19,)), consents=(desk.consent(),))
    assert desk.assess(linked).facts["mentions_patient"].origin == "record"
    tied = desk.inputs(desk.post(interest_ids=(1,)), interests=(desk.interest,))
    assert desk.assess(tied).facts["has_interest"].value


# The post's own fields and the networks


@pytest.mark.parametrize(
    ("changes", "row", "phrase"),
    [
        ({"networks": ()}, "row:networks", "no network is chosen"),
        ({"body": "# Title only\n"}, "row:text", "there is no text yet"),
        ({"networks": ("instagram",)}, "fit:instagram:picture", "Instagram needs a picture"),
        ({"networks": ("linkedin", "x"), "body": "a" * 322}, "fit:x:too_long", "42"),
    ],
)
def test_what_a_post_needs_before_it_is_ready(
    desk: Any, plan: Any, changes: dict[str, object], row: str, phrase: str
) -> None:
    plan()
    changed = replace(desk.post("Hello there."), **changes)
    check = desk.check(desk.assess(desk.inputs(changed)), row)
    assert check.group is Group.FIX
    assert phrase in check.phrase
    assert check.remedies


def test_the_only_thing_missing_is_said_in_the_reason_line(desk: Any, plan: Any) -> None:
    plan()
    post = desk.post("Hello. General information.", networks=("linkedin", "instagram"))
    inputs = confirmed(desk, desk.inputs(post))
    assert desk.assess(inputs).reason == "Not ready yet: Instagram needs a picture."
    assert desk.check(desk.assess(inputs), "row:fits").title == "Fits LinkedIn"


def test_alt_text_on_each_picture(desk: Any, plan: Any) -> None:
    plan()
    bare = replace(desk.picture, sha256="cd" * 32, name="second.png", alt_text=" ")
    answer = desk.assess(desk.inputs(desk.post(pictures=(desk.picture, bare))))
    row = desk.check(answer, "row:alt_text")
    assert row.group is Group.FIX
    assert row.quote == "second.png"
    assert row.remedies == (Remedy.ADD_ALT_TEXT,)
    fine = desk.assess(desk.inputs(desk.post(pictures=(desk.picture,))))
    assert desk.check(fine, "row:alt_text").title == "Alt text on the picture"


def test_an_empty_profile_is_to_consider_and_asked_about(desk: Any, plan: Any) -> None:
    plan(facts=CLAIM)
    nobody = desk.assess(desk.inputs(account=replace(desk.account, name="")))
    row = desk.check(nobody, "row:profile")
    assert row.group is Group.CONSIDER
    assert row.remedies[0] is Remedy.OPEN_ACCOUNT
    assert "TRN-01" in desk.check(nobody, "confirm:stage").items
    assert "TRN-01" not in desk.check(desk.assess(desk.inputs()), "confirm:stage").items


def test_until_readers_are_chosen_the_stricter_rules_hold(desk: Any, plan: Any) -> None:
    plan()
    answer = desk.assess(desk.inputs(desk.post("Hello.", audience=None)))
    assert answer.facts["aimed_at_patients"].value
    row = desk.check(answer, "confirm:audience")
    assert row.remedies == (Remedy.CONFIRM, Remedy.CHOOSE_AUDIENCE)
    chosen = desk.assess(desk.inputs(desk.post("Hello.", audience=Audience.PROFESSIONALS)))
    assert "confirm:audience" not in desk.ids(chosen)
    assert desk.check(chosen, "row:audience").quote == "For professionals"


def test_clinic_matters_stay_off_a_personal_account(desk: Any, plan: Any) -> None:
    plan(facts={"mentions_practice": "my clinic"})
    own = replace(desk.account, personal=True)
    post = desk.post("Come to my clinic.")
    assert desk.check(desk.assess(desk.inputs(post, account=own)), "row:account").group is Group.FIX
    assert "row:account" not in desk.ids(desk.assess(desk.inputs(post)))


def test_an_answer_to_criticism_sleeps_a_night(desk: Any, plan: Any) -> None:
    plan(facts={"is_reply_to_criticism": "Sorry", "is_reply": "Sorry"})
    post = desk.post("Sorry to hear that. General information.", kind=PostKind.REPLY)
    assert desk.check(desk.assess(desk.inputs(post)), "row:pause").group is Group.FIX
    later = desk.inputs(post, now=desk.now + timedelta(days=1))
    assert desk.check(desk.assess(later), "row:pause").group is Group.CLEAR


def test_the_disclaimer_can_be_added_as_a_line(desk: Any, plan: Any) -> None:
    plan(facts={"makes_claim": "helps"})
    row = desk.check(desk.assess(desk.inputs(desk.post("It helps."))), "row:disclaimer")
    assert row.group is Group.CONSIDER
    assert row.remedies[0] is Remedy.ADD_LINE
    said = desk.post(f"It helps.\n\n{row.suggestions[0]}")
    assert desk.check(desk.assess(desk.inputs(said)), "row:disclaimer").group is Group.CLEAR
    reply = desk.post("It helps.", kind=PostKind.REPLY)
    plan(facts={"makes_claim": "helps", "is_reply": "It"})
    assert desk.check(desk.assess(desk.inputs(reply)), "row:disclaimer").group is Group.FIX


def test_a_benefit_of_something_named_has_its_limits_beside_it(desk: Any, plan: Any) -> None:
    plan(facts={"names_product": "apixaban"})
    us = replace(desk.account, jurisdictions=("US",))
    lone = desk.inputs(desk.post("Some take apixaban: it prevents strokes."), account=us)
    assert desk.check(desk.assess(lone), "row:balance").group is Group.FIX
    both = desk.inputs(
        desk.post("Some take apixaban: it prevents strokes, and can cause bleeding."), account=us
    )
    assert desk.check(desk.assess(both), "row:balance").group is Group.CLEAR
    of_a_class = desk.inputs(desk.post("Apixaban is one. They prevent strokes."), account=us)
    plan(facts={"names_product": "Apixaban"})
    assert desk.check(desk.assess(of_a_class), "row:balance").group is Group.CONSIDER
    named = desk.inputs(desk.post("Some take apixaban."), account=us)
    assert "row:balance" not in desk.ids(desk.assess(named))


# Whole panel


def test_a_check_that_could_not_run_stops_ready(desk: Any, plan: Any) -> None:
    plan(failed=("Numbers need a source",))
    answer = desk.assess(desk.inputs())
    row = desk.check(answer, "failed")
    assert row.title == "1 check could not run (Numbers need a source)"
    assert row.why == "The post cannot be Ready until it does."
    assert not answer.clear


def test_reason_counts_and_all_done(desk: Any, plan: Any) -> None:
    plan(CURE, facts=CLAIM)
    inputs = desk.sourced(desk.post(desk.body + "\nIt cures AFib."))
    answer = desk.assess(inputs)
    assert answer.reason == f"Not ready yet: 1 to fix, {answer.tally.to_confirm} to confirm."
    plan(facts=CLAIM)
    done = desk.assess(confirmed(desk, desk.sourced()))
    assert done.clear
    count = sum(check.group is not Group.CONSIDER for check in done.checks)
    assert done.reason.startswith(f"All {count} checks are done")
    assert done.tally.clear == count


def test_the_clear_rows_are_in_plain_words(desk: Any, plan: Any) -> None:
    plan(facts=CLAIM)
    inputs = desk.sourced(desk.post(pictures=(desk.picture,), networks=("linkedin", "instagram")))
    titles = {check.title for check in desk.assess(inputs).group(Group.CLEAR)}
    assert titles >= {
        "No one could be identified",
        "No promises of results",
        "Numbers have a source",
        "Alt text on the picture",
        "Disclaimer is there",
        "Fits LinkedIn and Instagram",
    }


def test_rows_are_in_panel_order_and_ids_are_unique(desk: Any, plan: Any) -> None:
    plan(CURE, LOUD, NAME, facts={**STORY, **CLAIM})
    post = desk.post("My patient Mrs Gale. Wow, it cures AFib: 1 in 4, a reason.")
    answer = desk.assess(desk.inputs(post))
    places = [list(Group).index(check.group) for check in answer.checks]
    assert places == sorted(places)
    assert len(desk.ids(answer)) == len(answer.checks)
    fixes = [check.id for check in answer.group(Group.FIX)]
    assert fixes[:2] == ["core:consent", "core:sources"]


PIECES = st.sampled_from(
    ("My patient Mrs Gale, 91, ", "**cures** ", "1 in 4 ", "[@esc-af-2024] ", "[@x", "\n\n- ")
)


@settings(max_examples=60, deadline=None)
@given(body=st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=12).map("".join))
def test_any_text_gives_a_whole_panel(desk: Any, body: str) -> None:
    answer = desk.assess(desk.sourced(desk.post(body, pictures=(desk.picture,))))
    assert len(desk.ids(answer)) == len(answer.checks)
    assert sum(check.core for check in answer.checks) == 3
    tally = answer.tally
    assert len(answer.checks) == tally.blocks + tally.to_consider + tally.clear
    assert answer.clear == (not answer.reason.startswith("Not ready yet"))
    for check in answer.checks:
        assert check.title
        for finding in check.findings:
            assert body[finding.start : finding.end] == finding.quote


def test_the_same_inputs_give_the_same_assessment(desk: Any) -> None:
    inputs = desk.sourced()
    assert desk.assess(inputs) == desk.assess(inputs)
