"""The first five minutes: sample, empty planner with or without a password, an existing one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from app.errors import KnownError
from app.planner import Planner
from ui.first_run.window import FirstRunWindow, free_name
from ui.launcher import Launcher
from ui.places import likely_jurisdiction
from ui.remembered import Remembered
from ui.window import MainWindow

PASSWORD = "a quiet heart"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Planners"


@pytest.fixture
def launcher(qtbot, theme, asker, folder, tmp_path):
    def make_sample(path: Path) -> Planner:
        planner = Planner.create(path)
        planner.set_setting("sample", True)
        return planner

    launcher = Launcher(theme, asker, Remembered(tmp_path / "window.ini"), folder, make_sample)
    yield launcher
    if launcher.window is not None:
        launcher.window.close()
        launcher.window.deleteLater()
    launcher.close()


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_first_start_shows_the_two_ways_to_begin(launcher):
    launcher.start()
    assert isinstance(launcher.window, FirstRunWindow)
    assert launcher.window.choices.isVisible()


def test_an_empty_planner_by_keyboard_alone(launcher, qtbot, folder):
    launcher.start()
    window = launcher.window
    choices = window.choices
    with qtbot.waitActive(window):
        window.activateWindow()
    choices.setFocus()
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert choices.start.hasFocus()
    qtbot.keyClick(choices.start, Qt.Key.Key_Space)
    setup = window.setup
    assert setup.isVisible()
    setup.zone.lineEdit().selectAll()
    qtbot.keyClicks(setup.zone.lineEdit(), "Europe/London")
    qtbot.keyClick(setup.zone.lineEdit(), Qt.Key.Key_Return)
    setup.password.setFocus()
    qtbot.keyClicks(setup.password, PASSWORD)
    qtbot.keyClick(setup.password, Qt.Key.Key_Tab)
    assert setup.again.hasFocus()
    qtbot.keyClicks(setup.again, PASSWORD)
    setup.create_button.setFocus()
    qtbot.keyClick(setup.create_button, Qt.Key.Key_Space)
    assert isinstance(launcher.window, MainWindow)
    planner = launcher.window.context.planner
    assert planner.zone == "Europe/London"
    assert planner.records.account().networks == ("linkedin",)
    assert planner.path == folder / "My planner.primum"
    assert Planner.needs_passphrase(planner.path)


def test_without_a_password_it_says_so_and_asks_for_none(launcher, qtbot):
    launcher.show_first_run().show_setup()
    setup = launcher.window.setup
    assert setup._warning.text().startswith("The whole file is encrypted.")
    click(qtbot, setup.without)
    assert "not protected" in setup._warning.text()
    assert not setup.password.isVisible()
    click(qtbot, setup.create_button)
    planner = launcher.window.context.planner
    assert not Planner.needs_passphrase(planner.path)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("short", "short", "Use at least 8 characters."),
        (PASSWORD, "a quiet hart", "This is not the same password."),
    ],
)
def test_a_password_that_will_not_do_is_said_at_the_field(launcher, qtbot, first, second, words):
    launcher.show_first_run().show_setup()
    setup = launcher.window.setup
    setup.password.setText(first)
    setup.again.setText(second)
    with qtbot.assertNotEmitted(setup.start_wanted):
        click(qtbot, setup.create_button)
    descriptions = (
        setup.password.accessibleDescription(),
        setup.again.accessibleDescription(),
    )
    assert words in descriptions


def test_the_sample_opens_and_is_not_made_twice(launcher, qtbot, folder):
    launcher.start()
    click(qtbot, launcher.window.choices.sample)
    planner = launcher.window.context.planner
    assert planner.setting("sample") is True
    planner.posts.new_idea("Mine")
    launcher.show_first_run()
    launcher.open_sample()
    assert launcher.window.context.planner.lists.counts()["all"] == 1
    assert planner.path == folder / "Sample planner.primum"


def test_the_last_planner_opens_by_itself_and_asks_for_its_password(launcher, asker, folder):
    folder.mkdir()
    path = folder / "mine.primum"
    Planner.create(path, PASSWORD).close()
    launcher._remembered.opened(path)
    asker.answers.extend(["wrong guess", PASSWORD])
    launcher.start()
    assert isinstance(launcher.window, MainWindow)
    assert len(asker.asked) == 2
    assert all(question.secret for question in asker.asked)
    assert "password" in asker.asked[1].headline


def test_cancelling_the_password_leaves_the_first_page(launcher, asker, folder):
    folder.mkdir()
    path = folder / "mine.primum"
    Planner.create(path, PASSWORD).close()
    launcher.start(path)
    assert isinstance(launcher.window, FirstRunWindow)


def test_a_planner_that_is_gone_is_passed_over(launcher, folder):
    launcher._remembered.opened(folder / "gone.primum")
    launcher.start()
    assert isinstance(launcher.window, FirstRunWindow)


def test_what_is_not_a_planner_is_said_and_left_alone(launcher, asker, folder, qtbot):
    folder.mkdir()
    path = folder / "notes.primum"
    path.write_bytes(b"not a planner at all" * 100)
    launcher.start(path)
    window = launcher.window
    assert isinstance(window, FirstRunWindow)
    assert window.choices.message.isVisible()
    assert path.read_bytes() == b"not a planner at all" * 100


def test_the_words_of_a_message_are_not_cut(launcher, theme, qtbot):
    window = launcher.show_first_run()
    error = KnownError(
        "This planner is open on CLINIC-PC since 09:12.",
        "Close it there first, so no work is lost.",
        remedies=("look_again", "choose_file"),
    )
    for size in (100, 150):
        theme.choose(text_size=size)
        window.say_error(error)
        qtbot.waitExposed(window)
        QApplication.processEvents()
        message = window.choices.message
        for part in (*message.findChildren(QLabel), *message.findChildren(QAbstractButton)):
            if part.isVisible():
                high = part.heightForWidth(part.width())
                assert part.height() >= (high if high > 0 else part.sizeHint().height())


def test_the_rules_follow_the_clock_until_she_chooses(launcher, qtbot):
    launcher.show_first_run().show_setup()
    setup = launcher.window.setup

    def tell(zone):
        setup.zone.lineEdit().setText(zone)
        qtbot.keyClick(setup.zone.lineEdit(), Qt.Key.Key_Return)

    tell("Europe/London")
    assert setup.rules.chosen == ("UK",)
    tell("America/New_York")
    assert setup.rules.chosen == ("US",)
    click(qtbot, setup.rules.first())
    tell("Europe/Paris")
    assert setup.rules.chosen == ("UK", "US")


def test_the_password_fields_stay_side_by_side(launcher, qtbot):
    launcher.show_first_run().show_setup()
    setup = launcher.window.setup
    click(qtbot, setup.create_button)
    QApplication.processEvents()
    assert setup.password.accessibleDescription() == "Use at least 8 characters."
    tops = {field.mapTo(setup, QPoint()).y() for field in (setup.password, setup.again)}
    assert len(tops) == 1


def test_opening_another_planner_swaps_the_window(launcher, asker, folder, qtbot):
    folder.mkdir()
    for name in ("one", "two"):
        Planner.create(folder / f"{name}.primum").close()
    launcher.open(folder / "one.primum")
    first = launcher.window
    asker.answers.append((folder / "two.primum",))
    first.context.actions.trigger("planner.open")
    assert launcher.window is not first
    assert launcher.window.context.planner.path.name == "two.primum"
    assert [path.name for path in launcher._remembered.recent] == ["two.primum", "one.primum"]


def test_a_folder_that_takes_no_files_is_said(launcher, asker, tmp_path, qtbot):
    launcher.show_first_run().show_setup()
    setup = launcher.window.setup
    blocked = tmp_path / "a file"
    blocked.write_text("")
    setup.set_path(blocked / "My planner.primum")
    click(qtbot, setup.without)
    click(qtbot, setup.create_button)
    assert setup.message.isVisible()
    assert isinstance(launcher.window, FirstRunWindow)


def test_the_folder_can_be_chosen(launcher, asker, tmp_path, qtbot):
    window = launcher.show_first_run()
    window.show_setup()
    asker.answers.append(tmp_path)
    window.setup.folder_wanted.emit()
    assert window.setup._path == tmp_path / "My planner.primum"


def test_a_name_that_is_taken_is_not_used(tmp_path):
    (tmp_path / "My planner.primum").touch()
    (tmp_path / "My planner 2.primum").touch()
    assert free_name(tmp_path).name == "My planner 3.primum"


def test_an_error_shows_in_whatever_window_there_is(launcher):
    launcher.say_error(KnownError("Not saved.", "Try again."))
    assert launcher.window.current_message().isVisible()


@pytest.mark.parametrize(
    ("zone", "place"),
    [
        ("Europe/London", "UK"),
        ("Europe/Paris", "EU"),
        ("Europe/Zurich", "other"),
        ("America/New_York", "US"),
        ("America/Toronto", "CA"),
        ("Australia/Sydney", "AU"),
        ("Asia/Tokyo", "other"),
        ("Etc/UTC", "other"),
    ],
)
def test_a_clock_suggests_a_country(zone, place):
    assert likely_jurisdiction(zone) == place


def test_only_paths_are_remembered(tmp_path):
    remembered = Remembered(tmp_path / "window.ini")
    for number in range(12):
        remembered.opened(tmp_path / f"{number}.primum")
    remembered.opened(tmp_path / "11.primum")
    remembered.sync()
    again = Remembered(tmp_path / "window.ini")
    assert [path.stem for path in again.recent] == ["11", "10", "9", "8", "7", "6", "5", "4"]
