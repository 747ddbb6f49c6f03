"""Stories about one real person, with or without the word patient."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.context import Context
from app.checks.pack import Pack
from app.checks.say import finding
from app.checks.scene import Scene, read_scene
from app.model.assessment import Fact
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind
from app.text.document import Document

RULE = "patient.story"
_WHY = (
    "It reads like the story of one real person. It needs that person's consent, or general words."
)


def facts(document: Document, context: Context, pack: Pack) -> Iterator[Fact]:
    """Whether the text is about a patient."""
    scene = read_scene(document, pack)
    if scene.stories:
        sentence = _strongest(scene, *scene.stories[0])
        yield Fact("mentions_patient", True, "text", document.sentence_text(sentence)[:120])
    elif scene.dossiers:
        sentence = min(scene.dossiers)
        yield Fact("mentions_patient", True, "text", document.sentence_text(sentence)[:120])


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """One finding for each story, over all sentences that tell it."""
    if context.facts.get("mentions_patient") is False or context.kind is PostKind.INBOUND:
        return  # what somebody else writes of themselves is not told by the author
    scene = read_scene(document, pack)
    for first, last in scene.stories:
        yield finding(
            document,
            document.sentences[first].start,
            document.sentences[last].end,
            kind=Kind.CASE_NARRATIVE,
            sub="story",
            rule=RULE,
            strength=Strength.WARN if first in scene.faint else Strength.BLOCK,
            title="Tells of one patient",
            why=_WHY,
            authorities=("gmc_sm_2024", "hipaa_514"),
        )


def _strongest(scene: Scene, first: int, last: int) -> int:
    return max(range(first, last + 1), key=lambda index: (scene.scored[index].score, -index))
