"""What the first run asks, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Start:
    """A new planner as the user wants it; ``passphrase`` None means not protected."""

    path: Path
    zone: str
    networks: tuple[str, ...]
    jurisdictions: tuple[str, ...]
    passphrase: str | None
