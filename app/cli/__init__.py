"""The terminal's door: the same planner, no window.

Exit codes: 0 fine, 1 something blocks, 2 usage or unusable input, 3 cannot open.
"""

from __future__ import annotations

from app.cli.main import main

__all__ = ["main"]
