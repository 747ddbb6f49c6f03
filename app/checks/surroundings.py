"""What stands before and after a row of capitals: title, role, relative, place, age."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, wraps

from app.checks.capitals import Row
from app.checks.gazetteer import names, places, plain_letters
from app.checks.inflect import word_set
from app.checks.vocabulary import Vocabulary
from app.text.document import Document

_YEAR = re.compile(r"[\s,(\[]{1,3}(?:in |from )?(?:1[6-9]|20)\d\d\b")
_CITED = re.compile(
    r"(?:['’]s)?[\s,]{1,2}(?:et al\b|and (?:colleagues|co-?workers|others|team)\b|& )",
    re.IGNORECASE,
)
# "Nguyen T, Patel R, ...", "Lamas GA, JAMA 2024"
_AUTHORS = re.compile(
    r"[A-Z][\w'’-]{1,20} [A-Z]{1,3}(?:, [A-Z][\w'’-]{1,20} [A-Z]{1,3}\b|, et al|"
    r"[.,] [A-Z]\w{1,20}[^.\n]{0,60}(?:19|20)\d\d)"
)
_LAST_FIRST = re.compile(
    r"[A-Z][\w'’-]{1,20}, (?P<g>[A-Z]\.|[A-Z][\w'’-]{1,20})(?: [A-Z]\b\.?)?(?=[ ,;|(*:])"
)
_AUTHOR_BEFORE = re.compile(r"[A-Z][\w'’-]{1,20} [A-Z]{1,3}, $")
_DEGREE = re.compile(
    r",?\s(?:MD|M\.D\.|PhD|Ph\.D|FACC|FESC|FRCP|FAHA|FRACP|MBBS|MBChB|RN|DO|MPH|MSc|DM|BSc|MRCP)\b"
)
# "John Murphy, 54, ...", "Margaret (67)", "Fatima, a 39-year-old"
AGE_AFTER = re.compile(
    r"(?:,? ?\(\d{1,3}\)|, (?:aged? )?\d{1,3}(?=[,.;)]| (?:and|from|who|years))|,? (?:is |"
    r"was )?(?:an? |our |my )?"
    r"(?:\d{1,3}|\w{5,8}(?:-\w{3,5})?)[- ]years?[- ]old|, aged \d|,? age \d|,? \d{1,3}\s?[MFyY]\b)"
)
_WORKS = word_set(
    "book books novel paper papers talk lecture trial study editorial article podcast essay "
    "guideline review team group law work poem song film play theory theorem"
)
_KIN_TITLES = frozenset(
    {"aunt", "auntie", "aunty", "uncle", "granny", "grandma", "grandpa", "nana"}
)
_COLLEAGUE_WORDS = """
dr doctor prof professor surgeon cardiologist physician researcher researchers scientist scientists
investigator fellow registrar consultant nurse sister matron physiotherapist dietitian pharmacist
colleague colleagues chair trainee student mentor supervisor speaker speakers host guest paramedic
physio psychologist coach manager captain editor engineer author director chief
"""
_COLLEAGUES = frozenset(_COLLEAGUE_WORDS.split())


def _once(question: Callable[[Surroundings, Row], bool]) -> Callable[[Surroundings, Row], bool]:
    """Ask a question about a row only once: people, files and names all want to know."""

    def ask(self: Surroundings, row: Row) -> bool:
        answers = self.answers.setdefault(row.first, {})
        if question not in answers:
            answers[question] = question(self, row)
        return answers[question]

    return wraps(question)(ask)


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """Reads what stands before and after a row."""

    document: Document
    words: Vocabulary
    answers: dict[int, dict[object, bool]] = field(default_factory=dict)

    def before(self, row: Row, back: int = 1) -> str:
        """The word ``back`` places before a row in its sentence, folded; empty if none."""
        tokens, at = self.document.tokens, row.first
        while back and at > 0:
            at -= 1
            if tokens[at].text not in ".,:(":
                back -= 1
        if back or tokens[at].sentence != tokens[row.first].sentence:
            return ""
        return tokens[at].lower

    def after(self, row: Row) -> str:
        """The word right after a row in its sentence, folded; empty if there is none."""
        tokens = self.document.tokens
        if row.last + 1 >= len(tokens):
            return ""
        token = tokens[row.last + 1]
        return token.lower if token.sentence == tokens[row.last].sentence else ""

    def opens_sentence(self, row: Row) -> bool:
        """Whether the row is the beginning of its sentence."""
        tokens = self.document.tokens
        return row.first == 0 or tokens[row.first - 1].sentence != tokens[row.first].sentence

    @_once
    def is_thing(self, row: Row) -> bool:
        """Whether the row names a body, a place, a disease or a test, not a person."""
        vocabulary = self.words
        bodies = [word for word in row.words if word in vocabulary.institutions]
        if bodies and not (self.aged(row) and vocabulary.also_words.issuperset(bodies)):
            return True
        if self._goes_on_as_thing(row):
            return True
        if row.words and row.words[0] in ("st", "saint"):
            return True
        if self.before(row) in ("st", "saint", "san", "santa", "st."):
            return True
        if self.is_eponym(row):
            return True
        joined = plain_letters(" ".join(row.words))
        known = places()
        return joined in known.regions or joined in known.towns or self.is_place(row, joined)

    def _goes_on_as_thing(self, row: Row) -> bool:
        """As in "King's Fund", "Harold's Cross Road", "Byrne pharmacy"."""
        institutions = self.words.institutions
        if not row.possessive:
            return self.after(row) in institutions
        for token in self.document.tokens[row.last + 1 : row.last + 4]:
            if not token.is_capital:
                return False
            if token.lower in institutions:
                return True
        return False

    @_once
    def is_public(self, row: Row) -> bool:
        """Whether a role known to everybody, not a colleague's, stands before or after the row."""
        before = self.before(row)
        if before in self.words.public_roles and before not in _COLLEAGUES:
            return True
        return self._introduced(row)

    @_once
    def is_famous(self, row: Row) -> bool:
        """As in "Helen Taussig", "Kathryn Mannix's books": known by what they made."""
        known = self.words.public_names
        if len(row.words) > 1 and (row.words[-1] in known or " ".join(row.words) in known):
            return True
        return row.possessive and self.after(row) in _WORKS

    @_once
    def is_of_own_family(self, row: Row) -> bool:
        """As in "my grandmother Rosa", "Aunt Betty"."""
        tokens = self.document.tokens
        before = tokens[row.first - 1] if row.first else None
        if before is None or before.lower not in self.words.relatives:
            return False
        if before.is_capital and before.lower in _KIN_TITLES:
            return True
        back = [token.lower for token in tokens[max(0, row.first - 4) : row.first - 1]]
        if any(word.endswith("'s") for word in back):
            return False  # "my patient's husband Tomasz"
        return "my" in back or (bool(back) and back[-1] == "our")

    def is_religious(self, row: Row) -> bool:
        """As in "Sister Ignatius", "Father Pat": a title of the church or of the ward."""
        before = self.document.tokens[row.first - 1] if row.first else None
        return (
            before is not None
            and before.is_capital
            and before.lower in ("father", "sister", "brother", "mother")
            and before.sentence == self.document.tokens[row.first].sentence
        )

    @_once
    def is_of_our_staff(self, row: Row) -> bool:
        """As in "our ambulance driver Santosh", "Tadhg from maintenance"."""
        tokens, sentence = self.document.tokens, self.document.tokens[row.first].sentence
        after = [token.lower for token in tokens[row.last + 1 : row.last + 4]]
        if after[:1] == ["from"] and (
            " ".join(after[1:2]) in self.words.departments
            or " ".join(after[1:3]) in self.words.departments
        ):
            return True
        for token in reversed(tokens[max(0, row.first - 5) : row.first]):
            if token.sentence != sentence or not token.is_word:
                return False
            if token.lower in ("our", "my"):
                return token is not tokens[row.first - 1]
            if token.is_capital or token.lower in self.words.person_nouns:
                return False
            if token.lower in self.words.relatives:
                return False
        return False

    def is_listed_last_first(self, row: Row) -> bool:
        """As in "Kowalczyk, Marek" and "PICKERING, JOAN A": a file has the family name first."""
        return self.last_first_end(row) > 0

    def is_told_of(self, row: Row) -> bool:
        """As in "Zanele Dube, whose heart stopped": a clause says what became of somebody."""
        after = [token.lower for token in self.document.tokens[row.last + 1 : row.last + 3]]
        return after[:1] == [","] and after[1:] in (["who"], ["whose"], ["whom"])

    def last_first_end(self, row: Row) -> int:
        """Where "Kowalczyk, Marek" ends; 0 when the row begins no such name."""
        match = _LAST_FIRST.match(self.document.plain, row.start)
        if match is None:
            return 0
        given = match.group("g").rstrip(".")
        return match.end() if len(given) == 1 or names().is_given(given) else 0

    @_once
    def is_thanked(self, row: Row) -> bool:
        """As in "Thanks to Deb and Mario for the barbecue": helpers are named in public."""
        tokens = self.document.tokens
        at = row.first - 1
        sentence = tokens[row.first].sentence
        while at >= 0 and row.first - at < 12 and tokens[at].sentence == sentence:
            token = tokens[at]
            if token.lower in ("thanks", "thank", "kudos", "hats"):
                return True
            if token.lower in self.words.person_nouns or token.lower in self.words.relatives:
                return False
            if token.lower in self.words.person_verbs and token.lower != "and":
                return False
            at -= 1
        return False

    def beside_colleagues(self, row: Row) -> bool:
        """As in "Dr. Rao, Dr. Thomas and Ms. D'Souza": somebody named beside doctors."""
        tokens = self.document.tokens[max(0, row.first - 8) : row.first]
        return any(
            token.lower in _COLLEAGUES
            and token.sentence == self.document.tokens[row.first].sentence
            for token in tokens
        )

    @_once
    def aged(self, row: Row) -> bool:
        """As in "John Park, 54,": an age follows."""
        return AGE_AFTER.match(self.document.plain, row.end) is not None

    def is_place(self, row: Row, joined: str) -> bool:
        """Whether it is a doubtful place name in a place's position."""
        return joined in places().doubtful and self.before(row) in ("in", "from", "at", "near")

    def is_eponym(self, row: Row) -> bool:
        """As in "Marfan syndrome", "Virchow's triad", "tetralogy of Fallot"."""
        after = self.after(row)
        if self.before(row) == "of" and self.before(row, 2) in self.words.eponym_before:
            return True
        if after not in self.words.eponym_nouns:
            return False
        if row.possessive:
            # "Mary's valve" belongs to Mary, "Simpson's rule" to nobody.
            last = row.words[-1] if row.words else ""
            return not names().is_given(last) or names().is_family(last)
        return True

    @_once
    def is_known_person(self, row: Row) -> bool:
        """Whether the row is an author, a colleague or somebody known to everybody."""
        plain, end = self.document.plain, row.end
        if _CITED.match(plain, end) or _YEAR.match(plain, end) or _DEGREE.match(plain, end):
            return True
        if _AUTHORS.match(plain, row.start) or _AUTHOR_BEFORE.search(
            plain, max(0, row.start - 30), row.start
        ):
            return True
        roles = self.words.public_roles
        before = self.before(row)
        if before in roles or (before in ("mr", "mrs", "ms") and self.before(row, 2) in roles):
            return True
        if before in ("i'm", "am") or (before == "is" and self.before(row, 3) == "my"):
            return True
        if before == "to" and self.before(row, 2) == "according":
            return True
        return self._introduced(row)

    def _introduced(self, row: Row) -> bool:
        """As in "Christian Eriksen, the footballer"."""
        tokens = self.document.tokens[row.last + 1 : row.last + 8]
        if len(tokens) < 3 or tokens[0].text != "," or tokens[1].lower not in ("the", "our", "my"):
            return False
        for token in tokens[2:]:
            if not token.is_word:
                return False
            if token.lower in self.words.public_roles:
                return True
        return False


@lru_cache(maxsize=16)
def surroundings(document: Document, words: Vocabulary) -> Surroundings:
    """What stands around the rows of a document; the last few are remembered."""
    return Surroundings(document, words)
