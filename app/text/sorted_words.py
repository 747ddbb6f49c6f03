"""Many words kept as one text: a tenth of the memory of a set, found by halving."""

from __future__ import annotations

from collections.abc import Iterable


class SortedWords:
    """Answers ``word in words`` in a few microseconds. A word holds no line break."""

    __slots__ = ("_text",)

    def __init__(self, words: Iterable[str]) -> None:
        self._text = "\n" + "".join(f"{word}\n" for word in sorted(set(words)))

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str) or "\n" in word:
            return False
        text = self._text
        # Both always stand on a line break; the word, if it is there, lies between them.
        low, high = 0, len(text) - 1
        while low < high:
            start = text.rfind("\n", low, (low + high) // 2 + 1)
            end = text.find("\n", start + 1)
            found = text[start + 1 : end]
            if found == word:
                return True
            if found < word:
                low = end
            else:
                high = start
        return False

    def __len__(self) -> int:
        return self._text.count("\n") - 1
