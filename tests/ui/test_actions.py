"""One registry: no key twice, every item reachable by its access key, nothing dangling."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QWidget

from app.errors import Refused
from ui.action_list import MENUS, SPECS
from ui.actions import ActionRegistry, Command
from ui.theme.icons import icon_names


@pytest.fixture
def host(qtbot):
    host = QMainWindow()
    qtbot.addWidget(host)
    return host


@pytest.fixture
def registry(theme, host):
    return ActionRegistry(theme, host)


def test_no_shortcut_is_used_twice(qapp):
    keys = Counter(
        key.toString(QKeySequence.SequenceFormat.PortableText)
        for spec in SPECS
        for key in spec.shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_single_letters_work_only_in_a_view():
    letters = [spec for spec in SPECS if any(len(str(key)) == 1 for key in spec.keys)]
    assert letters
    assert all(spec.in_view for spec in letters)


def test_no_shortcut_needs_ctrl_and_alt_together():
    assert not [key for spec in SPECS for key in spec.keys if "Ctrl+Alt" in str(key)]


def test_ids_are_unique_and_icons_exist():
    assert len({spec.id for spec in SPECS}) == len(SPECS)
    assert {spec.icon for spec in SPECS if spec.icon} <= set(icon_names())


def test_every_item_has_its_own_access_key_in_its_menu():
    for title in MENUS:
        name = title.partition("<")[0].replace("&", "")
        titles = [spec.title for spec in SPECS if spec.menu == name]
        titles += [menu.partition("<")[0] for menu in MENUS if menu.partition("<")[2] == name]
        keys = [title.partition("&")[2][:1].lower() for title in titles]
        assert all(keys), f"no access key in {name}: {titles}"
        twice = [key for key, count in Counter(keys).items() if count > 1]
        assert not twice, f"{name} uses {twice} twice"


def test_menus_hold_every_action_once(registry, host):
    registry.build_menus(host.menuBar())
    found: list[str] = []

    def walk(menu: QMenu) -> None:
        for action in menu.actions():
            inner = action.menu()
            if inner is not None:
                walk(inner)
            elif not action.isSeparator():
                found.append(action.objectName())

    for top in host.menuBar().actions():
        walk(top.menu())
    assert sorted(found) == sorted(spec.id for spec in SPECS)


def test_an_action_nobody_can_do_is_disabled(registry):
    assert not registry.action("post.new").isEnabled()
    registry.bind("window", {"post.new": Command(lambda: None)})
    assert registry.action("post.new").isEnabled()
    registry.release("window")
    assert not registry.action("post.new").isEnabled()


def test_the_page_wins_over_the_window_until_it_is_released(registry):
    done: list[str] = []
    registry.bind("window", {"planner.save": Command(lambda: done.append("window"))})
    registry.bind("page", {"planner.save": Command(lambda: done.append("page"))})
    registry.action("planner.save").trigger()
    registry.release("page")
    registry.action("planner.save").trigger()
    assert done == ["page", "window"]


def test_words_and_ticks_follow_the_command(registry):
    name = ["move"]
    registry.bind(
        "window",
        {
            "edit.undo": Command(lambda: None, lambda: bool(name[0]), lambda: f"&Undo {name[0]}"),
            "theme.dark": Command(lambda: None, checked=lambda: True),
        },
    )
    assert registry.action("edit.undo").text() == "&Undo move"
    assert registry.action("theme.dark").isChecked()
    name[0] = ""
    registry.refresh()
    assert not registry.action("edit.undo").isEnabled()


def test_what_is_refused_is_told(registry, qtbot):
    def refuse() -> None:
        raise Refused("Not ready yet: 2 to fix.")

    registry.bind("window", {"post.next_step": Command(refuse)})
    with qtbot.waitSignal(registry.refused) as told:
        registry.trigger("post.next_step")
    assert told.args[0].headline == "Not ready yet: 2 to fix."


def test_a_misspelt_action_is_a_bug(registry):
    with pytest.raises(KeyError, match="no such action"):
        registry.bind("page", {"post.nwe": Command(lambda: None)})


def test_view_keys_work_in_the_view_that_attached_them(registry, host, qtbot):
    done: list[int] = []
    view, other = QWidget(), QWidget()
    body = QMenuBar()
    host.setMenuBar(body)
    centre = QWidget()
    for place, widget in enumerate((view, other)):
        widget.setParent(centre)
        widget.setGeometry(0, place * 20, 20, 20)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    host.setCentralWidget(centre)
    registry.attach(view, ("calendar.new",))
    registry.bind("page", {"calendar.new": Command(lambda: done.append(1))})
    with qtbot.waitExposed(host):
        host.show()
    other.setFocus()
    qtbot.keyClicks(other, "n")
    assert done == []
    view.setFocus()
    qtbot.keyClicks(view, "n")
    assert done == [1]
