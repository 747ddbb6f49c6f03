"""The exported files in a real spreadsheet: the same rows, and nothing that runs."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.exchange.guard import unguard
from app.model.records import Account
from app.planner import Planner
from tests.ui.ready import make_ready

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
NOW = datetime(2026, 9, 10, 8, 41, tzinfo=UTC)
FIRST, LAST = date(2026, 9, 10), date(2026, 9, 30)
FORMULA = '=HYPERLINK("https://example.org/a";"Read more")'
TEXTS = (
    f"{FORMULA} is how a sheet hides a link.",
    "+ Sleep well, + walk daily.",
    "@readers, a question: what do you ask at the clinic?",
    '"Listen", we say, "to the rhythm"; then, wait.\n\nA second line, with a comma.',
    "'Tis the season 🫀 for long walks: é, ü, 心.",
    "0012 steps, 48123456789 heartbeats.",
)
# Comma, double quote, UTF-8, from line 1, no column formats, any language.
_COMMAS = "44,34,76,1,,0"
QUOTED_AS_TEXT = f"{_COMMAS},true,false"
AS_A_USER_OPENS_IT = f"{_COMMAS},false,false"

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_WORDS = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not on this computer"),
]


@dataclass(frozen=True)
class Cell:
    """A cell as the spreadsheet holds it."""

    words: str
    kind: str
    formula: str


@dataclass(frozen=True)
class Exported:
    """The files of both forms, and the sheets that LibreOffice makes of them."""

    files: dict[str, Path]
    typed: dict[str, list[list[Cell]]]
    opened: dict[str, list[list[Cell]]]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    folder = tmp_path_factory.mktemp("sheets")
    planner = Planner.create(folder / "planner.primum", clock=lambda: NOW)
    planner.set_setting("zone", "Europe/London")
    planner.records.save_account(
        Account(name="Dr Maya Lindqvist", degrees="MD", networks=("linkedin", "threads"))
    )
    for place, text in enumerate(TEXTS):
        make_ready(planner, text, date(2026, 9, 14 + place))
    files = {}
    for form in ("plain", "buffer"):
        plan = planner.exports.preview(form, FIRST, LAST)
        assert plan.written == len(TEXTS), plan.left_out
        (folder / form).mkdir()
        files |= {path.name: path for path in planner.exports.write(plan, folder / form)}
    planner.close()
    return Exported(
        files,
        sheets(folder, list(files.values()), QUOTED_AS_TEXT, "typed"),
        sheets(folder, list(files.values()), AS_A_USER_OPENS_IT, "opened"),
    )


def sheets(folder: Path, paths: list[Path], options: str, name: str) -> dict[str, list[list[Cell]]]:
    """Each file as LibreOffice reads it, with a profile of its own and nothing of the user's."""
    assert SOFFICE is not None
    out = folder / name
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            f"--infilter=Text - txt - csv (StarCalc):{options}",
            "--convert-to",
            "fods",
            "--outdir",
            str(out),
            *map(str, paths),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return {path.name: read_sheet(out / f"{path.stem}.fods") for path in paths}


def read_sheet(path: Path) -> list[list[Cell]]:
    """The rows of the one sheet in a flat OpenDocument file, empty ends left off."""
    rows = []
    for row in ElementTree.parse(path).getroot().iter(f"{_TABLE}table-row"):
        cells: list[Cell] = []
        for cell in row.iter(f"{_TABLE}table-cell"):
            made = Cell(
                "\n".join(words_of(part) for part in cell.findall(f"{_WORDS}p")),
                cell.get(f"{_OFFICE}value-type", ""),
                cell.get(f"{_TABLE}formula", ""),
            )
            times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            cells += [made] * min(times, 50)
        while cells and not cells[-1].words:
            cells.pop()
        if cells:
            rows.append(cells)
    return rows


def words_of(part: ElementTree.Element) -> str:
    """The text of a paragraph; runs of spaces are elements of their own."""
    text = part.text or ""
    for child in part:
        if child.tag == f"{_WORDS}s":
            text += " " * int(child.get(f"{_WORDS}c", "1"))
        else:
            text += words_of(child)
        text += child.tail or ""
    return text


def read_csv(path: Path) -> list[list[str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def without_empty_end(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row = row[:-1]
    return row


def test_there_is_one_plain_file_and_one_for_each_network(exported: Exported) -> None:
    assert sorted(exported.files) == [
        "buffer-linkedin.csv",
        "buffer-threads.csv",
        "plan-2026-09-10-to-2026-09-30-Europe-London.csv",
    ]


def test_libreoffice_reads_the_same_rows_as_csv(exported: Exported) -> None:
    for name, path in exported.files.items():
        rows = read_csv(path)
        assert len(rows) > len(TEXTS)
        sheet = [[cell.words for cell in row] for row in exported.typed[name]]
        assert sheet == [without_empty_end(row) for row in rows], name


def test_no_cell_is_a_formula_when_quoted_fields_are_text(exported: Exported) -> None:
    for name, rows in exported.typed.items():
        cells = [cell for row in rows for cell in row if cell.words]
        assert {cell.formula for cell in cells} == {""}, name
        assert {cell.kind for cell in cells} == {"string"}, name


def test_a_plain_file_opened_without_a_thought_runs_nothing(exported: Exported) -> None:
    (name,) = (name for name in exported.files if name.startswith("plan-"))
    rows = exported.opened[name]
    assert not [cell for row in rows for cell in row if cell.formula]
    header = [cell.words for cell in rows[0]]
    column = header.index("text")
    first = rows[1][column]
    assert first.kind == "string"
    assert first.words.startswith(f"'{FORMULA}")
    assert unguard(first.words).startswith(FORMULA)


def test_a_scheduler_gets_the_words_as_they_are(exported: Exported) -> None:
    rows = read_csv(exported.files["buffer-linkedin.csv"])
    assert rows[0] == ["Text", "Image URL", "Tags", "Posting Time"]
    assert [row[0].startswith(text[:12]) for row, text in zip(rows[1:], TEXTS, strict=True)]
    assert rows[1][0].startswith(FORMULA)
    assert exported.typed["buffer-linkedin.csv"][1][0] == Cell(rows[1][0], "string", "")
