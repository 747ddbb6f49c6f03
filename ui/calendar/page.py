"""The calendar screen: month, tray and details, wired to the planner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.calendar.month import MonthGrid
from app.calendar.words import long_day
from app.model.changes import Changes
from app.model.rows import PostRow
from ui.actions import Command
from ui.breakpoints import Room, room_of
from ui.calendar.ahead import Ahead
from ui.calendar.deeds import CalendarDeeds
from ui.calendar.details import Details
from ui.calendar.filtering import MonthFilter
from ui.calendar.header import MonthHeader
from ui.calendar.inspector import Inspector
from ui.calendar.keyboard import Command as Key
from ui.calendar.keyboard import obey
from ui.calendar.popups import CalendarPopups
from ui.calendar.stops import Stop, StopKind
from ui.calendar.tray import Tray
from ui.calendar.view import MonthView
from ui.context import UiContext
from ui.page import Page
from ui.post_actions import PostActions
from ui.widgets.properties import rule, set_ground

if TYPE_CHECKING:
    from ui.calendar.question import PastDayQuestion

_TICK_MS = 60_000


class CalendarPage(Page):
    """The month at a glance, what has no date yet, and one post in short."""

    title = "Calendar"

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        planner = context.planner
        today = planner.today()
        self._year, self._month = today.year, today.month
        self._today = today
        self._filter = MonthFilter()
        self._wants_details = True
        self._room = Room.MEDIUM
        self._post_actions = PostActions(context, self.current_row, self)
        self.deeds = CalendarDeeds(context, self._post_actions, self)
        self.popups = CalendarPopups(context, self)
        self._build(self._load(self._year, self._month))
        self.inspector = Inspector(context, self.details)
        self._ahead = Ahead(self.view, self._load)
        self._wire()
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._tick)
        self._show_tray()
        self._inspect()
        context.theme.changed.connect(self._on_theme)

    def _build(self, grid: MonthGrid) -> None:
        theme = self._context.theme
        set_ground(self, "surface")
        self.header = MonthHeader(theme)
        self.view = MonthView(theme, grid, self._context.planner.now())
        self.tray = Tray(theme)
        self.details = Details(theme, self)
        self._edge = rule(self, upright=True)
        self._centre = QWidget(self)
        set_ground(self._centre, "surface")
        self._column = column = QVBoxLayout(self._centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.view, 1)
        column.addWidget(self.tray)
        self.view.set_narrow_weekends(bool(self._context.planner.setting("narrow_weekends")))
        self.header.show_month(self._year, self._month)

    @cached_property
    def question(self) -> PastDayQuestion:
        """What is asked over the grid; made when it is first asked."""
        from ui.calendar.question import PastDayQuestion

        question = PastDayQuestion(self._context.theme)
        question.posted.connect(self.deeds.mark_posted)
        question.moved.connect(self.deeds.move_anyway)
        self._column.insertWidget(self._column.indexOf(self.header) + 1, question)
        return question

    def _wire(self) -> None:
        self._wire_view()
        header, tray, details, deeds = self.header, self.tray, self.details, self.deeds
        header.turned.connect(self.turn)
        header.today_sought.connect(self.go_to_today)
        header.filter_sought.connect(self.open_filter)
        header.filter_cleared.connect(lambda: self.set_filter(MonthFilter()))
        tray.chosen.connect(self._choose_unscheduled)
        tray.opened.connect(self.open_post)
        tray.binned.connect(deeds.bin)
        tray.undated.connect(deeds.clear_date)
        tray.more_opened.connect(self._list_unscheduled)
        details.closed.connect(lambda: self.show_details(False))
        details.menu_wanted.connect(self.popups.menu)
        details.opened.connect(self.open_post)
        details.stepped.connect(deeds.step)
        details.remedy_wanted.connect(deeds.remedy)
        details.answered.connect(deeds.answer)
        details.networks_chosen.connect(deeds.choose_networks)
        details.new_wanted.connect(self._create)
        self._post_actions.opened.connect(self.open_post)
        deeds.past_day.connect(self._ask_past_day)
        deeds.opened.connect(self._open_at)
        self.popups.filtered.connect(self.set_filter)
        self.popups.planned.connect(deeds.plan)
        self.popups.opened.connect(self.open_post)
        self.popups.binned.connect(deeds.bin)
        self.popups.chosen.connect(self.select_post)

    def _wire_view(self) -> None:
        view, deeds = self.view, self.deeds
        view.stop_changed.connect(self._on_stop)
        view.opened.connect(self.open_post)
        view.created.connect(self._create)
        view.moved.connect(deeds.move)
        view.copied.connect(deeds.copy)
        view.shifted.connect(deeds.shift)
        view.binned.connect(deeds.bin)
        view.peeked.connect(lambda _: self.show_details(True))
        view.day_sought.connect(self.go_to_day)
        view.month_turned.connect(self.turn)
        view.today_sought.connect(self.go_to_today)
        view.more_opened.connect(self._list_day)
        view.ribbon_opened.connect(self._open_awareness)
        view.menu_wanted.connect(lambda _, place: self.popups.menu(place))

    # What the window asks of a page

    @property
    def commands(self) -> Mapping[str, Command]:
        """What can be done with the current post, the current day and the month."""
        return {
            **self._post_actions.commands(),
            "calendar.new": Command(self._new_here, self._may_write),
            "calendar.previous": Command(lambda: self.turn(-1)),
            "calendar.next": Command(lambda: self.turn(1)),
            "calendar.today": Command(self.go_to_today),
            "view.filter": Command(self.open_filter),
            "view.right_pane": Command(
                lambda: self.show_details(self.details.isHidden()),
                checked=lambda: not self.details.isHidden(),
            ),
            "move.day_earlier": self._mover(Key.DAY_EARLIER),
            "move.day_later": self._mover(Key.DAY_LATER),
            "move.week_earlier": self._mover(Key.WEEK_EARLIER),
            "move.week_later": self._mover(Key.WEEK_LATER),
        }

    def _mover(self, key: Key) -> Command:
        return Command(lambda: obey(self.view, key), self._can_shift)

    def _can_shift(self) -> bool:
        stop = self.view.stop
        return stop is not None and stop.kind is StopKind.TILE and self._may_write()

    def _may_write(self) -> bool:
        return not self._context.planner.read_only

    def refresh(self, changes: Changes) -> None:
        """Load again what the changes touched; days that stay the same are not painted."""
        relevant = {"week_start", "narrow_weekends", "awareness_days", "zone", "usual_time"}
        if changes.posts or changes.account or changes.settings & relevant:
            narrow = bool(self._context.planner.setting("narrow_weekends"))
            self.view.set_narrow_weekends(narrow)
            self._reload()
        elif changes.consents or changes.sources or changes.interests:
            self._inspect()

    def shown(self) -> None:
        """Bring everything up to date and put the focus on the grid."""
        self._reload()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """Grid, tray, details."""
        return (self.view, self.tray, self.details)

    # Months

    def turn(self, step: int) -> None:
        """Show the month before (-1) or after (+1), on the same day of the month."""
        months = self._year * 12 + self._month - 1 + step
        year, month = divmod(months, 12)
        stop = self.view.stop
        day = stop.day.day if stop is not None else 1
        self.go_to_day(_clamped(year, month + 1, day))

    def go_to_today(self) -> None:
        """Show today and make it current."""
        self.go_to_day(self._context.planner.today())

    def go_to_day(self, day: date) -> None:
        """Show the month of a day and make the day current."""
        if (day.year, day.month) != (self._year, self._month):
            self._year, self._month = day.year, day.month
            self.header.show_month(self._year, self._month)
            self._show_month()
        self.view.select_day(day)

    def set_filter(self, wanted: MonthFilter) -> None:
        """Show only some posts."""
        self._filter = wanted
        self.header.show_filter(wanted.active)
        self._reload()

    def open_filter(self) -> None:
        """Open the choices of what is shown."""
        mine = self._context.planner.records.account().networks
        days = self.view.days.grid.days
        used = [name for day in days for row in day.rows for name in row.networks]
        names = tuple(dict.fromkeys((*mine, *used)))
        self.popups.filter(self.header.filter_button, self._filter, names)

    def _load(self, year: int, month: int) -> MonthGrid:
        return self._filter.grid(self._context.planner.calendar.month(year, month))

    def _show_month(self) -> None:
        grid = self._load(self._year, self._month)
        self.view.show_grid(grid, self._context.planner.now())
        if self.isVisible():
            self._ahead.begin(self._year, self._month)

    def _reload(self) -> None:
        self._today = self._context.planner.today()
        self._show_month()
        self._show_tray()
        self._inspect()

    def _tick(self) -> None:
        """A minute passed: something may be overdue, or it is another day."""
        self._reload()

    def _show_tray(self) -> None:
        planner = self._context.planner
        rows = self._filter.rows(planner.calendar.unscheduled())
        self.tray.show_rows(rows, planner.now())

    # What is current

    def current_row(self) -> PostRow | None:
        """The post that commands work on."""
        post_id = self.current_post
        if not post_id:
            return None
        row = self.view.row_of(post_id)
        return row or next((row for row in self.tray.rows if row.id == post_id), None)

    @property
    def current_post(self) -> int:
        """Id of the post that is chosen in the grid or in the tray; 0 for none."""
        stop = self.view.stop
        in_grid = stop.post_id if stop is not None else 0
        return in_grid or self.tray.selected

    def select_post(self, post_id: int) -> None:
        """Choose a post, wherever it is shown, and show its details."""
        if not self.view.select_post(post_id):
            self._choose_unscheduled(post_id)
        self.show_details(True)

    def _choose_unscheduled(self, post_id: int) -> None:
        stop = self.view.stop
        if stop is not None and stop.kind is StopKind.TILE:
            self.view.set_stop(Stop(stop.day))
        self.tray.select(post_id)
        self.show_details(True)
        self._inspect()

    def _on_stop(self) -> None:
        stop = self.view.stop
        if stop is not None and stop.post_id:
            self.tray.select(0)
        self._inspect()
        self._context.actions.refresh()

    def _inspect(self) -> None:
        """Fill the details pane, when it is open."""
        if self.details.isHidden():
            return
        if self.current_post:
            month = [row for day in self.view.days.grid.days for row in day.rows]
            self.inspector.show_post(self.current_post, month)
        else:
            stop = self.view.stop
            self.inspector.show_day(stop.day if stop is not None else None)

    def _new_here(self) -> None:
        stop = self.view.stop
        self._create(stop.day if stop is not None else self._context.planner.today())

    def _create(self, day: date) -> None:
        if self._may_write():
            self.new_post.emit(day)

    def _open_at(self, post_id: int, check_id: str) -> None:
        if check_id:
            self.open_check.emit(post_id, check_id)
        else:
            self.open_post.emit(post_id)

    def _ask_past_day(self, post_id: int, day: date, needs_reason: bool) -> None:
        self.question.ask(post_id, day, needs_reason=needs_reason)

    # What opens over the page

    def _list_day(self, day: date) -> None:
        index = self.view.days.index_of(day)
        rows = self.view.days.day(index).rows
        self.popups.posts(long_day(day), rows, self.view.viewport(), self.view.cell_rect(day))

    def _list_unscheduled(self) -> None:
        button = self.tray.more_button
        self.popups.posts("Unscheduled", self.tray.rows, button, None)

    def _open_awareness(self, day: date, key: str) -> None:
        index = self.view.days.index_of(day)
        items = [item for item in self.view.days.day(index).awareness if item.id == key]
        spot = self.view.cell_rect(day)
        spot.setHeight(self.view.delegate.painter.metrics.head * 2)
        if items:
            self.popups.awareness(items[0], day, self.view.viewport(), spot)

    # Room

    def show_details(self, wanted: bool) -> None:
        """Open or close the details pane."""
        self._wants_details = wanted
        was_hidden = self.details.isHidden()
        self._arrange()
        if wanted and was_hidden:
            self._inspect()
        if not wanted and not was_hidden:
            self.view.setFocus()
        self._context.actions.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        self._ahead.begin(self._year, self._month)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
        self._ahead.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = room_of(self, self._context.theme)
        if room is Room.NARROW and self._room is not Room.NARROW:
            self._wants_details = False
        elif self._room is Room.NARROW and room is not Room.NARROW:
            self._wants_details = True
        self._room = room
        self._arrange()

    def _arrange(self) -> None:
        """Details beside the grid, or over it where there is little room."""
        theme = self._context.theme
        pane = theme.px(380 if self._room is Room.WIDE else 332)
        beside = self._wants_details and self._room is not Room.NARROW
        width, height = self.width(), self.height()
        self._centre.setGeometry(0, 0, width - pane if beside else width, height)
        self.details.setVisible(self._wants_details)
        self.details.setGeometry(width - pane, 0, pane, height)
        self.details.raise_()
        # Lying over the grid, the pane needs an edge of its own.
        self._edge.setVisible(self._wants_details and not beside)
        self._edge.setGeometry(width - pane, 0, 1, height)
        self._edge.raise_()

    def _on_theme(self) -> None:
        self.view.restyle(self._context.theme)
        self._arrange()


def _clamped(year: int, month: int, day: int) -> date:
    last = (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days
    return date(year, month, min(day, last))
