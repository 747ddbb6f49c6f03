"""Sources linked, named in the text, findable, not withdrawn, not too old."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from app.checklist.evidence.answer import Answer, Open, opened
from app.checklist.situation import Situation, Told
from app.checklist.words import day_words, several
from app.model.assessment import Remedy
from app.model.finding import Strength
from app.model.records import Source, SourceKind

_FORMS = {
    SourceKind.DOI: re.compile(r"10\.\d{4,9}/\S+"),
    SourceKind.PMID: re.compile(r"[1-9]\d{0,7}"),
    SourceKind.PMCID: re.compile(r"PMC\d{1,8}(\.\d+)?", re.IGNORECASE),
    SourceKind.NCT: re.compile(r"NCT\d{8}", re.IGNORECASE),
    SourceKind.URL: re.compile(r"https?://\S+\.\S+", re.IGNORECASE),
}
_FORM_WORDS = {
    SourceKind.DOI: "DOI",
    SourceKind.PMID: "PMID",
    SourceKind.PMCID: "PMCID",
    SourceKind.NCT: "trial number",
    SourceKind.URL: "link",
}
_LINK_AGE = timedelta(days=90)
_WHAT = {
    "has_statistic": "It gives a number about health",
    "makes_claim": "It states a health fact",
    "names_product": "It names a product",
}


def titled(source: Source) -> str:
    """How the panel names a source."""
    return source.title.strip() or source.short_name


def titles(sources: tuple[Source, ...]) -> str:
    """The first source, and how many more."""
    if not sources:
        return ""
    more = len(sources) - 1
    return titled(sources[0]) + (f" and {several(more, 'more source')}" if more else "")


def well_formed(source: Source) -> bool:
    """Whether the identifier has the form of its kind; says nothing about what it points to."""
    form = _FORMS.get(source.kind)
    identifier = source.identifier.strip()
    if form is None:
        return bool(source.title.strip() and source.year) or bool(identifier)
    return form.fullmatch(identifier) is not None


def source_linked(situation: Situation) -> Answer | None:
    """Whether there is any source record for what the post states."""
    sources = situation.inputs.sources
    if sources:
        return Answer(
            quote=titles(sources), why=f"{several(len(sources), 'source')} linked and named."
        )
    fact = next((name for name in _WHAT if name in situation.held), "makes_claim")
    return opened(
        Open(
            "No source is linked",
            f"{_WHAT[fact]}.",
            situation.because(fact),
            (Remedy.ADD_SOURCE, Remedy.CORRECT_FACT),
            key="none",
            phrase="no source is linked",
            fact=fact,
        )
    )


def source_findable(situation: Situation) -> Answer | None:
    """Whether a reader of the text can find the sources."""
    return Answer(open=(*_unknown(situation), *_misshapen(situation), *_unnamed(situation)))


def _unknown(situation: Situation) -> Iterator[Open]:
    linked = {source.short_name.casefold() for source in situation.inputs.sources}
    cited = dict.fromkeys(c.name for told in situation.told for c in told.document.citations)
    for name in cited:
        if name.casefold() not in linked:
            yield Open(
                "A source in the text is not linked",
                "Link it, or correct its name.",
                quote=f"[@{name}]",
                remedies=(Remedy.ADD_SOURCE, Remedy.SHOW),
                phrase=f"[@{name}] is not linked",
                key=name,
            )


def _misshapen(situation: Situation) -> Iterator[Open]:
    for source in situation.inputs.sources:
        if well_formed(source):
            continue
        words = _FORM_WORDS.get(source.kind, "title and year")
        problem = "is not well formed" if source.kind in _FORMS else "is missing"
        yield Open(
            "A source cannot be found by readers",
            f"Its {words} {problem}.",
            quote=source.short_name,
            remedies=(Remedy.ADD_SOURCE,),
            phrase=f"the {words} of {source.short_name} {problem}",
            key=f"form {source.short_name}",
            record=("source", source.id),
        )


def _unnamed(situation: Situation) -> Iterator[Open]:
    sources = situation.inputs.sources
    if not sources:
        return
    silent = [told for told in situation.told if told.text.strip() and not _names(told, sources)]
    if not silent:
        return
    where = f"{silent[0].name[0].upper()}{silent[0].name[1:]}"
    yield Open(
        "The source is not named in the text",
        f"{where} does not name it, so readers cannot find it.",
        quote=titles(sources),
        remedies=(Remedy.ADD_SOURCE,),
        key=f"unnamed {silent[0].network}",
        network=silent[0].network,
        at_most=Strength.WARN,
    )


def _names(told: Told, sources: tuple[Source, ...]) -> bool:
    cited = {citation.name.casefold() for citation in told.document.citations}
    text = told.text.casefold()
    return any(
        source.short_name.casefold() in cited
        or (len(source.identifier) > 4 and source.identifier.casefold() in text)
        for source in sources
    )


def source_stands(situation: Situation) -> Answer | None:
    """Whether no source was marked as withdrawn."""
    return opened(
        *(
            Open(
                "A source is withdrawn",
                "Use another one, or take out what rests on it.",
                quote=titled(source),
                remedies=(Remedy.ADD_SOURCE,),
                phrase=f"source {source.short_name} is withdrawn",
                key=f"withdrawn {source.short_name}",
            )
            for source in situation.inputs.sources
            if source.withdrawn
        )
    )


def numbers(situation: Situation) -> Answer | None:
    """What the numbers rest on; the findings say which have nothing."""
    return Answer(quote=titles(situation.inputs.sources)) if situation.inputs.sources else None


def overdue(source: Source, situation: Situation) -> bool:
    """Whether its check-by day is before the day the post goes out."""
    return source.check_by is not None and source.check_by < situation.day


def review_date(situation: Situation) -> Answer | None:
    """Whether every source was looked at recently enough for the day the post goes out."""
    late: list[Open] = []
    for source in situation.inputs.sources:
        why = ""
        if overdue(source, situation) and source.check_by is not None:
            why = f"It was to be checked again by {day_words(source.check_by, situation.day)}."
        elif source.kind is SourceKind.URL and source.accessed_on is None:
            why = "Note the day you saw the page; pages change."
        elif (
            source.kind is SourceKind.URL
            and source.accessed_on is not None
            and situation.today - source.accessed_on > _LINK_AGE
        ):
            why = f"You last saw the page on {day_words(source.accessed_on, situation.day)}."
        if why:
            late.append(
                Open(
                    why=why,
                    quote=titled(source),
                    remedies=(Remedy.ADD_SOURCE,),
                    key=f"{source.short_name} {source.check_by} {source.accessed_on}",
                    record=("source", source.id),
                    at_most=Strength.WARN,
                )
            )
    return Answer(open=tuple(late)) if late else None
