"""What a command has to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """Data for ``--json`` and lines to read. ``blocks`` makes the exit code 1."""

    data: Any
    lines: tuple[str, ...]
    blocks: bool = False
