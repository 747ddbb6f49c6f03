"""Fields that step or drop down, put right where Qt's own manners do not fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QStyledItemDelegate, QWidget

from ui.theme.theme import Theme


class _WheelFilter(QObject):
    """The wheel scrolls the page; it never changes a field that merely lies under the pointer."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget):
            event.ignore()
            return not watched.hasFocus()
        return False


def give_rows_room(field: QComboBox) -> None:
    """Let the rows of a drop-down list be as high as the style sheet wants: easy to hit."""
    # Qt's own delegate for these lists takes no padding from the style sheet.
    field.setItemDelegate(QStyledItemDelegate(field))


def tame(field: QWidget, theme: Theme) -> None:
    """Let ``field`` take the wheel only with the focus, and keep its text off its border."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_WheelFilter(field))
    if isinstance(field, QComboBox):
        give_rows_room(field)
    if isinstance(field, QAbstractSpinBox):
        line = field.lineEdit()
        if line is not None:
            # A style sheet's padding does not reach the text inside a spin box.
            line.setTextMargins(theme.px(9), 0, 0, 0)
