"""The one registry of settings. Values live in the planner file, so they travel with it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

Value = str | int | bool


class Setting(NamedTuple):
    """One setting: its key, what it is by default, and what the user reads about it.

    ``choices`` lists the values allowed (empty: any of the default's type);
    ``low`` and ``high`` bound whole numbers.
    """

    key: str
    default: Value
    title: str
    choices: tuple[Value, ...] = ()
    low: int | None = None
    high: int | None = None

    def accepts(self, value: Value) -> bool:
        """Whether ``value`` is one this setting can hold."""
        if type(value) is not type(self.default):
            return False
        if self.choices and value not in self.choices:
            return False
        if isinstance(value, int) and not isinstance(value, bool):
            return (self.low is None or value >= self.low) and (
                self.high is None or value <= self.high
            )
        return True


_ALL = (
    Setting("zone", "", "Time zone"),
    Setting("week_start", 0, "Week starts on", choices=(0, 5, 6)),
    Setting("theme", "system", "Theme", choices=("system", "light", "dark")),
    Setting("text_size", 100, "Text size", low=90, high=150),
    Setting("narrow_weekends", True, "Narrow weekends"),
    Setting("awareness_days", True, "Show awareness days"),
    Setting("quiet_while_writing", False, "Hide marks while writing"),
    Setting("usual_time", "08:00", "Usual posting time"),
    Setting("item_levels", "{}", "Checks that are recommended or off"),
    Setting("practice_rules", "", "Your practice's own rules"),
    Setting("sample", False, "This is the sample planner"),
    Setting("last_export_folder", "", "Folder of the last export"),
)

SETTINGS: Mapping[str, Setting] = MappingProxyType({setting.key: setting for setting in _ALL})
