"""The checks panel: what is open, what can be done about it, and the next step."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.assessment import Assessment, Check, Group
from app.model.post import Post, State
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.meter import Meter
from ui.widgets.properties import Words, rule, set_ground
from ui.write.act import Act
from ui.write.banner import SentBackBanner
from ui.write.check_group import CheckGroup
from ui.write.check_row import CheckRow
from ui.write.check_words import sent_back_words
from ui.write.checks_footer import ChecksFooter

_ORDER = (Group.FIX, Group.CONSIDER, Group.CONFIRM, Group.CLEAR)
_TITLES = {
    Group.FIX: ("To fix", "block"),
    Group.CONSIDER: ("Consider", "review"),
    Group.CONFIRM: ("Only you can confirm", "text2"),
    Group.CLEAR: ("Clear", "ready"),
}


class ChecksPanel(QWidget):
    """Rows are changed in place: nothing flickers, and the keyboard stays on its row.

    Signals:
        acted: an ``Act`` on one of the rows.
        row_entered: the check whose row the keyboard came to.
        why_wanted: the check whose rule she wants to read about.
        menu_wanted: where to open the menu of the post, in global coordinates.
        preview_wanted: the preview is to take this place (in a narrow room).
    """

    acted = Signal(Act)
    row_entered = Signal(Check)
    why_wanted = Signal(Check)
    menu_wanted = Signal(QPoint)
    preview_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._assessment: Assessment | None = None
        self._current = ""
        self._was_clear = False
        set_ground(self, "surface")
        self.setAccessibleName("Checks")
        self.banner = SentBackBanner(theme)
        self.footer = ChecksFooter(theme)
        self.meter = Meter(theme)
        self._groups = {
            group: CheckGroup(theme, *_TITLES[group], opened=group is not Group.CLEAR)
            for group in _ORDER
        }
        for part in self._groups.values():
            part.added.connect(self._on_added)
        self._more = IconButton(theme, "more", "More about this post")
        self._more.clicked.connect(
            lambda: self.menu_wanted.emit(self._more.mapToGlobal(QPoint(0, self._more.height())))
        )
        self._preview = IconButton(theme, "split", "Show the preview")
        self._preview.clicked.connect(self.preview_wanted)
        self._preview.hide()
        self._build()
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def offer_preview(self, offered: bool) -> None:
        """Offer the preview here: it has no place of its own beside the checks."""
        self._preview.setVisible(offered)

    # What is shown

    @property
    def assessment(self) -> Assessment | None:
        """What the panel shows."""
        return self._assessment

    def forget(self) -> None:
        """Another post comes: nothing of this one may stay."""
        self._assessment = None
        self._current = ""
        self._was_clear = False
        for part in self._groups.values():
            part.set_checks((), "UTC", date.min)
        self.banner.hide()

    def show_assessment(self, post: Post, assessment: Assessment, zone: str, today: date) -> None:
        """Show the gate's answer; focus goes to the row that takes a finished one's place."""
        at = self._focused_place()
        self._assessment = assessment
        self.meter.set_tally(assessment.tally)
        for group in _ORDER:
            self._groups[group].set_checks(assessment.group(group), zone, today)
        self._name_groups(post, assessment)
        self.footer.show_state(post, assessment)
        if post.sent_back is not None and post.state is State.REVIEW:
            words = sent_back_words(post.sent_back, zone, today)
            changed = bool(post.sent_back.ready_body) and post.sent_back.ready_body != post.body
            self.banner.say(words, text_changed=changed)
        else:
            self.banner.hide()
        self._fit_banner()
        if at is not None:
            self._refocus(*at)

    def rows(self) -> list[CheckRow]:
        """Every row that is shown, from top to bottom."""
        return [
            row
            for group in _ORDER
            if self._groups[group].is_open()
            for row in self._groups[group].rows()
        ]

    def open_rows(self) -> list[CheckRow]:
        """The rows that still want something, from top to bottom."""
        return [row for group in _ORDER for row in self._groups[group].rows() if row.is_open()]

    def focused_row(self) -> CheckRow | None:
        """The row that has the keyboard, itself or something in it."""
        return next((row for row in self.rows() if _holds_focus(row)), None)

    def row(self, check_id: str) -> CheckRow | None:
        """The row of a check."""
        every = (row for group in _ORDER for row in self._groups[group].rows())
        return next((row for row in every if row.check.id == check_id), None)

    # Moving

    def step(self, by: int) -> bool:
        """Move to the next (1) or previous (-1) open check; False when nothing is open."""
        every = [row for group in _ORDER for row in self._groups[group].rows()]
        ids = [row.check.id for row in every]
        # A row that was answered keeps its place: the next one is the next below it.
        start = ids.index(self._current) if self._current in ids else (-1 if by > 0 else 0)
        ahead = every[start + 1 :] + every[: start + 1]
        behind = every[:start][::-1] + every[start:][::-1]
        row = next((row for row in (ahead if by > 0 else behind) if row.is_open()), None)
        return row is not None and self.go_to(row.check.id)

    def go_to(self, check_id: str) -> bool:
        """Bring a check's row to the keyboard; its group is opened."""
        row = self.row(check_id)
        if row is None:
            return False
        self._groups[row.check.group].set_open(True)
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(row, 0, self._theme.px(24))
        return True

    def first_open(self) -> bool:
        """Bring the first open check to the keyboard, before all one that stands in the way."""
        rows = self.open_rows()
        block = [row for row in rows if row.check.group is not Group.CONSIDER]
        return bool(rows) and self.go_to((block or rows)[0].check.id)

    def _name_groups(self, post: Post, assessment: Assessment) -> None:
        confirm = assessment.group(Group.CONFIRM)
        waiting = [check for check in confirm if check.confirmed_at is None or check.reopened]
        title, tone = _TITLES[Group.CONFIRM]
        if any(check.reopened for check in confirm):
            title, tone = "Confirm again", "review"
        elif confirm and not waiting:
            title, tone = "You confirmed", "text2"
        self._groups[Group.CONFIRM].set_title(title, tone, len(waiting) or len(confirm))
        for group in (Group.FIX, Group.CONSIDER, Group.CLEAR):
            self._groups[group].set_title(*_TITLES[group])
        clear = assessment.clear and not assessment.tally.to_consider
        if clear != self._was_clear:
            self._groups[Group.CLEAR].set_open(clear, unless_touched=True)
        self._was_clear = clear
        shown = [group for group in _ORDER if assessment.group(group)]
        for group in shown:
            self._groups[group].set_first(group is shown[0])

    def _focused_place(self) -> tuple[str, int] | None:
        """The row with the keyboard, and how many open rows stand before it."""
        before = 0
        for row in self.rows():
            if _holds_focus(row):
                return row.check.id, before
            before += row.is_open()
        return None

    def _refocus(self, check_id: str, place: int) -> None:
        """Keep the keyboard on its row; if that is gone or clear, on the next open one."""
        row = self.row(check_id)
        if row is not None and row.check.group is not Group.CLEAR:
            if not _holds_focus(row):
                row.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        rows = self.open_rows()
        if rows:
            self.go_to(rows[min(place, len(rows) - 1)].check.id)
        else:
            self.footer.take_focus()

    # Parts

    def _on_added(self, row: CheckRow) -> None:
        row.acted.connect(self.acted)
        row.why_wanted.connect(self.why_wanted)
        row.entered.connect(self._on_entered)
        row.stepped.connect(self._on_stepped)

    def _on_entered(self, row: QWidget) -> None:
        if isinstance(row, CheckRow):
            self._current = row.check.id
            self.row_entered.emit(row.check)

    def _on_stepped(self, by: int) -> None:
        rows = self.rows()
        ids = [row.check.id for row in rows]
        if self._current in ids:
            place = ids.index(self._current) + by
            if 0 <= place < len(rows):
                self.go_to(ids[place])

    def _build(self) -> None:
        theme = self._theme
        self._head = QHBoxLayout()
        self._head.addWidget(Words(theme, "Checks", "title"))
        self._head.addStretch(1)
        self._head.addWidget(Words(theme, "Checked as you type", "small", "text2"))
        self._head.addWidget(self._preview)
        self._head.addWidget(self._more)
        self._meter_box = QHBoxLayout()
        self._meter_box.addWidget(self.meter)
        inner = QWidget()
        set_ground(inner, "surface")
        self._list = QVBoxLayout(inner)
        self._list.setSpacing(0)
        self._banner_box = QVBoxLayout()
        self._banner_box.addWidget(self.banner)
        self._list.addLayout(self._banner_box)
        for group in _ORDER:
            self._list.addWidget(self._groups[group])
        self._list.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit_edges)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._head)
        box.addLayout(self._meter_box)
        box.addWidget(rule(self))
        box.addWidget(self._scroll, 1)
        box.addWidget(self.footer)

    def _fit_edges(self, _low: int, high: int) -> None:
        """The chevrons keep their place when the scroll bar comes."""
        for part in self._groups.values():
            part.set_edge(3 if high else 12)

    def _fit_banner(self) -> None:
        px = self._theme.px
        edges = (px(14), px(12), px(14), px(4)) if not self.banner.isHidden() else (0, 0, 0, 0)
        self._banner_box.setContentsMargins(*edges)

    def _on_theme(self) -> None:
        px = self._theme.px
        self._head.setContentsMargins(px(16), px(12), px(12), px(6))
        self._head.setSpacing(px(4))
        self._meter_box.setContentsMargins(px(16), px(2), px(12), px(14))
        self._list.setContentsMargins(0, px(2), 0, px(8))
        self._fit_banner()


def _holds_focus(row: CheckRow) -> bool:
    """Whether the keyboard is on a row or on something in it."""
    at = row.window().focusWidget()
    return row.hasFocus() or row.isAncestorOf(at)
