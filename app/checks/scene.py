"""Who a text is about: read once, shared by every check that depends on a real person."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.checks.capitals import Row, rows
from app.checks.context import Context
from app.checks.dossier import find_dossiers
from app.checks.heard import STORY, UNLIKELY, sentences_like
from app.checks.hits import hits
from app.checks.pack import Pack
from app.checks.person import Person, find_persons, pronouns
from app.checks.referents import read_who
from app.checks.sentence_scores import read_scores
from app.checks.story import Scored, score_sentences, sure_cues, windows
from app.checks.vocabulary import Vocabulary, vocabulary
from app.checks.zones import number_zones
from app.model.post import PostKind
from app.text.document import Document
from app.text.spans import Span

_AROUND = 200
_BESIDE = 3  # sentences
_SURELY = 1.5  # what words like "my patient" add to the score of a sentence


def _start(person: Person) -> int:
    return person.start


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The people of a text and where it tells of one.

    Attributes:
        persons: descriptions of one person each.
        scored: one for each sentence.
        stories: runs of sentences ``(first, last)``.
        faint: the first sentences of those stories that only the classifier heard, or that rules
            heard and the classifier thinks less likely than not.
        gender: ``m`` or ``f`` when all pronouns agree, else empty.
        rows: rows of capitals that could be names.
        dossiers: sentences that give away a file: a name beside a number or an address.
        zones: where numbers stand that are long enough to be somebody's, with room around.
    """

    document: Document
    words: Vocabulary
    persons: tuple[Person, ...]
    scored: tuple[Scored, ...]
    stories: tuple[tuple[int, int], ...]
    faint: frozenset[int]
    gender: str
    rows: tuple[Row, ...]
    zones: tuple[Span, ...]
    dossiers: frozenset[int]

    def in_story(self, sentence: int) -> bool:
        """Whether a sentence belongs to a story or stands beside one in its paragraph."""
        return any(self.tells(place) for place in self._beside(sentence))

    def in_dossier(self, sentence: int) -> bool:
        """Whether a sentence gives away somebody's file, or stands beside one that does."""
        return any(place in self.dossiers for place in (sentence - 1, sentence, sentence + 1))

    def _beside(self, sentence: int) -> range:
        """The sentences around one: its neighbours, and two more in the same paragraph."""
        first, last = sentence - 1, sentence + 1
        spans, plain = self.document.sentences, self.document.plain
        while (
            first > 0
            and sentence - first < _BESIDE
            and "\n" not in plain[spans[first - 1].end : spans[first].start]
        ):
            first -= 1
        while (
            last + 1 < len(spans)
            and last - sentence < _BESIDE
            and "\n" not in plain[spans[last].end : spans[last + 1].start]
        ):
            last += 1
        return range(first, last + 1)

    def tells(self, sentence: int) -> bool:
        """Whether a sentence is inside a story."""
        index = bisect_right(self.stories, (sentence, len(self.scored))) - 1
        return index >= 0 and sentence <= self.stories[index][1]

    def near_persons(self, place: int) -> tuple[Person, ...]:
        """The descriptions of persons that begin within 200 characters before a place, or at it."""
        low = bisect_left(self.persons, place - _AROUND, key=_start)
        return self.persons[low : bisect_right(self.persons, place, key=_start)]

    def near(self, place: int) -> str:
        """The words of its sentence around a place, at most 200 characters on each side.

        A sentence can be as long as the text; looking at all of it for each detail in it
        would take time that grows with the square of its length.
        """
        span = self.document.sentences[self.document.sentence_at(place)]
        low, high = max(span.start, place - _AROUND), min(span.end, place + _AROUND)
        return self.document.plain[low:high]

    def concerns(self, context: Context) -> bool:
        """Whether the text as a whole is about a real person."""
        return context.kind is PostKind.REPLY or about_somebody(context)

    def personal(self, sentence: int, context: Context) -> bool:
        """Whether a detail in this sentence would be a detail of a real person."""
        if context.kind is PostKind.REPLY:
            return True
        if not about_somebody(context):
            return False
        if not self.stories and not self.dossiers:
            return True
        return self.in_story(sentence) or self.in_dossier(sentence)


def in_zones(pattern: re.Pattern[str], scene: Scene) -> Iterator[re.Match[str]]:
    """Where ``pattern`` holds near a long number."""
    for zone in scene.zones:
        yield from pattern.finditer(scene.document.plain, zone.start, zone.end)


def about_somebody(context: Context) -> bool:
    """Whether the post is about a real person, as the facts have it."""
    facts = context.facts
    return any(facts.get(name, False) for name in ("mentions_patient", "shows_person", "is_reply"))


@lru_cache(maxsize=16)
def read_scene(document: Document, pack: Pack) -> Scene:
    """Read the people of a document."""
    words = vocabulary(pack)
    persons = find_persons(document, words)
    found = tuple(rows(document, words))
    told = read_who(document, words, persons, found, _sure(document, pack))
    scored = score_sentences(document, pack, told, persons)
    male, female = pronouns(document.tokens)
    gender = "m" if male and not female else "f" if female and not male else ""
    zones = number_zones(document)
    likely = _likely(document, pack, scored, windows(document, scored))
    stories = tuple(likely)
    heard = _heard(document, pack, scored, stories)
    faint = heard | {first for (first, _), score in likely.items() if score < 0}
    return Scene(
        document,
        words,
        persons,
        scored,
        tuple(sorted((*stories, *((at, at) for at in heard)))),
        faint,
        gender,
        found,
        zones,
        find_dossiers(document, words, found, zones),
    )


def _heard(
    document: Document,
    pack: Pack,
    scored: tuple[Scored, ...],
    stories: tuple[tuple[int, int], ...],
) -> frozenset[int]:
    """Sentences outside the stories that are like examples of stories."""
    told = {at for first, last in stories for at in range(first, last + 1)}
    return frozenset(
        at
        for at in sentences_like(document, pack, PostKind.POST, STORY)
        if at not in told and not scored[at].imagined
    )


def _likely(
    document: Document,
    pack: Pack,
    scored: tuple[Scored, ...],
    stories: tuple[tuple[int, int], ...],
) -> dict[tuple[int, int], float]:
    """The stories, and how like examples of stories their likeliest sentence is.

    Those whose every sentence is quite unlike them are left out.
    """
    if not stories:
        return {}
    learned = read_scores(document, pack, PostKind.POST)
    found = {
        (first, last): max(
            learned.of(at, STORY) + (_SURELY if scored[at].sure else 0.0)
            for at in range(first, last + 1)
        )
        for first, last in stories
    }
    return {story: score for story, score in found.items() if score >= UNLIKELY}


def _sure(document: Document, pack: Pack) -> dict[int, int]:
    """The first token, by sentence, of words that surely mean one patient."""
    found = hits(document, pack)
    firsts: dict[int, int] = {}
    for group in sorted(sure_cues(pack)):
        for hit in found.get(group, ()):
            firsts[hit.sentence] = min(hit.first, firsts.get(hit.sentence, hit.first))
    return firsts
