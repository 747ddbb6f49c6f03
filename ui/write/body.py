"""The middle of the Write screen: formatting bar, tabs, find bar, text, pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.networks.catalogue import Network
from ui.context import UiContext
from ui.widgets.message import Message
from ui.widgets.properties import set_ground
from ui.write.editor import MarkdownEditor
from ui.write.find_bar import FindBar
from ui.write.formatting_bar import FormattingBar
from ui.write.pictures import PictureStrip
from ui.write.text_tabs import TextTabs

_SHORTCUTS = (
    "text.heading",
    "text.bold",
    "text.italic",
    "text.bulleted",
    "text.numbered",
    "text.quote",
    "text.link",
    "text.source",
    "text.image",
)


class Body(QWidget):
    """Holds the parts in their order; what they do is wired by the page."""

    def __init__(self, context: UiContext, known: Sequence[Network]) -> None:
        super().__init__()
        theme, actions = context.theme, context.actions
        set_ground(self, "surface")
        self.setAccessibleName("Text")
        self.editor = MarkdownEditor(theme)
        self.bar = FormattingBar(theme, {key: actions.shortcut_words(key) for key in _SHORTCUTS})
        self.tabs = TextTabs(theme)
        self.find_bar = FindBar(theme, self.editor)
        self.message = Message(theme)
        self.pictures = PictureStrip(theme, known, context.planner.pictures.thumbnail)
        self._note = QVBoxLayout()
        self._note.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), 0)
        self._note.addWidget(self.message)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (self.bar, self.tabs, self.find_bar):
            box.addWidget(part)
        box.addLayout(self._note)
        box.addWidget(self.editor, 1)
        box.addWidget(self.pictures)
        self.setFocusProxy(self.editor)
