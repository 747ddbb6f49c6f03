"""The form of a text in which only a change of meaning is a change: for fingerprints."""

from __future__ import annotations

import unicodedata

from app.text.document import read_document

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’ʼ´`＇", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        "…": "...",
        "\u00ad": "",
        "\u200b": "",
        "\ufeff": "",
    }
)


def normal(text: str) -> str:
    """``text`` without Markdown signs, kinds of quotes and dashes, and amounts of space.

    Where links lead and what is cited still count, so they follow the words.
    """
    document = read_document(text)
    words = normal_words(document.plain)
    pointers = [link.address for link in document.links if not link.written]
    pointers += [f"@{citation.name}" for citation in document.citations]
    return "\n".join([words, *pointers]) if pointers else words


def normal_words(plain: str) -> str:
    """The same for a stretch of plain text: kinds of quotes and dashes, and space, do not count."""
    return " ".join(unicodedata.normalize("NFC", plain).translate(_SIGNS).split())
