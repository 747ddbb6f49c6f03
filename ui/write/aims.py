"""Who a post is for and what it is for: the choices in words, and the small panel that asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.post import Audience, Purpose
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.popover import Popover
from ui.widgets.properties import Words

AUDIENCES = (
    (Audience.PATIENTS, "Patients and families"),
    (Audience.PUBLIC, "Everyone"),
    (Audience.PROFESSIONALS, "Health professionals"),
)
PURPOSES = (
    (Purpose.TEACH, "Explain something"),
    (Purpose.AWARENESS, "Raise awareness"),
    (Purpose.NEWS, "Report news"),
    (Purpose.PRACTICE, "Tell about the practice"),
)
ABOUT_PURPOSE = "row:audience:purpose"
"""The row that is answered by saying what the post is for, not who it is for."""

Aim = TypeVar("Aim", bound=StrEnum)


def ask_aim(
    theme: Theme,
    question: str,
    options: Sequence[tuple[Aim, str]],
    anchor: QWidget,
    done: Callable[[Aim], None],
) -> Popover:
    """Ask beside ``anchor``; ``done`` gets the answer. Esc and a click elsewhere answer nothing."""
    panel = Popover(theme, question, anchor)
    panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    panel.body.addWidget(Words(theme, question, "small_strong", "text2"))

    def choose(value: Aim) -> None:
        panel.close()
        done(value)

    for value, words in options:
        button = Button(theme, words, "plain", compact=True)
        button.clicked.connect(lambda _=False, v=value: choose(v))
        panel.body.addWidget(button)
    panel.open_at(anchor)
    return panel
