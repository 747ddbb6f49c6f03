"""The menu of the text: what can be done about the words clicked, then the usual."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QMenu

from app.model.assessment import Check, Remedy
from ui.theme.theme import Theme
from ui.write.act import Act, Choice, choices_of
from ui.write.editor import MarkdownEditor

_ASKS = (Remedy.SET_ASIDE, Remedy.CORRECT_FACT)


def text_menu(
    theme: Theme,
    editor: MarkdownEditor,
    at: QPoint,
    act: Callable[[Act], None],
    ask_reason: Callable[[Check], None],
) -> QMenu:
    """The menu for the place ``at`` in the viewport. The caller opens and deletes it."""
    menu = editor.createStandardContextMenu(at)
    mark = editor.layer.under(QPointF(at))
    if mark is None or mark.check is None:
        return menu
    check = mark.check
    first = menu.actions()[0] if menu.actions() else None

    def do(choice: Choice) -> None:
        if choice.remedy in _ASKS and (check.reason_needed or choice.remedy is Remedy.CORRECT_FACT):
            ask_reason(check)
        else:
            act(Act(check, choice.remedy, choice.replacement))

    for choice in choices_of(check):
        if choice.remedy is Remedy.SHOW:
            continue
        action = menu.addAction(theme.icon(choice.icon, "text2"), choice.words)
        action.triggered.connect(lambda _=False, c=choice: do(c))
        if first is not None:
            menu.removeAction(action)
            menu.insertAction(first, action)
    if first is not None:
        menu.insertSeparator(first)
    return menu
