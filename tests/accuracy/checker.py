"""Our own checks, run as the terminal runs them: one text, one context, nothing linked."""

from __future__ import annotations

from app.checks.context import Context
from app.checks.registry import check
from app.model.post import Audience, PostKind
from tests.accuracy.corpus import Labelled
from tests.accuracy.match import Hit

_JURISDICTIONS = {
    "US": ("US",),
    "UK": ("UK",),
    "IE": ("IE", "EU"),
    "AU": ("AU",),
    "IN": ("IN",),
    "DE": ("DE", "EU"),
}


def hits(entry: Labelled) -> tuple[Hit, ...]:
    """What the checks find in one text."""
    report = check(
        entry.text,
        Context(
            kind=PostKind(entry.kind),
            network=entry.network,
            audience=Audience(entry.audience) if entry.audience else None,
            facts=entry.facts,
            jurisdictions=_JURISDICTIONS[entry.country],
        ),
    )
    return tuple(
        Hit(found.kind.value, found.sub, found.strength.value, found.start, found.end)
        for found in report.findings
    )
