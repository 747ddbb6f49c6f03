"""The one registry of actions: menus, shortcuts and buttons all come from here.

What an action is called and which keys it has stands in ``ui.action_list``. What it
does is bound by the window and by the page that is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.errors import KnownError
from ui.action_list import MENUS, SPECS, Spec
from ui.theme.theme import Theme


class Command(NamedTuple):
    """What an action does now.

    Attributes:
        run: does it.
        when: whether it can be done now; None means always.
        title: its words now, with access key, where they change ("&Undo move").
        checked: for an action that is on or off.
    """

    run: Callable[[], object]
    when: Callable[[], bool] | None = None
    title: Callable[[], str] | None = None
    checked: Callable[[], bool] | None = None


class ActionRegistry(QObject):
    """One ``QAction`` for each action. An action that nobody can do now is disabled.

    ``refused`` carries the ``KnownError`` that an action ended in.
    """

    refused = Signal(KnownError)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        """Window-wide shortcuts work in ``host``."""
        super().__init__(host)
        self._theme = theme
        self._scopes: dict[str, Mapping[str, Command]] = {}
        self._resting = False
        self._drawn = False
        self._specs = {spec.id: spec for spec in SPECS}
        self._actions: dict[str, QAction] = {}
        for spec in SPECS:
            self._actions[spec.id] = self._make(spec, host)
        theme.changed.connect(self._on_theme)

    def action(self, key: str) -> QAction:
        """The action called ``key``."""
        return self._actions[key]

    def shortcut_words(self, key: str) -> str:
        """The first shortcut of ``key`` as the user reads it; empty if it has none."""
        return self._actions[key].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def bind(self, scope: str, commands: Mapping[str, Command]) -> None:
        """Say what the actions of ``scope`` do; a scope bound later wins over earlier ones."""
        unknown = set(commands) - set(self._actions)
        if unknown:
            raise KeyError(f"no such action: {sorted(unknown)}")
        self._scopes.pop(scope, None)
        self._scopes[scope] = commands
        self.refresh()

    def release(self, scope: str) -> None:
        """Forget what ``scope`` bound."""
        if self._scopes.pop(scope, None) is not None:
            self.refresh()

    def attach(self, widget: QWidget, keys: tuple[str, ...]) -> None:
        """Make the keys of view actions work while ``widget`` has the focus."""
        for key in keys:
            widget.addAction(self._actions[key])

    def trigger(self, key: str) -> None:
        """Do ``key`` if it can be done now."""
        self._run(key)

    def suspend(self) -> None:
        """Let every action but Quit rest while a dialog lies over the window."""
        self._resting = True
        self.refresh()

    def resume(self) -> None:
        """Wake the actions again."""
        self._resting = False
        self.refresh()

    def refresh(self) -> None:
        """Look again at what can be done, what is on, and what things are called."""
        for key, action in self._actions.items():
            self._look_again(key, action)

    def build_menus(self, bar: QMenuBar) -> None:
        """Fill ``bar`` with the menus; groups are parted by separators."""
        menus: dict[str, QMenu] = {}
        group: dict[str, int] = {}
        for title in MENUS:
            path, _, parent = title.partition("<")
            parent_menu = menus.get(parent)
            menu = QMenu(path, bar) if parent_menu is None else parent_menu.addMenu(path)
            if parent_menu is None:
                bar.addMenu(menu)
                menu.aboutToShow.connect(self._prepare_menus)
            menus[path.replace("&", "")] = menu
        for spec in SPECS:
            menu = menus[spec.menu]
            if group.setdefault(spec.menu, spec.group) != spec.group:
                menu.addSeparator()
                group[spec.menu] = spec.group
            menu.addAction(self._actions[spec.id])

    def fill(self, menu: QMenu, keys: tuple[str, ...]) -> QMenu:
        """Add actions to a context menu; an empty key is a separator."""
        self._prepare_menus()
        for key in keys:
            if key:
                menu.addAction(self._actions[key])
            else:
                menu.addSeparator()
        return menu

    def _command(self, key: str) -> Command | None:
        for commands in reversed(self._scopes.values()):
            command = commands.get(key)
            if command is not None:
                return command
        return None

    def _make(self, spec: Spec, host: QWidget) -> QAction:
        action = QAction(spec.title, host)
        action.setObjectName(spec.id)
        action.setShortcuts(spec.shortcuts())
        action.setShortcutContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
            if spec.in_view
            else Qt.ShortcutContext.WindowShortcut
        )
        action.setMenuRole(spec.role)
        action.setCheckable(spec.checkable)
        action.setEnabled(False)
        action.triggered.connect(lambda _=False, key=spec.id: self._run(key))
        if not spec.in_view:
            host.addAction(action)
        return action

    def _run(self, key: str) -> None:
        command = self._command(key)
        if command is None or (command.when is not None and not command.when()):
            self._look_again(key, self._actions[key])
            return
        try:
            command.run()
        except KnownError as error:
            self.refused.emit(error)
        self._look_again(key, self._actions[key])

    def _look_again(self, key: str, action: QAction) -> None:
        command = self._command(key)
        able = command is not None and (command.when is None or command.when())
        action.setEnabled(able and (not self._resting or key == "app.quit"))
        title = command.title() if command is not None and command.title is not None else ""
        action.setText(title or self._specs[key].title)
        if action.isCheckable():
            on = command is not None and command.checked is not None and command.checked()
            action.setChecked(on)

    def _prepare_menus(self) -> None:
        """Draw the icons when a menu is first opened: at start nobody would see them."""
        if not self._drawn:
            self._draw_icons()
        self.refresh()

    def _draw_icons(self) -> None:
        self._drawn = True
        for key, action in self._actions.items():
            icon = self._specs[key].icon
            if icon:
                action.setIcon(self._theme.icon(icon, "text2", 16))

    def _on_theme(self) -> None:
        if self._drawn:
            self._draw_icons()
