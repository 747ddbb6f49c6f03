"""A linked record that lacks something is completed, not linked again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from app.model.records import Consent, Covers, Interest, Source, SourceKind, Tie
from app.planner import Planner
from ui.widgets.buttons import Button
from ui.window import MainWindow
from ui.write.check_row import CheckRow
from ui.write.page import WritePage

Settle = Callable[[], None]
LEFT = Qt.MouseButton.LeftButton
PATIENT = "# A quiet fever\n\nMy patient had a fever for weeks. It was a heart valve infection."


def press(row: CheckRow, words: str) -> None:
    buttons = [b for b in row.findChildren(Button) if b.isVisible()]
    button = next((b for b in buttons if b.text() == words), None)
    assert button is not None, [b.text() for b in buttons]
    QTest.mouseClick(button, LEFT)


def typed_in(window: MainWindow) -> list[str]:
    dialog = window.context.dialogs.current
    assert dialog is not None
    fields = [f for f in dialog.findChildren(QLineEdit) if f.isVisible()]
    areas = [
        f.toPlainText()
        for kind in (QPlainTextEdit, QTextEdit)
        for f in dialog.findChildren(kind)
        if f.isVisible()
    ]
    return [field.text() for field in fields] + areas


def test_an_incomplete_consent_is_completed(
    page: WritePage, planner: Planner, post_id: int, window: MainWindow, settle: Settle
) -> None:
    other = Consent(0, "C-001", "Z.", frozenset({Covers.IMAGE}), ("x",), date(2026, 1, 1))
    planner.records.save_consent(other)
    bare = Consent(0, "C-019", "M.", frozenset({Covers.STORY}), ("linkedin",), date(2026, 9, 1))
    consent_id = planner.records.save_consent(bare).created
    planner.posts.edit_text(post_id, PATIENT)
    settle()
    press(page.checks.row("core:consent"), "Link consent")
    window.context.dialogs.current.reject()
    planner.records.link_consent(post_id, consent_id)
    settle()
    row = page.checks.row("core:consent")
    assert row.check.record == ("consent", consent_id)
    press(row, "Complete consent")
    assert window.context.dialogs.current.accessibleName() == "Complete consent record"
    assert "C-019" in typed_in(window)
    window.context.dialogs.current.reject()


def test_an_ended_consent_wants_another_one(
    page: WritePage, planner: Planner, post_id: int, settle: Settle
) -> None:
    ended = Consent(
        0, "C-020", "M.", frozenset({Covers.STORY}), ("linkedin", "x"), date(2025, 9, 1),
        ends_on=date(2026, 1, 1), description="Her fever", purpose="Education",
        disclosed_by="Dr Maya Lindqvist", recipients="The public", saw_final_version=True,
        right_to_revoke_told=True, redisclosure_told=True, not_condition_of_care=True,
        freely_given=True, takedown_plan="I do", form_kept_at="Folder 3",
    )  # fmt: skip
    planner.posts.edit_text(post_id, PATIENT)
    planner.records.link_consent(post_id, planner.records.save_consent(ended).created)
    settle()
    row = page.checks.row("core:consent")
    assert "Link consent" in [b.text() for b in row.findChildren(Button) if b.isVisible()]


def test_an_affiliation_without_its_line_is_completed(
    page: WritePage, planner: Planner, post_id: int, window: MainWindow, settle: Settle
) -> None:
    interest_id = planner.records.save_interest(
        Interest(0, "Corvia Devices", Tie.SPEAKER, "")
    ).created
    planner.posts.edit_text(post_id, "# Pumps\n\nCorvia Devices has a new pump.")
    settle()
    row = page.checks.row("core:affiliations")
    assert row.check.record == ("interest", interest_id)
    press(row, "Complete affiliation")
    assert "Corvia Devices" in typed_in(window)
    window.context.dialogs.current.reject()


def test_a_source_without_a_good_identifier_is_completed(
    page: WritePage, planner: Planner, post_id: int, window: MainWindow, settle: Settle
) -> None:
    bad = Source(0, "who-salt", SourceKind.DOI, "10.1/x y", title="Salt", year=2024)
    source_id = planner.records.save_source(replace(bad)).created
    planner.posts.edit_text(post_id, "# Salt\n\nLess salt lowers blood pressure. [@who-salt]")
    planner.records.link_source(post_id, source_id)
    settle()
    row = next(r for r in page.checks.open_rows() if r.check.record == ("source", source_id))
    press(row, "Complete source")
    assert any("10.1/x y" in words for words in typed_in(window))
    window.context.dialogs.current.reject()
