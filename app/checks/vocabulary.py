"""Classes of words that the reading of people and places needs, ready for looking up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.checks.pack import Pack


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The lists of ``identifiers.yaml`` in lower case; what each is for is said there."""

    also_words: frozenset[str]
    eponym_nouns: frozenset[str]
    eponym_before: frozenset[str]
    institutions: frozenset[str]
    public_roles: frozenset[str]
    medical_capitals: frozenset[str]
    person_nouns: frozenset[str]
    male_nouns: frozenset[str]
    female_nouns: frozenset[str]
    relatives: frozenset[str]
    occupations: frozenset[str]
    job_heads: frozenset[str]
    standing_out: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    not_places: frozenset[str]
    person_verbs: frozenset[str]
    before_person: frozenset[str]
    staff: frozenset[str]
    acquaintances: frozenset[str]
    not_people: frozenset[str]
    departments: frozenset[str]
    perhaps_staff: frozenset[str]
    public_names: frozenset[str]


@lru_cache(maxsize=2)
def vocabulary(pack: Pack) -> Vocabulary:
    """The word classes of a pack."""

    def words(name: str) -> frozenset[str]:
        return frozenset(phrase.replace("-", " ") for phrase in pack.words(f"identifiers.{name}"))

    return Vocabulary(
        also_words=words("names_also_words"),
        eponym_nouns=words("eponym_nouns"),
        eponym_before=words("eponym_before"),
        institutions=words("institution_words"),
        public_roles=words("public_roles"),
        medical_capitals=words("medical_capitals"),
        person_nouns=words("person_nouns"),
        male_nouns=words("male_nouns"),
        female_nouns=words("female_nouns"),
        relatives=words("relatives"),
        occupations=words("occupations"),
        job_heads=frozenset(job.rpartition(" ")[2] for job in words("occupations")),
        standing_out=words("standing_out"),
        titles=words("titles"),
        particles=words("particles"),
        not_names=words("not_names"),
        not_places=words("not_places"),
        person_verbs=words("person_verbs"),
        before_person=words("before_person"),
        staff=words("staff"),
        acquaintances=words("acquaintances"),
        not_people=words("not_people"),
        departments=words("departments"),
        perhaps_staff=words("perhaps_staff"),
        public_names=words("public_names"),
    )
