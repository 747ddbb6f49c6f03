"""What a rule file must look like, said so that the person who edits it can put it right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from app.checks.inflect import word_set
from app.checks.pack import LEXICON_KEYS
from app.checks.pattern import BadPattern, read_piece
from app.checks.rulebook import groups_of
from app.checks.rulefile import Place, RuleError, RuleFile
from app.checks.validate_checklist import check_checklist, known_keys
from app.model.finding import Kind

_CLASS = re.compile(r"\{([^{}]*)\}")
SEVERITIES = ("note", "warn", "block", "forbid")
RULE_KEYS = word_set(
    "patterns unless like sub title why strength softened cited authorities sure replace where "
    "asks note"
)
_COMBINATION_KEYS = RULE_KEYS - {"patterns", "unless", "like"} | {"kind", "all", "none"}
SURE = ("yes", "secondary", "partly", "memory")
# File to the list in it and the keys that each entry must have.
REQUIRED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "checklist": ("items", ("id", "section", "question", "severity")),
    "authorities": ("authorities", ("id", "name", "demands", "confirmed")),
    "person_first": ("entries", ("avoid", "prefer")),
    "jargon": ("entries", ("term", "plain")),
    "products": ("entries", ("generic", "kind")),
    "guidelines": ("entries", ("id", "body", "year", "title")),
}


def validate(files: Mapping[str, RuleFile]) -> None:
    """Check every file and what they say about each other.

    Raises:
        RuleError: the first mistake, with its file and line.
    """
    for file in files.values():
        _entries(file)
        for key in LEXICON_KEYS:
            if key in file.content:
                _lexicons(file, key)
    _rules(files)
    if "checklist" in files:
        check_checklist(files["checklist"])
    if "authorities" in files:
        _references(files, files["authorities"])


def _entries(file: RuleFile) -> None:
    wanted = REQUIRED.get(file.name)
    if wanted is None:
        return
    key, fields = wanted
    entries = file.content.get(key)
    if not isinstance(entries, list):
        raise file.error((key,), f"the list “{key}” is missing")
    seen: dict[str, int] = {}
    for index, entry in enumerate(entries):
        place: Place = (key, index)
        if not isinstance(entry, dict):
            raise file.error(place, "an entry has keys and values")
        for name in fields:
            if entry.get(name) in (None, ""):
                raise file.error(place, f"“{name}” is missing")
        if "id" in entry:
            if entry["id"] in seen:
                raise file.error((*place, "id"), f"“{entry['id']}” is here twice")
            seen[entry["id"]] = index
        _choice(file, place, entry, "severity", SEVERITIES)
        _choice(file, place, entry, "confirmed", SURE)


def _choice(
    file: RuleFile, place: Place, entry: Mapping[str, Any], key: str, allowed: Iterable[str]
) -> None:
    if key in entry and str(entry[key]) not in tuple(allowed):
        names = ", ".join(allowed)
        raise file.error((*place, key), f"“{key}” is one of {names}, not “{entry[key]}”")


def _lexicons(file: RuleFile, key: str) -> None:
    groups = file.content[key]
    if not isinstance(groups, dict):
        raise file.error((key,), "each list of phrases has a name")
    for name, group in groups.items():
        place: Place = (key, name)
        if not isinstance(group, dict):
            raise file.error(place, "a list of phrases has keys and values")
        _choice(file, place, group, "severity", SEVERITIES)
        for part in ("phrases", "patterns", "exceptions"):
            _phrases(file, (*place, part), group.get(part))
        _patterns(file, (*place, "regex"), group.get("regex"))


def _phrases(file: RuleFile, place: Place, phrases: Any) -> None:
    if phrases is None:
        return
    if not isinstance(phrases, list):
        raise file.error(place, "phrases are a list, one a line")
    seen: set[str] = set()
    for index, phrase in enumerate(phrases):
        if not isinstance(phrase, str) or not phrase.strip():
            raise file.error((*place, index), "a phrase is text; put quotes around it")
        if phrase in seen:
            raise file.error((*place, index), f"“{phrase}” is here twice")
        seen.add(phrase)


def _patterns(file: RuleFile, place: Place, patterns: Any) -> None:
    if patterns is None:
        return
    pairs = patterns.items() if isinstance(patterns, dict) else enumerate(patterns)
    for key, pattern in pairs:
        try:
            re.compile(str(pattern))
        except re.error as error:
            raise file.error((*place, key), f"the pattern cannot be read: {error}") from error


def _rules(files: Mapping[str, RuleFile]) -> None:
    """The rules that are written as patterns, and the word classes that they use."""
    _once(files)
    classes = {name for file in files.values() for name in file.content.get("classes") or {}}
    _combinations(files, classes)
    known = {f"{file.name}.{key}" for file in files.values() for key in _rule_names(file)}
    for file in files.values():
        rules = file.content.get("rules") or {}
        if not isinstance(rules, dict):
            raise file.error(("rules",), "each rule has a name")
        for name, rule in rules.items():
            if not isinstance(rule, dict):
                raise file.error(("rules", name), "a rule has keys and values")
            known_keys(file, ("rules", name), rule, RULE_KEYS, "rule")
            _choice(file, ("rules", name), rule, "sure", SURE)
            _choice(file, ("rules", name), rule, "strength", SEVERITIES)
            _choice(file, ("rules", name), rule, "softened", (*SEVERITIES, "none"))
            _choice(file, ("rules", name), rule, "cited", (*SEVERITIES, "none"))
            _choice(file, ("rules", name), rule, "where", ("any", "reply", "inbound"))
            if "like" in rule and rule["like"] not in known:
                raise file.error(("rules", name, "like"), f"no rule is called “{rule['like']}”")
            for part in ("patterns", "unless"):
                _pattern_lines(file, ("rules", name, part), rule.get(part), classes)


def _once(files: Mapping[str, RuleFile]) -> None:
    """Each word class in one file only: of two, the later one would silently stand for both.

    A rule's key may come back in another file where it says ``like:`` which one it takes after.
    """
    homes: dict[str, RuleFile] = {}
    rules: dict[str, tuple[RuleFile, str]] = {}
    for file in files.values():
        for name in file.content.get("classes") or {}:
            home = homes.setdefault(name, file)
            if home is not file:
                raise _twice(file, ("classes", name), home, f"the word class “{name}”")
        for section in ("rules", "combinations"):
            found = file.content.get(section)
            for name, rule in found.items() if isinstance(found, dict) else ():
                first, where = rules.setdefault(name, (file, section))
                liked = isinstance(rule, dict) and rule.get("like") == f"{first.name}.{name}"
                if (first, where) != (file, section) and not liked:
                    raise _twice(file, (section, name), first, f"the rule “{name}”", where)


def _twice(
    file: RuleFile, place: Place, first: RuleFile, what: str, section: str = ""
) -> RuleError:
    """Both files and both lines, so that one of the two can be given another name."""
    line = first.lines.get((section or place[0], place[-1]), 1)
    return file.error(place, f"{what} is also in {first.name}.yaml, line {line}; keep one of them")


def _rule_names(file: RuleFile) -> Iterable[str]:
    rules = file.content.get("rules")
    return rules if isinstance(rules, dict) else ()


def _combinations(files: Mapping[str, RuleFile], classes: set[str]) -> None:
    for file in files.values():
        for name, data in (file.content.get("combinations") or {}).items():
            place: Place = ("combinations", name)
            if not isinstance(data, dict) or not data.get("all") or not data.get("kind"):
                raise file.error(place, "a combination has a kind and the classes of “all”")
            known_keys(file, place, data, _COMBINATION_KEYS, "combination")
            _choice(file, place, data, "kind", tuple(Kind))
            _choice(file, place, data, "strength", SEVERITIES)
            for part in ("all", "none"):
                for group in groups_of(data.get(part)):
                    unknown = {key[1:] for key in group} - classes
                    if unknown:
                        words = f"no word class is called “{min(unknown)}”"
                        raise file.error((*place, part), words)


def _pattern_lines(file: RuleFile, place: Place, block: Any, classes: set[str]) -> None:
    for offset, line in enumerate(str(block or "").splitlines(), start=1):
        try:
            for piece in line.split():
                read_piece(piece)
            unknown = {name for part in _CLASS.findall(line) for name in part.split("|")} - classes
            if unknown:
                raise BadPattern(f"no word class is called “{min(unknown)}”")
        except BadPattern as error:
            raise file.error(
                place, f"line {offset} of the block, “{line.strip()}”: {error}"
            ) from error


def _references(files: Mapping[str, RuleFile], authorities: RuleFile) -> None:
    """What rules, combinations and items rest on is in the list of authorities."""
    known = {entry["id"] for entry in authorities.content["authorities"]}
    for file in files.values():
        found: list[tuple[Place, Any]] = []
        if file.name == "checklist":
            found += [(("items", n), one) for n, one in enumerate(file.content["items"])]
        for section in ("rules", "combinations"):
            found += [((section, name), one) for name, one in _entries_of(file, section)]
        for place, entry in found:
            for name in entry.get("authorities") or ():
                if name not in known:
                    words = f"no authority is called “{name}”"
                    raise file.error((*place, "authorities"), words)


def _entries_of(file: RuleFile, section: str) -> Iterable[tuple[str, Mapping[str, Any]]]:
    found = file.content.get(section)
    return found.items() if isinstance(found, dict) else ()
