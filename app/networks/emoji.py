"""Which characters are drawn as emoji."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regex import Pattern


@cache
def _drawn() -> Pattern[str]:
    import regex

    return regex.compile(
        r"\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3"
    )


def is_emoji(grapheme: str) -> bool:
    """Whether one grapheme cluster is an emoji: by default, by U+FE0F, a flag or a keycap."""
    return not grapheme.isascii() and _drawn().match(grapheme) is not None
