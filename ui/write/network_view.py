"""How a post will look on each network, as plain data that any thread can make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.post import Post
from app.model.records import Source
from app.networks.catalogue import networks
from app.networks.fit import fit
from app.networks.fold import fold, fold_note
from ui.write.formatting_bar import Room

_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class NetworkView:
    """One network's look at the post.

    Attributes:
        shown, hidden: what is seen before "...more" and after it.
        notes: what the network changes or hides, in whole sentences.
        problems: why it does not fit, if it does not.
        room: how much of the limit is used.
    """

    network: str
    name: str
    shown: str
    hidden: str
    notes: tuple[str, ...]
    problems: tuple[str, ...]
    room: Room


def network_views(post: Post, sources: Sequence[Source]) -> tuple[NetworkView, ...]:
    """The post as each of its networks shows it, in display order."""
    return tuple(_view(post, key, sources) for key in post.networks if key in networks())


def strictest(views: Sequence[NetworkView]) -> Room | None:
    """The count that matters: of the network with the least room left."""
    rooms = [view.room for view in views if view.room.limit]
    return min(rooms, key=lambda room: room.limit - room.used, default=None)


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a flattened text; single line breaks stay within one."""
    return tuple(part.strip("\n") for part in re.split(r"\n\s*\n", text) if part.strip())


def source_place(markdown: str, words: str) -> int:
    """Where in the Markdown a shown paragraph comes from; -1 if it was added by the network."""
    wanted = _LETTERS.sub("", words.split("\n", 1)[0]).lower()[:40]
    if not wanted:
        return -1
    place = 0
    for line in markdown.splitlines(keepends=True):
        letters = _LETTERS.sub("", line).lower()
        if letters and (wanted in letters or wanted.startswith(letters)):
            return place
        place += len(line)
    return -1


def _view(post: Post, key: str, sources: Sequence[Source]) -> NetworkView:
    network = networks()[key]
    fitted = fit(post, key, sources)
    shown, hidden = fold(fitted.rendered.text, key)
    notes = (fold_note(key) if hidden else "", *fitted.rendered.notes)
    return NetworkView(
        network=key,
        name=network.name,
        shown=shown,
        hidden=hidden,
        notes=tuple(filter(None, notes)),
        problems=tuple(problem.words for problem in fitted.problems),
        room=Room(network.name, fitted.count.used, fitted.count.limit),
    )
