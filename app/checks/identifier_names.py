"""Names of people: titles, context, lists of names and grammar together make the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.checks.capitals import Row
from app.checks.context import Context
from app.checks.gazetteer import names
from app.checks.hits import hits
from app.checks.identifier_initials import find_initials
from app.checks.identifier_say import WHY_NAME, identifier
from app.checks.inflect import word_set
from app.checks.pack import Pack
from app.checks.scene import Scene
from app.checks.surroundings import AGE_AFTER, surroundings
from app.model.finding import Finding, IdentifierSub, Strength
from app.model.post import PostKind
from app.text.document import Document
from app.text.tokens import words_of

_MADE_UP = re.compile(
    r"not (?:his|her|their) real name|names? (?:has|have|was|were)? ?(?:been )?changed|pseudonym|"
    r"(?:let['’]s|we['’]ll|i['’]ll|will) call (?:him|her|them)|fictional",
    re.IGNORECASE,
)
# One of them is in every text that says so; looking for them first takes far less time.
_MADE_UP_WORDS = ("real name", "changed", "pseudonym", " call ", "fictional")
# What is done to a person only: the capitalised word that follows is a name, known or not.
_MET = frozenset({"asked", "told", "met", "thanked", "hugged", "treated", "admitted", "rang"})
_BEFORE_UNKNOWN = _MET | {"patient", "pt", "named", "called", "is", "was", "name"}
_CALLING = frozenset({"call", "calls", "called", "named", "nicknamed"})
_ENDEARING = frozenset({"little", "baby", "young", "big", "wee", "poor", "dear", "brave", "old"})
# After "Ruby is ..." these say that Ruby is somebody, not a stone.
_PLACED = word_set(
    "on in at back home now still one our my waiting doing here out up recovering well"
)

_QUOTED = re.compile(
    r"\b(?:I|I['’](?:m|ve|d)|me|my|healed|saved)\b[^\"”\n]{0,120}[\"”] (?:says|writes|wrote|said) $"
)
_REACH = 160
_EXPLAINED = re.compile(r", (?:the|an?|our|my) (?:\w{1,12} )?(?P<who>\w{3,12})\b")


@dataclass(frozen=True, slots=True)
class _Name:
    row: Row
    start: int
    sure: bool
    plain_subject: bool


class _Finder:
    def __init__(self, scene: Scene, context: Context, pack: Pack) -> None:
        self.scene = scene
        self.document = scene.document
        self.words = scene.words
        self.around = surroundings(scene.document, scene.words)
        self.context = context
        self.own = frozenset(words_of(context.account.name))
        self.taken = {
            token
            for group in ("products", "jargon")
            for hit in hits(scene.document, pack).get(group, ())
            for token in range(hit.first, hit.last + 1)
        }
        lower = scene.document.plain.lower()
        said = any(word in lower for word in _MADE_UP_WORDS)
        self.made_up = said and _MADE_UP.search(scene.document.plain) is not None

    def find(self) -> Iterator[_Name]:
        found: list[_Name] = []
        rest: list[Row] = []
        for row in self.scene.rows:
            name = None if self.excluded(row) else self.judge(row)
            if name:
                found.append(name)
            else:
                rest.append(row)
        yield from found
        # Once somebody is named, every further mention of the name is one too.
        said = {word for name in found if name.sure for word in name.row.words if len(word) > 2}
        said -= self.words.not_names
        for row in rest:
            if row.words and set(row.words) <= said and not self.around.is_eponym(row):
                yield _Name(row, row.start, True, True)

    def excluded(self, row: Row) -> bool:
        if self.around.before(row) in ("year's", "christmas", "valentine's") or (
            row.words and row.words[-1] == "eve" and row.possessive
        ):
            return True
        if not row.words or (self.own and set(row.words) <= self.own):
            return True
        if not self.taken.isdisjoint(range(row.first, row.last + 1)):
            return True
        return self.document.in_address(row.start)

    def judge(self, row: Row) -> _Name | None:
        """What speaks for a person's name, strongest first."""
        before = self.around.before(row)
        if before not in _BEFORE_UNKNOWN and self.of_the_house(row, before):
            return None
        if self.filed(row):
            return _Name(row, row.start, True, True)
        titled = self.titled(row, before)
        if self.quoted(row, titled):
            return _Name(row, row.start if titled is None else titled, False, False)
        if titled is not None:
            if not self.personal(row) and (
                self.around.is_known_person(row) or not self.cared_for(row)
            ):
                return None
            return _Name(row, titled, self.personal(row), True)
        if (
            not self.known(row)
            and before not in _BEFORE_UNKNOWN | _ENDEARING
            and (not self.around.aged(row))
        ):
            return self.unlisted(row, before)
        if self.personal(row) and self.aged(row) and not self.around.is_thing(row):
            return _Name(row, row.start, True, False)
        if self.around.is_known_person(row) or self.around.is_thing(row):
            return None
        if self.introduced(row, before) or (self.aged(row) and self.cared_for(row)):
            return _Name(row, row.start, True, False)
        if not self.personal(row):
            return None
        if len(row.words) > 1:
            return self.full(row)
        return self.single(row, before)

    def unlisted(self, row: Row, before: str) -> _Name | None:
        """A name that no list has, told of as a person is ("Zanele Dube, whose heart ...")."""
        around = self.around
        if not self.scene.tells(self.sentence(row)) or self.shouted(row):
            return None
        if around.is_thing(row) or around.is_known_person(row):
            return None
        called = before in ("him", "her") and around.before(row, 2) in _CALLING
        if len(row.words) == 1:
            said = called or self.explained(row)
            fits = said and row.words[0] not in self.words.also_words
            return _Name(row, row.start, True, True) if fits else None
        told = around.is_told_of(row) or called
        fits = told and before not in ("the", "a", "an", "our", "at", "in", "from", "of", "on")
        return _Name(row, row.start, True, True) if fits and len(row.words) < 4 else None

    def of_the_house(self, row: Row, before: str) -> bool:
        """Staff, helpers who are thanked, people whom everybody knows; "Storm Ciara"."""
        around = self.around
        if row.words[0] in self.words.not_people or before == "storm":
            return True
        if before in ("sr", "fr"):
            return not self.aged(row)
        if around.is_of_own_family(row):
            return True
        if around.is_religious(row):
            return not self.scene.scored[self.sentence(row)].sure
        if before in self.words.titles:
            helps = around.beside_colleagues(row) or around.is_of_our_staff(row)
            return helps and not self.scene.tells(self.sentence(row))
        return (
            around.is_famous(row)
            or around.is_of_our_staff(row)
            or (around.is_thanked(row) and not self.aged(row))
        )

    def sentence(self, row: Row) -> int:
        return self.document.tokens[row.first].sentence

    def cared_for(self, row: Row) -> bool:
        """Whether anything of care is said near the name."""
        at, scored = self.sentence(row), self.scene.scored
        return any(each.care > 0 for each in scored[max(0, at - 1) : at + 2])

    def filed(self, row: Row) -> bool:
        """A name in what reads like a file, in capitals and family name first too."""
        if not self.scene.in_dossier(self.sentence(row)) or self.around.is_thing(row):
            return False
        if self.around.is_known_person(row) or not self.known(row):
            return False
        if self.around.is_listed_last_first(row):
            return True
        initial = len(row.words[0]) == 1
        return len(row.words) > 1 and (initial or any(map(names().is_given, row.words)))

    def personal(self, row: Row) -> bool:
        return self.scene.personal(self.document.tokens[row.first].sentence, self.context)

    def titled(self, row: Row, before: str) -> int | None:
        """Where the title before the row starts, if there is one."""
        if before not in self.words.titles:
            return None
        tokens, at = self.document.tokens, row.first - 1
        while at > 0 and tokens[at].text == ".":
            at -= 1
        title = tokens[at]
        if title.lower != before or self.document.plain[title.end : row.start].strip(". "):
            return None
        if not title.is_capital or (at > 0 and tokens[at - 1].text[-1].isdigit()):
            return None  # 20 ms, to miss
        if title.lower in ("pan", "miss", "master", "sri", "pani") and not self.known(row):
            return None
        return title.start

    def known(self, row: Row) -> bool:
        known = names()
        return any(known.is_given(word) or known.is_family(word) for word in row.words)

    def end(self, name: _Name) -> int:
        """Where a name ends: after "Kowalski, Renata" and "the Whitfield family"."""
        row, plain = name.row, self.document.plain
        last_first = self.around.last_first_end(row)
        if last_first and self.scene.in_dossier(self.sentence(row)):
            return last_first
        if plain.startswith(" family", row.end) and not row.possessive:
            return row.end + len(" family")
        return row.end

    def introduced(self, row: Row, before: str) -> bool:
        """As in "my patient John", "her husband Tom", "a man called Declan", "name: ..."."""
        vague = row.words[0] in self.words.also_words or not self.known(row)
        second = self.around.before(row, 2)
        if before in ("patient", "pt"):
            return not (vague and not self.personal(row)) and not self.shouted(row)
        if self.around.after(row) == "family" and before == "the" and self.personal(row):
            return True
        if before in ("him", "her") and second in _CALLING:
            return self.personal(row)
        if before in ("named", "called"):
            return second in self.words.person_nouns or second in self.words.relatives
        if before in ("is", "was") and second == "name":
            return self.around.before(row, 3) not in ("my", "brand", "the", "generic", "drug")
        if before == "name" and self.document.tokens[row.first - 1].text == ":":
            return True
        if before in _ENDEARING and self.scene.tells(self.sentence(row)):
            return row.words[0] not in self.words.not_names and not self.shouted(row)
        if before == "of" and second in self.words.relatives and second != "family":
            return self.known(row) and self.cared_for(row)
        if before in self.words.relatives and before != "family":
            return self.known(row) and second not in ("my", "our", "mother")
        return False

    def shouted(self, row: Row) -> bool:
        text = self.document.plain[row.start : row.end]
        return text.isupper() and len(text) <= 5

    def aged(self, row: Row) -> bool:
        """As in "John Murphy, 54, ..." and "54-year-old John Murphy"."""
        if not self.known(row) and not self.personal(row):
            return False
        if self.shouted(row):
            return False
        if len(row.words) == 1 and row.words[0] in self.words.also_words and not self.personal(row):
            return False
        if AGE_AFTER.match(self.document.plain, row.end):
            return True
        return any(
            person.exact and person.age_span is not None and 0 <= row.start - person.end <= 1
            for person in self.scene.near_persons(row.start)
        ) and self.known(row)

    def full(self, row: Row) -> _Name | None:
        """A given and a family name of a real person's story, in either order."""
        known, also = names(), self.words.also_words
        given = [word for word in row.words if known.is_given(word) and word not in also]
        family = [word for word in row.words if known.is_family(word) and word not in also]
        doubtful = [
            word
            for word in row.words
            if word in also and (known.is_given(word) or known.is_family(word))
        ]
        initial = [word for word in row.words if len(word) == 1]
        if self.shouted(row) or len(row.words) > 4:
            return None
        if family and self.around.is_told_of(row):
            return _Name(row, row.start, True, True)
        if (given and (family or len(given) > 1 or doubtful or len(row.words) == 2)) or (
            family and (doubtful or initial or len(family) > 1)
        ):
            return _Name(row, row.start, True, True)
        if len(doubtful) == len(row.words) and self.acts(row):
            return _Name(row, row.start, True, True)
        return None

    def single(self, row: Row, before: str) -> _Name | None:
        """One given name inside a story."""
        known, word = names(), row.words[0]
        sentence = self.document.tokens[row.first].sentence
        tells = self.scene.tells(sentence) or self.context.kind is PostKind.REPLY
        if len(word) < 3 or self.shouted(row) or before in ("the", "a", "an"):
            return None
        if known.is_given(word) and word not in self.words.also_words:
            if tells or self.acts(row) or before in self.words.before_person:
                return _Name(row, row.start, self.scene.in_story(sentence), True)
            return None
        if tells and before in _MET and word.isalpha() and word not in self.words.also_words:
            return _Name(row, row.start, True, True)
        if not tells or not (known.is_given(word) or known.is_family(word)):
            return None
        inside = not self.around.opens_sentence(row)
        if self.explained(row) and row.words[0] not in self.words.also_words:
            return _Name(row, row.start, True, True)
        acting = self.acts(row) and (inside or self.around.after(row) not in ("is", "will", "can"))
        if word in self.words.also_words:
            placed = known.is_given(word) and self.placed(row)
            return _Name(row, row.start, True, True) if acting or placed else None
        if acting and (inside or row.possessive) and before not in ("the", "a", "an"):
            return _Name(row, row.start, True, True)
        return None

    def quoted(self, row: Row, titled: int | None) -> bool:
        """As in '"I feel thirty again," says Noreen': who praises was cared for."""
        known = row.words[0] not in self.words.also_words and names().is_given(row.words[0])
        if titled is None and not (known and len(row.words) == 1):
            return False
        start = row.start if titled is None else titled
        return _QUOTED.search(self.document.plain, max(0, start - _REACH), start) is not None

    def explained(self, row: Row) -> bool:
        """As in "Kowalczyk, the man in bed 3, ..."."""
        match = _EXPLAINED.match(self.document.plain, row.end)
        return match is not None and match["who"].lower() in self.words.person_nouns

    def placed(self, row: Row) -> bool:
        """As in "Ruby is on our ward"."""
        after = [token.lower for token in self.document.tokens[row.last + 1 : row.last + 3]]
        return len(after) == 2 and after[0] in ("is", "was", "has") and after[1] in _PLACED

    def acts(self, row: Row) -> bool:
        after = self.around.after(row)
        return after in self.words.person_verbs or row.possessive


def find_names(scene: Scene, context: Context, pack: Pack) -> Iterator[Finding]:
    """Names of people who are not colleagues, authors or public figures."""
    finder = _Finder(scene, context, pack)
    first = True
    for name in sorted(finder.find(), key=lambda each: each.row.start):
        if finder.made_up and len(name.row.words) == 1 and name.start == name.row.start:
            continue
        suggestions = _suggestions(finder, name, first)
        first = False
        yield identifier(
            scene.document,
            name.start,
            finder.end(name),
            IdentifierSub.NAME,
            Strength.BLOCK if name.sure else Strength.WARN,
            "Names a person",
            WHY_NAME,
            suggestions,
        )
    yield from find_initials(scene, context)


def _suggestions(finder: _Finder, name: _Name, first: bool) -> tuple[str, ...]:
    """As in "a patient", or "the patient" later, where it can stand for the name."""
    before = finder.around.before(name.row)
    if not name.plain_subject or not name.sure or finder.context.kind is PostKind.REPLY:
        return ()
    if name.start == name.row.start and (
        before in finder.words.person_nouns
        or before in finder.words.relatives
        or before
        in ("a", "an", "the", "my", "our", "his", "her", "dear", "hi", "hello", "little", "poor")
        or before in finder.words.also_words
    ):
        return ()
    opens = name.start == scene_start(finder.document, name.row)
    words = "a patient" if first else "the patient"
    return (words.capitalize() if opens else words,)


def scene_start(document: Document, row: Row) -> int:
    """Where the sentence of a row begins."""
    return document.sentences[document.tokens[row.first].sentence].start
