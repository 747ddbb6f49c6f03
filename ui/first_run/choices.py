"""The first page of all: look around, start empty, or open what is there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.message import Message
from ui.widgets.properties import Words, card, set_ground

_CARD = 300, 220


class ChoicesPage(QWidget):
    """Two cards and a link. One filled button: the safest way in."""

    sample_wanted = Signal()
    start_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[tuple[QFrame, QVBoxLayout, QLabel, str]] = []
        set_ground(self, "bg")
        self.sample = Button(theme, "Open the sample", "primary")
        self.start = Button(theme, "Start my planner")
        self.open = Button(theme, "Open an existing planner", "link", "folder-open")
        self.sample.clicked.connect(self.sample_wanted)
        self.start.clicked.connect(self.start_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.message = Message(theme)
        self._cards_row = QHBoxLayout()
        self._cards_row.addStretch(1)
        self._cards_row.addWidget(
            self._card(
                "calendar",
                "Look around first",
                "A month of sample posts with checks to try. Remove it in one click when you are "
                "done.",
                self.sample,
            )
        )
        self._cards_row.addWidget(
            self._card(
                "compose",
                "Start empty",
                "Answer three questions: your time zone, where you post, and which rules apply to "
                "you.",
                self.start,
            )
        )
        self._cards_row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(_centred(theme, "Plan posts you can stand behind", "hero", "text"))
        self._column.addWidget(
            _centred(
                theme,
                "Everything stays on this computer. There is no account and no upload.",
                "editor",
                "text2",
            )
        )
        self._column.addSpacing(theme.px(18))
        self._column.addLayout(self._cards_row)
        self._column.addSpacing(theme.px(14))
        self._column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignHCenter)
        # Not aligned: an aligned widget is as high as its first guess, and its words would be cut.
        message_row = QHBoxLayout()
        message_row.addStretch(1)
        message_row.addWidget(self.message)
        message_row.addStretch(1)
        self._column.addLayout(message_row)
        self._column.addStretch(1)
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def _card(self, icon: str, title: str, words: str, button: Button) -> QFrame:
        frame = card(self)
        frame.setAccessibleName(title)
        mark = QLabel(frame)
        column = QVBoxLayout(frame)
        column.addWidget(mark)
        column.addWidget(Words(self._theme, title, "title"))
        column.addWidget(Words(self._theme, words, "body", "text2", wrap=True))
        column.addStretch(1)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setAccessibleDescription(words)
        column.addWidget(button)
        self._cards.append((frame, column, mark, icon))
        return frame

    def _on_theme(self) -> None:
        px = self._theme.px
        self._cards_row.setSpacing(px(20))
        self._column.setSpacing(px(8))
        self.message.setFixedWidth(2 * px(_CARD[0]) + px(20))
        for frame, column, mark, icon in self._cards:
            frame.setFixedWidth(px(_CARD[0]))
            frame.setMinimumHeight(px(_CARD[1]))
            column.setContentsMargins(px(20), px(20), px(20), px(20))
            column.setSpacing(px(10))
            mark.setPixmap(self._theme.pixmap(icon, "accentText", 28))


def _centred(theme: Theme, words: str, role: str, ink: str) -> Words:
    label = Words(theme, words, role, ink)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
