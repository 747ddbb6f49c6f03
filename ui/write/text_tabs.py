"""The tabs above the text when a network has words of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labelled import labelled
from ui.widgets.properties import rule, set_ground


class TextTabs(QWidget):
    """The text of all networks, then each network that has its own version, marked with a dot.

    Hidden while every network has the same words.
    Signals: ``chosen`` with the network id (empty: all), ``dropped`` with the id whose
    own version is to go.
    """

    chosen = Signal(str)
    dropped = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._networks: tuple[tuple[str, str], ...] = ()
        set_ground(self, "surface")
        self._bar = labelled(QTabBar(self), "Which text")
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._bar.currentChanged.connect(self._on_change)
        self._drop = Button(theme, "Use the common text", "link", "close")
        self._drop.clicked.connect(lambda: self.dropped.emit(self.network))
        self._row = QHBoxLayout()
        self._row.addWidget(self._bar, 1)
        self._row.addWidget(self._drop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._row)
        box.addWidget(rule(self))
        self._on_theme()
        theme.changed.connect(self._on_theme)
        self.hide()

    @property
    def network(self) -> str:
        """The network whose own text is shown; empty for the text of all."""
        place = self._bar.currentIndex()
        return self._networks[place - 1][0] if 0 < place <= len(self._networks) else ""

    def show_versions(self, networks: Sequence[tuple[str, str]], current: str) -> None:
        """Show tabs for the (id, name) pairs that have own words; ``current`` is in front."""
        networks = tuple(networks)
        self._bar.blockSignals(True)
        if networks != self._networks:
            self._networks = networks
            while self._bar.count():
                self._bar.removeTab(0)
            self._bar.addTab("All networks")
            for _, name in networks:
                place = self._bar.addTab(self._dot(), name)
                self._bar.setTabToolTip(place, f"{name} has its own version")
                self._bar.setAccessibleTabName(place, f"{name}, own version")
        ids = ["", *(network for network, _ in networks)]
        self._bar.setCurrentIndex(ids.index(current) if current in ids else 0)
        self._bar.blockSignals(False)
        self.setVisible(bool(networks))
        self._drop.setVisible(bool(self.network))

    def _on_change(self) -> None:
        self._drop.setVisible(bool(self.network))
        self.chosen.emit(self.network)

    def _dot(self) -> QPixmap:
        side = self._theme.px(8)
        pixmap = QPixmap(side, side)
        pixmap.fill("transparent")
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.token("accent"))
        painter.setBrush(self._theme.token("accent"))
        painter.drawEllipse(1, 1, side - 3, side - 3)
        painter.end()
        return pixmap

    def _on_theme(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(12), 0, px(10), 0)
        for place in range(1, self._bar.count()):
            self._bar.setTabIcon(place, self._dot())
