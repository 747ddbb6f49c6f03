"""Primum's own icons: drawn on a 24 px grid, coloured and weighted when they are shown."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

_FOLDER = Path(resources.__file__).parent / "icons"


@cache
def _source(name: str) -> bytes:
    return (_FOLDER / f"{name}.svg").read_bytes()


def icon_names() -> tuple[str, ...]:
    """Every icon that ships."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.svg")))


def stroke_for(size: float) -> float:
    """Stroke width on the 24 px grid, so that a line weighs what the text beside it weighs."""
    if size <= 14:
        return 2.4
    return 2.0 if size <= 16 else 1.75


def render_icon(name: str, colour: str, size: int, weight_size: float, ratio: float) -> QPixmap:
    """Draw icon ``name`` in ``colour`` (``#RRGGBB``).

    ``size`` is in device-independent pixels, ``weight_size`` the size before text
    scaling (it picks the stroke), ``ratio`` the pixel ratio of the screen.
    """
    art = (
        _source(name)
        .replace(b'stroke-width="2"', b'stroke-width="%.2f"' % stroke_for(weight_size))
        .replace(b"currentColor", colour.encode())
    )
    side = max(1, round(size * ratio))
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(art)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
