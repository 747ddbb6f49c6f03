from __future__ import annotations

import os
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.draft_fields import BadField, read_clock, read_day
from app.exchange.markdown_in import MarkdownDraft, Problem, read_draft, read_markdown
from app.model.post import Audience, Purpose
from app.model.walltime import WallTime

FULL = """---
id: salt-1
title: "Salt: what labels hide"
date: 2026-09-24
time: 08:00
zone: Europe/London
networks: [LinkedIn, twitter, Ig]
sources: [who-salt, "@dash"]
consent: C-021
interests: [Valvica]
audience: public
purpose: Teach
note: read again on Sunday
pictures:
  - file: pictures/label.png
    alt: "A food label: 1.2 g of salt."
    person: no
texts:
  x: Less salt, fewer strokes.
---

Less **salt**. [@who-salt]
"""


def read(text: str, folder: Path = Path("/nowhere/drafts")) -> MarkdownDraft:
    draft = read_draft(text, "a.md", folder)
    assert isinstance(draft, MarkdownDraft), draft
    return draft


def problem(text: str) -> str:
    found = read_draft(text, "a.md", Path("/nowhere/drafts"))
    assert isinstance(found, Problem)
    return found.words


def test_every_field_is_read(tmp_path: Path) -> None:
    draft = read(FULL, tmp_path)
    assert draft.body == "# Salt: what labels hide\n\nLess **salt**. [@who-salt]\n"
    assert (draft.id, draft.day, draft.clock) == ("salt-1", date(2026, 9, 24), time(8, 0))
    assert draft.zone == "Europe/London"
    assert draft.networks == ("linkedin", "x", "instagram")
    assert draft.sources == ("who-salt", "dash")
    assert draft.consents == ("C-021",)
    assert draft.interests == ("Valvica",)
    assert (draft.audience, draft.purpose) == (Audience.PUBLIC, Purpose.TEACH)
    assert draft.note == "read again on Sunday"
    (picture,) = draft.pictures
    assert picture.path == tmp_path / "pictures" / "label.png"
    assert (picture.alt_text, picture.shows_person) == ("A food label: 1.2 g of salt.", False)
    assert dict(draft.own_texts) == {"x": "Less salt, fewer strokes."}
    assert draft.notes == ()
    expected = WallTime(datetime(2026, 9, 24, 8, 0), "Europe/London")
    assert draft.when("UTC", time(9, 0)) == expected


def test_what_is_not_given_is_filled_in_by_the_planner() -> None:
    draft = read("---\ndate: 2026-09-24\n---\nWords")
    assert draft.when("Europe/Paris", time(7, 30)) == WallTime(
        datetime(2026, 9, 24, 7, 30),
        "Europe/Paris",
    )
    assert read("Words").when("UTC", time(8)) is None


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("# T\n\nWords", "# T\n\nWords\n"),
        ("---\ntitle: Other\n---\n# T\n\nWords", "# T\n\nWords\n"),
        ("---\ntitle: T\n---\n", "# T\n"),
        ("---\n---\nWords", "Words\n"),
        ("---\n# only a comment\n---\nWords", "---\n# only a comment\n---\nWords\n"),
        ("---\n\nA paragraph between lines\n\n---\nmore", None),
        ("---\nnever closed: yes", None),
        ("\ufeff---\ntitle: T\n---\nWords", "# T\n\nWords\n"),
        ("---\ntitle: T\n...\nWords", "# T\n\nWords\n"),
    ],
)
def test_body_and_title(text: str, body: str | None) -> None:
    assert read(text).body == (body if body is not None else f"{text}\n")


def test_a_title_that_is_not_the_heading_is_said() -> None:
    assert read("---\ntitle: Other\n---\n# T\n\nWords").notes == (
        "The title “Other” is not its first heading; the heading is used.",
    )


@pytest.mark.parametrize(
    ("top", "words"),
    [
        ("date: 2026-02-31", "2026-02-31, which does not exist"),
        ("date: 31/02/2026", "31/02/2026, which does not exist"),
        ("date: 11/09/2026", "Write 2026-09-11 or 2026-11-09."),
        ("date: soon", "Write it as 2026-09-24."),
        ("time: 08:00", "a time but no date"),
        ("date: 2026-09-24\ntime: 25:00", "25:00, which does not exist"),
        ("zone: Mars/Olympus", "Europe/London"),
        ("networks: [myspace]", "“myspace” is not a network. Known: LinkedIn, X,"),
        ("networks: {a: b}", "list of names"),
        ("audience: martians", "patients, public, professionals"),
        ("title: [a]", "one text"),
        ("pictures: [/etc/passwd]", "beside this file"),
        ("pictures: [../../../secret.png]", "beside this file"),
        ("pictures: ['https://a.org/x.png']", "beside this file"),
        ("pictures: ['\\\\\\\\server\\\\share\\\\x.png']", "beside this file"),
        ("texts: [x]", "a network and its text"),
        ("title: 'never closed", "cannot be read, line"),
        ("a: &x [1]\nb: *x", "cannot be read, line 3"),
        ("title: a\ntitle: b", "cannot be read, line 2"),
        ("title: !!python/object/apply:os.system [ls]", "one text"),
        ("a: " + "[" * 2000, "cannot be read"),
        ("a: " + "x" * 40_000, "too long"),
    ],
)
def test_a_field_that_cannot_be_used_is_a_sentence(top: str, words: str) -> None:
    assert words in problem(f"---\n{top}\n---\nWords")


def test_front_matter_that_is_never_closed_is_said() -> None:
    assert "not closed" in problem("---\ntitle: T\n\nWords")


def test_no_text_is_said() -> None:
    assert problem("---\ndate: 2026-09-24\n---\n  \n") == "It has no text."


def test_state_and_unknown_fields_are_noted() -> None:
    assert read("---\nstate: ready\nmood: good\n---\nWords").notes == (
        "The state in the file is not used: what is imported starts as a draft.",
        "Not understood and left out: “mood”.",
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-9-4", date(2026, 9, 4)),
        ("24 Sep 2026", date(2026, 9, 24)),
        ("4. September 2026", date(2026, 9, 4)),
        ("24/09/2026", date(2026, 9, 24)),
        ("09/24/2026", date(2026, 9, 24)),
        ("24.09.2026", date(2026, 9, 24)),
        ("05/05/2026", date(2026, 5, 5)),
    ],
)
def test_dates(text: str, day: date) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("08:00", time(8)),
        ("8.30", time(8, 30)),
        ("8h30", time(8, 30)),
        ("08:00:00", time(8)),
        ("8 pm", time(20)),
        ("12:15 am", time(0, 15)),
    ],
)
def test_times(text: str, clock: time) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize("text", ["8", "13 pm", "8:61", "noon", ""])
def test_times_that_are_none(text: str) -> None:
    with pytest.raises(BadField):
        read_clock(text)


def test_a_date_may_carry_its_time() -> None:
    draft = read("---\ndate: 2026-09-24 08:15\n---\nWords")
    assert (draft.day, draft.clock) == (date(2026, 9, 24), time(8, 15))


@pytest.mark.parametrize(
    ("encoding", "noted"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("utf-16", False),
        ("utf-16-le", False),
        ("utf-16-be", False),
        ("utf-32", False),
        ("cp1252", True),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, noted: bool) -> None:
    text = "---\ntitle: Café\n---\r\n“Herz” – naïve\r\n"
    (tmp_path / "a.md").write_bytes(text.encode(encoding))
    (draft,), problems = read_markdown(tmp_path / "a.md")
    assert problems == ()
    assert draft.body == "# Café\n\n“Herz” – naïve\n"
    assert bool(draft.notes) is noted


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "It is empty."),
        (b" \n", "It is empty."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file"),
        (bytes(range(256)) * 4, "not a text file"),
        (b"\xff\xfe\x00", "damaged"),
        (b"x" * 600_000, "larger than 512 KB"),
    ],
)
def test_files_that_are_no_text(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "a.md").write_bytes(data)
    drafts, (found,) = read_markdown(tmp_path / "a.md")
    assert drafts == ()
    assert found.file == "a.md"
    assert words in found.words


def test_folders_are_read_in_order_and_one_bad_file_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "b" / "two.MD").write_text("Two")
    (tmp_path / "one.md").write_text("One")
    (tmp_path / "bad.markdown").write_text("---\ndate: 2026-02-30\n---\nBad")
    (tmp_path / "notes.txt").write_text("Not a draft")
    (tmp_path / ".hidden" / "three.md").write_text("Three")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    drafts, problems = read_markdown(tmp_path)
    assert [draft.file for draft in drafts] == ["one.md", "b/two.MD"]
    assert problems == (Problem("bad.markdown", "The date is 2026-02-30, which does not exist."),)


def test_what_is_not_there_or_not_a_file_is_said(tmp_path: Path) -> None:
    assert "not there" in read_markdown(tmp_path / "gone.md")[1][0].words
    assert "no Markdown files" in read_markdown(tmp_path)[1][0].words
    os.mkfifo(tmp_path / "pipe.md")
    assert read_markdown(tmp_path / "pipe.md")[1][0].words == "It is not a file."


_TOPS = ("---", "...", "title: x", "date: 2026-09-24", "a: [", "- b", "? c", "&d", "*d", "Words")
_MORE = ("pictures:", "  - file: a.png", "\t", "", "key: |", "{", "%YAML 1.1", "!!binary x", ": ")
LINES = st.lists(st.sampled_from(_TOPS + _MORE), max_size=8).map("\n".join)


@given(LINES | st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_reading_never_raises_and_loses_no_body(text: str) -> None:
    found = read_draft(f"{text}\n\nThe last words.", "a.md", Path("/nowhere/drafts"))
    if isinstance(found, MarkdownDraft):
        assert found.body.endswith("The last words.\n")
    else:
        assert found.words.endswith(".")


@given(st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_a_draft_or_a_problem(data: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.md"
        path.write_bytes(data)
        drafts, problems = read_markdown(path)
        assert len(drafts) + len(problems) == 1


def test_the_sample_drafts_are_read_without_problems() -> None:
    import resources

    folder = Path(resources.__file__).parent / "sample" / "drafts"
    drafts, problems = read_markdown(folder)
    assert problems == ()
    assert len(drafts) >= 30
    assert not [note for draft in drafts for note in draft.notes]
