"""The help as HTML: the guide, and a page of every check made from the rules in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING

import resources

if TYPE_CHECKING:
    from app.checklist.items import Item
    from app.checks.pack import Pack
    from app.model.practice import PracticeRules

_STRENGTH = {
    "forbid": "Forbidden: only other words clear it",
    "block": "Stops the post",
    "warn": "To consider",
    "note": "For your information",
}
_SURE = {
    "yes": "read at the source",
    "secondary": "from a second source",
    "partly": "partly read at the source",
    "memory": "not verified",
}


def guide_html() -> str:
    """The user guide as HTML."""
    text = (files(resources) / "help" / "guide.md").read_text(encoding="utf-8")
    return _html(text)


def checks_html(pack: Pack, practice: PracticeRules | None = None) -> str:
    """Every item of the checklist as HTML, by section, then what the practice added."""
    own = _own_lines(practice) if practice is not None and not practice.empty else ()
    return _html("\n".join((*_lines(pack), *own)))


def _html(text: str) -> str:
    import markdown

    return markdown.markdown(text, extensions=["tables", "sane_lists"])


def _lines(pack: Pack) -> Iterator[str]:
    from app.checklist.items import rules_of

    rules = rules_of(pack)
    sections = pack.data["checklist"]["sections"]
    yield "# What is checked"
    yield ""
    yield (
        f"{len(rules.items)} items, rule pack {pack.version}. Each says what it asks, when it "
        "applies, who answers it, how much it weighs, what stands behind it and how sure that is."
    )
    for section, title in sections.items():
        items = [item for item in rules.items if item.section == section]
        if not items:
            continue
        yield ""
        yield f"## {title}"
        for item in items:
            yield from _item_lines(item, rules.facts, pack)


def _own_lines(practice: PracticeRules) -> Iterator[str]:
    """What the practice added, each with its reason."""
    yield from ("", "## Your practice's own", "")
    for word in practice.words:
        yield f"- Always shown: “{_plain(word.phrase)}”. {_plain(word.why)}"
    for exception in practice.exceptions:
        yield f"- Never shown: “{_plain(exception.phrase)}”. {_plain(exception.why)}"
    for level in practice.levels:
        yield f"- {_STRENGTH[str(level.strength)]}: {level.item}. {_plain(level.why)}"
    for question in practice.questions:
        yield f"- Asked: {_plain(question.statement)}. {_plain(question.why)}"


def _plain(words: str) -> str:
    """Words of the user as they are, without meaning anything to Markdown or HTML."""
    return "".join(
        sign if sign.isalnum() or sign in " .,;'-" else f"&#{ord(sign)};" for sign in words
    )


def _item_lines(item: Item, facts: Mapping[str, str], pack: Pack) -> Iterator[str]:
    when = "; ".join(facts.get(name, name.replace("_", " ")) for name in sorted(item.when))
    where = ", ".join(sorted(item.places)) or "everywhere"
    raised = ", ".join(
        f"{_STRENGTH[str(override.strength)].lower()} in {', '.join(sorted(override.places))}"
        for override in item.overrides
        if override.places
    )
    yield ""
    yield f"### {item.question}"
    yield ""
    yield f"- **When:** {when}. **Where:** {where}."
    yield f"- **Who answers:** {_answerer(item)}."
    weight = _STRENGTH[str(item.strength)]
    yield f"- **Weight:** {weight}{f'; {raised}' if raised else ''}."
    behind = [pack.authorities[name] for name in item.authorities if name in pack.authorities]
    names = [f"{a.name} ({_SURE.get(a.confirmed, 'not verified')})" for a in behind]
    yield f"- **Behind it:** {'; '.join(names) or 'good practice'}."
    yield f"- {item.id}"


def _answerer(item: Item) -> str:
    if item.register:
        kept = "a record, once you keep that register"
        return (
            f"{kept}, else you, with a confirmation" if item.ask else f"{kept}; silent until then"
        )
    who = []
    if item.finds or item.answer == "findings":
        who.append("the text itself")
    if item.answer and item.answer != "findings":
        who.append("a record, a picture or a field of the post")
    if item.ask:
        who.append("you, with a confirmation")
    return ", then ".join(who) or "the text itself"
