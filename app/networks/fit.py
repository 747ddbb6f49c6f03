"""Whether a post fits a network, in the words of the blocked reasons of the checks panel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.model.post import Post
from app.model.records import Source
from app.networks.catalogue import Network, network
from app.networks.count import Count, count
from app.networks.render import Rendered, render

_HASHTAG = re.compile(r"(?<![\w&/#])#(?=\w*[^\W\d_])\w+")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a post does not fit.

    ``code`` is one of too_long, picture_needed, too_many_pictures, too_many_hashtags,
    alt_too_long. ``words`` read well after "Not ready yet: ".
    """

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Fit:
    """How a post fits one network; it does when there are no problems."""

    network: str
    count: Count
    problems: tuple[Problem, ...]
    rendered: Rendered

    @property
    def fits(self) -> bool:
        """Whether nothing stops the post on this network."""
        return not self.problems


def fit(post: Post, network_id: str | Network, sources: Sequence[Source] = ()) -> Fit:
    """Render and measure a post for one network.

    ``sources`` are those linked to the post; their lines count too.
    """
    chosen = network(network_id)
    rendered = render(post.text_for(chosen.id), chosen, sources)
    counted = count(rendered.text, chosen)
    problems = (*_text(rendered.text, counted, chosen), *_pictures(post, chosen))
    return Fit(chosen.id, counted, problems, rendered)


def hashtags(text: str) -> tuple[str, ...]:
    """The hashtags of a flattened text, with their signs, each as often as it stands there."""
    return tuple(_HASHTAG.findall(text))


def _text(text: str, counted: Count, chosen: Network) -> Iterator[Problem]:
    if counted.over:
        over = -counted.left
        unit = counted.unit if over > 1 else counted.unit.removesuffix("s")
        yield Problem("too_long", f"text is {over:,} {unit} too long for {chosen.name}")
    found = len(hashtags(text))
    if chosen.hashtag_limit and found > chosen.hashtag_limit:
        allowed = f"{chosen.hashtag_limit:,}"
        yield Problem("too_many_hashtags", f"{found} hashtags, and {chosen.name} takes {allowed}")


def _pictures(post: Post, chosen: Network) -> Iterator[Problem]:
    given = len(post.pictures)
    if chosen.picture_required and not given:
        yield Problem("picture_needed", f"{chosen.name} needs a picture")
    if chosen.max_pictures and given > chosen.max_pictures:
        allowed = f"{chosen.max_pictures:,}"
        yield Problem("too_many_pictures", f"{given} pictures, and {chosen.name} takes {allowed}")
    for number, picture in enumerate(post.pictures, 1):
        over = len(picture.alt_text) - chosen.alt_limit
        if chosen.alt_limit and over > 0:
            which = f"alt text of picture {number}" if given > 1 else "alt text"
            signs = _several(over, "character")
            yield Problem("alt_too_long", f"{which} is {signs} too long for {chosen.name}")


def _several(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
