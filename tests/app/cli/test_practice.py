"""The practice's own rules in the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.main import main


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    code = main([str(argument) for argument in arguments])
    caught = capsys.readouterr()
    return code, caught.out + caught.err


@pytest.fixture
def planner(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "p.primum"
    run(capsys, "new", path, "--no-password", "--zone", "Europe/London", "--jurisdiction", "UK")
    return path


def add(capsys: pytest.CaptureFixture[str], planner: Path, *words: object) -> dict[str, object]:
    code, out = run(capsys, "rule", planner, *words, "--json")
    assert code == 0, out
    added: dict[str, object] = json.loads(out)
    return added


def test_rules_are_added_listed_changed_and_removed(
    planner: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = add(
        capsys,
        planner,
        *("word", "golden valve", "--kind", "claim", "--why", "Agreed", "--strength", "block"),
        *("--instead", "valve"),
    )
    assert (word["id"], word["type"], word["instead"]) == (1, "word", "valve")
    add(capsys, planner, "exception", "Golden Heart Clinic", "--kind", "claim", "--why", "Us")
    add(capsys, planner, "item", "PRO-03", "--strength", "block")
    add(capsys, planner, "question", "A colleague has read this", "--when", "mentions_patient")
    code, out = run(capsys, "rules", planner)
    assert code == 0
    assert [line.split()[1] for line in out.splitlines()] == [
        "word",
        "exception",
        "item",
        "question",
    ]
    assert "“golden valve” → valve  (claim, block)  Agreed" in out
    changed = add(capsys, planner, "word", "golden valves", "--change", 1, "--strength", "warn")
    assert (changed["id"], changed["phrase"], changed["why"]) == (1, "golden valves", "Agreed")
    assert run(capsys, "rules", planner, "--remove", 1)[0] == 0
    assert len(json.loads(run(capsys, "rules", planner, "--json")[1])) == 3


def test_own_words_stop_a_post(
    planner: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "a.md"
    draft.write_text("---\nnetworks: [linkedin]\n---\n# A golden valve\n\nIt is a valve.\n")
    run(capsys, "import", planner, draft)
    add(capsys, planner, "word", "golden valve", "--kind", "claim", "--why", "Agreed")
    checks = json.loads(run(capsys, "check", planner, 1, "--json")[1])["checks"]
    assert "Your practice's own rule, added" in next(
        check["why"] for check in checks if check["id"] == "finding:own.1:golden valve"
    )


def test_a_file_goes_from_planner_to_planner(
    planner: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(capsys, planner, "word", "golden valve", "--kind", "claim", "--why", "Agreed")
    file, other = tmp_path / "rules.yaml", tmp_path / "other.primum"
    assert run(capsys, "rules", planner, "--export", file)[0] == 0
    run(capsys, "new", other, "--no-password")
    code, out = run(capsys, "rules", other, "--import", file)
    assert (code, out.strip()) == (0, "1 added, 0 changed, 0 here already.")
    file.write_text(file.read_text().replace("kind: claim", "kind: gold"))
    code, out = run(capsys, "rules", other, "--import", file)
    assert code == 2
    assert "rules.yaml, line 9: “kind” cannot be “gold”." in out


def test_the_checks_that_can_be_changed_are_listed(
    planner: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    items = {
        i["item"]: i for i in json.loads(run(capsys, "rules", planner, "--items", "--json")[1])
    }
    assert items["PRO-03"]["choices"] == ["block", "warn", "note"]
    assert "PRIV-01" not in items


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("word", "gold"), 2, "Say of which --kind the words are."),
        (("word", "gold", "--kind", "claim"), 2, "Say why, in one sentence."),
        (("item", "PRO-03"), 2, "Say what it weighs"),
        (("item", "PRIV-01", "--strength", "note"), 1, "PRIV-01 always counts in full."),
        (("question", "Read", "--kind", "claim"), 2, "--kind says nothing of a rule"),
        (
            ("exception", "Anna Kelly", "--kind", "identifier", "--why", "x"),
            2,
            "could be the name of a patient",
        ),
        (("word", "gold", "--change", "7"), 1, "This rule is no longer there."),
    ],
)
def test_what_cannot_be_done_is_said(
    planner: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, said: str
) -> None:
    found, out = run(capsys, "rule", planner, *words)
    assert (found, said in out) == (code, True), out
