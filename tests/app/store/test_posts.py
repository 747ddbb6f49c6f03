from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model.assessment import Tally
from app.model.post import (
    AttachedPicture,
    Audience,
    Confirmation,
    FactOverride,
    Post,
    Posting,
    PostKind,
    Purpose,
    SentBack,
    SetAside,
    State,
)
from app.model.records import Consent, Interest, Source, SourceKind, Tie
from app.model.walltime import WallTime
from app.store import audit, faults, history, pictures, posts, records, rows, upkeep
from app.store.store import Store

from .conftest import NOW

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
INSTANTS = st.datetimes(timezones=st.just(UTC))
NETWORKS = st.sampled_from(["linkedin", "x", "instagram", "facebook", "bluesky", "mastodon"])
PICTURES = [bytes([number]) * 10 for number in range(3)]
HASHES = [hashlib.sha256(data).hexdigest() for data in PICTURES]


def many(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=3).map(tuple)


POSTS = st.builds(
    Post,
    id=st.just(0),
    uid=st.just(""),
    body=TEXT,
    created_at=INSTANTS,
    changed_at=INSTANTS,
    kind=st.sampled_from(PostKind),
    state=st.sampled_from(State),
    own_texts=st.dictionaries(NETWORKS, TEXT, max_size=3),
    when=st.none()
    | st.builds(
        WallTime,
        st.datetimes().map(lambda at: at.replace(second=0, microsecond=0)),
        st.sampled_from(["Europe/London", "Asia/Kathmandu", "UTC"]),
        st.sampled_from([0, 1]),
    ),
    networks=many(NETWORKS),
    pictures=many(st.builds(AttachedPicture, st.sampled_from(HASHES), TEXT, TEXT, st.booleans())),
    source_ids=many(st.sampled_from([1, 2])),
    consent_ids=many(st.just(1)),
    interest_ids=many(st.just(1)),
    audience=st.none() | st.sampled_from(Audience),
    purpose=st.none() | st.sampled_from(Purpose),
    fact_overrides=many(st.builds(FactOverride, TEXT, st.booleans(), TEXT, INSTANTS)),
    confirmations=many(st.builds(Confirmation, TEXT, TEXT, INSTANTS, TEXT)),
    set_aside=many(st.builds(SetAside, TEXT, TEXT, INSTANTS)),
    postings=many(st.builds(Posting, NETWORKS, INSTANTS, TEXT)),
    sent_back=st.none() | st.builds(SentBack, INSTANTS, TEXT, many(TEXT), st.integers(0, 99), TEXT),
    posted_reason=TEXT,
    note=TEXT,
    sample=st.booleans(),
    binned_at=st.none() | INSTANTS,
)
ONE_STORE = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def fresh(post: Post) -> Post:
    """The same post under a name no other example has stored."""
    return replace(post, uid=uuid4().hex)


@pytest.fixture
def stocked(store: Store) -> Store:
    """A store with the records and pictures that a post can be linked to."""
    with store.transaction() as tx:
        for name in ("a", "b"):
            records.put_source(tx, Source(0, name, SourceKind.DOI, "10.1/x"))
        records.put_consent(tx, Consent(0, "C-1", "A.B.", frozenset(), (), NOW.date()))
        records.put_interest(tx, Interest(0, "Org", Tie.SHARES, "I hold shares in Org."))
        for sha, data in zip(HASHES, PICTURES, strict=True):
            pictures.put_picture(tx, sha, data, "image/png", 1, 1, b"t")
    return store


@ONE_STORE
@given(first=POSTS, second=POSTS)
def test_a_post_comes_back_as_it_was(stocked: Store, first: Post, second: Post) -> None:
    with stocked.transaction() as tx:
        first = fresh(first)
        new = posts.put_post(tx, first, Tally(1, 2, 3, 4))
    assert new == replace(first, id=new.id)
    assert posts.get_post(stocked, new.id) == new
    assert posts.post_by_uid(stocked, new.uid) == new
    with stocked.transaction() as tx:
        changed = posts.put_post(tx, replace(fresh(second), id=new.id))
    assert posts.get_post(stocked, new.id) == changed
    row = rows.row(stocked, new.id)
    assert row is not None
    assert (row.title, row.when, row.networks) == (changed.title, changed.when, changed.networks)
    assert row.tally == Tally(1, 2, 3, 4)  # None leaves it
    assert row.sent_back == (changed.sent_back is not None)


@ONE_STORE
@given(made=st.lists(POSTS, max_size=3), gone=st.booleans())
def test_the_search_index_always_fits(stocked: Store, made: list[Post], gone: bool) -> None:
    with stocked.transaction() as tx:
        kept = [posts.put_post(tx, fresh(post)) for post in made]
        for post in kept:
            posts.put_post(tx, replace(post, body=post.body[::-1]))
        if kept and gone:
            posts.remove_post(tx, kept[0].id)
        assert upkeep.search_index_fits(tx)
    assert upkeep.troubles(stocked) == ()


def test_half_a_surrogate_pair_does_not_stop_an_autosave(
    store: Store, put: Callable[..., Post]
) -> None:
    post = put("heart \ud83d beat", note="\udc00", own_texts={"x": "a\ud800b"})
    assert post.body == "heart \ufffd beat"
    stored = posts.get_post(store, post.id)
    assert stored is not None
    assert (stored.body, stored.note) == (post.body, "\ufffd")
    assert stored.own_texts == {"x": "a\ufffdb"}


def test_unknown_posts(store: Store) -> None:
    assert posts.get_post(store, 7) is None
    assert posts.post_by_uid(store, "none") is None
    assert rows.row(store, 7) is None


def test_a_removed_post_comes_back_with_its_id_and_new_ones_get_others(
    store: Store, put: Callable[..., Post]
) -> None:
    post = put()
    with store.transaction() as tx:
        audit.add_event(tx, "made", post.id)
        posts.remove_post(tx, post.id)
    assert posts.get_post(store, post.id) is None
    other = put()
    assert other.id > post.id
    with store.transaction() as tx:
        assert posts.put_post(tx, post) == post
    assert posts.get_post(store, post.id) == post
    assert [event.what for event in audit.events(store, post.id)] == ["made"]


def test_several_posts(store: Store, put: Callable[..., Post]) -> None:
    first, second, binned = put(), put(), put(binned_at=NOW)
    assert posts.posts(store) == (first, second)
    assert posts.posts(store, [binned.id, first.id, 99]) == (first, binned)


def test_two_posts_never_share_a_uid(store: Store, put: Callable[..., Post]) -> None:
    uid = uuid4().hex
    put(uid=uid)
    with pytest.raises(faults.DatabaseError):
        put(uid=uid)
    assert len(posts.posts(store)) == 1


def test_links_need_their_record(store: Store, put: Callable[..., Post]) -> None:
    with pytest.raises(faults.DatabaseError):
        put(source_ids=(5,))
    assert posts.posts(store) == ()


def test_emptying_the_bin_takes_only_what_is_old(store: Store, put: Callable[..., Post]) -> None:
    old = put(binned_at=NOW - timedelta(days=31))
    recent = put(binned_at=NOW - timedelta(days=29))
    kept = put()
    with store.transaction() as tx:
        history.add_version(tx, old.id, NOW, history.READY, old.body, {})
        assert posts.purge_binned(tx, NOW - timedelta(days=30)) == (old.id,)
    assert posts.get_post(store, old.id) is None
    assert history.versions(store, old.id) == ()
    assert posts.posts(store, [recent.id, kept.id]) == (recent, kept)


def test_the_tally_alone(store: Store, put: Callable[..., Post]) -> None:
    post = put(tally=Tally(1, 0, 0, 0))
    assert rows.row(store, post.id).tally == Tally(1, 0, 0, 0)  # type: ignore[union-attr]
    with store.transaction() as tx:
        posts.put_tally(tx, post.id, Tally(0, 3, 2, 9))
    assert rows.row(store, post.id).tally == Tally(0, 3, 2, 9)  # type: ignore[union-attr]
    assert posts.get_post(store, post.id) == post


def test_times_without_a_zone_are_refused(put: Callable[..., Post]) -> None:
    with pytest.raises(ValueError, match="zone"):
        put(created_at=datetime(2026, 1, 1))
