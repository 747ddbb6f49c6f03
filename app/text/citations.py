"""Citations in a text: ``[@short-name]`` points to a source record."""

from __future__ import annotations

from app.text.document import read_document
from app.text.spans import Citation


def citations(source: str) -> tuple[Citation, ...]:
    """Every citation in order; one that names two sources comes twice with the same place."""
    return read_document(source).citations
