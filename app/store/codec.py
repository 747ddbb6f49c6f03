"""How values stand in columns: instants, days, enumerations, lists, text."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, NamedTuple


class Codec(NamedTuple):
    """How one field goes into a column (``out``) and comes back (``back``)."""

    out: Callable[[Any], object]
    back: Callable[[Any], Any]


def text(value: str) -> str:
    """``value`` as it can be stored: half of a surrogate pair becomes U+FFFD.

    The clipboard can hold such halves; they have no UTF-8 form, and an autosave must
    not fail over one. Length and positions in code points stay the same.
    """
    if value.isascii():
        return value
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in value)
    return value


def instant(value: datetime) -> str:
    """An aware time as ISO text in UTC, to the microsecond, so that text order is time order."""
    if value.tzinfo is None:
        raise ValueError("an instant has a zone")
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def maybe_instant(value: datetime | None) -> str | None:
    """Like ``instant``; None stays None."""
    return None if value is None else instant(value)


def instant_back(value: str) -> datetime:
    """An aware UTC time from its text."""
    return datetime.fromisoformat(value)


def maybe_instant_back(value: str | None) -> datetime | None:
    """Like ``instant_back``; None stays None."""
    return None if value is None else datetime.fromisoformat(value)


def as_json(value: object) -> str:
    """JSON in ASCII, so that any string survives exactly, halves of surrogate pairs too."""
    return json.dumps(value, separators=(",", ":"))


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _day_back(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _same(value: Any) -> Any:
    return value


def _names_back(value: str) -> tuple[str, ...]:
    return tuple(json.loads(value))


PLAIN = Codec(_same, _same)
TEXT = Codec(text, _same)
FLAG = Codec(int, bool)
DAY = Codec(_day, _day_back)
NAMES = Codec(lambda names: as_json(list(names)), _names_back)


def one_of(kind: type[StrEnum]) -> Codec:
    """A member of an enumeration, as its value."""
    return Codec(str, kind)


def some_of(kind: type[StrEnum]) -> Codec:
    """A set of members, as a sorted JSON list."""
    return Codec(
        lambda members: as_json(sorted(members)),
        lambda value: frozenset(kind(name) for name in json.loads(value)),
    )
