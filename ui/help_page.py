"""A page of help: rendered Markdown to read, scroll and search by eye. It opens no links."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from ui.context import UiContext
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labelled import labelled


class HelpPage(QDialog):
    """Help stays open beside the work; Esc closes it."""

    def __init__(self, context: UiContext, parent: QWidget, title: str, html: str) -> None:
        super().__init__(parent)
        theme = context.theme
        px = theme.px
        self.setWindowTitle(title)
        self.page = labelled(QTextBrowser(), title)
        self.page.setOpenLinks(False)
        self.page.document().setDefaultStyleSheet(_style(theme))
        self.page.document().setDocumentMargin(px(16))
        self.page.setHtml(html)
        close = Button(theme, "Close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        column.addWidget(self.page, 1)
        column.addLayout(foot)
        self.resize(px(720), px(640))
        self.page.setFocus()


def _style(theme: Theme) -> str:
    text, quiet = theme.token("text").name(), theme.token("text2").name()
    size = theme.px(14)
    return (
        f"body, p, li, td {{ color: {text}; font-size: {size}px; }}"
        f"h1 {{ font-size: {theme.px(22)}px; font-weight: 600; }}"
        f"h2 {{ font-size: {theme.px(17)}px; font-weight: 600; margin-top: 18px; }}"
        f"h3 {{ font-size: {theme.px(14)}px; font-weight: 600; margin-top: 12px; }}"
        f"th {{ color: {quiet}; text-align: left; font-size: {theme.px(13)}px; }}"
        f"th, td {{ padding: 3px 14px 3px 0; }}"
    )
