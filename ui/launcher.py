"""From a path to a window: opens, makes and swaps planners, and asks for passwords."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.errors import KnownError, WrongPassphrase
from ui.remembered import Remembered
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.planner import Planner
    from ui.asker import Asker
    from ui.first_run.answers import Start
    from ui.first_run.window import FirstRunWindow
    from ui.window import MainWindow

_FILTER = ("Primum planners (*.primum)", "All files (*)")

_WRONG = "That password does not open this planner."

SampleMaker = Callable[[Path], "Planner"]


class Launcher(QObject):
    """Holds the one window there is and the planner behind it."""

    def __init__(
        self,
        theme: Theme,
        asker: Asker,
        remembered: Remembered,
        folder: Path,
        make_sample: SampleMaker,
    ) -> None:
        """``folder`` is where planners go by default; ``make_sample`` makes the sample there."""
        super().__init__()
        self._theme = theme
        self._asker = asker
        self._remembered = remembered
        self._folder = folder
        self._make_sample = make_sample
        self._planner: Planner | None = None
        self.window: MainWindow | FirstRunWindow | None = None

    def start(self, path: Path | None = None, *, sample_if_fresh: bool = False) -> None:
        """Show the planner at ``path``, else the last one that is still there, else first run.

        ``sample_if_fresh`` opens the sample instead of the first run.
        """
        last = path or next((known for known in self._remembered.recent if known.exists()), None)
        if last is not None:
            self.open(last)
        elif sample_if_fresh:
            self.open_sample()
        else:
            self.show_first_run()

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open the planner at ``path``, asking for its password if it has one."""
        from app.planner import Planner

        try:
            locked = Planner.needs_passphrase(path)
            if not locked:
                self._show(Planner.open(path, read_only=read_only))
                return
        except KnownError as error:
            self._cannot(error, path)
            return
        self._ask_password(path, "", read_only=read_only)

    def show_first_run(self) -> FirstRunWindow:
        """Show the page with the ways to begin."""
        from ui.first_run.window import FirstRunWindow

        window = FirstRunWindow(self._theme, self._asker, self._folder)
        window.sample_wanted.connect(self.open_sample)
        window.start_wanted.connect(self.make)
        window.open_wanted.connect(self.choose)
        self._swap(window, None)
        return window

    def choose(self) -> None:
        """Ask for a planner file and open it."""
        start = self._remembered.recent[0].parent if self._remembered.recent else self._folder
        self._asker.open_files(
            self._host(), "Open planner", _FILTER, lambda paths: self.open(paths[0]), start=start
        )

    def make(self, wanted: Start) -> None:
        """Make the planner the user described, and show it."""
        from app.planner import Planner

        try:
            wanted.path.parent.mkdir(parents=True, exist_ok=True)
            planner = Planner.create(wanted.path, wanted.passphrase)
            planner.set_setting("zone", wanted.zone)
            account = planner.records.account()
            planner.records.save_account(
                replace(account, networks=wanted.networks, jurisdictions=wanted.jurisdictions)
            )
        except KnownError as error:
            self.say_error(error)
            return
        except OSError as error:
            self.say_error(_no_folder(wanted.path.parent, error))
            return
        self._show(planner)

    def open_sample(self) -> None:
        """Open the sample planner, made anew if it is not there yet."""
        path = self._folder / "Sample planner.primum"
        if path.exists():
            self.open(path)
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            planner = self._make_sample(path)
        except KnownError as error:
            self.say_error(error)
            return
        except OSError as error:
            self.say_error(_no_folder(path.parent, error))
            return
        self._show(planner)

    def say_error(self, error: KnownError) -> None:
        """Show a known error in the window that is open."""
        if self.window is None:
            self.show_first_run()
        if self.window is not None:
            self.window.say_error(error)

    def close(self) -> None:
        """Write everything down and let go of the planner."""
        if self._planner is not None:
            self._planner.close()
            self._planner = None
        self._remembered.sync()

    def _ask_password(self, path: Path, problem: str, *, read_only: bool) -> None:
        from app.planner import Planner
        from ui.asker import TextQuestion

        if self.window is None:
            self.show_first_run()
        question = TextQuestion(
            problem or f"{path.stem} has a password",
            "&Password",
            "Check capital letters. Without the password nobody can read the planner."
            if problem
            else "Type it to open the planner.",
            "Open",
            secret=True,
        )

        def answer(passphrase: str) -> None:
            try:
                planner = Planner.open(path, passphrase, read_only=read_only)
            except WrongPassphrase:
                self._ask_password(path, _WRONG, read_only=read_only)
                return
            except KnownError as error:
                self._cannot(error, path)
                return
            self._show(planner)

        self._asker.text(self._host(), question, answer)

    def _cannot(self, error: KnownError, path: Path) -> None:
        """Say why ``path`` did not open, over what is there or the first page."""
        if self.window is None:
            self.show_first_run()
        window = self.window
        if window is None:
            return
        window.say_error(error)
        message = window.current_message()
        message.say_error(
            error,
            {
                "try_again": lambda: self.open(path),
                "look_again": lambda: self.open(path),
                "read_only": lambda: self.open(path, read_only=True),
                "choose_file": self.choose,
                "choose_copy": self.choose,
                "choose_folder": self.choose,
            },
        )

    def _show(self, planner: Planner) -> None:
        from ui.window import MainWindow

        self._remembered.opened(planner.path)
        self._theme.choose(str(planner.setting("theme")), int(planner.setting("text_size")))
        window = MainWindow(planner, self._theme, self._asker)
        window.open_wanted.connect(self.choose)
        window.new_wanted.connect(self._make_another)
        window.reopen_wanted.connect(lambda: self._reopen(planner.path))
        self._swap(window, planner)
        from ui.caretaker import Caretaker

        caretaker = Caretaker(window.context, window)
        window.ended.connect(caretaker.stop)
        caretaker.begin()

    def _make_another(self) -> None:
        self.show_first_run().show_setup()

    def _reopen(self, path: Path) -> None:
        window, self.window = self.window, None
        QApplication.setQuitOnLastWindowClosed(False)
        if window is not None:
            window.close()
            window.deleteLater()
        self.close()
        self.open(path)
        QApplication.setQuitOnLastWindowClosed(True)

    def _swap(self, window: MainWindow | FirstRunWindow, planner: Planner | None) -> None:
        """Put ``window`` in the place of the one that is there and let its planner go."""
        before, self.window = self.window, window
        old_planner, self._planner = self._planner, planner
        geometry = before.saveGeometry() if before is not None else self._remembered.geometry
        if geometry is None or not window.restoreGeometry(geometry):
            window.resize(1280, 800)
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()
        if old_planner is not None:
            old_planner.close()

    def keep_geometry(self) -> None:
        """Remember where the window is."""
        if self.window is not None:
            self._remembered.keep_geometry(self.window.saveGeometry())

    def _host(self) -> QWidget:
        if self.window is None:
            self.show_first_run()
        window: QMainWindow | None = self.window
        return window if window is not None else QWidget()


def _no_folder(folder: Path, error: OSError) -> KnownError:
    return KnownError(
        "This folder does not allow new files.",
        f"Nothing was changed in {folder}. Choose a folder of your own.",
        remedies=("choose_folder",),
        technical=type(error).__name__,
    )
