"""The button that says and changes the order of a list."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.posts.source import Order
from ui.theme.theme import Theme
from ui.widgets.buttons import Button

_WORDS = {
    (Order.DATE, False): "Date, earliest first",
    (Order.DATE, True): "Date, latest first",
    (Order.CHANGED, True): "Last changed first",
    (Order.CHANGED, False): "Longest unchanged first",
    (Order.TITLE, False): "Title, A to Z",
    (Order.TITLE, True): "Title, Z to A",
    (Order.BEST, False): "Best match first",
}
_FIRST = {Order.DATE: False, Order.CHANGED: True, Order.TITLE: False}


class SortButton(Button):
    """Opens a menu of the orders. ``chosen`` says that another was chosen."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Sort", "quiet", "chevron-down", compact=True, parent=parent)
        self.order = Order.DATE
        self.descending = False
        self._short = False
        # The chevron stands behind the words.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.clicked.connect(self._open)
        self.show_order(Order.DATE, descending=False)

    def show_order(self, order: Order, *, descending: bool) -> None:
        """Say what the order is, without telling."""
        self.order, self.descending = order, descending
        self._name()

    def choose(self, order: Order) -> None:
        """Sort by something; a second time turns the order round."""
        if order is self.order:
            self.descending = not self.descending
        else:
            self.order, self.descending = order, _FIRST[order]
        self._name()
        self.chosen.emit()

    def menu_of_orders(self) -> QMenu:
        """The menu: one entry an order, the present one marked."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for (order, descending), words in _WORDS.items():
            if order is Order.BEST:  # only a search has a best match
                continue
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked((order, descending) == (self.order, self.descending))
            self._bind(action, order, descending=descending)
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _bind(self, action: QAction, order: Order, *, descending: bool) -> None:
        def take() -> None:
            self.order, self.descending = order, descending
            self._name()
            self.chosen.emit()

        action.triggered.connect(take)

    def _open(self) -> None:
        menu = self.menu_of_orders()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def set_short(self, short: bool) -> None:
        """Say only "Sort" where there is little room; the order is in the tooltip."""
        self._short = short
        self._name()

    def _name(self) -> None:
        words = _WORDS[(self.order, self.descending)]
        self.setText("Sort" if self._short else words)
        self.setToolTip(words if self._short else "")
        self.setAccessibleName(f"Sorted by: {words}")
