"""The window before there is a planner: the two ways to begin, and opening one that exists."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from app.errors import KnownError
from ui.actions import ActionRegistry, Command
from ui.asker import Asker
from ui.first_run.answers import Start
from ui.first_run.choices import ChoicesPage
from ui.first_run.setup import SetupPage
from ui.theme.theme import LARGEST_TEXT, SMALLEST_TEXT, Theme
from ui.widgets.message import Message

_NAME = "My planner.primum"
_STEP = 10


class FirstRunWindow(QMainWindow):
    """Asks and tells; making and opening planners is done by whoever listens.

    Signals:
        sample_wanted: open the sample.
        start_wanted: make the planner described by a ``Start``.
        open_wanted: choose a planner to open.
    """

    sample_wanted = Signal()
    start_wanted = Signal(Start)
    open_wanted = Signal()

    def __init__(self, theme: Theme, asker: Asker, folder: Path) -> None:
        """``folder`` is where a new planner goes unless the user says otherwise."""
        super().__init__()
        self._theme = theme
        self._asker = asker
        self._folder = folder
        self.setWindowTitle("Primum")
        self.setMinimumSize(960, 640)
        self.choices = ChoicesPage(theme)
        self.setup = SetupPage(theme, free_name(folder))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.choices)
        self.stack.addWidget(self.setup)
        self.setCentralWidget(self.stack)
        self.choices.sample_wanted.connect(self.sample_wanted)
        self.choices.open_wanted.connect(self.open_wanted)
        self.choices.start_wanted.connect(self.show_setup)
        self.setup.start_wanted.connect(self.start_wanted)
        self.setup.back_wanted.connect(lambda: self.stack.setCurrentWidget(self.choices))
        self.setup.folder_wanted.connect(self._choose_folder)
        self.actions_registry = ActionRegistry(theme, self)
        self.actions_registry.build_menus(self.menuBar())
        self.actions_registry.bind("window", self._commands())
        # Nothing is chosen for her: the first Tab goes to the first button.
        self.choices.setFocus()

    def show_setup(self) -> None:
        """Show the page with the three questions."""
        self.stack.setCurrentWidget(self.setup)
        self.setup.begin()

    def say_error(self, error: KnownError) -> None:
        """Show a known error on the page in front."""
        message = self.current_message()
        message.say_error(
            error,
            {
                "choose_folder": self._choose_folder,
                "choose_name": self._choose_folder,
                "choose_file": self.open_wanted.emit,
                "choose_copy": self.open_wanted.emit,
                "open_it": self.open_wanted.emit,
                "look_again": self.open_wanted.emit,
                "try_again": message.clear,
            },
        )

    def current_message(self) -> Message:
        """Where messages are shown on the page in front."""
        on_choices = self.stack.currentWidget() is self.choices
        return self.choices.message if on_choices else self.setup.message

    def _choose_folder(self) -> None:
        def keep(folder: Path) -> None:
            self._folder = folder
            self.setup.set_path(free_name(folder))
            self.setup.message.clear()

        self._asker.folder(self, "Where to keep the planner", keep, self._folder)

    def _commands(self) -> dict[str, Command]:
        theme = self._theme

        def look(choice: str) -> Command:
            return Command(lambda: theme.choose(choice), checked=lambda: theme.choice == choice)

        def grow(step: int) -> None:
            theme.choose(text_size=theme.text_size + step)

        return {
            "planner.open": Command(self.open_wanted.emit),
            "planner.new": Command(self.show_setup),
            "app.quit": Command(self.close),
            "theme.system": look("system"),
            "theme.light": look("light"),
            "theme.dark": look("dark"),
            "view.bigger": Command(lambda: grow(_STEP), lambda: theme.text_size < LARGEST_TEXT),
            "view.smaller": Command(lambda: grow(-_STEP), lambda: theme.text_size > SMALLEST_TEXT),
            "view.normal": Command(lambda: theme.choose(text_size=100)),
        }


def free_name(folder: Path) -> Path:
    """A planner name in ``folder`` that is not taken: "My planner", "My planner 2" ..."""
    path = folder / _NAME
    number = 2
    while path.exists():
        path = folder / f"My planner {number}.primum"
        number += 1
    return path
