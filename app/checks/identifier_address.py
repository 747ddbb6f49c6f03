"""Addresses in what reads like a file: beside a person's name every form of address counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.identifier_say import identifier
from app.checks.scene import Scene
from app.model.finding import Finding, IdentifierSub, Strength
from app.text.spans import Span

_CAPITAL = r"[A-ZÄÖÜ][\wäöüß.'’-]{0,24}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_FORMS = (
    re.compile(
        rf"\b(?:Flat|Apt|Apartment|Unit|Plot|House|Door|Block|Villa|P\.?O\.? Box)\.? ?[\w/-]{{1,8}}"
        rf"(?:,? {_CAPITAL}){{0,4}}"
    ),
    re.compile(
        rf"(?<![\w/.,-])\d{{1,5}}[A-Za-z]?(?:/\d{{1,4}})?,? (?:[NSEW]\.? )?"
        rf"(?!{_MONTH})(?:{_CAPITAL} ?){{1,4}}"
    ),
    re.compile(
        rf"\b(?:(?:Am|An der|An den|Auf der|Auf dem|Im|In der|Zum|Zur|Bei der) {_CAPITAL}|"
        r"[A-ZÄÖÜ][\wäöüß-]{2,24}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|markt|"
        r"hof|berg)) \d{1,4}[a-z]?\b"
    ),
    re.compile(rf"(?<![\w.-])\d{{5}} {_CAPITAL}"),
    re.compile(rf"\b{_CAPITAL}[ -]{{1,3}}(?:\d{{6}}|\d{{3}} \d{{3}})(?!\d)"),
    re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]\d[\dW] ?[A-Z\d]{4}\b"),
)
_JOINED = re.compile(r"[, ]{1,3}")
_WHY = "A place smaller than a state can point to one person. Leave it out or name the country."


def find_addresses(scene: Scene) -> Iterator[Finding]:
    """One finding for each address that stands in somebody's file."""
    plain = scene.document.plain
    for sentence in sorted(scene.dossiers):
        for start, end in _merged(plain, _parts(scene, sentence)):
            yield identifier(
                scene.document, start, end, IdentifierSub.PLACE, Strength.BLOCK,
                "Gives an address", _WHY,
            )  # fmt: skip


def _parts(scene: Scene, sentence: int) -> list[tuple[int, int]]:
    """Everything in the sentence that could be a part of an address, in order."""
    document = scene.document
    span = document.sentences[sentence]
    parts = {
        (match.start(), match.start() + len(match.group().rstrip(" ,.")))
        for form in _FORMS
        for match in form.finditer(document.plain, span.start, span.end)
    }
    parts.update(_towns(scene, span))
    return sorted(parts)


def _towns(scene: Scene, span: Span) -> Iterator[tuple[int, int]]:
    """As in "Michael Forde, Kinvara, ...": a capital between commas right after a name."""
    plain = scene.document.plain
    for row in scene.rows:
        if len(row.words) < 2 or not span.start <= row.start < span.end:
            continue
        match = _AFTER_NAME.match(plain, row.end)
        if match and match.group("t").lower() not in scene.words.not_names:
            yield match.span("t")


_AFTER_NAME = re.compile(
    r", (?P<t>(?!DOB|MRN|NHS|SSN|CHI|IHI|UHID|MBI|KVNR|Tel|MD|PhD|RN)[A-Z][\w'’-]{3,20}"
    r"(?: [A-Z][\w'’-]{2,20})?)(?=,)"
)


def _merged(plain: str, parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Parts that overlap, or that only a comma parts, as one."""
    open_: tuple[int, int] | None = None
    for start, end in parts:
        if open_ is None:
            open_ = (start, end)
        elif start <= open_[1] or _JOINED.fullmatch(plain, open_[1], start):
            open_ = (open_[0], max(open_[1], end))
        else:
            yield open_
            open_ = (start, end)
    if open_ is not None:
        yield open_
