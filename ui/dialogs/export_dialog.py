"""Hand the schedule over: choose the form and the days, see the very bytes, save."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontMetrics
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import KnownError
from app.model.post import State
from ui.dialogs.context import DialogContext
from ui.dialogs.export_preview import ExportPreview, RawPreview
from ui.dialogs.fields import DayField
from ui.dialogs.preset_list import PresetList
from ui.dialogs.sheet import Sheet
from ui.widgets.fields import give_rows_room
from ui.widgets.flow import Flow
from ui.widgets.note_line import NoteLine
from ui.widgets.properties import Words, rule
from ui.widgets.segmented import Segmented

_STATES = (
    ("Ready only", frozenset({State.READY})),
    ("Ready and in review", frozenset({State.READY, State.REVIEW})),
    ("Everything planned", frozenset(State) - {State.POSTED, State.ARCHIVED}),
)


class ExportDialog(Sheet):
    """Nothing is written until a folder is chosen."""

    def __init__(self, context: DialogContext) -> None:
        super().__init__(context.theme, context.window, "Export the schedule", width=860)
        self._context = context
        planner = context.planner
        self.presets = PresetList(self.theme, tuple(planner.exports.presets().values()))
        today = planner.today()
        last = today.replace(day=monthrange(today.year, today.month)[1])
        self.first = DayField(today, "Posts from")
        self.last = DayField(last if (last - today).days > 6 else _later(today), "Posts to")
        self.states = QComboBox()
        self.states.setAccessibleName("State")
        give_rows_room(self.states)
        for words, _ in _STATES:
            self.states.addItem(words)
        self.view = Segmented(self.theme, "Preview as", (("rows", "Rows"), ("raw", "As written")))
        self.view.choose("rows")
        self.preview = ExportPreview(self.theme)
        self.raw = RawPreview(self.theme)
        self._faces = QStackedWidget()
        self._faces.addWidget(self.preview)
        self._faces.addWidget(self.raw)
        self._notes = QVBoxLayout()
        self._arrange()
        self.set_note("Nothing is written until you choose a folder.")
        self.add_button("Cancel").clicked.connect(self.reject)
        self.save = self.add_button("Choose folder and save…", "primary")
        self.save.clicked.connect(self._choose_folder)
        self.presets.chosen.connect(self._look)
        self.first.dateChanged.connect(self._look)
        self.last.dateChanged.connect(self._look)
        self.states.currentIndexChanged.connect(self._look)
        self.view.chosen.connect(self._turn)
        self._look()

    def start(self) -> None:
        """Open with the focus on the forms."""
        self.open(self.presets)

    def _arrange(self) -> None:
        px = self.theme.px
        row = QHBoxLayout()
        row.setSpacing(px(16))
        self.presets.setFixedWidth(px(212))
        row.addWidget(self.presets, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(rule(upright=True))
        right = QVBoxLayout()
        right.setSpacing(px(10))
        choices = QWidget()
        flow = Flow(choices, gap=px(8), row_gap=px(6))
        for day in (self.first, self.last):
            day.setFixedWidth(px(132))
        for words, field in (
            ("Posts from", self.first),
            ("to", self.last),
            ("State", self.states),
        ):
            flow.addWidget(self._named(words, field))
        right.addWidget(choices)
        head = QHBoxLayout()
        head.addWidget(Words(self.theme, "Preview", "strong"), 1)
        head.addWidget(self.view)
        right.addLayout(head)
        self._faces.setFixedHeight(px(190))
        right.addWidget(self._faces)
        self._notes.setSpacing(px(6))
        right.addLayout(self._notes)
        right.addStretch(1)
        row.addLayout(right, 1)
        self.body.addLayout(row)

    def _named(self, words: str, field: QWidget) -> QWidget:
        """A field beside its word; the two stay together where the line is broken."""
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(8))
        row.addWidget(Words(self.theme, words, "body", "text2"))
        row.addWidget(field)
        return pair

    def _turn(self, face: str) -> None:
        self._faces.setCurrentIndex(0 if face == "rows" else 1)

    def _look(self) -> None:
        """Plan again and show the very bytes."""
        preset = self.presets.value()
        self.states.setEnabled(not preset.ready_only)
        if preset.ready_only:
            self.states.setCurrentIndex(0)
        words = QFontMetrics(self.theme.font("button")).horizontalAdvance(self.states.currentText())
        self.states.setFixedWidth(words + self.theme.px(72))
        planner = self._context.planner
        try:
            self._plan = planner.exports.preview(
                preset.id,
                self.first.day(),
                self.last.day(),
                states=_STATES[self.states.currentIndex()][1],
            )
        except KnownError as error:
            self.message.say_error(error)
            self.save.setEnabled(False)
            return
        self.message.clear()
        self.preview.show_plan(self._plan, planner.zone)
        self.raw.show_plan(self._plan)
        self._say()
        self.save.setEnabled(bool(self._plan.files))
        self._place()

    def _say(self) -> None:
        while self._notes.count():
            item = self._notes.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        plan = self._plan
        good = "check-circle" if plan.files else "info"
        lines = [(good, "ready" if plan.files else "text2", plan.summary())]
        lines += [("info", "text2", words) for words in plan.left_out_words()]
        lines += [("alert-triangle", "review", words) for words in plan.notes]
        for icon, ink, words in lines:
            self._notes.addWidget(NoteLine(self.theme, icon, ink, words))

    def _choose_folder(self) -> None:
        planner = self._context.planner
        last = str(planner.setting("last_export_folder"))
        start = Path(last) if last and Path(last).is_dir() else None
        self._context.asker.folder(self, "Choose a folder", self._save, start=start)

    def _save(self, folder: Path) -> None:
        planner = self._context.planner
        try:
            paths = planner.exports.write(self._plan, folder)
            if not planner.read_only:
                planner.set_setting("last_export_folder", str(folder))
        except KnownError as error:
            again = {"try_again": lambda: self._save(folder), "choose_folder": self._choose_folder}
            self.message.say_error(error, again)
            self._place()
            self.show_top()
            return
        self.accept()
        count = f"{len(paths)} files" if len(paths) != 1 else "1 file"
        self._context.toasts.say(f"{count} saved.", "Show in folder", lambda: show_folder(folder))


def show_folder(folder: Path) -> None:
    """Open a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _later(day: date) -> date:
    """The end of next month."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, monthrange(year, month)[1])
