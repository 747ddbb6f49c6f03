"""Where a text speaks of one person: "a 54-year-old retired teacher", "this lady", "67M"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.checks.ages import AGE, AGE_OPENINGS, number_of
from app.checks.gazetteer import names
from app.checks.inflect import word_set
from app.checks.starts import starts
from app.checks.vocabulary import Vocabulary
from app.checks.work import ACTING, DETERMINERS, DOERS, PLACING, STOPS, WorkReader
from app.text.document import Document
from app.text.spans import Span, Token

_RANGE = re.compile(
    r"\s?(?:(?:-|–|to|and)\s?\d|\+|(?:years?\s)?(?:and|or)\s(?:over|above|older|under|below|more))",
    re.IGNORECASE,
)
_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_GENERIC = frozenset({"every", "each", "any", "no", "your"})
_REACH = 6  # words between the beginning and the head of a description


_OWN_FAMILY_WORDS = """
mum mom mam mother dad daddy father parent grandmother grandfather granny grandma grandpa grandad
granddad gran nan nana nani dadi amma appa uncle aunt aunty auntie son daughter brother sister
husband wife baby child kid toddler teenager teen twin boy girl great-grandmother
"""
_OWN_FAMILY = frozenset(_OWN_FAMILY_WORDS.split())


@dataclass(frozen=True, slots=True)
class Person:
    """One person described.

    Attributes:
        start, end: the description, article included, in plain coordinates.
        age: in years, None when not said; a decade counts as its first year.
        age_span: the words that say the age.
        gender: ``m``, ``f`` or empty.
        job: the words that say what the person does.
        head: the noun in lower case, or empty.
        determiner: ``a``, ``this``, ``my``...; empty when there is none.
    """

    start: int
    end: int
    sentence: int
    head: str = ""
    determiner: str = ""
    age: int | None = None
    age_span: Span | None = None
    gender: str = ""
    job: Span | None = None
    exact: bool = False

    @property
    def is_relative_of_author(self) -> bool:
        """Whether it is somebody of the doctor's own family ("my father")."""
        if self.age is not None and self.determiner == "our":
            return False
        return self.determiner in ("my", "our") and self.head in _OWN_FAMILY


def find_persons(document: Document, words: Vocabulary) -> tuple[Person, ...]:
    """Every description of one person, in text order."""
    reader = _Reader(document, words)
    found = [*reader.by_age(), *reader.by_noun()]
    found.sort(key=lambda person: (person.start, -(person.age is not None), -person.end))
    kept: list[Person] = []
    for person in found:
        if not kept or person.start >= kept[-1].end:
            kept.append(person)
    return tuple(kept)


class _Reader(WorkReader):
    def __init__(self, document: Document, words: Vocabulary) -> None:
        super().__init__(document.tokens, words)
        self.document = document

    def by_age(self) -> Iterator[Person]:
        for match in starts(self.document).find(AGE, AGE_OPENINGS):
            if _RANGE.match(self.document.plain, match.end()):
                continue
            said = match.lastgroup and next(
                match.group(name) for name in "nycaod" if match.group(name)
            )
            age = number_of(said or "")
            if age is None or age > 125:
                continue
            if match.group("a"):
                yield from self.behind_noun(match, age)
            elif match.group("d"):
                yield from self.decade(match, age)
            else:
                yield self.before_noun(match, age)

    def before_noun(self, match: re.Match[str], age: int) -> Person:
        """As in "a 54-year-old retired teacher": the noun follows."""
        first = self.document.token_at(match.start())
        after = self.document.token_at(match.end())
        start, determiner = self.opening(first)
        end, head, job = self.following(after, match.end())
        young = re.search(r"month|week|day", match.group(), re.IGNORECASE)
        gender = {"M": "m", "F": "f"}.get((match.group("sex") or "").upper(), "")
        return Person(
            start,
            end,
            self.document.sentence_at(match.start()),
            head,
            determiner,
            0 if young else age,
            Span(*match.span()),
            gender or self.gender(head, first),
            job,
            True,
        )

    def behind_noun(self, match: re.Match[str], age: int) -> Iterator[Person]:
        """As in "a teacher, aged 54" or "Mary, aged 54": the noun comes first."""
        at = self.document.token_at(match.start()) - 1
        if at >= 0 and self.tokens[at].text == ",":
            at -= 1
        if at < 0 or self.tokens[at].sentence != self.document.sentence_at(match.start()):
            return
        token = self.tokens[at]
        job = self.job_ending(at)
        back = self.placed_noun(at) if token.is_capital else None
        if back is not None:
            at, token, job = back, self.tokens[back], self.job_ending(back)
            job = job or Span(self.tokens[max(0, back - 1)].start, token.end)
        elif token.lower not in self.words.person_nouns and not job and not _is_name(token):
            return
        start, determiner = self.opening(at)
        yield Person(
            start,
            match.end(),
            token.sentence,
            "" if token.is_capital and not job else token.lower,
            determiner,
            age,
            Span(*match.span()),
            self.gender(token.lower, at),
            job,
            True,
        )

    def placed_noun(self, at: int) -> int | None:
        """As in "Lady sarpanch of Bhor, aged 44": the noun before the place at token ``at``."""
        for place in range(at - 1, max(0, at - 4), -1):
            token = self.tokens[place]
            if token.sentence != self.tokens[at].sentence:
                return None
            if token.lower in PLACING:
                noun = self.tokens[place - 1]
                return place - 1 if noun.text.isalpha() and noun.lower not in STOPS else None
            if not token.is_capital:
                return None
        return None

    def decade(self, match: re.Match[str], age: int) -> Iterator[Person]:
        gender = {"his": "m", "her": "f"}.get(match.group("whose").lower(), "")
        at = self.document.token_at(match.start()) - 1
        head, start, determiner, job = "", match.start(), "", None
        if at >= 0 and self.tokens[at].sentence == self.document.sentence_at(match.start()):
            token = self.tokens[at]
            job = self.job_ending(at)
            if job or token.lower in self.words.person_nouns:
                head = token.lower
                start, determiner = self.opening(at)
        sentence = self.document.sentence_at(match.start())
        span = Span(*match.span())
        yield Person(start, match.end(), sentence, head, determiner, age, span, gender, job)

    def by_noun(self) -> Iterator[Person]:
        """As in "a retired teacher", "this lady": a noun with an article of one."""
        nouns, heads = self.words.person_nouns, self.words.job_heads
        said = [token.lower for token in self.tokens]
        for at, (lower, after) in enumerate(zip(said, [*said[1:], ""], strict=False)):
            word = lower.removesuffix("'s")
            noun = word in nouns
            if not noun and word not in heads and word not in DOERS and after not in ACTING:
                continue  # most words; asking more of them takes long
            token = self.tokens[at]
            if len(token.text) < 5 and token.text.isupper():
                continue  # the LAD is no lad
            if not noun:
                job = self.job_ending(at)
                if job is None:
                    continue
            else:
                job = None
            start, determiner = self.opening(at)
            if determiner in _GENERIC:
                continue
            if not determiner and token.lower[-3:] != "one":
                if not self.bare(at):
                    continue
                start = self.tokens[self.document_start(at)].start
            if self.compound(at) or self.only_a_role(at, start):
                continue
            yield Person(
                start,
                token.end,
                token.sentence,
                token.lower,
                determiner,
                gender=self.gender(token.lower, at),
                job=job,
            )

    def bare(self, at: int) -> bool:
        """As in "Young man from Ennis, ...", "Bloke today:": a note leaves the article out."""
        first = self.document_start(at)
        if at - first > 2 or self.tokens[at].lower in ("patient", "child", "person"):
            return False
        if not all(token.lower in _KINDS for token in self.tokens[first:at]):
            return False
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return after is not None and after.lower in _AFTER_BARE

    def document_start(self, at: int) -> int:
        """The first token of the sentence of token ``at``, at most three back."""
        first = at
        while first > 0 and at - first < 3:
            if self.tokens[first - 1].sentence != self.tokens[at].sentence:
                break
            first -= 1
        return first

    def compound(self, at: int) -> bool:
        """As in "patient portal", "man flu": the noun only qualifies the next one."""
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return (
            following is not None
            and self.tokens[at].lower == "patient"
            and following.lower in _COMPOUNDS
        )

    def only_a_role(self, at: int, start: int) -> bool:
        """As in "as a cardiologist", "I am a runner", "your doctor": nobody is met."""
        if self.tokens[at].lower in _CLINICIANS:
            return at == 0 or self.tokens[at - 1].lower != "only"
        first = self.document.token_at(start)
        if first > 1 and self.tokens[first - 2].lower in ("works", "worked", "working"):
            return False  # "works as a puppeteer"
        return first > 0 and self.tokens[first - 1].lower in _ROLE_VERBS

    def opening(self, at: int) -> tuple[int, str]:
        """Where the description that holds token ``at`` begins, and its article."""
        first = at
        while first > 0 and at - first < _REACH:
            token = self.tokens[first - 1]
            if token.sentence != self.tokens[at].sentence or not token.is_word:
                break
            if token.lower in DETERMINERS:
                return token.start, token.lower
            if token.lower in STOPS:
                break
            first -= 1
        return self.tokens[at].start, ""

    def following(self, at: int, end: int) -> tuple[int, str, Span | None]:
        """End, noun and occupation of a description whose age ends at ``end``."""
        head, job = "", None
        for place in range(at, min(at + _REACH, len(self.tokens))):
            token = self.tokens[place]
            if not token.is_word or token.lower in STOPS or token.start > end + 60:
                break
            found = self.job_ending(place)
            if found or token.lower in self.words.person_nouns:
                head, end = token.lower, token.end
                job = found or job
            elif head:
                break
        return (end, head, job) if head else self.unknown_work(at, end)

    def gender(self, head: str, at: int) -> str:
        """From the noun, else from the first pronoun of this or the next sentence."""
        if head in self.words.male_nouns:
            return "m"
        if head in self.words.female_nouns:
            return "f"
        sentence = self.tokens[at].sentence
        for token in self.tokens[at : at + 60]:
            if token.sentence > sentence + 1:
                break
            if token.lower in _MALE:
                return "m"
            if token.lower in _FEMALE:
                return "f"
        return ""


_KINDS = word_set("young old older elderly lovely poor little fit big another same")
_AFTER_BARE = word_set("from on in with who today yesterday : , of came told asked was has had")
_COMPOUNDS_LIST = """
information portal list lists leaflet leaflets safety care group groups education experience forum
stories support community association advocate advocates panel satisfaction population outcomes
records engagement organisation organization choice privacy confidentiality data representative
representatives resources guide preference preferences notes voice involvement pathway journey
reported selection autonomy trust voices feedback
"""
_COMPOUNDS = frozenset(_COMPOUNDS_LIST.split())
_CLINICIANS_LIST = """
doctor cardiologist surgeon gp nurse physician pharmacist paramedic consultant registrar
physiotherapist psychologist dentist midwife
"""
_CLINICIANS = frozenset(_CLINICIANS_LIST.split())
_ROLE_VERBS = frozenset(
    {"as", "like", "am", "i'm", "be", "become", "became", "being", "not", "than"}
)


def _is_name(token: Token) -> bool:
    known = names()
    return token.is_capital and (known.is_given(token.text) or known.is_family(token.text))


def pronouns(tokens: tuple[Token, ...]) -> tuple[int, int]:
    """How often a text says he and how often she."""
    male = sum(token.lower in _MALE for token in tokens)
    female = sum(token.lower in _FEMALE for token in tokens)
    return male, female
