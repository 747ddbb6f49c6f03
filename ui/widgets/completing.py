"""A linked record that is not complete is completed, not linked again: what a button says then."""

from __future__ import annotations

from app.model.assessment import Check, Remedy

_WORDS = {
    Remedy.LINK_CONSENT: ("consent", "Complete consent"),
    Remedy.DISCLOSE: ("interest", "Complete affiliation"),
    Remedy.ADD_SOURCE: ("source", "Complete source"),
}


def completed_by(check: Check, remedy: Remedy) -> int:
    """The record that ``remedy`` opens to complete it; 0 when it links another one."""
    kind, record_id = check.record
    return record_id if _WORDS.get(remedy, ("",))[0] == kind and kind else 0


def words_for(check: Check, remedy: Remedy, otherwise: str) -> str:
    """What the button of a remedy says."""
    return _WORDS[remedy][1] if completed_by(check, remedy) else otherwise
