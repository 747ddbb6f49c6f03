"""The lines between two ``---`` at the top of a Markdown file, read as YAML of text only."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import yaml

MAX_LENGTH = 32_000
"""Longest front matter, in characters."""

_END = ("---", "...")


class BadFrontMatter(Exception):
    """The lines at the top cannot be read; the message is a plain sentence."""


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The fields at the top of a text and the body below them.

    Every value is text, a list or a mapping: ``08:00`` is not a number here and
    ``2026-02-31`` is not yet wrong. A text without front matter, or with a ``---``
    that is only a dividing line, is all body.

    Raises:
        BadFrontMatter: there is front matter that is no YAML, too long, never closed,
            or uses aliases (by which a small file can ask for endless memory).
    """
    lines = text.removeprefix("\ufeff").split("\n")
    if lines[0].rstrip() != "---":
        return {}, text.removeprefix("\ufeff")
    ends = (number for number, line in enumerate(lines) if number and line.rstrip() in _END)
    end = next(ends, 0)
    if end and (fields := _read("\n".join(lines[1:end]))) is not None:
        return fields, "\n".join(lines[end + 1 :]).lstrip("\n")
    if not end and _looks_like_fields("\n".join(lines[1:])):
        raise BadFrontMatter("The lines at the top are not closed: a line --- is missing.")
    return {}, text.removeprefix("\ufeff")


def _read(block: str) -> dict[str, Any] | None:
    """The mapping in a block; None when it is no mapping, and so a piece of the text."""
    import yaml

    if len(block) > MAX_LENGTH:
        raise BadFrontMatter("The lines at the top are too long.")
    try:
        # A loader of plain text, lists and mappings: less than safe_load would build.
        found = yaml.load(block, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        if not _looks_like_fields(block):
            return None
        where = f", line {error.problem_mark.line + 2}" if error.problem_mark else ""
        raise BadFrontMatter(f"The lines at the top cannot be read{where}.") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise BadFrontMatter("The lines at the top cannot be read.") from error
    if found is None or found == "":
        return {} if not block.strip() else None
    if not isinstance(found, dict):
        return None
    return {str(key).strip().lower(): value for key, value in found.items()}


def _looks_like_fields(block: str) -> bool:
    first = next((line for line in block.split("\n") if line.strip()), "")
    name, colon, _ = first.partition(":")
    return bool(colon) and name.strip().replace("_", "").replace("-", "").isalnum()


@cache
def _loader() -> type[yaml.BaseLoader]:
    import yaml

    class Loader(yaml.BaseLoader):
        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.AliasEvent):
                raise yaml.composer.ComposerError(None, None, "aliases are not read", self._here())
            return super().compose_node(parent, index)

        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            names = [key.value for key, _ in node.value if isinstance(key.value, str)]
            if len(names) != len(set(names)):
                raise yaml.constructor.ConstructorError(
                    None, None, "a field stands there twice", node.start_mark
                )
            return super().construct_mapping(node, deep=deep)

        def _here(self) -> Any:
            return self.peek_event().start_mark  # type: ignore[no-untyped-call]

    return Loader
