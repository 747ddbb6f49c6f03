"""The preview pane: a tab for each network, its card, and what the network changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labelled import labelled
from ui.widgets.properties import Words, rule, set_ground
from ui.write.network_view import NetworkView, paragraphs, source_place
from ui.write.preview_card import Author, PreviewCard


class Preview(QWidget):
    """Signals.

    place_wanted: a code point of the Markdown that the cursor should go to.
    closed: the pane is to be hidden.
    own_version: the network that should get words of its own.
    """

    place_wanted = Signal(int)
    closed = Signal()
    own_version = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._views: tuple[NetworkView, ...] = ()
        self._texts: Mapping[str, str] = {}
        self._network = ""
        self._own_ids: frozenset[str] = frozenset()
        self._unfolded = False
        set_ground(self, "bg")
        self.setAccessibleName("Preview")
        self._tabs = labelled(QTabBar(self), "Preview for")
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.currentChanged.connect(self._on_tab)
        self._close = IconButton(theme, "split", "Hide the preview")
        self._close.clicked.connect(self.closed)
        self.card = PreviewCard(theme)
        self.card.pressed.connect(self._on_pressed)
        self.card.unfolded.connect(self._unfold)
        self._mark = QLabel(self)
        self._notes = Words(theme, "", "fine", "text3", wrap=True)
        self._problems = Words(theme, "", "small_medium", "fix", wrap=True)
        self._own = Button(theme, "", "link", "pencil")
        self._own.clicked.connect(lambda: self.own_version.emit(self._network))
        self._empty = Words(theme, "", "small", "text3", wrap=True)
        self._build()
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def show_author(self, author: Author) -> None:
        """Show who posts, and when."""
        self.card.show_author(author)

    def show_picture(self, image: QImage | None, alt_text: str) -> None:
        """Show the first picture of the post."""
        self.card.show_picture(image, alt_text)

    @property
    def network(self) -> str:
        """The network in front; empty when the post goes nowhere."""
        return self._network

    def show_views(
        self, views: Sequence[NetworkView], texts: Mapping[str, str], own: frozenset[str]
    ) -> None:
        """Show how the networks show the post.

        ``texts`` is the Markdown of each; ``own`` are those with words of their own.
        """
        self._texts, self._own_ids = texts, own
        names = [(view.network, view.name) for view in views]
        if names != [(view.network, view.name) for view in self._views]:
            self._tabs.blockSignals(True)
            while self._tabs.count():
                self._tabs.removeTab(0)
            for _, name in names:
                self._tabs.addTab(name)
            ids = [network for network, _ in names]
            self._network = self._network if self._network in ids else (ids or [""])[0]
            if self._network:
                self._tabs.setCurrentIndex(ids.index(self._network))
            self._tabs.blockSignals(False)
        self._views = tuple(views)
        self._show()

    def show_network(self, network: str) -> None:
        """Bring a network to the front."""
        ids = [view.network for view in self._views]
        if network in ids:
            self._tabs.setCurrentIndex(ids.index(network))

    def follow(self, place: int) -> None:
        """Bring the paragraph that the cursor is in into view."""
        view = self._view()
        if view is None or not self.isVisible():
            return
        text = self._texts.get(view.network, "")
        words = paragraphs(self._shown(view))
        best = -1
        for number, paragraph in enumerate(words):
            at = source_place(text, paragraph)
            if 0 <= at <= place:
                best = number
        label = self.card.paragraph(words, best)
        if label is not None:
            self._scroll.ensureWidgetVisible(label, 0, self._theme.px(24))

    def _view(self) -> NetworkView | None:
        return next((view for view in self._views if view.network == self._network), None)

    def _shown(self, view: NetworkView) -> str:
        return view.shown + view.hidden if self._unfolded else view.shown

    def _show(self) -> None:
        view = self._view()
        self.card.setVisible(view is not None)
        self._mark.setVisible(view is not None and bool(view.notes))
        self._own.setVisible(view is not None)
        self._empty.setVisible(view is None)
        if view is None:
            self._empty.setText("Choose a network to see how the post will look there.")
            self._notes.setText("")
            self._problems.hide()
            return
        self.card.show_text(self._shown(view), folded=bool(view.hidden) and not self._unfolded)
        _set(self._notes, " ".join(view.notes))
        _set(self._problems, _sentences(view.problems))
        self._problems.setVisible(bool(view.problems))
        _set_button(self._own, f"Write a version for {view.name}")
        self._own.setVisible(view.network not in self._own_ids and len(self._views) > 1)

    def _on_tab(self, place: int) -> None:
        if 0 <= place < len(self._views):
            self._network = self._views[place].network
            self._unfolded = False
            self._show()

    def _on_pressed(self, words: str) -> None:
        view = self._view()
        if view is not None:
            at = source_place(self._texts.get(view.network, ""), words)
            if at >= 0:
                self.place_wanted.emit(at)

    def _unfold(self) -> None:
        self._unfolded = True
        self._show()

    def _build(self) -> None:
        self._top = QWidget(self)
        self._head = QHBoxLayout(self._top)
        self._head.addWidget(self._tabs, 1, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self._close)
        note = QHBoxLayout()
        note.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._notes, 1)
        self._note = note
        inner = QWidget()
        set_ground(inner, "bg")
        self._list = QVBoxLayout(inner)
        for part in (self._empty, self.card, self._problems):
            self._list.addWidget(part)
        self._list.addLayout(note)
        self._list.addWidget(self._own, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._top)
        box.addWidget(rule(self))
        box.addWidget(self._scroll, 1)

    def _on_theme(self) -> None:
        px = self._theme.px
        self._mark.setPixmap(self._theme.pixmap("info", "text3", 14))
        self._head.setContentsMargins(px(16), 0, px(12), 0)
        self._top.setFixedHeight(px(44))
        self._list.setContentsMargins(px(16), px(16), px(16), px(16))
        self._list.setSpacing(px(12))
        self._note.setSpacing(px(6))
        if self._views:
            self._show()


def _set(label: Words, words: str) -> None:
    if label.text() != words:
        label.setText(words)


def _set_button(button: Button, words: str) -> None:
    if button.text() != words:
        button.setText(words)


def _sentences(words: Sequence[str]) -> str:
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in words)
