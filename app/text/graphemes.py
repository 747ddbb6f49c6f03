"""Characters as a reader sees them: an emoji family or an accented letter is one."""

from __future__ import annotations


def count(text: str) -> int:
    """How many user-perceived characters ``text`` has (extended grapheme clusters)."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    return len(split(text))


def split(text: str) -> list[str]:
    """The user-perceived characters of ``text``; joined they are ``text`` again."""
    import regex

    return regex.findall(r"\X", text)


def first(text: str, number: int) -> str:
    """The first ``number`` user-perceived characters."""
    return text[:number] if text.isascii() and "\r" not in text else "".join(split(text)[:number])
