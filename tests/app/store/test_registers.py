from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model.registers import Register, RegisterRecord, Shows
from app.store import registers, schema
from app.store.open import create_store, open_store
from app.store.store import Store

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
RECORDS = st.builds(
    RegisterRecord,
    id=st.just(0),
    register=st.sampled_from(Register),
    title=TEXT,
    dated=st.dates(),
    until=st.none() | st.dates(),
    shows=st.frozensets(st.sampled_from(Shows)),
    note=TEXT,
)
COURSE = RegisterRecord(0, Register.TRAINING, "Privacy", date(2026, 3, 2))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(record=RECORDS)
def test_a_record_comes_back_as_it_was(store: Store, record: RegisterRecord) -> None:
    with store.transaction() as tx:
        kept = registers.put_register(tx, record)
    assert kept == replace(record, id=kept.id)
    assert kept.id > 0
    assert kept in registers.registers(store)


def test_newest_first_in_each_register_and_a_removed_one_can_come_back(store: Store) -> None:
    with store.transaction() as tx:
        old = registers.put_register(tx, COURSE)
        new = registers.put_register(tx, replace(COURSE, dated=date(2026, 9, 1)))
        log = registers.put_register(tx, replace(COURSE, register=Register.CPD))
    assert registers.registers(store) == (log, new, old)
    with store.transaction() as tx:
        registers.remove_register(tx, old.id)
    assert registers.registers(store) == (log, new)
    with store.transaction() as tx:
        assert registers.put_register(tx, old) == old
    assert registers.registers(store) == (log, new, old)


def test_a_planner_of_before_gets_its_registers_when_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "before.primum"
    with monkeypatch.context() as before:
        before.setattr(schema, "MIGRATIONS", {"0001-first": schema.MIGRATIONS["0001-first"]})
        before.setattr(schema, "SCHEMA_VERSION", 1)
        before.setattr(
            schema, "EXPECTED", schema.EXPECTED - {("table", "register"), ("table", "unweighed")}
        )
        store = create_store(path, None)
        assert store.select("SELECT name FROM sqlite_schema WHERE name = 'register'") == []
        store.close()
    with open_store(path) as opened:
        assert opened.first("PRAGMA user_version") == (schema.SCHEMA_VERSION,)
        with opened.transaction() as tx:
            kept = registers.put_register(tx, COURSE)
        assert registers.registers(opened) == (kept,)
