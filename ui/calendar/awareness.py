"""What a click on an awareness day opens: what it is, and an idea for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.calendar.awareness import Awareness
from app.calendar.words import day_words
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.popover import Popover
from ui.widgets.properties import Words


class AwarenessPopover(Popover):
    """Names an awareness day and who proclaims it; offers to plan a post for it."""

    planned = Signal(str)  # the title of the idea

    def __init__(self, theme: Theme, item: Awareness, parent: QWidget) -> None:
        super().__init__(theme, item.name, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMaximumWidth(theme.px(320))
        self.body.addWidget(Words(theme, item.name, "strong", wrap=True))
        self.body.addWidget(Words(theme, _when(item), "small", "text2"))
        if item.body:
            self.body.addWidget(Words(theme, item.body, "small", "text2", wrap=True))
        plan = Button(theme, "Plan a post for this", icon="bulb")
        plan.clicked.connect(lambda: self._plan(item.name))
        self.body.addWidget(plan)

    def _plan(self, name: str) -> None:
        self.close()
        self.planned.emit(name)


def _when(item: Awareness) -> str:
    first = day_words(item.first)
    return first if item.days == 1 else f"{first} to {day_words(item.last)}"
