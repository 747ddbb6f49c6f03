"""What the window remembers on this computer: its size and where planners are. Paths only."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

_RECENT = 8


class Remembered:
    """A small ini file in the configuration folder; nothing of a planner's content is in it."""

    def __init__(self, path: Path | None = None) -> None:
        """Use the file at ``path``; None means this user's configuration folder."""
        self._file = QSettings(
            str(path or config_folder() / "window.ini"), QSettings.Format.IniFormat
        )

    @property
    def recent(self) -> tuple[Path, ...]:
        """Planners opened lately, newest first, whether they are still there or not."""
        names = self._file.value("planners", [])
        listed = [names] if isinstance(names, str) else names
        return tuple(Path(name) for name in listed) if isinstance(listed, list) else ()

    def opened(self, path: Path) -> None:
        """Remember ``path`` as the planner opened last."""
        others = [str(known) for known in self.recent if known != path]
        self._file.setValue("planners", [str(path), *others][:_RECENT])

    @property
    def geometry(self) -> QByteArray | None:
        """The window's place and size when it was last closed."""
        value = self._file.value("geometry")
        return value if isinstance(value, QByteArray) else None

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Remember the window's place and size."""
        self._file.setValue("geometry", geometry)

    def sync(self) -> None:
        """Write it down now."""
        self._file.sync()


def config_folder() -> Path:
    """This user's folder for Primum's own small files."""
    where = QStandardPaths.StandardLocation.AppConfigLocation
    return Path(QStandardPaths.writableLocation(where))


def planner_folder() -> Path:
    """Where a new planner is put unless the user says otherwise."""
    where = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(where)) / "Primum"
