"""Posts without a date, as chips under the month that can be dragged onto a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.model.rows import PostRow
from ui.calendar.chips import TrayChip
from ui.calendar.dragging import StartDrag, carried_post, run_drag
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.focus import paint_ring
from ui.widgets.properties import Words, set_ground

EMPTY_WORDS = "Drag an idea onto a day, or double-click a day."

# More chips than any window can show are never made.
_MOST_CHIPS = 24


class Tray(QWidget):
    """The row of chips: as many as fit, then "2 more". A post dropped here loses its date.

    Attributes:
        start_drag: runs a drag; another one may be given where there is no pointer.
        selected: the id of the chip with the ring; 0 for none.
    """

    chosen = Signal(int)  # post id: show its details
    opened = Signal(int)
    binned = Signal(int)
    undated = Signal(int)  # post id dropped here
    more_opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[PostRow, ...] = ()
        self._now: datetime | None = None
        self._chips: list[TrayChip] = []
        self._dropping = False
        self.selected = 0
        self.start_drag: StartDrag = run_drag
        self.setAccessibleName("Unscheduled posts")
        self.setAcceptDrops(True)
        set_ground(self, "surface")
        self._title = Words(theme, "Unscheduled", "small_strong", "text2", parent=self)
        self._empty = Words(theme, EMPTY_WORDS, "small", "text3", parent=self)
        self._more = Button(theme, "", "link", parent=self)
        self._more.clicked.connect(self.more_opened)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    @property
    def rows(self) -> tuple[PostRow, ...]:
        """Every post without a date, shown or not."""
        return self._rows

    @property
    def more_button(self) -> Button:
        """The "2 more" link."""
        return self._more

    @property
    def shown_chips(self) -> tuple[TrayChip, ...]:
        """The chips that fit, from left to right."""
        return tuple(chip for chip in self._chips if not chip.isHidden())

    def show_rows(self, rows: Sequence[PostRow], now: datetime) -> None:
        """Show these posts; chips are made again only when something about them changed."""
        if tuple(rows) == self._rows and self._now is not None:
            return
        held = QApplication.focusWidget()
        place = next((at for at, chip in enumerate(self._chips) if chip is held), -1)
        self._rows, self._now = tuple(rows), now
        self._rebuild()
        chips = self.shown_chips
        if place >= 0 and chips:
            chips[min(place, len(chips) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def select(self, post_id: int) -> None:
        """Draw the ring around the chip of a post; 0 for none."""
        if post_id != self.selected:
            self.selected = post_id
            for chip in self._chips:
                chip.set_selected(chip.row.id == post_id)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.px(46))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _rebuild(self) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        now = self._now
        if now is None:
            return
        self._chips = [self._chip(row, now) for row in self._rows[:_MOST_CHIPS]]
        self._arrange()

    def _chip(self, row: PostRow, now: datetime) -> TrayChip:
        chip = TrayChip(self._theme, row, now, self)
        chip.set_selected(row.id == self.selected)
        chip.start_drag = lambda drag: self.start_drag(drag)
        chip.clicked.connect(lambda: self.chosen.emit(row.id))
        chip.opened.connect(self.opened)
        chip.binned.connect(self.binned)
        chip.stepped.connect(self._step)
        return chip

    def _step(self, step: int) -> None:
        chips = self.shown_chips
        held = QApplication.focusWidget()
        if isinstance(held, TrayChip) and held in chips:
            place = min(max(chips.index(held) + step, 0), len(chips) - 1)
            chips[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        """Place the title, as many chips as fit, and the link to the others."""
        px = self._theme.px
        left, gap = px(20), px(8)
        left = self._place(self._title, left) + px(12)
        self._empty.setVisible(not self._rows)
        if not self._rows:
            self._place(self._empty, left)
        shown = self._how_many_fit(self.width() - px(16) - left, gap)
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < shown)
            if place < shown:
                left = self._place(chip, left) + gap
        hidden = len(self._rows) - shown
        self._more.setVisible(hidden > 0)
        if hidden > 0:
            self._more.setText(f"{hidden} more")
            self._more.setAccessibleName(f"{hidden} more unscheduled posts")
            self._place(self._more, left)

    def _how_many_fit(self, room: int, gap: int) -> int:
        widths = [chip.sizeHint().width() for chip in self._chips]
        if sum(widths) + gap * (len(widths) - 1) <= room and len(widths) == len(self._rows):
            return len(widths)
        self._more.setText(f"{len(self._rows)} more")
        room -= self._more.sizeHint().width()
        shown = 0
        for width in widths:
            room -= width + gap
            if room < 0:
                break
            shown += 1
        return shown

    def _place(self, widget: QWidget, left: int) -> int:
        """Put a widget at ``left``, centred in height; where it ends."""
        size = widget.sizeHint()
        widget.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
        return left + size.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._dropping:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.token("accentSoft"))
        paint_ring(painter, self._theme, QRectF(self.rect()), self._theme.px(5))
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._hold(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._hold(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(dropping=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(dropping=False)
        post_id = carried_post(event.mimeData())
        if not post_id or any(row.id == post_id for row in self._rows):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.undated.emit(post_id)

    def _hold(self, event: QDragMoveEvent) -> None:
        if not carried_post(event.mimeData()):
            event.ignore()
            return
        self._mark(dropping=True)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def _mark(self, *, dropping: bool) -> None:
        if dropping != self._dropping:
            self._dropping = dropping
            self.update()

    def _on_theme(self) -> None:
        self.setFixedHeight(self._theme.px(46))
        self._rebuild()
        self._arrange()
