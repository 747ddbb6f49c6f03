"""What only the author can confirm, merged into a few plain first-person statements.

When many are due, those that one look answers share a row. Each is still confirmed for
itself and bound to its own words and records, so that sharing loses no confirmation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.checklist.evidence.consents import identifiable_agreed
from app.checklist.evidence.registry import EVIDENCE
from app.checklist.evidence.sources import titles
from app.checklist.evidence.ties import ties
from app.checklist.items import Applied, Item, Question
from app.checklist.prints import claim_sentences, fingerprint, parts_of
from app.checklist.situation import Situation
from app.checklist.words import listed, moment_words, sentence, shortened
from app.model.assessment import Check, Group, Remedy
from app.model.finding import Strength
from app.model.post import Confirmation

# Ways to answer a question other than yes.
_OTHER_WAYS = {
    "audience": (Remedy.CHOOSE_AUDIENCE,),
    "picture": (Remedy.CHECK_PICTURE,),
}


MOST = 5
"""How many rows are asked before a post is Ready; who it is for is asked before its review."""
_EARLY = "audience"
# One look at the tie, at the words, at the patient's story, at the picture.
_ONE_LOOK = (
    ("tie_told", "partner"),
    ("no_payment", "partner"),
    ("stage", "not_advice"),
    ("not_recognisable", "patient_fair"),
    ("made_up", "patient_fair"),
    ("bystanders", "picture"),
    ("stage", "software"),
    ("stage", "personal"),
)


def question_rows(situation: Situation, applied: tuple[Applied, ...]) -> tuple[Check, ...]:
    """The questions of this post in the order of the rule file."""
    rows = {row.id.partition(":")[2]: row for row in _single_rows(situation, applied)}
    for host, guest in _ONE_LOOK:
        due = [name for name, row in rows.items() if name != _EARLY and _blocks(row)]
        if len(due) > MOST and host in due and guest in due:
            rows[host] = _shared(rows[host], rows.pop(guest), guest)
    return tuple(rows.values())


def _blocks(row: Check) -> bool:
    return row.strength is Strength.BLOCK


def _shared(host: Check, guest: Check, name: str) -> Check:
    """Two questions in one row, which stands while both do."""
    joined = (
        guest.title if guest.title.startswith("I ") else guest.title[0].lower() + guest.title[1:]
    )
    both = [at for at in (host.confirmed_at, guest.confirmed_at) if at is not None]
    changed = next((row for row in (host, guest) if row.reopened), None)
    whys = [row.why for row in ((changed,) if changed else (host, guest)) if row.why]
    return replace(
        host,
        title=f"{host.title}, and {joined}",
        why=" ".join(whys),
        quote=changed.quote if changed else host.quote or guest.quote,
        items=tuple(dict.fromkeys((*host.items, *guest.items))),
        remedies=tuple(dict.fromkeys((*host.remedies, *guest.remedies))),
        confirmed_at=max(both) if len(both) == 2 else None,
        reopened=changed is not None,
        authorities=tuple(dict.fromkeys((*host.authorities, *guest.authorities))),
        also=(*host.also, (name, guest.fingerprint), *guest.also),
    )


def _single_rows(situation: Situation, applied: tuple[Applied, ...]) -> Iterator[Check]:
    """Each question in a row of its own."""
    held = situation.held
    if identifiable_agreed(situation):
        held = held | {"identifiable_agreed"}
    wanted: dict[str, list[Applied]] = {}
    for one in applied:
        name = _asked(situation, one.item, held)
        if name:
            wanted.setdefault(name, []).append(one)
    for name, question in situation.rules.questions.items():
        if name in wanted or question.when & held:
            yield _row(situation, question, wanted.get(name, []))


def _asked(situation: Situation, item: Item, held: frozenset[str]) -> str:
    """The question to ask for an item, after what holds now; empty for none."""
    name = item.ask
    if not name or not item.ask_if <= held or _recorded(situation, item):
        return ""
    question = situation.rules.questions[name]
    if not question.needs <= held or question.unless & held:
        return ""
    for fact, other in question.instead.items():
        if fact in held:
            return other
    return name


def _recorded(situation: Situation, item: Item) -> bool:
    """Whether a register already answers what would be asked."""
    if not item.register or item.answer not in EVIDENCE:
        return False
    answer = EVIDENCE[item.answer](situation)
    return answer is not None and answer.met


def _row(situation: Situation, question: Question, members: list[Applied]) -> Check:
    given = tuple(c for c in situation.post.confirmations if c.question == question.id)
    print_ = fingerprint(situation, question, given)
    standing = next((c for c in reversed(given) if c.fingerprint == print_), None)
    reopened = standing is None and bool(given)
    optional = bool(members) and all(one.lowered for one in members)
    quote, why = _evidence(situation, question), _covers(question, members)
    if reopened:
        quote, why = _what_changed(situation, given[-1], print_, quote)
    return Check(
        id=f"confirm:{question.id}",
        group=Group.CONSIDER if optional and standing is None else Group.CONFIRM,
        title=question.statement,
        why=why,
        quote=quote,
        strength=Strength.WARN if optional else Strength.BLOCK,
        items=tuple(one.item.id for one in members),
        remedies=(Remedy.CONFIRM, *_OTHER_WAYS.get(question.id, ())),
        fingerprint=print_,
        confirmed_at=standing.at if standing else None,
        reopened=reopened,
        authorities=tuple(dict.fromkeys(a for one in members for a in one.item.authorities)),
    )


def _covers(question: Question, members: list[Applied]) -> str:
    """The line under the statement: what else it says."""
    parts = [*question.covers, *(one.item.clause for one in members if one.item.clause)]
    return sentence("; ".join(dict.fromkeys(parts)))


def _evidence(situation: Situation, question: Question) -> str:
    """The record or picture that a question is about."""
    if "sources" in question.about:
        return titles(situation.inputs.sources)
    if "disclosure" in question.about:
        return listed([interest.organisation for interest in ties(situation)])
    if "pictures" in question.about and "people" not in question.about:
        return listed([picture.name for picture in situation.post.pictures])
    if "consents" in question.about:
        return listed([f"Consent {consent.code}" for consent in situation.inputs.consents])
    return ""


def _what_changed(
    situation: Situation, last: Confirmation, print_: str, quote: str
) -> tuple[str, str]:
    """What is new since a question was last confirmed, quoted, and when that was."""
    then = moment_words(last.at, situation.inputs.zone, situation.today)
    day = then.partition(",")[0]
    since = "today" if day == "today" else f"on {day}"
    before, now = parts_of(last.fingerprint), parts_of(print_)
    fresh = now.get("claims", frozenset()) - before.get("claims", frozenset())
    new = [words for hash_, words in claim_sentences(situation).items() if hash_ in fresh]
    if new:
        what = "This sentence is" if len(new) == 1 else f"These {len(new)} sentences are"
        return shortened(new[0]), f"{what} new since you confirmed {since}."
    if now.get("sources") != before.get("sources"):
        return quote, f"The source changed since you confirmed {since}."
    if set(now) == set(before) and all(now[name] == before[name] for name in now if name != "date"):
        return quote, f"Moved by more than 90 days since you confirmed {since}."
    return quote, f"Confirmed {then}. Opened again by the edit."
