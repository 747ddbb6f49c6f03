"""``check --jsonl``: one text a line in, its findings a line out, streaming."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from app.errors import BadInput
from app.model.finding import Finding, Strength
from app.model.post import Audience, PostKind
from app.model.records import Account


def check_lines(lines: Iterable[str], out: TextIO) -> int:
    """Check each line; 1 if any text has a blocking finding, 2 if a line could not be read."""
    from app.checks.pack import load_pack

    pack = load_pack()
    worst = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            answer, blocks = _answer(_object(line), pack)
        except BadInput as problem:
            answer, blocks = {"id": None, "line": number, "error": str(problem)}, False
            worst = 2
        out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        if blocks and worst == 0:
            worst = 1
    out.flush()
    return worst


def run(source: str, out: TextIO | None = None) -> int:
    """Check the lines of a file, or of standard input for ``-``."""
    out = out or sys.stdout
    if source == "-":
        return check_lines(sys.stdin, out)
    try:
        with open(source, encoding="utf-8-sig") as lines:  # noqa: PTH123 - a name, not a path object
            return check_lines(lines, out)
    except OSError as error:
        raise BadInput(f"{source} cannot be read.", error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise BadInput(f"{source} is not UTF-8 text.", "Save it as UTF-8 and try again.") from error


def _object(line: str) -> Mapping[str, Any]:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise BadInput("This line is not JSON.") from error
    except RecursionError as error:
        raise BadInput("This line is nested too deeply.") from error
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise BadInput("Each line is an object with a text.")
    return value


def _answer(given: Mapping[str, Any], pack: Any) -> tuple[dict[str, Any], bool]:
    from app.checks.context import Context
    from app.checks.registry import check

    try:
        kind = PostKind(given.get("kind", "post"))
        audience = Audience(given["audience"]) if given.get("audience") else None
    except ValueError as error:
        raise BadInput("kind is post, reply or inbound.") from error
    facts = given.get("facts") or {}
    if not isinstance(facts, dict):
        raise BadInput("facts is an object of true and false.")
    context = Context(
        kind=kind,
        network=str(given.get("network") or ""),
        audience=audience,
        facts={str(name): bool(value) for name, value in facts.items()},
        account=Account(),
        jurisdictions=tuple(str(name) for name in given.get("jurisdictions") or ()),
    )
    report = check(given["text"], context, pack)
    answer = {
        "id": given.get("id"),
        "findings": [finding_json(finding) for finding in report.findings],
        "facts": {name: fact.value for name, fact in sorted(report.facts.items())},
        "grade": report.grade,
    }
    blocking = (Strength.BLOCK, Strength.FORBID)
    return answer, any(finding.strength in blocking for finding in report.findings)


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding with the field names of the terminal's JSON."""
    return {
        "kind": finding.kind.value,
        "sub": finding.sub,
        "rule": finding.rule,
        "strength": finding.strength.value,
        "start": finding.start,
        "end": finding.end,
        "quote": finding.quote,
        "why": finding.why,
        "suggestions": list(finding.suggestions),
    }
