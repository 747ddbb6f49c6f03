"""Where the panes of the Write screen stand, by how much room there is, and how wide they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from ui.breakpoints import Room
from ui.remembered import config_folder
from ui.theme.theme import Theme

# Preview and checks, in px at 100 % text (design section 3).
_WIDTHS = {Room.NARROW: (0, 352), Room.MEDIUM: (330, 352), Room.WIDE: (400, 400)}
_LEAST = {"editor": 360, "preview": 240, "checks": 300}


class PaneWidths:
    """Widths that she chose by dragging, in px at 100 % text, kept with the window's place."""

    def __init__(self, path: Path | None = None) -> None:
        """Use the file at ``path``; None means the one of the window."""
        self._file = QSettings(
            str(path or config_folder() / "window.ini"), QSettings.Format.IniFormat
        )

    def get(self, pane: str, room: Room, default: int) -> int:
        """The width of ``pane`` in this much room."""
        value = self._file.value(f"write/{pane}-{room.name.lower()}", default)
        try:
            return int(str(value))
        except ValueError:
            return default

    def keep(self, pane: str, room: Room, width: int) -> None:
        """Remember a width."""
        self._file.setValue(f"write/{pane}-{room.name.lower()}", width)


class Panes(QSplitter):
    """Editor, preview and checks side by side; preview and checks share a place in narrow rooms."""

    def __init__(
        self,
        theme: Theme,
        editor: QWidget,
        preview: QWidget,
        checks: QWidget,
        widths: PaneWidths | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._preview, self._checks = preview, checks
        self._widths = widths or PaneWidths()
        self._room: Room | None = None
        self._preview_wanted = True
        self._checks_wanted = True
        self._preview_in_front = False
        self._only_text = False
        self.right = QStackedWidget(self)
        self.right.addWidget(checks)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(editor)
        self.addWidget(preview)
        self.addWidget(self.right)
        for place, stretch in ((0, 1), (1, 0), (2, 0)):
            self.setStretchFactor(place, stretch)
        self._editor = editor
        self.splitterMoved.connect(self._keep)

    @property
    def room(self) -> Room:
        """How much room there was at the last ``fit``."""
        return self._room if self._room is not None else Room.MEDIUM

    @property
    def preview_shown(self) -> bool:
        """Whether the preview can be seen."""
        if self.room is Room.NARROW:
            return self._checks_wanted and self._preview_in_front
        return self._preview_wanted

    @property
    def checks_shown(self) -> bool:
        """Whether the right pane can be seen."""
        return self._checks_wanted

    def show_preview(self, shown: bool) -> None:
        """Show or hide the preview; in a narrow room it takes the place of the checks."""
        if self.room is Room.NARROW:
            self._preview_in_front = shown
            self._checks_wanted = True
        else:
            self._preview_wanted = shown
        self._arrange()

    def show_checks(self, shown: bool) -> None:
        """Show or hide the right pane."""
        self._checks_wanted = shown
        if shown:
            self._preview_in_front = False
        self._arrange()

    def show_only_text(self, only: bool) -> None:
        """Hide everything but the text, or bring it back."""
        self._only_text = only
        self._arrange()

    def fit(self, room: Room, width: int) -> None:
        """Stand as ``room`` wants, in ``width`` device-independent pixels."""
        if room is self._room and self.sizes() and sum(self.sizes()) == width:
            return
        self._room = room
        self._arrange()

    def refit(self) -> None:
        """Stand anew: the text size changed."""
        self._arrange()

    def _arrange(self) -> None:
        px, room = self._theme.px, self.room
        if room is Room.NARROW and self.right.indexOf(self._preview) < 0:
            self.right.addWidget(self._preview)
        elif room is not Room.NARROW and self.indexOf(self._preview) < 0:
            self.insertWidget(1, self._preview)
        if room is Room.NARROW:
            self.right.setCurrentWidget(self._preview if self._preview_in_front else self._checks)
        else:
            self.right.setCurrentWidget(self._checks)
            self._preview.setVisible(self._preview_wanted and not self._only_text)
        self.right.setVisible(self._checks_wanted and not self._only_text)
        self._editor.setMinimumWidth(px(_LEAST["editor"]))
        self._preview.setMinimumWidth(px(_LEAST["preview"]))
        self.right.setMinimumWidth(px(_LEAST["checks"]))
        self._set_widths()

    def _set_widths(self) -> None:
        px, room = self._theme.px, self.room
        default_preview, default_checks = _WIDTHS[room]
        preview = px(self._widths.get("preview", room, default_preview))
        checks = px(self._widths.get("checks", room, default_checks))
        total = self.width()
        checks = checks if self._checks_wanted and not self._only_text else 0
        if self.indexOf(self._preview) < 0:
            self.setSizes([total - checks - 1, checks])
            return
        preview = preview if self._preview_wanted and not self._only_text else 0
        self.setSizes([total - preview - checks - 2, preview, checks])

    def _keep(self) -> None:
        scale = 100 / self._theme.text_size
        if self.right.isVisible():
            self._widths.keep("checks", self.room, round(self.right.width() * scale))
        if self.indexOf(self._preview) >= 0 and self._preview.isVisible():
            self._widths.keep("preview", self.room, round(self._preview.width() * scale))
