"""Posts from Markdown files with front matter: title, date, networks, sources, pictures.

Fields: id, title, date, time, zone, networks, sources, consent, interests,
audience, purpose, pictures (``file``, ``alt``, ``person``), texts (a network's own
version), note. A file that cannot be used whole is not used at all, and a plain
sentence says why.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path
from types import MappingProxyType
from typing import Any

from app.exchange.draft_fields import (
    BadField,
    day_and_clock,
    list_of,
    read_choice,
    read_networks,
    read_zone,
    text_of,
)
from app.exchange.front_matter import BadFrontMatter, split_front_matter
from app.exchange.text_files import NotText, read_text_file
from app.model.post import Audience, Purpose, text_below_title, title_of
from app.model.walltime import WallTime

MAX_FILES = 5_000
"""Most files read from one folder."""

_ENDINGS = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_KNOWN = frozenset(
    (
        *("id", "title", "date", "time", "zone", "networks", "network", "channels"),
        *("sources", "source", "consent", "consents", "interests", "audience", "purpose"),
        *("pictures", "picture", "texts", "note", "state", "status", "sample"),
    )
)
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that was not read. ``file`` is its name below what was chosen."""

    file: str
    words: str


@dataclass(frozen=True, slots=True)
class DraftPicture:
    """A picture that a draft names; ``path`` is where it lies, whether or not it is there."""

    path: Path
    alt_text: str = ""
    shows_person: bool = False


@dataclass(frozen=True, slots=True)
class MarkdownDraft:
    """One post as a file gives it.

    Attributes:
        file: as in ``Problem``.
        id: the file's own id, for updating instead of copying when it comes again; or empty.
        body: Markdown, with the title as its first heading.
        day, clock, zone: as given; None or empty where the file does not say.
        sources, consents, interests: short names, codes and organisations, not checked here.
        own_texts: network id to that network's own Markdown.
        notes: sentences on what was guessed or left out.
        extra: the ``sample`` field, for the sample planner.
    """

    file: str
    body: str
    id: str = ""
    day: date | None = None
    clock: time | None = None
    zone: str = ""
    networks: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    audience: Audience | None = None
    purpose: Purpose | None = None
    pictures: tuple[DraftPicture, ...] = ()
    own_texts: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    note: str = ""
    notes: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)

    def when(self, zone: str, usual: time) -> WallTime | None:
        """The planned time; ``zone`` and ``usual`` stand in for what the file does not say."""
        if self.day is None:
            return None
        clock = self.clock if self.clock is not None else usual
        return WallTime(datetime.combine(self.day, clock), self.zone or zone)


def read_markdown(path: Path) -> tuple[tuple[MarkdownDraft, ...], tuple[Problem, ...]]:
    """Read one file, or every Markdown file in a folder and the folders in it.

    Never raises for what a file holds: what cannot be used becomes a ``Problem``.
    Hidden folders are passed over and links to folders are not followed.
    """
    drafts: list[MarkdownDraft] = []
    problems: list[Problem] = []
    folder = path.is_dir()
    for number, file in enumerate(_files(path) if folder else (path,)):
        name = file.relative_to(path).as_posix() if folder else file.name
        if number >= MAX_FILES:
            problems.append(Problem(path.name, f"Only the first {MAX_FILES:,} files were read."))
            break
        read = _read_file(file, name)
        if isinstance(read, Problem):
            problems.append(read)
        else:
            drafts.append(read)
    if folder and not drafts and not problems:
        problems.append(Problem(path.name, "There are no Markdown files in this folder."))
    return tuple(drafts), tuple(problems)


def read_draft(text: str, name: str, folder: Path) -> MarkdownDraft | Problem:
    """Read the text of one draft; ``folder`` is where the pictures it names are looked for."""
    try:
        fields, body = split_front_matter(text)
        return _draft(fields, body, name, folder)
    except (BadFrontMatter, BadField) as error:
        return Problem(name, str(error))


def _files(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in _ENDINGS and not name.startswith("."):
                yield Path(here) / name


def _read_file(path: Path, name: str) -> MarkdownDraft | Problem:
    try:
        read = read_text_file(path)
    except NotText as error:
        return Problem(name, str(error))
    draft = read_draft(read.text, name, path.parent)
    if read.note and isinstance(draft, MarkdownDraft):
        return replace(draft, notes=(read.note, *draft.notes))
    return draft


def _draft(fields: Mapping[str, Any], body: str, name: str, folder: Path) -> MarkdownDraft:
    body = _with_title(text_of(fields, "title"), body)
    if not body.strip():
        raise BadField("It has no text.")
    day, clock = day_and_clock(fields)
    zone = read_zone(text_of(fields, "zone"))
    extra = fields.get("sample", _NOTHING)
    return MarkdownDraft(
        file=name,
        body=body,
        id=text_of(fields, "id"),
        day=day,
        clock=clock,
        zone=zone,
        networks=read_networks(list_of(fields, "networks", "network", "channels")),
        sources=tuple(item.lstrip("@") for item in list_of(fields, "sources", "source")),
        consents=list_of(fields, "consent", "consents"),
        interests=list_of(fields, "interests"),
        audience=read_choice(text_of(fields, "audience"), Audience, "audience"),
        purpose=read_choice(text_of(fields, "purpose"), Purpose, "purpose"),
        pictures=tuple(_pictures(fields, folder)),
        own_texts=_own_texts(fields),
        note=text_of(fields, "note"),
        notes=tuple(_notes(fields, title_of(body))),
        extra=MappingProxyType(extra) if isinstance(extra, dict) else _NOTHING,
    )


def _with_title(title: str, body: str) -> str:
    """The body with its title as first heading; a heading it has already wins."""
    body = body.strip("\n").rstrip()
    has_heading = text_below_title(body) != body.lstrip()
    if not title or has_heading:
        return f"{body}\n" if body else ""
    heading = f"# {' '.join(title.split())}"
    return f"{heading}\n\n{body}\n" if body else f"{heading}\n"


def _own_texts(fields: Mapping[str, Any]) -> Mapping[str, str]:
    texts = fields.get("texts", {}) or {}
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        raise BadField("“texts” should name a network and its text on each line.")
    return MappingProxyType(
        {read_networks((str(name),))[0]: text.strip() for name, text in texts.items()}
    )


def _pictures(fields: Mapping[str, Any], folder: Path) -> Iterator[DraftPicture]:
    given = fields.get("pictures", fields.get("picture", [])) or []
    for entry in given if isinstance(given, list) else [given]:
        values = {"file": entry} if isinstance(entry, str) else entry
        if not isinstance(values, dict):
            raise BadField("A picture needs a line “file:” and a line “alt:”.")
        name = text_of(values, "file")
        person = text_of(values, "person").lower() in ("yes", "true", "1")
        yield DraftPicture(_near(name, folder), text_of(values, "alt"), person)


def _near(name: str, folder: Path) -> Path:
    """Where a named picture lies: in or beside the draft's folder, never elsewhere or online."""
    plain = name.replace("\\", "/")
    outside = plain.startswith(("/", "~")) or ":" in plain or "\0" in plain
    place = (folder / plain).resolve() if plain and not outside else None
    if place is None or not place.is_relative_to(folder.resolve().parent):
        raise BadField("A picture is named that does not lie beside this file.")
    return place


def _notes(fields: Mapping[str, Any], title: str) -> Iterator[str]:
    given = text_of(fields, "title")
    if given and title_of(f"# {given}") != title:
        yield f"The title “{given[:80]}” is not its first heading; the heading is used."
    if "state" in fields or "status" in fields:
        yield "The state in the file is not used: what is imported starts as a draft."
    if unknown := [str(name) for name in fields if name not in _KNOWN]:
        names = ", ".join(f"“{name[:40]}”" for name in unknown[:5])
        yield f"Not understood and left out: {names}."
