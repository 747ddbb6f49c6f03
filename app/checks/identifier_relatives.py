"""Family by which a person can be known: "the sheriff's mother", "her son, a Garda"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.context import Context
from app.checks.identifier_say import identifier
from app.checks.inflect import word_set
from app.checks.referents import related, whose
from app.checks.scene import Scene
from app.checks.starts import openings, starts
from app.model.finding import Finding, IdentifierSub, Strength

_TRIPLETS = re.compile(
    r"\b(?:mother|father|mum|mom|dad|parent|parents) of (?:triplets|quadruplets|quads|quintuplets|"
    r"(?:seven|eight|nine|ten|eleven|twelve)(?: children)?)\b"
    r"|\b(?:identical )?(?:twin|triplet) (?:sister|brother)\b",
    re.IGNORECASE,
)
_TRIPLETS_OPENINGS = openings("mother father mum mom dad parent identical twin triplet")
_WHOSE = frozenset({"his", "her", "their"})
_OPENING = frozenset({"a", "an", "the", "my", "our", "your", "one"})
_MORE_JOBS = frozenset({"mp", "td", "councillor", "footballer"})
_ENDS = word_set("and or but who whom whose which that with for to was is had has came told")


def find_relatives(scene: Scene, context: Context) -> Iterator[Finding]:
    """Relatives of a person, or people known as somebody's relative."""
    document, words = scene.document, scene.words
    tokens = document.tokens
    for at, token in enumerate(tokens):
        if token.lower not in words.relatives or not scene.personal(token.sentence, context):
            continue
        span = _somebodys(scene, at) or _relative_of(scene, at) or _known_by(scene, at)
        if span is not None:
            yield _found(scene, *span)
    for match in starts(document).find(_TRIPLETS, _TRIPLETS_OPENINGS):
        if scene.personal(document.sentence_at(match.start()), context):
            yield _found(scene, *match.span())


def _somebodys(scene: Scene, at: int) -> tuple[int, int] | None:
    """As in "our head porter's twin brother": from the article to the relative."""
    tokens = scene.document.tokens
    owner = whose(tokens, at)
    if owner is None or (
        tokens[owner].is_capital and tokens[owner].sentence != tokens[at].sentence
    ):
        return None
    if tokens[owner].lower in (
        "patient's",
        "patients'",
        "gentleman's",
        "lady's",
        "man's",
        "woman's",
    ):
        return None
    first = owner
    while first > 0 and owner - first < 6:
        before = tokens[first - 1]
        if before.sentence != tokens[at].sentence or not before.is_word:
            break
        if before.lower in _OPENING or before.lower in _WHOSE:
            return before.start, _with_law(scene, tokens[at].end)
        first -= 1
    return (tokens[owner].start, tokens[at].end) if tokens[owner].is_capital else None


def _with_law(scene: Scene, end: int) -> int:
    """The end of "mother-in-law" for that of "mother"."""
    return end + len("-in-law") if scene.document.plain.startswith("-in-law", end) else end


def _relative_of(scene: Scene, at: int) -> tuple[int, int] | None:
    """As in "the father of my school friend": from the relative to the end of who that is."""
    tokens = scene.document.tokens
    if not related(tokens, at):
        return None
    end = tokens[at + 3].end
    for token in tokens[at + 4 : at + 6]:
        if not token.text.isalpha() or token.lower in _ENDS or token.lower in _TIMES:
            break
        if token.sentence != tokens[at].sentence:
            break
        end = token.end
    opens = at > 0 and tokens[at - 1].lower in _OPENING
    return (tokens[at - 1].start if opens else tokens[at].start), end


_TIMES = word_set("last this today yesterday in on at from by as after before when while")


def _known_by(scene: Scene, at: int) -> tuple[int, int] | None:
    """As in "her son, a Garda in Limerick": from whose relative to what they are."""
    tokens, words = scene.document.tokens, scene.words
    if at and tokens[at - 1].lower in ("my", "our"):
        return None
    rest = [token for token in tokens[at + 1 : at + 9] if token.sentence == tokens[at].sentence]
    if len(rest) < 3 or rest[0].lower not in ("of", ",", "is", "was", "works"):
        return None
    if rest[1].lower not in ("a", "an", "the", "our", "as"):
        return None
    start = tokens[at - 1].start if at and tokens[at - 1].lower in _WHOSE else tokens[at].start
    for token in rest[2:6]:
        if not token.is_word:
            return None
        if token.lower in words.occupations or token.lower in _MORE_JOBS:
            return start, token.end
    return None


def _found(scene: Scene, start: int, end: int) -> Finding:
    return identifier(
        scene.document, start, end, IdentifierSub.RELATIVE, Strength.BLOCK,
        "Says who a person's family is",
        "Family that can be recognised points to the person. Leave out what tells who they are.",
    )  # fmt: skip
