"""What a piece of evidence says: met, or what is still open and how to close it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.checklist.situation import Situation
from app.model.assessment import NO_RECORD, Remedy
from app.model.finding import Finding, Strength


@dataclass(frozen=True, slots=True)
class Open:
    """Something that is still open.

    Attributes:
        title, why, quote: as the panel shows them; an empty title is the row's own.
        remedies: most useful first, without setting aside, which the item decides.
        suggestions: finished lines to add.
        key: tells this from other open things of the same row.
        phrase: what it adds to "Not ready yet: ".
        fact: the fact that correcting would lift it.
        at_most: what it weighs at most, when it is less than its item.
        network: whose own text it is in, and a line is to be added to; empty for the common one.
        spots: where it stands: whose own text (empty: the common one) and the words.
        reasons: ready-made reasons for setting it aside.
        record: the record that lacks something, by kind and id.
    """

    title: str = ""
    why: str = ""
    quote: str = ""
    remedies: tuple[Remedy, ...] = ()
    suggestions: tuple[str, ...] = ()
    key: str = ""
    phrase: str = ""
    fact: str = ""
    at_most: Strength = Strength.FORBID
    network: str = ""
    spots: tuple[tuple[str, Finding], ...] = ()
    reasons: tuple[str, ...] = ()
    record: tuple[str, int] = NO_RECORD


@dataclass(frozen=True, slots=True)
class Answer:
    """What the machine or a record says of an item; met when nothing is open."""

    why: str = ""
    quote: str = ""
    open: tuple[Open, ...] = ()
    title: str = ""

    @property
    def met(self) -> bool:
        """Whether nothing is open."""
        return not self.open


Evidence = Callable[[Situation], Answer | None]
"""None means that there is nothing to say: the item is silent for this post."""


def opened(*things: Open) -> Answer:
    """An answer that is not met."""
    return Answer(open=things)
