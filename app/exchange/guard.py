"""Cells that a spreadsheet would run as a formula are made text, and made themselves again.

Quoting does not stop a spreadsheet from running a cell that starts with ``=``.
An apostrophe in front does. Only for files that people open: a scheduler would
publish the apostrophe.
"""

from __future__ import annotations

import re

# Full-width and small forms too: some programs fold them to the plain sign.
_RUNS = re.compile(r"[\t\r\n\x00]|[\s\x00\u200b\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫]")
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_HALVES = re.compile("[\ud800-\udfff]")


def clean(cell: str) -> str:
    """A cell without control characters; line ends become line feeds, a tab a space."""
    cell = cell.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _HALVES.sub("\ufffd", _CONTROLS.sub("", cell))


def starts_like_formula(cell: str) -> bool:
    """Whether a spreadsheet might run this cell."""
    return _RUNS.match(cell) is not None


def guard(cell: str) -> str:
    """The cell with an apostrophe in front if it needs one; ``unguard`` gives it back."""
    return f"'{cell}" if starts_like_formula(cell.lstrip("'")) else cell


def unguard(cell: str) -> str:
    """The cell before ``guard``."""
    if cell.startswith("'") and starts_like_formula(cell.lstrip("'")):
        return cell[1:]
    return cell
