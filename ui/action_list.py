"""Every action of Primum: its words, keys and place in the menus. Nothing unbuilt is listed."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence

Key = QKeySequence.StandardKey

# A menu is written "Title" or "Title<Menu it stands in".
MENUS = (
    "&File",
    "&Edit",
    "Te&xt<Edit",
    "&View",
    "T&heme<View",
    "&Post",
    "&Move<Post",
    "&Go",
    "&Help",
)


class Spec(NamedTuple):
    """One action.

    Attributes:
        id: its name in code, ``screen.verb``.
        title: its words with access key.
        menu: title of its menu without access key.
        group: items of one group stand together; a separator parts groups.
        keys: shortcuts, the first one is shown; a standard key means what this system uses.
        icon: name in ``resources/icons``.
        in_view: its keys work only while a view that attached it has the focus.
        checkable: whether it is on or off.
        role: where macOS puts it.
    """

    id: str
    title: str
    menu: str
    group: int = 0
    keys: tuple[Key | str, ...] = ()
    icon: str = ""
    in_view: bool = False
    checkable: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole

    def shortcuts(self) -> list[QKeySequence]:
        """The shortcuts on this system, without repetition."""
        found: list[QKeySequence] = []
        for key in self.keys:
            sequences = (
                [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
            )
            found.extend(sequence for sequence in sequences if sequence not in found)
        return found


_FILE = (
    Spec("post.new", "&New post", "File", 0, (Key.New,), "plus"),
    Spec("idea.new", "New &idea", "File", 0, ("Ctrl+Shift+N",), "bulb"),
    Spec("planner.open", "&Open planner…", "File", 1, (Key.Open,), "folder-open"),
    Spec("planner.new", "New &planner…", "File", 1),
    Spec("planner.save", "&Save now", "File", 2, (Key.Save,)),
    Spec("schedule.export", "&Export the schedule…", "File", 3, ("Ctrl+E",), "download"),
    Spec(
        "settings.open",
        "Se&ttings",
        "File",
        4,
        ("Ctrl+,",),
        "settings",
        role=QAction.MenuRole.PreferencesRole,
    ),
    Spec("app.quit", "&Quit", "File", 5, ("Ctrl+Q",), role=QAction.MenuRole.QuitRole),
)

_EDIT = (
    Spec("edit.undo", "&Undo", "Edit", 0, ("Ctrl+Z",), "undo"),
    Spec("edit.redo", "&Redo", "Edit", 0, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    Spec("edit.cut", "Cu&t", "Edit", 1, (Key.Cut,)),
    Spec("edit.copy", "&Copy", "Edit", 1, (Key.Copy,)),
    Spec("edit.paste", "&Paste", "Edit", 1, (Key.Paste,)),
    Spec("edit.paste_plain", "Paste p&lain", "Edit", 1, ("Ctrl+Shift+V",)),
    Spec("edit.select_all", "Select &all", "Edit", 1, (Key.SelectAll,)),
    Spec("post.copy_text", "Copy post text for this net&work", "Edit", 2, ("Ctrl+Shift+X",)),
    Spec("find.open", "&Find in text", "Edit", 3, (Key.Find,)),
    Spec("find.next", "Find &next", "Edit", 3, ("F3",)),
    Spec("find.previous", "Find pre&vious", "Edit", 3, ("Shift+F3",)),
    Spec("find.replace", "R&eplace", "Edit", 3, ("Ctrl+H",)),
    Spec("search.posts", "&Search posts", "Edit", 4, ("Ctrl+K", "Ctrl+Shift+F"), "search"),
    Spec("post.duplicate", "&Duplicate post", "Edit", 5, ("Ctrl+D",), "copy"),
    Spec("post.bin", "&Move to bin", "Edit", 5, (Key.Delete,), "bin", in_view=True),
    Spec("post.unbin", "Take &out of the bin", "Edit", 5),
)

_TEXT = (
    Spec("text.bold", "&Bold", "Text", 0, ("Ctrl+B",), "bold"),
    Spec("text.italic", "&Italic", "Text", 0, ("Ctrl+I",), "italic"),
    Spec("text.link", "&Link", "Text", 0, ("Ctrl+Shift+K",), "link"),
    Spec("text.heading", "&Heading", "Text", 1, (), "heading"),
    Spec("text.quote", "&Quote", "Text", 1, (), "quote"),
    Spec("text.numbered", "&Numbered list", "Text", 1, ("Ctrl+Shift+7",), "numbered-list"),
    Spec("text.bulleted", "B&ulleted list", "Text", 1, ("Ctrl+Shift+8",), "list"),
    Spec("text.source", "Insert &source…", "Text", 2, ("Ctrl+Shift+R",), "book"),
    Spec("text.image", "Insert i&mage…", "Text", 2, ("Ctrl+Shift+I",), "image"),
    Spec("text.alt_text", "Edit &alt text", "Text", 2, ("Ctrl+Shift+A",)),
)

_VIEW = (
    Spec("view.rail", "Left &rail", "View", 0, ("F9",), checkable=True),
    Spec("view.right_pane", "Right &pane", "View", 0, ("Shift+F9",), checkable=True),
    Spec("view.preview", "Pre&view", "View", 0, ("Ctrl+Shift+P",), checkable=True),
    Spec("view.filter", "&Filter", "View", 0, ("Ctrl+Shift+L",), "filter"),
    Spec("view.quiet", "&Quiet while writing", "View", 1, (), checkable=True),
    Spec("view.writing_only", "&Writing only", "View", 1, ("Shift+F11",), checkable=True),
    Spec("view.full_screen", "Full s&creen", "View", 1, ("F11",), checkable=True),
    Spec("view.bigger", "Text &bigger", "View", 2, ("Ctrl++", "Ctrl+=")),
    Spec("view.smaller", "Text &smaller", "View", 2, ("Ctrl+-",)),
    Spec("view.normal", "Text &normal", "View", 2, ("Ctrl+0",)),
    Spec("theme.system", "As this &computer", "Theme", 0, checkable=True),
    Spec("theme.light", "&Light", "Theme", 0, checkable=True),
    Spec("theme.dark", "&Dark", "Theme", 0, checkable=True),
)

_POST = (
    Spec("post.open", "&Open to edit", "Post", 0, (), "pencil"),
    Spec("post.next_step", "&Next step", "Post", 0, ("Ctrl+Return", "Ctrl+Enter")),
    Spec("post.back_to_draft", "Back to &draft", "Post", 0),
    Spec("post.back_to_idea", "Back to &idea", "Post", 0),
    Spec(
        "post.mark_posted",
        "Mark &posted",
        "Post",
        1,
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        "double-check",
    ),
    Spec("post.already_posted", "I a&lready posted this…", "Post", 1),
    Spec("post.archive", "&Archive", "Post", 1, (), "archive"),
    Spec("post.restore", "&Restore from the archive", "Post", 1),
    Spec("post.move_to_date", "Move &to date…", "Post", 2, ("Ctrl+M",), "calendar-move"),
    Spec("post.clear_date", "&Clear the date", "Post", 2),
    Spec("post.link_consent", "Link con&sent…", "Post", 3, ("Ctrl+Shift+C",), "consent"),
    Spec("post.disclose", "Disclose an a&ffiliation…", "Post", 3, (), "handshake"),
    Spec("check.next", "Next open chec&k", "Post", 4, ("F8",)),
    Spec("check.previous", "Pre&vious open check", "Post", 4, ("Shift+F8",)),
    Spec("check.fix", "&Quick fix at cursor", "Post", 4, ("Alt+Return", "Alt+Enter")),
    Spec("move.day_earlier", "A day &earlier", "Move", 0, ("Ctrl+Shift+Left",), in_view=True),
    Spec("move.day_later", "A day &later", "Move", 0, ("Ctrl+Shift+Right",), in_view=True),
    Spec("move.week_earlier", "A &week earlier", "Move", 0, ("Ctrl+Shift+Up",), in_view=True),
    Spec("move.week_later", "A wee&k later", "Move", 0, ("Ctrl+Shift+Down",), in_view=True),
    Spec("calendar.new", "New post on this da&y", "Post", 5, ("N",), "plus", in_view=True),
)

_GO = (
    Spec("go.calendar", "&Calendar", "Go", 0, ("Ctrl+2",), "calendar"),
    Spec("go.posts", "&Posts", "Go", 0, ("Ctrl+3",), "posts"),
    Spec("calendar.previous", "Previous &month", "Go", 1, ("PgUp",), in_view=True),
    Spec("calendar.next", "&Next month", "Go", 1, ("PgDown",), in_view=True),
    Spec("calendar.today", "&Today", "Go", 1, ("Ctrl+T",)),
    Spec("go.back", "&Back", "Go", 2, ("Alt+Left",), "arrow-left"),
    Spec("go.forward", "&Forward", "Go", 2, ("Alt+Right",), "arrow-right"),
    Spec("pane.next", "Next p&ane", "Go", 3, ("F6",)),
    Spec("pane.previous", "Previous pan&e", "Go", 3, ("Shift+F6",)),
)

_HELP = (
    Spec("help.guide", "&How Primum works", "Help", 0, ("F1",), "help"),
    Spec("help.checks", "&What is checked", "Help", 0, (), "check-circle"),
    Spec("help.shortcuts", "&Keyboard shortcuts", "Help", 0, ("Ctrl+F1",), "keyboard"),
    Spec("help.messages", "Recent &messages", "Help", 0),
    Spec("help.about", "&About Primum", "Help", 1, (), "info", role=QAction.MenuRole.AboutRole),
)

SPECS: tuple[Spec, ...] = _FILE + _EDIT + _TEXT + _VIEW + _POST + _GO + _HELP

POST_MENU = (
    "post.open",
    "post.next_step",
    "post.back_to_draft",
    "",
    "post.mark_posted",
    "post.already_posted",
    "post.archive",
    "post.restore",
    "",
    "post.move_to_date",
    "post.clear_date",
    "post.duplicate",
    "",
    "post.bin",
)
"""What the menu of a post offers wherever it stands; an empty entry is a separator."""
