from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import jsonl
from app.cli.main import main

DRAFT = """---
title: Walking
date: 2031-09-24
time: "08:00"
networks: [linkedin]
audience: public
purpose: teach
---
# Walking

Walking is a good first exercise for many people. Start gently.

General information, not medical advice.
"""
BAD = """---
date: 2031-09-25
time: "08:00"
networks: [linkedin]
audience: public
purpose: teach
---
# Miracle

This miracle cure is guaranteed to reverse heart disease.
"""


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(arguments)
    return code, capsys.readouterr().out


@pytest.fixture
def planner(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "p.primum"
    assert run(capsys, "new", str(path), "--no-password", "--zone", "Europe/London")[0] == 0
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "drafts" / "b.md").write_text(BAD, encoding="utf-8")
    code, out = run(capsys, "import", str(path), str(tmp_path / "drafts"), "--json")
    assert code == 0
    assert len(json.loads(out)["added"]) == 2
    return path


def test_the_whole_job_in_the_terminal(
    planner: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = run(capsys, "list", str(planner), "--json")
    assert code == 0
    rows = {row["title"]: row["id"] for row in json.loads(out)}
    good, bad = str(rows["Walking"]), str(rows["Miracle"])
    code, out = run(capsys, "check", str(planner), good, "--json")
    assert code == 1  # only a person can answer what is left
    questions = [c["id"] for c in json.loads(out)["checks"] if c["group"] == "confirm"]
    assert [c for c in json.loads(out)["checks"] if c["group"] == "fix"] == []
    code, out = run(capsys, "ready", str(planner), good, "--json", "--confirm", *questions)
    assert (code, json.loads(out)["ready"]) == (0, True)
    code, out = run(capsys, "ready", str(planner), bad, "--json")
    assert (code, json.loads(out)["ready"]) == (1, False)
    out_dir = tmp_path / "out"
    out_dir.mkdir()
    code, out = run(
        capsys,
        "export",
        str(planner),
        "--json",
        "--preset",
        "buffer",
        "--from",
        "2031-09-01",
        "--to",
        "2031-09-30",
        "--out",
        str(out_dir),
    )
    assert code == 0
    answer = json.loads(out)
    assert answer["written"] == 1
    assert [left["title"] for left in answer["left_out"]] == ["Miracle"]
    assert Path(answer["files"][0]).read_bytes().startswith(b'"Text","Image URL"')


def test_importing_twice_updates_and_copies_nothing(
    planner: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = run(capsys, "import", str(planner), str(tmp_path / "drafts"), "--json")
    assert code == 0
    assert json.loads(out)["added"] == []


def test_confirming_something_unknown_is_a_usage_error(
    planner: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "ready", str(planner), "1", "--confirm", "nothing-like-it")[0] == 2


def test_a_missing_planner_is_exit_code_three(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "list", str(tmp_path / "none.primum"))[0] == 3


def test_a_wrong_passphrase_is_exit_code_three_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right, wrong, path = tmp_path / "r", tmp_path / "w", tmp_path / "p.primum"
    right.write_text("correct horse\n", encoding="utf-8")
    wrong.write_text("battery staple\n", encoding="utf-8")
    assert run(capsys, "new", str(path), "--passphrase-file", str(right))[0] == 0
    before = path.read_bytes()
    assert run(capsys, "list", str(path), "--passphrase-file", str(wrong))[0] == 3
    assert path.read_bytes() == before
    assert run(capsys, "list", str(path), "--passphrase-file", str(right))[0] == 0


def test_json_lines_stream_and_point_into_the_text_as_given() -> None:
    text = "❤️ This is a **miracle cure** for everyone."
    lines = [json.dumps({"id": n, "kind": "post", "text": text}) for n in range(3)]
    out = io.StringIO()
    assert jsonl.check_lines(lines, out) == 1
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [answer["id"] for answer in answers] == [0, 1, 2]
    for finding in answers[0]["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["quote"]
    assert any(finding["kind"] == "claim" for finding in answers[0]["findings"])


def test_a_bad_json_line_is_answered_and_the_others_still_checked() -> None:
    out = io.StringIO()
    lines = ["{oops", json.dumps({"id": 2, "text": "Walking is good."}), '{"id": 3, "text": 7}']
    assert jsonl.check_lines(lines, out) == 2
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert "error" in answers[0]
    assert answers[1]["id"] == 2
    assert "error" in answers[2]


def test_facts_set_by_the_author_are_kept() -> None:
    out = io.StringIO()
    line = json.dumps({"id": 1, "text": "He did well.", "facts": {"mentions_patient": True}})
    jsonl.check_lines([line], out)
    assert json.loads(out.getvalue())["facts"]["mentions_patient"] is True


def test_the_terminal_loads_no_qt() -> None:
    code = (
        "import sys; from app.cli.main import main\n"
        'import io; sys.stdin = io.StringIO(\'{"id":1,"text":"a"}\')\n'
        "main(['check', '--jsonl', '-'])\n"
        "assert not [n for n in sys.modules if n.startswith(('PySide6', 'ui'))]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
