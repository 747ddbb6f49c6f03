"""Lists of posts by what the user asks for: words, states, networks, days, and what needs her."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.model.rows import PostFilter, PostRow
from app.model.state import State
from app.store.codec import text
from app.store.rows import rows_of
from app.store.store import Store

# The farthest a local clock is behind and ahead of UTC. Between the two, the zone of
# each post decides; outside, the text of its local time is enough.
_BEHIND = timedelta(hours=12)
_AHEAD = timedelta(hours=14)
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\0": " "})
_PARTS = re.compile(r'"([^"]*)("?)|([^\s"]+)')
_SIGNS = re.compile(r"[*`]+|(?:^|(?<=\s))[#>]+(?=\s)")
# "rank" alone lets FTS5 sort by itself, without a snippet of every row for the sorter.
# Words of the title weigh most, the internal note least.
_HITS = (
    "FROM post_words JOIN post AS p ON p.id = post_words.rowid "
    "WHERE post_words MATCH ? AND rank MATCH 'bm25(8.0, 1.0, 1.0, 0.5)'"
)
_SNIPPET = "snippet(post_words, -1, '', '', '…', 14)"
_MOST_SNIPPETS = 100  # nobody reads further down, and each costs as much as finding the post
_COUNTS = """
SELECT state, count(*), sum(sent_back), sum(local IS NULL), sum(ifnull(local < ?, 0)),
    sum(sent_back OR (state = 'review' AND to_fix + to_confirm > 0)
        OR (state NOT IN ('posted', 'archived') AND ifnull(local < ?, 0)))
FROM post WHERE binned_at IS NULL GROUP BY state
"""
# In two parts, so that an index leads past the many posts that are out.
_NEEDING = """
SELECT (SELECT count(*) FROM post
        WHERE binned_at IS NULL AND state IN ('posted', 'archived') AND sent_back = 1)
    + (SELECT count(*) FROM post
        WHERE binned_at IS NULL AND state IN ('idea', 'draft', 'review', 'ready')
        AND (sent_back OR (state = 'review' AND to_fix + to_confirm > 0) OR local < ?))
"""
_OPEN = "p.state NOT IN ('posted', 'archived')"


def rows(store: Store, wanted: PostFilter, now: datetime) -> tuple[PostRow, ...]:
    """The rows that a list shows, in the order of ``PostFilter``; ``now`` is aware.

    With words, the best hundred carry a snippet.
    """
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


_ORDERS = {
    ("date", False): "p.local IS NULL, p.local, p.id",
    ("date", True): "p.local IS NULL, p.local DESC, p.id",
    ("changed", False): "p.changed_at, p.id",
    ("changed", True): "p.changed_at DESC, p.id",
    ("title", False): "p.title COLLATE NOCASE, p.id",
    ("title", True): "p.title COLLATE NOCASE DESC, p.id",
}


def ids(
    store: Store, wanted: PostFilter, now: datetime, order: str, *, descending: bool
) -> tuple[int, ...]:
    """The ids that a filter without words holds, by ``date``, ``changed`` or ``title``.

    Posts without a date come last in either direction. ``now`` is aware; "needs me" may
    hold a few posts more than ``rows``, which looks at each one's own zone.
    """
    clauses, parameters = _conditions(wanted, now)
    found = store.select(
        f"SELECT p.id FROM post AS p WHERE {' AND '.join(clauses)} "
        f"ORDER BY {_ORDERS[order, descending]}",
        parameters,
    )
    return tuple(row[0] for row in found)


def needs_me(row: PostRow, now: datetime) -> bool:
    """Whether a post waits for the author: sent back, overdue, or open checks in review."""
    return _waits_anyway(row) or row.overdue(now)


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
    """How many posts there are; ``now`` is aware. One pass over an index, 10 ms for 10,000.

    The keys are the state names (without the bin) and ``all`` (not in the bin),
    ``bin``, ``sent_back``, ``overdue``, ``needs_me`` and ``no_date`` (still to be planned).
    """
    past = _local_text(now - _BEHIND)
    found = dict.fromkeys((*map(str, State), "sent_back", "no_date", "overdue", "needs_me"), 0)
    for state, count, sent, undated, late, waiting in store.select(_COUNTS, (past, past)):
        found[state] = count
        found["sent_back"] += sent
        if state not in (State.POSTED, State.ARCHIVED):
            found["no_date"] += undated
            found["overdue"] += late
        found["needs_me"] += waiting
    found["all"] = sum(found[state] for state in State)
    binned = store.first("SELECT count(*) FROM post WHERE binned_at IS NOT NULL")
    found["bin"] = binned[0] if binned else 0
    for row in _overdue_near(store, now):
        found["overdue"] += 1
        found["needs_me"] += not _waits_anyway(row)
    return found


def count_needing(store: Store, now: datetime) -> int:
    """How many posts need the author, as in ``counts``, without looking at what is out."""
    found = store.first(_NEEDING, (_local_text(now - _BEHIND),))
    near = sum(not _waits_anyway(row) for row in _overdue_near(store, now))
    return near + (found[0] if found else 0)


def _overdue_near(store: Store, now: datetime) -> Iterator[PostRow]:
    """The overdue posts planned so near to now that only the zone of each can say it."""
    near = store.select(
        f"SELECT p.id FROM post AS p WHERE {_OPEN} AND p.binned_at IS NULL "
        "AND p.local >= ? AND p.local <= ?",
        (_local_text(now - _BEHIND), _local_text(now + _AHEAD)),
    )
    for row in rows_of(store, [post_id for (post_id,) in near]):
        if row.overdue(now):
            yield row


def _waits_anyway(row: PostRow) -> bool:
    return row.sent_back or (row.state is State.REVIEW and row.tally.blocks > 0)


def _local_text(at: datetime) -> str:
    """An instant as text that compares with stored local times, as if the zone were UTC."""
    return at.astimezone(UTC).isoformat(timespec="minutes")[:16]


def _search(
    store: Store, words: str, clauses: list[str], parameters: list[object]
) -> tuple[PostRow, ...]:
    query = match_query(words)
    if not query:
        return ()
    where, values = f"{_HITS} AND {' AND '.join(clauses)} ORDER BY rank", [query, *parameters]
    found = rows_of(store, [hit[0] for hit in store.select(f"SELECT p.id {where}", values)])
    snippets: dict[int, str] = dict(
        store.select(f"SELECT p.id, {_SNIPPET} {where} LIMIT {_MOST_SNIPPETS}", values)
    )
    return tuple(
        replace(row, snippet=_plain(snippets[row.id])) if row.id in snippets else row
        for row in found
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
        soon = _local_text(now + _AHEAD)
        yield (
            (
                "(p.sent_back = 1 OR (p.state = 'review' AND p.to_fix + p.to_confirm > 0) "
                f"OR (p.local <= ? AND {_OPEN}))"
            ),
            (soon,),
        )


def _marks(values: frozenset[State]) -> str:
    return ", ".join("?" * len(values))
