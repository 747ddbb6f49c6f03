"""How long a text is for a network, counted the way that network counts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.networks.catalogue import Network, Unit, network
from app.networks.emoji import is_emoji
from app.networks.weighted import weighted_length
from app.text import graphemes

_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_REMOTE_MENTION = re.compile(r"(?<![\w/@])(@\w+(?:[.-]+\w+)*)@[\w.-]*\w")
_CLOSING = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Count:
    """How much of a limit a text uses.

    Attributes:
        used: length in ``unit``.
        limit: the most that is allowed.
        unit: "characters" or "bytes", as the user reads it.
        left: what is left, negative when the text is too long.
    """

    used: int
    limit: int
    unit: str
    left: int

    @property
    def over(self) -> bool:
        """Whether the text is too long."""
        return self.left < 0

    def words(self) -> str:
        """For the counter beside the text, for example "708 of 2,200"."""
        unit = "" if self.unit == "characters" else f" {self.unit}"
        return f"{self.used:,} of {self.limit:,}{unit}"


def count(text: str, network_id: str | Network) -> Count:
    """Count a flattened text (see ``render``) for a network.

    Where a network limits two things (Bluesky: characters and bytes), the count
    is of the one that is nearer to its limit.
    """
    chosen = network(network_id)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    used = length(text, chosen)
    if chosen.limit_bytes:
        size = len(text.encode("utf-8", "surrogatepass"))
        if size * chosen.limit > used * chosen.limit_bytes:
            return Count(size, chosen.limit_bytes, "bytes", chosen.limit_bytes - size)
    return Count(used, chosen.limit, "characters", chosen.limit - used)


def length(text: str, chosen: Network) -> int:
    """The length of a text in the network's own unit."""
    if chosen.unit is Unit.WEIGHTED:
        return weighted_length(text, chosen.link_length)
    if chosen.unit is Unit.GRAPHEMES:
        shortened = _shorten(text, chosen.link_length) if chosen.link_length else text
        return graphemes.count(shortened)
    if chosen.unit is Unit.EMOJI_BYTES:
        return _emoji_bytes(text)
    return len(text)


def _shorten(text: str, link_length: int) -> str:
    """Mastodon: each link counts ``link_length``, a mention of another server only its user."""

    def placeholder(match: re.Match[str]) -> str:
        link = _without_closing(match.group())
        return "x" * link_length + match.group()[len(link) :]

    return _REMOTE_MENTION.sub(r"\1", _LINK.sub(placeholder, text))


def _without_closing(link: str) -> str:
    """A link without the full stop or bracket of the sentence around it."""
    while link:
        last = link[-1]
        opening = _CLOSING.get(last)
        unbalanced = opening is not None and link.count(last) > link.count(opening)
        if not unbalanced and last not in ".,;:!?'’”…":
            break
        link = link[:-1]
    return link


@lru_cache(maxsize=64)
def _emoji_bytes(text: str) -> int:
    if text.isascii():
        return len(text)
    composed = unicodedata.normalize("NFC", text)
    return sum(
        len(piece.encode("utf-8", "surrogatepass")) if is_emoji(piece) else len(piece)
        for piece in graphemes.split(composed)
    )
