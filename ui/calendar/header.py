"""The line over the grid: month, previous, today, next, filter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.calendar.words import month_title
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.properties import Words, set_ground


class MonthHeader(QWidget):
    """Names the month and turns it; says how much a filter leaves."""

    turned = Signal(int)  # -1 or +1
    today_sought = Signal()
    filter_sought = Signal()
    filter_cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        set_ground(self, "surface")
        self._title = Words(theme, "", "screen")
        self._earlier = IconButton(theme, "chevron-left", "Previous month")
        self._today = Button(theme, "Today")
        self._later = IconButton(theme, "chevron-right", "Next month")
        self._all = Button(theme, "Show all posts", "link")
        self.filter_button = IconButton(theme, "filter", "Filter posts", size=18)
        self.filter_button.setCheckable(True)
        self._earlier.clicked.connect(lambda: self.turned.emit(-1))
        self._later.clicked.connect(lambda: self.turned.emit(1))
        self._today.clicked.connect(self.today_sought)
        self._all.clicked.connect(self.filter_cleared)
        self.filter_button.clicked.connect(self._on_filter)
        self._earlier.set_name("Previous month", "Page Up")
        self._later.set_name("Next month", "Page Down")
        self._today.setToolTip("Go to today (Ctrl+T)")
        self._all.hide()
        self._row = QHBoxLayout(self)
        for part in (self._title, self._earlier, self._today, self._later):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self._all)
        self._row.addWidget(self.filter_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def show_month(self, year: int, month: int) -> None:
        """Name a month."""
        self._title.setText(month_title(year, month))

    def show_filter(self, active: bool) -> None:
        """Say whether some posts are left out."""
        self.filter_button.setChecked(active)
        name = "Filter posts, some are hidden" if active else "Filter posts"
        self.filter_button.set_name(name, "Ctrl+Shift+L")
        self._all.setVisible(active)

    def _on_filter(self) -> None:
        # The check mark shows an active filter; a click only opens the choices.
        self.filter_button.setChecked(not self.filter_button.isChecked())
        self.filter_sought.emit()

    def _on_theme(self) -> None:
        px = self._theme.px
        self.setFixedHeight(px(56))
        self._row.setContentsMargins(px(20), 0, px(14), 0)
        self._row.setSpacing(px(6))
        self._title.setContentsMargins(0, 0, px(9), 0)
