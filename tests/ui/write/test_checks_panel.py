from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.assessment import Assessment, Check, Group, Remedy, Tally
from app.model.finding import Finding, Kind, Strength
from app.model.post import Post, SentBack, State
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.write.act import Act, choices_of
from ui.write.check_words import sent_back_words, spoken, stamp
from ui.write.checks_panel import ChecksPanel

AT = datetime(2026, 9, 10, 8, 40, tzinfo=UTC)
TODAY = date(2026, 9, 10)
FOUND = Finding(
    Kind.CLAIM, "cure", "claims.cure", Strength.BLOCK, 9, 19, "cures AFib", "t", "w", ("can help",)
)
PATIENT = Check(
    "patient",
    Group.FIX,
    "Could point to one patient",
    "Age, job and place together can identify someone.",
    "a 54-year-old teacher",
    remedies=(Remedy.LINK_CONSENT, Remedy.CORRECT_FACT),
    fact="mentions_patient",
    reason_needed=True,
    core=True,
)
CURE = Check(
    "cure",
    Group.FIX,
    "Promises a result",
    quote="cures AFib",
    findings=(FOUND,),
    suggestions=("can help",),
    remedies=(Remedy.REPLACE, Remedy.SHOW),
)
NUMBER = Check(
    "number",
    Group.CONSIDER,
    "Number without a source",
    strength=Strength.WARN,
    remedies=(Remedy.ADD_SOURCE, Remedy.SET_ASIDE),
)
STAGE = Check("stage", Group.CONFIRM, "I would say this on stage", remedies=(Remedy.CONFIRM,))
FITS = Check("fits", Group.CLEAR, "Fits LinkedIn")


def post(state: State = State.REVIEW, **more: object) -> Post:
    return Post(1, "u", "# T\n\nWords.", AT, AT, state=state, networks=("linkedin",), **more)


def assessment(
    *checks: Check, reason: str = "Not ready yet: 2 to fix, 1 to confirm."
) -> Assessment:
    def count(group: Group) -> int:
        return sum(check.group is group and check.confirmed_at is None for check in checks)

    standing = sum(check.confirmed_at is not None for check in checks)
    tally = Tally(
        count(Group.FIX), count(Group.CONSIDER), count(Group.CONFIRM), count(Group.CLEAR) + standing
    )
    return Assessment(checks, (), {}, tally, reason if tally.blocks else "", None, "1")


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> ChecksPanel:
    panel = ChecksPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(352, 700)
    panel.show_assessment(
        post(), assessment(PATIENT, CURE, NUMBER, STAGE, FITS), "Europe/London", TODAY
    )
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def show(panel: ChecksPanel, *checks: Check, state: State = State.REVIEW) -> None:
    panel.show_assessment(post(state), assessment(*checks), "Europe/London", TODAY)


def titles(panel: ChecksPanel) -> list[str]:
    return [row.check.title for row in panel.rows()]


def button(panel: ChecksPanel, words: str) -> Button:
    return next(b for b in panel.findChildren(Button) if b.text() == words and b.isVisible())


def test_groups_stand_in_order_and_clear_is_closed(panel: ChecksPanel) -> None:
    assert titles(panel) == [PATIENT.title, CURE.title, NUMBER.title, STAGE.title]
    assert not panel.row("fits").isVisible()


def test_rows_that_stay_are_the_same_rows(panel: ChecksPanel) -> None:
    row = panel.row("cure")
    tonal = button(panel, "Use “can help”")
    show(panel, PATIENT, replace(CURE, why="Ablation helps many people."), NUMBER, STAGE, FITS)
    assert panel.row("cure") is row
    assert button(panel, "Use “can help”") is tonal


def test_a_finished_row_hands_the_keyboard_to_the_next(panel: ChecksPanel) -> None:
    panel.go_to("cure")
    show(panel, PATIENT, NUMBER, STAGE, FITS)
    assert panel.focused_row() is panel.row("number")


def test_after_the_last_check_the_keyboard_is_on_mark_ready(panel: ChecksPanel) -> None:
    show(panel, STAGE)
    panel.go_to("stage")
    done = replace(STAGE, confirmed_at=AT)
    panel.show_assessment(post(), assessment(done), "Europe/London", TODAY)
    row = panel.row("stage")
    assert row.hasFocus()
    panel.show_assessment(post(), assessment(FITS), "Europe/London", TODAY)
    assert button(panel, "Mark ready").hasFocus()


def test_f8_order_goes_round_the_open_checks(panel: ChecksPanel) -> None:
    seen = []
    for _ in range(5):
        assert panel.step(1)
        seen.append(panel.focused_row().check.id)
    assert seen == ["patient", "cure", "number", "stage", "patient"]
    assert panel.step(-1)
    assert panel.focused_row().check.id == "stage"


def test_space_confirms_and_enter_does_the_most_useful(panel: ChecksPanel, qtbot: QtBot) -> None:
    panel.go_to("stage")
    with qtbot.waitSignal(panel.acted) as acted:
        QTest.keyClick(panel.row("stage"), Qt.Key.Key_Space)
    assert acted.args == [Act(STAGE, Remedy.CONFIRM, on=True)]
    panel.go_to("cure")
    with qtbot.waitSignal(panel.acted) as acted:
        QTest.keyClick(panel.row("cure"), Qt.Key.Key_Return)
    assert acted.args == [Act(CURE, Remedy.REPLACE, "can help")]


def test_the_box_is_ticked_only_when_the_gate_says_so(panel: ChecksPanel, qtbot: QtBot) -> None:
    box = panel.row("stage")._tick
    with qtbot.waitSignal(panel.acted) as acted:
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert acted.args[0].on is True
    assert not box.isChecked()
    show(panel, PATIENT, replace(STAGE, confirmed_at=AT))
    assert panel.row("stage")._tick.isChecked()


def test_a_fact_is_corrected_with_a_reason_of_twenty_characters(
    panel: ChecksPanel, qtbot: QtBot
) -> None:
    QTest.mouseClick(button(panel, "This is not about a patient"), Qt.MouseButton.LeftButton)
    form = panel.row("patient")._form
    field = form._field
    with qtbot.assertNotEmitted(panel.acted):
        QTest.keyClicks(field.lineEdit(), "Too short")
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field.lineEdit(), ", I made this case up")
    with qtbot.waitSignal(panel.acted) as acted:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert acted.args == [
        Act(PATIENT, Remedy.CORRECT_FACT, reason="Too short, I made this case up")
    ]
    assert panel.row("patient").hasFocus()


def test_escape_leaves_the_reason(panel: ChecksPanel, qtbot: QtBot) -> None:
    QTest.mouseClick(button(panel, "This is not about a patient"), Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(panel.acted):
        QTest.keyClick(panel.row("patient")._form._field, Qt.Key.Key_Escape)
    assert panel.row("patient")._form is None


def test_a_consider_row_is_set_aside_with_one_click(panel: ChecksPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.acted) as acted:
        QTest.mouseClick(button(panel, "Not needed here"), Qt.MouseButton.LeftButton)
    assert acted.args == [Act(NUMBER, Remedy.SET_ASIDE)]


def test_mark_ready_is_locked_but_reachable(panel: ChecksPanel, qtbot: QtBot) -> None:
    ready = button(panel, "Mark ready")
    assert ready.kind == "locked"
    assert ready.isEnabled()
    assert ready.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(panel.footer.wanted) as wanted:
        QTest.mouseClick(ready, Qt.MouseButton.LeftButton)
    assert wanted.args == ["next_check"]


def test_all_clear_is_the_one_filled_button(panel: ChecksPanel, qtbot: QtBot) -> None:
    show(panel, replace(STAGE, confirmed_at=AT), FITS)
    ready = button(panel, "Mark ready")
    assert ready.kind == "primary"
    assert panel.footer.reason == "All 2 checks are done. The text is kept as it is now."
    assert button(panel, "Back to draft")
    assert panel.row("fits").isVisible()
    assert panel._groups[Group.CONFIRM]._header.text() == "You confirmed"
    with qtbot.waitSignal(panel.footer.wanted) as wanted:
        QTest.mouseClick(ready, Qt.MouseButton.LeftButton)
    assert wanted.args == ["advance"]


def test_a_reopened_question_is_to_be_confirmed_again(panel: ChecksPanel) -> None:
    show(panel, replace(STAGE, confirmed_at=AT, reopened=True), FITS)
    assert panel._groups[Group.CONFIRM]._header.text() == "Confirm again"
    assert stamp(panel.row("stage").check, "Europe/London", TODAY) == (
        "Confirmed today, 09:40. Opened again by the edit."
    )
    assert panel.row("stage").is_open()


def test_a_sent_back_post_says_what_opened(panel: ChecksPanel, qtbot: QtBot) -> None:
    sent = SentBack(AT, "You edited 1 sentence", ("a", "b"), 12, ready_body="# T\n\nOther.")
    panel.show_assessment(post(sent_back=sent), assessment(STAGE, FITS), "Europe/London", TODAY)
    assert panel.banner.isVisible()
    with qtbot.waitSignal(panel.banner.undo):
        QTest.mouseClick(button(panel, "Undo the change"), Qt.MouseButton.LeftButton)
    assert sent_back_words(sent, "Europe/London", TODAY) == (
        "You edited 1 sentence today at 09:40, so 2 of 14 checks opened again. "
        "The other 12 still stand."
    )
    show(panel, STAGE)
    assert not panel.banner.isVisible()


@pytest.mark.parametrize(
    ("state", "words", "kind"),
    [
        (State.DRAFT, "Start review", "primary"),
        (State.READY, "Mark posted", "plain"),
        (State.POSTED, "Archive", "plain"),
        (State.ARCHIVED, "Restore", "plain"),
    ],
)
def test_the_next_step_of_each_state(
    panel: ChecksPanel, state: State, words: str, kind: str
) -> None:
    show(panel, PATIENT if state is State.DRAFT else FITS, state=state)
    assert button(panel, words).kind == kind


def test_a_draft_without_a_network_says_so(panel: ChecksPanel) -> None:
    bare = replace(post(State.DRAFT), networks=())
    panel.show_assessment(bare, assessment(FITS), "Europe/London", TODAY)
    assert panel.footer.locked
    assert panel.footer.reason == "Not in review yet: choose a network."


def test_rows_are_spoken_in_full() -> None:
    assert spoken(PATIENT) == "Must fix: Could point to one patient. a 54-year-old teacher"
    assert spoken(replace(STAGE, confirmed_at=AT)) == "Confirmed: I would say this on stage"


def test_only_one_finished_replacement_is_shown_and_the_rest_are_in_the_menu(
    panel: ChecksPanel,
) -> None:
    many = replace(CURE, suggestions=("can help", "may help"))
    show(panel, many)
    strip = panel.row("cure")._strip
    assert [b.text() for b in strip._buttons] == ["Use “can help”", "Show"]
    menu = strip.menu_of_all(panel)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Use “can help”", "Use “may help”", "Show", "Why?"]
    assert choices_of(replace(CURE, suggestions=("",)))[0].words == "Take it out"
