"""Dragging a post: what is carried, how it looks, and turning the month at the grid's edge."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QPainter, QPixmap

POST_MIME = "application/x-primum-post"
EDGE_HOLD_MS = 600

StartDrag = Callable[[QDrag], Qt.DropAction]


def carry(post_id: int) -> QMimeData:
    """What a drag of a post carries: its id, of no use to other programs."""
    data = QMimeData()
    data.setData(POST_MIME, str(post_id).encode("ascii"))
    return data


def carried_post(data: QMimeData | None) -> int:
    """The id of the dragged post; 0 when something else is dragged."""
    if data is None or not data.hasFormat(POST_MIME):
        return 0
    words = bytes(data.data(POST_MIME).data()).decode("ascii", "replace")
    return int(words) if words.isdecimal() else 0


def run_drag(drag: QDrag) -> Qt.DropAction:
    """Let the user drag until she drops or presses Esc; moving unless Ctrl says copy."""
    return drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


def drag_picture(size: QSize, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
    """The picture under the pointer while dragging: what ``paint`` draws, slightly see-through."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(0.85)
    paint(painter)
    painter.end()
    return pixmap


class EdgeTurner(QObject):
    """Turns the month while a drag is held at the left or right edge of the grid.

    ``turn`` says -1 or +1, once every 600 ms for as long as the drag stays there.
    """

    turn = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EDGE_HOLD_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._step = 0

    def hold(self, point: QPoint, size: QSize, margin: int) -> None:
        """Say where the drag is; the clock runs only while it stays at one edge."""
        step = 0
        if point.x() < margin:
            step = -1
        elif point.x() >= size.width() - margin:
            step = 1
        if step == self._step:
            return
        self._step = step
        if step:
            self._timer.start()
        else:
            self._timer.stop()

    def release(self) -> None:
        """The drag left or ended."""
        self._step = 0
        self._timer.stop()

    def _on_timeout(self) -> None:
        if self._step:
            self.turn.emit(self._step)
