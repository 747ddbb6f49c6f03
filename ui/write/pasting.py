"""What a paste or a drop brings: plain words, or pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage, QImageWriter

GivenPicture = tuple[bytes, str]
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic")


def pictures_in(source: QMimeData) -> tuple[tuple[GivenPicture, ...], tuple[str, ...]]:
    """The pictures in ``source`` with their file names, and the names of unreadable files."""
    files = [Path(url.toLocalFile()) for url in source.urls() if _is_picture(url)]
    if files:
        return read_pictures(files)
    image = source.imageData() if source.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return ((_png(image), "pasted picture.png"),), ()
    return (), ()


def read_pictures(files: list[Path]) -> tuple[tuple[GivenPicture, ...], tuple[str, ...]]:
    """The contents of picture files, and the names of those that could not be read."""
    read: list[GivenPicture] = []
    unread: list[str] = []
    for path in files:
        try:
            read.append((path.read_bytes(), path.name))
        except OSError:
            unread.append(path.name)
    return tuple(read), tuple(unread)


def words_in(source: QMimeData) -> str:
    """The words in ``source`` without any formatting."""
    if source.hasText():
        return source.text()
    return "\n".join(url.toString() for url in source.urls())


def _is_picture(url: QUrl) -> bool:
    return url.isLocalFile() and url.toLocalFile().lower().endswith(PICTURE_ENDINGS)


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(data.data())
