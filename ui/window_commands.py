"""What the window itself can do, whatever page is in front."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import KnownError
from ui.actions import Command
from ui.theme.theme import LARGEST_TEXT, SMALLEST_TEXT

if TYPE_CHECKING:
    from ui.window import MainWindow

_STEP = 10


def window_commands(window: MainWindow) -> Mapping[str, Command]:
    """The commands of ``window``, by action id."""
    return {
        **_planner_commands(window),
        **_edit_commands(window),
        **_view_commands(window),
        **_go_commands(window),
        **_help_commands(window),
    }


def _planner_commands(window: MainWindow) -> Mapping[str, Command]:
    context = window.context

    def writable() -> bool:
        return not context.planner.read_only

    return {
        "post.new": Command(window.new_post, writable),
        "idea.new": Command(lambda: _new_idea(window), writable),
        "planner.open": Command(window.open_wanted.emit),
        "planner.new": Command(window.new_wanted.emit),
        "planner.save": Command(lambda: _save(window), writable),
        "schedule.export": Command(window.context.dialogs.export),
        "settings.open": Command(lambda: window.go("settings")),
        "app.quit": Command(window.close),
    }


def _edit_commands(window: MainWindow) -> Mapping[str, Command]:
    planner = window.context.planner
    return {
        "edit.undo": Command(
            lambda: _leave_and(window, planner.undo),
            lambda: bool(planner.undo_name),
            lambda: f"&Undo {planner.undo_name}".rstrip(),
        ),
        "edit.redo": Command(
            lambda: _leave_and(window, planner.redo),
            lambda: bool(planner.redo_name),
            lambda: f"&Redo {planner.redo_name}".rstrip(),
        ),
        "edit.cut": _on_focus("cut"),
        "edit.copy": _on_focus("copy"),
        "edit.paste": _on_focus("paste"),
        "edit.select_all": _on_focus("selectAll"),
        "search.posts": Command(lambda: _search(window)),
    }


def _view_commands(window: MainWindow) -> Mapping[str, Command]:
    theme = window.context.theme

    def resize(to: Callable[[int], int]) -> Callable[[], None]:
        return lambda: _set(window, "text_size", to(theme.text_size))

    def look(choice: str) -> Command:
        return Command(
            lambda: _set(window, "theme", choice), checked=lambda: theme.choice == choice
        )

    return {
        "view.rail": Command(window.toggle_rail, checked=lambda: not window.rail.slim),
        "view.full_screen": Command(
            lambda: window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen),
            checked=window.isFullScreen,
        ),
        "view.bigger": Command(
            resize(lambda size: size + _STEP), lambda: theme.text_size < LARGEST_TEXT
        ),
        "view.smaller": Command(
            resize(lambda size: size - _STEP), lambda: theme.text_size > SMALLEST_TEXT
        ),
        "view.normal": Command(resize(lambda _: 100), lambda: theme.text_size != 100),
        "theme.system": look("system"),
        "theme.light": look("light"),
        "theme.dark": look("dark"),
    }


def _go_commands(window: MainWindow) -> Mapping[str, Command]:
    return {
        "go.calendar": Command(lambda: window.go("calendar")),
        "go.posts": Command(lambda: window.go("posts")),
        "go.back": Command(lambda: window.step(False), lambda: window.trail.can_go_back),
        "go.forward": Command(lambda: window.step(True), lambda: window.trail.can_go_forward),
        "pane.next": Command(lambda: window.next_pane(1)),
        "pane.previous": Command(lambda: window.next_pane(-1)),
    }


def _help_commands(window: MainWindow) -> Mapping[str, Command]:
    return {
        "help.guide": Command(
            lambda: _open_page(window, "How Primum works", window.context.planner.guide_html())
        ),
        "help.checks": Command(
            lambda: _open_page(window, "What is checked", window.context.planner.checks_html())
        ),
        "help.shortcuts": Command(lambda: _open_help(window, "shortcuts")),
        "help.messages": Command(
            lambda: _open_help(window, "messages"), lambda: bool(window.context.toasts.recent)
        ),
        "help.about": Command(lambda: _open_help(window, "about")),
    }


def _on_focus(method: str) -> Command:
    """Do what the focused text field calls ``method``."""

    def target() -> Callable[[], object] | None:
        widget: QWidget | None = QApplication.focusWidget()
        found = getattr(widget, method, None)
        return found if callable(found) else None

    def run() -> None:
        act = target()
        if act is not None:
            act()

    return Command(run, lambda: target() is not None)


def _leave_and(window: MainWindow, move: Callable[[], object]) -> None:
    """Write down what was just typed, so that it is part of what is undone."""
    page = window.page
    if page is not None:
        page.leaving()
    move()


def _new_idea(window: MainWindow) -> None:
    from ui.asker import TextQuestion

    planner = window.context.planner
    question = TextQuestion(
        "New idea",
        "&Title",
        "What do people ask you in clinic? You can give it a date later.",
        "Add idea",
    )

    def keep(title: str) -> None:
        if title.strip():
            planner.posts.new_idea(title.strip())

    window.context.asker.text(window, question, keep)


def ask_to_remove_sample(window: MainWindow) -> None:
    """Ask once, then take the sample away and keep what is hers."""
    from ui.asker import Answer, Question

    context = window.context

    def remove(_: str) -> None:
        _leave_and(window, lambda: None)
        try:
            context.planner.remove_sample()
        except KnownError as error:
            window.say_error(error)
            return
        window.go("calendar")

    question = Question(
        "Remove the sample?",
        "Its posts and records go. Posts of your own stay. You can undo it.",
        (Answer("remove", "Remove the sample"),),
    )
    context.asker.choose(window, question, remove)


def _save(window: MainWindow) -> None:
    page = window.page
    if page is not None:
        page.leaving()
    window.message.clear()
    window.refresh_frame()
    window.context.toasts.say("Saved.")


def _search(window: MainWindow) -> None:
    window.go("posts")
    page = window.page
    start = getattr(page, "start_search", None)
    if callable(start):
        start()


def _set(window: MainWindow, key: str, value: str | int) -> None:
    planner = window.context.planner
    if planner.read_only:
        # Looking is still allowed in one's own way, only it is not remembered.
        theme = window.context.theme
        theme.choose(str(value)) if key == "theme" else theme.choose(text_size=int(value))
        return
    if isinstance(value, int):
        value = max(SMALLEST_TEXT, min(LARGEST_TEXT, value))
    planner.set_setting(key, value)


def _open_page(window: MainWindow, title: str, html: str) -> None:
    from ui.help_page import HelpPage

    page = HelpPage(window.context, window, title, html)
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page.show()


def _open_help(window: MainWindow, what: str) -> None:
    from ui import help_dialogs

    dialogs = {
        "shortcuts": help_dialogs.ShortcutsDialog,
        "messages": help_dialogs.MessagesDialog,
        "about": help_dialogs.AboutDialog,
    }
    dialogs[what](window.context, window).open()
