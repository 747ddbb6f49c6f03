"""What every dialog is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from ui.actions import ActionRegistry
from ui.theme.theme import Theme
from ui.widgets.toast import Toasts

if TYPE_CHECKING:
    from app.planner import Planner
    from ui.asker import Asker


class DialogContext(NamedTuple):
    """The planner, the look, and the window that dialogs lie over."""

    planner: Planner
    theme: Theme
    asker: Asker
    toasts: Toasts
    actions: ActionRegistry
    window: QWidget
