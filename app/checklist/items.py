"""The items of the checklist, and the rows and questions they are shown in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from app.checks.pack import Pack
from app.model.finding import Finding, Strength

ORDER = (Strength.NOTE, Strength.WARN, Strength.BLOCK, Strength.FORBID)
LEVELS = ("required", "recommended", "off")
_LOWERED: Mapping[str, Strength] = {"recommended": Strength.WARN, "off": Strength.NOTE}
_NOTHING: Mapping[str, str] = MappingProxyType({})

_EU = frozenset(
    {
        *("AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE"),
        *("IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"),
    }
)
_KNOWN = frozenset({"US", "UK", "EU", "AU", "CA"})


def stricter(one: Strength, other: Strength) -> Strength:
    """The one that weighs more."""
    return max(one, other, key=ORDER.index)


def places(jurisdictions: tuple[str, ...]) -> frozenset[str]:
    """Every name that a rule may call these jurisdictions by.

    ``US-NY`` is also ``US``, ``IE`` is ``EU``; ``other`` is a country that no rule names.
    """
    found: set[str] = set()
    for name in jurisdictions:
        upper = name.upper()
        country = upper.partition("-")[0]
        found |= {upper, country}
        if country == "GB":
            found.add("UK")
        elif country in _EU:
            found.add("EU")
        elif country not in _KNOWN:
            found.add("other")
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Override:
    """A stricter strength where a jurisdiction or a fact asks for it."""

    strength: Strength
    places: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()

    def holds(self, facts: frozenset[str], here: frozenset[str]) -> bool:
        """Whether it is in force."""
        return (not self.places or bool(self.places & here)) and (
            not self.facts or bool(self.facts & facts)
        )


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the checklist; the rule file explains the keys.

    ``set_aside`` says whether a written reason may set it aside at all.
    """

    id: str
    section: str
    question: str
    strength: Strength
    when: frozenset[str]
    only_if: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    overrides: tuple[Override, ...] = ()
    answer: str = ""
    row: str = ""
    finds: tuple[str, ...] = ()
    ask: str = ""
    ask_if: frozenset[str] = frozenset()
    clause: str = ""
    locked: bool = False
    set_aside: bool = True
    register: str = ""
    authorities: tuple[str, ...] = ()
    sure: str = "yes"

    def here(self, places_: frozenset[str]) -> bool:
        """Whether the item concerns a practice in these places."""
        return not self.places or bool(self.places & places_)

    def applies(self, facts: frozenset[str], places_: frozenset[str]) -> bool:
        """Whether it applies to a post of which these facts hold."""
        return self.here(places_) and bool(self.when & facts) and self.only_if <= facts

    def raised(self, facts: frozenset[str], places_: frozenset[str]) -> Strength:
        """Its strength, the strictest of what is in force."""
        strength = self.strength
        for override in self.overrides:
            if override.holds(facts, places_):
                strength = stricter(strength, override.strength)
        return strength

    def demanded(self, facts: frozenset[str], places_: frozenset[str]) -> Strength:
        """What the law of these places asks at the least: a rule that names them is theirs."""
        least = self.strength if self.places and self.here(places_) else Strength.NOTE
        for override in self.overrides:
            if override.places and override.holds(facts, places_):
                least = stricter(least, override.strength)
        return least

    def adjustable(self, places_: frozenset[str] = frozenset()) -> bool:
        """Whether a practice may make it recommended or turn it off."""
        forbidden = any(
            o.strength is Strength.FORBID and (not o.places or bool(o.places & places_))
            for o in self.overrides
        )
        return not (self.locked or forbidden or self.strength is Strength.FORBID)

    def finds_match(self, finding: Finding) -> int:
        """How closely a finding belongs to this item: 2 by kind and sub, 1 by kind, 0 not."""
        if f"{finding.kind}/{finding.sub}" in self.finds:
            return 2
        return 1 if finding.kind.value in self.finds else 0


@dataclass(frozen=True, slots=True)
class Applied:
    """An item that applies to a post, with its strength there.

    ``raised`` says that a jurisdiction or a fact made it stricter than it usually is;
    ``lowered`` that the practice made it a recommendation.
    """

    item: Item
    strength: Strength
    raised: bool = False
    lowered: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the panel that the machine or a record answers; see the rule file."""

    id: str
    title: str = ""
    clear: str = ""
    not_needed: str = ""
    always: bool = False
    fold: bool = False
    core: bool = False
    items_only: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What only the author can confirm; see the rule file.

    Attributes:
        when: facts that make it asked even when no item does.
        needs, unless: facts of which all must hold, and none may.
        instead: a fact, and the question that is asked in its place while that fact holds.
    """

    id: str
    statement: str
    about: tuple[str, ...]
    when: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    instead: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """The checklist of a pack, ready to use."""

    items: tuple[Item, ...]
    rows: Mapping[str, Row]
    questions: Mapping[str, Question]
    facts: Mapping[str, str]

    def item(self, item_id: str) -> Item:
        """One item. Raises KeyError."""
        return next_item(self.items, item_id)


def next_item(items: tuple[Item, ...], item_id: str) -> Item:
    """The item of an id. Raises KeyError."""
    for item in items:
        if item.id == item_id:
            return item
    raise KeyError(item_id)


def _set(value: Any) -> frozenset[str]:
    return frozenset(value or ())


def _places(value: Any) -> frozenset[str]:
    names = _set(value)
    return frozenset() if "all" in names else names


def _override(data: Mapping[str, Any]) -> Override:
    return Override(
        Strength(data["severity"]), _places(data.get("jurisdictions")), _set(data.get("when"))
    )


def _item(data: Mapping[str, Any]) -> Item:
    return Item(
        id=data["id"],
        section=data["section"],
        question=data["question"],
        strength=Strength(data["severity"]),
        when=_set(data["applies_when"]),
        only_if=_set(data.get("only_if")),
        places=_places(data.get("jurisdictions")),
        overrides=tuple(map(_override, data.get("overrides") or ())),
        answer=data.get("answer", ""),
        row=data.get("row", ""),
        finds=tuple(data.get("finds") or ()),
        ask=data.get("ask", ""),
        ask_if=_set(data.get("ask_if")),
        clause=data.get("clause", ""),
        locked=bool(data.get("locked", False)),
        set_aside=bool(data.get("set_aside", True)),
        register=data.get("register", ""),
        authorities=tuple(data.get("authorities") or ()),
        sure=data.get("sure", "yes"),
    )


def _row(name: str, data: Mapping[str, Any]) -> Row:
    return Row(
        id=name,
        title=data.get("title", ""),
        clear=data.get("clear", ""),
        not_needed=data.get("not_needed", ""),
        always=bool(data.get("always", False)),
        fold=bool(data.get("fold", False)),
        core=bool(data.get("core", False)),
        items_only=bool(data.get("items_only", False)),
        also=tuple(data.get("also") or ()),
    )


def _question(name: str, data: Mapping[str, Any]) -> Question:
    return Question(
        id=name,
        statement=data["statement"],
        about=tuple(data["about"]),
        when=_set(data.get("when")),
        needs=_set(data.get("if")),
        unless=_set(data.get("unless")),
        instead=MappingProxyType(dict(data.get("instead") or {})),
        covers=tuple(data.get("covers") or ()),
    )


@lru_cache(maxsize=4)
def rules_of(pack: Pack) -> Rules:
    """The checklist of a pack; built when first needed."""
    data = pack.data["checklist"]
    return Rules(
        items=tuple(map(_item, data["items"])),
        rows=MappingProxyType({name: _row(name, row) for name, row in data["rows"].items()}),
        questions=MappingProxyType(
            {name: _question(name, question) for name, question in data["questions"].items()}
        ),
        facts=MappingProxyType(dict(data["facts"])),
    )


def apply_items(
    rules: Rules,
    facts: frozenset[str],
    here: frozenset[str],
    levels: Mapping[str, str],
) -> tuple[Applied, ...]:
    """The items that apply, strictest jurisdiction first served, levels of the practice heeded."""
    applied: list[Applied] = []
    for item in rules.items:
        if not item.applies(facts, here):
            continue
        strength = item.raised(facts, here)
        raised = strength is not item.strength
        level = levels.get(item.id, "")
        if item.locked or strength is Strength.FORBID:
            level = ""
        wanted = _LOWERED.get(level, strength)
        least = stricter(wanted, item.demanded(facts, here)) if level in _LOWERED else strength
        if least is Strength.NOTE:
            continue
        lowered = least is Strength.WARN and strength is Strength.BLOCK
        if lowered:
            strength, raised = Strength.WARN, False
        elif level == "required":
            raised = raised or strength is Strength.WARN
            strength = stricter(strength, Strength.BLOCK)
        applied.append(Applied(item, strength, raised, lowered))
    return tuple(applied)
