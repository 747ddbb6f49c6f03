"""Markdown with its signs shown but faint, so that the words stand out."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.theme.theme import Theme
from ui.write.positions import PositionMap

_HEADING = re.compile(r"(#{1,6})\s+\S")
_LIST = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])(?=\s)")
_QUOTE = re.compile(r"\s*>\s?")
_CITATION = re.compile(r"\[@[^\[\]\n]+\]")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]*)\)")
_ADDRESS = re.compile(r"\bhttps?://[^\s()<>\[\]]+[^\s()<>\[\].,;:!?'\"]")
_STRONG = re.compile(r"(\*\*\*|\*\*|\*|__|_)(?=\S)(.+?)(?<=\S)\1(?!\*)")
_HEADING_PX = {1: 20, 2: 17}


class MarkdownHighlighter(QSyntaxHighlighter):
    """Colours and weights for Markdown; never changes the text, never enters undo."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's colours and sizes again."""
        theme = self._theme
        self._faint = QTextCharFormat()
        self._faint.setForeground(theme.token("text3"))
        self._citation = QTextCharFormat()
        self._citation.setForeground(theme.token("accentText"))
        self._citation.setFontWeight(QFont.Weight.DemiBold)
        self._link = QTextCharFormat()
        self._link.setForeground(theme.token("accentText"))
        self._quote = QTextCharFormat()
        self._quote.setForeground(theme.token("text2"))
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        places = PositionMap(text)
        heading = _HEADING.match(text)
        if heading:
            self._heading(text, places, len(heading.group(1)))
        quoted = _QUOTE.match(text)
        if quoted:
            self._paint(places, 0, len(text), self._quote)
            self._paint(places, 0, quoted.end(), self._faint)
        listed = _LIST.match(text)
        if listed:
            self._paint(places, 0, listed.end(), self._faint)
        self._emphasis(text, places, listed.end() if listed else 0)
        self._links(text, places)

    def _heading(self, text: str, places: PositionMap, level: int) -> None:
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        font = QFont(self.document().defaultFont())
        font.setPixelSize(self._theme.px(_HEADING_PX.get(level, 15)))
        form.setProperty(QTextCharFormat.Property.FontPixelSize, font.pixelSize())
        self._paint(places, 0, len(text), form)
        sign = QTextCharFormat(form)
        sign.setForeground(self._theme.token("text3"))
        self._paint(places, 0, level, sign)

    def _emphasis(self, text: str, places: PositionMap, start: int) -> None:
        for match in _STRONG.finditer(text, start):
            signs = len(match.group(1))
            if match.group(1)[0] == "_" and _inside_word(text, match.start(), match.end()):
                continue
            for place in range(match.start() + signs, match.end() - signs):
                form = self._format_at(places, place)
                if signs >= 2:
                    form.setFontWeight(QFont.Weight.Bold)
                if signs != 2:
                    form.setFontItalic(True)
                self._paint(places, place, place + 1, form)
            for a, b in ((match.start(), signs), (match.end() - signs, signs)):
                form = self._format_at(places, a)
                form.setForeground(self._theme.token("text3"))
                self._paint(places, a, a + b, form)

    def _links(self, text: str, places: PositionMap) -> None:
        for match in _LINK.finditer(text):
            self._paint(places, match.start(), match.end(), self._faint)
            self._paint(places, *match.span(1), self._link)
        for match in _ADDRESS.finditer(text):
            if match.start() == 0 or text[match.start() - 1] != "(":
                self._paint(places, match.start(), match.end(), self._link)
        for match in _CITATION.finditer(text):
            self._paint(places, match.start(), match.end(), self._citation)

    def _format_at(self, places: PositionMap, place: int) -> QTextCharFormat:
        return QTextCharFormat(self.format(places.to_units(place)))

    def _paint(self, places: PositionMap, start: int, end: int, form: QTextCharFormat) -> None:
        first = places.to_units(start)
        self.setFormat(first, places.to_units(end) - first, form)


def _inside_word(text: str, start: int, end: int) -> bool:
    """Whether underscores stand within a word (``snake_case``), where they mean nothing."""
    before = start > 0 and text[start - 1].isalnum()
    after = end < len(text) and text[end].isalnum()
    return before or after
