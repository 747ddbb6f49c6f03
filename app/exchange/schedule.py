"""The schedule as CSV: which posts go out, which are left out and why, and the bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.calendar.words import clock_words, range_words
from app.calendar.zones import is_zone
from app.errors import BadInput, KnownError
from app.exchange.csv_files import ExportFile, csv_files
from app.exchange.export_notes import export_notes, several, time_in_zone
from app.exchange.lines import STATE_WORDS, Line
from app.exchange.presets import Preset, presets
from app.exchange.writing import write_files
from app.model.assessment import Assessment
from app.model.past import Snapshot
from app.model.post import Post, State
from app.model.records import Source
from app.model.rows import PostRow
from app.networks.catalogue import networks
from app.networks.count import count
from app.networks.render import render

__all__ = [
    "Candidate",
    "ExportFile",
    "ExportPlan",
    "ExportRequest",
    "LeftOut",
    "plan_export",
    "write_export",
]

write_export = write_files
"""Write the files of a plan into a folder; see ``app.exchange.writing``."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export.

    Attributes:
        preset: "plain" or "buffer".
        first, last: local days in ``zone``, both included.
        states: posts in these states; a form for schedulers takes Ready ones only.
        networks: network ids; empty for all of each post.
        zone: IANA zone that every time is written in.
    """

    preset: str
    first: date
    last: date
    states: frozenset[State] = frozenset({State.READY})
    networks: frozenset[str] = frozenset()
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A post that may go out, with what the gate says about it now.

    ``assessment`` is made afresh for the export; None counts as not clear.
    """

    post: Post
    assessment: Assessment | None = None
    snapshot: Snapshot | None = None
    sources: tuple[Source, ...] = ()
    row: PostRow | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A post that is not written. ``code`` is state, posted, date, gate or changed."""

    post_id: int
    title: str
    reason: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What will be written, to the byte. Nothing is on disk yet.

    ``written`` counts posts; one post on two networks is two rows. ``notes`` are
    sentences about what the files cannot carry or what to look at.
    """

    request: ExportRequest
    files: tuple[ExportFile, ...]
    written: int
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]

    def summary(self) -> str:
        """3 posts will be written, in 2 files."""
        if not self.files:
            return self.nothing().headline
        files = several(len(self.files), "file")
        return f"{several(self.written, 'post')} will be written, in {files}."

    def left_out_words(self) -> tuple[str, ...]:
        """A sentence for each reason: "11 posts are left out because they are not Ready."."""
        counted = Counter(out.code for out in self.left_out)
        return tuple(
            f"{several(number, 'post')} {'is' if number == 1 else 'are'} left out because "
            f"{_BECAUSE[code][number > 1]}."
            for code in _BECAUSE
            if (number := counted.get(code, 0))
        )

    def nothing(self) -> KnownError:
        """What to say when there is nothing to write."""
        between = range_words(self.request.first, self.request.last)
        between = f"between {between}" if " and " in between else f"on {between}"
        detail = " ".join(self.left_out_words())
        kind = "Ready posts" if self.request.states <= {State.READY} else "posts"
        return BadInput(
            f"No {kind} {between}.",
            detail or "There are no posts in that time.",
            remedies=("show_them", "change_dates"),
        )


_BECAUSE = {
    "state": ("it is not Ready", "they are not Ready"),
    "posted": ("it was posted already", "they were posted already"),
    "gate": ("a check is open again", "checks are open again"),
    "changed": ("it changed after it was Ready", "they changed after they were Ready"),
    "date": ("it has no date", "they have no date"),
}


def plan_export(request: ExportRequest, candidates: Iterable[Candidate]) -> ExportPlan:
    """Plan an export; pure, so that a preview shows the very bytes.

    A post is left out when its state was not asked for, when it has no date, when
    the gate no longer clears it, or when its text is not the one that was marked
    Ready. Posts outside the days or networks asked for are not mentioned.

    Raises:
        BadInput: the preset is unknown or the last day is before the first.
    """
    preset = _preset(request)
    lines: list[Line] = []
    left_out: list[LeftOut] = []
    for candidate in candidates:
        if not _concerns(candidate.post, request, preset):
            continue
        made = _lines(candidate, request, preset)
        if out := _why_left_out(candidate, request, preset, made):
            left_out.append(out)
        else:
            lines += made
    lines.sort(key=_order)
    names = {
        "first": request.first.isoformat(),
        "last": request.last.isoformat(),
        "zone": request.zone.replace("/", "-"),
    }
    files = tuple(csv_files(preset, lines, names))
    written = len({line.post.uid for line in lines})
    notes = tuple(export_notes(preset, request.zone, lines))
    return ExportPlan(request, files, written, tuple(left_out), notes)


def _preset(request: ExportRequest) -> Preset:
    if request.last < request.first:
        raise BadInput("The last day is before the first.", "Nothing was written.")
    if not is_zone(request.zone):
        raise BadInput(f"{request.zone} is not a time zone.", "For example Europe/London.")
    try:
        return presets()[request.preset]
    except KeyError:
        raise BadInput(
            f"There is no export form called {request.preset}.",
            f"Known: {', '.join(presets())}.",
        ) from None


def _wanted_networks(post: Post, request: ExportRequest) -> tuple[str, ...]:
    known = networks()
    return tuple(
        network
        for network in known
        if network in post.networks
        if not request.networks or network in request.networks
    )


def _states(request: ExportRequest, preset: Preset) -> frozenset[State]:
    return frozenset({State.READY}) if preset.ready_only else request.states


def _concerns(post: Post, request: ExportRequest, preset: Preset) -> bool:
    """Whether a post is among those asked about: in these days, for these networks."""
    if post.binned_at is not None:
        return False
    if request.networks and not _wanted_networks(post, request):
        return False
    if post.when is None:
        return post.state in _states(request, preset)
    when, _ = time_in_zone(post.when, request.zone)
    return request.first <= when.day <= request.last


def _why_left_out(
    candidate: Candidate, request: ExportRequest, preset: Preset, lines: Sequence[Line]
) -> LeftOut | None:
    post = candidate.post
    states = _states(request, preset)
    ready = post.state is State.READY
    answer = candidate.assessment
    reason, code = "", ""
    if post.state not in states:
        if post.state in (State.POSTED, State.ARCHIVED):
            reason, code = "It was posted already.", "posted"
        else:
            reason, code = f"Not Ready: {STATE_WORDS[post.state]}.", "state"
    elif post.when is None:
        reason, code = "No date.", "date"
    elif ready and (answer is None or not answer.clear):
        reason, code = (answer.reason if answer else "") or "The checks did not run.", "gate"
    elif ready and not lines:
        reason, code = "It was posted already.", "posted"
    elif ready and _changed(candidate, lines):
        reason, code = "Its text is not the one that was marked Ready.", "changed"
    if not code:
        return None
    return LeftOut(post.id, post.title or "Untitled", reason, code)


def _changed(candidate: Candidate, lines: Sequence[Line]) -> bool:
    snapshot = candidate.snapshot
    return snapshot is not None and any(
        snapshot.texts.get(line.network, line.text) != line.text for line in lines
    )


def _lines(candidate: Candidate, request: ExportRequest, preset: Preset) -> list[Line]:
    """The lines of one post; a scheduler gets none for a network it was posted on already."""
    post = candidate.post
    if post.when is None:
        return []
    when, notes = time_in_zone(post.when, request.zone)
    posted = {posting.network for posting in post.postings} if preset.ready_only else set()
    if post.pictures:
        notes.append(f"Add {several(len(post.pictures), 'picture')} by hand.")
    lines = []
    for network in _wanted_networks(post, request):
        if network in posted:
            continue
        text = render(post.text_for(network), network, candidate.sources).text
        line = Line(
            post=post,
            network=network,
            when=when,
            text=text,
            count=count(text, network),
            assessment=candidate.assessment,
            snapshot=candidate.snapshot,
            notes=tuple(notes),
        )
        lines.append(line)
    return lines


def _order(line: Line) -> tuple[date, str, int, int]:
    place = tuple(networks()).index(line.network)
    return line.when.day, clock_words(line.when.clock), line.post.id, place
