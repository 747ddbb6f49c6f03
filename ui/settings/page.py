"""Settings: one page, each change applied at once and undoable, no OK button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import KnownError, WrongPassphrase
from app.model.changes import Changes
from app.model.records import Account
from app.settings import Value
from ui.context import UiContext
from ui.page import Page
from ui.places import JURISDICTIONS, WEEK_STARTS, network_options
from ui.settings.own_rules import OwnRules
from ui.settings.password import PasswordPart
from ui.settings.profile import Profile
from ui.settings.rows import Group
from ui.theme.theme import LARGEST_TEXT, SMALLEST_TEXT
from ui.widgets.fields import tame
from ui.widgets.labelled import labelled
from ui.widgets.message import Message
from ui.widgets.properties import Words, set_ground
from ui.widgets.segmented import Segmented
from ui.widgets.ticks import Ticks
from ui.widgets.zone_box import ZoneBox

_WIDTH = 680
_RULE_FILES = ("Rule files (*.yaml *.yml)",)
_TEXT_SIZES = range(SMALLEST_TEXT, LARGEST_TEXT + 1, 10)


class SettingsPage(Page):
    """What the planner remembers about how she works."""

    title = "Settings"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = context.theme
        self._planner = context.planner
        self._make_controls()
        self._lay_out()
        self._connect()
        self.refresh_all()

    def refresh(self, changes: Changes) -> None:
        if changes.settings or changes.account:
            self.refresh_all()

    def shown(self) -> None:
        self.refresh_all()
        self.zone.setFocus()

    def bring(self, part: str) -> None:
        if part == "profile":
            self.profile.begin()
            # Whole lines of the profile, not only its first field.
            self._scroll.ensureWidgetVisible(self.profile, 0, 0)

    def leaving(self) -> None:
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()

    def refresh_all(self) -> None:
        """Show what the planner has now."""
        setting, account = self._planner.setting, self._planner.records.account()
        self.zone.set_zone(self._planner.zone)
        at = self.week_start.findData(setting("week_start"))
        self.week_start.setCurrentIndex(at)
        self.usual_time.blockSignals(True)
        self.usual_time.setTime(QTime.fromString(str(setting("usual_time")), "HH:mm"))
        self.usual_time.blockSignals(False)
        for key, box in self._switches.items():
            box.setChecked(bool(setting(key)))
        self.look.choose(str(setting("theme")))
        self.text_size.setCurrentIndex(self.text_size.findData(setting("text_size")))
        self.rules.choose(account.jurisdictions)
        self.networks.choose(account.networks)
        rules = self._planner.practice.rules()
        self.own_rules.show_rules(rules, self._planner.practice.items() if rules.levels else ())
        self.profile.show_account(account)
        self.password.show_protected(self._planner.needs_passphrase(self._planner.path))

    def _make_controls(self) -> None:
        theme = self._theme
        self.message = Message(theme)
        self.zone = ZoneBox(theme)
        self.week_start = QComboBox()
        for value, words in WEEK_STARTS:
            self.week_start.addItem(words, value)
        self.usual_time = QTimeEdit()
        self.usual_time.setDisplayFormat("HH:mm")
        self._switches = {
            key: QCheckBox() for key in ("narrow_weekends", "awareness_days", "quiet_while_writing")
        }
        looks = (("system", "As this computer"), ("light", "Light"), ("dark", "Dark"))
        self.look = Segmented(theme, "Theme", looks)
        self.text_size = QComboBox()
        for size in _TEXT_SIZES:
            self.text_size.addItem(f"{size} %", size)
        for field in (self.week_start, self.usual_time, self.text_size):
            tame(field, theme)
        self.rules = Ticks(theme, "Which rules apply to you", JURISDICTIONS)
        self.networks = Ticks(theme, "Where you post", network_options())
        self.own_rules = OwnRules(theme)
        self.profile = Profile(theme)
        self.password = PasswordPart(theme)

    def _groups(self) -> tuple[Group, ...]:
        theme = self._theme
        general = Group(theme, "Time")
        general.add("Time zone", self.zone, "Posts keep this clock when you travel.")
        general.add("Week starts on", self.week_start)
        general.add("Usual posting time", self.usual_time, "A new post on a day starts with it.")
        practice = Group(theme, "Your practice")
        practice.add(
            "Which rules apply to you",
            self.rules,
            "With more than one, the stricter rule counts. With none, the strictest.",
            under=True,
        )
        practice.add("Where you post", self.networks, "New posts start with these.", under=True)
        look = Group(theme, "Appearance")
        look.add("Theme", self.look)
        look.add("Text size", self.text_size)
        calendar = Group(theme, "Calendar and writing")
        calendar.add("Narrow weekends", self._switches["narrow_weekends"])
        calendar.add("Show awareness days", self._switches["awareness_days"])
        calendar.add(
            "Quiet while writing",
            self._switches["quiet_while_writing"],
            "Hides the marks in the text. The checks go on and their counts stay.",
        )
        safety = Group(theme, "Privacy")
        where = Words(theme, str(self._planner.path), "small", "text2", wrap=True)
        safety.add("Kept in", where, under=True)
        safety.add("Password", self.password, under=True)
        return general, practice, self.own_rules, look, calendar, self.profile, safety

    def _lay_out(self) -> None:
        px = self._theme.px
        set_ground(self, "surface")
        inner = QWidget()
        set_ground(inner, "surface")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, px(32))
        column.setSpacing(px(20))
        for group in self._groups():
            column.addWidget(group)
        column.addStretch(1)
        self._body = QWidget()
        self._body.setLayout(column)
        self._on_theme()
        self._theme.changed.connect(self._on_theme)
        row = QHBoxLayout(inner)
        row.setContentsMargins(px(21), 0, px(21), 0)
        row.addWidget(self._body, 100)
        row.addStretch(1)
        self._scroll = scroll = labelled(QScrollArea(), "Settings")
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, px(14), 0, 0)
        whole.setSpacing(px(12))
        heading = Words(self._theme, "Settings", "screen")
        heading.setContentsMargins(px(21), 0, 0, 0)
        whole.addWidget(heading)
        whole.addWidget(self.message)
        whole.addWidget(scroll, 1)

    def _on_theme(self) -> None:
        self._body.setMaximumWidth(self._theme.px(_WIDTH))

    def _connect(self) -> None:
        self.zone.chosen.connect(lambda zone: self._set("zone", zone))
        self.week_start.activated.connect(
            lambda _: self._set("week_start", self.week_start.currentData())
        )
        self.usual_time.editingFinished.connect(
            lambda: self._set("usual_time", self.usual_time.time().toString("HH:mm"))
        )
        for key, box in self._switches.items():
            box.clicked.connect(self._writer(key, box))
        self.look.chosen.connect(lambda choice: self._set("theme", choice))
        self.text_size.activated.connect(
            lambda _: self._set("text_size", self.text_size.currentData())
        )
        self.rules.changed.connect(self._save_lists)
        self.networks.changed.connect(self._save_lists)
        self.profile.saved.connect(self._save_account)
        self.password.wanted.connect(self._change_password)
        own = self.own_rules
        own.wanted.connect(lambda rule: self._context.dialogs.own_rule(rule))
        own.unwanted.connect(
            lambda number: self._try(lambda: self._planner.practice.remove(number))
        )
        own.import_wanted.connect(self._import_rules)
        own.export_wanted.connect(self._export_rules)

    def _set(self, key: str, value: Value) -> None:
        self._try(lambda: self._planner.set_setting(key, value))

    def _writer(self, key: str, box: QCheckBox) -> Callable[[], None]:
        def write() -> None:
            self._set(key, box.isChecked())

        return write

    def _save_lists(self) -> None:
        account = self._planner.records.account()
        self._save_account(
            replace(account, jurisdictions=self.rules.chosen, networks=self.networks.chosen)
        )

    def _save_account(self, account: Account) -> None:
        self._try(lambda: self._planner.records.save_account(account))

    def _change_password(self, old: str, new: str) -> None:
        try:
            self._planner.change_passphrase(old or None, new or None)
        except WrongPassphrase:
            self.password.say_problem("This is not the present password. Check capital letters.")
            return
        except KnownError as error:
            self.message.say_error(error)
            return
        self.password.show_protected(bool(new))
        self._context.toasts.say("Password set." if new else "Password removed.")

    def _import_rules(self) -> None:
        def read(paths: tuple[Path, ...]) -> None:
            result = self._planner.practice.import_file(paths[0])
            if not result.changes.done:
                self._context.toasts.say(result.words())

        self._context.asker.open_files(
            self, "Import rules", _RULE_FILES, lambda paths: self._try(lambda: read(paths))
        )

    def _export_rules(self) -> None:
        def write(path: Path) -> None:
            self._planner.practice.export_file(path)
            self._context.toasts.say(f"Rules saved to {path.name}.")

        self._context.asker.save_file(
            self,
            "Export rules",
            Path.home() / "practice-rules.yaml",
            _RULE_FILES,
            lambda path: self._try(lambda: write(path)),
        )

    def _try(self, write: Callable[[], object]) -> None:
        try:
            write()
        except KnownError as error:
            self.message.say_error(error)
            self.refresh_all()
