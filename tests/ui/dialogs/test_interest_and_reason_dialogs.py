"""Ties and their line; reasons that stay on the post."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPlainTextEdit

from app.errors import Refused
from app.model.records import Tie
from tests.ui.dialogs.conftest import CHECK, open_dialog
from tests.ui.hands import find, focus, name_of, text_on
from ui.dialogs.context import DialogContext
from ui.dialogs.reason_dialog import ReasonDialog


def test_the_line_follows_the_tie_until_it_is_ones_own(home, planner, post_id, keys):
    lines: list[str] = []
    home.context.dialogs.disclose(post_id, lines.append)
    QApplication.processEvents()
    dialog = home.context.dialogs.current
    keys.type("Cardiosense")
    line = find(dialog, "Line for the post", QPlainTextEdit)
    assert line.toPlainText() == "Disclosure: I receive speaker fees from Cardiosense."
    keys.tab_to("Kind of tie")
    keys.press("Down")
    assert line.toPlainText() == "Disclosure: Cardiosense funds my research."
    keys.tab_to("Line for the post")
    keys.fill("Cardiosense pays for my research.")
    keys.tab_to("Kind of tie", back=True)
    keys.press("Down")
    assert line.toPlainText() == "Cardiosense pays for my research."
    keys.press("Return")
    (interest,) = planner.records.interests()
    assert (interest.organisation, interest.tie) == ("Cardiosense", Tie.SHARES)
    assert planner.posts.get(post_id).interest_ids == (interest.id,)
    assert lines == ["Cardiosense pays for my research."]


def test_enter_in_the_line_is_a_line_end_and_ctrl_enter_saves(home, planner, post_id, keys):
    dialog = open_dialog(home, "interest", post_id)
    keys.type("Cardiosense")
    keys.tab_to("Line for the post")
    keys.press("Ctrl+End")
    keys.press("Return")
    keys.type("Views are mine.")
    assert home.context.dialogs.current is dialog
    keys.press("Ctrl+Return")
    assert home.context.dialogs.current is None
    (interest,) = planner.records.interests()
    assert interest.line.endswith("Cardiosense.\nViews are mine.")


def test_a_tie_needs_a_name(home, planner, post_id, hand):
    dialog = open_dialog(home, "interest", post_id)
    hand.choose(find(dialog, "Kind of tie", QComboBox), "Shares")
    hand.click(find(dialog, "Save and link", QAbstractButton))
    assert "Say which company or institution it is." in text_on(dialog)
    assert find(dialog, "Kind of tie", QComboBox).currentText() == "Shares"
    assert planner.records.interests() == ()


@pytest.mark.usefixtures("records")
def test_what_is_received_is_noted_in_the_record(home, planner, post_id, keys):
    open_dialog(home, "interest", post_id)
    keys.tab_to("Edit")
    keys.press("Return")
    keys.tab_to("Value, for your own notes")
    keys.type("1,000 a year")
    keys.press("Return")
    assert home.context.dialogs.current is None
    (interest,) = planner.records.interests()
    assert interest.value == "1,000 a year"
    assert planner.posts.get(post_id).interest_ids == (interest.id,)


@pytest.fixture
def given():
    return []


@pytest.fixture
def reason(home, theme, planner, asker, given):
    """A question for a reason; the first answer is refused when it says so."""

    def keep(words: str) -> None:
        if "refuse" in words:
            raise Refused("That check cannot be set aside.", "Change the words instead.")
        given.append(words)

    context = DialogContext(
        planner, theme, asker, home.context.toasts, home.context.actions, home.window
    )
    dialog = ReasonDialog(
        context, "Not a problem here", CHECK.title, "Set aside", keep, ("It is a quotation",)
    )
    dialog.open(dialog.reason)
    return dialog


def test_a_short_reason_is_asked_for_again_and_kept(reason, keys, hand, given):
    keys.type("Too short")
    hand.click(find(reason, "Set aside", QAbstractButton))
    assert "Please write 11 more characters, for your own record." in text_on(reason)
    assert name_of(focus()) == "Why"
    keys.press("Ctrl+End")
    keys.type(", but now it is long enough.")
    keys.press("Ctrl+Return")
    assert given == ["Too short, but now it is long enough."]


def test_a_starter_begins_the_reason(reason, keys, given):
    keys.tab_to("It is a quotation")
    keys.press("Return")
    assert name_of(focus()) == "Why"
    keys.type("from the guideline")
    keys.press("Ctrl+Return")
    assert given == ["It is a quotation: from the guideline"]


def test_a_refusal_is_said_and_keeps_the_words(reason, keys, given):
    keys.type("Please refuse this long reason of mine")
    keys.press("Ctrl+Return")
    assert "That check cannot be set aside." in text_on(reason)
    assert reason.isVisible()
    assert reason.reason.text() == "Please refuse this long reason of mine"
    assert given == []


def test_a_check_that_needs_no_reason_is_set_aside_at_once(home, planner, post_id):
    dialogs = home.context.dialogs
    planner.posts.edit_text(post_id, "# Title\n\nWords about sleep.")
    check = next(
        check
        for check in planner.gate.assess(post_id).checks
        if "set_aside" in check.remedies and not check.reason_needed
    )
    dialogs.set_aside(post_id, check)
    assert dialogs.current is None
    assert planner.posts.get(post_id).set_aside
