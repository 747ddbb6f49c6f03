"""F6: from pane to pane, in the order they stand on screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focus_neighbour(panes: Sequence[QWidget], step: int) -> QWidget | None:
    """Move the focus ``step`` panes on (or back) from the one that has it; return that pane."""
    shown = [pane for pane in panes if pane.isVisible() and first_stop(pane) is not None]
    if not shown:
        return None
    here = next((place for place, pane in enumerate(shown) if _holds_focus(pane)), None)
    start = -1 if here is None and step > 0 else 0 if here is None else here
    target = shown[(start + step) % len(shown)]
    stop = first_stop(target)
    if stop is not None:
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return target


def first_stop(pane: QWidget) -> QWidget | None:
    """Where the focus goes in ``pane``: where it last was, itself, or its first Tab stop."""
    inside: QWidget | None = pane.focusWidget()
    if inside is not None and inside is not pane and _takes_tab(inside):
        return inside
    if _takes_tab(pane):
        return pane
    step = pane.nextInFocusChain()
    while step is not None and step is not pane:
        if pane.isAncestorOf(step) and _takes_tab(step):
            return step
        step = step.nextInFocusChain()
    return None


def _takes_tab(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.isVisible()
    )


def _holds_focus(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))
