"""The named colours of a theme, as read from ``resources/themes``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import resources


class Tokens(NamedTuple):
    """One theme: token name to ``#RRGGBB``, and whether its ground is dark."""

    name: str
    dark: bool
    colours: Mapping[str, str]


@cache
def load_tokens(dark: bool) -> Tokens:
    """The tokens of the light or the dark theme."""
    path = Path(resources.__file__).parent / "themes" / ("dark.toml" if dark else "light.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Tokens(
        name=str(data["name"]),
        dark=bool(data["dark"]),
        colours=MappingProxyType({key: str(value) for key, value in data["colours"].items()}),
    )


def contrast(ink: str, ground: str) -> float:
    """Contrast ratio of two ``#RRGGBB`` colours (WCAG 2.2, 1 to 21)."""
    bright, dim = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
