"""Where the keyboard can stand in the month: on a day, or on something inside it."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import NamedTuple

from ui.calendar.tiles import DayLayout


class StopKind(Enum):
    """What the keyboard stands on."""

    DAY = "day"
    RIBBON = "ribbon"
    TILE = "tile"
    MORE = "more"


class Stop(NamedTuple):
    """One place; ``post_id`` is set on tiles, ``awareness_id`` on ribbons."""

    day: date
    kind: StopKind = StopKind.DAY
    post_id: int = 0
    awareness_id: str = ""


def stops_of(day: date, layout: DayLayout) -> tuple[Stop, ...]:
    """The stops inside a day from top to bottom: awareness days, posts, then "+3 more"."""
    ribbons = [
        Stop(day, StopKind.RIBBON, awareness_id=placed.awareness.id) for placed in layout.ribbons
    ]
    tiles = [Stop(day, StopKind.TILE, post_id=placed.row.id) for placed in layout.tiles]
    more = [Stop(day, StopKind.MORE)] if layout.hidden else []
    return (*ribbons, *tiles, *more)


def first_stop(day: date, layout: DayLayout) -> Stop | None:
    """Where Enter goes: the first post, else whatever is there."""
    stops = stops_of(day, layout)
    tiles = [stop for stop in stops if stop.kind is StopKind.TILE]
    return next(iter(tiles or stops), None)


def next_stop(stop: Stop, layout: DayLayout, step: int) -> Stop:
    """The stop after (+1) or before (-1) within the day; the ends hold."""
    stops = stops_of(stop.day, layout)
    if stop not in stops:
        return first_stop(stop.day, layout) or Stop(stop.day)
    place = stops.index(stop) + step
    return stops[min(max(place, 0), len(stops) - 1)]
