"""``make bench``: every figure beside its budget."""

from __future__ import annotations

import sys

from tests.bench import checking, drawing, start, typing

if __name__ == "__main__":
    results = [start.run(), drawing.run(), typing.run(), checking.run()]
    sys.exit(0 if all(results) else 1)
