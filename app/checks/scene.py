"""Who a text is about: read once, shared by every check that depends on a real person."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.checks.capitals import AGE_AFTER, INITIALS, Row, Surroundings, rows
from app.checks.context import Context
from app.checks.gazetteer import names
from app.checks.pack import Pack
from app.checks.person import Person, find_persons, pronouns
from app.checks.story import Scored, score_sentences, windows
from app.checks.vocabulary import Vocabulary, vocabulary
from app.checks.zones import number_zones
from app.model.post import PostKind
from app.text.document import Document
from app.text.spans import Span

_AROUND = 200


def _start(person: Person) -> int:
    return person.start


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The people of a text and where it tells of one.

    Attributes:
        persons: descriptions of one person each.
        scored: one for each sentence.
        stories: runs of sentences ``(first, last)``.
        gender: ``m`` or ``f`` when all pronouns agree, else empty.
        rows: rows of capitals that could be names.
        zones: where numbers stand that are long enough to be somebody's, with room around.
    """

    document: Document
    words: Vocabulary
    persons: tuple[Person, ...]
    scored: tuple[Scored, ...]
    stories: tuple[tuple[int, int], ...]
    gender: str
    rows: tuple[Row, ...]
    zones: tuple[Span, ...]

    def in_story(self, sentence: int) -> bool:
        """Whether a sentence belongs to a story or touches one."""
        return any(self.tells(place) for place in (sentence - 1, sentence, sentence + 1))

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
        return self.in_story(sentence) if self.stories else True


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
    named = _named(document, words, found)
    scored = score_sentences(document, pack, persons, named)
    male, female = pronouns(document.tokens)
    gender = "m" if male and not female else "f" if female and not male else ""
    return Scene(
        document,
        words,
        persons,
        scored,
        windows(document, scored),
        gender,
        found,
        number_zones(document),
    )


def _named(document: Document, words: Vocabulary, found: tuple[Row, ...]) -> dict[int, float]:
    """How much the names of a sentence say that somebody is met, by sentence."""
    around = Surroundings(document, words)
    known = names()
    weights: dict[int, float] = {}
    for row in found:
        sentence = document.tokens[row.first].sentence
        if around.is_public(row):
            weights[sentence] = -1.0
            continue
        plain = [word for word in row.words if word not in words.also_words]
        if not any(known.is_given(word) for word in plain):
            continue
        if around.is_known_person(row) or around.is_thing(row):
            continue
        aged = AGE_AFTER.match(document.plain, row.end) is not None
        if weights.get(sentence, 0.0) >= 0:
            weights[sentence] = max(weights.get(sentence, 0.0), 2.0 if aged else 1.0)
    for match in INITIALS.finditer(document.plain):
        weights.setdefault(document.sentence_at(match.start()), 2.0)
    return weights
