"""Findings in the texts, weighed by the items they concern, as open things of their rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.checklist.entries import Entry, plain_key
from app.checklist.evidence.answer import Open
from app.checklist.evidence.consents import identifiable_agreed
from app.checklist.items import Applied, Item, Row, stricter
from app.checklist.own import ROW
from app.checklist.situation import Situation, Told
from app.checks.own import is_own
from app.model.assessment import Remedy
from app.model.finding import Finding, Kind, Strength

# Small things of one kind are one row, not one row each.
_ONE_ROW = frozenset({Kind.JARGON, Kind.PRODUCT})
_OWN_REMEDY: Mapping[Kind, tuple[Remedy, ...]] = {
    Kind.NUMBER_WITHOUT_SOURCE: (Remedy.ADD_SOURCE,),
    Kind.DISCLOSURE_MISSING: (Remedy.DISCLOSE,),
    Kind.DISCLOSURE_WEAK: (Remedy.DISCLOSE,),
    Kind.SUPERSEDED: (Remedy.ADD_SOURCE,),
    Kind.TESTIMONIAL: (Remedy.LINK_CONSENT,),
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A finding with its row and what it weighs there."""

    told: Told
    finding: Finding
    row: Row
    strength: Strength
    items: tuple[Item, ...]

    @property
    def key(self) -> str:
        """What a setting-aside of it is remembered by: the rule and the words."""
        return self.key_of(self.finding)

    @staticmethod
    def key_of(finding: Finding) -> str:
        """The same for any finding."""
        return f"{finding.rule}:{plain_key(finding.quote)}"


def weigh(situation: Situation, applied: tuple[Applied, ...]) -> Iterator[Weighed]:
    """Every finding that counts, with its row and strength.

    What an item says goes before what a finding says: an item that is off or does not
    concern this jurisdiction silences it, a stricter one raises it.
    """
    by_id = {one.item.id: one for one in applied}
    covered = identifiable_agreed(situation)
    for told, finding in situation.findings():
        if is_own(finding):
            # No item and no level silences what the practice itself always wants shown.
            yield Weighed(told, finding, situation.rules.rows[ROW], finding.strength, ())
            continue
        if finding.kind is Kind.IDENTIFIER and covered:
            continue
        if finding.kind is Kind.CASE_NARRATIVE and "mentions_patient" not in situation.held:
            continue
        matches = _matches(situation, finding)
        row = _row(situation, finding, matches)
        if row is None:
            continue
        strength = _strength(situation, finding, row, matches, by_id)
        if strength is None or strength is Strength.NOTE:
            continue
        items = tuple(item for item in matches if item.id in by_id)
        yield Weighed(told, finding, row, strength, items)


def _matches(situation: Situation, finding: Finding) -> tuple[Item, ...]:
    """The items a finding belongs to, closest first."""
    found = [(item.finds_match(finding), item) for item in situation.rules.items]
    close = [pair for pair in found if pair[0]]
    return tuple(item for _, item in sorted(close, key=lambda pair: -pair[0]))


def _row(situation: Situation, finding: Finding, matches: tuple[Item, ...]) -> Row | None:
    rows = situation.rules.rows
    if matches:
        return rows[matches[0].row]
    return next((row for row in rows.values() if finding.kind.value in row.also), None)


def _strength(
    situation: Situation,
    finding: Finding,
    row: Row,
    matches: tuple[Item, ...],
    by_id: Mapping[str, Applied],
) -> Strength | None:
    """What a finding weighs in this post; None when it does not count here."""
    on = [by_id[item.id] for item in matches if item.id in by_id]
    if not on:
        silenced = [
            item
            for item in matches
            if not item.here(situation.here) or item.applies(situation.held, situation.here)
        ]
        if row.items_only or (matches and len(silenced) == len(matches)):
            return None
        return finding.strength
    strength = Strength.NOTE
    for one in on:
        own = one.strength if row.items_only else finding.strength
        if one.raised and finding.strength is not Strength.NOTE:
            own = stricter(own, one.strength)
        if one.lowered and own is not Strength.NOTE:
            own = Strength.WARN
        strength = stricter(strength, own)
    return strength


def finding_entries(situation: Situation, weighed: tuple[Weighed, ...]) -> tuple[Entry, ...]:
    """One open thing for each problem; the same words twice are one problem."""
    groups: dict[str, list[Weighed]] = {}
    for one in weighed:
        where = f"@{one.told.network}" if one.told.network else ""
        joint = one.finding.kind in _ONE_ROW and not is_own(one.finding)
        name = one.finding.kind.value if joint else one.key
        groups.setdefault(f"{name}{where}", []).append(one)
    return tuple(_entry(situation, key, members) for key, members in groups.items())


def _entry(situation: Situation, key: str, members: list[Weighed]) -> Entry:
    first = members[0]
    strength = first.strength
    for one in members[1:]:
        strength = stricter(strength, one.strength)
    patient = _about_patient(situation, first.finding)
    remedies, fact = _remedies(situation, first.finding, patient)
    items = dict.fromkeys(item for one in members for item in one.items)
    return Entry(
        first.row.id,
        Open(
            _title(first, members),
            first.finding.why,
            _quote(members),
            remedies,
            first.finding.suggestions,
            fact=fact,
        ),
        strength,
        tuple(items),
        tuple(one.finding for one in members),
        first.told.network,
        key,
        not patient and all(item.set_aside for item in items if item.answer == "findings"),
    )


def _about_patient(situation: Situation, finding: Finding) -> bool:
    return finding.kind is Kind.IDENTIFIER and bool(
        {"mentions_patient", "shows_person"} & situation.held
    )


def _title(first: Weighed, members: list[Weighed]) -> str:
    several = len({one.key for one in members}) > 1
    return first.row.title if several and first.row.title else first.finding.title


def _quote(members: list[Weighed]) -> str:
    quotes = list(dict.fromkeys(one.finding.quote for one in members))
    more = f" and {len(quotes) - 3} more" if len(quotes) > 3 else ""
    return ", ".join(quotes[:3]) + more


def _remedies(
    situation: Situation, finding: Finding, patient: bool
) -> tuple[tuple[Remedy, ...], str]:
    remedies: list[Remedy] = []
    fact = ""
    if finding.suggestions:
        remedies.append(Remedy.REPLACE)
    remedies += _OWN_REMEDY.get(finding.kind, ())
    if patient:
        remedies.append(Remedy.LINK_CONSENT)
    remedies.append(Remedy.SHOW)
    if patient and "mentions_patient" in situation.held:
        remedies.append(Remedy.CORRECT_FACT)
        fact = "mentions_patient"
    return tuple(remedies), fact
