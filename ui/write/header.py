"""The head of the Write screen: back, title, state, date, networks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.calendar.words import short_when, when_words
from app.model.post import Post
from app.networks.catalogue import Network
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chip import NetworkChip
from ui.widgets.elided import ElidedLabel
from ui.widgets.properties import rule, set_ground
from ui.write.network_picker import NetworkPicker
from ui.write.state_steps import StateSteps

UNTITLED = "New post"


class Header(QWidget):
    """Signals: ``back``; ``date_wanted``; ``networks_chosen`` with the ids."""

    back = Signal()
    date_wanted = Signal()
    networks_chosen = Signal(tuple)

    def __init__(
        self, theme: Theme, networks: Sequence[Network], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._networks = tuple(networks)
        self._chosen: tuple[str, ...] | None = None
        set_ground(self, "surface")
        self.setAccessibleName("Post")
        self._back = IconButton(theme, "arrow-left", "Back")
        self._back.clicked.connect(self.back)
        self.title = ElidedLabel(theme, UNTITLED, "title")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.steps = StateSteps(theme)
        self.date = Button(theme, "Set a date", "plain", "calendar")
        self.date.clicked.connect(self.date_wanted)
        self._chips = QWidget(self)
        self._chip_row = QHBoxLayout(self._chips)
        self._chip_row.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        self._row.addWidget(self._back)
        self._row.addWidget(self.title)
        self._row.addWidget(self.steps)
        self._row.addStretch(1)
        self._row.addWidget(self.date)
        self._row.addWidget(self._chips)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._row, 1)
        box.addWidget(rule(self))
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def show_post(self, post: Post, today: date) -> None:
        """Show what stands in the head of ``post``."""
        self.show_title(post.title)
        self.steps.show_state(post.state)
        if post.when is None:
            self.date.setText("Set a date")
            self.date.setToolTip("")
        else:
            self.date.setText(short_when(post.when, today))
            self.date.setToolTip(when_words(post.when))
            self.date.setAccessibleName(f"Date: {when_words(post.when)}. Change it")
        if post.networks != self._chosen:
            self._chosen = post.networks
            self._show_chips(post.networks)
        self._fit()

    def show_title(self, title: str) -> None:
        """Show the title as it is typed."""
        if self.title.text() != (title or UNTITLED):
            self.title.setText(title or UNTITLED)
            self._fit()

    def pick_networks(self) -> NetworkPicker:
        """Open the panel that chooses networks."""
        picker = NetworkPicker(self._theme, self._networks, self._chosen or (), self)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.chosen.connect(self.networks_chosen)
        picker.open_at(self._chips)
        return picker

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The title gives way first; when little of it is left, the other steps do."""
        px = self._theme.px
        others = self._back.sizeHint().width() + self.date.sizeHint().width()
        others += self._chips.sizeHint().width() + px(31) + 4 * self._row.spacing()
        title = self.title.sizeHint().width()
        room = self.width() - others - self.steps.full_width()
        self.steps.set_short(room < min(title, px(200)))

    def _show_chips(self, chosen: Sequence[str]) -> None:
        while self._chip_row.count():
            item = self._chip_row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        known = {network.id: network for network in self._networks}
        for key in chosen:
            network = known.get(key)
            if network is None:
                continue
            chip = NetworkChip(self._theme, key, network.letters, network.name, checked=True)
            chip.setAccessibleName(f"{network.name}. Change the networks")
            chip.setToolTip(f"{network.name}: change the networks")
            chip.clicked.connect(lambda _=False, c=chip: self._on_chip(c))
            self._chip_row.addWidget(chip)
        if not self._chip_row.count():
            button = Button(self._theme, "Choose networks", "plain")
            button.clicked.connect(self.pick_networks)
            self._chip_row.addWidget(button)

    def _on_chip(self, chip: NetworkChip) -> None:
        chip.setChecked(True)
        self.pick_networks()

    def _on_theme(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(15), px(12), px(16), px(11))
        self._row.setSpacing(px(7))
        self.title.setContentsMargins(px(3), 0, px(5), 0)
        self._chip_row.setSpacing(px(8))
