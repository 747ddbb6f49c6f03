"""A word class or a rule has one home, and none stands idle."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.checks.compile import RULES, read_rules
from app.checks.rulefile import RuleError

APP = RULES.parents[1] / "app"


def refusal(folder: Path, **files: str) -> str:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        read_rules(folder)
    return str(caught.value)


def test_a_word_class_in_two_files_names_both(tmp_path: Path) -> None:
    words = refusal(
        tmp_path,
        claims='classes:\n  ill: "angina"\n  soft: "young"\n',
        tone='schema: 1\nclasses:\n  soft: "sigh"\n',
    )
    assert words == (
        "tone.yaml, line 3: the word class “soft” is also in claims.yaml, line 3; keep one of them"
    )


def test_a_rule_in_two_files_names_both(tmp_path: Path) -> None:
    words = refusal(
        tmp_path,
        claims="rules:\n  cure:\n    patterns: |\n      cure\n",
        tone="rules:\n  cure:\n    patterns: |\n      heal\n",
    )
    assert (
        words
        == "tone.yaml, line 2: the rule “cure” is also in claims.yaml, line 2; keep one of them"
    )


def test_a_rule_and_a_combination_of_one_name_are_refused(tmp_path: Path) -> None:
    words = refusal(
        tmp_path,
        tone=(
            'classes:\n  a: "b"\nrules:\n  jibe:\n    patterns: |\n      sigh\n'
            'combinations:\n  jibe:\n    kind: tone\n    all: "{a}"\n'
        ),
    )
    assert words.startswith("tone.yaml, line 8: the rule “jibe” is also in tone.yaml, line 4")


def test_a_rule_may_take_after_one_of_another_file(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text("rules:\n  cure:\n    patterns: |\n      cure\n")
    (tmp_path / "frames.yaml").write_text(
        "rules:\n  cure:\n    like: claims.cure\n    patterns: |\n      heal\n"
    )
    assert set(read_rules(tmp_path)) == {"claims", "frames"}


ITEM = "- {id: A, section: s, question: q, severity: warn, applies_when: [always]"


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (
            {"tone": "rules:\n  jibe:\n    strenght: block\n"},
            "tone.yaml, line 3: “strenght” is no key of a rule; did you mean “strength”?",
        ),
        (
            {"tone": "rules:\n  jibe:\n    zzz: block\n"},
            "tone.yaml, line 3: “zzz” is no key of a rule",
        ),
        (
            {"tone": "classes: {a: b}\ncombinations:\n  x:\n    kind: joke\n    all: '{a}'\n"},
            "tone.yaml, line 4: “kind” is one of identifier,",
        ),
        (
            {"checklist": f"facts: {{often: x}}\nitems:\n{ITEM}}}\n"},
            "checklist.yaml, line 3: no fact is called “always”",
        ),
        (
            {"checklist": f"rows: {{tone: {{}}}}\nitems:\n{ITEM}, row: tune}}\n"},
            "checklist.yaml, line 3: no row is called “tune”",
        ),
        (
            {"checklist": f"items:\n{ITEM},\n   finds: [tones/x]}}\n"},
            "checklist.yaml, line 3: no kind of finding is called “tones”",
        ),
        (
            {"checklist": f"items:\n{ITEM},\n   set_asid: false}}\n"},
            "checklist.yaml, line 3: “set_asid” is no key of a checklist item; did you mean",
        ),
        (
            {"checklist": "questions:\n  a:\n    statement: I did\nitems: []\n"},
            "checklist.yaml, line 2: “about” is missing",
        ),
        (
            {
                "authorities": "authorities: []\n",
                "tone": "rules:\n  jibe:\n    authorities: [gmc]\n",
            },
            "tone.yaml, line 3: no authority is called “gmc”",
        ),
    ],
)
def test_what_nothing_stands_behind_is_refused(
    tmp_path: Path, files: dict[str, str], words: str
) -> None:
    assert refusal(tmp_path, **files).startswith(words)


def test_every_word_class_is_used() -> None:
    """By a pattern, a combination or another class, or by its name in a check."""
    rules = "".join(path.read_text(encoding="utf-8") for path in RULES.glob("*.yaml"))
    code = "".join(path.read_text(encoding="utf-8") for path in APP.rglob("*.py"))
    used = {name for group in re.findall(r"\{([^{}\n]*)\}", rules) for name in group.split("|")}
    used.update(re.findall(r'"\{?(\w+)"', code))
    used.update(re.findall(r"\{(\w+)", code))
    classes = {
        name for file in read_rules(RULES).values() for name in file.content.get("classes") or {}
    }
    assert classes - used == set()
