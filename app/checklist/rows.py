"""Rows of the panel that the machine and the records answer: open, set aside or clear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.checklist.entries import Answers, Entry, evidence_entries
from app.checklist.evidence.answer import Answer
from app.checklist.findings import Weighed, finding_entries, weigh
from app.checklist.items import ORDER, Applied, Item, Row
from app.checklist.situation import Situation
from app.checklist.words import sentence
from app.model.assessment import Check, Group, Remedy
from app.model.finding import Finding, Strength
from app.model.post import SetAside

_SURE = ("yes", "secondary", "partly", "memory")


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Entries that count, and those that were set aside with the author's reason."""

    open: tuple[Entry, ...]
    aside: tuple[tuple[Entry, SetAside], ...]


def machine_rows(situation: Situation, applied: tuple[Applied, ...]) -> tuple[Check, ...]:
    """Every row that needs no answer of the author, in no particular order."""
    answers = evidence_entries(situation, applied)
    weighed = tuple(weigh(situation, applied))
    folded, apart = _fold(weighed, answers)
    aside = {entry.key: entry for entry in situation.post.set_aside}
    found = _sort_findings(situation, apart, aside)
    with_folded = (*answers.entries, *_opening(situation, folded))
    recorded = _sort(with_folded, aside)
    open_entries = (*found.open, *recorded.open)
    return (
        *_open_rows(situation, open_entries, folded),
        *(_aside_row(entry, note) for entry, note in (*found.aside, *recorded.aside)),
        *_clear_rows(situation, applied, answers, {entry.row for entry in open_entries}),
    )


def _fold(
    weighed: tuple[Weighed, ...], answers: Answers
) -> tuple[tuple[Weighed, ...], tuple[Weighed, ...]]:
    """Findings that belong to a row of evidence, and those that are rows of their own."""
    # With no source at all, every number would say again what the sources row says.
    bare = any(entry.key == "sources:none" for entry in answers.entries)
    folded: list[Weighed] = []
    apart: list[Weighed] = []
    for one in weighed:
        row = one.row
        joins = row.fold and (row.id in answers.asked or row.core)
        if joins or (bare and row.id == "numbers" and one.finding.kind == "number_without_source"):
            folded.append(one)
        else:
            apart.append(one)
    return tuple(folded), tuple(apart)


def _opening(situation: Situation, folded: tuple[Weighed, ...]) -> tuple[Entry, ...]:
    """Folded findings that open their row by themselves: weak or missing disclosures."""
    return finding_entries(situation, tuple(one for one in folded if one.row.id == "affiliations"))


def _sort(entries: Iterable[Entry], aside: Mapping[str, SetAside]) -> _Sorted:
    kept: list[Entry] = []
    left: list[tuple[Entry, SetAside]] = []
    for entry in entries:
        notes = [aside[key] for key in _keys(entry) if key in aside]
        if len(notes) == len(_keys(entry)) and Remedy.SET_ASIDE in entry.remedies:
            left.append((entry, notes[0]))
        else:
            kept.append(entry)
    return _Sorted(tuple(kept), tuple(left))


def _sort_findings(
    situation: Situation, apart: tuple[Weighed, ...], aside: Mapping[str, SetAside]
) -> _Sorted:
    """Set-aside findings leave their group one by one, so that a new one still shows."""
    counted: list[Weighed] = []
    left: dict[str, tuple[Entry, SetAside]] = {}
    for one in apart:
        note = aside.get(one.key)
        if note is not None:
            (entry,) = finding_entries(situation, (one,))
            if Remedy.SET_ASIDE in entry.remedies:
                left[one.key] = (entry, note)
                continue
        counted.append(one)
    return _Sorted(finding_entries(situation, tuple(counted)), tuple(left.values()))


def _open_rows(
    situation: Situation, entries: tuple[Entry, ...], folded: tuple[Weighed, ...]
) -> Iterator[Check]:
    rows = situation.rules.rows
    for name in dict.fromkeys(entry.row for entry in entries):
        row = rows[name]
        members = [entry for entry in entries if entry.row == name]
        if row.core or row.fold:
            along = [one for one in folded if one.row.id == name]
            if name == "sources":
                along += [one for one in folded if one.row.id == "numbers"]
            yield _joint_row(situation, row, members, along)
        else:
            yield from (_row(situation, row, entry) for entry in members)


def _row(situation: Situation, row: Row, entry: Entry) -> Check:
    """One row for one open thing."""
    thing = entry.open
    is_finding = bool(entry.findings)
    spots = _spots(entry)
    name = f"finding:{entry.key}" if is_finding else f"row:{entry.key.rstrip(':')}"
    remedies = entry.remedies
    keys = _keys(entry) if Remedy.SET_ASIDE in remedies else ()
    return Check(
        id=name,
        group=_group(entry.strength),
        title=thing.title or row.title,
        why=thing.why,
        quote=thing.quote,
        strength=entry.strength,
        items=tuple(item.id for item in entry.items),
        findings=tuple(finding for _, finding in spots),
        remedies=remedies,
        suggestions=thing.suggestions,
        fact=thing.fact,
        reason_needed=entry.strength is Strength.BLOCK,
        authorities=_authorities(entry),
        sure=_sure(entry),
        network=entry.network or _place(situation, spots, thing.quote),
        keys=keys,
        phrase=thing.phrase,
        places=tuple(network for network, _ in spots),
        reasons=thing.reasons,
        record=thing.record,
    )


def _joint_row(situation: Situation, row: Row, members: list[Entry], along: list[Weighed]) -> Check:
    """One row with everything that is open about it, and the findings that belong to it."""
    members = sorted(members, key=lambda entry: -ORDER.index(entry.strength))
    first = members[0]
    thing = first.open
    spots = dict.fromkeys(
        [spot for entry in members for spot in _spots(entry)]
        + [(one.told.network, one.finding) for one in along]
    )
    quote = thing.quote or (along[0].finding.quote if along else "")
    suggestions = dict.fromkeys(s for entry in members for s in entry.open.suggestions)
    # A line to add goes to the text that lacks it, wherever the words stand that want it.
    found = "" if suggestions else _place(situation, tuple(spots), quote)
    remedies = dict.fromkeys(r for entry in members for r in entry.remedies)
    aside = all(Remedy.SET_ASIDE in entry.remedies for entry in members)
    if not aside:
        remedies.pop(Remedy.SET_ASIDE, None)
    if spots:
        remedies.setdefault(Remedy.SHOW)
    held_open = [entry.items for entry in members] + [one.items for one in along]
    items = dict.fromkeys(item.id for group in held_open for item in group)
    blocking = [entry for entry in members if ORDER.index(entry.strength) >= 2]
    return Check(
        id=f"{'core' if row.core else 'row'}:{row.id}",
        group=_group(first.strength),
        title=thing.title or row.title,
        why=" ".join(dict.fromkeys(sentence(entry.open.why) for entry in members)),
        quote=quote,
        strength=first.strength,
        items=tuple(items),
        findings=tuple(finding for _, finding in spots),
        remedies=tuple(remedies),
        suggestions=tuple(suggestions),
        core=row.core,
        fact=next((entry.open.fact for entry in members if entry.open.fact), ""),
        reason_needed=True,
        authorities=tuple(dict.fromkeys(a for entry in members for a in _authorities(entry))),
        sure=_sure(first),
        network=first.network or found,
        keys=tuple(key for entry in members for key in _keys(entry)) if aside else (),
        phrase=blocking[0].open.phrase if len(blocking) == 1 else "",
        places=tuple(network for network, _ in spots),
        reasons=tuple(dict.fromkeys(r for entry in members for r in entry.open.reasons)),
        record=thing.record,
    )


def _spots(entry: Entry) -> tuple[tuple[str, Finding], ...]:
    """Where an open thing stands: whose own text, and the words."""
    return tuple((entry.network, finding) for finding in entry.findings) or entry.open.spots


def _place(situation: Situation, spots: tuple[tuple[str, Finding], ...], quote: str) -> str:
    """Whose own text the words of a row are in; empty for the common text or a record."""
    if spots:
        return spots[0][0]
    words = " ".join(quote.rstrip("…").split())
    for told in situation.told:
        if words and words in " ".join(told.text.split()):
            return told.network
    return ""


def _keys(entry: Entry) -> tuple[str, ...]:
    """What setting an open thing aside is remembered by."""
    if not entry.findings:
        return (entry.key,)
    return tuple(dict.fromkeys(Weighed.key_of(finding) for finding in entry.findings))


def _aside_row(entry: Entry, note: SetAside) -> Check:
    return Check(
        id=f"aside:{note.key}",
        group=Group.CLEAR,
        title=entry.open.title or "Set aside",
        why=f"Set aside: {note.reason}" if note.reason else "Set aside as not needed here.",
        quote=entry.open.quote,
        strength=entry.strength,
        items=tuple(item.id for item in entry.items),
        findings=(),
        keys=(note.key,),
    )


def _clear_rows(
    situation: Situation,
    applied: tuple[Applied, ...],
    answers: Answers,
    open_rows: set[str],
) -> Iterator[Check]:
    by_row: dict[str, list[Item]] = {}
    for one in applied:
        by_row.setdefault(one.item.row, []).append(one.item)
    for name, row in situation.rules.rows.items():
        if name in open_rows or not row.clear:
            continue
        items = by_row.get(name, [])
        met = answers.met.get(name, ())
        if row.core:
            yield _core_clear(situation, row, items, met)
        elif met or row.always or any(item.answer == "findings" for item in items):
            yield _clear(row, items, met)


def _clear(row: Row, items: list[Item], met: tuple[Answer, ...]) -> Check:
    return Check(
        id=f"row:{row.id}",
        group=Group.CLEAR,
        title=next((answer.title for answer in met if answer.title), row.clear),
        why=" ".join(dict.fromkeys(answer.why for answer in met if answer.why)),
        quote=next((answer.quote for answer in met if answer.quote), ""),
        items=tuple(item.id for item in items),
        authorities=tuple(dict.fromkeys(a for item in items for a in item.authorities)),
        core=row.core,
    )


def _core_clear(
    situation: Situation, row: Row, items: list[Item], met: tuple[Answer, ...]
) -> Check:
    """A core row says why it is met, or why it is not needed."""
    check = _clear(row, items, met)
    why, title = check.why, row.clear
    if not why or not items:
        why, title = row.not_needed, row.clear
        denied = situation.facts.get("patient_denied")
        if row.id == "consent" and denied is not None:
            why = f"Not needed: you said that it is not about a patient. “{denied.because}”"
    return Check(
        id=f"core:{row.id}",
        group=Group.CLEAR,
        title=title,
        why=why,
        quote=check.quote,
        items=check.items,
        authorities=check.authorities,
        core=True,
    )


def _group(strength: Strength) -> Group:
    return Group.FIX if strength in (Strength.BLOCK, Strength.FORBID) else Group.CONSIDER


def _authorities(entry: Entry) -> tuple[str, ...]:
    names = [a for finding in entry.findings for a in finding.authorities]
    return tuple(dict.fromkeys([*names, *(a for item in entry.items for a in item.authorities)]))


def _sure(entry: Entry) -> str:
    """How far it was confirmed: the finding's own rule, else the surest of the items."""
    if entry.findings:
        return entry.findings[0].sure
    return min((item.sure for item in entry.items), key=_SURE.index, default="yes")
