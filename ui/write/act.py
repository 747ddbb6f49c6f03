"""What the author does about a check, from its row, from its card or by key."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.assessment import Check, Remedy
from ui.widgets.completing import words_for
from ui.write.aims import ABOUT_PURPOSE


@dataclass(frozen=True, slots=True)
class Act:
    """One answer to one check.

    Attributes:
        check: the row.
        remedy: which of its remedies.
        words: the replacement for REPLACE, the line for ADD_LINE.
        reason: why, for SET_ASIDE and CORRECT_FACT; may be empty where none is needed.
        on: for CONFIRM, whether it is confirmed or taken back.
    """

    check: Check
    remedy: Remedy
    words: str = ""
    reason: str = ""
    on: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """A remedy as a button: its words, its icon, and what pressing it does."""

    remedy: Remedy
    words: str
    icon: str
    replacement: str = ""


_BUTTONS: dict[Remedy, tuple[str, str]] = {
    Remedy.SHOW: ("Show", "target"),
    Remedy.LINK_CONSENT: ("Link consent", "consent"),
    Remedy.ADD_SOURCE: ("Add a source", "book"),
    Remedy.DISCLOSE: ("Add the disclosure", "handshake"),
    Remedy.ADD_ALT_TEXT: ("Add alt text", "image"),
    Remedy.CHECK_PICTURE: ("Look at the picture", "eye"),
    Remedy.ADD_PICTURE: ("Add a picture", "image"),
    Remedy.CHOOSE_NETWORKS: ("Choose networks", "posts"),
    Remedy.CHOOSE_AUDIENCE: ("Choose who it is for", "user"),
    Remedy.SET_DATE: ("Set the date", "calendar"),
    Remedy.OPEN_ACCOUNT: ("Open your profile", "user"),
    Remedy.SET_ASIDE: ("Not needed here", "close"),
}
_FACTS = {
    "mentions_patient": "This is not about a patient",
    "case": "This is not about a patient",
    "real_patient": "This is not about a patient",
    "image_of_person": "No one is shown",
}
_LONG = 34
ABOUT_SOURCES = "confirm:source_says"
"""The question that is answered by looking at the linked sources."""


def choices_of(check: Check) -> tuple[Choice, ...]:
    """The buttons of a check, most useful first. Confirming has its tick box instead."""
    found: list[Choice] = []
    for remedy in check.remedies:
        if remedy is Remedy.REPLACE:
            found += [_replacement(words) for words in check.suggestions]
        elif remedy is Remedy.ADD_LINE:
            found += [
                Choice(remedy, f"Add “{_short(words)}”", "plus", words)
                for words in check.suggestions
            ]
        elif remedy is Remedy.CORRECT_FACT:
            found.append(Choice(remedy, _FACTS.get(check.fact, "This does not apply"), "pencil"))
        elif remedy is Remedy.CHOOSE_AUDIENCE and check.id == ABOUT_PURPOSE:
            found.append(Choice(remedy, "Choose what it is for", "target"))
        elif remedy in _BUTTONS:
            words, icon = _BUTTONS[remedy]
            found.append(Choice(remedy, words_for(check, remedy, words), icon))
    if check.id == ABOUT_SOURCES:
        found.append(Choice(Remedy.ADD_SOURCE, "Open source", "external"))
    return tuple(found)


def _replacement(words: str) -> Choice:
    if not words.strip():
        return Choice(Remedy.REPLACE, "Take it out", "minus", words)
    return Choice(Remedy.REPLACE, f"Use “{_short(words)}”", "replace", words)


def _short(words: str) -> str:
    return words if len(words) <= _LONG else words[: _LONG - 1].rstrip() + "…"
