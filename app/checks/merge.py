"""One problem, one finding: overlapping findings of a kind become the most specific one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.model.finding import Finding, IdentifierSub, Kind, Strength
from app.text.document import Document

_WEIGHT = {Strength.NOTE: 0, Strength.WARN: 1, Strength.BLOCK: 2, Strength.FORBID: 3}
# Of two identifiers in the same words, the one further up says more.
_SPECIFIC = (
    IdentifierSub.COMBINATION,
    IdentifierSub.RECORD_NUMBER,
    IdentifierSub.SERIAL,
    IdentifierSub.EMAIL,
    IdentifierSub.PHONE,
    IdentifierSub.IP,
    IdentifierSub.NAME,
    IdentifierSub.HANDLE,
    IdentifierSub.URL,
    IdentifierSub.AGE_OVER_89,
    IdentifierSub.DATE,
    IdentifierSub.RARE_EVENT,
    IdentifierSub.PLACE,
    IdentifierSub.OCCUPATION,
    IdentifierSub.RELATIVE,
)
_RANK = {sub.value: len(_SPECIFIC) - place for place, sub in enumerate(_SPECIFIC)}


def order(finding: Finding) -> tuple[int, int, str, str, str]:
    """Where a finding stands in a report: by place, then kind and rule."""
    return finding.start, finding.end, finding.kind.value, finding.sub, finding.rule


def _says_more(finding: Finding) -> tuple[int, int, int, int, str]:
    return (
        _WEIGHT[finding.strength],
        _RANK.get(finding.sub, 0) if finding.kind is Kind.IDENTIFIER else 0,
        finding.end - finding.start,
        len(finding.suggestions),
        finding.rule,
    )


def merged(findings: Iterable[Finding], document: Document) -> tuple[Finding, ...]:
    """The findings that speak, sorted; those that overlap one of their kind fall silent.

    A suggestion that would tear Markdown signs apart or lose a link is taken back.
    """
    by_kind: dict[Kind, list[Finding]] = {}
    for finding in findings:
        by_kind.setdefault(finding.kind, []).append(finding)
    kept: list[Finding] = []
    for members in by_kind.values():
        members.sort(key=order)
        best: Finding | None = None
        for finding in members:
            if best is not None and finding.start < best.end:
                best = max(best, finding, key=_says_more)
            else:
                if best is not None:
                    kept.append(best)
                best = finding
        if best is not None:
            kept.append(best)
    kept.sort(key=order)
    return tuple(_whole(finding, document) for finding in kept)


def _whole(finding: Finding, document: Document) -> Finding:
    if finding.suggestions and (
        document.cuts_markup(finding.start, finding.end) or _holds_link(finding, document)
    ):
        return replace(finding, suggestions=())
    return finding


def _holds_link(finding: Finding, document: Document) -> bool:
    """Whether an address would go with the words, although they are about something else."""
    return finding.sub != IdentifierSub.URL and any(
        finding.start <= link.source_start and link.source_end <= finding.end
        for link in document.links
    )
