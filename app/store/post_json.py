"""The small structures of a post that are never searched, as JSON and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from app.model.post import Confirmation, FactOverride, Posting, SentBack, SetAside
from app.store.codec import as_json, instant, instant_back


def overrides(values: Iterable[FactOverride]) -> str:
    """The author's corrections of facts."""
    return as_json([[v.fact, v.value, v.reason, instant(v.at)] for v in values])


def overrides_back(stored: str) -> tuple[FactOverride, ...]:
    """See ``overrides``."""
    return tuple(
        FactOverride(fact, value, reason, instant_back(at))
        for fact, value, reason, at in json.loads(stored)
    )


def confirmations(values: Iterable[Confirmation]) -> str:
    """The author's confirmations."""
    return as_json([[v.question, v.fingerprint, instant(v.at), v.quote] for v in values])


def confirmations_back(stored: str) -> tuple[Confirmation, ...]:
    """See ``confirmations``."""
    return tuple(
        Confirmation(question, fingerprint, instant_back(at), quote)
        for question, fingerprint, at, quote in json.loads(stored)
    )


def set_aside(values: Iterable[SetAside]) -> str:
    """Findings judged not relevant."""
    return as_json([[v.key, v.reason, instant(v.at)] for v in values])


def set_aside_back(stored: str) -> tuple[SetAside, ...]:
    """See ``set_aside``."""
    return tuple(SetAside(key, reason, instant_back(at)) for key, reason, at in json.loads(stored))


def postings(values: Iterable[Posting]) -> str:
    """Where the post went out."""
    return as_json([[v.network, instant(v.at), v.link] for v in values])


def postings_back(stored: str) -> tuple[Posting, ...]:
    """See ``postings``."""
    return tuple(
        Posting(network, instant_back(at), link) for network, at, link in json.loads(stored)
    )


def sent_back(value: SentBack | None) -> str | None:
    """Why a post is in review again."""
    if value is None:
        return None
    return as_json(
        [
            instant(value.at),
            value.cause,
            list(value.reopened),
            value.still_stand,
            value.ready_body,
            value.ready_print,
        ]
    )


def sent_back_back(stored: str | None) -> SentBack | None:
    """See ``sent_back``."""
    if stored is None:
        return None
    at, cause, reopened, still_stand, ready_body, ready_print = json.loads(stored)
    return SentBack(instant_back(at), cause, tuple(reopened), still_stand, ready_body, ready_print)


def own_texts(values: Mapping[str, str]) -> tuple[str, str]:
    """Each network's own text as one text to search, and where each part of it lies.

    The parts are JSON pairs of network and length in code points; one newline stands
    between texts, so that words of two texts never run together.
    """
    parts = [[network, len(own)] for network, own in values.items()]
    return "\n".join(values.values()), as_json(parts)


def own_texts_back(joined: str, stored: str) -> dict[str, str]:
    """See ``own_texts``."""
    found: dict[str, str] = {}
    start = 0
    for network, length in json.loads(stored):
        found[network] = joined[start : start + length]
        start += length + 1
    return found
