"""A post: one message, the networks it goes to and everything decided about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from app.model.state import State as State
from app.model.walltime import WallTime


class PostKind(StrEnum):
    """What is being written."""

    POST = "post"
    REPLY = "reply"
    INBOUND = "inbound"


class Audience(StrEnum):
    """Who a post is for; sets the reading level and the medicine rules."""

    PATIENTS = "patients"
    PUBLIC = "public"
    PROFESSIONALS = "professionals"


class Purpose(StrEnum):
    """What a post is for."""

    TEACH = "teach"
    AWARENESS = "awareness"
    NEWS = "news"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class AttachedPicture:
    """A picture in a post: ``sha256`` names the stored one; the alt text belongs to the post."""

    sha256: str
    name: str
    alt_text: str = ""
    shows_person: bool = False


@dataclass(frozen=True, slots=True)
class FactOverride:
    """The author's correction of a fact about the post, with the reason she gave."""

    fact: str
    value: bool
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The author's answer to a question only she can answer.

    It counts only while ``fingerprint`` equals the fingerprint of what the
    question is about now (words, pictures, records, date, networks).
    """

    question: str
    fingerprint: str
    at: datetime
    quote: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding the author judged not relevant, bound to the words it was about.

    ``key`` is ``rule:normalised words`` so it survives edits elsewhere.
    """

    key: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Posting:
    """That the post went out on one network. ``at`` is UTC."""

    network: str
    at: datetime
    link: str = ""


@dataclass(frozen=True, slots=True)
class SentBack:
    """Why a Ready post is in review again: when (UTC), what changed, which checks reopened.

    ``cause`` opens a sentence ("You edited 1 sentence"); ``reopened`` are check ids;
    ``still_stand`` counts the checks that did not open. ``ready_print`` is the fingerprint
    of everything published as it was at Ready: the way back when an edit is undone.
    """

    at: datetime
    cause: str
    reopened: tuple[str, ...] = ()
    still_stand: int = 0
    ready_body: str = ""
    ready_print: str = ""


_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Post:
    """One post. Text is Markdown; the title is the first heading of the body.

    Attributes:
        id: row number in the planner, 0 before it is stored.
        uid: stable name across exports and imports (uuid4 hex).
        body: Markdown for every network that has no version of its own.
        own_texts: network id to that network's own Markdown.
        when: planned wall time, or None for unscheduled.
        networks: network ids in display order.
        created_at, changed_at, binned_at: aware UTC.
        note: internal, never published.
    """

    id: int
    uid: str
    body: str
    created_at: datetime
    changed_at: datetime
    kind: PostKind = PostKind.POST
    state: State = State.IDEA
    own_texts: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    when: WallTime | None = None
    networks: tuple[str, ...] = ()
    pictures: tuple[AttachedPicture, ...] = ()
    source_ids: tuple[int, ...] = ()
    consent_ids: tuple[int, ...] = ()
    interest_ids: tuple[int, ...] = ()
    audience: Audience | None = None
    purpose: Purpose | None = None
    fact_overrides: tuple[FactOverride, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    postings: tuple[Posting, ...] = ()
    sent_back: SentBack | None = None
    posted_reason: str = ""
    note: str = ""
    sample: bool = False
    binned_at: datetime | None = None

    @property
    def title(self) -> str:
        """The first heading, else the first words of the text, else an empty string."""
        return title_of(self.body)

    @property
    def has_text(self) -> bool:
        """Whether anything but a title was written."""
        return bool(text_below_title(self.body).strip())

    def text_for(self, network: str) -> str:
        """The Markdown that goes to ``network``."""
        return self.own_texts.get(network, self.body)


def title_of(body: str) -> str:
    """The title a body carries: its first heading, else its first line; at most 80 characters."""
    for line in body.splitlines():
        words = line.strip().lstrip("#").strip()
        if words:
            return words if len(words) <= 80 else words[:79].rstrip() + "…"
    return ""


def text_below_title(body: str) -> str:
    """The body without its leading heading line."""
    stripped = body.lstrip()
    if stripped.startswith("# "):
        _, _, rest = stripped.partition("\n")
        return rest
    return stripped
