"""What stands in the middle of a list that holds nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labelled import announce
from ui.widgets.properties import Words, set_ground


class EmptyState(QWidget):
    """A sentence and the way out."""

    new_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "surface")
        self.words = Words(theme, "", "body", "text2", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.new_button = Button(theme, "New post", icon="plus")
        self.all_button = Button(theme, "Search all posts", "link")
        self.new_button.clicked.connect(self.new_wanted)
        self.all_button.clicked.connect(self.all_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        column.addStretch(2)
        column.addWidget(self.words)
        for button in (self.new_button, self.all_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, words: str, *, new_post: bool = False, all_posts: bool = False) -> None:
        """Show a sentence and offer what helps."""
        changed = words != self.words.text()
        self.words.setText(words)
        self.new_button.setVisible(new_post)
        self.all_button.setVisible(all_posts)
        if changed and self.isVisible():
            announce(self, words)
