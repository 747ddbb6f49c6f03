"""Choosing where the post goes: a small panel under the network chips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.networks.catalogue import Network
from ui.theme.theme import Theme
from ui.widgets.popover import Popover
from ui.widgets.properties import Words


class NetworkPicker(Popover):
    """A tick box for each network. ``chosen`` carries the ids in display order."""

    chosen = Signal(tuple)

    def __init__(
        self,
        theme: Theme,
        networks: Sequence[Network],
        current: Sequence[str],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, "Networks of this post", parent)
        self._boxes: dict[str, QCheckBox] = {}
        self.body.addWidget(Words(theme, "Where this post goes", "small_strong", "text2"))
        for network in networks:
            box = QCheckBox(network.name, self)
            box.setChecked(network.id in current)
            box.setAccessibleDescription(_limits(network))
            box.setToolTip(_limits(network))
            box.toggled.connect(self._tell)
            self._boxes[network.id] = box
            self.body.addWidget(box)

    def _tell(self) -> None:
        self.chosen.emit(tuple(key for key, box in self._boxes.items() if box.isChecked()))


def _limits(network: Network) -> str:
    words = f"Up to {network.limit:,} characters" if network.limit else "No limit known"
    return f"{words}, needs a picture" if network.picture_required else words
