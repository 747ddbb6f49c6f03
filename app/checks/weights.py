"""Roughly how often a word stands in a text about the heart: where a pattern is tried first."""

from __future__ import annotations

from collections.abc import Sequence

from app.checks.inflect import word_set

_EVERYWHERE = word_set(
    "the a an and or of to in is are be it that this for with on as you your we i our my not "
    "at by from have has can will if , . : ? ! ( ) but they their he she his her was were do "
    "does so all or more than when what who how no % # 's"
)
_OFTEN = word_set(
    "heart blood pressure patients patient people risk doctor care health disease treatment "
    "one about up out may also been which there us me them him just get take after before "
    "help new talk make know day time than most some many any well other even over only why "
    "never always every don't it's need should would could then these those its had did see "
    "say medicine medication stroke cholesterol symptoms years your you're today now long "
    "good better year work call ask chest pain cardiologist study trial tell feel because "
    "into while through"
)


def weight(row: Sequence[str]) -> float:
    """How often a row of words is met, from its rarest word."""
    return min((_word(word) for word in row), default=0.0) / len(row) if row else 0.0


def _word(word: str) -> float:
    if word in _EVERYWHERE:
        return 60.0
    if word in _OFTEN:
        return 8.0
    if word == "Aa":
        return 90.0
    return 0.6
