"""Where the tiles of a day go: the richest form in which they all fit, then fewer of them.

Pure arithmetic. The form is the same for every tile of a day: title on up to 3, 2
or 1 lines, then one-line tiles. When not even those fit, some are hidden by
priority (``app.calendar.overflow``) and the cell says "+3 more".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from app.calendar.awareness import Awareness
from app.model.rows import PostRow
from ui.calendar.metrics import Metrics

LineCount = Callable[[PostRow, int, int], int]
"""How many lines a title takes: row, width in px, most lines wanted."""

Chooser = Callable[[Sequence[PostRow], int], tuple[Sequence[PostRow], Sequence[PostRow]]]
"""Which posts are shown when only so many fit: (rows, capacity) to (shown, hidden)."""


class PlacedTile(NamedTuple):
    """A tile and its place in the cell; ``lines`` 0 is the one-line form."""

    row: PostRow
    rect: QRect
    lines: int


class PlacedRibbon(NamedTuple):
    """An awareness day and its place in the cell."""

    awareness: Awareness
    rect: QRect


class DayLayout(NamedTuple):
    """What one cell shows. Rectangles are relative to the cell's top left corner."""

    ribbons: tuple[PlacedRibbon, ...]
    tiles: tuple[PlacedTile, ...]
    hidden: tuple[PostRow, ...]
    more: QRect
    free: QRect

    def tile_at(self, point: QPoint) -> PlacedTile | None:
        """The tile under a point of the cell."""
        return next((tile for tile in self.tiles if tile.rect.contains(point)), None)

    def ribbon_at(self, point: QPoint) -> PlacedRibbon | None:
        """The awareness ribbon under a point of the cell."""
        return next((ribbon for ribbon in self.ribbons if ribbon.rect.contains(point)), None)

    def tile_of(self, post_id: int) -> PlacedTile | None:
        """The tile of a post, when it is shown."""
        return next((tile for tile in self.tiles if tile.row.id == post_id), None)


def lay_out_day(
    rows: Sequence[PostRow],
    awareness: Sequence[Awareness],
    width: int,
    height: int,
    metrics: Metrics,
    count_lines: LineCount,
    choose: Chooser,
) -> DayLayout:
    """Place the posts and awareness days of one cell of ``width`` by ``height`` pixels."""
    metrics = metrics.for_height(height)
    left = metrics.side
    across = max(width - 2 * metrics.side, 1)
    ribbons = _place_ribbons(awareness, rows, left, across, height, metrics)
    top = ribbons[-1].rect.bottom() + 1 + metrics.gap if ribbons else metrics.head
    room = height - metrics.bottom - top
    lines = _richest(rows, across, room, metrics, count_lines)
    hidden: Sequence[PostRow] = ()
    if lines is None:
        capacity = max((room + metrics.gap) // (metrics.compact + metrics.gap), 0)
        rows, hidden = choose(rows, capacity)
        lines = (0,) * len(rows)
    tiles = _place_tiles(rows, lines, left, top, across, metrics)
    end = tiles[-1].rect.bottom() + 1 if tiles else top - metrics.gap
    more = QRect(width // 2, 0, width - width // 2, metrics.head) if hidden else QRect()
    free = QRect(left, end + metrics.gap, across, height - end - 2 * metrics.gap)
    return DayLayout(ribbons, tiles, tuple(hidden), more, free)


def _place_ribbons(
    awareness: Sequence[Awareness],
    rows: Sequence[PostRow],
    left: int,
    across: int,
    height: int,
    metrics: Metrics,
) -> tuple[PlacedRibbon, ...]:
    """One ribbon above posts if one of them still fits, as many as fit in an empty day."""
    room = height - metrics.head - metrics.bottom
    step = metrics.ribbon + metrics.gap
    most = max(room // step, 0)
    if rows:
        most = 1 if step + metrics.compact <= room else 0
    return tuple(
        PlacedRibbon(item, QRect(left, metrics.head + index * step, across, metrics.ribbon))
        for index, item in enumerate(awareness[:most])
    )


def _richest(
    rows: Sequence[PostRow],
    across: int,
    room: int,
    metrics: Metrics,
    count_lines: LineCount,
) -> tuple[int, ...] | None:
    """Title lines for each row in the richest form in which all fit; None when none does."""
    gaps = max(len(rows) - 1, 0) * metrics.gap
    if len(rows) * metrics.compact + gaps > room:
        return None
    for most in (3, 2, 1):
        if len(rows) * metrics.tile_height(1) + gaps > room:
            break
        lines = tuple(count_lines(row, across - metrics.title_pads, most) for row in rows)
        if sum(map(metrics.tile_height, lines)) + gaps + metrics.air <= room:
            return lines
    return (0,) * len(rows)


def _place_tiles(
    rows: Sequence[PostRow],
    lines: Sequence[int],
    left: int,
    top: int,
    across: int,
    metrics: Metrics,
) -> tuple[PlacedTile, ...]:
    tiles = []
    for row, count in zip(rows, lines, strict=True):
        height = metrics.tile_height(count)
        tiles.append(PlacedTile(row, QRect(left, top, across, height), count))
        top += height + metrics.gap
    return tuple(tiles)
