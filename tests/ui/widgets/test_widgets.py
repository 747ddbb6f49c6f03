"""The small parts: what they say, what the keyboard does, what is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from app.errors import NotSaved
from app.model.assessment import Tally
from app.model.post import State
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chip import NetworkChip
from ui.widgets.elided import ElidedLabel
from ui.widgets.fields import tame
from ui.widgets.flow import Flow
from ui.widgets.form import FormRow
from ui.widgets.looks import LOOKS
from ui.widgets.message import Message, Offer
from ui.widgets.meter import Meter
from ui.widgets.pill import StatePill
from ui.widgets.popover import Popover
from ui.widgets.search import SearchField
from ui.widgets.section import SectionHeader
from ui.widgets.segmented import Segmented
from ui.widgets.ticks import Ticks
from ui.widgets.zone_box import ZoneBox


@pytest.fixture
def show(qtbot):
    """Show widgets in one window, one above the other."""

    kept: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        host = QWidget()
        kept.append(host)
        host.resize(400, 300)
        column = QVBoxLayout(host)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(host)
        with qtbot.waitExposed(host):
            host.show()
        host.activateWindow()
        return host

    return show


def has_colour(widget: QWidget, colour) -> bool:
    image = widget.grab().toImage()
    return any(
        image.pixelColor(x, y) == colour
        for x in range(image.width())
        for y in range(image.height())
    )


def test_button_is_named_by_its_words_only(theme, show):
    button = Button(theme, "&New post", "tonal", "plus")
    show(button)
    assert button.accessibleName() == "New post"
    assert button.text() == "&New post"
    button.set_icon("")
    assert button.icon().isNull()


def test_a_click_leaves_the_focus_and_tab_takes_it(theme, show, qtbot):
    field, button = QLineEdit(), Button(theme, "Save")
    show(field, button)
    field.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert button.hasFocus()
    assert has_colour(button, theme.token("focus"))


def test_locked_becomes_the_filled_button(theme, show):
    button = Button(theme, "Mark ready", "locked", "lock")
    show(QLineEdit(), button)
    assert not has_colour(button, theme.token("accent"))
    button.set_kind("primary")
    assert has_colour(button, theme.token("accent"))


def test_icon_button_speaks_and_shows_its_shortcut(theme, qtbot):
    button = IconButton(theme, "close", "Close")
    qtbot.addWidget(button)
    button.set_name("Close the pane", "Shift+F9")
    assert button.accessibleName() == "Close the pane"
    assert button.toolTip() == "Close the pane (Shift+F9)"


def test_elided_label_never_pushes_and_keeps_its_words(theme, show):
    words = "A title that is much too long for the room that it is given here, surely"
    label = ElidedLabel(theme, words)
    host = show(label)
    assert label.minimumSizeHint().width() < 40
    host.resize(120, 60)
    QApplication.processEvents()
    assert label.toolTip() == words
    assert label.accessibleName() == words


@pytest.mark.parametrize("state", list(State))
def test_state_pill_says_its_state_in_words(theme, qtbot, state):
    pill = StatePill(theme, LOOKS[state])
    qtbot.addWidget(pill)
    assert pill.accessibleName() == LOOKS[state].words
    pill.resize(pill.sizeHint())
    assert has_colour(pill, theme.token(LOOKS[state].fill or "sunken"))


def test_chip_is_toggled_by_mouse_and_space(theme, show, qtbot):
    chip = NetworkChip(theme, "x", "X", "X (Twitter)")
    show(chip)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert not chip.isChecked()
    assert chip.accessibleName() == "X (Twitter)"


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally(2, 1, 2, 9), "Checks: 2 to fix, 1 to consider, 2 to confirm, 9 clear"),
        (Tally(0, 0, 0, 14), "Checks: 14 clear"),
        (Tally(0, 1, 0, 3), "Checks: 1 to consider, 3 clear"),
        (Tally(), "Checks: all clear"),
    ],
)
def test_meter_speaks_its_sum(theme, qtbot, tally, words):
    meter = Meter(theme)
    qtbot.addWidget(meter)
    meter.set_tally(tally)
    assert meter.accessibleName() == words


def test_meter_has_one_segment_a_check_in_order(theme, qtbot):
    meter = Meter(theme)
    qtbot.addWidget(meter)
    meter.resize(280, 6)
    meter.set_tally(Tally(2, 1, 2, 9))
    image = meter.grab().toImage()
    middles = [image.pixelColor(round((place + 0.5) * 280 / 14), 3) for place in range(14)]
    inks = ["block"] * 2 + ["review"] + ["line2"] * 2 + ["ready"] * 9
    assert middles == [theme.token(ink) for ink in inks]


def test_segmented_is_one_stop_and_arrows_choose(theme, show, qtbot):
    segmented = Segmented(theme, "Theme", (("a", "System"), ("b", "Light"), ("c", "Dark")))
    after = QLineEdit()
    show(segmented, after)
    segmented.choose("a")
    first = QApplication.focusWidget() or segmented
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    segmented.findChildren(Button)
    held = [child for child in segmented.findChildren(QWidget) if child.hasFocus()]
    if not held:
        segmented.setFocus()
        segmented.focusNextChild()
    focused = QApplication.focusWidget()
    assert segmented.isAncestorOf(focused)
    with qtbot.waitSignal(segmented.chosen) as chosen:
        qtbot.keyClick(focused, Qt.Key.Key_Right)
    assert chosen.args == ["b"]
    assert segmented.choice == "b"


def test_choosing_by_code_tells_nobody(theme, qtbot):
    segmented = Segmented(theme, "Theme", (("a", "System"), ("b", "Light")))
    qtbot.addWidget(segmented)
    with qtbot.assertNotEmitted(segmented.chosen):
        segmented.choose("b")
    assert segmented.choice == "b"


def test_section_says_title_count_and_whether_it_is_open(theme, show, qtbot):
    section = SectionHeader(theme, "To fix", count=2, tone="block")
    show(section)
    assert section.accessibleName() == "To fix, 2, open"
    section.setFocus()
    qtbot.keyClick(section, Qt.Key.Key_Space)
    assert section.accessibleName() == "To fix, 2, closed"
    section.set_count(0)
    assert section.accessibleName() == "To fix, 0, closed"


def test_search_waits_for_a_pause_and_enter_does_not(theme, show, qtbot):
    field = SearchField(theme, "Search posts")
    show(field)
    heard: list[str] = []
    field.searched.connect(heard.append)
    qtbot.keyClicks(field, "heart")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["heart"])
    qtbot.keyClicks(field, "s")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["heart", "hearts"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert heard == ["heart", "hearts", ""]
    assert field.text() == ""


def test_message_shows_a_known_error_with_what_can_be_done(theme, show, qtbot):
    message = Message(theme)
    show(message)
    done: list[str] = []
    error = NotSaved(
        "Not saved: the disk is full.",
        "Your text is still here. Free some space, then save again.",
        remedies=("save_again", "save_copy"),
    )
    message.say_error(error, {"save_again": lambda: done.append("again")})
    assert message.isVisible()
    assert message.accessibleName().startswith("Not saved: the disk is full. Your text")
    buttons = [button for button in message.findChildren(Button) if button.isVisible()]
    assert [button.text() for button in buttons] == ["Save again"]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert done == ["again"]


def test_a_newer_message_takes_the_place_of_the_older(theme, show):
    message = Message(theme)
    show(message)
    message.say("One", offers=[Offer("A", lambda: None), Offer("B", lambda: None)])
    message.say("Two", tone="ready", offers=[Offer("C", lambda: None)])
    shown = [button.text() for button in message.findChildren(Button) if button.isVisible()]
    assert shown == ["C"]
    message.clear()
    assert not message.isVisible()


def test_form_row_says_its_problem_at_the_field(theme, show):
    field = QLineEdit()
    row = FormRow(theme, "&Code", field, "Never a name.")
    show(row)
    assert field.accessibleName() == "Code"
    assert field.accessibleDescription() == "Never a name."
    row.set_problem("This is needed.")
    assert field.accessibleDescription() == "This is needed."
    row.set_problem("")
    assert field.accessibleDescription() == "Never a name."


def test_popover_opens_below_and_gives_the_focus_back(theme, show, qtbot):
    anchor = QLineEdit()
    show(anchor)
    anchor.setFocus()
    popover = Popover(theme, "More posts", anchor)
    popover.body.addWidget(Button(theme, "Inside"))
    popover.open_at(anchor)
    assert popover.y() >= anchor.mapToGlobal(QPoint(0, anchor.height())).y()
    with qtbot.waitSignal(popover.closed):
        qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    qtbot.waitUntil(anchor.hasFocus)


def test_flow_starts_a_new_row_when_there_is_no_room(theme, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    flow = Flow(host, gap=10, row_gap=4)
    for _ in range(3):
        part = QWidget()
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    assert flow.heightForWidth(320) == 20
    assert flow.heightForWidth(319) == 44
    assert flow.heightForWidth(100) == 68
    flow.itemAt(0).widget().hide()
    assert flow.heightForWidth(210) == 20


def test_ticks_give_what_is_ticked_in_order(theme, show, qtbot):
    ticks = Ticks(theme, "Where", (("a", "A"), ("b", "B"), ("c", "C")))
    show(ticks)
    with qtbot.assertNotEmitted(ticks.changed):
        ticks.choose(("c", "a"))
    assert ticks.chosen == ("a", "c")
    with qtbot.waitSignal(ticks.changed):
        qtbot.keyClick(ticks.first(), Qt.Key.Key_Space)
    assert ticks.chosen == ("c",)


def test_zone_box_takes_only_zones_that_exist(theme, show, qtbot):
    box = ZoneBox(theme)
    show(box)
    box.set_zone("Europe/London")
    line = box.lineEdit()
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Atlantis/Nowhere")
    with qtbot.assertNotEmitted(box.chosen):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert box.currentText() == "Europe/London"
    line.setText("europe/PARIS")
    with qtbot.waitSignal(box.chosen) as chosen:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert chosen.args == ["Europe/Paris"]
    assert box.zone == "Europe/Paris"


def test_the_wheel_leaves_a_field_alone_that_has_no_focus(theme, show, qtbot):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent

    field, other = QTimeEdit(), QLineEdit()
    show(field, other)
    tame(field, theme)
    other.setFocus()
    before = field.time()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(field.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
    assert field.time() == before
