"""The strip of pictures under the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.model.post import Post
from app.networks.catalogue import Network
from ui.theme.theme import Theme
from ui.widgets.properties import rule, set_ground
from ui.write.picture_row import PictureRow

_SHOWN = 2


class PictureStrip(QWidget):
    """A row for each picture; hidden while the post has none. More than two scroll.

    Signals as in ``PictureRow``.
    """

    alt_changed = Signal(str, str)
    person_changed = Signal(str, bool)
    removed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        networks: Sequence[Network],
        thumbnail: Callable[[str], bytes],
        parent: QWidget | None = None,
    ) -> None:
        """``thumbnail`` gives the bytes of a small version by hash."""
        super().__init__(parent)
        self._theme = theme
        self._networks = {network.id: network for network in networks}
        self._thumbnail = thumbnail
        self._rows: dict[str, PictureRow] = {}
        set_ground(self, "surface")
        self.setAccessibleName("Pictures")
        inner = QWidget()
        set_ground(inner, "surface")
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rule(self))
        box.addWidget(self._scroll)
        theme.changed.connect(self._fit)
        self.hide()

    def show_post(self, post: Post, *, editable: bool) -> None:
        """Show the pictures of ``post``; rows that stay are changed in place."""
        wanted = [picture.sha256 for picture in post.pictures]
        for gone in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        limit, limited_by = self.alt_limit(post.networks)
        for place, picture in enumerate(post.pictures):
            row = self._rows.get(picture.sha256) or self._add(picture.sha256)
            row.show_picture(picture, limit, limited_by)
            row.set_editable(editable)
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)
        self.setVisible(bool(wanted))
        self._fit()

    def alt_limit(self, networks: Sequence[str]) -> tuple[int, str]:
        """The shortest alt text limit among ``networks`` and whose it is; 0 if none is known."""
        known = [self._networks[key] for key in networks if key in self._networks]
        limited = [network for network in known if network.alt_limit]
        strict = min(limited, key=lambda network: network.alt_limit, default=None)
        return (strict.alt_limit, strict.name) if strict else (0, "")

    def edit_alt(self, sha256: str = "") -> bool:
        """Bring the alt text of a picture to the keyboard: the first without any, if not named."""
        rows = list(self._rows.values())
        empty = next((row for row in rows if not row.alt.text()), rows[0] if rows else None)
        row = self._rows.get(sha256, empty)
        if row is None:
            return False
        row.alt.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(row)
        return True

    def keep_typing(self) -> None:
        """Keep an alt text that is being typed."""
        for row in self._rows.values():
            row.alt.returnPressed.emit()

    def _add(self, sha256: str) -> PictureRow:
        row = PictureRow(self._theme, sha256)
        row.alt_changed.connect(self.alt_changed)
        row.person_changed.connect(self.person_changed)
        row.removed.connect(self.removed)
        row.thumbnail.show_image(QImage.fromData(self._thumbnail(sha256)))
        self._rows[sha256] = row
        return row

    def _fit(self) -> None:
        rows = list(self._rows.values())[:_SHOWN]
        height = sum(row.sizeHint().height() for row in rows)
        self._scroll.setFixedHeight(max(1, height))
