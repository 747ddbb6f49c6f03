"""The gate: everything that is open about a post, and whether it may be marked ready."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from app.checklist.evidence.ties import touched
from app.checklist.facts import author_facts, gather
from app.checklist.fitting import failed_row, fitting_rows
from app.checklist.inputs import Inputs
from app.checklist.items import apply_items
from app.checklist.own import levels_of, rules_with, version_of
from app.checklist.panel import ordered, reason_line, tally_of
from app.checklist.questions import question_rows
from app.checklist.rows import machine_rows
from app.checklist.situation import Situation, Told
from app.checks.context import Context
from app.checks.hits import hits
from app.checks.pack import Pack, load_pack
from app.checks.registry import Report, check
from app.model.assessment import Assessment
from app.model.finding import Finding, Kind, Strength
from app.model.post import Audience
from app.text.document import read_document


def assess(inputs: Inputs, pack: Pack | None = None) -> Assessment:
    """Assess one post. Pure, and safe to call from any thread."""
    situation = look_at(inputs, pack or load_pack())
    applied = apply_items(situation.rules, situation.held, situation.here, levels_of(inputs))
    rows = [
        *machine_rows(situation, applied),
        *question_rows(situation, applied),
        *fitting_rows(situation),
    ]
    failed = tuple(dict.fromkeys(name for told in situation.told for name in told.report.failed))
    if failed:
        rows.append(failed_row(failed))
    checks = ordered(rows, situation.rules)
    tally = tally_of(checks)
    common = situation.told[0].report
    return Assessment(
        checks=checks,
        findings=common.findings,
        facts=situation.facts,
        tally=tally,
        reason=reason_line(checks, tally),
        grade=common.grade,
        pack_version=version_of(situation.pack, inputs.practice),
        own_findings=MappingProxyType(
            {told.network: told.report.findings for told in situation.told[1:]}
        ),
    )


def look_at(inputs: Inputs, pack: Pack) -> Situation:
    """Run the checks of every text of a post and gather its facts."""
    context = _context(inputs)
    told = tuple(_tell(network, text, context, pack) for network, text in _texts(inputs))
    return Situation(
        inputs=inputs,
        pack=pack,
        rules=rules_with(pack, inputs.practice),
        told=told,
        alt=tuple(_alt_findings(inputs, context, pack)),
        facts=gather(
            inputs,
            (one.report for one in told),
            made_up=_made_up(told, pack),
            tie=next((tie.organisation for tie in touched(inputs, told)), ""),
        ),
    )


def _texts(inputs: Inputs) -> Iterator[tuple[str, str]]:
    """The common text, then those that a chosen network has of its own."""
    yield "", inputs.post.body
    for network in inputs.post.networks:
        if network in inputs.post.own_texts:
            yield network, inputs.post.own_texts[network]


def _context(inputs: Inputs) -> Context:
    return Context(
        kind=inputs.post.kind,
        audience=inputs.post.audience or Audience.PUBLIC,
        facts=author_facts(inputs),
        account=inputs.account,
        sources=inputs.sources,
        interests=inputs.all_interests,
        jurisdictions=inputs.account.jurisdictions,
        practice=None if inputs.practice.empty else inputs.practice,
    )


def _tell(network: str, text: str, context: Context, pack: Pack) -> Told:
    report: Report = check(text, replace(context, network=network), pack)
    return Told(network, text, read_document(text), report)


def _alt_findings(
    inputs: Inputs, context: Context, pack: Pack
) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Alt text is published too: who could be identified by it."""
    for picture in inputs.post.pictures:
        if picture.alt_text.strip():
            findings = check(picture.alt_text, context, pack).findings
            yield (
                picture.name,
                tuple(
                    finding
                    for finding in findings
                    if finding.kind is Kind.IDENTIFIER and finding.strength is not Strength.NOTE
                ),
            )


def _made_up(told: tuple[Told, ...], pack: Pack) -> str:
    """The words by which the text says that its case is made up."""
    for one in told:
        found = hits(one.document, pack).get("checklist.composite")
        if found:
            return one.document.plain[found[0].start : found[0].end]
    return ""
