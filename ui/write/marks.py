"""What is marked in the text: which words, in which shape, for which check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.model.assessment import Assessment, Check, Group
from ui.write.merge import changed_spans


class Shape(StrEnum):
    """How words are marked. The shapes differ, so that colour is never alone."""

    FIX = "fix"  # wavy
    CONSIDER = "consider"  # dotted
    CHANGED = "changed"  # dashed


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words: code points of the text that was checked.

    ``check`` is None for words that changed since the post was Ready.
    """

    start: int
    end: int
    shape: Shape
    check: Check | None = None

    @property
    def check_id(self) -> str:
        """The row of the panel that the mark belongs to; empty for changed words."""
        return self.check.id if self.check else ""

    @property
    def words(self) -> str:
        """What a screen reader says of the mark."""
        if self.check is None:
            return "Changed since it was Ready"
        lead = "Must fix" if self.shape is Shape.FIX else "Consider"
        return f"{lead}: {self.check.title}"


_SHAPES = {Group.FIX: Shape.FIX, Group.CONSIDER: Shape.CONSIDER}


def marks_of(
    assessment: Assessment, text: str, network: str = "", ready_text: str = ""
) -> tuple[Mark, ...]:
    """The marks of ``text``, in order.

    Args:
        assessment: the gate's answer for this very text.
        text: the text in the editor.
        network: whose own text it is; empty for the text of all networks.
        ready_text: the text when the post was Ready, if it was sent back; else empty.
    """
    marks = [
        Mark(finding.start, finding.end, _SHAPES[check.group], check)
        for check in assessment.checks
        if check.group in _SHAPES
        for finding in check.in_text(network)
        if finding.start < finding.end and text[finding.start : finding.end] == finding.quote
    ]
    if ready_text:
        taken = [(mark.start, mark.end) for mark in marks]
        marks += [
            Mark(start, end, Shape.CHANGED)
            for start, end in changed_spans(ready_text, text)
            # A finding about just these words says more; one around them must not hide the change.
            if not any(start <= a and b <= end for a, b in taken)
        ]
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))
