"""Pictures on their way into the post and onto the preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.errors import BadInput, KnownError
from app.model.post import Post
from ui.context import UiContext
from ui.write.pasting import PICTURE_ENDINGS, GivenPicture, read_pictures
from ui.write.session import WritingSession

_WIDEST = 900
_FILTER = "Pictures (" + " ".join(f"*{ending}" for ending in PICTURE_ENDINGS) + ")"


class PictureDesk(QObject):
    """Adds pictures and fetches the one to preview.

    Signals:
        added: the hash of a picture that was just added; its alt text is wanted next.
        ready: the first picture of the post (a ``QImage``) and its alt text.
    """

    added = Signal(str)
    ready = Signal(QImage, str)

    def __init__(
        self,
        context: UiContext,
        session: WritingSession,
        host: QWidget,
        say_error: Callable[[KnownError], None],
    ) -> None:
        super().__init__(host)
        self._context = context
        self._session = session
        self._host = host
        self._say_error = say_error
        self._images: dict[str, QImage] = {}

    def ask(self) -> None:
        """Ask for picture files."""
        self._context.asker.open_files(
            self._host, "Add a picture", (_FILTER,), self._on_files, many=True
        )

    def take(self, pictures: Sequence[GivenPicture], unread: Sequence[str] = ()) -> None:
        """Add pictures to the post; what cannot be read or cleaned is said."""
        self._session.step()
        post = self._session.post
        if post is None or self._session.read_only:
            return
        had = {picture.sha256 for picture in post.pictures}
        for data, name in pictures:
            try:
                self._context.planner.pictures.add(post.id, data, name)
            except KnownError as error:
                self._say_error(error)
        if unread:
            names = ", ".join(unread)
            self._say_error(
                BadInput(f"{names} could not be read.", "The file is not there or not allowed.")
            )
        now = self._session.post
        new = [p.sha256 for p in now.pictures if p.sha256 not in had] if now is not None else []
        if new:
            self.added.emit(new[0])

    def set_alt(self, sha256: str, words: str) -> None:
        """Keep an alt text."""
        self._do(lambda post: self._context.planner.pictures.set_alt(post.id, sha256, words))

    def set_person(self, sha256: str, shows: bool) -> None:
        """Keep whether a person is shown."""
        self._do(
            lambda post: self._context.planner.pictures.set_shows_person(post.id, sha256, shows)
        )

    def remove(self, sha256: str) -> None:
        """Take a picture from the post."""
        self._do(lambda post: self._context.planner.pictures.remove(post.id, sha256))

    def show(self, post: Post) -> None:
        """Fetch the first picture of ``post`` for the preview; big ones are decoded elsewhere."""
        if not post.pictures:
            self.ready.emit(QImage(), "")
            return
        first = post.pictures[0]
        known = self._images.get(first.sha256)
        if known is not None:
            self.ready.emit(known, first.alt_text)
            return
        try:
            data = self._context.planner.pictures.data(first.sha256)
        except KnownError as error:
            self._say_error(error)
            return

        def done(image: QImage) -> None:
            self._images = {first.sha256: image}
            self.ready.emit(image, first.alt_text)

        self._context.tasks.run(lambda: _decoded(data), done, key="write.picture")

    def _do(self, work: Callable[[Post], object]) -> None:
        self._session.step()
        post = self._session.post
        if post is not None:
            try:
                work(post)
            except KnownError as error:
                self._say_error(error)

    def _on_files(self, files: tuple[Path, ...]) -> None:
        self.take(*read_pictures(list(files)))


def _decoded(data: bytes) -> QImage:
    image = QImage.fromData(data)
    if image.width() > _WIDEST:
        image = image.scaledToWidth(_WIDEST, Qt.TransformationMode.SmoothTransformation)
    return image
