"""Why a consent record does not cover a post."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.checklist.inputs import publishing_day
from app.checklist.items import places
from app.checklist.words import day_words, listed
from app.checks.pack import Pack
from app.model.post import Post
from app.model.records import Consent, Covers, Signer
from app.networks.catalogue import networks

# What each flag of a record says when it is missing. The fields are those of a valid
# authorisation in the authorities list; the second part only a US form must have.
_FORM = (
    ("description", "what is shown"),
    ("purpose", "what for"),
    ("form_kept_at", "where the signed form is kept"),
    ("freely_given", "that it was freely given"),
    ("right_to_revoke_told", "that it can be withdrawn"),
    ("saw_final_version", "that the final version was shown"),
)
_US_FORM = (
    ("disclosed_by", "who may publish it"),
    ("recipients", "who will see it"),
    ("redisclosure_told", "that others may share it further"),
    ("not_condition_of_care", "that care does not depend on it"),
)
_REPRESENTED = frozenset({Signer.PARENT, Signer.REPRESENTATIVE, Signer.NEXT_OF_KIN})
_SHOWN = {
    Covers.STORY: "the patient's story",
    Covers.IMAGE: "the picture",
    Covers.VIDEO: "the video",
    Covers.VOICE: "the voice",
}


def covers_needed(post: Post, facts: frozenset[str] | None = None) -> frozenset[Covers]:
    """What a post shows of a person.

    Without ``facts`` a picture of a person needs consent for the picture, and any
    other post that consent is linked to counts as a story.
    """
    picture = any(picture.shows_person for picture in post.pictures)
    if facts is None:
        return frozenset({Covers.IMAGE if picture else Covers.STORY})
    needed: set[Covers] = set()
    if "shows_person" in facts:
        needed.add(Covers.IMAGE)
    if "has_video" in facts and "shows_person" in facts:
        needed.add(Covers.VIDEO)
    if "mentions_patient" in facts:
        needed.add(Covers.STORY)
    return frozenset(needed)


def shortfalls(
    consent: Consent,
    post: Post,
    *,
    today: date,
    pack: Pack | None = None,
    jurisdictions: tuple[str, ...] = (),
    needs: frozenset[Covers] | None = None,
) -> tuple[str, ...]:
    """Why a consent record does not cover a post, worst first; empty when it does.

    Args:
        consent: the record.
        post: the post it is linked to.
        today: the present local day.
        pack: not looked at; the fields of a valid form are law, not a practice's choice.
        jurisdictions: of the practice; without any the strictest form counts.
        needs: what must be covered, where the caller knows better than the post itself.

    Returns:
        Plain sentences that each name the record, for example "Consent C-019 ends on
        1 October, before the post."
    """
    needed = covers_needed(post) if needs is None else needs
    return (
        *scope_gaps(consent, post, needed),
        *date_gaps(consent, publishing_day(post, today), scheduled=post.when is not None),
        *form_gaps(consent, jurisdictions),
    )


def covers_post(consent: Consent, post: Post, needed: frozenset[Covers]) -> bool:
    """Whether a record is about what the post shows and where it goes, whatever its dates."""
    return not tuple(scope_gaps(consent, post, needed))


def scope_gaps(consent: Consent, post: Post, needed: frozenset[Covers]) -> Iterator[str]:
    """What the post shows, or where it goes, that the person did not agree to."""
    name = f"Consent {consent.code}"
    if missing := [_SHOWN[part] for part in Covers if part in needed - consent.covers]:
        yield f"{name} does not cover {listed(missing)}."
    if (
        Covers.IMAGE in needed
        and Covers.IMAGE in consent.covers
        and not consent.identifiable_agreed
    ):
        yield f"{name} does not say that the person may be recognised."
    if consent.networks:
        left_out = [n for n in post.networks if n not in consent.networks]
        if left_out:
            known = networks()
            names = [known[n].name if n in known else n for n in left_out]
            yield f"{name} does not cover {listed(names)}."


def date_gaps(consent: Consent, day: date, *, scheduled: bool = True) -> Iterator[str]:
    """Why it is not in force on the day the post goes out."""
    name = f"Consent {consent.code}"
    if consent.withdrawn_on is not None:
        yield f"{name} was withdrawn on {day_words(consent.withdrawn_on, day)}."
    elif consent.ends_on is not None and consent.ends_on < day:
        ends = day_words(consent.ends_on, day)
        yield (
            f"{name} ends on {ends}, before the post." if scheduled else f"{name} ended on {ends}."
        )
    if consent.given_on > day:
        yield f"{name} is given on {day_words(consent.given_on, day)}, after the post."


def form_gaps(consent: Consent, jurisdictions: tuple[str, ...] = ()) -> Iterator[str]:
    """What a valid authorisation must say and this record does not."""
    name = f"Consent {consent.code}"
    here = places(jurisdictions)
    american = not here or "US" in here
    fields = (*_FORM, *_US_FORM) if american else _FORM
    if missing := [words for key, words in fields if not _says(consent, key)]:
        yield f"{name} does not say {_either(missing)}."
    if "US" in here and consent.ends_on is None:
        yield f"{name} has no end date, which a US form must have."
    if consent.signer in _REPRESENTED and not consent.signer_authority.strip():
        yield f"{name} was signed for the patient, and does not say by what right."


def _says(consent: Consent, key: str) -> bool:
    value = getattr(consent, key)
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def _either(names: list[str]) -> str:
    """Names after a "not": "A", "A or B", "A, B or C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
