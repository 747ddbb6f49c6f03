"""Settings apply at once, are undoable, and follow the planner."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTime

from app.planner import Planner
from ui.context import build_context
from ui.settings.page import SettingsPage
from ui.widgets.ticks import Ticks


@pytest.fixture
def page(context, qtbot):
    page = SettingsPage(context)
    context.bridge.changed.connect(page.refresh)
    page.resize(1072, 740)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    yield page
    context.toasts.dismiss()


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def pick(combo, words: str) -> None:
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def box(ticks: Ticks, key: str):
    return ticks._boxes[key]


def test_zone_is_shown_and_changed_by_typing(page, planner, qtbot):
    assert page.zone.currentText() == "Europe/London"
    line = page.zone.lineEdit()
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Europe/Paris")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert planner.zone == "Europe/Paris"


def test_choices_apply_at_once(page, planner, theme):
    pick(page.week_start, "Sunday")
    pick(page.text_size, "120 %")
    page.look.chosen.emit("dark")
    assert planner.setting("week_start") == 6
    assert planner.setting("text_size") == 120
    assert planner.setting("theme") == "dark"


def test_switches_are_toggled_by_space_and_undone(page, planner, qtbot):
    switch = page._switches["narrow_weekends"]
    assert switch.isChecked()
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert planner.setting("narrow_weekends") is False
    planner.undo()
    assert switch.isChecked()


def test_usual_time_is_written_when_the_field_is_left(page, planner):
    page.usual_time.setTime(QTime(12, 30))
    page.usual_time.editingFinished.emit()
    assert planner.setting("usual_time") == "12:30"


def test_rules_and_networks_are_the_accounts(page, planner, qtbot):
    click(qtbot, box(page.rules, "UK"))
    click(qtbot, box(page.rules, "US"))
    click(qtbot, box(page.networks, "bluesky"))
    account = planner.records.account()
    assert account.jurisdictions == ("UK", "US")
    assert account.networks == ("bluesky",)


def test_profile_is_written_field_by_field(page, planner, qtbot):
    lines = page.profile._lines
    lines["name"].setFocus()
    qtbot.keyClicks(lines["name"], "Dr Maya Lindqvist")
    qtbot.keyClick(lines["name"], Qt.Key.Key_Return)
    lines["phones"].setFocus()
    qtbot.keyClicks(lines["phones"], "020 7946 0000, ,  020 7946 0001 ")
    lines["links"].setFocus()
    account = planner.records.account()
    assert account.name == "Dr Maya Lindqvist"
    assert account.phones == ("020 7946 0000", "020 7946 0001")


def test_leaving_the_page_writes_what_was_typed(page, planner, qtbot):
    line = page.profile._lines["employer"]
    line.setFocus()
    qtbot.keyClicks(line, "St Example Hospital")
    page.leaving()
    assert planner.records.account().employer == "St Example Hospital"


def test_a_change_from_elsewhere_is_shown_but_not_over_what_is_being_typed(page, planner, qtbot):
    name, role = page.profile._lines["name"], page.profile._lines["role"]
    name.setFocus()
    qtbot.keyClicks(name, "Dr M")
    planner.records.save_account(replace(planner.records.account(), name="X", role="Consultant"))
    assert name.text() == "Dr M"
    assert role.text() == "Consultant"


def test_password_is_set_changed_and_removed(page, planner, qtbot):
    part = page.password
    assert "no password" in part._state.text()
    click(qtbot, part.change)
    part.new.setText("a quiet heart")
    part.again.setText("a quiet heart")
    click(qtbot, part._ok)
    assert Planner.needs_passphrase(planner.path)
    assert part.change.text() == "Change password…"
    click(qtbot, part.remove)
    part.old.setText("wrong one")
    click(qtbot, part._ok)
    assert Planner.needs_passphrase(planner.path)
    assert part.old.accessibleDescription()
    part.old.setText("a quiet heart")
    click(qtbot, part._ok)
    assert not Planner.needs_passphrase(planner.path)
    assert not part.remove.isVisible()


def test_passwords_that_differ_are_not_used(page, planner, qtbot):
    part = page.password
    click(qtbot, part.change)
    part.new.setText("a quiet heart")
    part.again.setText("a quiet hart")
    click(qtbot, part._ok)
    assert not Planner.needs_passphrase(planner.path)
    assert part.again.accessibleDescription() == "This is not the same password."


def test_read_only_says_so_and_puts_the_choice_back(qtbot, theme, asker, planner, tmp_path):
    path = planner.path
    planner.close()
    with_lock = Planner.open(path, read_only=True)
    from PySide6.QtWidgets import QMainWindow

    host = QMainWindow()
    qtbot.addWidget(host)
    context = build_context(with_lock, theme, host, asker)
    page = SettingsPage(context)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    click(qtbot, page._switches["narrow_weekends"])
    assert page.message.isVisible()
    assert page._switches["narrow_weekends"].isChecked()
    context.close()
    with_lock.close()
