"""Everything an assessment depends on, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from app.model.post import Post, State
from app.model.practice import PracticeRules
from app.model.records import Account, Consent, Interest, Source
from app.model.registers import RegisterRecord

_NO_LEVELS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Inputs:
    """A post and what it rests on. The same inputs always give the same assessment.

    Attributes:
        post: the post, saved or not.
        sources, consents, interests: the records linked to it.
        all_interests: every interest of the planner, to find ties the author did not link.
        registers: every record of the practice's registers.
        account: the doctor's own profile; its jurisdictions decide which items apply.
        levels: item id to ``required``, ``recommended`` or ``off`` where the practice chose.
        practice: what the practice added to the rules.
        now: aware UTC.
        zone: IANA name of the planner's zone, in which days are counted.
    """

    post: Post
    sources: tuple[Source, ...] = ()
    consents: tuple[Consent, ...] = ()
    interests: tuple[Interest, ...] = ()
    all_interests: tuple[Interest, ...] = ()
    registers: tuple[RegisterRecord, ...] = ()
    account: Account = field(default_factory=Account)
    levels: Mapping[str, str] = field(default_factory=lambda: _NO_LEVELS)
    practice: PracticeRules = field(default_factory=PracticeRules)
    now: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    zone: str = "UTC"

    def same_question(self, other: Inputs) -> bool:
        """Whether the gate would say the same: it looks at days, and not at a post's history."""
        if self.today != other.today or (self.day, self.zone) != (other.day, other.zone):
            return False
        return replace(other, post=_asked(other.post), now=self.now) == replace(
            self, post=_asked(self.post)
        )

    @property
    def today(self) -> date:
        """The present local day."""
        return self.now.astimezone(ZoneInfo(self.zone)).date()

    @property
    def day(self) -> date:
        """The local day the post goes out: as planned, but not before today unless it is out."""
        return publishing_day(self.post, self.today)


def publishing_day(post: Post, today: date) -> date:
    """The local day a post goes out.

    A planned day that has passed cannot be kept any more, so it counts as today; for a
    post that is out, the planned day stands.
    """
    if post.when is None:
        return today
    if post.state in (State.POSTED, State.ARCHIVED):
        return post.when.day
    return max(post.when.day, today)


def _asked(post: Post) -> Post:
    """A post without what the gate never looks at."""
    return replace(
        post,
        state=State.DRAFT,
        changed_at=post.created_at,
        sent_back=None,
        postings=(),
        posted_reason="",
        note="",
        binned_at=None,
    )
