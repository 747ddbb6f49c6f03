"""The look in use: colours, sizes, fonts and icons, and the switch between looks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QToolTip

from ui.theme.fonts import Role, load_fonts, make_font, system_family
from ui.theme.icons import render_icon
from ui.theme.palette import palette_for
from ui.theme.sheet import sheet_for
from ui.theme.tokens import Tokens, load_tokens

STYLE = "Fusion"
STYLE_ARGUMENTS = ("-style", STYLE)
"""For a new ``QApplication``: 8 ms quicker than ``setStyle``, which makes the whole of QStyle."""

SMALLEST_TEXT = 90
LARGEST_TEXT = 150


class Theme(QObject):
    """Tokens at one text size, handed to every widget that paints.

    ``changed`` fires after a new look was applied to the application; a widget
    that keeps pixmaps, fonts or sizes asks for them again then.
    """

    changed = Signal()

    def __init__(self, choice: str = "system", text_size: int = 100) -> None:
        """Start with ``choice`` (``system``, ``light`` or ``dark``) at ``text_size`` per cent."""
        super().__init__()
        self._choice = choice
        self._text_size = _bounded(text_size)
        self._app: QApplication | None = None
        self._tokens: Tokens = load_tokens(self._wants_dark())
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int, float], QIcon] = {}
        self._fallback = ""

    @property
    def choice(self) -> str:
        """What the user chose: ``system``, ``light`` or ``dark``."""
        return self._choice

    @property
    def dark(self) -> bool:
        """Whether the look in use is the dark one."""
        return self._tokens.dark

    @property
    def text_size(self) -> int:
        """Text size in per cent, 90 to 150."""
        return self._text_size

    @property
    def tokens(self) -> Tokens:
        """The colours in use, by name."""
        return self._tokens

    def token(self, name: str) -> QColor:
        """The colour called ``name``; do not change the returned object."""
        colour = self._colours.get(name)
        if colour is None:
            colour = self._colours[name] = QColor(self._tokens.colours[name])
        return colour

    def px(self, length: float) -> int:
        """``length`` at 100 % text, in device-independent pixels at the text size in use."""
        return round(length * self._text_size / 100)

    def font(self, kind: str = Role.BODY, *, tabular: bool = False) -> QFont:
        """A copy of the font for ``kind`` (see ``Role``), optionally with figures of one width."""
        key = (str(kind), tabular)
        font = self._fonts.get(key)
        if font is None:
            self._fallback = self._fallback or system_family()
            font = make_font(kind, self._text_size, self._fallback, tabular=tabular)
            self._fonts[key] = font
        return QFont(font)

    def pixmap(self, name: str, token: str = "text", size: int = 16, ratio: float = 0.0) -> QPixmap:
        """Icon ``name`` in the colour of ``token``, ``size`` px at 100 % text.

        ``ratio`` is the pixel ratio to draw for; 0 means that of the application's screens.
        """
        ratio = ratio or _pixel_ratio()
        key = (name, token, size, ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            colour = self._tokens.colours[token]
            pixmap = render_icon(name, colour, self.px(size), size, ratio)
            self._pixmaps[key] = pixmap
        return pixmap

    def icon(self, name: str, token: str = "text", size: int = 16) -> QIcon:
        """Icon ``name`` for a button, with a faded twin for when it is disabled."""
        key = (name, token, size, _pixel_ratio())
        icon = self._icons.get(key)
        if icon is None:
            icon = QIcon(self.pixmap(name, token, size))
            icon.addPixmap(self.pixmap(name, "text3", size), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return icon

    def apply(self, app: QApplication, *, has_style: bool = False) -> None:
        """Dress ``app`` for the first time and follow the system's light and dark from now on.

        ``has_style`` says that it was made with ``STYLE_ARGUMENTS``.
        """
        self._app = app
        if not has_style:
            app.setStyle(STYLE)
        load_fonts()
        self._dress()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_change)

    def choose(self, choice: str | None = None, text_size: int | None = None) -> None:
        """Switch the look at run time; nothing happens when it is already the one in use."""
        wanted = (
            self._choice if choice is None else choice,
            self._text_size if text_size is None else _bounded(text_size),
        )
        if wanted == (self._choice, self._text_size):
            return
        self._choice, self._text_size = wanted
        self._refresh()

    def _on_system_change(self) -> None:
        if self._choice == "system" and self._wants_dark() != self.dark:
            self._refresh()

    def _refresh(self) -> None:
        self._tokens = load_tokens(self._wants_dark())
        for cache in (self._colours, self._fonts, self._pixmaps, self._icons):
            cache.clear()
        if self._app is not None:
            self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        app = self._app
        if app is None:
            return
        palette = palette_for(self._tokens)
        app.setFont(self.font(Role.BODY))
        app.setStyleSheet(sheet_for(self._tokens, self._text_size))
        # A style sheet resets what the palette said, so the palette comes last.
        app.setPalette(palette)
        QToolTip.setPalette(palette)
        QToolTip.setFont(self.font(Role.SMALL))

    def _wants_dark(self) -> bool:
        if self._choice != "system":
            return self._choice == "dark"
        # Unknown (no desktop to ask) counts as light.
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _bounded(text_size: int) -> int:
    return max(SMALLEST_TEXT, min(LARGEST_TEXT, text_size))


def _pixel_ratio() -> float:
    # The screens' largest, so that an icon is never drawn too coarse.
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
