"""Buttons in their kinds: primary, tonal, plain, accent, link, quiet, locked, group, icon."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.properties import restyle

# The gap Qt leaves between icon and words is too small and cannot be styled.
_GAP = "\u2002"

_INK = {
    "primary": "onAccent",
    "tonal": "accentText",
    "accent": "accentText",
    "link": "accentText",
    "locked": "text3",
    "icon": "text2",
    "group": "text2",
}


class Button(QPushButton):
    """A push button with one of Primum's icons.

    Clicking leaves the focus where it was; Tab reaches it and shows the ring.
    ``text()`` is what the user reads; the access key is marked with ``&`` as in Qt.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: str = "plain",
        icon: str = "",
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._icon_ink = ""
        self._words = ""
        self.setProperty("kind", kind)
        if compact:
            self.setProperty("dense", "true")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self._on_theme()
        theme.changed.connect(self._on_theme)

    @property
    def kind(self) -> str:
        """The kind in use."""
        return str(self.property("kind"))

    def set_kind(self, kind: str) -> None:
        """Change the kind, for example from locked to primary."""
        restyle(self, "kind", kind)
        self._on_theme()

    def set_icon(self, icon: str, ink: str = "") -> None:
        """Show icon ``icon`` (empty: none), in ``ink`` instead of the kind's own ink."""
        self._icon_name = icon
        self._icon_ink = ink
        self.setText(self._words)
        self._on_theme()

    def setText(self, text: str) -> None:
        self._words = text
        super().setText(_GAP + text if self._icon_name and text else text)
        self.setAccessibleName(text.replace("&", ""))

    def text(self) -> str:
        return self._words

    def _on_theme(self) -> None:
        if not self._icon_name:
            self.setIcon(QIcon())
            return
        size = 14 if self.kind == "link" or self.property("dense") == "true" else 16
        ink = self._icon_ink or _INK.get(self.kind, "text")
        self.setIcon(self._theme.icon(self._icon_name, ink, size))
        side = self._theme.px(size)
        self.setIconSize(QSize(side, side))


class IconButton(QPushButton):
    """A square button that shows only an icon; ``name`` is its tooltip and its spoken name."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        size: int = 16,
        ink: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._size = size
        self._ink = ink
        self.setProperty("kind", "icon")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name)
        self._on_theme()
        theme.changed.connect(self._on_theme)
        self.toggled.connect(self._on_theme)

    def set_name(self, name: str, shortcut: str = "") -> None:
        """Change the spoken name; ``shortcut`` is added to the tooltip only."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shortcut})" if shortcut else name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self._on_theme()

    def _on_theme(self) -> None:
        ink = "accentText" if self.isChecked() else self._ink
        self.setIcon(self._theme.icon(self._icon_name, ink, self._size))
        side = self._theme.px(self._size)
        self.setIconSize(QSize(side, side))
