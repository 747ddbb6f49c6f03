"""One line of a schedule: one post on one network at one time, and each field it can fill."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from app.calendar.words import DAYS, clock_words
from app.model.assessment import Assessment
from app.model.past import Snapshot
from app.model.post import Post, State
from app.model.walltime import WallTime
from app.networks.catalogue import networks
from app.networks.count import Count
from app.networks.fit import hashtags

STATE_WORDS: Mapping[State, str] = {
    State.IDEA: "Idea",
    State.DRAFT: "Draft",
    State.REVIEW: "In review",
    State.READY: "Ready",
    State.POSTED: "Posted",
    State.ARCHIVED: "Archived",
}
_LINK = re.compile(r"https?://[^\s<>\"“”]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the schedule.

    Attributes:
        text: flattened for the network; never with an added sign.
        when: wall time in the zone of the export, whatever zone it was planned in.
        notes: sentences about this line: the clocks, another zone, pictures.
    """

    post: Post
    network: str
    when: WallTime
    text: str
    count: Count
    assessment: Assessment | None
    snapshot: Snapshot | None
    notes: tuple[str, ...] = ()


def text_hash(text: str) -> str:
    """The SHA-256 of a flattened text, hex: the same text has the same hash in every export."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _link(line: Line) -> str:
    found = _LINK.search(line.text)
    return found.group().rstrip(".,;:!?)'’”") if found else ""


def _labels(line: Line) -> str:
    given = (line.post.purpose, line.post.audience)
    return ", ".join(label.value for label in given if label is not None)


def _checklist(line: Line) -> str:
    return line.assessment.tally.words() if line.assessment else ""


def _approved_on(line: Line) -> str:
    if line.snapshot is None:
        return ""
    return _iso(line.snapshot.at.astimezone(ZoneInfo(line.when.zone)))


def _approved_hash(line: Line) -> str:
    if line.snapshot is None or line.network not in line.snapshot.texts:
        return ""
    return text_hash(line.snapshot.texts[line.network])


def _alt_text(line: Line) -> str:
    alts = [picture.alt_text for picture in line.post.pictures]
    return " | ".join(alts) if any(alts) else ""


def _utc(line: Line) -> str:
    return line.when.utc().astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")


def _iso(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M")


FIELDS: Mapping[str, Callable[[Line], str]] = {
    "empty": lambda line: "",
    "post_id": lambda line: line.post.uid,
    "title": lambda line: line.post.title,
    "network_name": lambda line: networks()[line.network].name,
    "local_date": lambda line: line.when.day.isoformat(),
    "local_time": lambda line: clock_words(line.when.clock),
    "date_and_time": lambda line: _iso(line.when.local),
    "zone": lambda line: line.when.zone,
    "utc_time": _utc,
    "weekday": lambda line: DAYS[line.when.day.weekday()],
    "text": lambda line: line.text,
    "characters": lambda line: f"{line.count.used}/{line.count.limit}",
    "link": _link,
    "hashtags": lambda line: " ".join(dict.fromkeys(hashtags(line.text))),
    "media_files": lambda line: "; ".join(picture.name for picture in line.post.pictures),
    "alt_text": _alt_text,
    "labels": _labels,
    "status": lambda line: STATE_WORDS[line.post.state],
    "checklist_result": _checklist,
    "approved_on": _approved_on,
    "approved_text_hash": _approved_hash,
    "notes": lambda line: " ".join(line.notes),
}
"""What a column may hold. Consent records, interests and internal notes are not among them."""
