"""Which pages there are, and how each is made when it is first wanted."""

from __future__ import annotations

from ui.context import UiContext
from ui.page import Page


def _calendar(context: UiContext) -> Page:
    from ui.calendar.page import CalendarPage

    return CalendarPage(context)


def _posts(context: UiContext) -> Page:
    from ui.posts.page import PostsPage

    return PostsPage(context)


def _write(context: UiContext) -> Page:
    from ui.write.page import WritePage

    return WritePage(context)


def _settings(context: UiContext) -> Page:
    from ui.settings.page import SettingsPage

    return SettingsPage(context)


PAGES = {"calendar": _calendar, "posts": _posts, "write": _write, "settings": _settings}
HOME = "calendar"
