"""The life of a post: its states, the moves between them, and what guards each.

Every function is pure: a post in, the moved post out, or Refused with plain words.
Nothing that is refused changes anything.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from app.errors import Refused
from app.model.assessment import Assessment, Check, Group
from app.model.finding import Strength
from app.model.post import Post, Posting, SentBack, State
from app.text.document import read_document
from app.text.normal import normal, normal_words

_STATE_WORDS = {
    State.IDEA: "an idea",
    State.DRAFT: "a draft",
    State.REVIEW: "in review",
    State.READY: "ready",
    State.POSTED: "posted",
    State.ARCHIVED: "archived",
}
_IN_BIN = "This post is in the bin."


def advance(post: Post, assessment: Assessment, at: datetime) -> Post:
    """The next step of its life.

    Raises:
        Refused: with the reason when something is open, or there is no next step.
    """
    _not_binned(post)
    if post.state is State.IDEA:
        if not post.has_text:
            raise Refused("There is no text yet.", "Write the first words; the title is kept.")
        return _moved(post, State.DRAFT)
    if post.state is State.DRAFT:
        return to_review(post, assessment, at)
    if post.state is State.REVIEW:
        return to_ready(post, assessment, at)
    if post.state is State.READY:
        raise Refused("This post is ready.", "Mark it posted once it is out.")
    raise Refused(f"This post is {_STATE_WORDS[post.state]}.", "There is no next step.")


def to_review(post: Post, assessment: Assessment, at: datetime) -> Post:
    """From Draft to In review. Raises Refused without text or a network."""
    _from(post, State.DRAFT)
    if not any(post.text_for(network).strip() for network in post.networks or ("",)):
        raise Refused("There is no text yet.", "Write the first words; the title is kept.")
    if not post.has_text and not post.own_texts:
        raise Refused("There is only a title so far.", "Write the text below it.")
    if not post.networks:
        raise Refused("No network is chosen.", "Choose at least one; nothing is sent anywhere.")
    return _moved(post, State.REVIEW)


def to_ready(post: Post, assessment: Assessment, at: datetime) -> Post:
    """From In review to Ready. Raises Refused with the reason line while a check is open."""
    _from(post, State.REVIEW)
    if not assessment.clear:
        raise Refused(assessment.reason, "Next check shows the first of them.")
    return _moved(post, State.READY)


def back_to_draft(post: Post, at: datetime) -> Post:
    """Back to Draft; confirmations are kept and count while their words stand."""
    _from(post, State.REVIEW, State.READY)
    return _moved(post, State.DRAFT)


def back_to_idea(post: Post, at: datetime) -> Post:
    """Back to Idea; the text is kept. Not from Posted."""
    _from(post, State.DRAFT, State.REVIEW, State.READY)
    return _moved(post, State.IDEA)


def mark_posted(post: Post, network: str, at: datetime, link: str = "") -> Post:
    """It went out on one network. Posted once it is out on all of them.

    Marking a network again only changes its link. ``at`` is aware UTC.
    """
    _not_binned(post)
    if network not in post.networks:
        raise Refused("This post does not go to that network.", "Nothing was marked.")
    already = next((p for p in post.postings if p.network == network), None)
    if already is not None:
        postings = tuple(
            replace(p, link=link or p.link) if p is already else p for p in post.postings
        )
        return replace(post, postings=postings)
    if post.state is not State.READY:
        raise Refused(
            f"This post is {_STATE_WORDS[post.state]}, not ready.",
            "If it is out already, choose “I already posted this”.",
        )
    out = replace(post, postings=(*post.postings, Posting(network, at, link)))
    everywhere = {p.network for p in out.postings} >= set(out.networks)
    return _moved(out, State.POSTED) if everywhere else out


def already_posted(post: Post, reason: str, at: datetime) -> Post:
    """It went out without being Ready; the reason stays on the post for good.

    Raises:
        Refused: no reason given, or the post is ready and can be marked posted.
    """
    _not_binned(post)
    if post.state is State.READY:
        raise Refused("This post is ready.", "Mark it posted instead; no reason is needed.")
    _from(post, State.IDEA, State.DRAFT, State.REVIEW)
    reason = " ".join(reason.split())
    if not reason:
        raise Refused("Please say in one line why.", "It stays on the post.")
    known = {p.network for p in post.postings}
    added = tuple(Posting(network, at) for network in post.networks if network not in known)
    out = replace(post, postings=post.postings + added, posted_reason=reason)
    return _moved(out, State.POSTED)


def archive(post: Post, at: datetime) -> Post:
    """Put a posted post away."""
    _from(post, State.POSTED)
    return _moved(post, State.ARCHIVED)


def restore(post: Post, at: datetime) -> Post:
    """Bring an archived post back to Posted."""
    _from(post, State.ARCHIVED)
    return _moved(post, State.POSTED)


def to_bin(post: Post, at: datetime) -> Post:
    """Into the bin, from any state; it stays what it was."""
    _not_binned(post)
    return replace(post, binned_at=at)


def from_bin(post: Post, at: datetime) -> Post:
    """Out of the bin, to the state it had."""
    if post.binned_at is None:
        raise Refused("This post is not in the bin.", "Nothing was changed.")
    return replace(post, binned_at=None)


def after_edit(
    before: Post,
    after: Post,
    assessment: Assessment | None,
    at: datetime,
) -> Post:
    """What follows from an edit: an idea becomes a draft, a Ready post may be sent back.

    A Ready post goes back to In review when a check opened, or when something that is
    published changed. It is Ready again by itself once what is published is as it was
    and every check stands. ``assessment`` is of ``after``; None while the gate has not
    looked, and ``weighed`` says the rest once it has. ``at`` is aware UTC.
    """
    if after.state is State.IDEA:
        new_words = after.has_text and normal(after.body) != normal(before.body)
        return replace(after, state=State.DRAFT) if new_words else after
    if after.state is State.READY:
        if (assessment is None or assessment.clear) and not _republishes(before, after):
            return after
        return _sent_back(before, after, assessment, at)
    if after.state is State.REVIEW and after.sent_back is not None and assessment is not None:
        return _still_sent_back(after, after.sent_back, assessment, at)
    return after


def weighed(post: Post, assessment: Assessment, at: datetime) -> Post:
    """What follows when the gate has looked at words that were saved before it had."""
    if post.state is State.REVIEW and post.sent_back is not None:
        return _still_sent_back(post, post.sent_back, assessment, at)
    return send_back(post, assessment, at)


def send_back(post: Post, assessment: Assessment, at: datetime) -> Post:
    """Send a Ready post back because time, a record or the rules moved, not the post itself.

    The cause is what the first open check says. Posts in other states are left alone.
    """
    if post.state is not State.READY or assessment.clear:
        return post
    return _sent_back(post, post, assessment, at)


def published_print(post: Post) -> str:
    """A fingerprint of what is published and what it rests on.

    Equal for texts that differ in spaces, Markdown signs or kinds of quotes only. The
    date, the internal note and the author's answers do not count.
    """
    texts = sorted({normal(post.text_for(network)) for network in post.networks or ("",)})
    pictures = [(p.sha256, normal_words(p.alt_text), p.shows_person) for p in post.pictures]
    parts = (
        post.kind.value,
        texts,
        pictures,
        sorted(post.networks),
        sorted(post.source_ids),
        sorted(post.consent_ids),
        sorted(post.interest_ids),
        post.audience.value if post.audience else "",
    )
    return hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def sentences_changed(before: str, after: str) -> int:
    """How many sentences differ between two Markdown texts, spacing and signs aside."""
    old, new = _sentences(before), _sentences(after)
    return max((old - new).total(), (new - old).total())


def _sentences(source: str) -> Counter[str]:
    document = read_document(source)
    return Counter(normal_words(document.plain[s.start : s.end]) for s in document.sentences)


def _moved(post: Post, state: State) -> Post:
    return replace(post, state=state, sent_back=None)


def _not_binned(post: Post) -> None:
    if post.binned_at is not None:
        raise Refused(_IN_BIN, "Take it out first; it is as you left it.")


def _from(post: Post, *states: State) -> None:
    _not_binned(post)
    if post.state not in states:
        raise Refused(f"This post is {_STATE_WORDS[post.state]}.", "That step is not open to it.")


def _words_changed(before: Post, after: Post) -> bool:
    return any(
        normal(before.text_for(network)) != normal(after.text_for(network))
        for network in after.networks or ("",)
        if network in before.networks or not before.networks
    )


def _pictures_changed(before: Post, after: Post) -> bool:
    shown = [[(p.sha256, p.shows_person) for p in post.pictures] for post in (before, after)]
    return shown[0] != shown[1]


def _alt_changed(before: Post, after: Post) -> bool:
    said = [{p.sha256: normal_words(p.alt_text) for p in post.pictures} for post in (before, after)]
    return said[0] != said[1]


def _networks_added(before: Post, after: Post) -> tuple[str, ...]:
    return tuple(network for network in after.networks if network not in before.networks)


def _republishes(before: Post, after: Post) -> bool:
    """Whether something that readers see changed: words, pictures, alt text, a network more."""
    return (
        bool(_networks_added(before, after))
        or _words_changed(before, after)
        or _pictures_changed(before, after)
        or _alt_changed(before, after)
    )


_CAUSES: tuple[tuple[Callable[[Post, Post], bool], str], ...] = (
    (_pictures_changed, "You changed the pictures"),
    (_alt_changed, "You changed the alt text"),
    (lambda old, new: bool(_networks_added(old, new)), "You added a network"),
    (lambda old, new: old.source_ids != new.source_ids, "You changed the sources"),
    (lambda old, new: old.consent_ids != new.consent_ids, "You changed the consent"),
    (lambda old, new: old.interest_ids != new.interest_ids, "You changed the affiliations"),
    (lambda old, new: old.audience is not new.audience, "You changed who it is for"),
    (lambda old, new: old.when != new.when, "You moved the date"),
    (lambda old, new: old.confirmations != new.confirmations, "You took a confirmation back"),
    (lambda old, new: old.set_aside != new.set_aside, "You brought a check back"),
    (lambda old, new: old.fact_overrides != new.fact_overrides, "You corrected a fact"),
)


def _cause(before: Post, after: Post, assessment: Assessment | None) -> str:
    """What opened the checks, as the opening of a sentence."""
    if _words_changed(before, after):
        edited = sentences_changed(before.body, after.body)
        for network, text in after.own_texts.items():
            edited += sentences_changed(before.own_texts.get(network, before.body), text)
        if edited:
            return f"You edited {edited} sentence{'' if edited == 1 else 's'}"
        return "You edited the text"
    for changed, words in _CAUSES:
        if changed(before, after):
            return words
    opened = _open(assessment) if assessment is not None else ()
    if not opened:
        return "Something it rests on changed"
    return (opened[0].why or opened[0].title).rstrip(".")


def _open(assessment: Assessment) -> tuple[Check, ...]:
    """The checks that stop Ready."""
    return tuple(
        check
        for check in assessment.checks
        if check.group is Group.FIX
        or (
            check.group is Group.CONFIRM
            and check.confirmed_at is None
            and check.strength in (Strength.BLOCK, Strength.FORBID)
        )
    )


def _sent_back(before: Post, after: Post, assessment: Assessment | None, at: datetime) -> Post:
    note = SentBack(
        at=at,
        cause=_cause(before, after, assessment),
        reopened=tuple(check.id for check in _open(assessment)) if assessment else (),
        still_stand=assessment.tally.clear if assessment else 0,
        ready_body=before.body,
        ready_print=published_print(before),
    )
    return replace(after, state=State.REVIEW, sent_back=note)


def _still_sent_back(post: Post, note: SentBack, assessment: Assessment, at: datetime) -> Post:
    """A sent-back post after another edit: Ready again if all is as it was, else a newer note."""
    if assessment.clear and note.ready_print and published_print(post) == note.ready_print:
        return _moved(post, State.READY)
    edited = sentences_changed(note.ready_body, post.body)
    cause = note.cause
    if edited and (cause.startswith("You edited") or not cause.startswith("You ")):
        cause = f"You edited {edited} sentence{'' if edited == 1 else 's'}"
    newer = replace(
        note,
        cause=cause,
        reopened=tuple(check.id for check in _open(assessment)),
        still_stand=assessment.tally.clear,
        at=at if cause != note.cause else note.at,
    )
    return replace(post, sent_back=newer)
