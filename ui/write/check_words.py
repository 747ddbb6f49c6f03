"""The words of the checks panel: spoken names, time stamps, how sure a rule is."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from app.calendar.words import moment_words
from app.model.assessment import Check, Group
from app.model.post import Post, SentBack, State
from ui.widgets.which_text import where

_LEAD = {
    Group.FIX: "Must fix",
    Group.CONSIDER: "Consider",
    Group.CONFIRM: "Only you can confirm",
    Group.CLEAR: "Clear",
}
_SURE = {
    "yes": "Confirmed in the document itself.",
    "secondary": "Taken from a text about the document, not from the document itself.",
    "partly": "Confirmed in part.",
    "memory": "Not confirmed yet: treat it as good practice.",
}
REASONS_ASIDE = (
    "A general statement, not about one person",
    "Quoted in order to correct it",
    "Widely known, and not the point of the post",
)
REASONS_FACT = (
    "Made up for teaching, no real person",
    "About patients in general, not one person",
    "About myself or a public figure",
)


def spoken(check: Check) -> str:
    """The name of a row for a screen reader."""
    name = f"{_LEAD[check.group]}: {check.title}"
    if check.confirmed_at is not None:
        name = f"Confirmed: {check.title}"
    name = f"{name}. {check.quote}" if check.quote else name
    return f"{name}. {where(check)}" if where(check) else name


def quoted(words: str) -> str:
    """Words in quotation marks, in one line."""
    line = " ".join(words.split())
    return f"“{line}”" if line else ""


def moment(at: datetime, zone: str, today: date) -> str:
    """When something was done: "today, 09:52" or "8 Sep, 19:18"."""
    return moment_words(at, zone, datetime.combine(today, time(12), ZoneInfo(zone)))


def stamp(check: Check, zone: str, today: date) -> str:
    """The line under a question that was answered; empty if it was not."""
    if check.confirmed_at is None:
        return ""
    when = moment(check.confirmed_at, zone, today)
    if check.reopened:
        return f"Confirmed {when}. Opened again by the edit."
    return f"Confirmed {when}"


def how_sure(check: Check) -> str:
    """How far the rule behind a check was confirmed."""
    return _SURE.get(check.sure, "")


def sent_back_words(sent: SentBack, zone: str, today: date) -> str:
    """What the banner says about a post that was Ready and changed."""
    opened = len(sent.reopened)
    total = opened + sent.still_stand
    when = moment(sent.at, zone, today).replace(", ", " at ", 1)
    cause = sent.cause.strip().rstrip(".") or "It changed"
    if not total:
        return f"{cause} {when}. The checks look at it now."
    verb = "check" if total == 1 else "checks"
    stand = f"The other {sent.still_stand} still stand."
    if sent.still_stand == 1:
        stand = "The other one still stands."
    elif not sent.still_stand:
        stand = ""
    return f"{cause} {when}, so {opened} of {total} {verb} opened again. {stand}".strip()


def ready_reason(post: Post, reason: str, total: int) -> str:
    """The line above the buttons of the checks panel."""
    if post.state is State.READY:
        return "Ready. The text is kept as it was checked."
    if post.state is State.POSTED:
        return "Posted. What went out is kept."
    if post.state is State.ARCHIVED:
        return "Archived."
    if reason:
        return reason
    if post.state is State.REVIEW:
        checks = "check is" if total == 1 else "checks are"
        return f"All {total} {checks} done. The text is kept as it is now."
    return "Nothing is open. The next step is your review."
