"""The post as one network shows it: a drawing, no web page."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.properties import Words
from ui.write.network_view import paragraphs

_RADIUS = 9.5


@dataclass(frozen=True, slots=True)
class Author:
    """Who posts, and when: the head of the card."""

    name: str
    role: str
    when: str

    @property
    def initials(self) -> str:
        """First letters of the first and last name, without titles."""
        names = [part for part in self.name.replace(".", " ").split() if part.lower() != "dr"]
        return "".join(part[0] for part in (names[:1] + names[1:][-1:])).upper()


class Disc(QWidget):
    """Initials in a soft circle."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._initials = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_initials(self, initials: str) -> None:
        """Show other letters."""
        self._initials = initials
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(40)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.token("accentSoft"))
        painter.drawEllipse(self.rect())
        painter.setPen(self._theme.token("accentText"))
        painter.setFont(self._theme.font("strong"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()


class PictureCrop(QWidget):
    """The picture as a network crops it: its width filled, its middle shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage | None, alt_text: str) -> None:
        """Show ``image``, or nothing."""
        self._image = image or QImage()
        self.setAccessibleName(f"Picture: {alt_text}" if alt_text else "Picture without alt text")
        self.setVisible(not self._image.isNull())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(150))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        radius = self._theme.px(_RADIUS)
        body = QRectF(self.rect())
        path.addRoundedRect(body.adjusted(0, -2 * radius, 0, 0), radius, radius)
        painter.setClipPath(path)
        painter.drawImage(body, self._image, QRectF(covering(self._image.size(), self.size())))
        painter.end()


class Paragraph(Words):
    """One paragraph of the card; a click on it asks for its place in the text."""

    pressed = Signal(str)
    more = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "body", wrap=True, parent=parent)
        self._plain = ""
        self._folded: bool | None = None
        self._ink = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.linkActivated.connect(self.more)

    def show_words(self, words: str, *, folded: bool) -> None:
        """Show ``words``, followed by "...more" if the rest is hidden."""
        ink = self._theme.token("text2").name()
        if (words, folded, ink) == (self._plain, self._folded, self._ink):
            return
        self._plain, self._folded, self._ink = words, folded, ink
        if folded:
            self.setTextFormat(Qt.TextFormat.RichText)
            shown = html.escape(words).replace("\n", "<br>")
            link = f'<a href="more" style="color: {ink}; text-decoration: none">…more</a>'
            self.setText(f"{shown} {link}")
            self.setAccessibleName(f"{words} …more")
        else:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(words)
            self.setAccessibleName(words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(self._plain)


class PreviewCard(QFrame):
    """``pressed`` carries the words of the paragraph clicked; ``unfolded`` that all is wanted."""

    pressed = Signal(str)
    unfolded = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "card")
        self._disc = Disc(theme)
        self._name = Words(theme, "", "strong", wrap=True)
        self._role = Words(theme, "", "small", "text2", wrap=True)
        self._when = Words(theme, "", "fine", "text2", wrap=True)
        self._picture = PictureCrop(theme)
        self._paragraphs: list[Paragraph] = []
        self._build()
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def show_author(self, author: Author) -> None:
        """Show who posts, and when."""
        self._disc.show_initials(author.initials)
        for label, words in (
            (self._name, author.name),
            (self._role, author.role),
            (self._when, author.when),
        ):
            if label.text() != words:
                label.setText(words)
            label.setVisible(bool(words))

    def show_text(self, text: str, *, folded: bool) -> None:
        """Show the text; paragraphs are changed in place."""
        words = paragraphs(text)
        while len(self._paragraphs) < len(words):
            self._add()
        for place, label in enumerate(self._paragraphs):
            shown = place < len(words)
            label.setVisible(shown)
            if shown:
                label.show_words(words[place], folded=folded and place == len(words) - 1)

    def show_picture(self, image: QImage | None, alt_text: str) -> None:
        """Show the first picture, or none."""
        self._picture.show_image(image, alt_text)

    def paragraph(self, words: Sequence[str], place: int) -> Paragraph | None:
        """The label of the paragraph at ``place``, if it is shown."""
        if 0 <= place < min(len(words), len(self._paragraphs)):
            return self._paragraphs[place]
        return None

    def _add(self) -> None:
        label = Paragraph(self._theme, self)
        label.pressed.connect(self.pressed)
        label.more.connect(self.unfolded)
        self._paragraphs.append(label)
        self._text.addWidget(label)

    def _build(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        for label in (self._name, self._role, self._when):
            names.addWidget(label)
        self._head = QHBoxLayout()
        self._head.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(names, 1)
        self._text = QVBoxLayout()
        self._inner = QVBoxLayout()
        self._inner.addLayout(self._head)
        self._inner.addLayout(self._text)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(1, 1, 1, 1)
        self._box.setSpacing(0)
        self._box.addLayout(self._inner)
        self._box.addWidget(self._picture)
        self._picture.hide()

    def _on_theme(self) -> None:
        px = self._theme.px
        self._inner.setContentsMargins(px(13), px(14), px(13), px(12))
        self._inner.setSpacing(px(10))
        self._head.setSpacing(px(10))
        self._text.setSpacing(px(8))


def covering(picture: QSize, room: QSize) -> QRect:
    """The middle part of ``picture`` that fills ``room`` without distortion."""
    if picture.isEmpty() or room.isEmpty():
        return QRect()
    wide = picture.width() * room.height() > picture.height() * room.width()
    if wide:
        width = round(picture.height() * room.width() / room.height())
        return QRect((picture.width() - width) // 2, 0, width, picture.height())
    height = round(picture.width() * room.height() / room.width())
    return QRect(0, (picture.height() - height) // 2, picture.width(), height)
