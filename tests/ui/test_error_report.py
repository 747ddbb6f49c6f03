"""A bug leaves a report that holds nothing of what the user wrote, and the window goes on."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from app.errors import KnownError
from ui.error_dialog import ErrorDialog
from ui.error_report import install, report_text, write_report

SECRET = "Mrs Example of Riverside"


def broken(text: str) -> None:
    raise ValueError(text)


def caught():
    try:
        broken(SECRET)
    except ValueError as error:
        return type(error), error, error.__traceback__
    raise AssertionError


def test_the_report_tells_the_way_and_not_the_words():
    kind, _, trace = caught()
    text = report_text(kind, trace)
    assert "ValueError" in text
    assert "in broken" in text
    assert SECRET not in text
    assert "Example" not in text


def test_only_the_last_reports_are_kept(tmp_path):
    start = datetime(2026, 9, 10, tzinfo=UTC)
    for number in range(14):
        write_report(tmp_path, "x", start + timedelta(minutes=number))
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == 10
    assert names[-1] == "error-20260910-001300.txt"


def test_a_folder_that_takes_no_files_is_no_second_error(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert write_report(blocked / "reports", "x") is None


@pytest.fixture
def hooked(theme, tmp_path, qtbot):
    known: list[KnownError] = []
    before = install(theme, tmp_path / "reports", lambda: None, known.append)
    hook = sys.excepthook
    sys.excepthook = before
    return hook, known, tmp_path / "reports"


def dialogs(qapp) -> list[ErrorDialog]:
    return [w for w in qapp.topLevelWidgets() if isinstance(w, ErrorDialog) and w.isVisible()]


def test_a_bug_is_shown_once_kept_and_can_be_copied(hooked, qapp, capsys):
    hook, _, folder = hooked
    hook(*caught())
    hook(*caught())
    shown = dialogs(qapp)
    assert len(shown) == 1
    report = shown[0].findChild(QPlainTextEdit).toPlainText()
    assert SECRET not in report
    assert SECRET not in capsys.readouterr().err
    shown[0]._copy()
    assert QGuiApplication.clipboard().text() == report
    assert len(list(folder.iterdir())) >= 1
    shown[0].accept()


def test_a_known_error_goes_to_the_window(hooked, qapp):
    hook, known, folder = hooked
    error = KnownError("Not saved: the disk is full.", "Your text is still here.")
    hook(KnownError, error, None)
    assert known == [error]
    assert dialogs(qapp) == []
    assert not folder.exists()
