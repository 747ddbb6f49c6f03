"""Taking the sample away again: its posts to the bin, its records out, her own work untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model.rows import PostFilter

if TYPE_CHECKING:
    from app.planner import Planner


def remove_sample(planner: Planner) -> int:
    """Remove what came with the sample planner; returns how many posts went to the bin.

    A sample record that one of her own posts uses stays. Raises KnownError as any edit does.
    """
    rows = [row for row in planner.lists.rows(PostFilter()) if row.sample]
    for row in rows:
        planner.posts.bin(row.id)
    _remove_records(planner)
    planner.set_setting("sample", False)
    return len(rows)


def _remove_records(planner: Planner) -> None:
    records = planner.records
    own = {row.id for row in planner.lists.rows(PostFilter()) if not row.sample}
    for source in records.sources():
        if source.sample and not own.intersection(records.used_in("source", source.id)):
            records.remove_source(source.id)
    for consent in records.consents():
        if consent.sample and not own.intersection(records.used_in("consent", consent.id)):
            records.remove_consent(consent.id)
    for interest in records.interests():
        if interest.sample and not own.intersection(records.used_in("interest", interest.id)):
            records.remove_interest(interest.id)
