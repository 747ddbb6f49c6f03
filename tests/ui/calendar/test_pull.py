"""Press, pull, drop: the whole way of a drag, with the platform's loop played by the test.

The platform without a display cannot drag, so the loop between press and drop is given.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.model.post import State
from tests.ui.samples import make_row

TUE_22 = date(2026, 9, 22)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class Hand:
    """Drags over ``target`` and lets go there, or presses Esc."""

    def __init__(self, target: QWidget, place: QPoint, *, escapes: bool = False) -> None:
        self.target = target
        self.place = place
        self.escapes = escapes

    def __call__(self, drag: QDrag) -> Qt.DropAction:
        data, actions = drag.mimeData(), Qt.DropAction.MoveAction
        point = self.place
        QApplication.sendEvent(self.target, QDragEnterEvent(point, actions, data, LEFT, NONE))
        QApplication.sendEvent(self.target, QDragMoveEvent(point, actions, data, LEFT, NONE))
        if self.escapes:
            QApplication.sendEvent(self.target, QDragLeaveEvent())
            return Qt.DropAction.IgnoreAction
        drop = QDropEvent(QPointF(point), actions, data, LEFT, NONE)
        QApplication.sendEvent(self.target, drop)
        return drop.dropAction()


def pull(qtbot, widget: QWidget, place: QPoint) -> None:
    qtbot.mousePress(widget, LEFT, pos=place)
    away = QPointF(place + QPoint(QApplication.startDragDistance() + 3, 0))
    out = QPointF(widget.mapToGlobal(away.toPoint()))
    move = QMouseEvent(QEvent.Type.MouseMove, away, out, Qt.MouseButton.NoButton, LEFT, NONE)
    QApplication.sendEvent(widget, move)
    qtbot.mouseRelease(widget, LEFT, pos=away.toPoint())


def test_a_tile_is_pulled_to_another_day(qtbot, page, put, planner):
    post = put(make_row(0, "Your watch says AFib", state=State.REVIEW))
    page.shown()
    view = page.view
    view.pointer.start_drag = Hand(view.viewport(), view.cell_rect(TUE_22).center())
    pull(qtbot, view.viewport(), view.tile_rect(post).center())
    assert planner.posts.get(post).when.day == TUE_22
    assert view.stop is not None
    assert view.stop.post_id == post


def test_esc_leaves_the_tile_where_it_was(qtbot, page, put, planner):
    post = put(make_row(0, "Your watch says AFib", state=State.REVIEW))
    page.shown()
    view = page.view
    hand = Hand(view.viewport(), view.cell_rect(TUE_22).center(), escapes=True)
    view.pointer.start_drag = hand
    pull(qtbot, view.viewport(), view.tile_rect(post).center())
    assert planner.posts.get(post).when.day == date(2026, 9, 24)
    assert view.delegate.marks.drop is None


def test_a_chip_is_pulled_onto_a_day_and_a_tile_onto_the_tray(qtbot, page, put, planner):
    idea = put(make_row(0, "Why I ask about snoring", state=State.IDEA, day=None))
    page.shown()
    view, tray = page.view, page.tray
    tray.start_drag = Hand(view.viewport(), view.cell_rect(TUE_22).center())
    chip = tray.shown_chips[0]
    pull(qtbot, chip, chip.rect().center())
    assert planner.posts.get(idea).when.day == TUE_22
    view.pointer.start_drag = Hand(tray, tray.rect().center())
    pull(qtbot, view.viewport(), view.tile_rect(idea).center())
    assert planner.posts.get(idea).when is None
    assert [chip.row.id for chip in tray.shown_chips] == [idea]
