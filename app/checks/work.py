"""What somebody does for a living, from lists, from its object and from what the person does."""

from __future__ import annotations

from collections.abc import Sequence

from app.checks.agents import could_be_person
from app.checks.inflect import word_set
from app.checks.vocabulary import Vocabulary
from app.text.spans import Span, Token

_STOP_WORDS = """
from with who whom in at on of and or but that which has had have is was were for to by as after
before when while because came comes presents presented walked went
"""
STOPS = frozenset(_STOP_WORDS.split())
_DETERMINER_WORDS = """
a an the this that my our another one some your their his her every each any no its whose
"""
DETERMINERS = frozenset(_DETERMINER_WORDS.split())
_ACTING_WORDS = """
who whose told asked said says tells asks noticed came comes sat sits walked drove wrote writes
called rang thanked smiled laughed cried showed shows brought sang whispered insisted explained
"""
# What only people do; what stands before it is somebody, whatever the noun.
_SPEAKING = word_set(
    "told asked said thanked insisted whispered explained laughed smiled cried sang shrugged nodded"
)
_TALKING = word_set(
    "monitor treadmill scan echo ecg ekg computer data evidence trial study paper app watch "
    "machine letter sign label chart clock map book law rule guideline guidelines "
    "results numbers story history report notes screen team ward nurses others family people "
    "crowd room one "
    "patient and i he she we they you it who"
)
# What comes right after the noun of somebody who is told of.
ACTING = frozenset(_ACTING_WORDS.split())
# Heads that need their object to be somebody's work: not every player plays the tuba.
_DOERS_WORDS = """
player maker founder keeper seller builder grower breeder trainer owner operator worker dealer
repairer tuner restorer setter dancer collector catcher handler fitter fixer picker planter cutter
carver spinner dyer caller wright smith monger herder shearer roaster baker binder printer hunter
instructor inspector officer warden guard attendant assistant apprentice clerk champion captain
wrangler
"""
DOERS = frozenset(_DOERS_WORDS.split())
_QUALITIES_WORDS = """
key main big good best great first last new young old fast slow only sole true own proud happy
team record time home risk rule case decision policy troublemaker clinical medical senior research
"""
_QUALITIES = frozenset(_QUALITIES_WORDS.split())
PLACING = word_set("from of in at near outside on")
_JOB_WORDS_LIST = """
retired former primary secondary high school bus lorry truck dairy sheep local maths science
english history music pe village parish senior junior army navy airline commercial county
professional amateur part time full semi freelance self employed assistant school's deputy head
class kindergarten preschool nursery university college
"""
_JOB_WORDS = frozenset(_JOB_WORDS_LIST.split())


def bare(word: str) -> str:
    """A folded word without its possessive ending."""
    return word.removesuffix("'s")


class WorkReader:
    """Finds the words that say what somebody does, by token."""

    def __init__(self, tokens: Sequence[Token], words: Vocabulary) -> None:
        self.tokens = tokens
        self.words = words

    def unknown_work(self, at: int, end: int) -> tuple[int, str, Span | None]:
        """As in "a 47-year-old violin maker from ...": any nouns between the age and a place."""
        for place in range(at, min(at + 4, len(self.tokens))):
            token = self.tokens[place]
            if token.lower in PLACING and place > at:
                last = self.tokens[place - 1]
                follows = self.tokens[place + 1] if place + 1 < len(self.tokens) else last
                if follows.is_capital:
                    return last.end, last.lower, Span(self.tokens[at].start, last.end)
                break
            if not token.text.isalpha() or token.is_capital or token.lower in STOPS:
                break
            if token.lower in self.words.person_verbs or token.lower.endswith(("ed", "ing")):
                break
        return end, "", None

    def job_ending(self, at: int) -> Span | None:
        """The occupation whose last word is token ``at``, with the words that belong to it."""
        token, jobs = self.tokens[at], self.words.occupations
        word = bare(token.lower)
        if word not in self.words.job_heads:
            return (word in DOERS and self.compound_job(at)) or self.acting_job(at)
        for size in (3, 2, 1):
            first = at - size + 1
            if first < 0:
                continue
            phrase = bare(" ".join(part.lower for part in self.tokens[first : at + 1]))
            if phrase in jobs:
                start = self.tokens[first].start
                while first > 0 and self.tokens[first - 1].lower in _JOB_WORDS:
                    first -= 1
                    start = self.tokens[first].start
                return Span(start, token.end)
        return None

    def acting_job(self, at: int) -> Span | None:
        """As in "a court stenographer noticed": an agent noun that does what people do."""
        token = self.tokens[at]
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after is None or after.lower not in ACTING or not token.text.islower():
            return None
        speaks = after.lower in _SPEAKING and token.lower not in _TALKING and len(token.lower) > 2
        if not could_be_person(token.lower) and not (speaks and self.begun(at)):
            return None
        words = self.words
        if token.lower in words.person_nouns | words.relatives | words.staff:
            return None
        if after.sentence != token.sentence or at == 0:
            return None
        before = self.tokens[at - 1]
        start = (
            before.start
            if before.text.islower()
            and (before.lower not in DETERMINERS | STOPS | _QUALITIES and before.text.isalpha())
            else token.start
        )
        return Span(start, token.end)

    def begun(self, at: int) -> bool:
        """Whether an article begins the noun at a token, at most two words before it."""
        back = self.tokens[max(0, at - 3) : at]
        return any(token.lower in ("a", "an", "the", "one") for token in back) and not any(
            token.lower in STOPS or not token.is_word for token in back[-1:]
        )

    def compound_job(self, at: int) -> Span | None:
        """As in "a tuba player", "a bell founder": what somebody does, named by its object."""
        token = self.tokens[at]
        if at == 0:
            return None
        object_ = self.tokens[at - 1]
        lower = object_.lower
        if object_.sentence != token.sentence or not object_.text.isalpha() or len(lower) < 3:
            return None
        if lower in STOPS or lower in DETERMINERS or lower in _QUALITIES:
            return None
        return Span(object_.start, token.end)
