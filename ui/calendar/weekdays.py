"""The row of weekday names over the month grid."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.calendar.painting import TilePainter
from ui.widgets.filling import fill


class WeekdayHeader(QHeaderView):
    """Paints weekday names in the look of the grid; nothing here can be clicked."""

    def __init__(self, painter: TilePainter, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._tile = painter
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def restyle(self, painter: TilePainter) -> None:
        """Take new colours, fonts and sizes."""
        self._tile = painter
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._tile.metrics.weekday_header)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        tile = self._tile
        fill(painter, rect, tile.color("line"))
        fill(painter, rect.adjusted(0, 0, -1, -1), tile.color("surface"))
        painter.setFont(tile.title_font)
        painter.setPen(tile.color("text2"))
        words = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        band = rect.adjusted(tile.metrics.date_left, 0, 0, -1)
        painter.drawText(band, Qt.AlignmentFlag.AlignVCenter, str(words))
