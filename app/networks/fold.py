"""What a reader sees of a post before "...more"."""

from __future__ import annotations

from app.networks.catalogue import Network, network
from app.text import graphemes

_BACK = 24
"""How far back from the fold a word may start and still go over it whole."""


def fold(text: str, network_id: str | Network) -> tuple[str, str]:
    """Split a flattened text where the network hides the rest.

    The two parts joined are the text. The second is empty when nothing is hidden.
    The fold is about right only: networks cut by their own lines and screens.
    """
    limit = network(network_id).fold_chars
    if not limit or len(text) <= limit:
        return text, ""
    at = _edge(text, limit)
    for place in range(at, max(at - _BACK, 0), -1):
        if text[place].isspace():
            return text[:place], text[place:]
    return text[:at], text[at:]


def fold_note(network_id: str | Network) -> str:
    """For the preview, for example "LinkedIn shows about 210 characters before “...more”."."""
    chosen = network(network_id)
    if not chosen.fold_chars:
        return ""
    return f"{chosen.name} shows about {chosen.fold_chars} characters before “...more”."


def _edge(text: str, limit: int) -> int:
    """The last place up to ``limit`` that cuts no emoji or accented letter."""
    if text[: limit + 1].isascii():
        return limit
    at = 0
    for piece in graphemes.split(text[: limit + 32]):
        if at + len(piece) > limit:
            break
        at += len(piece)
    return at or limit
