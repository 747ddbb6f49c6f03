"""Inter, bundled, and the type scale."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

import resources

FAMILY = "Inter"
_FILES = ("Regular", "Medium", "SemiBold", "Bold", "Italic")
_TABULAR = QFont.Tag("tnum")


class Role(StrEnum):
    """A step of the type scale: what the letters are for."""

    CAPTION = "caption"
    FINE = "fine"
    SMALL = "small"
    SMALL_MEDIUM = "small_medium"
    SMALL_STRONG = "small_strong"
    BODY = "body"
    BUTTON = "button"
    STRONG = "strong"
    EDITOR = "editor"
    TITLE = "title"
    PANEL = "panel"
    SCREEN = "screen"
    HERO = "hero"


_SCALE: dict[str, tuple[int, QFont.Weight]] = {
    Role.CAPTION: (11, QFont.Weight.DemiBold),
    Role.FINE: (11, QFont.Weight.Normal),
    Role.SMALL: (12, QFont.Weight.Normal),
    Role.SMALL_MEDIUM: (12, QFont.Weight.Medium),
    Role.SMALL_STRONG: (12, QFont.Weight.DemiBold),
    Role.BODY: (13, QFont.Weight.Normal),
    Role.BUTTON: (13, QFont.Weight.Medium),
    Role.STRONG: (13, QFont.Weight.DemiBold),
    Role.EDITOR: (15, QFont.Weight.Normal),
    Role.TITLE: (15, QFont.Weight.DemiBold),
    Role.PANEL: (15, QFont.Weight.DemiBold),
    Role.SCREEN: (20, QFont.Weight.DemiBold),
    Role.HERO: (26, QFont.Weight.DemiBold),
}


def load_fonts() -> bool:
    """Register the bundled Inter; False when none could be read and the system font serves."""
    folder = Path(resources.__file__).parent / "fonts"
    loaded = False
    for name in _FILES:
        path = folder / f"Inter-{name}.otf"
        loaded = QFontDatabase.addApplicationFont(str(path)) >= 0 or loaded
    return loaded


def system_family() -> str:
    """The family this system uses for its own windows."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def make_font(role: str, text_size: int, fallback: str, *, tabular: bool = False) -> QFont:
    """A font of the scale at ``text_size`` per cent, with figures of one width if ``tabular``."""
    size, weight = _SCALE[role]
    font = QFont()
    font.setFamilies([FAMILY, fallback])
    font.setPixelSize(max(1, round(size * text_size / 100)))
    font.setWeight(weight)
    if tabular:
        font.setFeature(_TABULAR, 1)
    return font
