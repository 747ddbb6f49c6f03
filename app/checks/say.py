"""Making a finding from a place in the plain text."""

from __future__ import annotations

from app.model.finding import Finding, Kind, Strength
from app.text.document import Document


def finding(
    document: Document,
    start: int,
    end: int,
    *,
    kind: Kind,
    sub: str,
    rule: str,
    strength: Strength,
    title: str,
    why: str,
    suggestions: tuple[str, ...] = (),
    authorities: tuple[str, ...] = (),
    sure: str = "yes",
) -> Finding:
    """A finding about ``document.plain[start:end]``, placed and quoted in the source."""
    low, high = document.to_source(start, end)
    quote = document.source[low:high]
    if quote in suggestions:
        suggestions = tuple(words for words in suggestions if words != quote)
    return Finding(
        kind, sub, rule, strength, low, high, quote, title, why, suggestions, authorities, sure
    )
