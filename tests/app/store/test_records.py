from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import BadInput, Refused
from app.model.post import Post
from app.model.records import (
    Account,
    Consent,
    Covers,
    Evidence,
    Interest,
    Signer,
    Source,
    SourceKind,
    Tie,
)
from app.store import account as account_table
from app.store import records
from app.store.store import Store

from .conftest import NOW

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NAMES = st.lists(TEXT, max_size=3).map(tuple)
DAYS = st.none() | st.dates()
CONSENTS = st.builds(
    Consent,
    id=st.just(0),
    code=st.just(""),
    initials=TEXT,
    covers=st.frozensets(st.sampled_from(Covers)),
    networks=NAMES,
    given_on=st.dates(),
    ends_on=DAYS,
    withdrawn_on=DAYS,
    signer=st.sampled_from(Signer),
    signer_authority=TEXT,
    description=TEXT,
    purpose=TEXT,
    recipients=TEXT,
    saw_final_version=st.booleans(),
    freely_given=st.booleans(),
    takedown_plan=TEXT,
    note=TEXT,
    sample=st.booleans(),
)
SOURCES = st.builds(
    Source,
    id=st.just(0),
    short_name=st.just(""),
    kind=st.sampled_from(SourceKind),
    identifier=TEXT,
    title=TEXT,
    year=st.none() | st.integers(1500, 2100),
    evidence=st.sampled_from(Evidence),
    accessed_on=DAYS,
    check_by=DAYS,
    read_full=st.booleans(),
    withdrawn=st.booleans(),
)
INTERESTS = st.builds(
    Interest,
    id=st.just(0),
    organisation=TEXT,
    tie=st.sampled_from(Tie),
    line=TEXT,
    names=NAMES,
    products=NAMES,
    since=DAYS,
    until=DAYS,
    value=TEXT,
)
ACCOUNTS = st.builds(
    Account, TEXT, TEXT, TEXT, TEXT, NAMES, NAMES, NAMES, NAMES, NAMES, st.booleans()
)
ONE_STORE = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@ONE_STORE
@given(consent=CONSENTS, source=SOURCES, interest=INTERESTS, account=ACCOUNTS)
def test_records_come_back_as_they_were(
    store: Store, consent: Consent, source: Source, interest: Interest, account: Account
) -> None:
    with store.transaction() as tx:
        consent = records.put_consent(tx, consent)
        source = records.put_source(tx, source)
        interest = records.put_interest(tx, interest)
        account_table.put_account(tx, account)
    assert records.consent(store, consent.id) == consent
    assert records.source(store, source.id) == source
    assert records.interest(store, interest.id) == interest
    assert account_table.account(store) == account
    assert consent in records.consents(store)
    assert source in records.sources(store)
    assert interest in records.interests(store)


def test_changing_keeps_the_id(store: Store) -> None:
    with store.transaction() as tx:
        source = records.put_source(tx, Source(0, "smith", SourceKind.DOI, "10.1/x"))
        changed = replace(source, title="A trial", withdrawn=True)
        assert records.put_source(tx, changed) == changed
    assert records.sources(store) == (changed,)


def test_an_undone_removal_comes_back_with_its_id(store: Store) -> None:
    with store.transaction() as tx:
        source = records.put_source(tx, Source(0, "smith", SourceKind.DOI, "10.1/x"))
        records.remove_source(tx, source.id)
    assert records.sources(store) == ()
    assert records.source(store, source.id) is None
    with store.transaction() as tx:
        other = records.put_source(tx, Source(0, "jones", SourceKind.DOI, "10.1/y"))
        records.put_source(tx, source)
    assert records.sources(store) == (other, source)


def test_a_short_name_points_to_one_source(store: Store) -> None:
    with store.transaction() as tx:
        records.put_source(tx, Source(0, "Smith", SourceKind.DOI, "10.1/x"))
        records.put_source(tx, Source(0, "", SourceKind.URL, "a"))
        records.put_source(tx, Source(0, "", SourceKind.URL, "b"))
    with pytest.raises(BadInput, match="already a source called smith"), store.transaction() as tx:
        records.put_source(tx, Source(0, "smith", SourceKind.DOI, "10.1/y"))
    assert len(records.sources(store)) == 3


def test_a_consent_code_is_used_once(store: Store) -> None:
    consent = Consent(0, "C-019", "A.B.", frozenset({Covers.STORY}), ("x",), date(2026, 1, 1))
    with store.transaction() as tx:
        records.put_consent(tx, consent)
    with pytest.raises(BadInput, match="already a consent called C-019"), store.transaction() as tx:
        records.put_consent(tx, consent)


def test_a_linked_record_stays(store: Store, put: Callable[..., Post]) -> None:
    with store.transaction() as tx:
        source = records.put_source(tx, Source(0, "smith", SourceKind.DOI, "10.1/x"))
        consent = records.put_consent(
            tx, Consent(0, "C-1", "A.B.", frozenset(), (), date(2026, 1, 1))
        )
        interest = records.put_interest(tx, Interest(0, "Org", Tie.BOARD, "I sit on the board."))
    first = put(source_ids=(source.id,), consent_ids=(consent.id,), interest_ids=(interest.id,))
    second = put(source_ids=(source.id, source.id), binned_at=NOW)
    assert records.posts_using(store, "source", source.id) == (first.id, second.id)
    assert records.posts_using(store, "consent", consent.id) == (first.id,)
    assert records.posts_using(store, "interest", interest.id) == (first.id,)
    for words, remove, record_id in (
        ("2 posts use this source", records.remove_source, source.id),
        ("1 post uses this consent", records.remove_consent, consent.id),
        ("1 post uses this affiliation", records.remove_interest, interest.id),
    ):
        with pytest.raises(Refused, match=words), store.transaction() as tx:
            remove(tx, record_id)
    assert len(records.sources(store)) == 1
    with pytest.raises(ValueError, match="no such kind"):
        records.posts_using(store, "post; DROP TABLE post", 1)


def test_the_account_is_empty_at_first_and_one_row(store: Store) -> None:
    assert account_table.account(store) == Account()
    for name in ("A", "B"):
        with store.transaction() as tx:
            account_table.put_account(tx, Account(name=name, phones=("+44 20 7946 0000",)))
    assert account_table.account(store) == Account(name="B", phones=("+44 20 7946 0000",))
    assert store.first("SELECT count(*) FROM account") == (1,)
