"""Replacements of several families in a text with Markdown, used and undone with the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model.account import Account
from app.model.assessment import Check, Group, Remedy
from app.model.finding import Kind
from app.model.post import Audience, Purpose
from app.planner import Planner
from ui.write.page import WritePage

MIXED = """# What helps

**Diabetics** need [eye checks](https://example.org/a_b).

- *Dyspnoea* is a reason to call.
- Eliquis is a tablet, and _bleeding_ is its main risk.

This ablation **cures AFib** for many.

General information, not medical advice."""
KINDS = (Kind.PERSON_FIRST, Kind.JARGON, Kind.PRODUCT, Kind.CLAIM)


@pytest.fixture
def post_id(planner: Planner, account: Account) -> int:
    post_id = planner.posts.new(MIXED, networks=("linkedin",)).created
    planner.posts.set_audience(post_id, Audience.PUBLIC)
    planner.posts.set_purpose(post_id, Purpose.TEACH)
    return post_id


def fix_of(page: WritePage, kind: Kind) -> Check:
    """The open row of a kind that offers words in place of those in the text."""
    assessment = page.checks.assessment
    rows = (*assessment.group(Group.FIX), *assessment.group(Group.CONSIDER))
    return next(
        row
        for row in rows
        if row.findings and row.findings[0].kind is kind and Remedy.REPLACE in row.remedies
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_replacement_is_one_undo_step_and_leaves_the_markdown_alone(
    page: WritePage, planner: Planner, post_id: int, settle: Callable[[], None], kind: Kind
) -> None:
    row = fix_of(page, kind)
    found, words = row.findings[0], row.suggestions[0]
    page.checks.go_to(row.id)
    QTest.keyClick(page.checks.row(row.id), Qt.Key.Key_Return)
    settle()
    fixed = MIXED[: found.start] + words + MIXED[found.end :]
    assert page.editor.text() == fixed
    assert planner.posts.get(post_id).body == fixed
    assert found not in page.checks.assessment.findings

    page.editor.setFocus()
    QTest.keyClick(page.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.editor.text() == MIXED


def test_all_of_them_one_after_the_other_and_all_taken_back(
    page: WritePage, settle: Callable[[], None]
) -> None:
    texts = [MIXED]
    for kind in KINDS:
        row = fix_of(page, kind)
        page.checks.go_to(row.id)
        QTest.keyClick(page.checks.row(row.id), Qt.Key.Key_Return)
        settle()
        texts.append(page.editor.text())
    assert len(set(texts)) == len(KINDS) + 1
    assert "[eye checks](https://example.org/a_b)" in texts[-1]
    assert texts[-1].count("*") % 2 == 0
    page.editor.setFocus()
    for before in reversed(texts[:-1]):
        QTest.keyClick(page.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert page.editor.text() == before
