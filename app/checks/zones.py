"""Where in a text long numbers stand, so that searches for them need not read all of it."""

from __future__ import annotations

from app.text.document import Document
from app.text.spans import Span

_BEFORE, _AFTER = 48, 24  # room for the words that say what a number is, and for its end
_GAP = 6  # signs between the parts of one number
_ENOUGH = 4  # digits


def number_zones(document: Document) -> tuple[Span, ...]:
    """Stretches around numbers of four digits or more, and codes of letters and digits."""
    zones: list[Span] = []
    start = end = digits = 0
    mixed = False

    def close() -> None:
        if digits < _ENOUGH and not mixed:
            return
        low, high = max(0, start - _BEFORE), end + _AFTER
        if zones and low <= zones[-1].end:
            zones[-1] = Span(zones[-1].start, high)
        else:
            zones.append(Span(low, high))

    for token in document.tokens:
        text = token.text
        if text.isalpha():
            continue
        if not (text[0].isdigit() or text[-1].isdigit()) and not _inside(text):
            continue
        if token.start - end > _GAP:
            close()
            start, digits, mixed = token.start, 0, False
        end = token.end
        digits += sum(map(str.isdigit, text))
        mixed = mixed or (len(text) > 2 and text.isalnum() and not text.isdigit())
    close()
    return tuple(zones)


def _inside(text: str) -> bool:
    """Whether a digit stands inside a short code; long words have none."""
    return 2 < len(text) < 22 and any(map(str.isdigit, text))
