"""The form that all findings about identifying details share."""

from __future__ import annotations

from app.checks.say import finding
from app.model.finding import Finding, IdentifierSub, Kind, Strength
from app.text.document import Document

WHY_NAME = "A name points to one person. Leave it out, whatever the consent says about the story."
_AUTHORITIES = ("hipaa_514", "gmc_sm_2024")


def identifier(
    document: Document,
    start: int,
    end: int,
    sub: IdentifierSub,
    strength: Strength,
    title: str,
    why: str,
    suggestions: tuple[str, ...] = (),
) -> Finding:
    """A finding about an identifying detail at ``plain[start:end]``."""
    return finding(
        document,
        start,
        end,
        kind=Kind.IDENTIFIER,
        sub=sub.value,
        rule=f"identifiers.{sub.value}",
        strength=strength,
        title=title,
        why=why,
        suggestions=suggestions,
        authorities=_AUTHORITIES,
        sure="secondary",
    )
