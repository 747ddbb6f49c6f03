from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ui.help_page import HelpPage


@pytest.mark.parametrize(
    ("action", "words"),
    [("help.guide", "From an idea to a post"), ("help.checks", "Who answers")],
)
def test_help_opens_over_the_window_and_esc_closes_it(window, qtbot, action, words):
    window.context.actions.trigger(action)
    page = window.findChildren(HelpPage)[-1]
    assert page.isVisible()
    assert words in page.page.toPlainText()
    assert page.page.hasFocus() or page.page.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(page.finished):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
