"""Give a post a date and time, or take them away."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from app.calendar.words import trouble_of
from app.calendar.zones import city
from app.errors import KnownError
from app.model.walltime import ClockTrouble, WallTime
from ui.dialogs.context import DialogContext
from ui.dialogs.fields import DayField
from ui.dialogs.sheet import Sheet
from ui.widgets.form import FormRow
from ui.widgets.message import Offer

# The message on a time in the past, in px at 100 % text.
_ROOM = 64


class DateDialog(Sheet):
    """A day, a time, and what is wrong with it on days when the clocks change."""

    def __init__(self, context: DialogContext, post_id: int) -> None:
        super().__init__(
            context.theme, context.window, "Date and time", width=420, scrolls=False, steady=True
        )
        self._context = context
        self._post_id = post_id
        planner = context.planner
        when = planner.posts.get(post_id).when
        start = when or _next_usual(context)
        self._zone = start.zone
        self.day = DayField(start.day, "Day")
        self.clock = QTimeEdit(QTime(start.clock.hour, start.clock.minute))
        self.clock.setDisplayFormat("HH:mm")
        self.clock.setAccessibleName("Time")
        # A spin box with buttons gets no padding from the style sheet.
        self.clock.lineEdit().setTextMargins(self.theme.px(8), 0, 0, 0)
        self.second = QCheckBox("The second time, after the clocks go back")
        self.second.setChecked(start.fold == 1)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(12))
        row.addWidget(FormRow(self.theme, "Day", self.day), 3)
        row.addWidget(FormRow(self.theme, "Time", self.clock), 2)
        self.body.addLayout(row)
        # Below the fields and with room kept for it, what is said moves nothing.
        said = QWidget()
        said.setMinimumHeight(self.theme.px(_ROOM))
        below = QVBoxLayout(said)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.message)
        below.addWidget(self.second)
        below.addStretch(1)
        self.body.addWidget(said)
        self.set_note(f"Time in {city(self._zone)}.")
        if when is not None:
            self.add_button("Remove the date").clicked.connect(self._remove)
        self.add_button("Cancel").clicked.connect(self.reject)
        self._set = self.add_button("Set", "primary")
        self._set.clicked.connect(self._on_set)
        self.day.dateChanged.connect(self._look)
        self.clock.timeChanged.connect(self._look)
        self.second.toggled.connect(self._look)
        self._look()

    def when(self) -> WallTime:
        """The wall time as shown."""
        clock = self.clock.time()
        local = datetime.combine(self.day.day(), datetime.min.time()).replace(
            hour=clock.hour(), minute=clock.minute()
        )
        shown = WallTime(local, self._zone)
        doubled = shown.trouble is ClockTrouble.DOUBLED
        return WallTime(local, self._zone, 1 if doubled and self.second.isChecked() else 0)

    def _look(self) -> None:
        when = self.when()
        trouble = trouble_of(when)
        self.second.setVisible(when.trouble is ClockTrouble.DOUBLED)
        self._set.setEnabled(when.trouble is not ClockTrouble.SKIPPED)
        if trouble is None:
            self.message.clear()
            if when.utc() < self._context.planner.now():
                self.message.say("This time is in the past.", "You can still set it.")
        elif trouble.kind is ClockTrouble.DOUBLED:
            self.message.say(trouble.fact, trouble.advice, tone="consider")
        else:
            use = trouble.instead
            offers = [Offer(f"Use {use.clock:%H:%M}", lambda: self._use(use))]
            self.message.say(trouble.fact, tone="consider", offers=offers)
        self._place()

    def _use(self, when: WallTime) -> None:
        self.day.set_day(when.day)
        self.clock.setTime(QTime(when.clock.hour, when.clock.minute))
        self._set.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_set(self) -> None:
        self._schedule(self.when())

    def _remove(self) -> None:
        self._schedule(None)

    def _schedule(self, when: WallTime | None) -> None:
        try:
            self._context.planner.posts.schedule(self._post_id, when)
        except KnownError as error:
            self.message.say_error(error)
            return
        self.accept()


def _next_usual(context: DialogContext) -> WallTime:
    """The usual time today if it is still to come, else tomorrow."""
    planner = context.planner
    usual = planner.calendar.usual_time(planner.today())
    if usual.utc() >= planner.now():
        return usual
    return planner.calendar.usual_time(planner.today() + timedelta(days=1))
