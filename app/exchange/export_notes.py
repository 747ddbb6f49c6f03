"""What is said about an export: its times, its pictures, and what the files cannot carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from app.calendar.words import clock_words, trouble_of
from app.calendar.zones import city
from app.exchange.guard import starts_like_formula
from app.exchange.lines import Line
from app.exchange.presets import Preset
from app.model.post import State
from app.model.walltime import ClockTrouble, WallTime


def time_in_zone(planned: WallTime, zone: str) -> tuple[WallTime, list[str]]:
    """A planned time in the zone of the export, and sentences on what happened to it.

    A time that the clocks skip becomes the one after the gap. A file holds local
    times only, so it cannot say which of two equal ones is meant: that is noted.
    """
    notes = []
    trouble = trouble_of(planned)
    if trouble and trouble.kind is ClockTrouble.SKIPPED:
        planned = trouble.instead
        notes.append(f"{trouble.fact} {clock_words(planned.clock)} is written.")
    when = planned
    if planned.zone != zone:
        there = planned.utc().astimezone(ZoneInfo(zone))
        when = WallTime(there.replace(tzinfo=None, fold=0), zone, there.fold)
        if when.local != planned.local:
            notes.append(
                f"Planned for {clock_words(planned.clock)} in {city(planned.zone)}; "
                f"written as {clock_words(when.clock)} in {city(zone)}."
            )
    trouble = trouble_of(when)
    if trouble and trouble.kind is ClockTrouble.DOUBLED:
        notes.append(f"{trouble.words} The file cannot say which.")
    return when, notes


def export_notes(preset: Preset, zone: str, lines: Sequence[Line]) -> Iterator[str]:
    """What the author should know of the files: pictures, clocks, signs, the zone."""
    if not lines:
        return
    yield from _picture_notes(preset, lines)
    yield from _clock_notes(lines)
    if not preset.guard:
        risky = {line.post.uid for line in lines if starts_like_formula(line.text)}
        if risky:
            starts = "starts" if len(risky) == 1 else "start"
            yield (
                f"{several(len(risky), 'text')} {starts} with = + - or @. "
                f"Upload the file as it is: a spreadsheet program would change it."
            )
    yield f"Times are written for {city(zone)} ({zone}). {preset.note}".strip()
    if any(line.post.state is not State.READY for line in lines):
        yield "Some posts are not Ready; the status column says which."


def _picture_notes(preset: Preset, lines: Sequence[Line]) -> Iterator[str]:
    pictured = {line.post.uid for line in lines if line.post.pictures}
    if not pictured:
        return
    one = len(pictured) == 1
    words = (
        f"{several(len(pictured), 'post')} {'has a picture' if one else 'have pictures'}. "
        f"CSV cannot carry pictures: add {'it' if one else 'them'} by hand after the upload."
    )
    if any(column.field == "alt_text" for column in preset.columns):
        words += " Alt text is in its own column."
    yield words


def _clock_notes(lines: Sequence[Line]) -> Iterator[str]:
    """What each post's time needs said, once a post."""
    seen: set[str] = set()
    for line in lines:
        about_time = [note for note in line.notes if not note.startswith("Add ")]
        if about_time and line.post.uid not in seen:
            seen.add(line.post.uid)
            yield f"{line.post.title or 'Untitled'}: {' '.join(about_time)}"


def several(number: int, word: str) -> str:
    """1 post, 2 posts."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
