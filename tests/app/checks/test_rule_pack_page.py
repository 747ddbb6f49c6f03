"""The page about rule packs tells of every file and key, and its examples are valid."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from app.checks.compile import RULES, read_rules
from app.checks.own_entry import check_phrase
from app.checks.validate import RULE_KEYS
from app.exchange.practice_file import read_practice
from app.model.practice import QUESTION_FACTS, WORD_KINDS, OwnException, OwnWord, PracticeRule

PAGE = (RULES.parents[1] / "docs" / "rule-packs.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def test_every_file_and_key_is_told() -> None:
    words = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
    told = set(re.findall(r"`([^`]+)`", words))
    assert {path.name for path in RULES.glob("*.yaml")} <= told
    assert told >= RULE_KEYS
    assert told >= {kind.value for kind in WORD_KINDS} | set(QUESTION_FACTS)


@pytest.mark.parametrize("example", EXAMPLES[:-1])
def test_an_example_of_a_rule_file_is_valid(tmp_path: Path, example: str) -> None:
    (tmp_path / "example.yaml").write_text(example, encoding="utf-8")
    assert read_rules(tmp_path)


def test_the_example_of_own_rules_is_valid(tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(EXAMPLES[-1], encoding="utf-8")

    def check(rule: PracticeRule) -> None:
        if isinstance(rule, OwnWord | OwnException):
            check_phrase(rule)

    assert len(read_practice(file, date(2026, 11, 22), check)) == 4
