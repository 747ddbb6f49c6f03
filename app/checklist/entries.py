"""Open things on their way to becoming rows of the panel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from app.checklist.evidence.answer import Answer, Open
from app.checklist.evidence.registry import EVIDENCE
from app.checklist.items import ORDER, Applied, Item, stricter
from app.checklist.situation import Situation
from app.model.assessment import Remedy
from app.model.finding import Finding, Strength
from app.text.normal import normal_words

_SIGNS = re.compile(r"[*_`~\[\]()#>\\]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One open thing of a row, with what it weighs and which items it keeps open."""

    row: str
    open: Open
    strength: Strength
    items: tuple[Item, ...] = ()
    findings: tuple[Finding, ...] = ()
    network: str = ""
    key: str = ""
    may_set_aside: bool = True

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """What can be done; a forbidden thing is cleared by other words only."""
        if self.strength is Strength.FORBID:
            words = (Remedy.REPLACE, Remedy.SHOW)
            return tuple(r for r in self.open.remedies if r in words) or (Remedy.SHOW,)
        if self.may_set_aside:
            return (*self.open.remedies, Remedy.SET_ASIDE)
        return self.open.remedies


@dataclass(frozen=True, slots=True)
class Answers:
    """What the evidence says, row by row."""

    met: Mapping[str, tuple[Answer, ...]]
    entries: tuple[Entry, ...]
    asked: frozenset[str] = field(default_factory=frozenset)


def plain_key(words: str) -> str:
    """Words in the form that a setting-aside is remembered by."""
    return normal_words(_SIGNS.sub("", words)).casefold()


def evidence_entries(situation: Situation, applied: Iterable[Applied]) -> Answers:
    """Ask every piece of evidence once and gather what is open, by row."""
    said: dict[str, Answer | None] = {}
    met: dict[str, list[Answer]] = {}
    entries: dict[str, Entry] = {}
    asked: set[str] = set()
    for one in applied:
        name = one.item.answer
        if name not in EVIDENCE:
            continue
        if name not in said:
            said[name] = EVIDENCE[name](situation)
        answer = said[name]
        if answer is None:
            continue
        asked.add(one.item.row)
        if one.strength is Strength.FORBID:
            answer = _forbidden(answer)
        if answer.met:
            met.setdefault(one.item.row, []).append(answer)
        for entry in _entries(one, answer):
            known = entries.get(entry.key)
            entries[entry.key] = _joined(known, entry) if known else entry
    return Answers(
        {row: tuple(answers) for row, answers in met.items()},
        tuple(entries.values()),
        frozenset(asked),
    )


def _entries(one: Applied, answer: Answer) -> Iterator[Entry]:
    for thing in answer.open:
        strength = min(one.strength, thing.at_most, key=ORDER.index)
        key = f"{one.item.row}:{plain_key(thing.key or thing.quote)}"
        yield Entry(
            one.item.row,
            thing,
            strength,
            (one.item,),
            network=thing.network,
            key=key,
            may_set_aside=one.item.set_aside,
        )


def _joined(one: Entry, other: Entry) -> Entry:
    """The same open thing said for two items: the stricter rule holds."""
    return replace(
        one,
        strength=stricter(one.strength, other.strength),
        items=(*one.items, *other.items),
        may_set_aside=one.may_set_aside and other.may_set_aside,
    )


def _forbidden(answer: Answer) -> Answer:
    thing = answer.open[0] if answer.open else Open(quote=answer.quote)
    why = "Not allowed where you practise, whatever the consent. Leave it out."
    return Answer(open=(replace(thing, why=why, phrase="", fact=""),))
