"""What a check knows besides the text: what it is, where it goes, whose it is, what is linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.model.post import Audience, PostKind
from app.model.practice import PracticeRules
from app.model.records import Account, Interest, Source

_NO_FACTS: Mapping[str, bool] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a check may look at besides the words.

    Attributes:
        kind: post, reply or inbound comment.
        network: network id the text goes to; empty for none in particular.
        audience: who it is for; None when not chosen.
        facts: facts that the author set; they win over what the text suggests.
        account: the doctor's own profile; what is hers identifies no patient.
        sources: those linked to the post.
        interests: all of the planner, linked or not.
        jurisdictions: where the practice is bound, for example ``("US-CA", "UK")``.
        practice: what the practice added to the rules; None when there is nothing.
    """

    kind: PostKind = PostKind.POST
    network: str = ""
    audience: Audience | None = None
    facts: Mapping[str, bool] = field(default_factory=lambda: _NO_FACTS)
    account: Account = field(default_factory=Account)
    sources: tuple[Source, ...] = ()
    interests: tuple[Interest, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    practice: PracticeRules | None = None
