"""Many words kept as the one text they are stored in: a tenth of the memory of a set."""

from __future__ import annotations

from bisect import bisect_right

_STEP = 512


class SortedWords:
    """Answers ``word in words`` in about a microsecond: the right stretch, then a plain search."""

    __slots__ = ("_first", "_starts", "_text")

    def __init__(self, line: str) -> None:
        """Take the words in order, with a space between them."""
        text = self._text = f" {line} "
        # Where each stretch begins: the space before its first word.
        self._starts: list[int] = []
        self._first: list[str] = []
        at, last = 0, len(text) - 1
        while at < last:
            self._starts.append(at)
            self._first.append(text[at + 1 : text.index(" ", at + 1)])
            at = text.find(" ", at + _STEP)
            if at < 0:
                break
        self._starts.append(last)

    def __contains__(self, word: str) -> bool:
        index = bisect_right(self._first, word) - 1
        if index < 0 or not word or " " in word:
            return False
        low, high = self._starts[index], self._starts[index + 1]
        return self._text.find(f" {word} ", low, high + 1) >= 0

    def __len__(self) -> int:
        return len(self._text.split())
