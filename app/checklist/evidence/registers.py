"""What the practice's own registers answer; a register that is not kept says nothing.

A practice that sets one of these items to Required is asked for the record all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from app.checklist.evidence.answer import Answer, Open, opened
from app.checklist.situation import Situation
from app.checklist.words import day_words, listed
from app.model.finding import Strength
from app.model.registers import Register, RegisterRecord, Shows
from app.text.tokens import words_of

_YEAR = timedelta(days=365)
_TWO_YEARS = timedelta(days=731)
_HALF_YEAR = timedelta(days=184)
# A policy that is overdue for longer than this stops a post.
_GRACE = timedelta(days=60)
# Comments are read for this long after a post went out.
_WATCHED = timedelta(days=2)


def kept(situation: Situation, register: Register) -> tuple[RegisterRecord, ...]:
    """The records of one register, newest first."""
    found = [one for one in situation.inputs.registers if one.register is register]
    return tuple(sorted(found, key=lambda one: (one.dated, one.id), reverse=True))


def _nothing_kept(situation: Situation, answer: str, why: str) -> Answer | None:
    """Silence, or what is missing where the practice requires the record."""
    levels = situation.inputs.levels
    required = any(
        item.answer == answer and levels.get(item.id) == "required"
        for item in situation.rules.items
    )
    return opened(Open(why=why, key=f"{answer} none")) if required else None


def _recent(
    situation: Situation, records: Iterable[RegisterRecord], age: timedelta
) -> RegisterRecord | None:
    """The newest record that still counts on the day the post goes out."""
    day = situation.day
    for record in records:
        last = record.until if record.until is not None else record.dated + age
        if record.dated <= day <= last:
            return record
    return None


def _dated(
    situation: Situation,
    register: Register,
    answer: str,
    age: timedelta,
    missing: Callable[[str], str],
    shows: Shows | None = None,
) -> Answer | None:
    """Whether a register has a record that is recent enough for the day the post goes out.

    ``missing`` says in words what is not there, given when the last one was.
    """
    records = kept(situation, register)
    if not records:
        return _nothing_kept(situation, answer, missing(""))
    fitting = [one for one in records if shows is None or shows in one.shows]
    recent = _recent(situation, fitting, age)
    if recent is not None:
        return Answer(quote=recent.title)
    last = _day(fitting[0].dated, situation) if fitting else ""
    return opened(Open(why=missing(last), key=f"{answer} {last}"))


def _day(day: date, situation: Situation) -> str:
    return day_words(day, situation.day)


def _policy(situation: Situation) -> RegisterRecord | None:
    """The version in force on the day the post goes out."""
    policies = kept(situation, Register.POLICY)
    return next((one for one in policies if one.dated <= situation.day), None)


def policy_in_force(situation: Situation) -> Answer | None:
    """Whether a policy is in force that day and was acknowledged."""
    if not kept(situation, Register.POLICY):
        why = "No policy is recorded."
        return _nothing_kept(situation, "policy_in_force", why)
    policy = _policy(situation)
    if policy is None:
        words = f"no policy is in force on {_day(situation.day, situation)}"
        return opened(Open(why=f"{words.capitalize()}.", phrase=words, key="policy none"))
    if Shows.ACKNOWLEDGED not in policy.shows:
        words = "the policy in force is not acknowledged"
        why = "Read it, then note that you did."
        return opened(
            Open("The policy is not acknowledged", why, policy.title, phrase=words, key="policy")
        )
    return Answer(quote=policy.title)


def policy_reviewed(situation: Situation) -> Answer | None:
    """Whether the policy is inside its review date; long overdue it stops a post."""
    policy = _policy(situation)
    if policy is None:
        why = "No policy is recorded."
        return _nothing_kept(situation, "policy_reviewed", why)
    if policy.until is None or situation.day <= policy.until:
        return Answer(quote=policy.title)
    late = situation.day - policy.until > _GRACE
    words = f"the policy was due for review by {_day(policy.until, situation)}"
    return opened(
        Open(
            "The policy is due for review",
            f"It was due by {_day(policy.until, situation)}.",
            policy.title,
            phrase=words,
            key=f"review {policy.until}",
            at_most=Strength.BLOCK if late else Strength.WARN,
        )
    )


def training_recent(situation: Situation) -> Answer | None:
    """Whether the writer was trained in the past year."""

    def missing(last: str) -> str:
        return f"The last training was on {last}." if last else "No training is recorded."

    return _dated(situation, Register.TRAINING, "training_recent", _YEAR, missing)


def cpd_recent(situation: Situation) -> Answer | None:
    """Whether the learning log has an entry of the past two years."""

    def missing(last: str) -> str:
        return f"The last entry is of {last}." if last else "The learning log has no entry."

    return _dated(situation, Register.CPD, "cpd_recent", _TWO_YEARS, missing)


def reflection(situation: Situation) -> Answer | None:
    """Whether a reflection was written in the past year, after a complaint or mistake."""

    def missing(last: str) -> str:
        if last:
            return f"The last one is of {last}. Note what you learned from this."
        return "Note in the learning log what you learned from this."

    return _dated(situation, Register.CPD, "reflection", _YEAR, missing, Shows.REFLECTION)


def lists_reviewed(situation: Situation) -> Answer | None:
    """Whether the lists of rules were looked through in the past year."""

    def missing(last: str) -> str:
        return f"They were last looked through on {last}." if last else "No review is recorded."

    return _dated(situation, Register.PACK_REVIEW, "lists_reviewed", _YEAR, missing)


def practice_attested(situation: Situation) -> Answer | None:
    """Whether the yearly statement on followers, likes and reviews is there."""

    def missing(last: str) -> str:
        return f"It was last stated on {last}." if last else "It is not stated for this year."

    return _dated(situation, Register.PRACTICE, "practice_attested", _YEAR, missing)


def partners(situation: Situation) -> tuple[RegisterRecord, ...]:
    """The recorded partners that the post names."""
    texts = [
        tuple(token.lower.lstrip("@#") for token in told.document.tokens) for told in situation.told
    ]
    return tuple(
        record
        for record in kept(situation, Register.PARTNER)
        if any(_says(text, words_of(record.title)) for text in texts)
    )


def _says(text: tuple[str, ...], words: tuple[str, ...]) -> bool:
    size = len(words)
    if "".join(words) in text:  # a handle or hashtag writes a name as one word
        return size > 0
    return size > 0 and any(text[at : at + size] == words for at in range(len(text) - size + 1))


def _all_partners(situation: Situation, fits: Callable[[RegisterRecord], bool]) -> Answer | None:
    named = partners(situation)
    if not named or not all(map(fits, named)):
        return None  # the author is asked
    return Answer(quote=listed([partner.title for partner in named]))


def partner_known(situation: Situation) -> Answer | None:
    """Whether there is a record of the partner at all."""
    return _all_partners(situation, lambda _: True)


def partner_agreement(situation: Situation) -> Answer | None:
    """Whether there is a written agreement."""
    return _all_partners(situation, lambda one: Shows.AGREEMENT in one.shows)


def partner_vetted(situation: Situation) -> Answer | None:
    """Whether the partner was looked into in the past year."""
    return _all_partners(situation, lambda one: _recent(situation, (one,), _YEAR) is not None)


def partner_sector(situation: Situation) -> Answer | None:
    """Whether the partner's trade is one that the policy allows."""
    return _all_partners(situation, lambda one: Shows.ALLOWED_SECTOR in one.shows)


def privacy_checked(situation: Situation) -> Answer | None:
    """Whether settings and old posts were looked through in the past half year, else asked."""
    recent = _recent(situation, kept(situation, Register.ACCOUNT), _HALF_YEAR)
    return Answer(quote=recent.title) if recent is not None else None


def sensitive_day(situation: Situation) -> Answer | None:
    """Whether the day of posting is one that the practice keeps free."""
    days = kept(situation, Register.SENSITIVE_DAYS)
    if not days or situation.post.when is None:
        return None
    for one in days:
        if one.dated <= situation.day <= (one.until or one.dated):
            return opened(
                Open(
                    why=f"{_day(situation.day, situation)} is a day you keep in mind.",
                    quote=one.title,
                    key=f"day {one.id} {situation.day}",
                )
            )
    return Answer()


def comments_read(situation: Situation) -> Answer | None:
    """Whether someone reads the comments of the first 48 hours."""
    plans = kept(situation, Register.COMMENTS)
    if not plans:
        return _nothing_kept(situation, "comments_read", "Nobody is named who reads them.")
    day = situation.day
    for one in plans:
        if one.dated <= day and (one.until is None or day + _WATCHED <= one.until):
            return Answer(quote=one.title)
    return opened(
        Open(
            why=f"Nobody is named for the two days after {_day(day, situation)}.",
            key=f"comments {day}",
        )
    )
