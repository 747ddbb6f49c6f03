"""Places in a text: code points, as findings count them, and UTF-16 units, as Qt does.

A finding counts Unicode code points of the Markdown. ``QTextCursor`` counts UTF-16
units, so each character beyond U+FFFF (most emoji) counts twice there. Combining
characters are code points of their own on both sides.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from PySide6.QtGui import QTextDocument

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_BREAKS = re.compile("\r\n?|[\u2028\u2029]")
# Control characters and the marks with which QTextDocument keeps its own frames and objects.
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0\ufdd1\ufffc\ud800-\udfff]")


class PositionMap:
    """Translates places of one text in both directions."""

    __slots__ = ("_wide", "_wide_units")

    def __init__(self, text: str) -> None:
        wide = () if text.isascii() else tuple(m.start() for m in _WIDE.finditer(text))
        self._wide = wide
        self._wide_units = tuple(place + before for before, place in enumerate(wide))

    def to_units(self, point: int) -> int:
        """The UTF-16 place of a code point place."""
        return point + bisect_left(self._wide, point)

    def to_points(self, unit: int) -> int:
        """The code point place of a UTF-16 place; inside a pair, the place before the character."""
        before = bisect_left(self._wide_units, unit)
        if before and unit == self._wide_units[before - 1] + 1:
            return self._wide[before - 1]
        return unit - before


def editable(text: str) -> str:
    """``text`` as the editor can hold it: one kind of line break, no control characters."""
    return _UNWANTED.sub("", _BREAKS.sub("\n", text))


def text_of(document: QTextDocument) -> str:
    """The Markdown in ``document``, one character for each place of a cursor.

    ``toPlainText`` would turn no-break spaces into plain ones and so edit the post.
    """
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
