"""Export: what is shown is what is written, and nothing is written before a folder is chosen."""

from __future__ import annotations

import csv
import errno
import io
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox

from tests.ui.dialogs.conftest import open_dialog
from tests.ui.hands import find, focus, name_of, text_on
from tests.ui.ready import make_ready

SAVE = "Choose folder and save…"
FORMULA = '=HYPERLINK("https://example.org";"Read") hides a link.'


@pytest.fixture
def posts(planner, post_id):
    """Two Ready posts on two networks each, and the draft of ``post_id`` without a date."""
    make_ready(planner, FORMULA, date(2026, 9, 14))
    make_ready(planner, "Sleep well.\n\nWalk, every day.", date(2026, 9, 15))
    planner.posts.move_to_day(post_id, date(2026, 9, 16))


@pytest.fixture
def dialog(home, post_id, posts):
    return open_dialog(home, "export", post_id)


def raw(dialog) -> str:
    return dialog.raw.toPlainText()


def written(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def as_shown(files: dict[str, bytes]) -> str:
    """Files as the preview shows them: name, then the text."""
    parts = [
        f"{name}\n" + data.decode("utf-8-sig").replace("\r\n", "\n") for name, data in files.items()
    ]
    return "\n\n".join(parts)


@pytest.mark.parametrize("form", ["Buffer", "Plain spreadsheet"])
def test_the_preview_is_the_bytes_that_are_written(dialog, hand, asker, folder, form):
    hand.click(find(dialog, form, QAbstractButton))
    hand.click(find(dialog, "As written", QAbstractButton))
    shown = raw(dialog)
    rows = [
        [dialog.preview.item(row, column).text() for column in range(3)]
        for row in range(dialog.preview.rowCount())
    ]
    asker.answers.append(folder)
    hand.click(find(dialog, SAVE, QAbstractButton))
    files = written(folder)
    assert as_shown(files) == shown
    assert FORMULA.replace('"', '""') in shown
    assert {row[0] for row in rows} == set(files)
    column = "Text" if form == "Buffer" else "text"
    cells = [
        " ".join(line[column].split()).removeprefix("'")
        for data in files.values()
        for line in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    ]
    assert [row[2] for row in rows] == cells


def test_the_form_and_saving_by_keyboard(dialog, home, keys, asker, folder, planner):
    assert name_of(focus()) == "Buffer"
    assert "2 posts will be written, in 2 files." in text_on(dialog)
    assert "1 post is left out because it is not Ready." in text_on(dialog)
    keys.press("Down")
    assert name_of(focus()) == "Plain spreadsheet"
    assert "2 posts will be written, in 1 file." in text_on(dialog)
    asker.answers.append(folder)
    keys.press("Return")
    assert home.context.dialogs.current is None
    assert list(written(folder)) == ["plan-2026-09-10-to-2026-09-30-Europe-London.csv"]
    assert home.context.toasts.recent[0].words == "1 file saved."
    assert planner.setting("last_export_folder") == str(folder)
    assert focus() is home.text


def test_nothing_is_written_before_or_on_cancel(dialog, home, keys, asker, folder):
    assert "Nothing is written until you choose a folder." in text_on(dialog)
    asker.answers.append(None)  # Cancel in the choice of a folder
    keys.press("Return")
    assert asker.asked == ["Choose a folder"]
    assert home.context.dialogs.current is dialog
    assert written(folder) == {}
    keys.press("Esc")
    assert home.context.dialogs.current is None
    assert written(folder) == {}


def test_states_other_than_ready_only_in_the_plain_form(dialog, hand, asker, folder):
    states = find(dialog, "State", QComboBox)
    assert not states.isEnabled()
    hand.click(find(dialog, "Plain spreadsheet", QAbstractButton))
    hand.choose(states, "Everything planned")
    assert "3 posts will be written, in 1 file." in text_on(dialog)
    asker.answers.append(folder)
    hand.click(find(dialog, SAVE, QAbstractButton))
    (data,) = written(folder).values()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert {row["status"] for row in rows} == {"Ready", "Draft"}


def test_going_back_to_a_scheduler_goes_back_to_ready(dialog, hand):
    states = find(dialog, "State", QComboBox)
    hand.click(find(dialog, "Plain spreadsheet", QAbstractButton))
    hand.choose(states, "Everything planned")
    hand.click(find(dialog, "Buffer", QAbstractButton))
    assert states.currentText() == "Ready only"
    assert "2 posts will be written" in text_on(dialog)


def test_days_without_posts_say_so_and_cannot_be_saved(dialog, home, keys):
    keys.tab_to("Posts from")
    keys.type("20")
    assert "No Ready posts between 20 and 30 September." in text_on(dialog)
    assert not find(dialog, SAVE, QAbstractButton).isEnabled()
    keys.press("Return")
    assert home.context.dialogs.current is dialog


def test_a_last_day_before_the_first_is_said_and_kept(dialog, home, keys):
    keys.tab_to("Posts to")
    keys.type("01")
    assert "The last day is before the first." in text_on(dialog)
    assert dialog.last.day() == date(2026, 9, 1)
    assert not find(dialog, SAVE, QAbstractButton).isEnabled()
    keys.press("Up")  # the month, where typing two digits has gone on to
    assert dialog.last.day() == date(2026, 10, 1)
    assert "The last day is before the first." not in text_on(dialog)
    assert find(dialog, SAVE, QAbstractButton).isEnabled()


def test_a_folder_that_does_not_allow_files_says_so_and_keeps_the_dialog(
    dialog, home, hand, asker, folder, tmp_path, monkeypatch
):
    def refuse(path, data):
        raise PermissionError(errno.EACCES, "no", str(path))

    asker.answers.append(folder)
    with monkeypatch.context() as patch:
        patch.setattr("app.exchange.writing._write_through", refuse)
        hand.click(find(dialog, SAVE, QAbstractButton))
    assert home.context.dialogs.current is dialog
    assert "The files were not made." in text_on(dialog)
    assert "The folder does not allow new files. Your planner is untouched." in text_on(dialog)
    assert written(folder) == {}
    other = tmp_path / "other"
    other.mkdir()
    asker.answers.append(other)
    hand.click(find(dialog, "Choose folder", QAbstractButton))
    assert home.context.dialogs.current is None
    assert len(written(other)) == 2


def test_a_folder_that_went_away_says_so(dialog, home, hand, asker, folder):
    asker.answers.append(folder / "gone")
    hand.click(find(dialog, SAVE, QAbstractButton))
    assert "The folder is not there." in text_on(dialog)
    assert home.context.dialogs.current is dialog


def test_a_second_export_does_not_write_over_the_first(home, post_id, posts, hand, asker, folder):
    for _ in range(2):
        dialog = open_dialog(home, "export", post_id)
        asker.answers.append(folder)
        hand.click(find(dialog, SAVE, QAbstractButton))
    assert sorted(written(folder)) == [
        "buffer-linkedin (2).csv",
        "buffer-linkedin.csv",
        "buffer-threads (2).csv",
        "buffer-threads.csv",
    ]
