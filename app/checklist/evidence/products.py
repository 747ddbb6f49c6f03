"""Prescription medicines that are named to the public."""

from __future__ import annotations

from app.checklist.evidence.answer import Answer, Open, opened
from app.checklist.situation import Situation, Told
from app.checklist.words import listed
from app.checks.hits import Hit, hits
from app.checks.say import finding
from app.model.assessment import Remedy
from app.model.finding import Finding, Kind, Strength

TEACHING = "Plain teaching about a treatment, not an advert for it"


def prescription_named(situation: Situation) -> Answer | None:
    """Whether no prescription medicine is named where the public must not be shown adverts for it.

    Plain teaching may name one; the author then says in a few words why it is no advert.
    """
    names = _named(situation)
    if not names:
        return None
    written = list(dict.fromkeys(spots[0][1].quote for spots in names.values()))
    return opened(
        Open(
            "Names a prescription medicine" if len(names) == 1 else "Names prescription medicines",
            "Adverts for it to the public are not allowed. If this is plain teaching, say so.",
            quote=listed(written),
            remedies=(Remedy.SHOW,),
            key=" ".join(sorted(names)),
            phrase=f"{listed(written)} {'is' if len(written) == 1 else 'are'} named to the public",
            spots=tuple(spot for spots in names.values() for spot in spots),
            reasons=(TEACHING,),
        )
    )


def _named(situation: Situation) -> dict[str, list[tuple[str, Finding]]]:
    """The prescription medicines of the texts by generic name, and where each first stands."""
    table = situation.pack.tables.get("products", ())
    cased = set(situation.pack.data.get("products", {}).get("short_words_need_case", ()))
    found: dict[str, list[tuple[str, Finding]]] = {}
    for told in situation.told:
        seen: set[str] = set()
        for hit in hits(told.document, situation.pack).get("products", ()):
            entry = table[hit.row]
            written = told.document.plain[hit.start : hit.end]
            if hit.phrase in cased and written != hit.phrase:
                continue
            name = str(entry.get("generic", ""))
            if name in seen or entry.get("kind") != "drug" or not entry.get("prescription"):
                continue
            seen.add(name)
            found.setdefault(name, []).append((told.network, _spot(told, hit)))
    return found


def _spot(told: Told, hit: Hit) -> Finding:
    return finding(
        told.document,
        hit.start,
        hit.end,
        kind=Kind.PRODUCT,
        sub="prescription",
        rule="products.prescription",
        strength=Strength.NOTE,
        title="Names a prescription medicine",
        why="",
    )
