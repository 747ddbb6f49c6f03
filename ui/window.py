"""The main window: rail, pages, status line and toasts around one open planner."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMainWindow, QStackedWidget, QWidget

from app.errors import KnownError, NotSaved
from app.model.changes import Changes
from ui.breakpoints import Room, room_of
from ui.context import UiContext, build_context
from ui.history import Place, Trail
from ui.page import Page
from ui.page_list import HOME, PAGES
from ui.panes import focus_neighbour
from ui.rail import Rail
from ui.statusline import StatusLine
from ui.theme.theme import Theme
from ui.widgets.message import Message
from ui.window_commands import ask_to_remove_sample, window_commands

if TYPE_CHECKING:
    from app.planner import Planner
    from ui.asker import Asker

SMALLEST = (960, 640)
USUAL = (1280, 800)


class MainWindow(QMainWindow):
    """One planner's window. Nothing is asked and no dialog is opened while it is made.

    Signals:
        open_wanted: the user wants to open another planner.
        new_wanted: the user wants to start a new planner.
        reopen_wanted: the planner must be opened again after a failure.
        ended: the window was closed; the planner may be closed too.
    """

    open_wanted = Signal()
    new_wanted = Signal()
    reopen_wanted = Signal()
    ended = Signal()

    def __init__(self, planner: Planner, theme: Theme, asker: Asker | None = None) -> None:
        super().__init__()
        self._theme = theme
        self.setWindowTitle("Primum")
        self.setMinimumSize(*SMALLEST)
        # What is made below is made for the room that it will most likely have.
        self.resize(*USUAL)
        self.context: UiContext = build_context(planner, theme, self, asker)
        self.trail = Trail()
        self._pages: dict[str, Page] = {}
        self._rail_choice: bool | None = None
        self._lets_go = False
        self._build()
        self.context.actions.build_menus(self.menuBar())
        self.context.actions.bind("window", window_commands(self))
        self.context.actions.refused.connect(self.say_error)
        self.context.bridge.changed.connect(self._on_changes)
        theme.changed.connect(self._fit_rail)
        self.refresh_frame()
        self.go(HOME)

    def _build(self) -> None:
        theme = self._theme
        self.rail = Rail(theme, self.context.actions)
        self.rail.go.connect(self.go)
        self.rail.new_post.setEnabled(not self.context.planner.read_only)
        self.stack = QStackedWidget()
        self.message = Message(theme)
        self.status = StatusLine(theme)
        self.status.remove_sample.clicked.connect(lambda: ask_to_remove_sample(self))
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail, 0, 0, 2, 1)
        grid.addWidget(self.message, 0, 1)
        grid.addWidget(self.stack, 1, 1)
        grid.addWidget(self.status, 2, 0, 1, 2)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(1, 1)
        self.setCentralWidget(body)

    @property
    def page(self) -> Page | None:
        """The page in front."""
        page = self.stack.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def page_name(self) -> str:
        """The name of the page in front; empty before the first."""
        return self.trail.here.page if self.trail.here is not None else ""

    def go(self, name: str, post_id: int = 0) -> None:
        """Bring page ``name`` to the front, with post ``post_id`` open on the write page.

        ``name`` may go on with a part of the page to show, as in ``settings:profile``.
        """
        name, _, part = name.partition(":")
        if self._holds():
            return
        self._arrive(Place(name, post_id))
        self.trail.visit(Place(name, post_id))
        if part and self.page is not None:
            self.page.bring(part)
        self.context.actions.refresh()

    def _holds(self) -> bool:
        """Whether the page in front has words that could not be saved: they stay in view."""
        page = self.page
        if page is None:
            return False
        page.leaving()
        if page.unsaved:
            self._mark_rail()
            page.say_held()
            return True
        return False

    def open_post(self, post_id: int) -> None:
        """Open a post for writing."""
        self.go("write", post_id)

    def open_check(self, post_id: int, check_id: str) -> None:
        """Open a post for writing with one of its checks in front."""
        self.open_post(post_id)
        opener = getattr(self.page, "open", None)
        if opener is not None:
            opener(post_id, check_id)

    def make_page(self, name: str) -> Page:
        """Page ``name``, made when it is first wanted."""
        page = self._pages.get(name)
        if page is None:
            page = PAGES[name](self.context)
            page.open_post.connect(self.open_post)
            page.open_check.connect(self.open_check)
            page.new_post.connect(self.new_post)
            page.not_saved.connect(self.status.show_not_saved)
            page.go.connect(self.go)
            page.dropped.connect(self.trail.forget)
            self._pages[name] = page
            self.stack.addWidget(page)
        return page

    def new_post(self, when: object = None) -> None:
        """Make a post, on ``when`` (a date) or without one, and open it."""
        planner = self.context.planner
        try:
            moment = planner.calendar.usual_time(when) if isinstance(when, date) else None
            networks = planner.records.account().networks
            changes = planner.posts.new(when=moment, networks=networks)
        except KnownError as error:
            self.say_error(error)
            return
        self.open_post(changes.created)

    def step(self, forward: bool) -> None:
        """Go back, or forward, to a place that was visited before."""
        if self._holds():
            return
        place = self.trail.forward() if forward else self.trail.back()
        if place is not None:
            self._arrive(place)
            self.context.actions.refresh()

    def next_pane(self, step: int) -> None:
        """Move the focus to the next (1) or previous (-1) pane: rail, page panes, toast."""
        page = self.page
        panes = (self.rail, *(page.panes() if page is not None else ()), self.context.toasts.widget)
        focus_neighbour(panes, step)

    def toggle_rail(self) -> None:
        """Show the rail with words, or with icons only, until toggled again."""
        self._rail_choice = not self.rail.slim
        self._fit_rail()

    def say_error(self, error: KnownError) -> None:
        """Show a known error above the page, with what can be done about it."""
        if isinstance(error, NotSaved):
            self.status.show_not_saved()
        actions = self.context.actions
        self.message.say_error(
            error,
            {
                "save_again": lambda: actions.trigger("planner.save"),
                "choose_file": self.open_wanted.emit,
                "choose_folder": self.open_wanted.emit,
                "reopen": self.reopen_wanted.emit,
            },
        )

    def current_message(self) -> Message:
        """Where messages are shown, above the page."""
        return self.message

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def closeEvent(self, event: QCloseEvent) -> None:
        page = self.page
        if page is not None:
            page.leaving()
            if page.unsaved and not self._lets_go:
                event.ignore()
                self._ask_to_lose()
                return
            page.left()
        self.context.close()
        super().closeEvent(event)
        self.ended.emit()

    def _ask_to_lose(self) -> None:
        """The last words could not be saved: nothing is thrown away without her word."""
        from ui.asker import Answer, Question

        def let_go(_: str) -> None:
            self._lets_go = True
            self.close()

        question = Question(
            "Your last words are not saved yet.",
            "They are still on the screen. Stay, copy them or save again, then close.",
            (Answer("close", "Close and lose them"),),
            cancel="Stay",
        )
        self.context.asker.choose(self, question, let_go)

    def _arrive(self, place: Place) -> None:
        before = self.page
        page = self.make_page(place.page)
        if before is not None and (before is not page or place.page == "write"):
            before.leaving()
        self.message.clear()
        opener = getattr(page, "open", None)
        if place.post_id and opener is not None:
            opener(place.post_id)
        self.stack.setCurrentWidget(page)
        self.context.actions.bind("page", page.commands)
        self._mark_rail(place.page)
        self.setWindowTitle(f"{page.title} – Primum" if page.title else "Primum")
        self._fit_rail(place.page)
        page.shown()
        if before is not None and before is not page:
            before.left()

    def _mark_rail(self, name: str = "") -> None:
        """Mark the page in front, or the one that is about to be."""
        name = name or self.page_name
        self.rail.mark("posts" if name == "write" else name)

    def _fit_rail(self, name: str = "") -> None:
        if self._rail_choice is not None:
            self.rail.set_slim(self._rail_choice)
            return
        room = room_of(self, self._theme)
        on_write = (name or self.page_name) == "write"
        self.rail.set_slim(room is Room.NARROW or (room is Room.MEDIUM and on_write))

    def _on_changes(self, changes: Changes) -> None:
        page = self.page
        if page is not None:
            page.refresh(changes)
        self.refresh_frame()
        if "theme" in changes.settings or "text_size" in changes.settings:
            self.take_look()
        if changes.done:
            undo = "Undo" if changes.undoable else ""
            words = changes.done if changes.done.endswith(".") else f"{changes.done}."
            self.context.toasts.say(words, undo, lambda: self.context.actions.trigger("edit.undo"))
        self.context.actions.refresh()

    def take_look(self) -> None:
        """Use the theme and text size that the planner remembers."""
        planner = self.context.planner
        self._theme.choose(str(planner.setting("theme")), int(planner.setting("text_size")))

    def refresh_frame(self) -> None:
        """Bring the status line and the counts of the rail up to date."""
        planner = self.context.planner
        if planner.read_only:
            self.status.show_read_only()
        else:
            self.status.show_saved(planner.now(), planner.zone)
        self.status.show_zone(planner.zone, planner.now())
        self.status.show_sample(bool(planner.setting("sample")) and not planner.read_only)
        count = planner.lists.needing()
        meaning = f"{count} need you" if count != 1 else "1 needs you"
        self.rail.set_count("posts", count, meaning)
