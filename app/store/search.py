"""Lists of posts by what the user asks for: words, states, networks, days, and what needs her."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.model.post import State
from app.model.rows import PostFilter, PostRow
from app.store.codec import text
from app.store.rows import rows_of
from app.store.store import Store

# The farthest a local clock is ahead of UTC: later local times cannot be past yet. For
# the others the row's own zone decides.
_AHEAD = timedelta(hours=14)
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\0": " "})
_PARTS = re.compile(r'"([^"]*)("?)|([^\s"]+)')
_SIGNS = re.compile(r"[*`]+|(?:^|(?<=\s))[#>]+(?=\s)")
# Words of the title weigh most, the internal note least.
_FOUND = (
    "SELECT p.id, snippet(post_words, -1, '', '', '…', 14) "
    "FROM post_words JOIN post AS p ON p.id = post_words.rowid WHERE post_words MATCH ?"
)
_BEST_FIRST = "ORDER BY bm25(post_words, 8.0, 1.0, 1.0, 0.5), p.id DESC"
_OPEN = "p.state NOT IN ('posted', 'archived')"


def rows(store: Store, wanted: PostFilter, now: datetime) -> tuple[PostRow, ...]:
    """The rows that a list shows, in the order of ``PostFilter``; ``now`` is aware."""
    clauses, parameters = _conditions(wanted, now)
    if wanted.text.strip():
        found = _search(store, wanted.text, clauses, parameters)
    else:
        ids = store.select(
            f"SELECT p.id FROM post AS p WHERE {' AND '.join(clauses)} "
            "ORDER BY p.local IS NULL, p.local, p.id",
            parameters,
        )
        found = rows_of(store, [row[0] for row in ids])
    if wanted.needs_me:
        return tuple(row for row in found if needs_me(row, now))
    return found


def needs_me(row: PostRow, now: datetime) -> bool:
    """Whether a post waits for the author: sent back, overdue, or open checks in review."""
    if row.sent_back or row.overdue(now):
        return True
    return row.state is State.REVIEW and row.tally.blocks > 0


def match_query(words: str) -> str:
    """The user's words as an FTS5 query that cannot be a syntax error; empty if nothing is in it.

    All words must be there, in any order; words in quotes in that order; the last word
    may be unfinished.
    """
    parts: list[str] = []
    last_is_whole = False
    for match in _PARTS.finditer(text(words).translate(_QUOTES)):
        quoted, closed, word = match.groups()
        part = word if quoted is None else quoted
        if any(sign.isalnum() for sign in part):
            parts.append(f'"{part}"')
            last_is_whole = bool(closed)
    if not parts:
        return ""
    return " ".join(parts) + ("" if last_is_whole else " *")


def counts(store: Store, now: datetime) -> Mapping[str, int]:
    """How many posts there are, by state name, and ``sent_back``, ``overdue``, ``needs_me``,
    ``no_date`` (still to be planned), ``all`` (not in the bin) and ``bin``.
    """  # noqa: D205 - the names are one list
    found = dict.fromkeys((str(state) for state in State), 0)
    for state, count in store.select(
        "SELECT state, count(*) FROM post WHERE binned_at IS NULL GROUP BY state"
    ):
        found[state] = count
    found["all"] = sum(found.values())
    found["sent_back"] = _count(store, "binned_at IS NULL AND sent_back = 1")
    found["no_date"] = _count(store, f"binned_at IS NULL AND local IS NULL AND {_OPEN}")
    found["bin"] = _count(store, "binned_at IS NOT NULL")
    waiting = rows(store, PostFilter(needs_me=True), now)
    found["needs_me"] = len(waiting)
    found["overdue"] = sum(row.overdue(now) for row in waiting)
    return found


def _count(store: Store, condition: str) -> int:
    row = store.first(f"SELECT count(*) FROM post AS p WHERE {condition}")
    return int(row[0]) if row else 0


def _search(
    store: Store, words: str, clauses: list[str], parameters: list[object]
) -> tuple[PostRow, ...]:
    query = match_query(words)
    if not query:
        return ()
    hits = store.select(f"{_FOUND} AND {' AND '.join(clauses)} {_BEST_FIRST}", [query, *parameters])
    snippets: dict[int, str] = dict(hits)
    return tuple(
        replace(row, snippet=_plain(snippets[row.id])) for row in rows_of(store, list(snippets))
    )


def _plain(snippet: str) -> str:
    """A snippet on one line without the commonest Markdown signs."""
    return " ".join(_SIGNS.sub("", snippet).split())


def _conditions(wanted: PostFilter, now: datetime) -> tuple[list[str], list[object]]:
    clauses: list[str] = []
    parameters: list[object] = []
    for clause, values in _pairs(wanted, now):
        clauses.append(clause)
        parameters.extend(values)
    return clauses, parameters


def _pairs(wanted: PostFilter, now: datetime) -> Iterator[tuple[str, tuple[object, ...]]]:
    yield ("p.binned_at IS NOT NULL" if wanted.binned else "p.binned_at IS NULL"), ()
    if wanted.states:
        yield f"p.state IN ({_marks(wanted.states)})", tuple(sorted(wanted.states))
    if wanted.networks:
        any_of = " OR ".join("instr(',' || p.networks || ',', ?)" for _ in wanted.networks)
        yield f"({any_of})", tuple(f",{network}," for network in sorted(wanted.networks))
    if wanted.since is not None:
        yield "p.local >= ?", (wanted.since.isoformat(),)
    if wanted.until is not None:
        yield "p.local < ?", (wanted.until.isoformat() + "U",)
    if wanted.unscheduled:
        yield "p.local IS NULL", ()
    if wanted.sent_back:
        yield "p.sent_back = 1", ()
    if wanted.needs_me:
        soon = (now.astimezone(UTC) + _AHEAD).isoformat(timespec="minutes")[:16]
        yield (
            (
                "(p.sent_back = 1 OR (p.state = 'review' AND p.to_fix + p.to_confirm > 0) "
                f"OR (p.local <= ? AND {_OPEN}))"
            ),
            (soon,),
        )


def _marks(values: frozenset[State]) -> str:
    return ", ".join("?" * len(values))
