"""What every screen is given: the planner, the look, and the ways to ask, tell and work."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from ui.actions import ActionRegistry
from ui.bridge import Bridge
from ui.dialogs.context import DialogContext
from ui.dialogs.service import Dialogs
from ui.tasks import Tasks
from ui.theme.theme import Theme
from ui.weigher import Weigher
from ui.widgets.toast import Toasts

if TYPE_CHECKING:
    from app.planner import Planner
    from ui.asker import Asker


class UiContext(NamedTuple):
    """Passed by constructor to every page and dialog."""

    planner: Planner
    bridge: Bridge
    theme: Theme
    tasks: Tasks
    asker: Asker
    actions: ActionRegistry
    toasts: Toasts
    dialogs: Dialogs
    weigher: Weigher

    def close(self) -> None:
        """Stop the worker and stop listening; the planner stays open."""
        self.weigher.stop()
        self.tasks.close()
        self.bridge.close()


def build_context(
    planner: Planner, theme: Theme, host: QWidget, asker: Asker | None = None
) -> UiContext:
    """The context of one window, ``host``, whose toasts appear inside it."""
    from ui.qt_asker import QtAsker

    asking = asker or QtAsker(theme)
    actions = ActionRegistry(theme, host)
    toasts = Toasts(theme, host)
    bridge, tasks = Bridge(planner, host), Tasks(host)
    return UiContext(
        planner=planner,
        bridge=bridge,
        theme=theme,
        tasks=tasks,
        asker=asking,
        actions=actions,
        toasts=toasts,
        dialogs=Dialogs(DialogContext(planner, theme, asking, toasts, actions, host)),
        weigher=Weigher(planner, bridge, tasks, host),
    )
