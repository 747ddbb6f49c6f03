"""Marks over the text: extra selections, which never enter the document or its undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.theme.theme import Theme
from ui.write.marks import Mark, Shape

if TYPE_CHECKING:
    from ui.write.editor import MarkdownEditor

_Style = QTextCharFormat.UnderlineStyle
_LOOK = {
    Shape.FIX: (_Style.WaveUnderline, "block", "blockSoft"),
    Shape.CONSIDER: (_Style.DotLine, "review", "reviewSoft"),
    Shape.CHANGED: (_Style.DashUnderline, "accentText", "accentSoft"),
}


class MarkLayer(QObject):
    """The marks and search hits of one editor. Each mark moves along with its words.

    ``changed`` says that marks were shown, hidden or moved by a new check.
    """

    changed = Signal()

    def __init__(self, editor: MarkdownEditor, theme: Theme) -> None:
        super().__init__(editor)
        self._editor = editor
        self._theme = theme
        self._marks: list[tuple[Mark, QTextCursor]] = []
        self._found: list[tuple[int, int]] = []
        self._quiet = False

    def show(self, marks: Sequence[Mark]) -> None:
        """Mark words; ``marks`` are for the present text."""
        if [mark for mark, _ in self._marks] == list(marks) and self._still_there():
            return
        self._marks = [(mark, self._cursor(mark.start, mark.end)) for mark in marks]
        self.restyle()

    def show_found(self, spans: Sequence[tuple[int, int]]) -> None:
        """Show where the words looked for are."""
        if list(spans) != self._found:
            self._found = list(spans)
            self.restyle()

    def forget_found(self) -> None:
        """Stop showing search hits: the text changed."""
        if self._found:
            self.show_found(())

    @property
    def quiet(self) -> bool:
        """Whether the marks are hidden."""
        return self._quiet

    def set_quiet(self, quiet: bool) -> None:
        """Hide the marks while writing; counts elsewhere stay."""
        if quiet != self._quiet:
            self._quiet = quiet
            self.restyle()

    def clear(self) -> None:
        """No marks and no hits."""
        self._marks = []
        self._found = []
        self.restyle()

    def marks(self) -> list[Mark]:
        """The marks that are shown, in order."""
        return [] if self._quiet else [mark for mark, _ in self._marks]

    def at_cursor(self) -> Mark | None:
        """The mark at the cursor, what must be fixed first, the closest around it first."""
        return self._at(self._editor.textCursor().position())

    def under(self, position: QPointF) -> Mark | None:
        """The mark at a place of the viewport."""
        if self._quiet or not self._marks:
            return None
        offset = QPointF(0, self._editor.verticalScrollBar().value())
        layout = self._editor.document().documentLayout()
        unit = layout.hitTest(position + offset, Qt.HitTestAccuracy.ExactHit)
        return self._at(unit) if unit >= 0 else None

    def of_check(self, check_id: str) -> Mark | None:
        """The first mark of a row of the panel."""
        return next((mark for mark, _ in self._marks if mark.check_id == check_id), None)

    def span(self, mark: Mark) -> tuple[int, int]:
        """Where the marked words are now, after what was typed since the check."""
        places = self._editor.places()
        for known, at in self._marks:
            if known == mark:
                return places.to_points(at.selectionStart()), places.to_points(at.selectionEnd())
        return mark.start, mark.end

    def rect(self, mark: Mark) -> QRect:
        """Where the marked words begin, in the viewport."""
        for known, at in self._marks:
            if known == mark:
                start = QTextCursor(at)
                start.setPosition(at.selectionStart())
                return self._editor.cursorRect(start)
        return QRect()

    def restyle(self) -> None:
        """Show everything again, in the colours of the theme."""
        extras = [] if self._quiet else [self._marked(mark, at) for mark, at in self._marks]
        for start, end in self._found:
            form = QTextCharFormat()
            form.setBackground(self._theme.token("sel"))
            extras.append(_extra(self._cursor(start, end), form))
        self._editor.setExtraSelections(extras)
        self.changed.emit()

    def _at(self, unit: int) -> Mark | None:
        around = [mark for mark, at in self._marks if _holds(at, unit)]
        return min(around, key=lambda m: (m.shape is not Shape.FIX, m.end - m.start), default=None)

    def _marked(self, mark: Mark, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        style, ink, fill = _LOOK[mark.shape]
        form = QTextCharFormat()
        form.setUnderlineStyle(style)
        form.setUnderlineColor(self._theme.token(ink))
        form.setBackground(self._theme.token(fill))
        return _extra(cursor, form)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        places = self._editor.places()
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(places.to_units(start))
        cursor.setPosition(places.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _still_there(self) -> bool:
        return all(self.span(mark) == (mark.start, mark.end) for mark, _ in self._marks)


def _holds(cursor: QTextCursor, unit: int) -> bool:
    return cursor.selectionStart() <= unit <= cursor.selectionEnd()


def _extra(cursor: QTextCursor, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    extra = QTextEdit.ExtraSelection()
    extra.cursor = cursor
    extra.format = form
    return extra
