"""The rules of the pack that are written as patterns, compiled once, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.checks.grammar import UNLESS, Grammar
from app.checks.grammar_table import build
from app.checks.pack import Pack
from app.checks.pattern import WordClasses
from app.model.finding import Strength
from app.model.post import PostKind

RULES = "rules"
CLASSES = "classes"
GRAMMAR = "grammar"
COMBINATIONS = "combinations"
_BRACES = re.compile(r"\{([^{}]*)\}")
_PATTERN_KEYS = frozenset(("patterns", "unless"))
_OUTER_GAPS = re.compile(r"^(?:\.{2,3}\d+ )+|(?: \.{2,3}\d+)+$")


@dataclass(frozen=True, slots=True)
class Rule:
    """One group of patterns and what its findings say.

    Attributes:
        name: file and key, for example ``claims.cure``.
        sub: the key alone.
        strength: what a plain hit weighs.
        softened: what it weighs when denied, asked or debunked; None is silence.
        cited: what it weighs when its own sentence names a source; None is silence.
        replace: the words found, in lower case, to what may stand in their place.
        where: the kind of text that it is about: ``reply``, ``inbound``, or ``any`` (posts and
            replies).
        asks: it holds in a question as well as in a statement.
    """

    name: str
    sub: str
    title: str
    why: str
    strength: Strength
    softened: Strength | None
    cited: Strength | None
    authorities: tuple[str, ...]
    sure: str
    replace: Mapping[str, str]
    where: str
    asks: bool

    def speaks(self, kind: PostKind) -> bool:
        """Whether the rule is about this kind of text."""
        if kind is PostKind.INBOUND:
            return self.where == "inbound"
        return self.where == "any" or (self.where == "reply" and kind is PostKind.REPLY)


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """All pattern rules of a pack and the grammar that finds them."""

    rules: Mapping[str, Rule]
    grammar: Grammar


def lines(block: object) -> Iterator[str]:
    """The lines of a block of a rule file, without empty ones; ``#`` in them is a number."""
    for line in str(block or "").splitlines():
        text = line.strip()
        if text:
            yield text


def groups_of(value: object) -> tuple[frozenset[str], ...]:
    """``{a|b} {c}`` as the keys of the word classes, one set for each pair of braces."""
    return tuple(
        frozenset("{" + name for name in group.split("|"))
        for group in _BRACES.findall(str(value or ""))
    )


def members(value: object) -> tuple[str, ...]:
    """The members of a word class, written with commas between."""
    return tuple(part for part in (piece.strip() for piece in str(value).split(",")) if part)


def word_classes(data: Mapping[str, Any]) -> WordClasses:
    """Word classes of all files together."""
    classes: dict[str, tuple[str, ...]] = {}
    for content in data.values():
        for name, value in (content.get(CLASSES) or {}).items():
            classes[name] = members(value)
    return WordClasses(classes)


def _strength(value: object, default: Strength | None) -> Strength | None:
    if value is None:
        return default
    return None if value == "none" else Strength(str(value))


def read_rule(name: str, data: Mapping[str, Any]) -> Rule:
    """One rule from what its file says."""
    strength = Strength(str(data.get("strength", "warn")))
    pairs = (line.partition("=>") for line in lines(data.get("replace")))
    return Rule(
        name=name,
        sub=str(data.get("sub") or name.rpartition(".")[2]),
        title=str(data.get("title", "")),
        why=str(data.get("why", "")),
        strength=strength,
        softened=_strength(data.get("softened"), None),
        cited=_strength(data.get("cited"), strength),
        authorities=tuple(map(str, data.get("authorities") or ())),
        sure=str(data.get("sure", "yes")),
        replace={old.strip().lower(): new.strip() for old, _, new in pairs},
        where=str(data.get("where", "any")),
        asks=bool(data.get("asks", False)),
    )


def patterns(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every pattern with the name of its rule; those of exceptions with a mark after it."""
    for file, content in data.items():
        for key, rule in (content.get(RULES) or {}).items():
            name = f"{file}.{key}"
            for line in lines(rule.get("patterns")):
                # A gap at either end would only widen what is quoted.
                yield name, _OUTER_GAPS.sub("", line)
            for line in (*lines(rule.get("unless")), *lines(_liked(data, rule).get("unless"))):
                yield name + UNLESS, line


def _liked(data: Mapping[str, Any], rule: Mapping[str, Any]) -> Mapping[str, Any]:
    """The rule that another one takes after, ``like: file.key``; empty when it takes after none."""
    file, _, key = str(rule.get("like", "")).partition(".")
    found = ((data.get(file) or {}).get(RULES) or {}).get(key)
    return found if isinstance(found, Mapping) else {}


def with_grammar(files: Mapping[str, Any]) -> dict[str, Any]:
    """The files with all their patterns in one table, as the compiled pack holds them."""
    table = build(word_classes(files), patterns(files))
    bare: dict[str, Any] = {}
    for name, content in files.items():
        kept = {key: value for key, value in content.items() if key not in (RULES, CLASSES)}
        if RULES in content:
            kept[RULES] = {
                key: {part: value for part, value in rule.items() if part not in _PATTERN_KEYS}
                for key, rule in content[RULES].items()
            }
        if kept:
            bare[name] = kept
    return {**bare, GRAMMAR: table}


@lru_cache(maxsize=2)
def rulebook(pack: Pack) -> Rulebook:
    """The rules of a pack, read when the first text is checked."""
    rules = {
        f"{file}.{key}": read_rule(f"{file}.{key}", {**_liked(pack.data, rule), **rule})
        for file, content in pack.data.items()
        for key, rule in (content.get(RULES) or {}).items()
    }
    table = pack.data.get(GRAMMAR) or build(word_classes(pack.data), patterns(pack.data))
    return Rulebook(rules, Grammar(table))
