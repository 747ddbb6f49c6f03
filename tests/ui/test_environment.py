"""The Qt underneath is one that works with this Python."""

from __future__ import annotations

import sys

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel


def test_void_calls_keep_the_reference_to_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    pixmap = QPixmap(8, 8)
    painter = QPainter(pixmap)
    before = sys.getrefcount(None)
    for _ in range(200):
        label.setText("x")
        label.update()
        painter.fillRect(0, 0, 1, 1, 0xFF0000)
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < 20, "this PySide6 loses references to None and will abort"
