"""``make bench``: every figure beside its budget."""

from __future__ import annotations

import sys

from tests.bench import drawing, start, typing

if __name__ == "__main__":
    results = [start.run(), drawing.run(), typing.run()]
    sys.exit(0 if all(results) else 1)
