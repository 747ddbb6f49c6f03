from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model.assessment import Tally
from app.model.post import Post, SentBack, State
from app.model.rows import PostFilter
from app.model.walltime import WallTime
from app.store import search
from app.store.store import Store

from .conftest import NOW


def at(text: str, zone: str = "Europe/London") -> WallTime:
    return WallTime(datetime.fromisoformat(text), zone)


def found(store: Store, words: str, **conditions: object) -> list[int]:
    wanted = PostFilter(text=words, **conditions)  # type: ignore[arg-type]
    return [row.id for row in search.rows(store, wanted, NOW)]


def test_words_are_found_in_every_part(store: Store, put: Callable[..., Post]) -> None:
    title = put("# Amlodipine\n\nnothing")
    body = put("# Other\n\nabout amlodipine")
    own = put("# Third\n\nx", own_texts={"x": "say Amlodipine here", "linkedin": "Longer"})
    note = put("# Fourth", note="ask about amlodipine")
    put("# None\n\nof it", own_texts={"x": "say Amlo", "linkedin": "dipine"})
    assert found(store, "amlodipine")[0] == title.id
    assert set(found(store, "amlodipine")) == {title.id, body.id, own.id, note.id}
    assert found(store, "linkedin") == []


def test_only_the_last_word_may_be_unfinished(store: Store, put: Callable[..., Post]) -> None:
    post = put("blood pressure at home")
    assert found(store, "blood pres") == [post.id]
    assert found(store, "home bloo") == [post.id]
    assert found(store, "bloo home") == []
    assert found(store, '"blood pressure" ho') == [post.id]
    assert found(store, '"pressure blood"') == []
    assert found(store, "“blood pressure”") == [post.id]
    assert found(store, '"blood pres"') == []
    assert found(store, '"blood pres') == [post.id]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Schrittmacher für Ärztinnen", "arztinnen"),
        ("l'hypertension artérielle", "arterielle"),
        ("Nadciśnienie u dzieci", "nadcisn"),
        ("résumé", "RÉSUMÉ"),
        ("re\u0301sume\u0301", "résumé"),
        ("Гипертония сегодня", "гиперто"),
        ("LDL-C below 1.8 mmol/L", "LDL-C"),
        ("5,000 patients", "5,000"),
    ],
)
def test_accents_and_signs(
    store: Store, put: Callable[..., Post], written: str, asked: str
) -> None:
    post = put(written)
    assert found(store, asked) == [post.id]


@pytest.mark.parametrize("words", ["", "   "])
def test_no_words_is_no_condition(store: Store, put: Callable[..., Post], words: str) -> None:
    post = put()
    assert found(store, words) == [post.id]


@pytest.mark.parametrize("words", ["!!!", '""', "-", "* * *", '"', "😀", "\0"])
def test_signs_alone_find_nothing(store: Store, put: Callable[..., Post], words: str) -> None:
    put("anything !!! 😀")
    assert found(store, words) == []


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    words=st.text(max_size=20)
    | st.lists(
        st.sampled_from(
            ["NEAR", "AND", "OR", "NOT", "(", ")", '"', "*", "^", "title:", "-", "+", "heart", " "]
        ),
        max_size=8,
    ).map("".join)
)
def test_no_query_is_a_syntax_error(store: Store, words: str) -> None:
    assert isinstance(search.rows(store, PostFilter(text=words), NOW), tuple)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(word=st.from_regex(r"[a-z]{2,10}", fullmatch=True), cut=st.integers(1, 10))
def test_the_beginning_of_a_word_finds_it(
    store: Store, put: Callable[..., Post], word: str, cut: int
) -> None:
    post = put(f"# Title\n\nsome **{word}** here")
    assert post.id in found(store, word)
    assert post.id in found(store, f"some {word[:cut]}")


def test_the_snippet_is_plain_and_shows_the_hit(store: Store, put: Callable[..., Post]) -> None:
    filler = "filler words stand here " * 20
    put(f"# Long\n\n{filler}\n\n> the **bisoprolol** part\n\n{filler}")
    (row,) = search.rows(store, PostFilter(text="bisopr"), NOW)
    assert "the bisoprolol part" in row.snippet
    assert row.snippet.startswith("…")
    assert not set("*\n>") & set(row.snippet)
    (plain,) = search.rows(store, PostFilter(), NOW)
    assert plain.snippet == ""


def test_conditions_hold_together(store: Store, put: Callable[..., Post]) -> None:
    ready = put("a", state=State.READY, networks=("x", "linkedin"), when=at("2026-09-10T08:00"))
    draft = put("a", state=State.DRAFT, networks=("linkedin",), when=at("2026-09-20T08:00"))
    loose = put("a", state=State.DRAFT, networks=("facebook",))
    binned = put("a", binned_at=NOW, state=State.DRAFT)
    assert found(store, "") == [ready.id, draft.id, loose.id]
    assert found(store, "", states=frozenset({State.DRAFT})) == [draft.id, loose.id]
    assert found(store, "", networks=frozenset({"x", "facebook"})) == [ready.id, loose.id]
    assert found(store, "", networks=frozenset({"face"})) == []
    assert found(store, "", since=date(2026, 9, 10), until=date(2026, 9, 10)) == [ready.id]
    assert found(store, "", since=date(2026, 9, 11)) == [draft.id]
    assert found(store, "", unscheduled=True) == [loose.id]
    assert found(store, "", binned=True) == [binned.id]
    assert found(store, "a", binned=True) == [binned.id]
    states = frozenset({State.DRAFT})
    assert found(store, "a", states=states, networks=frozenset({"linkedin"})) == [draft.id]


def test_what_needs_her(store: Store, put: Callable[..., Post]) -> None:
    now = datetime(2026, 9, 10, 12, 0, tzinfo=UTC)
    sent = put(sent_back=SentBack(NOW, "edited"), state=State.REVIEW)
    opened = put(state=State.REVIEW, tally=Tally(0, 0, 1, 0))
    put(state=State.REVIEW, tally=Tally(0, 4, 0, 9))
    put(state=State.DRAFT, tally=Tally(3, 0, 0, 0))
    late = put(state=State.READY, when=at("2026-09-10T12:59"))  # 11:59 UTC
    put(state=State.READY, when=at("2026-09-10T13:01"))
    put(state=State.READY, when=at("2026-09-10T11:30", "America/New_York"))
    ahead = put(state=State.READY, when=at("2026-09-11T01:30", "Pacific/Kiritimati"))
    put(state=State.POSTED, when=at("2026-09-01T12:59"))
    put(state=State.READY, when=at("2026-09-01T12:59"), binned_at=NOW)
    rows = search.rows(store, PostFilter(needs_me=True), now)
    assert {row.id for row in rows} == {sent.id, opened.id, late.id, ahead.id}
    counts = search.counts(store, now)
    assert (counts["needs_me"], counts["overdue"], counts["sent_back"]) == (4, 2, 1)
    assert search.count_needing(store, now) == 4


def test_counts(store: Store, put: Callable[..., Post]) -> None:
    for state in State:
        put(state=state)
    put(state=State.DRAFT, when=at("2026-09-10T08:00"))
    put(binned_at=NOW, state=State.DRAFT, sent_back=SentBack(NOW, "edited"))
    counts = search.counts(store, NOW)
    assert {state: counts[state] for state in State} == {**dict.fromkeys(State, 1), "draft": 2}
    assert (counts["all"], counts["bin"], counts["no_date"]) == (7, 1, 4)
    assert (counts["sent_back"], counts["needs_me"]) == (0, 0)


def test_counts_agree_with_the_lists(store: Store, put: Callable[..., Post]) -> None:
    for hour in range(30):
        put(
            state=list(State)[hour % 6],
            when=at("2026-08-31T20:00").shifted(hour % 3) if hour % 4 else None,
            tally=Tally(hour % 2, 0, 0, 0),
            binned_at=NOW if hour % 7 == 0 else None,
        )
    for hours in range(0, 60, 7):
        now = NOW + timedelta(hours=hours)
        counts = search.counts(store, now)
        waiting = search.rows(store, PostFilter(needs_me=True), now)
        assert counts["needs_me"] == len(waiting)
        assert search.count_needing(store, now) == len(waiting)
        assert counts["bin"] == len(search.rows(store, PostFilter(binned=True), now))
        everything = search.rows(store, PostFilter(), now)
        assert counts["all"] == len(everything)
        assert counts["overdue"] == sum(row.overdue(now) for row in everything)
        assert waiting == tuple(row for row in everything if search.needs_me(row, now))
