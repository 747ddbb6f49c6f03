"""What a screen reader hears: names for controls, announcements for what happened."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

Named = TypeVar("Named", bound=QWidget)


def labelled(widget: Named, text: str, description: str = "") -> Named:
    """Give ``widget`` its spoken name (and a longer description) and hand it back."""
    widget.setAccessibleName(text)
    if description:
        widget.setAccessibleDescription(description)
    return widget


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have a screen reader say ``words`` now; ``urgent`` interrupts what it is saying."""
    if not words:
        return
    # Imported here: its eight lists of names would take 3 ms of the start.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
