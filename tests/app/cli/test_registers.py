from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.main import main
from tests.app.cli.test_commands import DRAFT


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(arguments)
    return code, capsys.readouterr().out


@pytest.fixture
def planner(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path = tmp_path / "p.primum"
    (tmp_path / "a.md").write_text(DRAFT, encoding="utf-8")
    assert run(capsys, "new", str(path), "--no-password", "--zone", "Europe/London")[0] == 0
    assert run(capsys, "import", str(path), str(tmp_path / "a.md"))[0] == 0
    return str(path)


def add(capsys: pytest.CaptureFixture[str], planner: str, *arguments: str) -> dict[str, object]:
    code, out = run(capsys, "record", planner, "--json", *arguments)
    assert code == 0
    found: dict[str, object] = json.loads(out)
    return found


def test_records_are_added_changed_listed_and_removed(
    planner: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made = add(
        capsys, planner, "--type", "partner", "--title", "Corvia", "--on", "2031-05-01",
        "--shows", "agreement", "allowed_sector", "--note", "Seen in person",
    )  # fmt: skip
    assert made == {
        "id": 1,
        "type": "partner",
        "title": "Corvia",
        "on": "2031-05-01",
        "until": None,
        "shows": ["agreement", "allowed_sector"],
        "note": "Seen in person",
    }
    changed = add(capsys, planner, "--change", "1", "--until", "2032-05-01")
    assert changed == {**made, "until": "2032-05-01"}
    code, out = run(capsys, "records", planner)
    assert code == 0
    assert "Corvia" in out
    assert "No records." in run(capsys, "records", planner, "--type", "cpd")[1]
    assert add(capsys, planner, "--remove", "1") == {"removed": 1}
    assert "No records." in run(capsys, "records", planner)[1]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--title", "No type"), 2),
        (("--type", "policy", "--title", "X", "--on", "2031-05-01", "--until", "2031-01-01"), 2),
        (("--remove", "99"), 1),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    planner: str,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    expected: int,
) -> None:
    assert run(capsys, "record", planner, *arguments)[0] == expected
    assert "No records." in run(capsys, "records", planner)[1]


def test_a_register_item_is_unmet_and_met_by_what_the_terminal_records(
    planner: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def row() -> dict[str, object] | None:
        out = run(capsys, "check", planner, "1", "--json")[1]
        rows = [c for c in json.loads(out)["checks"] if "POL-01" in c["items"]]
        return rows[0] if rows else None

    assert row() is None
    add(capsys, planner, "--type", "policy", "--title", "Version 1", "--on", "2031-01-01")
    unmet = row()
    assert unmet is not None
    assert (unmet["group"], unmet["title"]) == ("fix", "The policy is not acknowledged")
    add(capsys, planner, "--change", "1", "--shows", "acknowledged")
    met = row()
    assert met is not None
    assert met["group"] == "clear"
