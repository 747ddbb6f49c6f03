"""A user's two hands: keys and pointer, sent to the window system, not to a chosen widget.

Nothing here calls ``click`` or ``setFocus``: a key goes where the focus is, and the
pointer meets whatever lies on top at that place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QDate, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QAction,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QMenu,
    QMenuBar,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QWidget,
)

Wanted = str | QWidget | Callable[[QWidget], bool]

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
_MOVE = Qt.DropAction.MoveAction


def focus() -> QWidget:
    """The widget that has the keyboard."""
    popup = QApplication.activePopupWidget()
    widget = (popup.focusWidget() or popup) if popup is not None else QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def name_of(widget: QWidget) -> str:
    """What a widget is called: its words, else its spoken name."""
    words = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
    return words.replace("&", "") or widget.accessibleName()


def on_screen(widget: QWidget) -> bool:
    """Whether at least a part of it can be seen."""
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def find(root: QWidget, words: str, kind: Any = QWidget) -> Any:
    """The widget under ``root`` that is shown and called ``words`` (or starts so with "…")."""
    found = [w for w in _all(root, kind) if w.isVisible() and _called(w, words)]
    assert found, f"nothing here is called {words!r}; there is {sorted(names(root, kind))}"
    return next((w for w in found if w.isEnabled()), found[0])


def names(root: QWidget, kind: Any = QWidget) -> set[str]:
    """Everything that is shown under ``root``, by its words and its spoken name."""
    shown = [w for w in _all(root, kind) if w.isVisible()]
    return {name for w in shown for name in (name_of(w), w.accessibleName()) if name}


def text_on(root: QWidget) -> str:
    """All words of the labels and buttons that are shown under ``root``, line by line."""
    shown = [w for w in root.findChildren(QWidget) if w.isVisible()]
    return "\n".join(w.text() for w in shown if isinstance(w, (QAbstractButton, QLabel)))


def _all(root: QWidget, kind: Any) -> list[QWidget]:
    return [widget for widget in root.findChildren(QWidget) if isinstance(widget, kind)]


def _called(widget: QWidget, words: str) -> bool:
    called = (name_of(widget), widget.accessibleName())
    if words.endswith("…") and words not in called:
        return any(one.startswith(words[:-1]) for one in called)
    return words in called


class Keys:
    """Types into the window that has the keyboard."""

    def press(self, keys: str, times: int = 1) -> None:
        """Press a combination as it is written in a menu: ``Ctrl+Shift+R``, ``Tab``."""
        combination = QKeySequence(keys)[0]
        for _ in range(times):
            modifiers = combination.keyboardModifiers()
            # A key may close the window it went to; the key is let go over the next one.
            QTest.keyPress(_window(), combination.key(), modifiers)
            QTest.keyRelease(_window(), combination.key(), modifiers)
            QApplication.processEvents()

    def type(self, words: str) -> None:
        """Type words; a line end is Enter."""
        for letter in words:
            if letter == "\n":
                QTest.keyClick(_window(), Qt.Key.Key_Return)
            else:
                QTest.keyClick(_window(), letter)
        QApplication.processEvents()

    def paste(self, words: str) -> None:
        """Paste words that were copied elsewhere."""
        QGuiApplication.clipboard().setText(words)
        self.press("Ctrl+V")

    def fill(self, words: str) -> None:
        """Replace what stands in the field."""
        self.press("Ctrl+A")
        self.type(words)

    def tab_to(self, wanted: Wanted, *, back: bool = False, limit: int = 80) -> QWidget:
        """Press Tab until the keyboard is on ``wanted``: a name, a widget or a test."""
        passed: list[str] = []
        for _ in range(limit):
            self.press("Shift+Tab" if back else "Tab")
            here = focus()
            passed.append(name_of(here) or type(here).__name__)
            if _is(here, wanted):
                assert on_screen(here), f"{passed[-1]} has the focus and cannot be seen"
                return here
        raise AssertionError(f"Tab does not come to {wanted!r}; it went {passed}")

    def choose_in_menu(self, menu: str, *titles: str) -> None:
        """Open a menu of the menu bar by its access key and go down to an entry."""
        self.press(f"Alt+{menu}")
        for place, title in enumerate(titles):
            opened = QApplication.activePopupWidget()
            assert isinstance(opened, QMenu), "no menu is open"
            for _ in range(60):
                action = opened.activeAction()
                if action is not None and _words(action) == title:
                    break
                self.press("Down")
            else:
                raise AssertionError(f"no {title!r} in this menu")
            self.press("Right" if place < len(titles) - 1 else "Return")


class Pointer:
    """Moves, presses and turns the wheel at places of the screen."""

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget, turning the wheel first where it is scrolled out of sight."""
        self.reach(widget)
        place = at if at is not None else _middle(widget)
        top = widget.window()
        handle = top.windowHandle()
        point = widget.mapTo(top, place)
        under = top.childAt(point) or top
        assert under is widget or widget.isAncestorOf(under), (
            f"{name_of(under) or under} lies over {name_of(widget) or widget}"
        )
        assert widget.isEnabled(), f"{name_of(widget)} cannot be used"
        QTest.mouseMove(handle, point)
        QTest.mouseClick(handle, LEFT, NONE, point)
        QApplication.processEvents()

    def double_click(self, widget: QWidget, at: QPoint) -> None:
        """Double-click a place of a widget."""
        top = widget.window()
        QTest.mouseDClick(top.windowHandle(), LEFT, NONE, widget.mapTo(top, at))
        QApplication.processEvents()

    def reach(self, widget: QWidget) -> None:
        """Turn the wheel over the nearest scrolling area until the widget's middle is in sight."""
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QAbstractScrollArea):
            area = area.parentWidget()
        if area is None:
            return
        view = area.viewport()
        for _ in range(200):
            middle = widget.mapTo(area, widget.rect().center()).y() - view.y()
            if 4 <= middle <= view.height() - 4:
                return
            before = area.verticalScrollBar().value()
            top = area.window()
            place = view.mapTo(top, view.rect().center())
            turn = QPoint(0, 60 if middle < 4 else -60)
            QTest.wheelEvent(top.windowHandle(), place, turn)
            QApplication.processEvents()
            if area.verticalScrollBar().value() == before:
                return

    def choose(self, box: QComboBox, words: str) -> None:
        """Open a choice and click one of its entries."""
        self.click(box, QPoint(box.width() - 12, box.height() // 2))
        popup = QApplication.activePopupWidget()
        assert popup is not None, "the choice did not open"
        view = box.view()
        index = view.model().index(box.findText(words), 0)
        view.scrollTo(index)
        self._click_popup(view.viewport(), view.visualRect(index).center())

    def choose_day(self, field: QDateEdit, day: QDate) -> None:
        """Open the small calendar of a field and click a day of the month it shows."""
        option = QStyleOptionComboBox()
        option.initFrom(field)
        option.editable = True
        option.subControls = QStyle.SubControl.SC_All
        arrow: QRect = field.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxArrow, field
        )
        self.click(field, arrow.center())
        popup = QApplication.activePopupWidget()
        assert popup is not None, "no calendar opened"
        calendar = popup.findChild(QCalendarWidget)
        assert calendar is not None
        assert (calendar.yearShown(), calendar.monthShown()) == (day.year(), day.month())
        table = calendar.findChild(QTableView)
        assert table is not None
        model = table.model()
        cells = [
            model.index(row, column)
            for row in range(1, model.rowCount())
            for column in range(model.columnCount())
        ]
        month = [cell for cell in cells if cell.data() is not None]
        first = next(place for place, cell in enumerate(month) if cell.data() == 1)
        self._click_popup(table.viewport(), table.visualRect(month[first + day.day() - 1]).center())

    def choose_in(self, menu: QMenu, *titles: str) -> None:
        """Click through an open menu."""
        for title in titles:
            action = next(a for a in menu.actions() if _words(a) == title)
            submenu = action.menu()
            self._click_popup(menu, menu.actionGeometry(action).center())
            if isinstance(submenu, QMenu):
                menu = submenu

    def choose_in_bar(self, bar: QMenuBar, menu: str, *titles: str) -> None:
        """Click a menu of the menu bar, then through it."""
        action = next(a for a in bar.actions() if _words(a) == menu)
        self.click(bar, bar.actionGeometry(action).center())
        opened = action.menu()
        assert isinstance(opened, QMenu)
        assert opened.isVisible(), f"{menu} did not open"
        self.choose_in(opened, *titles)

    def paste(self, field: QWidget, words: str) -> None:
        """Paste words that were copied elsewhere, from the field's own menu."""
        QGuiApplication.clipboard().setText(words)
        top = field.window()
        place = field.mapTo(top, field.rect().center())
        QTest.mouseClick(top.windowHandle(), Qt.MouseButton.RightButton, NONE, place)
        QApplication.processEvents()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu opened"
        self.choose_in(menu, "Paste")

    def click_beside(self, panel: QWidget) -> None:
        """Click outside a panel, which closes it."""
        handle = panel.windowHandle()
        QTest.mouseClick(handle, LEFT, NONE, QPoint(-5, -5))
        QApplication.processEvents()

    def rest(self, widget: QWidget, at: QPoint) -> None:
        """Move the pointer to a place and leave it there."""
        top = widget.window()
        place = widget.mapTo(top, at)
        QTest.mouseMove(top.windowHandle(), place - QPoint(3, 0))
        QTest.mouseMove(top.windowHandle(), place)
        QApplication.processEvents()

    def drag(self, widget: QWidget, start: QPoint, end: QPoint, driver: Any) -> None:
        """Press at ``start``, pull to ``end`` and let go there.

        The platform without a display cannot carry things, so ``driver.start_drag`` is
        given the carrying: it goes to whatever lies under the pointer and takes drops.
        """
        top = widget.window()
        handle = top.windowHandle()
        begin, target = widget.mapTo(top, start), widget.mapTo(top, end)

        def carry(drag: QDrag) -> Qt.DropAction:
            under: QWidget | None = top.childAt(target)
            while under is not None and not under.acceptDrops():
                under = under.parentWidget()
            assert under is not None, "nothing takes a drop there"
            place, data, move = under.mapFrom(top, target), drag.mimeData(), _MOVE
            QApplication.sendEvent(under, QDragEnterEvent(place, move, data, LEFT, NONE))
            over = QDragMoveEvent(place, move, data, LEFT, NONE)
            QApplication.sendEvent(under, over)
            assert over.isAccepted(), "it cannot be let go there"
            drop = QDropEvent(QPointF(place), move, data, LEFT, NONE)
            QApplication.sendEvent(under, drop)
            return drop.dropAction()

        usual, driver.start_drag = driver.start_drag, carry
        QTest.mouseMove(handle, begin)
        QTest.mousePress(handle, LEFT, NONE, begin)
        QTest.mouseMove(handle, begin + QPoint(QApplication.startDragDistance() + 5, 0))
        QTest.mouseRelease(handle, LEFT, NONE, target)
        driver.start_drag = usual
        QApplication.processEvents()

    def _click_popup(self, widget: QWidget, at: QPoint) -> None:
        top = widget.window()
        handle = top.windowHandle()
        point = widget.mapTo(top, at)
        QTest.mouseMove(handle, point)
        QTest.mouseClick(handle, LEFT, NONE, point)
        QApplication.processEvents()


def _middle(widget: QWidget) -> QPoint:
    """Where one aims: a box with words beside it is met at the box."""
    if isinstance(widget, (QCheckBox, QRadioButton)):
        return QPoint(10, widget.height() // 2)
    return widget.rect().center()


def _words(action: QAction) -> str:
    return action.text().replace("&", "").partition("\t")[0]


def _is(widget: QWidget, wanted: Wanted) -> bool:
    if isinstance(wanted, QWidget):
        return widget is wanted or wanted.isAncestorOf(widget)
    return _called(widget, wanted) if isinstance(wanted, str) else wanted(widget)


def _window() -> QWindow:
    popup = QApplication.activePopupWidget()
    window = popup.windowHandle() if popup is not None else QGuiApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    return window
