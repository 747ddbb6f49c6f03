from __future__ import annotations

import errno
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.errors import KnownError
from app.exchange import writing
from app.exchange.schedule import Candidate, ExportPlan, ExportRequest, plan_export, write_export
from app.model.assessment import Assessment, Tally
from app.model.post import Post, State
from app.model.walltime import WallTime

NOW = datetime(2026, 9, 8, 18, 20, tzinfo=UTC)
CLEAR = Assessment((), (), {}, Tally(), "", None, "1")


@pytest.fixture
def plan() -> ExportPlan:
    when = WallTime(datetime(2026, 9, 14, 8), "Europe/London")
    made = Post(1, "u", "Salt", NOW, NOW, state=State.READY, when=when, networks=("linkedin", "x"))
    request = ExportRequest("buffer", date(2026, 9, 1), date(2026, 9, 30), zone="Europe/London")
    return plan_export(request, [Candidate(made, CLEAR)])


def test_files_already_there_stay(plan: ExportPlan, tmp_path: Path) -> None:
    first = write_export(plan, tmp_path)
    second = write_export(plan, tmp_path)
    third = write_export(plan, tmp_path, replace=True)
    assert [path.name for path in first] == ["buffer-linkedin.csv", "buffer-x.csv"]
    assert [path.name for path in second] == ["buffer-linkedin (2).csv", "buffer-x (2).csv"]
    assert third == first
    assert len(list(tmp_path.iterdir())) == 4


def test_a_missing_folder_is_said(plan: ExportPlan, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="The folder is not there"):
        write_export(plan, tmp_path / "gone")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "does not allow new files"),
        (errno.EROFS, "does not allow new files"),
        (errno.EIO, "Choose another folder"),
    ],
)
def test_a_failure_leaves_nothing_behind(
    plan: ExportPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    calls = []
    real = os.fsync

    def fail_the_second_time(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 1:
            raise OSError(number, "no")
        real(handle)

    monkeypatch.setattr(writing.os, "fsync", fail_the_second_time)
    with pytest.raises(KnownError, match=words) as caught:
        write_export(plan, tmp_path)
    assert "planner is untouched" in caught.value.detail
    assert list(tmp_path.iterdir()) == []


def test_a_file_open_in_another_program_is_said(
    plan: ExportPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (target := tmp_path / "buffer-linkedin.csv").write_text("mine")

    def held(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(KnownError, match=r"buffer-linkedin\.csv is open in another program"):
        write_export(plan, tmp_path, replace=True)
    assert target.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["buffer-linkedin.csv"]


def test_bytes_are_synced_before_the_name_is_given(
    plan: ExportPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    sync, move = os.fsync, Path.replace
    monkeypatch.setattr(writing.os, "fsync", lambda fd: (order.append("sync"), sync(fd)))
    monkeypatch.setattr(Path, "replace", lambda a, b: (order.append("move"), move(a, b))[1])
    write_export(plan, tmp_path)
    assert order[:4] == ["sync", "sync", "move", "move"]
