"""Filling of grounds and hairlines."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Fill ``rect`` to its edges; the painter's pen and brush change.

    In what is painted at start this stands for ``QPainter.fillRect``, whose first call
    makes all of QGradient's 180 presets, 3 ms, to see whether the colour is one.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)
