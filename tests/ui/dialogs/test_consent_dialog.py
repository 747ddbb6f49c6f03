"""Consent: recorded whole, linked, corrected, and never taken for more than it says."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit

from app.model.records import Covers
from tests.ui.dialogs.conftest import full_consent, open_dialog
from tests.ui.hands import find, focus, name_of, text_on


@pytest.fixture
def dialog(home, post_id):
    """With an empty register: the form."""
    return open_dialog(home, "consent", post_id)


def linked(planner, post_id) -> tuple[int, ...]:
    return planner.posts.get(post_id).consent_ids


def test_what_is_typed_is_what_is_kept(dialog, home, planner, post_id, keys):
    for label, words in (
        ("Code", "C-077"),
        ("Initials, never a name", "A. B."),
        ("What will be shown", "Her palpitations"),
        ("What for", "Teaching"),
        ("Who shows it", "Dr Maya Lindqvist"),
        ("Form kept at", "Folder 3"),
    ):
        if name_of(focus()) != label:
            keys.tab_to(label)
        keys.fill(words)
    keys.tab_to("Given freely, when well and without pressure")
    keys.press("Space")
    keys.tab_to("Covers: Picture", back=True)
    keys.press("Space")
    keys.press("Return")
    assert home.context.dialogs.current is None
    (record,) = planner.records.consents()
    assert linked(planner, post_id) == (record.id,)
    assert (record.code, record.initials) == ("C-077", "A. B.")
    assert (record.description, record.purpose) == ("Her palpitations", "Teaching")
    assert record.covers == {Covers.STORY, Covers.IMAGE}
    assert record.networks == ("linkedin", "x")
    assert (record.given_on, record.ends_on) == (date(2026, 9, 10), date(2027, 9, 10))
    assert record.freely_given
    assert not record.saw_final_version
    assert record.form_kept_at == "Folder 3"


def test_a_name_is_refused_in_words_and_what_was_typed_stays(dialog, home, planner, keys):
    keys.tab_to("Initials, never a name")
    keys.type("Margaret")
    keys.tab_to("What for")
    keys.press("Return")
    assert home.context.dialogs.current is dialog
    assert "Use initials here, not a name." in text_on(dialog)
    assert find(dialog, "Initials, never a name", QLineEdit).text() == "Margaret"
    assert not dialog.message.visibleRegion().isEmpty()
    assert planner.records.consents() == ()


def test_a_record_without_code_or_scope_is_refused(dialog, home, planner, keys, hand):
    hand.click(find(dialog, "Covers: Story", QCheckBox))
    hand.click(find(dialog, "Save and link", QAbstractButton))
    assert "Tick what the consent covers." in text_on(dialog)
    hand.click(find(dialog, "Covers: Story", QCheckBox))
    hand.click(find(dialog, "Code", QLineEdit))
    keys.press("Ctrl+A")
    keys.press("Del")
    hand.click(find(dialog, "Save and link", QAbstractButton))
    assert "A consent record needs a code." in text_on(dialog)
    assert planner.records.consents() == ()


def test_a_code_is_given_once(home, planner, post_id, hand):
    planner.records.save_consent(full_consent("C-001"))
    dialog = open_dialog(home, "consent", post_id)
    hand.click(find(dialog, "Add new", QAbstractButton))
    assert find(dialog, "Code", QLineEdit).text() == "C-002"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"networks": ("linkedin",)}, "Consent C-001 does not cover X."),
        (
            {"covers": frozenset({Covers.IMAGE})},
            "Consent C-001 does not cover the patient's story.",
        ),
        ({"ends_on": date(2026, 9, 9)}, "Consent C-001 ended on 9 September."),
        ({"withdrawn_on": date(2026, 9, 2)}, "Consent C-001 was withdrawn on 2 September."),
        (
            {"saw_final_version": False},
            "Consent C-001 does not say that the final version was shown.",
        ),
    ],
)
def test_a_record_that_does_not_cover_says_why(home, planner, post_id, keys, hand, changes, reason):
    record = planner.records.save_consent(full_consent("C-001", **changes)).created
    dialog = open_dialog(home, "consent", post_id)
    row = find(dialog, "C-001  M. L.", QAbstractButton)
    assert row.accessibleDescription().endswith(reason)
    assert not row.isChecked()
    # Enter on the row chooses it, Enter again links it: it can be linked, knowing that.
    keys.press("Return")
    assert row.isChecked()
    assert home.context.dialogs.current is dialog
    keys.press("Return")
    assert linked(planner, post_id) == (record,)
    assert planner.records.shortfalls(record, post_id) == (reason,)


def test_the_record_that_fits_is_chosen_first(home, planner, post_id, keys):
    planner.records.save_consent(full_consent("C-001"))
    planner.records.save_consent(full_consent("C-002", networks=("linkedin",)))
    open_dialog(home, "consent", post_id)
    assert name_of(focus()) == "C-001  M. L."
    keys.press("Return")
    (record,) = linked(planner, post_id)
    assert planner.records.consent(record).code == "C-001"


def test_nothing_chosen_is_said(home, planner, post_id, hand):
    planner.records.save_consent(full_consent("C-001", networks=("linkedin",)))
    dialog = open_dialog(home, "consent", post_id)
    hand.click(find(dialog, "Link", QAbstractButton))
    assert "Choose a consent record first." in text_on(dialog)
    assert linked(planner, post_id) == ()


def test_a_linked_record_is_corrected_in_place(home, planner, post_id, hand):
    record = planner.records.save_consent(full_consent("C-001", networks=("linkedin",))).created
    planner.records.link_consent(post_id, record)
    dialog = open_dialog(home, "consent", post_id)
    assert "Linked already." in find(dialog, "C-001  M. L.").accessibleDescription()
    hand.click(find(dialog, "Edit", QAbstractButton))
    assert name_of(focus()) == "Code"
    hand.click(find(dialog, "Where: X", QCheckBox))
    hand.click(find(dialog, "Save", QAbstractButton))
    assert home.context.dialogs.current is None
    assert planner.records.consent(record).networks == ("linkedin", "x")
    assert planner.records.shortfalls(record, post_id) == ()
    assert len(planner.records.consents()) == 1


def test_a_wrong_link_is_taken_off_and_the_record_stays(home, planner, post_id, hand):
    record = planner.records.save_consent(full_consent("C-001")).created
    planner.records.link_consent(post_id, record)
    dialog = open_dialog(home, "consent", post_id)
    hand.click(find(dialog, "Unlink", QAbstractButton))
    assert home.context.dialogs.current is None
    assert linked(planner, post_id) == ()
    assert len(planner.records.consents()) == 1
    planner.undo()
    assert linked(planner, post_id) == (record,)


def test_back_to_the_list_drops_what_was_begun(home, planner, post_id, hand, keys):
    planner.records.save_consent(full_consent("C-001"))
    dialog = open_dialog(home, "consent", post_id)
    hand.click(find(dialog, "Add new", QAbstractButton))
    keys.fill("C-900")
    hand.click(find(dialog, "Back to the list", QAbstractButton))
    assert name_of(focus()) == "C-001  M. L."
    hand.click(find(dialog, "Link", QAbstractButton))
    assert [record.code for record in planner.records.consents()] == ["C-001"]
