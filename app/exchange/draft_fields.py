"""The fields of a Markdown draft: from text to dates, networks and the rest, or why not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar

from app.calendar.zones import is_zone
from app.networks.catalogue import networks

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z")
_NAMED = re.compile(r"(?=.*\d{4})(?=.*[A-Za-z]{3})[\w .,]{8,40}\Z")
_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})\Z")
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*([ap]m)?\Z", re.IGNORECASE)
_DATE_AND_TIME = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})[T\s]+(\d{1,2}:\d{2}(?::\d{2})?)\Z")
_ALSO = {
    "twitter": "x",
    "ig": "instagram",
    "fb": "facebook",
    "bsky": "bluesky",
    "masto": "mastodon",
}

_Choice = TypeVar("_Choice", bound=StrEnum)


class BadField(Exception):
    """A field cannot be used; the message is a plain sentence."""


def text_of(fields: Mapping[str, Any], name: str) -> str:
    """A field as one text; empty when it is absent."""
    value = fields.get(name, "")
    if isinstance(value, str):
        return value.strip()
    raise BadField(f"“{name}” should be one text.")


def list_of(fields: Mapping[str, Any], *names: str) -> tuple[str, ...]:
    """A field as several texts: a list, or one text with commas; each once, in order."""
    found: list[str] = []
    for name in names:
        value = fields.get(name, "")
        items = value.split(",") if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise BadField(f"“{name}” should be a list of names.")
        found += [item.strip() for item in items if item.strip()]
    return tuple(dict.fromkeys(found))


def day_and_clock(fields: Mapping[str, Any]) -> tuple[date | None, time | None]:
    """The date and the time of a draft; a date may carry its time with it."""
    day, clock = text_of(fields, "date"), text_of(fields, "time")
    if both := _DATE_AND_TIME.match(day):
        day, clock = both[1], clock or both[2]
    if clock and not day:
        raise BadField("It has a time but no date.")
    return (read_day(day) if day else None), (read_clock(clock) if clock else None)


def read_day(text: str) -> date:
    """A date as 2026-09-24, 24 Sep 2026, or in numbers when only one reading is possible."""
    if found := _ISO.match(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif _NAMED.match(text):
        return _read_named_day(text)
    elif found := _NUMBERS.match(text):
        day, month, year = int(found[1]), int(found[2]), int(found[3])
        if day <= 12 and month <= 12 and day != month:
            raise BadField(f"The date {text} can be read in two ways. Write {_examples(text)}.")
        if month > 12 >= day:
            day, month = month, day
    else:
        raise BadField("The date cannot be read. Write it as 2026-09-24.")
    try:
        return date(year, month, day)
    except ValueError:
        raise BadField(f"The date is {text}, which does not exist.") from None


def read_clock(text: str) -> time:
    """A time of day as 08:00, 8.30, 8h30 or 8:30 pm."""
    found = _TIME.match(text)
    if found is None or (found[2] is None and found[3] is None):
        raise BadField("The time cannot be read. Write it as 08:00.")
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            raise BadField(f"The time is {text}, which does not exist.")
        hour = hour % 12 + (12 if found[3].lower() == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise BadField(f"The time is {text}, which does not exist.") from None


def read_zone(text: str) -> str:
    """An IANA zone; empty stays empty."""
    if text and not is_zone(text):
        raise BadField("The time zone is not known. Write it as Europe/London.")
    return text


def read_networks(names: tuple[str, ...]) -> tuple[str, ...]:
    """Network ids, in display order, from ids, names or letters."""
    known = dict(_ALSO)
    for network in networks().values():
        for name in (network.letters, network.name, network.id):
            known[name.casefold()] = network.id
    wanted = set()
    for name in names:
        if name.casefold() not in known:
            all_names = ", ".join(network.name for network in networks().values())
            raise BadField(f"“{name[:40]}” is not a network. Known: {all_names}.")
        wanted.add(known[name.casefold()])
    return tuple(network for network in networks() if network in wanted)


def read_choice(text: str, choices: type[_Choice], name: str) -> _Choice | None:
    """One of a few words; None when the field is absent."""
    if not text:
        return None
    try:
        return choices(text.lower())
    except ValueError:
        words = ", ".join(choice.value for choice in choices)
        raise BadField(f"“{name}” is one of: {words}.") from None


def _read_named_day(text: str) -> date:
    """A date with the month in words, such as Thu 24 September 2026 or Sep 24, 2026.

    It is read twice from different starting points: what the text leaves open would differ.
    """
    from dateutil.parser import ParserError, parse

    try:
        readings = {
            parse(text, default=start, ignoretz=True).date()
            for start in (datetime(2001, 1, 1), datetime(2004, 12, 31))  # noqa: DTZ001 - days only
        }
    except (ParserError, OverflowError) as error:
        if "out of range" in str(error) or "must be in" in str(error):
            raise BadField(f"The date is {text}, which does not exist.") from None
        raise BadField("The date cannot be read. Write it as 2026-09-24.") from None
    if len(readings) != 1:
        raise BadField("The date cannot be read. Write it as 2026-09-24.")
    return readings.pop()


def _examples(text: str) -> str:
    first, second, year = re.split(r"[/.]", text)
    return f"{year}-{int(second):02}-{int(first):02} or {year}-{int(first):02}-{int(second):02}"
