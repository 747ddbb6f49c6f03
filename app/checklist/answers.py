"""The author's answers to the gate, as pure edits of a post."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.errors import Refused
from app.model.assessment import Check, Remedy
from app.model.post import Confirmation, FactOverride, Post, SetAside

SHORTEST_REASON = 20
# Earlier answers are kept so that undoing an edit brings its confirmation back.
KEPT_ANSWERS = 12
_QUESTION = "confirm:"


def question_of(check: Check) -> str:
    """The name of the question a check asks.

    Raises:
        Refused: the check is not a question.
    """
    if not check.id.startswith(_QUESTION):
        raise Refused("This check is not a question.", "Follow what it says, and it clears itself.")
    return check.id.removeprefix(_QUESTION)


def confirm(post: Post, check: Check, at: datetime) -> Post:
    """Confirm a question for what it is about now. ``at`` is aware UTC."""
    for question, print_ in _asked(check):
        others = [c for c in post.confirmations if c.question != question]
        same = [c for c in post.confirmations if c.question == question and c.fingerprint != print_]
        answer = Confirmation(question, print_, at, check.quote)
        post = replace(post, confirmations=(*others, *same[1 - KEPT_ANSWERS :], answer))
    return post


def unconfirm(post: Post, check: Check) -> Post:
    """Take a standing confirmation back."""
    asked = _asked(check)
    kept = tuple(c for c in post.confirmations if (c.question, c.fingerprint) not in asked)
    return replace(post, confirmations=kept)


def _asked(check: Check) -> tuple[tuple[str, str], ...]:
    """Every question that a row asks, with what it is about: each keeps a confirmation."""
    return (question_of(check), check.fingerprint), *check.also


def set_aside(post: Post, check: Check, reason: str, at: datetime) -> Post:
    """Judge a check not relevant here, for these words only.

    Raises:
        Refused: the rules do not allow it, or the reason is too short.
    """
    if Remedy.SET_ASIDE not in check.remedies:
        raise Refused(
            "This cannot be set aside.", "Change the words, or link what the check asks for."
        )
    reason = " ".join(reason.split())
    if check.reason_needed:
        need_reason(reason)
    kept = tuple(entry for entry in post.set_aside if entry.key not in check.keys)
    added = tuple(SetAside(key, reason, at) for key in check.keys)
    return replace(post, set_aside=kept + added)


def bring_back(post: Post, key: str) -> Post:
    """Let a check count again; ``key`` is what it was set aside by, or the check's id."""
    key = key.removeprefix("aside:").removeprefix("finding:")
    kept = tuple(entry for entry in post.set_aside if entry.key != key)
    return replace(post, set_aside=kept)


def correct_fact(post: Post, fact: str, value: bool, reason: str, at: datetime) -> Post:
    """Say that a fact about the post is otherwise than it seems; the reason is kept.

    Raises:
        Refused: the reason is too short.
    """
    reason = " ".join(reason.split())
    need_reason(reason)
    kept = tuple(entry for entry in post.fact_overrides if entry.fact != fact)
    return replace(post, fact_overrides=(*kept, FactOverride(fact, value, reason, at)))


def trust_fact(post: Post, fact: str) -> Post:
    """Take a correction back: believe the text again."""
    kept = tuple(entry for entry in post.fact_overrides if entry.fact != fact)
    return replace(post, fact_overrides=kept)


def need_reason(reason: str) -> None:
    """Raise Refused when a written reason is too short to mean anything."""
    if len(reason) < SHORTEST_REASON:
        raise Refused(
            "Please say why, in a few words.",
            f"A reason takes {SHORTEST_REASON} characters or more; it is kept with the post.",
        )
