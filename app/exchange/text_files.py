"""Read a text file of unknown origin: size, kind and encoding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 512 * 1024
"""Largest text taken in; the longest post of any network needs half of it."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class NotText(Exception):
    """The file cannot be used; the message is a plain sentence without the file's name."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text with line feeds only and no control characters; ``note`` is empty or a sentence."""

    text: str
    note: str = ""


def read_text_file(path: Path) -> TextFile:
    """Read a text file in UTF-8, UTF-16, UTF-32 or, with a note, Windows Latin.

    Raises:
        NotText: it is missing, a folder, not readable, too large, empty or not text.
    """
    try:
        if not path.exists():
            raise NotText("It is not there any more.")
        if not path.is_file():
            raise NotText("It is not a file.")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise NotText("It cannot be read: this computer does not allow it.") from error
    if len(data) > MAX_BYTES:
        raise NotText("It is larger than 512 KB, more than any network takes.")
    if not data.strip():
        raise NotText("It is empty.")
    text, note = decode(data)
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return TextFile(text, note)


def decode(data: bytes) -> tuple[str, str]:
    """The text of some bytes, and a note when the encoding had to be guessed.

    Raises:
        NotText: the bytes are not text, or damaged.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), ""
            except UnicodeDecodeError as error:
                raise NotText("It is damaged: some letters cannot be read.") from error
    if b"\x00" in data:
        return _without_mark(data), ""
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="ignore")
        if len(text) < len(data):
            text = data.decode("latin-1")
        if sum(ord(sign) < 32 and sign not in "\t\r\n\f" for sign in text) > len(text) // 50:
            raise NotText("It is not a text file.") from None
        return text, "Not in UTF-8; read as Windows Latin. Look at letters with accents."


def _without_mark(data: bytes) -> str:
    """UTF-16 that does not say so: every second byte of Western text is zero."""
    halves = data[0::2].count(0), data[1::2].count(0)
    half = len(data) // 2
    for zeros, others, encoding in (
        (halves[1], halves[0], "utf-16-le"),
        (halves[0], halves[1], "utf-16-be"),
    ):
        if zeros > 0.6 * half and others == 0 and len(data) % 2 == 0:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                break
    raise NotText("It is not a text file.")
