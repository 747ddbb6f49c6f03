"""When, where, sources, consent and the first words of a post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.calendar.words import when_words
from app.model.post import Post, text_below_title
from app.model.rows import PostRow
from app.networks.catalogue import networks
from app.text.document import read_document
from ui.theme.theme import Theme
from ui.widgets.chip import NetworkChip
from ui.widgets.fitting import TitleFitter
from ui.widgets.flow import Flow
from ui.widgets.properties import Words


@dataclass(frozen=True, slots=True)
class Subject:
    """A post and what is known about it.

    Attributes:
        consents: codes of the linked records.
        networks: ids of the doctor's networks and of the post's, in display order.
        notes: quiet remarks, for example about another post nearby.
        may_write: whether the planner can be changed.
    """

    post: Post
    row: PostRow
    consents: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    may_write: bool = True


class PostFacts(QWidget):
    """The upper half of the details pane."""

    networks_chosen = Signal(tuple)  # network ids

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[NetworkChip] = []
        self._title = Words(theme, "", "title", wrap=True)
        self._when = Words(theme, "", "button")
        self._sources = Words(theme, "")
        self._consent = Words(theme, "", wrap=True)
        self._notes = Words(theme, "", "small", "text2", wrap=True)
        self._excerpt = Excerpt(theme)
        self._where = QWidget()
        self._flow = Flow(self._where, gap=theme.px(4))
        self._grid = QGridLayout()
        for line, (name, value) in enumerate(
            (
                ("When", self._when),
                ("Where", self._where),
                ("Sources", self._sources),
                ("Consent", self._consent),
            )
        ):
            label = Words(theme, name, "small", "text2")
            self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(value, line, 1)
        self._grid.setColumnStretch(1, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addLayout(self._grid)
        self._column.addWidget(self._notes)
        self._column.addWidget(self._excerpt)
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def show_subject(self, subject: Subject) -> None:
        """Show a post."""
        post = subject.post
        self._title.setText(post.title or "Untitled")
        self._when.setText(when_words(post.when) if post.when else "No date yet")
        count = len(post.source_ids)
        self._sources.setText(f"{count} linked" if count else "None linked")
        codes = ", ".join(subject.consents)
        self._consent.setText(f"{codes} linked" if codes else "None linked")
        self._notes.setText("\n".join(subject.notes))
        self._notes.setVisible(bool(subject.notes))
        words = " ".join(read_document(text_below_title(post.body)).plain.split())
        self._excerpt.setText(words)
        self._excerpt.setVisible(bool(words))
        self._show_networks(subject)

    def _show_networks(self, subject: Subject) -> None:
        wanted = [(name, name in subject.post.networks) for name in subject.networks]
        if [(chip.network, chip.isChecked()) for chip in self._chips] == wanted:
            return
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        known = networks()
        self._chips = []
        for name, checked in wanted:
            spec = known.get(name)
            chip = NetworkChip(
                self._theme,
                name,
                spec.letters if spec else name[:2],
                spec.name if spec else name,
                checked=checked,
                fixed=not subject.may_write,
                parent=self._where,
            )
            chip.clicked.connect(self._tell_networks)
            self._flow.addWidget(chip)
            chip.show()
            self._chips.append(chip)

    def _tell_networks(self) -> None:
        self.networks_chosen.emit(tuple(c.network for c in self._chips if c.isChecked()))

    def _on_theme(self) -> None:
        px = self._theme.px
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(px(7))
        self._grid.setColumnMinimumWidth(0, px(74))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(9))


class Excerpt(QWidget):
    """The first three lines of a text; the whole text is its spoken name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._fitter = TitleFitter(theme.font("body"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme)

    def setText(self, text: str) -> None:
        """Show other words."""
        self._text = text[:600]
        self.setAccessibleName(text[:300])
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), 3 * self._theme.px(16) + self._theme.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._fitter.font)
        painter.setPen(self._theme.token("text2"))
        base = painter.fontMetrics().ascent()
        for line, words in enumerate(self._fitter.lines(self._text, self.width(), 3)):
            painter.drawText(QPointF(0, base + line * self._theme.px(16)), words)
        painter.end()

    def _on_theme(self) -> None:
        self._fitter = TitleFitter(self._theme.font("body"))
        self.updateGeometry()


def networks_shown(account: Sequence[str], post: Sequence[str]) -> tuple[str, ...]:
    """The doctor's networks, then those of the post that are not among them."""
    return tuple(dict.fromkeys((*account, *post)))
