"""The asker of the program: Qt's dialogs, loaded when something is asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from ui.asker import Question, TextQuestion


class QtAsker:
    """Asks with Qt's dialogs, window-modal and without blocking."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def choose(self, parent: QWidget, question: Question, done: Callable[[str], None]) -> None:
        from ui.widgets.ask_dialog import ChoiceDialog

        answers = tuple((answer.key, answer.words) for answer in question.answers)
        dialog = ChoiceDialog(
            self._theme, question.headline, question.detail, answers, question.cancel, parent
        )
        dialog.answered.connect(done)
        dialog.open()

    def text(self, parent: QWidget, question: TextQuestion, done: Callable[[str], None]) -> None:
        from ui.widgets.ask_dialog import TextDialog

        dialog = TextDialog(
            self._theme,
            question.headline,
            question.detail,
            question.label,
            question.confirm,
            parent,
            secret=question.secret,
        )
        dialog.field.setText(question.initial)
        dialog.answered.connect(done)
        dialog.open()

    def open_files(
        self,
        parent: QWidget,
        caption: str,
        filters: tuple[str, ...],
        done: Callable[[tuple[Path, ...]], None],
        *,
        many: bool = False,
        start: Path | None = None,
    ) -> None:
        dialog = _file_dialog(parent, caption, filters, start)
        mode = dialog.FileMode
        dialog.setFileMode(mode.ExistingFiles if many else mode.ExistingFile)
        dialog.filesSelected.connect(lambda names: done(tuple(Path(name) for name in names)))
        dialog.open()

    def save_file(
        self,
        parent: QWidget,
        caption: str,
        suggestion: Path,
        filters: tuple[str, ...],
        done: Callable[[Path], None],
    ) -> None:
        dialog = _file_dialog(parent, caption, filters, suggestion.parent)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggestion.suffix.lstrip("."))
        dialog.selectFile(suggestion.name)
        dialog.fileSelected.connect(lambda name: done(Path(name)))
        dialog.open()

    def folder(
        self, parent: QWidget, caption: str, done: Callable[[Path], None], start: Path | None = None
    ) -> None:
        dialog = _file_dialog(parent, caption, (), start)
        dialog.setFileMode(dialog.FileMode.Directory)
        dialog.setOption(dialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: done(Path(name)))
        dialog.open()


def nearest_folder(wanted: Path) -> Path:
    """``wanted`` if it is there, else the closest folder above it that is.

    Qt starts in the working folder of the program when it is told of one that is not there.
    """
    return next((folder for folder in (wanted, *wanted.parents) if folder.is_dir()), Path.home())


def _file_dialog(
    parent: QWidget, caption: str, filters: tuple[str, ...], start: Path | None
) -> QFileDialog:
    # Not needed before somebody asks for a file.
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, caption, str(nearest_folder(start or Path.home())))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if filters:
        dialog.setNameFilters(list(filters))
    return dialog
