"""The rule pack: every list and item that a practice can edit, read from one compiled file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

FORMAT = 1
COMPILED = "pack.json"
# The keys of a rule file under which lists of phrases stand.
LEXICON_KEYS = ("groups", "cues", "lexicons")

_EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A list of phrases that mean the same to a check.

    Attributes:
        name: file and key, for example ``claims.cure``; also the rule name of its findings.
        phrases: see ``app.text.phrases`` for choices, wildcards and stems.
        exceptions: a phrase found inside one of these does not count.
        data: everything the rule file says about the list (severity, why, suggest, ...).
    """

    name: str
    phrases: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=lambda: _EMPTY)

    @property
    def severity(self) -> str:
        """``block``, ``warn`` or another strength; empty when the file gives none."""
        return str(self.data.get("severity", ""))

    @property
    def why(self) -> str:
        """One plain sentence, or nothing."""
        return str(self.data.get("why") or self.data.get("note") or "")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the checklist; ``data`` holds everything the rule file says about it."""

    id: str
    section: str
    question: str
    severity: str
    applies_when: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=lambda: _EMPTY)


@dataclass(frozen=True, slots=True)
class Authority:
    """A law, code or guide behind an item, in one line of our own words."""

    id: str
    name: str
    demands: str
    jurisdictions: tuple[str, ...] = ()
    confirmed: str = "memory"
    data: Mapping[str, Any] = field(default_factory=lambda: _EMPTY)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Pack:
    """All rules, frozen. Compares by identity, so that work on one can be remembered by it.

    Attributes:
        version: version and fingerprint of the content, for example ``2026.11+1f3a9c02``.
        lexicons: by name, ``file.key``.
        tables: the ``entries`` of a file that has them (``jargon``, ``products``, ...).
        data: each file as a whole, by its name.
    """

    version: str
    items: tuple[Item, ...]
    authorities: Mapping[str, Authority]
    lexicons: Mapping[str, Lexicon]
    tables: Mapping[str, tuple[Mapping[str, Any], ...]]
    data: Mapping[str, Mapping[str, Any]]

    def phrases(self, name: str) -> tuple[str, ...]:
        """The phrases of a lexicon; none when the pack has no such list."""
        lexicon = self.lexicons.get(name)
        return lexicon.phrases if lexicon else ()

    def words(self, name: str) -> frozenset[str]:
        """The phrases of a lexicon in lower case, for looking words up."""
        return frozenset(phrase.lower() for phrase in self.phrases(name))


def _strings(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _lexicons(name: str, content: Mapping[str, Any]) -> Iterator[tuple[str, Lexicon]]:
    for key in LEXICON_KEYS:
        for group, data in (content.get(key) or {}).items():
            if not isinstance(data, dict):
                continue
            full = f"{name}.{group}"
            phrases = _strings(data.get("phrases")) + _strings(data.get("patterns"))
            for country in (data.get("by_country") or {}).values():
                phrases += _strings(country)
            exceptions = _strings(data.get("exceptions"))
            yield full, Lexicon(full, phrases, exceptions, MappingProxyType(data))


def _item(data: Mapping[str, Any]) -> Item:
    return Item(
        id=data["id"],
        section=data["section"],
        question=data["question"],
        severity=data["severity"],
        applies_when=_strings(data.get("applies_when")),
        jurisdictions=_strings(data.get("jurisdictions")),
        evidence=_strings(data.get("evidence")),
        authorities=_strings(data.get("authorities")),
        data=MappingProxyType(dict(data)),
    )


def _authority(data: Mapping[str, Any]) -> Authority:
    return Authority(
        id=data["id"],
        name=data["name"],
        demands=data.get("demands", ""),
        jurisdictions=_strings(data.get("jurisdictions")),
        confirmed=data.get("confirmed", "memory"),
        data=MappingProxyType(dict(data)),
    )


def build_pack(version: str, files: Mapping[str, Mapping[str, Any]]) -> Pack:
    """A pack from the content of its files, which must already be valid."""
    lexicons: dict[str, Lexicon] = {}
    tables: dict[str, tuple[Mapping[str, Any], ...]] = {}
    for name, content in files.items():
        lexicons.update(_lexicons(name, content))
        if "entries" in content:
            tables[name] = tuple(content["entries"])
    return Pack(
        version=version,
        items=tuple(map(_item, files.get("checklist", {}).get("items", ()))),
        authorities=MappingProxyType(
            {
                data["id"]: _authority(data)
                for data in files.get("authorities", {}).get("authorities", ())
            }
        ),
        lexicons=MappingProxyType(lexicons),
        tables=MappingProxyType(tables),
        data=MappingProxyType(dict(files)),
    )


def read_pack(text: str) -> Pack:
    """A pack from the text of a compiled file.

    Raises:
        ValueError: it is not JSON, or was compiled for another version of the program.
    """
    content = json.loads(text)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ValueError("the rule pack was made for another version of the program")
    return build_pack(content["version"], content["files"])


@cache
def load_pack() -> Pack:
    """The pack that comes with the program; read once, when it is first needed."""
    from importlib.resources import files

    return read_pack((files("resources") / "rules" / COMPILED).read_text(encoding="utf-8"))
