"""What the post's own fields, its pictures and the account answer."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from app.checklist.evidence.answer import Answer, Open, opened
from app.checklist.facts import says_who
from app.checklist.situation import Situation
from app.checklist.words import several
from app.model.assessment import Remedy
from app.model.finding import Strength
from app.model.post import Audience

_READERS = {
    Audience.PATIENTS: "For patients",
    Audience.PUBLIC: "For the public",
    Audience.PROFESSIONALS: "For professionals",
}
_NOT_PERSONAL = ("mentions_patient", "names_product", "mentions_practice")


def audience(situation: Situation) -> Answer | None:
    """Who the post is for; until it is chosen the author is asked."""
    chosen = situation.post.audience
    return Answer(quote=_READERS[chosen]) if chosen is not None else None


def purpose(situation: Situation) -> Answer | None:
    """Whether it says what the post is for; asked once the readers are chosen."""
    if situation.post.audience is None:
        return None
    if situation.post.purpose is not None:
        return Answer()
    return opened(
        Open(
            "Say what it is for",
            "To teach, raise awareness, share news or speak of the practice.",
            remedies=(Remedy.CHOOSE_AUDIENCE,),
            key="purpose",
        )
    )


def profile(situation: Situation) -> Answer | None:
    """Whether the profile says who writes; without it the author is asked."""
    account = situation.inputs.account
    if says_who(account):
        said = (account.name, account.degrees, account.role)
        return Answer(quote=", ".join(part for part in said if part.strip()))
    missing = "your name" if not account.name.strip() else "your degrees or role"
    return opened(
        Open(
            why=f"Your profile does not give {missing}.",
            remedies=(Remedy.OPEN_ACCOUNT,),
            key="profile",
            at_most=Strength.WARN,
        )
    )


def employer(situation: Situation) -> Answer | None:
    """Whether the employer is stated when an institution is named."""
    if "mentions_affiliation" not in situation.held:
        return None
    if situation.inputs.account.employer.strip():
        return Answer()
    return opened(
        Open(
            "Your employer is not in your profile",
            "An institution is named; readers should see whether you speak for it.",
            quote=situation.because("mentions_affiliation"),
            remedies=(Remedy.OPEN_ACCOUNT,),
            key="employer",
        )
    )


def degrees(situation: Situation) -> Answer | None:
    """Whether titles that the text uses stand in the profile."""
    if situation.inputs.account.degrees.strip():
        return Answer()
    return opened(
        Open(
            "Your degrees are not in your profile",
            "Titles must be exact, and readers should be able to see them.",
            quote=situation.because("mentions_credentials"),
            remedies=(Remedy.OPEN_ACCOUNT,),
            key="degrees",
            at_most=Strength.WARN,
        )
    )


def right_account(situation: Situation) -> Answer | None:
    """Whether clinic, product or patient content stays off a personal account."""
    if not situation.inputs.account.personal:
        return None
    fact = next((name for name in _NOT_PERSONAL if name in situation.held), "")
    if not fact:
        return Answer()
    return opened(
        Open(
            why=f"Use the professional account: {situation.rules.facts[fact]}.",
            quote=situation.because(fact),
            remedies=(Remedy.OPEN_ACCOUNT,),
            phrase="this is not for a personal account",
        )
    )


def alt_text(situation: Situation) -> Answer | None:
    """Whether each picture is described, and the description gives nobody away."""
    pictures = situation.post.pictures
    if not pictures:
        return None
    bare = [picture for picture in pictures if not picture.alt_text.strip()]
    missing = (
        Open(
            why="Some readers cannot see it; say what it shows.",
            quote=picture.name,
            remedies=(Remedy.ADD_ALT_TEXT,),
            phrase=f"{picture.name} has no alt text",
            key=picture.sha256[:12],
        )
        for picture in bare
    )
    telling = (
        Open(
            finding.title,
            f"In the alt text of {name}. {finding.why}",
            quote=finding.quote,
            remedies=(Remedy.ADD_ALT_TEXT,),
            phrase=f"the alt text of {name} could point to someone",
            key=f"alt {finding.quote}",
        )
        for name, findings in situation.alt
        for finding in findings
    )
    title = f"Alt text on {several(len(pictures), 'picture')}" if len(pictures) > 1 else ""
    return Answer(open=(*missing, *telling), title=title)


def picture_clean(situation: Situation) -> Answer | None:
    """Pictures are cleaned of hidden data when they are taken in; no other way leads here."""
    count = len(situation.post.pictures)
    if not count:
        return None
    return Answer(title="" if count == 1 else "Hidden data was removed from the pictures")


def overnight(situation: Situation) -> Answer | None:
    """Whether an answer to criticism has waited for a night."""
    written = situation.post.created_at.astimezone(ZoneInfo(situation.inputs.zone)).date()
    if written < situation.today:
        return Answer()
    words = "an answer to criticism waits until tomorrow"
    return opened(Open(why=f"{words[0].upper()}{words[1:]}.", phrase=words))


def archive_copy(situation: Situation) -> Answer | None:
    """A copy of everything is kept when the post is marked ready."""
    return Answer()
