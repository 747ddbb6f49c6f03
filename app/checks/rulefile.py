"""Reading a rule file so that a mistake in it can be told by file and line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Place = tuple[str | int, ...]


class RuleError(ValueError):
    """A mistake in a rule file; the text names the file and the line."""

    def __init__(self, file: str, line: int, words: str) -> None:
        super().__init__(f"{file}, line {line}: {words}")
        self.file = file
        self.line = line
        self.words = words


@dataclass(frozen=True, slots=True)
class RuleFile:
    """What a rule file says, and on which line it says it."""

    name: str
    content: dict[str, Any]
    lines: Mapping[Place, int]

    def error(self, place: Place, words: str) -> RuleError:
        """A mistake at a place such as ``("items", 3, "severity")``."""
        at = place
        while at and at not in self.lines:
            at = at[:-1]
        return RuleError(f"{self.name}.yaml", self.lines.get(at, 1), words)


def read_rule_file(path: Path) -> RuleFile:
    """Read one YAML file of rules.

    Raises:
        RuleError: it is not YAML, not a mapping, or says one key twice.
    """
    import yaml

    name = path.name
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleError(name, line, f"not readable: {error.problem or 'bad form'}") from error
    if not isinstance(node, yaml.MappingNode):
        raise RuleError(name, 1, "a rule file is a list of keys and values")
    lines: dict[Place, int] = {}
    loader = yaml.SafeLoader("")

    def value(part: yaml.Node, place: Place) -> Any:
        lines.setdefault(place, part.start_mark.line + 1)
        if isinstance(part, yaml.SequenceNode):
            return [value(child, (*place, index)) for index, child in enumerate(part.value)]
        if isinstance(part, yaml.MappingNode):
            mapping: dict[str, Any] = {}
            for key_node, child in part.value:
                key = str(loader.construct_object(key_node))
                line = key_node.start_mark.line + 1
                if key in mapping:
                    raise RuleError(name, line, f"“{key}” is here twice")
                lines[(*place, key)] = line
                mapping[key] = value(child, (*place, key))
            return mapping
        return loader.construct_object(part)

    content = value(node, ())
    return RuleFile(path.stem, content, lines)
