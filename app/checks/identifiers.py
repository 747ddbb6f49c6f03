"""Details that could tell who a person is: the eighteen of Safe Harbor and what adds up to them.

They matter where a real person is spoken of. In general text a date, a town or an age is
nobody's; only numbers that always belong to one person are found there too.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.context import Context
from app.checks.identifier_codes import find_codes
from app.checks.identifier_combined import find_combined
from app.checks.identifier_contact import find_contacts
from app.checks.identifier_dates import find_ages, find_dates
from app.checks.identifier_described import find_described
from app.checks.identifier_names import find_names
from app.checks.identifier_numbers import find_numbers
from app.checks.identifier_places import find_places, towns
from app.checks.identifier_rare import find_rare
from app.checks.identifier_relatives import find_relatives
from app.checks.pack import Pack
from app.checks.scene import read_scene
from app.model.finding import Finding
from app.text.document import Document


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Every identifying detail; overlapping ones are merged by the registry."""
    scene = read_scene(document, pack)
    yield from find_names(scene, context, pack)
    yield from find_numbers(scene, context)
    yield from find_codes(scene, context)
    yield from find_contacts(scene, context)
    yield from find_dates(scene, context)
    yield from find_described(scene, context, pack)
    if not scene.concerns(context):
        return
    own = _own_organisations(context)
    where = tuple(
        (start, end)
        for start, end in sorted(towns(scene, context))
        if not any(document.plain[start:end].casefold() in name for name in own)
    )
    yield from find_ages(scene, context)
    yield from find_places(scene, context, where)
    yield from find_combined(scene, context, where)
    yield from find_rare(scene, context)
    yield from find_relatives(scene, context)


def _own_organisations(context: Context) -> tuple[str, ...]:
    """The author's employer and the companies she has ties with: nobody comes from there."""
    names = [context.account.employer]
    for interest in context.interests:
        names += [interest.organisation, *interest.names, *interest.products]
    return tuple(name.casefold() for name in names if name)
