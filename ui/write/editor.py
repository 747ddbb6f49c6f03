"""The editor: plain Markdown in a comfortable column, with the findings marked in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.theme.theme import Theme
from ui.write import commands
from ui.write.commands import Draft
from ui.write.gutter import Gutter, Margin
from ui.write.highlighter import MarkdownHighlighter
from ui.write.mark_layer import MarkLayer
from ui.write.marks import Mark
from ui.write.merge import splices
from ui.write.pasting import pictures_in, words_in
from ui.write.positions import PositionMap, editable, text_of

COLUMN = 620
_LEFT, _RIGHT, _TOP, _BOTTOM = 36, 20, 10, 8
_LINE_HEIGHT = 138.0
_HOVER_MS = 350
MOST_PASTED = 25_000
"""Characters that a paste may bring a text to. Far more than a post has; a book by mistake would
keep the gate busy for minutes."""


class MarkdownEditor(QTextEdit):
    """Edits one text. Places that go in or out count code points of the Markdown.

    Signals:
        edited: the author changed the text (not a load, not a merge).
        left: the keyboard went elsewhere.
        pictures_given: pictures were pasted or dropped: a tuple of (bytes, name) pairs,
            and the names of files that could not be read.
        too_long: a paste was refused: how many characters the text would have had.
        undo_wanted, redo_wanted: nothing is left to undo or redo in this text.
        card_wanted: the pointer rests on a mark.
        mark_left: the pointer went away from it.
        mark_chosen: a mark's icon beside the text was clicked.
    """

    edited = Signal()
    left = Signal()
    pictures_given = Signal(tuple, tuple)
    too_long = Signal(int)
    undo_wanted = Signal()
    redo_wanted = Signal()
    card_wanted = Signal(Mark)
    mark_left = Signal()
    mark_chosen = Signal(Mark)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text: str | None = None
        self._places: PositionMap | None = None
        self._loading = False
        self._fitting = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Text of the post")
        self.setPlaceholderText("What do people ask you in clinic?")
        self.setProperty("role", "editor")
        self.layer = MarkLayer(self, theme)
        self._gutter = Gutter(theme, self)
        self.layer.changed.connect(self._gutter.update)
        self._gutter.chosen.connect(self.mark_chosen)
        self._margin = Margin(self)
        self._hovered: Mark | None = None
        self._hover = QTimer(self, singleShot=True, interval=_HOVER_MS)
        self._hover.timeout.connect(self._on_hover)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self._highlighter = MarkdownHighlighter(self.document(), theme)
        self.document().contentsChange.connect(self._on_contents)
        self.verticalScrollBar().valueChanged.connect(self._gutter.update)
        self.document().documentLayout().documentSizeChanged.connect(self._gutter.update)
        theme.changed.connect(self._restyle)
        self._restyle()

    # Text

    def text(self) -> str:
        """The Markdown as it is now."""
        if self._text is None:
            self._text = text_of(self.document())
        return self._text

    def places(self) -> PositionMap:
        """Translates places of the present text."""
        if self._places is None:
            self._places = PositionMap(self.text())
        return self._places

    def load(self, text: str) -> None:
        """Show another text; its undo begins here."""
        self._loading = True
        self.layer.clear()
        self.setPlainText(editable(text))
        self._lay_out_lines()
        self._loading = False
        self._gutter.update()

    def merge(self, text: str) -> None:
        """Take over a change that was made elsewhere; cursor and scroll place stay.

        The change belongs to the planner's undo, so this text's own undo begins anew.
        """
        text = editable(text)
        edits = splices(self.text(), text)
        if not edits:
            return
        scroll = self.verticalScrollBar().value()
        places = self.places()
        self._loading = True
        self.document().setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for edit in edits:
            cursor.setPosition(places.to_units(edit.start))
            cursor.setPosition(places.to_units(edit.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(edit.words)
        cursor.endEditBlock()
        self.document().setUndoRedoEnabled(True)
        self._loading = False
        self.verticalScrollBar().setValue(scroll)

    def draft(self) -> Draft:
        """The text with its selection, for a command."""
        cursor, places = self.textCursor(), self.places()
        return Draft(
            self.text(),
            places.to_points(cursor.selectionStart()),
            places.to_points(cursor.selectionEnd()),
        )

    def apply(self, draft: Draft) -> None:
        """Take over what a command made of the text: one undo step."""
        edits = splices(self.text(), draft.text)
        places = self.places()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for edit in edits:
            cursor.setPosition(places.to_units(edit.start))
            cursor.setPosition(places.to_units(edit.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(edit.words)
        cursor.endEditBlock()
        self.select(draft.start, draft.end)

    def run(self, command: Callable[[Draft], Draft]) -> None:
        """Apply a formatting command to the selection."""
        if not self.isReadOnly():
            self.apply(command(self.draft()))
            self.setFocus()

    def replace(self, start: int, end: int, words: str) -> None:
        """Replace words by others: one undo step; the cursor goes behind them."""
        text = self.text()
        after = start + len(words)
        self.apply(Draft(text[:start] + words + text[end:], after, after))

    def put_text(self, text: str) -> None:
        """Replace the whole text by another: one undo step, the cursor stays near its place."""
        text = editable(text)
        place = min(self.place(), len(text))
        self.apply(Draft(text, place, place))

    def select(self, start: int, end: int) -> None:
        """Select words and bring them into view."""
        places = self.places()
        cursor = self.textCursor()
        cursor.setPosition(places.to_units(start))
        cursor.setPosition(places.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def place(self) -> int:
        """Where the cursor is."""
        return self.places().to_points(self.textCursor().position())

    def undo_here(self) -> None:
        """Undo in this text, or ask for the planner's undo when nothing is left."""
        if self.document().isUndoAvailable():
            self.undo()
        else:
            self.undo_wanted.emit()

    def redo_here(self) -> None:
        """Redo in this text, or ask for the planner's redo when nothing is left."""
        if self.document().isRedoAvailable():
            self.redo()
        else:
            self.redo_wanted.emit()

    # Look

    def _restyle(self) -> None:
        self._loading = True
        self.document().setDefaultFont(self._theme.font("editor"))
        self.setFont(self._theme.font("editor"))
        self._highlighter.restyle()
        self._loading = False
        self._fit_column()
        self._lay_out_margins()
        self.layer.restyle()

    def _lay_out_lines(self) -> None:
        """Line height is a block format; it must not become an undo step."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        form = QTextBlockFormat()
        form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)
        self._lay_out_margins()
        document.setUndoRedoEnabled(True)

    def _lay_out_margins(self) -> None:
        document = self.document()
        enabled = document.isUndoRedoEnabled() and not document.isUndoAvailable()
        if enabled:
            document.setUndoRedoEnabled(False)
        frame = document.rootFrame()
        form = frame.frameFormat()
        form.setMargin(0)
        form.setTopMargin(self._theme.px(_TOP))
        form.setBottomMargin(self._theme.px(_BOTTOM))
        frame.setFrameFormat(form)
        if enabled:
            document.setUndoRedoEnabled(True)

    def _fit_column(self) -> None:
        px = self._theme.px
        room = self.width()
        left = max(px(_LEFT), (room - px(COLUMN)) // 2)
        right = max(px(_RIGHT), room - left - px(COLUMN))
        bar = self.verticalScrollBar()
        if bar.isVisible():
            right = max(0, right - bar.width())
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (left, right):
            self._fitting = True
            self.setViewportMargins(left, 0, right, 0)
            # Lays the text out for the new width; within a resize Qt may have missed it.
            self.setLineWrapColumnOrWidth(0)
            self._fitting = False
        self._gutter.setGeometry(0, 0, left, self.height())
        self._margin.setGeometry(left + self.viewport().width(), 0, right, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._fitting:
            self._fit_column()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_here()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_here()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._break_line(event):
            pass
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            # Tab has left the text before this is called, unless there is nowhere to go.
            pass
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        mark = self.layer.under(event.position())
        if mark is not self._hovered:
            self._hovered = mark
            if mark is None:
                self._hover.stop()
                self.mark_left.emit()
            else:
                self._hover.start()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.draft().selected)
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasUrls() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        pictures, unread = pictures_in(source)
        if pictures or unread:
            self.pictures_given.emit(pictures, unread)
            return
        words = editable(words_in(source))
        draft = self.draft()
        length = len(draft.text) - len(draft.selected) + len(words)
        if length > MOST_PASTED:
            self.too_long.emit(length)
        elif draft.selected.strip() and commands.is_address(words.strip()):
            self.apply(commands.link(draft, words.strip()))
        elif words:
            self.textCursor().insertText(words)
            self.ensureCursorVisible()

    def _break_line(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held & ~Qt.KeyboardModifier.ShiftModifier or self.isReadOnly():
            return False
        after = None if held else commands.new_line(self.draft())
        if after is not None:
            self.apply(after)
        else:
            # Qt's own Enter takes the line spacing away from an empty line instead of adding one.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        return True

    def _on_hover(self) -> None:
        if self._hovered is not None:
            self.card_wanted.emit(self._hovered)

    def _on_contents(self, _place: int, removed: int, added: int) -> None:
        self._text = None
        self._places = None
        if removed or added:
            self.layer.forget_found()
            if not self._loading:
                self.edited.emit()
