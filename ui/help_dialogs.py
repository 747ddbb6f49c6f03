"""Help: the keyboard shortcuts, what was said lately, and about Primum."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.action_list import MENUS, SPECS
from ui.context import UiContext
from ui.widgets.buttons import Button
from ui.widgets.labelled import labelled
from ui.widgets.properties import Words


class _HelpDialog(QDialog):
    """A title, a body that scrolls, and Close."""

    def __init__(self, context: UiContext, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.context = context
        self.theme = context.theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        px = self.theme.px
        self.body = QWidget()
        self.body.setProperty("ground", "raised")
        scroll = labelled(QScrollArea(), title)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.body)
        close = Button(self.theme, "Close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addWidget(Words(self.theme, title, "title"))
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        self.resize(px(460), px(560))


class ShortcutsDialog(_HelpDialog):
    """Every action that has keys, by menu."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(context, parent, "Keyboard shortcuts")
        grid = QGridLayout(self.body)
        grid.setContentsMargins(0, 0, self.theme.px(12), 0)
        grid.setColumnStretch(0, 1)
        row = 0
        for title in MENUS:
            name = title.partition("<")[0].replace("&", "")
            specs = [spec for spec in SPECS if spec.menu == name and spec.keys]
            if specs:
                grid.addWidget(Words(self.theme, name, "small_strong", "text2"), row, 0)
                row += 1
            for spec in specs:
                words = spec.title.replace("&", "").rstrip("…")
                grid.addWidget(Words(self.theme, words), row, 0)
                keys = context.actions.shortcut_words(spec.id)
                grid.addWidget(Words(self.theme, keys, "body", "text2"), row, 1)
                row += 1
        grid.setRowStretch(row, 1)


class MessagesDialog(_HelpDialog):
    """The last messages, newest first."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(context, parent, "Recent messages")
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        for said in context.toasts.recent:
            row = QHBoxLayout()
            row.addWidget(Words(self.theme, f"{said.at:%H:%M}", "body", "text2"))
            row.addWidget(Words(self.theme, said.words, wrap=True), 1)
            column.addLayout(row)
        column.addStretch(1)


_QT = (
    "The window is made with Qt, Copyright The Qt Company Ltd and other contributors, "
    "used under the GNU Lesser General Public License, version 3."
)
_INTER = (
    "The letters are Inter, Copyright The Inter Project Authors, "
    "used under the SIL Open Font License, version 1.1."
)
_ABOUT = (
    "An offline content planner for cardiologists. Nothing you write leaves this computer.",
    "Primum is free software under the MIT licence.",
    _QT,
    _INTER,
    "The planner file is encrypted with SQLCipher, Copyright Zetetic LLC, under its BSD licence.",
)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("primum")
    except PackageNotFoundError:
        return ""


class AboutDialog(_HelpDialog):
    """What Primum is, its version, and whose work it stands on."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(context, parent, f"Primum {_version()}".strip())
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(10))
        for words in _ABOUT:
            column.addWidget(Words(self.theme, words, wrap=True))
        column.addStretch(1)
        self.resize(self.theme.px(460), self.theme.px(380))
