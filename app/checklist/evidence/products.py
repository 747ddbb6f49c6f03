"""Prescription medicines that are named to the public."""

from __future__ import annotations

from app.checklist.evidence.answer import Answer, Open, opened
from app.checklist.situation import Situation
from app.checklist.words import listed
from app.checks.hits import hits


def prescription_named(situation: Situation) -> Answer | None:
    """Whether no prescription medicine is named where the public must not be shown adverts for it.

    Plain teaching may name one; the author then says in a few words why it is no advert.
    """
    names = _named(situation)
    if not names:
        return None
    return opened(
        Open(
            "Names a prescription medicine" if len(names) == 1 else "Names prescription medicines",
            "Adverts for it to the public are not allowed. If this is plain teaching, say so.",
            quote=listed(names),
            key=" ".join(sorted(names)),
            phrase=f"{listed(names)} is named to the public",
        )
    )


def _named(situation: Situation) -> list[str]:
    """The generic names of prescription medicines in the texts, in order."""
    table = situation.pack.tables.get("products", ())
    cased = set(situation.pack.data.get("products", {}).get("short_words_need_case", ()))
    found: dict[str, None] = {}
    for told in situation.told:
        for hit in hits(told.document, situation.pack).get("products", ()):
            entry = table[hit.row]
            written = told.document.plain[hit.start : hit.end]
            if hit.phrase in cased and written != hit.phrase:
                continue
            if entry.get("kind") == "drug" and entry.get("prescription"):
                found[str(entry["generic"])] = None
    return list(found)
