"""The posts screen: every post in a list that can be searched, filtered and sorted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.model.changes import Changes
from app.model.rows import PostRow
from ui.action_list import POST_MENU
from ui.actions import Command
from ui.context import UiContext
from ui.page import Page
from ui.post_actions import PostActions
from ui.posts.empty import EmptyState
from ui.posts.filters import BY_KEY, FilterBar
from ui.posts.heading import SORTABLE
from ui.posts.model import Column, PostsModel
from ui.posts.sorting import SortButton
from ui.posts.source import Order, RowSource, Wanted, source_of
from ui.posts.view import PostsView
from ui.widgets.buttons import Button
from ui.widgets.properties import Words, rule, set_ground
from ui.widgets.search import SearchField

MENU = (*POST_MENU, "post.unbin")


class PostsPage(Page):
    """Find any post: full-text search, saved filters with counts, three orders."""

    title = "Posts"

    def __init__(self, context: UiContext, source: RowSource | None = None) -> None:
        super().__init__()
        self._context = context
        planner = context.planner
        self._actions = PostActions(context, self.current_row, self)
        self.model = PostsModel(source or source_of(planner), planner.now(), self)
        self._build()
        self._wire()
        self.choose_filter("needs_me" if planner.lists.counts().get("needs_me") else "all")
        context.theme.changed.connect(self._on_theme)

    def _build(self) -> None:
        theme = self._context.theme
        set_ground(self, "surface")
        self._title = Words(theme, "Posts", "screen")
        hint = self._context.actions.shortcut_words("search.posts")
        self.search = SearchField(theme, "Search all posts", hint)
        self.bar = FilterBar(theme)
        self.sort = SortButton(theme)
        self.restore_button = Button(theme, "Restore", icon="undo")
        self.restore_button.setToolTip("Take the post out of the bin")
        self.view = PostsView(theme, self.model)
        self.empty = EmptyState(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self.search)
        self._tools = QHBoxLayout()
        self._tools.addWidget(self.bar)
        self._tools.addStretch(1)
        self._tools.addWidget(self.restore_button)
        self._tools.addWidget(self.sort)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addLayout(self._tools)
        self._column.addWidget(rule())
        self._column.addWidget(self._stack, 1)
        self._on_theme()

    def _wire(self) -> None:
        self.search.searched.connect(self._on_search)
        self.search.installEventFilter(self)
        self.bar.chosen.connect(self.choose_filter)
        self.sort.chosen.connect(lambda: self._load())
        self.view.opened.connect(self._open)
        self.view.binned.connect(lambda _: self._bin())
        self.view.sort_wanted.connect(self._sort_by_column)
        self.view.line_changed.connect(self._on_line)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.restore_button.clicked.connect(self._restore)
        self.empty.new_wanted.connect(lambda: self.new_post.emit(None))
        self.empty.all_wanted.connect(lambda: self.choose_filter("all"))
        self._actions.opened.connect(self.open_post)

    # What the window asks of a page

    @property
    def commands(self) -> Mapping[str, Command]:
        """What can be done with the post on the current line."""
        return self._actions.commands()

    def refresh(self, changes: Changes) -> None:
        """Load again what the changes touched."""
        if changes.posts or "zone" in changes.settings:
            self.model.drop(changes.posts)
            self._load()

    def shown(self) -> None:
        """Bring the list up to date and put the focus on it."""
        self._load()
        (self.view if self._stack.currentWidget() is self.view else self.search).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def panes(self) -> tuple[QWidget, ...]:
        """Search field, filters, list."""
        return (self.search, self.bar, self.view)

    def start_search(self) -> None:
        """Put the focus into the search field, over all posts."""
        if self.bar.key == "bin" or not self.search.text():
            self.choose_filter("all")
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # What is shown

    def choose_filter(self, key: str) -> None:
        """Show the posts of a saved filter in its own order."""
        self.bar.choose(key)
        saved = BY_KEY[key]
        searching = bool(self.search.text().strip())
        if not searching:
            self.sort.show_order(saved.order, descending=saved.descending)
        self._load(from_top=True)

    def current_row(self) -> PostRow | None:
        """The post that commands work on."""
        return self.model.row(self.view.currentIndex().row())

    def _wanted(self) -> Wanted:
        wanted = replace(BY_KEY[self.bar.key].filter, text=self.search.text().strip())
        return Wanted(wanted, self.sort.order, self.sort.descending)

    def _load(self, *, from_top: bool = False) -> None:
        planner = self._context.planner
        kept, line = self.view.post_id, max(self.view.currentIndex().row(), 0)
        if from_top:
            kept = line = 0
        self.bar.show_counts(planner.lists.counts())
        self._fit_tools()
        self.view.show_snippets(with_snippet=bool(self.search.text().strip()))
        wanted = self._wanted()
        self.model.load(wanted, planner.now(), planner.zone)
        self.view.header.show_order(wanted.order, descending=wanted.descending)
        in_bin = self.bar.key == "bin"
        self.restore_button.setVisible(in_bin)
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.view)
            self.view.choose(kept, line)
        else:
            self._show_empty()
        self._on_line()

    def _fit_tools(self) -> None:
        """First the counts give way to a narrow window, then the words of the order."""
        room = self.width() - self._context.theme.px(50)
        if self.bar.key == "bin":
            room -= self.restore_button.sizeHint().width()
        self.sort.set_short(False)
        self.bar.set_brief(False)
        if self.bar.sizeHint().width() + self.sort.sizeHint().width() <= room:
            return
        self.bar.set_brief(True)
        if self.bar.sizeHint().width() + self.sort.sizeHint().width() > room:
            self.sort.set_short(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tools()

    def _show_empty(self) -> None:
        words = self.search.text().strip()
        key = self.bar.key
        if words:
            self.empty.say(f"Nothing found for “{words}”.", all_posts=key != "all")
        else:
            self.empty.say(BY_KEY[key].empty, new_post=key == "all" and self._may_write())
        had_focus = self.view.hasFocus()
        self._stack.setCurrentWidget(self.empty)
        if had_focus:
            self.search.setFocus()

    def _may_write(self) -> bool:
        return not self._context.planner.read_only

    def _on_search(self, words: str) -> None:
        saved = BY_KEY[self.bar.key]
        order = Order.BEST if words.strip() else saved.order
        self.sort.show_order(order, descending=saved.descending and order is not Order.BEST)
        self._load(from_top=True)

    def _sort_by_column(self, column: int) -> None:
        order = SORTABLE.get(Column(column))
        if order is not None:
            self.sort.choose(order)

    def _on_line(self) -> None:
        row = self.current_row()
        self.restore_button.setEnabled(row is not None and row.binned_at is not None)
        self._context.actions.refresh()

    # What is done

    def _open(self, post_id: int) -> None:
        if self.bar.key == "bin":
            self._restore()
        else:
            self.open_post.emit(post_id)

    def _bin(self) -> None:
        row = self.current_row()
        if row is not None and row.binned_at is None and self._may_write():
            posts = self._context.planner.posts
            self._actions.attempt(lambda: posts.bin(row.id))

    def _restore(self) -> None:
        row = self.current_row()
        if row is not None and row.binned_at is not None and self._may_write():
            posts = self._context.planner.posts
            self._actions.attempt(lambda: posts.unbin(row.id))

    def _open_menu(self, place: QPoint) -> None:
        actions = self._context.actions
        actions.refresh()
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        able = tuple(key for key in MENU if key and actions.action(key).isEnabled())
        actions.fill(menu, able)
        menu.popup(self.view.viewport().mapToGlobal(place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # From the search field straight into what it found.
        pressed = watched is self.search and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _on_theme(self) -> None:
        px = self._context.theme.px
        self.view.restyle(self._context.theme)
        self._head.setContentsMargins(px(20), px(12), px(16), px(8))
        self._tools.setContentsMargins(px(18), 0, px(16), px(10))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.search.setMinimumWidth(px(260))
