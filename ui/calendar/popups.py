"""What opens over the calendar: filter, crowded day, unscheduled posts, awareness day, menu."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.calendar.awareness import Awareness
from app.model.rows import PostRow
from ui.action_list import POST_MENU
from ui.calendar.filtering import MonthFilter
from ui.context import UiContext


class CalendarPopups(QObject):
    """Opens one thing at a time over the page and passes on what was chosen in it.

    Each is loaded when it is first opened, so that it costs nothing at start.
    """

    chosen = Signal(int)
    opened = Signal(int)
    binned = Signal(int)
    filtered = Signal(MonthFilter)
    planned = Signal(str, date)  # title, day

    def __init__(self, context: UiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def filter(self, button: QWidget, current: MonthFilter, networks: Sequence[str]) -> None:
        """The choices of what is shown, under ``button``."""
        from ui.calendar.filter_popover import FilterPopover

        popover = FilterPopover(self._context.theme, current, networks, self._page)
        popover.changed.connect(self.filtered)
        popover.open_below(button)

    def posts(
        self, title: str, rows: Sequence[PostRow], anchor: QWidget, spot: QRect | None
    ) -> None:
        """A list of posts beside ``spot`` of ``anchor``."""
        from ui.calendar.day_list import PostsPopover

        now = self._context.planner.now()
        popover = PostsPopover(self._context.theme, title, rows, now, self._page)
        popover.chosen.connect(self.chosen)
        popover.opened.connect(self.opened)
        popover.binned.connect(self.binned)
        popover.open_at(anchor, spot)

    def awareness(self, item: Awareness, day: date, anchor: QWidget, spot: QRect) -> None:
        """What an awareness day is, beside its ribbon."""
        from ui.calendar.awareness import AwarenessPopover

        popover = AwarenessPopover(self._context.theme, item, self._page)
        popover.planned.connect(lambda title: self.planned.emit(title, day))
        popover.open_at(anchor, spot)

    def menu(self, place: QPoint, keys: Sequence[str] = POST_MENU) -> None:
        """The menu of the current post at a place of the screen; only what can be done now."""
        actions = self._context.actions
        actions.refresh()
        shown: list[str] = []
        for key in keys:
            if key and actions.action(key).isEnabled():
                shown.append(key)
            elif not key and shown and shown[-1]:
                shown.append("")
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        actions.fill(menu, tuple(shown[:-1] if shown and not shown[-1] else shown))
        menu.popup(place)
