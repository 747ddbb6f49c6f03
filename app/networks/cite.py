"""How a post names its sources: one findable line each, in the style of the source rules."""

from __future__ import annotations

from datetime import date

from app.model.records import Evidence, Source, SourceKind

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def citation_line(source: Source, number: int = 0) -> str:
    """The line that names a source in a post, for example "Source: ..., doi:10.1000/x".

    ``number`` above 0 is the number the text refers to: "Source [2]: ...".
    A trial registration is called one, because a registration is not a result.
    """
    label = f"Source [{number}]: " if number else "Source: "
    return label + _named(source)


def _named(source: Source) -> str:
    title = source.title.strip().rstrip(".,;") or source.short_name
    year = str(source.year) if source.year and str(source.year) not in title else ""
    place = _place(source)
    if source.kind is SourceKind.URL:
        seen = f"seen {_day(source.accessed_on)}" if source.accessed_on else ""
        return ", ".join(part for part in (title, year, seen, place) if part)
    if source.kind is SourceKind.NCT:
        return ", ".join(part for part in (title, year, f"trial registration {place}") if part)
    if source.kind is SourceKind.GUIDELINE or source.evidence is Evidence.GUIDELINE:
        return ", ".join(part for part in (f"{year} {title}".strip(), place) if part)
    return ". ".join(part for part in (f"{title} {year}".strip(), place) if part)


def _place(source: Source) -> str:
    identifier = source.identifier.strip()
    if source.kind is SourceKind.DOI:
        return f"doi:{identifier}"
    if source.kind is SourceKind.PMID:
        return f"PMID {identifier}"
    if source.kind is SourceKind.GUIDELINE:
        if identifier.startswith("10."):
            return f"doi:{identifier}"
        return identifier if identifier.lower().startswith("http") else ""
    return identifier


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
