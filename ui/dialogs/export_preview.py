"""What an export will write: its rows in a table, and the file's own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontDatabase, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from app.calendar.words import clock_words, short_day
from app.calendar.zones import city
from app.model.walltime import WallTime

if TYPE_CHECKING:
    from app.planner import ExportPlan
from ui.theme.theme import Theme

SHOWN_ROWS = 50
SHOWN_BYTES = 20_000


class ExportPreview(QTableWidget):
    """File, when and text of the first rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(0, 3)
        self._theme = theme
        self.setAccessibleName("Rows that will be written")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setItemDelegate(_Indented(self))
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(36))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def show_plan(self, plan: ExportPlan, zone: str) -> None:
        """Show the rows of ``plan``; times are wall-clock times in ``zone``."""
        self.setHorizontalHeaderLabels(["File", f"When ({city(zone)})", "Text"])
        rows = [(file.name, line) for file in plan.files for line in file.lines][:SHOWN_ROWS]
        self.setRowCount(len(rows))
        for place, (name, line) in enumerate(rows):
            for column, words in enumerate((name, _moment(line.when), line.text)):
                item = QTableWidgetItem(" ".join(words.split()))
                item.setToolTip(words[:500])
                self.setItem(place, column, item)
        self.setColumnWidth(0, self._theme.px(150))
        self.setColumnWidth(1, self._theme.px(120))


class _Indented(QStyledItemDelegate):
    """Cells stand under the words of their header."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        option.rect.adjust(5, 0, 0, 0)
        super().paint(painter, option, index)


class RawPreview(QPlainTextEdit):
    """The bytes of the files as text, exactly as they will be written."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setAccessibleName("The files as they will be written")

    def show_plan(self, plan: ExportPlan) -> None:
        """Show the start of each file of ``plan``."""
        parts = []
        for file in plan.files:
            text = file.data[:SHOWN_BYTES].decode("utf-8-sig", "ignore").replace("\r\n", "\n")
            parts.append(f"{file.name}\n{text}")
        self.setPlainText("\n\n".join(parts))


def _moment(when: WallTime) -> str:
    """11 Sep 08:00."""
    return f"{short_day(when.day).partition(' ')[2]} {clock_words(when.clock)}"
