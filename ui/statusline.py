"""The foot of the window: whether the work is saved, and whose clock the times are on."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.calendar.words import clock_words, zone_words
from app.calendar.zones import clock_change_note, computer_zone, other_zone_note
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.elided import ElidedLabel
from ui.widgets.filling import fill
from ui.widgets.properties import Words, set_ground

_HEIGHT = 28


class StatusLine(QWidget):
    """Two notes with an icon each; the right one gives way first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = ("check", "text2"), ("globe", "text2")
        set_ground(self, "bg")
        self._saved_mark = QLabel(self)
        self._zone_mark = QLabel(self)
        self.saved = ElidedLabel(theme, "", "small", "text2", parent=self)
        self.zone = ElidedLabel(theme, "", "small", "text2", parent=self)
        self._sample_mark = QLabel(self)
        self._sample = Words(theme, "Sample data", "small", "text2", parent=self)
        self.remove_sample = Button(theme, "Remove it", "link", parent=self)
        self.remove_sample.setAccessibleDescription("Takes the sample posts and records away")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._saved_mark)
        self._row.addWidget(self.saved)
        self._row.addStretch(1)
        self._row.addWidget(self._sample_mark)
        self._row.addWidget(self._sample)
        self._row.addWidget(self.remove_sample)
        self._row.addWidget(self._zone_mark)
        self._row.addWidget(self.zone)
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def show_saved(self, at: datetime, zone: str) -> None:
        """Everything was on disk at ``at`` (aware UTC), shown on ``zone``'s clock."""
        local = at.astimezone(ZoneInfo(zone))
        self._say("check", "ready", f"Saved on this computer, {clock_words(local.time())}")

    def show_saving(self) -> None:
        """There are words that are not on disk yet."""
        self._say("pencil", "text2", "Writing…")

    def show_read_only(self) -> None:
        """Nothing can be changed in this planner."""
        self._say("lock", "text2", "Read only: you can look, not change")

    def show_not_saved(self) -> None:
        """The last write failed; the page says why."""
        self._say("alert-circle", "block", "Not saved")

    def show_zone(self, zone: str, now: datetime) -> None:
        """Say which zone the times are in, that it is not the computer's, or that clocks change."""
        day = now.astimezone(ZoneInfo(zone)).date()
        note = other_zone_note(zone, computer_zone(), day)
        note = note or zone_words(zone, day)
        change = clock_change_note(zone, day)
        self.zone.setText(f"{change}. {note}" if change else note)

    def show_sample(self, sample: bool) -> None:
        """Say that this is sample data, with the way to remove it."""
        for part in (self._sample_mark, self._sample, self.remove_sample):
            part.setVisible(sample)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        fill(painter, QRect(0, 0, self.width(), 1), self._theme.token("line"))
        painter.end()

    def _say(self, icon: str, token: str, words: str) -> None:
        self._icons = (icon, token), self._icons[1]
        self.saved.setText(words)
        self._show_icons()

    def _show_icons(self) -> None:
        for mark, (icon, token) in zip(
            (self._saved_mark, self._zone_mark), self._icons, strict=True
        ):
            mark.setPixmap(self._theme.pixmap(icon, token, 15))
            mark.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._sample_mark.setPixmap(self._theme.pixmap("info", "text2", 15))

    def _on_theme(self) -> None:
        px = self._theme.px
        self.setFixedHeight(px(_HEIGHT))
        self._row.setContentsMargins(px(13), 1, px(14), 0)
        self._row.setSpacing(px(6))
        self._show_icons()
