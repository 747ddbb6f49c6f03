"""One picture of the post: thumbnail, name, alt text edited in place, who is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from app.model.post import AttachedPicture
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.elided import ElidedLabel
from ui.widgets.labelled import labelled
from ui.widgets.properties import Words
from ui.write.preview_card import covering


class Thumbnail(QWidget):
    """A small picture with round corners."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage) -> None:
        """Show another picture."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(64), self._theme.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), self._theme.px(5), self._theme.px(5))
        painter.setClipPath(path)
        painter.fillRect(self.rect(), self._theme.token("sunken"))
        if not self._image.isNull():
            source = covering(self._image.size(), self.size())
            painter.drawImage(QRectF(self.rect()), self._image, QRectF(source))
        painter.end()


class AltField(QLineEdit):
    """Alt text in one line; Enter or leaving it keeps what was typed, Escape does not."""

    kept = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inline")
        self._known = ""
        self.returnPressed.connect(self._keep)

    def show_text(self, text: str) -> None:
        """Show the stored alt text, unless she is typing another."""
        self._known = text
        if not self.hasFocus() and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._keep()
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._known:
            self.setText(self._known)
            event.accept()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        words = " ".join(self.text().split())
        if words != self._known:
            self._known = words
            self.kept.emit(words)


class PictureRow(QWidget):
    """Signals carry the picture's hash first.

    alt_changed: its new alt text. person_changed: whether it shows a person. removed.
    """

    alt_changed = Signal(str, str)
    person_changed = Signal(str, bool)
    removed = Signal(str)

    def __init__(self, theme: Theme, sha256: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._limit = 0
        self._limited_by = ""
        self.sha256 = sha256
        self.thumbnail = Thumbnail(theme)
        self._name = ElidedLabel(theme, "", "small_medium", mode=Qt.TextElideMode.ElideMiddle)
        self._label = Words(theme, "Alt text:", "small", "text2")
        self.alt = AltField()
        self.alt.setPlaceholderText("Say what the picture shows, for those who cannot see it")
        self.alt.kept.connect(lambda words: self.alt_changed.emit(self.sha256, words))
        self.alt.textEdited.connect(self._count_words)
        self._count = Words(theme, "", "small", "text3")
        self._person = QCheckBox("Shows a person")
        self._person.clicked.connect(self._on_person)
        self._remove = IconButton(theme, "bin", "Remove the picture", size=14)
        self._remove.clicked.connect(lambda: self.removed.emit(self.sha256))
        self._build()
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def show_picture(self, picture: AttachedPicture, limit: int, limited_by: str) -> None:
        """Show a picture; ``limit`` is the shortest alt text limit among its networks (0: none)."""
        self._limit, self._limited_by = limit, limited_by
        self._name.setText(picture.name)
        labelled(self.alt, f"Alt text of {picture.name}")
        self.alt.show_text(picture.alt_text)
        self._label.set_ink("text2" if picture.alt_text else "consider")
        self._person.setChecked(picture.shows_person)
        self._person.setAccessibleName(f"{picture.name} shows a person")
        self._remove.set_name(f"Remove {picture.name}")
        self._count_words(self.alt.text())

    def set_editable(self, editable: bool) -> None:
        """Whether anything can be changed."""
        self.alt.setReadOnly(not editable)
        self._person.setEnabled(editable)
        self._remove.setVisible(editable)

    def _on_person(self) -> None:
        self.person_changed.emit(self.sha256, self._person.isChecked())

    def _count_words(self, words: str) -> None:
        over = bool(self._limit) and len(words) > self._limit
        near = bool(self._limit) and (self.alt.hasFocus() or over)
        lead = f"{self._limited_by}: " if over else ""
        self._count.setText(f"{lead}{len(words):,} of {self._limit:,}" if near else "")
        self._count.set_ink("fix" if over else "text3")

    def _build(self) -> None:
        self._alt_row = QHBoxLayout()
        self._alt_row.addWidget(self._label)
        self._alt_row.addWidget(self.alt, 1)
        self._alt_row.addWidget(self._count)
        self._top = QHBoxLayout()
        self._top.addWidget(self._name, 1)
        self._top.addWidget(self._person)
        self._top.addWidget(self._remove)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self.thumbnail, 0, 0, 2, 1)
        self._grid.addLayout(self._top, 0, 1)
        self._grid.addLayout(self._alt_row, 1, 1)
        self._grid.setColumnStretch(1, 1)
        self.alt.installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The count is shown while the alt text has the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._count_words(self.alt.text())
        return False

    def _on_theme(self) -> None:
        px = self._theme.px
        self._grid.setContentsMargins(px(16), px(5), px(12), px(5))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(0)
        self._alt_row.setSpacing(px(1))
        self.thumbnail.updateGeometry()
