"""Time zones: their names, the computer's own, and when the clocks change."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import resources
from app.model.walltime import WallTime

_AREAS = (
    *("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic"),
    *("Australia", "Europe", "Indian", "Pacific"),
)
_NOON = time(12)
# Not strftime: its names follow the language of the computer.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@cache
def zone_names() -> tuple[str, ...]:
    """Every IANA zone of a place, and UTC, in order; from the tzdata that ships with Primum."""
    data = import_module("tzdata")
    listed = (Path(str(data.__file__)).parent / "zones").read_text(encoding="utf-8").split()
    places = [name for name in listed if name.partition("/")[0] in _AREAS and "/" in name]
    return (*sorted(places), "UTC")


def is_zone(name: str) -> bool:
    """Whether a name is a zone that times can be kept in."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return bool(name)


def computer_zone() -> str:
    """The zone of this computer as an IANA name; "UTC" when it cannot be told."""
    for found in (os.environ.get("TZ", "").lstrip(":"), _windows_zone(), _unix_zone()):
        if found and is_zone(found):
            return found
    return "UTC"


def _unix_zone(root: Path = Path("/etc")) -> str:
    """From the link ``/etc/localtime``, or the name in ``/etc/timezone``."""
    try:
        target = (root / "localtime").resolve().as_posix()
    except OSError:
        target = ""
    _, found, name = target.rpartition("/zoneinfo/")
    if found:
        return name.removeprefix("posix/").removeprefix("right/")
    try:
        return (root / "timezone").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _windows_zone() -> str:
    if sys.platform == "win32":
        import winreg

        place = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
                name = str(winreg.QueryValueEx(key, "TimeZoneKeyName")[0])
        except OSError:
            return ""
        return windows_names().get(name.partition("\0")[0], "")
    return ""


@cache
def windows_names() -> Mapping[str, str]:
    """Windows' names of zones and the IANA zone of the largest place in each."""
    import json

    path = Path(resources.__file__).parent / "calendar" / "windows_zones.json"
    names: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return names


def city(zone: str) -> str:
    """The place a zone is named after: London, New York."""
    return zone.rpartition("/")[2].replace("_", " ")


def short_zone(zone: str, at: WallTime | datetime | date) -> str:
    """The short name in use at a time or on a day: BST, CET, or UTC+3 where there is none."""
    if isinstance(at, WallTime):
        moment = at.local.replace(tzinfo=ZoneInfo(zone), fold=at.fold)
    elif isinstance(at, datetime):
        moment = at.astimezone(ZoneInfo(zone))
    else:
        moment = datetime.combine(at, _NOON, ZoneInfo(zone))
    name = moment.tzname() or ""
    if name.isalpha():
        return name
    minutes = int((moment.utcoffset() or timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def clock_change(zone: str, first: date, days: int = 8) -> tuple[date, timedelta] | None:
    """The first change of the clocks in ``days`` days from ``first``, and by how much.

    The amount is positive when clocks go forward. Only daylight saving counts,
    not a country that changes its zone for good.
    """
    place = ZoneInfo(zone)
    before = datetime.combine(first - timedelta(days=1), _NOON, place)
    for offset in range(days):
        after = datetime.combine(first + timedelta(days=offset), _NOON, place)
        moved = (after.utcoffset() or timedelta()) - (before.utcoffset() or timedelta())
        if moved and after.dst() != before.dst():
            return after.date(), moved
        before = after
    return None


def clock_change_note(zone: str, today: date) -> str:
    """For the status bar in the week before: "Clocks go back on Sunday 25 Oct"; else empty."""
    change = clock_change(zone, today)
    if change is None:
        return ""
    day, moved = change
    way = "forward" if moved > timedelta() else "back"
    if day == today:
        return f"Clocks go {way} today"
    return f"Clocks go {way} on {_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def other_zone_note(zone: str, computer: str, at: date) -> str:
    """Said when the computer keeps other time than the planner; empty when they agree that day."""
    noon = datetime.combine(at, _NOON)
    same = noon.replace(tzinfo=ZoneInfo(zone)) == noon.replace(tzinfo=ZoneInfo(computer))
    if same:
        return ""
    return f"Times shown for {city(zone)}. Your computer is on {city(computer)} time."
