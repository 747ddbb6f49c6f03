"""Find and replace inside the text: a bar under the formatting bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labelled import announce, labelled
from ui.widgets.properties import Words, rule, set_ground
from ui.write.commands import Draft
from ui.write.editor import MarkdownEditor
from ui.write.finding import find_all, nearest, replaced


class FindBar(QWidget):
    """Looks in the text of ``editor``. Hidden until opened; Escape closes it."""

    def __init__(self, theme: Theme, editor: MarkdownEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._editor = editor
        set_ground(self, "surface")
        self._find = labelled(QLineEdit(self), "Find in text")
        self._find.setPlaceholderText("Find in text")
        self._with = labelled(QLineEdit(self), "Replace with")
        self._with.setPlaceholderText("Replace with")
        self._count = Words(theme, "", "small", "text2")
        self._previous = IconButton(theme, "chevron-up", "Previous place")
        self._next = IconButton(theme, "chevron-down", "Next place")
        self._close = IconButton(theme, "close", "Close", size=14)
        self._one = Button(theme, "Replace", "plain", compact=True)
        self._all = Button(theme, "Replace all", "plain", compact=True)
        self._replacing = QWidget(self)
        self._find.textChanged.connect(self._look)
        self._find.returnPressed.connect(lambda: self.go(1))
        self._with.returnPressed.connect(self.replace_one)
        self._previous.clicked.connect(lambda: self.go(-1))
        self._next.clicked.connect(lambda: self.go(1))
        self._close.clicked.connect(self.leave)
        self._one.clicked.connect(self.replace_one)
        self._all.clicked.connect(self.replace_all)
        editor.edited.connect(self._on_edit)
        self._build()
        self._on_theme()
        theme.changed.connect(self._on_theme)
        self.hide()

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar with the selected words in it."""
        chosen = self._editor.draft().selected
        if chosen and "\n" not in chosen:
            self._find.setText(chosen)
        self._replacing.setVisible(replacing and not self._editor.isReadOnly())
        self.show()
        self._look()
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def leave(self) -> None:
        """Close the bar; the cursor stays where the search went."""
        self.hide()
        self._editor.layer.show_found(())
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, by: int) -> None:
        """Select the next (1) or previous (-1) place; opens the bar if nothing was looked for."""
        if not self._find.text():
            self.open()
            return
        spans = self._spans()
        self._editor.layer.show_found(spans if self.isVisible() else ())
        draft = self._editor.draft()
        at = nearest(spans, draft.end if by > 0 else draft.start, by)
        if at < 0:
            self._count.setText("Not found")
            announce(self, "Not found")
            return
        self._editor.select(*spans[at])
        self._count.setText(f"{at + 1} of {len(spans)}")

    def replace_one(self) -> None:
        """Replace the selected place and go to the next."""
        if self._editor.isReadOnly():
            return
        draft = self._editor.draft()
        if (draft.start, draft.end) in self._spans():
            self._editor.replace(draft.start, draft.end, self._with.text())
        self.go(1)

    def replace_all(self) -> None:
        """Replace every place: one undo step."""
        spans = self._spans()
        if not spans or self._editor.isReadOnly():
            return
        place = self._editor.place()
        text = replaced(self._editor.text(), spans, self._with.text())
        place = min(place, len(text))
        self._editor.apply(Draft(text, place, place))
        words = "1 place replaced" if len(spans) == 1 else f"{len(spans)} places replaced"
        self._count.setText(words)
        announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.go(-1)
        else:
            super().keyPressEvent(event)

    def _spans(self) -> tuple[tuple[int, int], ...]:
        return find_all(self._editor.text(), self._find.text())

    def _look(self) -> None:
        spans = self._spans()
        self._editor.layer.show_found(spans)
        if not self._find.text():
            self._count.setText("")
        elif not spans:
            self._count.setText("Not found")
        else:
            self._count.setText("1 place" if len(spans) == 1 else f"{len(spans)} places")

    def _on_edit(self) -> None:
        if self.isVisible():
            self._look()

    def _build(self) -> None:
        first = QHBoxLayout()
        for part in (self._previous, self._next, self._close):
            first.addWidget(part)
        second = QHBoxLayout(self._replacing)
        second.setContentsMargins(0, 0, 0, 0)
        second.addWidget(self._with, 1)
        second.addWidget(self._one)
        second.addWidget(self._all)
        self._grid = QGridLayout()
        self._grid.addWidget(self._find, 0, 0)
        self._grid.addWidget(self._count, 0, 1)
        self._grid.addLayout(first, 0, 2)
        self._grid.addWidget(self._replacing, 1, 0, 1, 3)
        self._grid.setColumnStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._grid)
        box.addWidget(rule(self))

    def _on_theme(self) -> None:
        px = self._theme.px
        self._grid.setContentsMargins(px(16), px(8), px(10), px(8))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(6))
        self._count.setMinimumWidth(px(70))
