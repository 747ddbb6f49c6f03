"""Characters as a reader sees them: a letter with its accents, or a whole emoji, is one."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regex import Pattern


@cache
def _cluster() -> Pattern[str]:
    import regex

    return regex.compile(r"\X", regex.DOTALL)


@cache
def _emoji() -> Pattern[str]:
    """A grapheme drawn as an emoji: emoji presentation, U+FE0F after it, a flag or a keycap."""
    import regex

    return regex.compile(
        r"\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3"
    )


def graphemes(text: str) -> tuple[str, ...]:
    """The grapheme clusters of a text, in order; joined they are the text."""
    return tuple(_cluster().findall(text))


@lru_cache(maxsize=64)
def grapheme_count(text: str) -> int:
    """How many grapheme clusters a text has (CR LF is one)."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    return len(_cluster().findall(text))


def is_emoji(grapheme: str) -> bool:
    """Whether one grapheme cluster is drawn as an emoji."""
    return not grapheme.isascii() and _emoji().match(grapheme) is not None
