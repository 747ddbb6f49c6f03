"""Lines of a schedule as the very bytes of CSV files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.exchange.guard import clean, guard
from app.exchange.lines import FIELDS, Line
from app.exchange.presets import Preset

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One file as it will be written.

    ``header`` and ``rows`` are the cells as they stand in ``data``; ``lines`` are
    what the rows were made from, in the same order.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    data: bytes
    lines: tuple[Line, ...] = ()


def csv_files(preset: Preset, lines: Sequence[Line], names: dict[str, str]) -> Iterator[ExportFile]:
    """The files of a schedule, in the order of the networks.

    Args:
        preset: the form.
        lines: in the order in which they are written.
        names: what ``{first}``, ``{last}`` and ``{zone}`` of the file name stand for.
    """
    for network, group in _groups(preset, lines):
        parts = list(_parts(group, preset.row_limit))
        for number, part in enumerate(parts, 1):
            stem = preset.file_name.format(network=network, **names)
            if len(parts) > 1:
                stem = f"{stem}-{number}of{len(parts)}"
            yield _file(f"{stem}.csv", preset, part)


def _groups(preset: Preset, lines: Sequence[Line]) -> Iterator[tuple[str, list[Line]]]:
    if not preset.one_file_each_network:
        if lines:
            yield "", list(lines)
        return
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.network, []).append(line)
    yield from groups.items()


def _parts(lines: list[Line], limit: int) -> Iterator[list[Line]]:
    step = limit or len(lines)
    for at in range(0, len(lines), step):
        yield lines[at : at + step]


def _file(name: str, preset: Preset, lines: list[Line]) -> ExportFile:
    rows = tuple(_row(preset, line) for line in lines)
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(preset.header)
    writer.writerows(rows)
    data = out.getvalue().encode("utf-8")
    return ExportFile(
        name=name,
        header=preset.header,
        rows=rows,
        data=_BOM + data if preset.bom else data,
        lines=tuple(lines),
    )


def _row(preset: Preset, line: Line) -> tuple[str, ...]:
    cells = (clean(FIELDS[column.field](line)) for column in preset.columns)
    return tuple(guard(cell) for cell in cells) if preset.guard else tuple(cells)
