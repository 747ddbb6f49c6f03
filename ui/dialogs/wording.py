"""Records in one line, for pickers and lists."""

from __future__ import annotations

from app.calendar.words import day_words
from app.model.records import Consent, Interest, Source
from app.networks.catalogue import networks
from ui.dialogs.consent_form import COVERS_WORDS
from ui.dialogs.interest_form import TIE_WORDS


def consent_title(consent: Consent) -> str:
    """Code and initials."""
    return f"{consent.code}  {consent.initials}".strip()


def consent_detail(consent: Consent) -> str:
    """What it covers, where, until when."""
    covers = ", ".join(words for member, words in COVERS_WORDS.items() if member in consent.covers)
    known = networks()
    where = ", ".join(known[name].name for name in consent.networks if name in known)
    if consent.withdrawn_on is not None:
        ends = f"Withdrawn on {day_words(consent.withdrawn_on)}"
    elif consent.ends_on is not None:
        ends = f"Ends {day_words(consent.ends_on)}"
    else:
        ends = "No end date"
    return ". ".join((covers or "Covers nothing yet", where or "Every network", ends))


def source_title(source: Source) -> str:
    """Title and year, else the identifier."""
    title = source.title or source.identifier
    return f"{title} ({source.year})" if source.year and source.title else title


def source_detail(source: Source) -> str:
    """Short name and identifier."""
    return f"[@{source.short_name}]  {source.identifier}"


def interest_detail(interest: Interest) -> str:
    """Kind of tie and the line for the post."""
    return f"{TIE_WORDS[interest.tie]}. {interest.line}"
