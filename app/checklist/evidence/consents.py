"""Consent on file, what it covers, when it is in force, how it was given."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.checklist.consent import (
    covers_needed,
    date_gaps,
    form_gaps,
    scope_gaps,
    shortfalls,
)
from app.checklist.evidence.answer import Answer, Open, opened
from app.checklist.situation import Situation
from app.checklist.words import clause, listed, shortened
from app.checks.hits import hits
from app.model.assessment import NO_RECORD, Remedy
from app.model.finding import Kind
from app.model.records import Consent, Covers

_USES = ("testimonial", "review", "praise", "quote", "thank")
# A label counts as early within about the first three sentences.
_EARLY = 400
# Words of time this near to a story are about it.
_NEAR = 120


def needed(situation: Situation) -> frozenset[Covers]:
    """What consent must cover; nothing when the case is made up and nobody is shown."""
    wanted = covers_needed(situation.post, situation.held)
    return wanted - {Covers.STORY} if "composite" in situation.held else wanted


def chosen(situation: Situation) -> tuple[tuple[Covers, Consent], ...]:
    """For each thing to cover the linked record that falls short least."""
    pairs: list[tuple[Covers, Consent]] = []
    for part in Covers:
        if part in needed(situation) and situation.inputs.consents:
            best = min(situation.inputs.consents, key=lambda c: len(gaps(situation, c, part)))
            pairs.append((part, best))
    return tuple(pairs)


def gaps(situation: Situation, consent: Consent, part: Covers) -> tuple[str, ...]:
    """Why a record does not cover one thing that the post shows."""
    return shortfalls(
        consent,
        situation.post,
        today=situation.today,
        jurisdictions=situation.inputs.account.jurisdictions,
        needs=frozenset({part}),
    )


def identifiable_agreed(situation: Situation) -> bool:
    """Whether a record in force lets the patient be identified in this very post."""
    pairs = chosen(situation)
    return bool(pairs) and all(
        consent.identifiable_agreed and not gaps(situation, consent, part)
        for part, consent in pairs
    )


def consent_on_file(situation: Situation) -> Answer | None:
    """Whether a consent is linked at all."""
    if not needed(situation):
        return Answer(why="Not needed: the text says that the case is made up.")
    if situation.inputs.consents:
        codes = dict.fromkeys(f"Consent {consent.code}" for _, consent in chosen(situation))
        return Answer(why=f"{listed(list(codes))} covers this post.")
    remedies = [Remedy.LINK_CONSENT]
    fact = ""
    if "mentions_patient" in situation.held:
        quote = shortened(situation.because("mentions_patient"))
        why = "It tells of a patient. Link a consent, or tell it without one person in it."
        fact = "mentions_patient"
        remedies.append(Remedy.CORRECT_FACT)
    else:
        quote = situation.because("shows_person")
        why = "Someone can be recognised in a picture."
        remedies.append(Remedy.CHECK_PICTURE)
    return opened(
        Open(
            "No consent is linked",
            why,
            quote,
            tuple(remedies),
            key="none",
            phrase="no consent is linked",
            fact=fact,
        )
    )


def _from_gaps(
    situation: Situation,
    title: str,
    find: Callable[[Covers, Consent], Iterable[str]],
    *,
    completes: bool = True,
) -> Answer:
    """What the linked records lack; ``completes`` when more in the record can mend it."""
    said: dict[str, int] = {}
    for part, consent in chosen(situation):
        for gap in find(part, consent):
            said.setdefault(gap, consent.id)
    return opened(
        *(
            Open(
                title,
                gap,
                remedies=(Remedy.LINK_CONSENT,),
                phrase=clause(gap),
                key=gap,
                record=("consent", consent_id) if completes else NO_RECORD,
            )
            for gap, consent_id in said.items()
        )
    )


def consent_scope(situation: Situation) -> Answer | None:
    """Whether it names what is shown and every network."""
    return _from_gaps(
        situation,
        "Consent does not cover this post",
        lambda part, consent: scope_gaps(consent, situation.post, frozenset({part})),
    )


def consent_dates(situation: Situation) -> Answer | None:
    """Whether it is in force on the day the post goes out."""
    scheduled = situation.post.when is not None
    return _from_gaps(
        situation,
        "Consent is not in force then",
        lambda _, consent: date_gaps(consent, situation.day, scheduled=scheduled),
        completes=False,
    )


def consent_given(situation: Situation) -> Answer | None:
    """Whether it was freely given, on a complete form, by someone who could."""
    here = situation.inputs.account.jurisdictions
    return _from_gaps(
        situation, "Consent is not complete", lambda _, consent: form_gaps(consent, here)
    )


def takedown_plan(situation: Situation) -> Answer | None:
    """Whether it is known who takes every copy down."""
    pairs = chosen(situation)
    if not pairs:
        return None
    missing = {c.code: c.id for _, c in pairs if not c.takedown_plan.strip()}
    return Answer(
        open=tuple(
            Open(
                why=f"Consent {code} does not say who takes it down if the patient has second "
                "thoughts.",
                quote=f"Consent {code}",
                remedies=(Remedy.LINK_CONSENT,),
                phrase=f"consent {code} has no plan for taking the post down",
                key=code,
                record=("consent", consent_id),
            )
            for code, consent_id in missing.items()
        )
    )


def composite_label(situation: Situation) -> Answer | None:
    """Whether a made-up case is called one in the first lines."""
    if "composite" not in situation.held:
        return None
    for told in situation.told:
        place = situation.first_hit(told, "composite")
        if place is not None and place <= _EARLY:
            return Answer(quote=situation.because("composite"))
    return opened(Open(why="Readers should know it in the first lines.", remedies=(Remedy.SHOW,)))


def timing(situation: Situation) -> Answer | None:
    """Whether a patient's story is told as of now, so that its day could point to someone."""
    if "mentions_patient" not in situation.held or "composite" in situation.held:
        return None
    for told in situation.told:
        document = told.document
        stories = [f for f in told.report.findings if f.kind is Kind.CASE_NARRATIVE]
        for hit in hits(document, situation.pack).get("cues.real_time", ()):
            start, end = document.to_source(hit.start, hit.end)
            if any(story.start - _NEAR <= start < story.end + _NEAR for story in stories):
                quote = told.text[start:end]
                why = "Waiting some weeks, or leaving the time out, makes it harder to tell who."
                return opened(
                    Open(why=why, quote=quote, remedies=(Remedy.SHOW,), key=f"timing {quote}")
                )
    return None


def testimonial(situation: Situation) -> Answer | None:
    """Whether consent is recorded for exactly this use: a patient's praise."""
    for consent in situation.inputs.consents:
        purpose = f"{consent.purpose} {consent.description}".lower()
        if any(use in purpose for use in _USES) and not gaps(situation, consent, Covers.STORY):
            return Answer(quote=f"Consent {consent.code}")
    because = situation.because("is_testimonial") or situation.because("quotes_review")
    return opened(
        Open(
            why="Best left out. It may be used only with consent recorded for exactly this use.",
            quote=because,
            remedies=(Remedy.LINK_CONSENT, Remedy.CORRECT_FACT),
            phrase="a patient's praise is used without consent for it",
            fact="is_testimonial" if "is_testimonial" in situation.held else "quotes_review",
        )
    )
