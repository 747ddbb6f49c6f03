"""The labelled texts are sound: quotes stand in their texts, and every kind is covered."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from app.model.finding import IdentifierSub, Kind
from app.model.post import Audience, PostKind
from tests.accuracy.corpus import FRESH, HELD_BACK, WORK, Labelled, place, read_labelled

COUNTRIES = {"US", "UK", "IE", "AU", "IN", "DE"}
NETWORKS = {"linkedin", "x", "instagram", "facebook", "bluesky", "threads", "mastodon"}
FREQUENT = {
    "identifier",
    "case_narrative",
    "claim",
    "number_without_source",
    "disclosure_missing",
    "advice",
    "tone",
    "person_first",
    "jargon",
}
CLAIM_GROUPS = {
    "cure",
    "reversal",
    "guarantee",
    "risk_free",
    "miracle_hype",
    "hype",
    "instant",
    "superlative_self",
    "comparative",
    "the_only",
    "absolutes",
    "relative_risk",
    "fear_urgency",
    "clickbait_conspiracy",
    "anti_treatment",
    "natural_supplement",
    "overuse",
    "individual_outcome",
    "regulatory_overclaim",
    "certainty_prediction",
    "diagnosis_by_post",
}


@cache
def texts(path: Path) -> tuple[Labelled, ...]:
    return read_labelled(path)


@cache
def everything() -> tuple[Labelled, ...]:
    return texts(WORK) + texts(HELD_BACK)


def counted(entries: tuple[Labelled, ...]) -> Counter[tuple[str, str]]:
    return Counter(
        (label.kind, label.sub) for entry in entries for label in entry.labels if not label.optional
    )


def by_kind(entries: tuple[Labelled, ...]) -> Counter[str]:
    kinds = Counter[str]()
    for (kind, _), count in counted(entries).items():
        kinds[kind] += count
    return kinds


def test_quotes_stand_where_labels_say():
    for entry in everything():
        for label in entry.labels:
            assert entry.text[label.start : label.end] == label.quote, entry.id
            assert label.quote.strip() == label.quote, entry.id


def test_the_nth_occurrence_is_found():
    assert place("ab ab ab", "ab", 3) == 6
    assert place("ab", "ab", 2) == -1


def test_a_quote_that_occurs_twice_says_which():
    for entry in everything():
        for label in entry.labels:
            if label.start != entry.text.find(label.quote):
                assert entry.text.count(label.quote) > 1, entry.id


def test_ids_and_texts_are_unique():
    ids = Counter(entry.id for entry in everything())
    bodies = Counter(entry.text for entry in everything())
    assert not [one for one, times in ids.items() if times > 1]
    assert max(bodies.values()) == 1


def test_clean_means_that_no_label_counts():
    for entry in everything():
        assert entry.clean == all(label.optional for label in entry.labels), entry.id


def test_the_vocabulary_is_the_products_own():
    subs = {sub.value for sub in IdentifierSub}
    for entry in everything():
        assert entry.kind in {kind.value for kind in PostKind}
        assert entry.country in COUNTRIES
        assert entry.network in NETWORKS
        assert not entry.audience or Audience(entry.audience)
        for label in entry.labels:
            assert Kind(label.kind)
            assert label.strength in {"block", "warn"}
            if label.kind == "identifier":
                assert label.sub in subs, entry.id
            elif label.kind == "claim":
                assert label.sub in CLAIM_GROUPS or label.optional, entry.id
            else:
                assert not label.sub, entry.id


def test_there_are_enough_texts_of_every_length():
    lengths = [len(entry.text) for entry in everything()]
    assert len(lengths) >= 420
    assert min(lengths) >= 30
    assert max(lengths) >= 1_200
    assert sum(length >= 300 for length in lengths) >= 40


@pytest.mark.parametrize("path", [WORK, HELD_BACK, FRESH])
def test_about_half_of_each_file_is_clean(path: Path):
    share = sum(entry.clean for entry in texts(path)) / len(texts(path))
    assert 0.47 <= share <= 0.53


def test_about_a_third_is_held_back():
    assert 0.27 <= len(texts(HELD_BACK)) / len(everything()) <= 0.37


@pytest.mark.parametrize("path", [WORK, HELD_BACK, FRESH])
def test_all_countries_networks_and_kinds_of_text_write(path: Path):
    assert {entry.country for entry in texts(path)} == COUNTRIES
    assert {entry.network for entry in texts(path)} == NETWORKS
    assert {entry.kind for entry in texts(path)} == {kind.value for kind in PostKind}
    countries = Counter(entry.country for entry in texts(path))
    assert min(countries.values()) >= 0.08 * len(texts(path))


def test_every_kind_is_labelled_often_enough():
    kinds = by_kind(everything())
    for kind in Kind:
        assert kinds[kind.value] >= (25 if kind.value in FREQUENT else 12), kind


def test_every_sub_is_labelled_often_enough():
    subs = counted(everything())
    for sub in IdentifierSub:
        assert subs["identifier", sub.value] >= 12, sub
    for group in CLAIM_GROUPS:
        assert subs["claim", group] >= 6, group


@pytest.mark.parametrize("path", [WORK, HELD_BACK, FRESH])
def test_every_kind_is_in_every_file(path: Path):
    kinds = by_kind(texts(path))
    for kind in Kind:
        assert kinds[kind.value] >= (4 if path == FRESH else 8), kind
