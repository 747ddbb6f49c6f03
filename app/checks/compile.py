"""Turns the rule files into the one compiled file that the program reads.

Run ``python -m app.checks.compile`` after editing a file of ``resources/rules``.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from app.checks.pack import COMPILED, FORMAT
from app.checks.rulebook import with_grammar
from app.checks.rulefile import RuleError, RuleFile, read_rule_file
from app.checks.validate import validate

RULES = Path(__file__).parents[2] / "resources" / "rules"


def read_rules(folder: Path) -> dict[str, RuleFile]:
    """Every rule file of a folder, validated, by name.

    Raises:
        RuleError: the first mistake, with its file and line.
    """
    files = {path.stem: read_rule_file(path) for path in sorted(folder.glob("*.yaml"))}
    validate(files)
    return files


def compiled(folder: Path) -> str:
    """The text of the compiled pack; the same rules always give the same text."""
    files = {name: file.content for name, file in read_rules(folder).items()}
    about = files.pop("pack", {})
    content = json.dumps(files, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    mark = hashlib.sha256(content.encode()).hexdigest()[:8]
    version = f"{about.get('version', '0')}+{mark}"
    files = with_grammar(files)
    # One file a line: a change of one rule file is one line of difference.
    lines = ",\n".join(
        json.dumps(name) + ":" + json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        for name, body in files.items()
    )
    return f'{{"format":{FORMAT},"version":{json.dumps(version)},"files":{{\n{lines}\n}}}}\n'


def main() -> int:
    """Write the compiled pack; 1 when a rule file has a mistake."""
    try:
        text = compiled(RULES)
    except RuleError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    (RULES / COMPILED).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
